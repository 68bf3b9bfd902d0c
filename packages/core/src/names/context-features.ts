/**
 * What the namer looks at around a token: pairs of classes, grammar of neighbours, place in the sentence, what the same word was
 * elsewhere in the document. Each feature is an index into one dense table of weights; the blocks of the table stand below.
 */

import { CLOSE_QUOTE, EITHER_QUOTE, OPEN_QUOTE } from '../text/marks.ts'
import { GAP_LINE, GAP_NONE, type Sentences, type Tokens } from '../text/tokens.ts'
import { agrees } from '../words/grammar.ts'
import type { Words } from '../words/readings.ts'
import { HEADS } from './known-words.ts'
import { LISTINGS, markListed } from './listed-names.ts'
import { type Labels, OUTER_NONE } from './name-labels.ts'
import { CLASS_AT, COUNT_AT, HEAD_AT, LISTED_AT, type Namer, READINGS_AT, STEM_AT } from './namer-model.ts'
import {
  AGREEING,
  CLASSES,
  EDGE,
  GRAMMARS,
  isCapitalClass,
  isLowerClass,
  isNominal,
  markOfClass,
} from './word-class.ts'

const PAIR = CLASSES * CLASSES
const PREVIOUS_THIS = 0
const THIS_NEXT = PREVIOUS_THIS + PAIR
const PREVIOUS_NEXT = THIS_NEXT + PAIR
const TWO_BEFORE = PREVIOUS_NEXT + PAIR
const TWO_AFTER = TWO_BEFORE + PAIR
const GRAMMAR_BEFORE = TWO_AFTER + PAIR
const GRAMMAR_AFTER = GRAMMAR_BEFORE + GRAMMARS * GRAMMARS
const PLACE = GRAMMAR_AFTER + GRAMMARS * GRAMMARS
const FLAGS = 64
const AGREEMENT = PLACE + FLAGS * CLASSES
const LISTED = AGREEMENT + 4 * CLASSES
const QUOTED_AFTER = LISTED + LISTINGS * LISTINGS
/** What a word was elsewhere in the document: see document-memory.ts. */
const MEMORIES = 128
const REMEMBERED = QUOTED_AFTER + HEADS * 2 * CLASSES
const INNER_AROUND = REMEMBERED + MEMORIES
const OUTER_AROUND = INNER_AROUND + 6 * 6 * 6
export const CONTEXT_FEATURES = OUTER_AROUND + 4 * 4 * 4
/** Features of one token at most, of the first pass and of what the second adds. */
export const CONTEXT_WIDTH = 11
export const SECOND_WIDTH = 3

/** Flags of PLACE. */
const SENTENCE_START = 1
const LINE_START = 2
const HEADLINE = 4
const QUOTED = 8
const GLUED = 16
const SHOUTED = 32

/** Per-token columns the features are read from, for a whole document. */
export interface ContextColumns {
  readonly classes: Uint8Array
  readonly grammar: Uint8Array
  readonly flags: Uint8Array
  /** 1: agrees with the token before in case, number and gender. */
  readonly agreement: Uint8Array
  /** Part in a name that a table lists (listed-names.ts). */
  readonly listed: Uint8Array
  /** In quotation marks: kind of head before them, doubled, plus 1 for the first word; else 0. */
  readonly quotedAfter: Uint8Array
  /** Hash of the word's stem: the same for all cases of a name. */
  readonly stems: Int32Array
}

