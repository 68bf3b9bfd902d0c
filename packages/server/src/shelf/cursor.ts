/** Where a page of a list ended, as one word of an address: `2021-11-26~17`, `~17` where there is no day. */
import type { Cursor } from '@parley/record'

export function writePlace({ day, n }: Cursor): string {
  return `${day ?? ''}~${n}`
}

/** null for anything that `writePlace` did not write. */
export function readPlace(word: string): Cursor | null {
  const match = /^([\dT:.Z+-]*)~(\d{1,15})$/.exec(word)
  return match === null ? null : { day: match[1] === '' ? null : match[1], n: Number(match[2]) }
}
