/** Asking the server. Every answer is kept by its address; an error says what was asked and why it failed. */

/** Throws an Error whose message can be shown. */
export async function ask<Answer>(
  path: string,
  search: Readonly<Record<string, string | undefined>> = {},
): Promise<Answer> {
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries(search)) if (value !== undefined && value !== '') query.set(name, value)
  const address = `/api/v1/${path}${query.size === 0 ? '' : `?${query}`}`
  return answerTo<Answer>(address, { headers: { accept: 'application/json' } })
}

/** Writes; throws an Error whose message can be shown. */
export async function tell<Answer>(path: string, body: unknown): Promise<Answer> {
  const headers = { accept: 'application/json', 'content-type': 'application/json' }
  return answerTo<Answer>(`/api/v1/${path}`, { method: 'POST', headers, body: JSON.stringify(body) })
}

async function answerTo<Answer>(address: string, request: RequestInit): Promise<Answer> {
  const response = await fetch(address, request)
  if (response.ok) return response.json()
  const problem = (await response.json().catch(() => null)) as { readonly message?: string } | null
  throw new Error(problem?.message ?? `${address}: ${response.status} ${response.statusText}`)
}
