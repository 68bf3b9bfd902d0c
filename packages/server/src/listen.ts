/** Listening on an address, and stopping gracefully. */
import type { AddressInfo } from 'node:net'
import { type ServerType, serve } from '@hono/node-server'
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
  /** Takes no new question, answers those asked, then settles. */
  stop(): Promise<void>
}

const LOOPBACK: readonly string[] = ['127.0.0.1', '::1', 'localhost']

/** `port` 0: any free one. Throws ListenError beyond loopback (nobody could be told apart there yet) and where the port is taken. */
export async function listen(app: OpenAPIHono, { host, port }: { host: string; port: number }): Promise<Listening> {
  if (!LOOPBACK.includes(host)) {
    throw new ListenError(`this server has no users, so it listens on this machine only (127.0.0.1), not on ${host}`)
  }
  const server = await new Promise<ServerType>((resolve, reject) => {
    const server = serve({ fetch: app.fetch, hostname: host, port }, () => resolve(server))
    server.on('error', (error: NodeJS.ErrnoException) => {
      const taken = error.code === 'EADDRINUSE'
      reject(new ListenError(taken ? `port ${port} is taken: choose another with --port` : error.message, taken))
    })
  })
  const { port: actual } = server.address() as AddressInfo
  const name = host.includes(':') ? `[${host}]` : host
  return {
    address: `http://${name}:${actual}`,
    stop: () =>
      new Promise((resolve, reject) => {
        server.close(error => (error === undefined ? resolve() : reject(error)))
        if ('closeIdleConnections' in server) server.closeIdleConnections()
      }),
  }
}
