/** Whether a PostgreSQL server answers where the tests look for one. */
import { connect } from 'node:net'

const DEFAULT = 'postgres://postgres@127.0.0.1:5432/postgres'

/** The address in the variable PARLEY_POSTGRES, else the usual one of this machine; null when nobody listens there. */
export function postgresAddress(): Promise<string | null> {
  const address = process.env.PARLEY_POSTGRES ?? DEFAULT
  const { hostname, port } = new URL(address)
  return new Promise(done => {
    const socket = connect({ host: hostname, port: Number(port || 5432), timeout: 2000 })
    const end = (found: string | null): void => {
      socket.destroy()
      done(found)
    }
    socket.on('connect', () => end(address))
    socket.on('error', () => end(null))
    socket.on('timeout', () => end(null))
  })
}
