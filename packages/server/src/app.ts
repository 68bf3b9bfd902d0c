/** The application: the API, the page's files, and what holds for every answer. */
import { OpenAPIHono } from '@hono/zod-openapi'
import { compress } from 'hono/compress'
import { etag } from 'hono/etag'
import { secureHeaders } from 'hono/secure-headers'
import { addRoutes } from './api/routes.ts'
import { addPage } from './page.ts'
import type { Shelf } from './shelf/shelf.ts'

export interface AppOptions {
  readonly shelf: Shelf
  /** Folder of the built page. */
  readonly page: string
  /** Called with an error that no route expected; the reader is told only that there was one. */
  readonly onError: (error: Error) => void
}

const VERSION = 'v1'

export function makeApp({ shelf, page, onError }: AppOptions): OpenAPIHono {
  const app = new OpenAPIHono()
  app.use(
    secureHeaders({
      // Nothing inline, nothing from elsewhere.
      contentSecurityPolicy: {
        defaultSrc: ["'self'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'"],
        workerSrc: ["'self'"],
        imgSrc: ["'self'", 'data:'],
        objectSrc: ["'none'"],
        baseUri: ["'none'"],
        formAction: ["'none'"],
        frameAncestors: ["'none'"],
      },
      referrerPolicy: 'no-referrer',
      xFrameOptions: 'DENY',
      // Plain HTTP on loopback; a proxy that speaks TLS sets its own.
      strictTransportSecurity: false,
    }),
  )
  app.use(compress())
  app.use('/api/*', etag())

  const api = new OpenAPIHono({
    defaultHook: (result, c) => {
      if (result.success) return
      const [issue] = result.error.issues
      return c.json({ message: `${issue.path.join('.') || 'the question'}: ${issue.message}` }, 400)
    },
  })
  addRoutes(api, shelf)
  app.route(`/api/${VERSION}`, api)
  app.doc31('/api/openapi.json', {
    openapi: '3.1.0',
    info: { title: 'Parley', version: VERSION, description: 'A record of who said, met, agreed and promised what.' },
  })
  app.all('/api/*', c => c.json({ message: `there is no ${c.req.method} ${c.req.path}` }, 404))
  app.onError((error, c) => {
    onError(error)
    return c.json({ message: 'something went wrong on the server; its log says what' }, 500)
  })
  addPage(app, page)
  return app
}
