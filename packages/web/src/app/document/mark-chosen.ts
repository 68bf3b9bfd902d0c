/**
 * The marker: the exact words of the chosen item, laid over the text by the CSS Custom Highlight API, so that nothing is drawn anew
 * and any span can be marked, whether the text has an element there or not.
 */
import type { Analysis, Span } from '@parley/core'
import { type Chosen, wordsOf } from './found.ts'

/** Marks the words of `chosen` in the element that shows the text, and brings them into view. Returns the way to take the marks off. */
export function markChosen(root: HTMLElement, analysis: Analysis, chosen: Chosen | null): () => void {
  if (chosen === null || !('highlights' in CSS)) return () => {}
  const pieces = [...root.querySelectorAll<HTMLElement>('[data-from]')]
  const words = rangesOf(pieces, wordsOf(analysis, chosen))
  CSS.highlights.set('chosen', new Highlight(...words))
  CSS.highlights.set('beside-chosen', new Highlight(...rangesOf(pieces, attributionOf(analysis, chosen))))
  if (words.length > 0) bringIntoView(words[0])
  return () => {
    CSS.highlights.delete('chosen')
    CSS.highlights.delete('beside-chosen')
  }
}

/** Who says it and by which word. */
function attributionOf(analysis: Analysis, { kind, index }: Chosen): Span[] {
  if (kind !== 'quotations') return []
  const { cue, speaker } = analysis.quotations[index]
  return [cue, speaker].filter(span => span !== null)
}

/** `pieces`: elements of one text node each, in the order of the text, that name where they begin. */
function rangesOf(pieces: readonly HTMLElement[], spans: readonly Span[]): Range[] {
  return spans.flatMap(({ start, end }) => {
    const first = pieceAt(pieces, start)
    // A span may end in the blank between two paragraphs, which no piece shows.
    const last = pieceAt(pieces, end - 1)
    if (first === null || last === null) return []
    const range = document.createRange()
    range.setStart(first.node, Math.min(start - first.from, first.node.length))
    range.setEnd(last.node, Math.min(end - last.from, last.node.length))
    return [range]
  })
}

/** The last piece that begins at `offset` or before. */
function pieceAt(
  pieces: readonly HTMLElement[],
  offset: number,
): { readonly node: Text; readonly from: number } | null {
  let low = 0
  let high = pieces.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (Number(pieces[middle].dataset.from) <= offset) low = middle + 1
    else high = middle
  }
  const piece = pieces[low - 1]
  if (piece === undefined || !(piece.firstChild instanceof Text)) return null
  return { node: piece.firstChild, from: Number(piece.dataset.from) }
}

/** Milliseconds after which a scroll is the reader's own. */
const GLIDE = 1500

/** Frames in which what comes into sight may still move the words. */
const SETTLING = 20

/**
 * Near words are scrolled to, far ones jumped to. Paragraphs out of sight are only as high as guessed, so on the way there the
 * words may move: they are looked at again until they stay.
 */
function bringIntoView(range: Range): void {
  const element = range.startContainer.parentElement
  if (element === null || isInView(range)) return
  const isFar = Math.abs(range.getBoundingClientRect().top) > 3 * innerHeight
  const calm = isFar || matchMedia('(prefers-reduced-motion: reduce)').matches
  element.scrollIntoView({ block: 'center', behavior: calm ? 'instant' : 'smooth' })
  const settle = (left: number) => {
    if (left === 0 || !element.isConnected) return
    if (!isInView(range)) element.scrollIntoView({ block: 'center', behavior: 'instant' })
    requestAnimationFrame(() => settle(left - 1))
  }
  if (calm) settle(SETTLING)
  else
    document.addEventListener('scrollend', () => settle(SETTLING), { once: true, signal: AbortSignal.timeout(GLIDE) })
}

function isInView(range: Range): boolean {
  const { top, bottom } = range.getBoundingClientRect()
  const bar = 60
  return top >= bar && bottom <= innerHeight
}
