/** «Олег Ветров (Oleg Vetrov)», «Рассвет (Sunrise Ltd.)»: the name again in another alphabet is a name of the same kind. */
import { CLOSE_BRACKET, COMMA, markClass, OPEN_BRACKET, SEMICOLON } from '../text/marks.ts'
import { KIND_WORD } from '../text/tokens.ts'
import { SHAPE_LOWER } from '../words/form.ts'
import { LATN } from '../words/grammar.ts'
import type { NameScene } from './name-scene.ts'
import type { LabelledSpan } from './spans-of-labels.ts'

const LONGEST = 8

/** The spans with those in brackets renamed, added or, where they were of other kinds, replaced. */
export function nameBrackets(spans: readonly LabelledSpan[], scene: NameScene): LabelledSpan[] {
  const longest = new Map<number, LabelledSpan>()
  for (const span of spans) {
    const held = longest.get(span.to)
    if (held === undefined || span.from < held.from) longest.set(span.to, span)
  }
  const found: LabelledSpan[] = []
  for (const span of longest.values()) {
    const to = endOfBracket(span, scene)
    if (to > 0) found.push({ from: span.to + 1, to, kind: span.kind, rule: 'bracket' })
  }
  if (found.length === 0) return [...spans]
  const inside = new Set<number>()
  for (const { from, to } of found) for (let i = from; i < to; i++) inside.add(i)
  return [...spans.filter(span => !inside.has(span.from) && !inside.has(span.to - 1)), ...found]
}

/** End of the name in the bracket right after the span, or -1. */
function endOfBracket(span: LabelledSpan, { tokens, sentences }: NameScene): number {
  const open = span.to
  const limit = Math.min(tokens.count, open + 1 + LONGEST)
  if (open + 1 >= limit || sentences.of[open] !== sentences.of[span.from]) return -1
  if (markClass(tokens.form[open]) !== OPEN_BRACKET || (tokens.form[span.from].pos & LATN) !== 0) return -1
  if (tokens.form[open + 1].shape === SHAPE_LOWER) return -1
  for (let i = open + 1; i < limit; i++) {
    const mark = markClass(tokens.form[i])
    if (mark === CLOSE_BRACKET || mark === COMMA || mark === SEMICOLON) return i > open + 1 ? i : -1
    if (tokens.kind[i] !== KIND_WORD || (tokens.form[i].pos & LATN) === 0) return -1
  }
  return -1
}
