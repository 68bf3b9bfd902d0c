/** Figures of the running server, as Prometheus reads them. By route, never by address or user: labels are few and hold nobody's words. */
import type { MiddlewareHandler } from 'hono'
import { Counter, collectDefaultMetrics, Histogram, Registry } from 'prom-client'
import { routeName } from './route-name.ts'

export interface Metrics {
  readonly measure: MiddlewareHandler
  /** Content type and text. */
  read(): Promise<{ readonly type: string; readonly text: string }>
}

export function makeMetrics(): Metrics {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  const labelNames = ['method', 'route', 'status'] as const
  const seconds = new Histogram({
    name: 'http_request_duration_seconds',
    help: 'From the request to the begin of its answer',
    labelNames,
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.15, 0.25, 0.5, 1, 2.5, 5, 10],
    registers: [registry],
  })
  const refused = new Counter({
    name: 'parley_refused_total',
    help: 'Requests refused: not logged in, may not, too many',
    labelNames: ['status'] as const,
    registers: [registry],
  })
  return {
    measure: async (c, next) => {
      const end = seconds.startTimer()
      await next()
      const status = String(c.res.status)
      end({ method: METHODS.has(c.req.method) ? c.req.method : 'other', route: routeName(c), status })
      if (REFUSED.has(status)) refused.inc({ status })
    },
    read: async () => ({ type: registry.contentType, text: await registry.metrics() }),
  }
}

/** A client may name any method: each would be a row for good. */
const METHODS: ReadonlySet<string> = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE'])
const REFUSED: ReadonlySet<string> = new Set(['401', '403', '429'])
