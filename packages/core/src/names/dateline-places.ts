/** «ГОРСК, 9 ноября», «ВЕНА/ПРАГА, 2 мая»: what stands before the day at the start of a paragraph is where the report was written. */
import { COMMA, markClass, STOP } from '../text/marks.ts'
import { KIND_NUMBER, KIND_WORD } from '../text/tokens.ts'
import { monthsOf } from '../times/time-words.ts'
import { type Form, SHAPE_LOWER } from '../words/form.ts'
import { ADJECTIVAL, LATN, NOUN } from '../words/grammar.ts'
import { UNLISTED } from './listed-names.ts'
import type { NameScene } from './name-scene.ts'
import type { LabelledSpan } from './spans-of-labels.ts'

/** In tokens, the marks between two places with them. */
const LONGEST = 6

/** The spans with the places of datelines in the place of whatever stood there. A dateline that begins with a person or a listed body is none. */
export function nameDatelines(spans: readonly LabelledSpan[], scene: NameScene): readonly LabelledSpan[] {
  const { sentences } = scene
  const isMonth = monthsOf(scene.pack)
  const found: LabelledSpan[] = []
  for (let p = 0; p < sentences.paragraphCount; p++)
    found.push(...placesAt(scene, sentences.paragraphFrom[p], sentences.paragraphTo[p], isMonth))
  if (found.length === 0) return spans
  const persons = new Set(spans.filter(span => span.kind === 'person').map(span => span.from))
  const places = found.filter(place => !persons.has(place.from))
  const inside = new Set<number>()
  for (const { from, to } of places) for (let i = from; i < to; i++) inside.add(i)
  const kept = spans.filter(({ from, to }) => !inside.has(from) && !inside.has(to - 1))
  return [...kept, ...places].sort((a, b) => a.from - b.from || b.to - a.to)
}

function placesAt(
  { tokens, listed }: NameScene,
  from: number,
  to: number,
  isMonth: (form: Form) => boolean,
): LabelledSpan[] {
  const places: LabelledSpan[] = []
  let start = from
  for (let at = from; at < Math.min(to - 2, from + LONGEST); at++) {
    const form = tokens.form[at]
    if (tokens.kind[at] === KIND_WORD) {
      if (form.shape === SHAPE_LOWER || form.text.length < 3 || (form.pos & LATN) !== 0 || listed[at] !== UNLISTED)
        return []
      // «Ранее, 3 мая,», «Накануне, 3 мая,»: an adverb names no place.
      if ((form.pos & (NOUN | ADJECTIVAL)) === 0) return []
      continue
    }
    if (at === start) return []
    places.push({ from: start, to: at, kind: 'place', rule: 'dateline' })
    start = at + 1
    if (form.text === '/') continue
    const isBorder = markClass(form) === COMMA || markClass(form) === STOP
    return isBorder && tokens.kind[at + 1] === KIND_NUMBER && isMonth(tokens.form[at + 2]) ? places : []
  }
  return []
}

/** «ГОРСК» -> «Горск». */
export function inSmallLetters(name: string): string {
  return name
    .split('-')
    .map(part => part.charAt(0) + part.slice(1).toLowerCase())
    .join('-')
}
