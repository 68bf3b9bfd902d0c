/** Words with what stands around them: enough of a text to judge them by, and no more. */
import type { Span } from '@parley/core'

/** UTF-16 code units looked for a border of paragraphs on either side. */
const AROUND = 450

export interface Passage {
  /** UTF-16 code units into the text. */
  readonly start: number
  readonly text: string
}

/** Whole paragraphs where they are short, else from a space to a space. */
export function passageAround(text: string, { start, end }: Span): Passage {
  const from = Math.max(0, start - AROUND)
  const to = Math.min(text.length, end + AROUND)
  const first = from === 0 ? 0 : borderAfter(text, from, start)
  const last = to === text.length ? to : borderBefore(text, to, end)
  return { start: first, text: text.slice(first, last) }
}

function borderAfter(text: string, from: number, limit: number): number {
  for (const border of ['\n', ' ']) {
    const at = text.indexOf(border, from)
    if (at >= 0 && at < limit) return at + 1
  }
  return limit
}

function borderBefore(text: string, to: number, limit: number): number {
  for (const border of ['\n', ' ']) {
    const at = text.lastIndexOf(border, to)
    if (at >= limit) return at
  }
  return limit
}
