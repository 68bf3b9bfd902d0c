/** Rules over persons that are two persons, or none. */
import { KIND_WORD } from '../text/tokens.ts'
import { type Form, SHAPE_LOWER, SHAPE_UPPER } from '../words/form.ts'
import { CONJ, GUESS, LATN, NOUN, PATR, SURN } from '../words/grammar.ts'
import { casesAsName, isKnownGiven } from './mend-spans.ts'
import type { NameScene } from './name-scene.ts'
import type { LabelledSpan } from './spans-of-labels.ts'

/** A place no table knows, told by what stands beside it. */
export const UNKNOWN_PLACE = 'names/unknown-place'

/** «врач Мишель Росси Анна Бауэр», a caption «Пётр Росси Анна Бауэр»: given name and surname twice. */
export function partPairs(span: LabelledSpan, { tokens }: NameScene): readonly LabelledSpan[] | null {
  if (span.kind !== 'person' || span.to - span.from < 3) return null
  const given = (at: number): boolean => tokens.kind[at] === KIND_WORD && isKnownGiven(tokens.form[at])
  const second = span.from + 2
  if (!given(span.from) || given(span.from + 1) || !given(second) || !isCapital(tokens.form[span.from + 1])) return null
  // The second surname may have been left outside the span.
  if (second + 1 >= tokens.count || given(second + 1) || !isCapital(tokens.form[second + 1])) return null
  return [
    { ...span, to: second },
    { ...span, from: second, to: Math.max(span.to, second + 2) },
  ]
}

function isCapital(form: Form): boolean {
  return form.shape !== SHAPE_LOWER && (form.pos & CONJ) === 0 && form.text.length > 1
}

/**
 * «президент Лаврии Анна Ветрова», «адвокат Лапшина Вера Гусева»: behind a noun, a word before the given name is no part of it: another's surname,
 * or a place no table knows. «Иванов Иван Петрович» keeps its order.
 */
export function partLead(span: LabelledSpan, { tokens, sentences }: NameScene): readonly LabelledSpan[] | null {
  const { from, to } = span
  if (span.kind !== 'person' || to - from < 3 || from <= sentences.from[sentences.of[from]]) return null
  const before = tokens.form[from - 1]
  const first = tokens.form[from]
  if (tokens.kind[from - 1] !== KIND_WORD || (before.pos & NOUN) === 0) return null
  // «МИД Велории Анна Ветрова»: behind capitals only a word in another case than the name is surely none of it.
  const inOneCase = (casesAsName(first) & casesAsName(tokens.form[from + 1])) !== 0
  if (before.shape === SHAPE_UPPER && inOneCase) return null
  if (
    (isKnownGiven(first) && inOneCase) ||
    !isCapital(first) ||
    !isKnownGiven(tokens.form[from + 1]) ||
    !isCapital(tokens.form[from + 2])
  )
    return null
  if ((tokens.form[from + 2].lex & PATR) !== 0 || isKnownGiven(tokens.form[from + 2])) return null
  const isSurname = first.readings.some(r => (r.lex & SURN) !== 0 && (r.lex & GUESS) === 0)
  const lead: LabelledSpan = { ...span, to: from + 1 }
  return [isSurname ? lead : { ...lead, kind: 'place', rule: UNKNOWN_PLACE }, { ...span, from: from + 1 }]
}

/** «помощник Лапшиной Вера Гусева» where «Анна Лапшина» has been named: a surname of somebody else before a given name is no part of the name. */
export function partKnownSurnames(spans: readonly LabelledSpan[], scene: NameScene): readonly LabelledSpan[] {
  const { tokens } = scene
  const isFull = ({ kind, from, to }: LabelledSpan): boolean =>
    kind === 'person' && to - from === 2 && isKnownGiven(tokens.form[from])
  const surnames = new Set(spans.filter(isFull).map(({ to }) => scene.stemOf(tokens.form[to - 1])))
  if (surnames.size === 0) return spans
  return spans.flatMap(span => {
    const { kind, from, to } = span
    if (kind !== 'person' || to - from < 3 || !surnames.has(scene.stemOf(tokens.form[from]))) return [span]
    const isAnother = isKnownGiven(tokens.form[from + 1]) && isCapital(tokens.form[from + 2])
    if (!isAnother || ((tokens.form[from + 2].lex & PATR) !== 0 && to - from === 3)) return [span]
    return [
      { ...span, to: from + 1 },
      { ...span, from: from + 1 },
    ]
  })
}

/** «Иоанн Павел II», «Мсвати III»: the number is part of a monarch's name. */
export function takeNumeral(span: LabelledSpan, { tokens, sentences }: NameScene): readonly LabelledSpan[] | null {
  if (span.kind !== 'person' || span.to >= sentences.to[sentences.of[span.from]]) return null
  const next = tokens.form[span.to]
  const isNumeral = (next.pos & LATN) !== 0 && /^[IVX]{1,5}$/.test(next.text)
  return isNumeral ? [{ ...span, to: span.to + 1 }] : null
}
