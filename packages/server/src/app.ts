/** The application: the API, the page's files, and what holds for every answer. */
import { OpenAPIHono } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { compress } from 'hono/compress'
import { etag } from 'hono/etag'
import { HTTPException } from 'hono/http-exception'
import { secureHeaders } from 'hono/secure-headers'
import { proxiesOf } from './access/connection.ts'
import { guard, keepTime, needOf, requireNeeds } from './access/guard.ts'
import { keepAudit } from './access/keep-audit.ts'
import { BusyError } from './access/passwords.ts'
import { makeLimits } from './access/rate-limits.ts'
import { type Access, recognise } from './access/recognise.ts'
import { addArchiveRoutes } from './api/archive-routes.ts'
import { addAuditRoutes } from './api/audit-routes.ts'
import { addDescription } from './api/description.ts'
import { addExportRoutes } from './api/export-routes.ts'
import type { Importing } from './api/import-routes.ts'
import { addRoutes } from './api/routes.ts'
import { addSessionRoutes } from './api/session-routes.ts'
import { addUserRoutes } from './api/user-routes.ts'
import { addPage } from './page.ts'
import type { Shelf } from './shelf/shelf.ts'
import { addHealth } from './watch/health.ts'
import { type Log, logRequests, SILENT } from './watch/log.ts'
import { makeMetrics } from './watch/metrics.ts'

export interface AppOptions {
  readonly shelf: Shelf
  /** Folder of the built page. */
  readonly page: string
  /** Called with an error that no route expected; the reader is told only that there was one. */
  readonly onError: (error: Error) => void
  /** Who may come. Absent: this machine alone, as the local reviewer. */
  readonly access?: Access
  /** Where each request is noted. */
  readonly log?: Log
  /** Absent: this server takes nothing in. */
  readonly importing?: Importing
  /** The instant, ISO 8601 in UTC; absent: this machine's clock. */
  readonly now?: () => string
}

const VERSION = 'v1'
const LOCAL_ACCESS: Access = { isPublic: false, isLocal: true, proxies: proxiesOf([]) }

export function makeApp({
  shelf,
  page,
  onError,
  access = LOCAL_ACCESS,
  log = SILENT,
  importing,
  now = clock,
}: AppOptions): OpenAPIHono {
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
  const metrics = makeMetrics()
  app.use(logRequests(log))
  app.use(metrics.measure)
  const limits = makeLimits()
  const who = recognise(shelf.record, access, limits, now)
  app.use('/metrics', who)
  app.use('/api/v1/*', who)
  app.use('/api/v1/*', keepAudit(shelf.record, now))
  app.use('/api/v1/*', guard)
  app.use('/api/v1/*', keepTime)
  // An answer that goes on has no end to be hashed.
  const tag = etag()
  app.use('/api/*', (c, next) => (needOf(c)?.isLong ? next() : tag(c, next)))

  const api = new OpenAPIHono({
    defaultHook: (result, c) => {
      if (result.success) return
      const [issue] = result.error.issues
      return c.json({ message: `${issue.path.join('.') || 'the question'}: ${issue.message}` }, 400)
    },
  })
  addRoutes(api, shelf, now, importing ?? null)
  addSessionRoutes(api, shelf.record, limits, now)
  addAuditRoutes(api, shelf.record)
  addExportRoutes(api, shelf, now)
  addArchiveRoutes(api, shelf)
  addUserRoutes(api, shelf.record, now)
  app.route(`/api/${VERSION}`, api)
  requireNeeds(app)
  addDescription(app)
  app.all('/api/*', c => c.json({ message: `there is no ${c.req.method} ${c.req.path}` }, 404))
  const answerFailure = (error: Error, c: Context): Response => {
    if (error instanceof HTTPException && (error.status < 500 || error.status === 503))
      return error.res ?? c.json({ message: error.message }, error.status)
    if (error instanceof BusyError) return c.json({ message: error.message }, 503, { 'retry-after': '5' })
    onError(error)
    return c.json({ message: 'something went wrong on the server; its log says what' }, 500)
  }
  api.onError(answerFailure)
  app.onError(answerFailure)
  addHealth(app, shelf.record, metrics)
  addPage(app, page)
  return app
}

/** To the second, as the record keeps instants. */
function clock(): string {
  return new Date().toISOString().replace(/\.\d+/, '')
}
