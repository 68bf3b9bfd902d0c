/** Starts the page. */
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { Refused, whenLoggedOut } from './api/client.ts'
import { router } from './router.tsx'
import './styles/base.css'
import './styles/marks.css'
import './styles/shell.css'
import './styles/document.css'
import { followTheme } from './theme.ts'
import { loadWords } from './words/words.ts'

followTheme()
await loadWords()
const retry = (failures: number, error: Error) => failures < 1 && !(error instanceof Refused)
const queries = new QueryClient({ defaultOptions: { queries: { retry, refetchOnWindowFocus: false } } })
whenLoggedOut(() => void queries.invalidateQueries({ queryKey: ['session'] }))
createRoot(document.getElementById('page') as HTMLElement).render(
  <StrictMode>
    <QueryClientProvider client={queries}>
      <RouterProvider router={router} />
    </QueryClientProvider>
  </StrictMode>,
)
