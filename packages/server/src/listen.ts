/** Listening on an address, and stopping gracefully. */
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { serve } from '@hono/node-server'
import type { OpenAPIHono } from '@hono/zod-openapi'

/** The server cannot listen there; the message says why and what to do. */
export class ListenError extends Error {
  /** Another program listens on the port. */
  readonly isTaken: boolean

  constructor(message: string, isTaken = false) {
    super(message)
    this.isTaken = isTaken
  }
}

export interface Listening {
  /** `http://127.0.0.1:4750` */
  readonly address: string
  /** Takes no new question, answers those asked, lets go of those that go on for long, then settles. */
  stop(): Promise<void>
}

export interface Place {
  readonly host: string
  /** 0: any free one. */
  readonly port: number
  /** Who comes from elsewhere can be told apart, or may look: the record has users, or is shown to everybody. */
  readonly isGuarded?: boolean
}

const LOOPBACK: readonly string[] = ['127.0.0.1', '::1', 'localhost']
/** Milliseconds for the head of a request, and for all of it: an upload over a slow line. */
const HEAD_TIME = 15_000
const WHOLE_TIME = 10 * 60_000
/** Milliseconds that answers under way have once the server is to stop; containers are killed after ten seconds. */
const GRACE = 5_000

/** Why there is no listening there, for people. */
function refusal({ code, message }: NodeJS.ErrnoException, host: string, port: number): string {
  if (code === 'EACCES') return `port ${port} needs a right that this user lacks: choose one above 1023 with --port`
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND' || code === 'EAI_AGAIN')
    return `${host} is no address of this machine: choose another with --host`
  return message
}

/** Whether only this machine can reach a server that listens there. */
export function isLoopback(host: string): boolean {
  return LOOPBACK.includes(host)
}

/** Throws ListenError beyond loopback where nobody could be told apart, and where the port is taken. */
export async function listen(app: OpenAPIHono, { host, port, isGuarded = false }: Place): Promise<Listening> {
  if (!isLoopback(host) && !isGuarded) {
    throw new ListenError(
      `others would reach this record on ${host}, and it has no users: add one (parley user add NAME --role admin), show it to everybody (--public), or listen on 127.0.0.1`,
    )
  }
  const serverOptions = { headersTimeout: HEAD_TIME, requestTimeout: WHOLE_TIME }
  const server = await new Promise<Server>((resolve, reject) => {
    const server = serve({ fetch: app.fetch, hostname: host, port, serverOptions }, () => resolve(server)) as Server
    server.on('error', (error: NodeJS.ErrnoException) => {
      const taken = error.code === 'EADDRINUSE'
      reject(
        new ListenError(
          taken ? `port ${port} is taken: choose another with --port` : refusal(error, host, port),
          taken,
        ),
      )
    })
  })
  const { port: actual } = server.address() as AddressInfo
  const name = host.includes(':') ? `[${host}]` : host
  return {
    address: `http://${name}:${actual}`,
    stop: () =>
      new Promise((resolve, reject) => {
        // Progress that somebody listens to never ends by itself.
        const grace = setTimeout(() => server.closeAllConnections(), GRACE)
        server.close(error => {
          clearTimeout(grace)
          if (error === undefined) resolve()
          else reject(error)
        })
        server.closeIdleConnections()
      }),
  }
}
