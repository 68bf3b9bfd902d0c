/** Rules over the namer's spans, where they measure better than labels alone. Each takes the spans and gives them back mended. */
import { CLOSE_BRACKET, CLOSE_QUOTE, EITHER_QUOTE, markClass, OPEN_BRACKET, OPEN_QUOTE } from '../text/marks.ts'
import { GAP_NONE, KIND_MARK, type Sentences, type Tokens } from '../text/tokens.ts'
import { SHAPE_LOWER } from '../words/form.ts'
import { isInitial } from './person-name.ts'
import type { LabelledSpan } from './spans-of-labels.ts'

type Rule = (span: LabelledSpan, tokens: Tokens, sentences: Sentences) => LabelledSpan | null

/** Sorted by first token, the longer first; spans that a rule finds to be no name are left out. */
export function mendSpans(spans: readonly LabelledSpan[], tokens: Tokens, sentences: Sentences): LabelledSpan[] {
  const mended: LabelledSpan[] = []
  for (const span of spans) {
    let current: LabelledSpan | null = span
    for (const rule of RULES) {
      if (current !== null) current = rule(current, tokens, sentences)
    }
    if (current !== null) mended.push(current)
  }
  return mended.sort((a, b) => a.from - b.from || b.to - a.to)
}

/** «А. Б. Иванов», «Иванов А.Б.»: initials belong to the surname. */
function takeInitials(span: LabelledSpan, tokens: Tokens, sentences: Sentences): LabelledSpan {
  if (span.kind !== 'person') return span
  const sentence = sentences.of[span.from]
  let { from, to } = span
  for (let times = 0; times < 2; times++) {
    if (from - 2 >= sentences.from[sentence] && isInitial(tokens, from - 2)) from -= 2
  }
  if (to === from + 1) {
    for (let times = 0; times < 2; times++) {
      if (to + 1 < sentences.to[sentence] && isInitial(tokens, to)) to += 2
    }
  }
  // «А. Б.» at the end loses its dot to the end of the sentence in no text.
  if (isInitial(tokens, to - 1) && to < tokens.count) to++
  return { from, to, kind: span.kind }
}

/** A name does not begin or end with a lone mark: «(Иванов», «Рассвет,». Closing marks of a pair inside stay. */
function trimMarks(span: LabelledSpan, tokens: Tokens): LabelledSpan | null {
  let { from, to } = span
  while (from < to && tokens.kind[from] === KIND_MARK) from++
  while (to > from && tokens.kind[to - 1] === KIND_MARK && !closesInside(tokens, from, to - 1)) to--
  return from < to ? { from, to, kind: span.kind } : null
}

/** A dot of an initial, a bracket or quotation mark opened in the span. */
function closesInside(tokens: Tokens, from: number, at: number): boolean {
  const form = tokens.form[at]
  if (form.text === '.') return tokens.gap[at] === GAP_NONE && tokens.form[at - 1].text.length <= 3 && at > from
  const mark = markClass(form)
  let depth = 0
  for (let i = from; i < at; i++) {
    if (tokens.kind[i] !== KIND_MARK) continue
    const other = markClass(tokens.form[i])
    if (mark === CLOSE_BRACKET && other === OPEN_BRACKET) depth++
    if (mark === CLOSE_QUOTE && other === OPEN_QUOTE) depth++
    if (mark === EITHER_QUOTE && other === EITHER_QUOTE) depth++
  }
  return depth > 0
}

/** A single letter, or words in small letters alone, are no name of a person or place. */
function dropSlight(span: LabelledSpan, tokens: Tokens): LabelledSpan | null {
  if (span.to - span.from === 1 && tokens.form[span.from].text.length === 1) return null
  if (span.kind === 'organisation') return span
  for (let i = span.from; i < span.to; i++)
    if (tokens.kind[i] !== KIND_MARK && tokens.form[i].shape !== SHAPE_LOWER) return span
  return null
}

const RULES: readonly Rule[] = [trimMarks, takeInitials, dropSlight]
