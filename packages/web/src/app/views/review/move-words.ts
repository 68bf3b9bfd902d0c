/** Moving an end of the words by one word, as the language of the text has words. */
import type { Span } from '@parley/core'

export type Edge = 'start' | 'end'

interface Passage {
  readonly start: number
  readonly text: string
}

/** The spans with the outermost start or end one word on (`step` 1) or back; unchanged where the passage ends or no word would be left. */
export function moveWords(
  spans: readonly Span[],
  edge: Edge,
  step: 1 | -1,
  passage: Passage,
  language: string,
): Span[] {
  const at = edge === 'start' ? 0 : spans.length - 1
  const span = spans[at]
  const borders = wordBorders(passage, edge, language)
  const from = span[edge]
  const to = step === 1 ? borders.find(border => border > from) : borders.findLast(border => border < from)
  if (to === undefined) return [...spans]
  const moved = { ...span, [edge]: to }
  const hasWords = moved.start < moved.end
  return hasWords ? spans.map((each, i) => (i === at ? moved : each)) : [...spans]
}

function wordBorders({ start, text }: Passage, edge: Edge, language: string): number[] {
  const words = [...new Intl.Segmenter(language, { granularity: 'word' }).segment(text)].filter(word => word.isWordLike)
  return words.map(({ index, segment }) => start + index + (edge === 'start' ? 0 : segment.length))
}
