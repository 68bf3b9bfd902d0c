/** Sends a decision to the server. Whoever sends one again asks first whether it arrived: an answer may have been lost on its way. */
import { ask, Broken, Refused, tell } from '../api/client.ts'
import type { DecisionAnswer, Paged } from '../api/contract.ts'
import type { Problem, Sent, Unwritten } from './outbox.ts'

/** Not logged in, asked too long ago or too often, a proxy without its server: the same decision may be taken later. */
const PASSING = [401, 408, 429, 502, 503, 504]

export async function sendDecision(entry: Unwritten): Promise<Sent> {
  const { decided, by, tries } = entry
  const { kind, target } = decided
  try {
    const before = tries === 0 || kind === 'undo' ? null : await writtenBefore(entry)
    if (before !== null) return { ok: true, seq: before }
    const { seq } =
      kind === 'undo'
        ? await tell<{ readonly seq: number }>(`decisions/${target.split('/')[1]}/undo`, { by })
        : await tell<{ readonly seq: number }>('decisions', { ...decided, by })
    return { ok: true, seq }
  } catch (error) {
    // Its answer was lost, and it is undone.
    if (kind === 'undo' && tries > 0 && error instanceof Refused && error.status === 422) return { ok: true, seq: 0 }
    return { ok: false, ...whyNot(error) }
  }
}

function whyNot(error: unknown): { readonly problem: Problem; readonly retryAfter: number | null } {
  if (!(error instanceof Refused || error instanceof Broken))
    return { problem: { kind: 'waits', status: null, message: '' }, retryAfter: null }
  const { status, message } = error
  const kind = PASSING.includes(status) ? 'waits' : 'refused'
  return { problem: { kind, status, message }, retryAfter: error instanceof Refused ? error.retryAfter : null }
}

/** The number of the reviewer's own last decision about the same, where it says the same; null where it does not. */
async function writtenBefore({ decided: { kind, target, value }, by }: Unwritten): Promise<number | null> {
  const { items } = await ask<Paged<DecisionAnswer>>('decisions', { by })
  const last = items.find(each => each.target === target && each.value?.with === value?.with)
  return last !== undefined && last.kind === kind && isSame(last.value, value) ? last.seq : null
}

function isSame(kept: DecisionAnswer['value'], value: Unwritten['decided']['value']): boolean {
  return written(kept ?? {}) === written(value ?? {})
}

/** Fields in one order, whoever wrote them down. */
function written(value: Readonly<Record<string, unknown>>): string {
  return JSON.stringify(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
}
