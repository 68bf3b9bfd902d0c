/** The words of a sentence by which a duty is spoken of, and the names of what its stipulations are about. */
import { isOrdered } from '../language.ts'
import { type Layers, reading } from '../layers.ts'
import type { TokenRange } from '../span.ts'
import { KIND_MARK } from '../text/tokens.ts'
import { ADJECTIVAL, ADJS, ADVB, COMP, GRND, INFN, NOUN, NPRO, PRED, PRTF, PRTS, VERB } from '../words/grammar.ts'
import { type ClaimWord, compileClaimWords, NOUN_ROLES } from './claim-words.ts'
import type { DutyIndex } from './stipulations.ts'

export interface Anchor extends TokenRange {
  readonly word: ClaimWord
  /** The verb or noun of the wording. */
  readonly head: number
}

const HEADS_CLAUSE = VERB | INFN | PRTS | PRTF | GRND | ADJS | PRED | ADVB | COMP
const STANDS_AS_NOUN = NOUN | NPRO | ADJECTIVAL

/** Anchors of a sentence for the kinds of duty the kit's stipulations have, in order; [] where all of them only name things. */
export function findAnchors(layers: Layers, index: DutyIndex, from: number, to: number): readonly Anchor[] {
  const { tokens, pack } = layers
  const table = pack.derive(compileClaimWords)
  const met: { readonly words: readonly ClaimWord[]; readonly from: number; readonly to: number }[] = []
  let asserts = false
  for (let token = from; token < to; token++) {
    if (tokens.form[token].keys.length === 0) continue
    table.each(tokens.form, token, to, (words, end) => {
      met.push({ words, from: token, to: end })
      asserts ||= words.some(({ role }) => role !== 'thing' && role !== 'apart')
    })
  }
  if (!asserts) return NONE
  const found: Anchor[] = []
  for (const { words, from: start, to: end } of met) {
    for (const word of words) {
      const head = index.byKind.has(word.duty) ? headOf(layers, word, start, end) : -1
      if (head >= 0) found.push({ word, from: start, to: end, head })
    }
  }
  return withoutShorter(found)
}

const NONE: readonly Anchor[] = []

/** The head in the reading its role asks for, or -1. A verb of several words may be told by any of its readings. */
function headOf(layers: Layers, word: ClaimWord, from: number, to: number): number {
  const { tokens } = layers
  if (word.role === 'apart') return from
  const isNoun = word.role === 'thing' || NOUN_ROLES.has(word.role)
  if (NOUN_ROLES.has(word.role) && isPartOfName(layers, from, to)) return -1
  const wanted = isNoun ? STANDS_AS_NOUN : HEADS_CLAUSE
  const nouns = isNoun ? NOUN : VERB | INFN | PRTS | PRTF | GRND
  let second = -1
  for (let token = from; token < to; token++) {
    if (tokens.kind[token] === KIND_MARK) continue
    const { pos } = reading(layers, token)
    if ((pos & nouns) !== 0) return token
    if (second < 0 && (pos & wanted) !== 0) second = token
  }
  if (second >= 0) return second
  return to - from > 1 || (!isNoun && tokens.form[from].folded !== '' && isPredicative(layers, from)) ? from : -1
}

/** «National Amnesty Commission»: part of the name of a body is no deed. */
function isPartOfName({ names, nameOf, pack }: Layers, from: number, to: number): boolean {
  if (!isOrdered(pack)) return false
  const name = nameOf[from] < 0 ? null : names[nameOf[from]]
  return name !== null && name.kind === 'organisation' && (name.from < from || name.to > to)
}

function isPredicative(layers: Layers, token: number): boolean {
  return (layers.tokens.form[token].pos & (ADVB | PRED | ADJS | ADJECTIVAL)) !== 0
}

/** Of wordings of one duty that overlap the longest counts: of things by topic, of nouns by role, of all verbs. Sorted by first token. */
function withoutShorter(anchors: readonly Anchor[]): Anchor[] {
  return anchors.filter((one, i) => {
    const isLonger = (other: Anchor): boolean =>
      other.to >= one.to &&
      other.to - other.from > one.to - one.from &&
      other.word.duty === one.word.duty &&
      isAlike(other.word, one.word)
    for (let k = i - 1; k >= 0 && anchors[k].from > one.from - LONGEST; k--) if (isLonger(anchors[k])) return false
    for (let k = i + 1; k < anchors.length && anchors[k].from === one.from; k++) if (isLonger(anchors[k])) return false
    return true
  })
}

/** Words of a wording. */
const LONGEST = 8

function isAlike(a: ClaimWord, b: ClaimWord): boolean {
  if (a.role === 'thing' || b.role === 'thing') return a.role === b.role && a.topic === b.topic
  return a.role === b.role || (!NOUN_ROLES.has(a.role) && !NOUN_ROLES.has(b.role) && a.role !== 'apart')
}
