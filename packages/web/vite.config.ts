/** How the page is built (scripts/build-web.ts) and served while it is worked on. */
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

export default defineConfig({
  root: import.meta.dirname,
  plugins: [react()],
  worker: { format: 'es' },
  experimental: {
    // Scripts and styles find what stands beside them in any folder; the document is served from any address of the page.
    renderBuiltUrl: (file, { hostType }) => (hostType === 'html' ? `/${file}` : { relative: true }),
  },
  build: { target: 'es2024', assetsInlineLimit: 0, chunkSizeWarningLimit: 1200 },
})
