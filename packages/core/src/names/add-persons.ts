/** Persons that another mention, a given name or the dictionary gives away. */
import { SHAPE_CAPITAL } from '../words/form.ts'
import { CASE, GEOX, GUESS, ORGN, PATR, SURN } from '../words/grammar.ts'
import { casesAsName, isKnownGiven } from './mend-spans.ts'
import type { NameScene } from './name-scene.ts'
import type { LabelledSpan } from './spans-of-labels.ts'
import { type AddingRule, isCommonWord, isNameWord } from './taken.ts'

/** «Марк Лоун», «Джона Реки»: a given name and the capitalised word after it in the same case are one person, whatever the word is elsewhere. */
export function joinGivenNames(spans: readonly LabelledSpan[], scene: NameScene): LabelledSpan[] {
  const { tokens, sentences } = scene
  const startsAt = new Map<number, LabelledSpan>()
  for (const span of spans) if (span.kind !== 'organisation') startsAt.set(span.from, span)
  const joined: LabelledSpan[] = []
  const absorbed = new Set<LabelledSpan>()
  for (const span of spans) {
    const { from, to, kind } = span
    const next = startsAt.get(to)
    if (
      kind !== 'person' ||
      !asksForSurname(span, scene) ||
      to >= sentences.to[sentences.of[from]] ||
      !isNameWord(scene, to) ||
      (next !== undefined && (next.kind === 'person' || next.to - next.from > 1)) ||
      scene.countryOf(tokens.form[to]) !== null ||
      (casesAsName(tokens.form[to - 1]) & tokens.form[to].agr & CASE) === 0
    ) {
      joined.push(span)
      continue
    }
    if (next !== undefined) absorbed.add(next)
    joined.push({ ...span, to: to + 1 })
  }
  return joined.filter(span => !absorbed.has(span))
}

/** A given name alone, or with a patronymic: «Петра Степановича». */
function asksForSurname({ from, to }: LabelledSpan, { tokens }: NameScene): boolean {
  if (!isKnownGiven(tokens.form[from])) return false
  return to - from === 1 || (to - from === 2 && (tokens.form[to - 1].readings[0].lex & PATR) !== 0)
}

/** «Ветров», «Мария», once «Мария Ветрова» has been named in full. */
export const spreadPersons: AddingRule = (scene, spans, taken) => {
  const { tokens } = scene
  const stems = new Set<number>()
  const surnames = new Set<number>()
  for (const { from, to, kind } of spans) {
    if (kind !== 'person' || to - from < 2) continue
    for (let i = from; i < to; i++) {
      if (!isNameWord(scene, i)) continue
      const stem = scene.stemOf(tokens.form[i])
      stems.add(stem)
      if (i === to - 1) surnames.add(stem)
    }
  }
  if (stems.size === 0) return []
  const added: LabelledSpan[] = []
  for (const i of scene.capitals) {
    if (!isNameWord(scene, i) || !taken.isFreeInside(i)) continue
    const form = tokens.form[i]
    const stem = scene.stemOf(form)
    if (!stems.has(stem)) continue
    if (surnames.has(stem) || (!isCommonWord(form) && taken.isFreeOutside(i))) {
      added.push({ from: i, to: i + 1, kind: 'person', rule: 'named-in-full' })
    }
  }
  return added
}

/** «Ветрин (Лугов, Зимин)»: a word that the dictionary knows as a surname and nothing else. */
export const addSurnames: AddingRule = (scene, _, taken) => {
  const { tokens } = scene
  const added: LabelledSpan[] = []
  for (const i of scene.capitals) {
    const form = tokens.form[i]
    if (form.shape !== SHAPE_CAPITAL || (form.lex & SURN) === 0 || (form.lex & (GUESS | GEOX | ORGN)) !== 0) continue
    if (!taken.isFreeInside(i) || !taken.isFreeOutside(i) || isCommonWord(form)) continue
    added.push({ from: i, to: i + 1, kind: 'person', rule: 'surname' })
  }
  return added
}