export function contextColumns(tokens: Tokens, sentences: Sentences, words: Words, namer: Namer): ContextColumns {
  const { count, form, gap } = tokens
  const classes = new Uint8Array(count)
  const grammar = new Uint8Array(count)
  const flags = new Uint8Array(count)
  const agreement = new Uint8Array(count)
  const quotedAfter = new Uint8Array(count)
  const stems = new Int32Array(count)
  const listedStarts: number[] = []
  for (let sentence = 0; sentence < sentences.count; sentence++) {
    const from = sentences.from[sentence]
    const to = sentences.to[sentence]
    const common = sentences.zone[sentences.paragraph[sentence]] === 'headline' ? HEADLINE : 0
    let lower = 0
    let capitals = 0
    let quoted = -1
    let head = 0
    let headBefore = 0
    let agreesBefore = 0
    for (let i = from; i < to; i++) {
      const values = namer.valuesOf(form[i])
      const at = form[i].namerAt
      const formClass = values[at + CLASS_AT]
      // A form with more readings than are kept here is taken by its first.
      const reading = at + READINGS_AT + (words.best[i] < values[at + COUNT_AT] ? words.best[i] : 0)
      const agreeing = values[reading] & AGREEING
      classes[i] = formClass
      grammar[i] = values[reading] >> 16
      stems[i] = values[at + STEM_AT]
      if (values[at + LISTED_AT] === 1) listedStarts.push(i)
      let bits = common
      if (i === from) bits |= SENTENCE_START
      if (gap[i] >= GAP_LINE) bits |= LINE_START
      if (gap[i] === GAP_NONE) bits |= GLUED
      if (quoted >= 0 && i - quoted <= LONGEST_QUOTED) {
        bits |= QUOTED
        quotedAfter[i] = head * 2 + (i === quoted + 1 ? 1 : 0)
      }
      flags[i] = bits
      if (isLowerClass(formClass)) lower++
      else if (isCapitalClass(formClass)) capitals++
      const mark = markOfClass(formClass)
      if (mark === OPEN_QUOTE || (mark === EITHER_QUOTE && gap[i] !== GAP_NONE)) {
        quoted = i
        head = headBefore
      } else if (mark === CLOSE_QUOTE || mark === EITHER_QUOTE) quoted = -1
      if (agreeing !== 0 && agreesBefore !== 0 && agrees(agreesBefore, agreeing)) agreement[i] = 1
      agreesBefore = isNominal(grammar[i]) ? agreeing : 0
      headBefore = values[at + HEAD_AT]
    }
    if (lower === 0 && capitals > 2) for (let i = from; i < to; i++) flags[i] |= SHOUTED
  }
  const listed = markListed(tokens, sentences, namer.listed, listedStarts)
  return { classes, grammar, flags, agreement, listed, quotedAfter, stems }
}

/** A quoted name is short: further from the opening mark we are in quoted speech. */
const LONGEST_QUOTED = 8

/** Whether the token opens its sentence. */
export function isSentenceStart(columns: ContextColumns, i: number): boolean {
  return (columns.flags[i] & SENTENCE_START) !== 0
}

/** Writes the features of token `i` of the sentence `from`..`to` to `out`: CONTEXT_WIDTH indices. */
export function contextFeatures(columns: ContextColumns, i: number, from: number, to: number, out: Int32Array): void {
  const { classes, grammar, flags, agreement } = columns
  const here = classes[i]
  const before = i > from ? classes[i - 1] : EDGE
  const after = i + 1 < to ? classes[i + 1] : EDGE
  const before2 = i > from + 1 ? classes[i - 2] : EDGE
  const after2 = i + 2 < to ? classes[i + 2] : EDGE
  out[0] = PREVIOUS_THIS + before * CLASSES + here
  out[1] = THIS_NEXT + here * CLASSES + after
  out[2] = PREVIOUS_NEXT + before * CLASSES + after
  out[3] = TWO_BEFORE + before2 * CLASSES + before
  out[4] = TWO_AFTER + after * CLASSES + after2
  out[5] = GRAMMAR_BEFORE + (i > from ? grammar[i - 1] : 0) * GRAMMARS + grammar[i]
  out[6] = GRAMMAR_AFTER + grammar[i] * GRAMMARS + (i + 1 < to ? grammar[i + 1] : 0)
  out[7] = PLACE + flags[i] * CLASSES + here
  out[9] = LISTED + columns.listed[i] * LISTINGS + (i + 1 < to ? columns.listed[i + 1] : 0)
  out[10] = QUOTED_AFTER + columns.quotedAfter[i] * CLASSES + here
  out[8] = AGREEMENT + (agreement[i] | (i + 1 < to ? agreement[i + 1] << 1 : 0)) * CLASSES + here
}

/** Writes what the second pass knows besides: SECOND_WIDTH indices. `memory` and `labels` come from the first pass. */
export function secondFeatures(
  memory: Uint8Array,
  labels: Labels,
  i: number,
  from: number,
  to: number,
  out: Int32Array,
): void {
  const { inner, outer } = labels
  const hasBefore = i > from
  const hasAfter = i + 1 < to
  // Numbers from 1 on; 0: beyond the sentence.
  const innerBefore = hasBefore ? inner[i - 1] + 1 : 0
  const innerAfter = hasAfter ? inner[i + 1] + 1 : 0
  const outerBefore = hasBefore ? outer[i - 1] - OUTER_NONE + 1 : 0
  const outerAfter = hasAfter ? outer[i + 1] - OUTER_NONE + 1 : 0
  out[0] = REMEMBERED + memory[i]
  out[1] = INNER_AROUND + (innerBefore * 6 + inner[i] + 1) * 6 + innerAfter
  out[2] = OUTER_AROUND + (outerBefore * 4 + outer[i] - OUTER_NONE + 1) * 4 + outerAfter
}
