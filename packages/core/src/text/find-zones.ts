/**
 * The parts of a report, told by the shape of its paragraphs: a headline (a first short line that is no sentence), name
 * lines under pictures right after it, the lead, the body. A text of plain paragraphs is all body.
 */
import type { AnalysedZone, ZoneKind } from '../analysis.ts'
import type { LanguagePack } from '../kit.ts'
import { monthsOf } from '../times/time-words.ts'
import { SHAPE_LOWER } from '../words/form.ts'
import { NOUN, PRTS, VERB } from '../words/grammar.ts'
import { endOfDateline, type IsMonth } from './find-dateline.ts'
import { isClosingBracket, isClosingQuote, isEnd, isStraightQuote } from './punctuation.ts'
import { KIND_LINK, KIND_MARK, KIND_WORD, type Sentences, type Tokens } from './tokens.ts'

/** Tokens in the longest headline: two lines of a wide page. */
const LONGEST_HEADLINE = 40
const LONGEST_CAPTION = 16

/** Kind of each paragraph. */
export function zonesOfParagraphs(
  text: string,
  tokens: Tokens,
  from: Int32Array,
  to: Int32Array,
  isMonth: IsMonth,
): readonly ZoneKind[] {
  const zone: ZoneKind[] = new Array(from.length).fill('body')
  let at = 0
  while (at < from.length && isDatelineAlone(text, tokens, from[at], to[at], isMonth)) zone[at++] = 'dateline'
  if (!isHeadline(text, tokens, from, to, at)) return zone
  zone[at++] = 'headline'
  for (; at < from.length; at++) {
    if (isDatelineAlone(text, tokens, from[at], to[at], isMonth)) zone[at] = 'dateline'
    else if (isCaption(text, tokens, from[at], to[at])) zone[at] = 'caption'
    else break
  }
  if (at < from.length) zone[at] = 'lead'
  return zone
}

/** The zones of a text as spans, neighbouring paragraphs of one kind together; a dateline is cut out of its paragraph. */
export function findZones(text: string, tokens: Tokens, sentences: Sentences, pack: LanguagePack): AnalysedZone[] {
  const isMonth = monthsOf(pack)
  const zones: { start: number; end: number; kind: ZoneKind }[] = []
  const add = (from: number, to: number, kind: ZoneKind) => {
    if (from >= to) return
    const start = tokens.start[from]
    const end = tokens.end[to - 1]
    const last = zones.at(-1)
    if (last !== undefined && last.kind === kind && kind !== 'dateline' && kind !== 'caption') last.end = end
    else zones.push({ start, end, kind })
  }
  for (let p = 0; p < sentences.paragraphCount; p++) {
    const from = sentences.paragraphFrom[p]
    const to = sentences.paragraphTo[p]
    const kind = sentences.zone[p]
    const dateline = kind === 'dateline' ? from : endOfDateline(text, tokens, from, to, isMonth)
    add(from, dateline, 'dateline')
    add(dateline, to, kind)
  }
  return zones
}

function codeAt(text: string, tokens: Tokens, token: number): number {
  return tokens.kind[token] === KIND_MARK ? text.charCodeAt(tokens.start[token]) : 0
}

function isDatelineAlone(text: string, tokens: Tokens, from: number, to: number, isMonth: IsMonth): boolean {
  return endOfDateline(text, tokens, from, to, isMonth) === to
}

/** A short first line without a full stop, before a paragraph that has one and is longer. */
function isHeadline(text: string, tokens: Tokens, from: Int32Array, to: Int32Array, p: number): boolean {
  if (p + 1 >= from.length || to[p] - from[p] > LONGEST_HEADLINE) return false
  const last = codeAt(text, tokens, to[p] - 1)
  if (last === 0x3a || last === 0x2c || last === 0x3b) return false // : , ;
  if (last === 0x2e && !isTitleCased(tokens, from[p], to[p])) return false // .
  // The report itself may come after a few name lines.
  const stop = Math.min(p + 6, from.length)
  for (let next = p + 1; next < stop; next++) {
    if (!endsWithMark(text, tokens, from[next], to[next])) continue
    if (tokens.end[to[next] - 1] - tokens.start[from[next]] >= tokens.end[to[p] - 1] - tokens.start[from[p]])
      return true
  }
  return false
}

/** «Minister Says Road Is Closed.»: each longer word has a capital, so that the line is a title, full stop or not. */
function isTitleCased(tokens: Tokens, from: number, to: number): boolean {
  let words = 0
  for (let at = from; at < to; at++) {
    if (tokens.kind[at] !== KIND_WORD || tokens.form[at].text.length < LONG_WORD) continue
    if (tokens.form[at].shape === SHAPE_LOWER) return false
    words++
  }
  return words >= FEWEST_TITLE_WORDS
}

/** Letters of a word that a title writes with a capital whatever it means. */
const LONG_WORD = 5
/** A short line of names is as often a signature. */
const FEWEST_TITLE_WORDS = 3

/** The paragraph ends like a sentence: . ! ? … or a colon, perhaps with closing marks after it. */
function endsWithMark(text: string, tokens: Tokens, from: number, to: number): boolean {
  const stop = Math.max(to - 4, from)
  for (let at = to - 1; at >= stop; at--) {
    const code = codeAt(text, tokens, at)
    if (isEnd(code) || code === 0x3a) return true
    if (!isClosingQuote(code) && !isClosingBracket(code) && !isStraightQuote(code)) return false
  }
  return false
}

/** A line under a picture: short, says nothing of anybody (no finite verb), begins with a capital or a picture's mark-up. */
function isCaption(text: string, tokens: Tokens, from: number, to: number): boolean {
  if (to - from > LONGEST_CAPTION) return false
  const last = codeAt(text, tokens, to - 1)
  if (last === 0x3a || last === 0x2c || last === 0x3b || last === 0x21 || last === 0x3f) return false
  for (let at = from; at < to; at++) {
    if (tokens.kind[at] === KIND_LINK) return false
    if (tokens.kind[at] !== KIND_WORD) continue
    const { shape, readings } = tokens.form[at]
    const { pos } = readings[0]
    if (shape === SHAPE_LOWER && (pos & (VERB | PRTS)) !== 0 && (tokens.form[at].pos & NOUN) === 0) return false
  }
  return true
}
