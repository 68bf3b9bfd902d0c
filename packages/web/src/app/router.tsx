/** Every view has an address, and the address is its state. */
import { createRootRoute, createRoute, createRouter, redirect } from '@tanstack/react-router'
import { Shell } from './shell/Shell.tsx'
import { ReadView } from './views/read/ReadView.tsx'

const root = createRootRoute({ component: Shell })

const home = createRoute({
  getParentRoute: () => root,
  path: '/',
  beforeLoad: () => {
    throw redirect({ to: '/read' })
  },
})

interface ReadSearch {
  readonly published?: string | undefined
  readonly language?: string | undefined
  /** The chosen item (document/found.ts). */
  readonly i?: string | undefined
  readonly show?: 'json' | undefined
}

const read = createRoute({
  getParentRoute: () => root,
  path: '/read',
  validateSearch: (search): ReadSearch => ({
    ...text('published', search.published),
    ...text('language', search.language),
    ...text('i', search.i),
    ...(search.show === 'json' ? { show: 'json' } : {}),
  }),
  component: ReadView,
})

/** A part of an address that is a word, or nothing: an address may be typed by hand. */
function text<Name extends string>(name: Name, value: unknown): { readonly [N in Name]?: string } {
  return typeof value === 'string' && value !== '' ? ({ [name]: value } as { [N in Name]: string }) : {}
}

export const router = createRouter({ routeTree: root.addChildren([home, read]), defaultPreload: 'intent' })

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router
  }
}
