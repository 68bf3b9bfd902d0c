/**
 * What the server says of itself, one JSON object a line. Never what is asked or answered: requests are named by their route, not their address, and
 * errors by their kind and place, for a message may hold words of a source.
 */
import type { MiddlewareHandler } from 'hono'
import pino, { type DestinationStream, type Logger } from 'pino'
import { routeName } from './route-name.ts'

export type Log = Pick<Logger, 'info' | 'warn' | 'error'>
export const LOG_LEVELS = ['silent', 'error', 'warn', 'info'] as const
export type LogLevel = (typeof LOG_LEVELS)[number]

/** To standard error, or to a stream of one's own. */
export function makeLog(level: LogLevel, stream: DestinationStream = pino.destination({ dest: 2, sync: true })): Log {
  const base = { name: 'parley' }
  return pino({ level, base, timestamp: pino.stdTimeFunctions.isoTime, serializers: { error: placeOf } }, stream)
}

export const SILENT: Log = pino({ level: 'silent' })

/** warn for what was refused, error for what went wrong. */
export function logRequests(log: Log): MiddlewareHandler {
  return async (c, next) => {
    const begun = performance.now()
    await next()
    const { status } = c.res
    const level = status >= 500 ? 'error' : status === 401 || status === 403 || status === 429 ? 'warn' : 'info'
    log[level](
      {
        method: c.req.method,
        route: routeName(c),
        status,
        ms: Math.round(performance.now() - begun),
        user: c.get('visitor')?.name ?? null,
        from: c.get('connection')?.address ?? null,
      },
      status === 401 || status === 403 || status === 429 ? 'refused' : 'answered',
    )
  }
}

interface Placed {
  readonly type: string
  readonly code?: string
  /** Files and lines, the message left out. */
  readonly at: readonly string[]
}

function placeOf(error: unknown): Placed | string {
  if (!(error instanceof Error)) return typeof error
  const code = (error as NodeJS.ErrnoException).code
  const frames = (error.stack ?? '').split('\n').filter(line => /^\s+at /.test(line))
  return { type: error.name, ...(code === undefined ? {} : { code }), at: frames.map(line => line.trim()) }
}
