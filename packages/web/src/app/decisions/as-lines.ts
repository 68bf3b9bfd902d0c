/** Decisions as lines of JSON, as `parley decide - < FILE` takes them. */
import type { Unwritten } from './outbox.ts'

export function asLines(entries: readonly Unwritten[]): string {
  return entries
    .map(({ decided: { kind, target, value, why }, by, at, about }) =>
      JSON.stringify({ kind, target, value, by, why, at, about }),
    )
    .map(line => `${line}\n`)
    .join('')
}
