/**
 * Where a page of a list ended, as one word of an address: `2021-11-26~17`, `~17` where there is no day, `1800~2021-11-26~17` in a list by
 * relevance. */
import type { Cursor } from '@parley/record'

export function writePlace({ day, n, score }: Cursor): string {
  return `${score === undefined ? '' : `${score}~`}${day ?? ''}~${n}`
}

/** null for anything that `writePlace` did not write. */
export function readPlace(word: string): Cursor | null {
  const match = /^(?:(\d{1,6})~)?([\dT:.Z+-]*)~(\d{1,15})$/.exec(word)
  if (match === null) return null
  const [, score, day, n] = match
  return { day: day === '' ? null : day, n: Number(n), ...(score === undefined ? {} : { score: Number(score) }) }
}
