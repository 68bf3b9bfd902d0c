/**
 * Spans laid over a text -> for each line of the text, what opens, what is read and what closes, properly nested. Spans may
 * overlap as they like: one that sticks out of another is closed with it and opened again behind it, so that any view can
 * write elements or colours as it goes. A span over several lines is opened anew on each.
 */
import type { Span } from '@parley/core'

export interface Mark<T> extends Span {
  readonly value: T
  /** Of marks over the same span the lower rank is the outer one. */
  readonly rank: number
}

export type MarkEvent<T> =
  | { readonly type: 'open'; readonly value: T; readonly isFirst: boolean }
  | { readonly type: 'text'; readonly start: number; readonly end: number }
  | { readonly type: 'close'; readonly value: T; readonly isLast: boolean }

export interface MarkedLine<T> extends Span {
  readonly events: readonly MarkEvent<T>[]
}

/** Lines of `text` that are not blank, in order. Empty marks are left out. */
export function markLines<T>(text: string, marks: readonly Mark<T>[]): MarkedLine<T>[] {
  const waiting = marks
    .filter(({ start, end }) => start < end)
    .sort((a, b) => a.start - b.start || b.end - a.end || a.rank - b.rank)
  const lines: MarkedLine<T>[] = []
  let open: Mark<T>[] = []
  let next = 0
  for (let start = 0; start < text.length; ) {
    const lineFeed = text.indexOf('\n', start)
    const end = lineFeed < 0 ? text.length : lineFeed
    const line = new LineMarker<T>(start, end)
    line.reopen(open.filter(mark => mark.end > start))
    for (; next < waiting.length && waiting[next].start < end; next++) line.add(waiting[next])
    open = line.finish()
    if (text.slice(start, end).trim() !== '') lines.push({ start, end, events: line.events })
    start = end + 1
  }
  return lines
}

class LineMarker<T> {
  readonly events: MarkEvent<T>[] = []
  readonly #start: number
  readonly #end: number
  #at: number
  /** Outermost first. */
  #open: Mark<T>[] = []

  constructor(start: number, end: number) {
    this.#start = start
    this.#end = end
    this.#at = start
  }

  reopen(marks: readonly Mark<T>[]): void {
    for (const mark of marks) this.#push(mark, false)
  }

  /** Marks come sorted by start. */
  add(mark: Mark<T>): void {
    this.#advance(mark.start)
    // A span that began in the blank before this line, or at a line end, has its first words here.
    this.#push(mark, true)
  }

  /** Closes the line; returns what goes on behind it. */
  finish(): Mark<T>[] {
    this.#advance(this.#end)
    const goesOn = [...this.#open]
    while (this.#open.length > 0) this.#pop()
    return goesOn
  }

  /** Reads on to `offset`, closing on the way what ends there. */
  #advance(offset: number): void {
    const to = Math.max(offset, this.#start)
    for (;;) {
      const ending = this.#open.reduce((least, mark) => Math.min(least, mark.end), Number.POSITIVE_INFINITY)
      if (ending > to) break
      this.#text(ending)
      this.#closeAt(ending)
    }
    this.#text(to)
  }

  #text(to: number): void {
    if (to > this.#at) this.events.push({ type: 'text', start: this.#at, end: to })
    this.#at = Math.max(this.#at, to)
  }

  #closeAt(offset: number): void {
    const goesOn: Mark<T>[] = []
    while (this.#open.some(mark => mark.end <= offset)) {
      const mark = this.#pop()
      if (mark.end > offset) goesOn.push(mark)
    }
    for (const mark of goesOn.reverse()) this.#push(mark, false)
  }

  #push(mark: Mark<T>, isFirst: boolean): void {
    this.#open.push(mark)
    this.events.push({ type: 'open', value: mark.value, isFirst })
  }

  #pop(): Mark<T> {
    const mark = this.#open.pop() as Mark<T>
    this.events.push({ type: 'close', value: mark.value, isLast: mark.end <= this.#at })
    return mark
  }
}
