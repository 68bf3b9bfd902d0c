/** Asking the server. Every answer is kept by its address; an error says what was asked and why it failed. */

import i18next from 'i18next'
import { askSite, isSite } from './site.ts'

/** Throws an Error whose message can be shown. */
export async function ask<Answer>(
  path: string,
  search: Readonly<Record<string, string | readonly string[] | undefined>> = {},
): Promise<Answer> {
  if (isSite) return askSite<Answer>(path, search)
  const query = new URLSearchParams()
  for (const [name, value = ''] of Object.entries(search)) {
    for (const one of typeof value === 'string' ? [value] : value) if (one !== '') query.append(name, one)
  }
  const address = `/api/v1/${path}${query.size === 0 ? '' : `?${query}`}`
  return answerTo<Answer>(address, { headers: { accept: 'application/json' } })
}

/** Writes; throws an Error whose message can be shown. */
export async function tell<Answer>(
  path: string,
  body: unknown,
  method: 'POST' | 'PUT' | 'PATCH' = 'POST',
): Promise<Answer> {
  const headers = { accept: 'application/json', 'content-type': 'application/json' }
  return answerTo<Answer>(`/api/v1/${path}`, { method, headers, body: JSON.stringify(body) })
}

/** Takes away; throws an Error whose message can be shown. */
export async function drop(path: string): Promise<void> {
  await answerTo(`/api/v1/${path}`, { method: 'DELETE' })
}

/** The server said no: asking again the same way gets the same answer. */
export class Refused extends Error {
  readonly status: number
  /** Seconds, or null. */
  readonly retryAfter: number | null

  constructor(message: string, status: number, retryAfter: number | null) {
    super(message)
    this.status = status
    this.retryAfter = retryAfter
  }
}

/** Something went wrong on the server. */
export class Broken extends Error {
  readonly status: number

  constructor(message: string, status: number) {
    super(message)
    this.status = status
  }
}

let onLoggedOut = (): void => {}

/** Calls `act` when the server answers that nobody is logged in: a session has ended under the page. */
export function whenLoggedOut(act: () => void): void {
  onLoggedOut = act
}

async function answerTo<Answer>(address: string, request: RequestInit): Promise<Answer> {
  const response = await fetch(address, request).catch(() => {
    throw new Error(i18next.t('noAnswer'))
  })
  if (response.ok) return response.status === 204 ? (undefined as Answer) : response.json()
  const problem = (await response.json().catch(() => null)) as { readonly message?: string } | null
  const message = problem?.message ?? `${address}: ${response.status} ${response.statusText}`
  if (response.status >= 500) throw new Broken(message, response.status)
  if (response.status === 401) onLoggedOut()
  throw new Refused(message, response.status, Number(response.headers.get('retry-after')) || null)
}
