/** Users of a record under test, and requests in their names from addresses of their own. */
import { addToken, addUser, type OpenRecord } from '@parley/record'
import type { makeApp } from '../src/index.ts'
import { hashPassword, newToken, ROLES } from '../src/users.ts'

export const PASSWORD = 'correct horse battery'
export const ORIGIN = 'http://parley.test'
const AT = '2026-01-01T00:00:00Z'

type App = ReturnType<typeof makeApp>

export interface Answer {
  readonly status: number
  readonly headers: Headers
  readonly text: string
  // biome-ignore lint/suspicious/noExplicitAny: tests look into answers of every shape
  readonly body: any
}

export interface Asked {
  readonly method?: string
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: unknown
  /** Network address. */
  readonly from?: string
}

/** What no answer may hold: a place on this machine, a line of a stack, a word of SQL, a hash. */
const LEAKS = /node_modules|packages\/|\/tmp\/|\n\s+at |\.ts\b|\bselect \b|argon2id/i

/** Asks as a page of the server would; throws where the answer leaks. */
export async function ask(app: App, path: string, asked: Asked = {}): Promise<Answer> {
  const { method = 'GET', headers = {}, body, from = '192.0.2.1' } = asked
  const isWriting = method !== 'GET' && method !== 'HEAD'
  const own = isWriting ? { origin: ORIGIN, 'content-type': 'application/json' } : {}
  const sent = { method, headers: { ...own, ...headers }, ...(body === undefined ? {} : { body: pieceOf(body) }) }
  const response = await app.request(`${ORIGIN}${path}`, sent, { incoming: { socket: { remoteAddress: from } } })
  const text = await response.text()
  if (LEAKS.test(text) && path !== '/api/openapi.json') throw new Error(`${method} ${path} leaks: ${text}`)
  return { status: response.status, headers: response.headers, text, body: isJson(response) ? JSON.parse(text) : null }
}

function pieceOf(body: unknown): string | ReadableStream {
  return typeof body === 'string' || body instanceof ReadableStream ? body : JSON.stringify(body)
}

function isJson({ headers, status }: Response): boolean {
  return status !== 204 && status !== 304 && /^application\/json(?:;|$)/.test(headers.get('content-type') ?? '')
}

/** One user of each role, named by it, none with the right to export; and `exporter`, a reader with it. */
export async function addOneOfEach({ db }: OpenRecord): Promise<void> {
  const password = await hashPassword(PASSWORD)
  for (const role of ROLES) await addUser(db, { name: role, password, role, mayExport: false }, AT)
  await addUser(db, { name: 'exporter', password, role: 'reader', mayExport: true }, AT)
}

export async function logIn(app: App, name: string, password = PASSWORD): Promise<Record<string, string>> {
  const { status, headers, text } = await ask(app, '/api/v1/session', { method: 'POST', body: { name, password } })
  if (status !== 201) throw new Error(`${name} cannot log in: ${status} ${text}`)
  return { cookie: headers.getSetCookie()[0].split(';')[0] }
}

export async function bearer(
  { db }: OpenRecord,
  user: string,
  scopes: readonly string[],
  expires: string | null = null,
): Promise<Record<string, string>> {
  const { token, hash, id } = newToken()
  await addToken(db, { hash, id, user, scopes, note: null, at: AT, expires })
  return { authorization: `Bearer ${token}` }
}
