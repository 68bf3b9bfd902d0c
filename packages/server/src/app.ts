/** The application: the API, the page's files, and what holds for every answer. */
import { OpenAPIHono } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { compress } from 'hono/compress'
import { etag } from 'hono/etag'
import { HTTPException } from 'hono/http-exception'
import { secureHeaders } from 'hono/secure-headers'
import { guard, requireNeeds } from './access/guard.ts'
import { LOCAL, PUBLIC } from './access/visitor.ts'
import { addRoutes } from './api/routes.ts'
import { addPage } from './page.ts'
import type { Shelf } from './shelf/shelf.ts'

export interface AppOptions {
  readonly shelf: Shelf
  /** Folder of the built page. */
  readonly page: string
  /** Called with an error that no route expected; the reader is told only that there was one. */
  readonly onError: (error: Error) => void
  /** Nobody logs in, and nobody writes. */
  readonly isPublic?: boolean
  /** The instant, ISO 8601 in UTC; absent: this machine's clock. */
  readonly now?: () => string
}

const VERSION = 'v1'

export function makeApp({ shelf, page, onError, isPublic = false, now = clock }: AppOptions): OpenAPIHono {
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
  app.use('/api/v1/*', (c, next) => {
    c.set('visitor', isPublic ? PUBLIC : LOCAL)
    return next()
  })
  app.use('/api/v1/*', guard)
  app.use('/api/*', etag())

  const api = new OpenAPIHono({
    defaultHook: (result, c) => {
      if (result.success) return
      const [issue] = result.error.issues
      return c.json({ message: `${issue.path.join('.') || 'the question'}: ${issue.message}` }, 400)
    },
  })
  addRoutes(api, shelf, now)
  app.route(`/api/${VERSION}`, api)
  requireNeeds(app)
  app.doc31('/api/openapi.json', {
    openapi: '3.1.0',
    info: { title: 'Parley', version: VERSION, description: 'A record of who said, met, agreed and promised what.' },
  })
  app.all('/api/*', c => c.json({ message: `there is no ${c.req.method} ${c.req.path}` }, 404))
  const answerFailure = (error: Error, c: Context): Response => {
    if (error instanceof HTTPException && error.status < 500) return c.json({ message: error.message }, error.status)
    onError(error)
    return c.json({ message: 'something went wrong on the server; its log says what' }, 500)
  }
  api.onError(answerFailure)
  app.onError(answerFailure)
  addPage(app, page)
  return app
}

/** To the second, as the record keeps instants. */
function clock(): string {
  return new Date().toISOString().replace(/\.\d+/, '')
}
