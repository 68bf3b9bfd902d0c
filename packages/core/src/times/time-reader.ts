/** A cursor over the tokens of a text for the rules: what a token may mean, which figures and marks it has. No state but the answer given last. */

import { isDash } from '../text/punctuation.ts'
import { GAP_LINE, GAP_NONE, KIND_MARK, KIND_NUMBER, KIND_WORD, type Sentences, type Tokens } from '../text/tokens.ts'
import { ADJECTIVAL, ANUM, PLUR, SING } from '../words/grammar.ts'
import {
  NUMERAL,
  ORDINAL,
  PREPOSITION_ABOUT,
  PREPOSITION_AFTER,
  PREPOSITION_FROM,
  PREPOSITION_IN,
  PREPOSITION_ON,
  PREPOSITION_OUT_OF,
  PREPOSITION_TO,
  PREPOSITION_UP_TO,
  PREPOSITION_WITHIN,
  RELATION,
  type Sense,
  type TimeWords,
} from './time-words.ts'

const PREPOSITIONS_OF_TIME = [
  PREPOSITION_IN,
  PREPOSITION_ON,
  PREPOSITION_FROM,
  PREPOSITION_OUT_OF,
  PREPOSITION_TO,
  PREPOSITION_UP_TO,
  PREPOSITION_WITHIN,
  PREPOSITION_ABOUT,
  PREPOSITION_AFTER,
]

/** Shorter spellings mean only what the table says of them: to the dictionary «в» is also an abbreviated век. */
export const SHORTEST_WORD = 3

const MOST_OPENING_MARKS = 6

export interface Wording {
  readonly sense: Sense
  /** First token after the wording. */
  readonly to: number
}

export class TimeReader {
  readonly text: string
  readonly tokens: Tokens
  readonly sentences: Sentences
  readonly words: TimeWords

  #lastToken = -1
  #lastKind = -1
  #lastWording: Wording | null = null

  constructor(text: string, tokens: Tokens, sentences: Sentences, words: TimeWords) {
    this.text = text
    this.tokens = tokens
    this.sentences = sentences
    this.words = words
  }

  /** The one-word sense of this kind that a token has, or null. */
  sense(token: number, kind: number): Sense | null {
    if (token < 0 || token >= this.tokens.count) return null
    // The dictionary files «пятый» under «пять»: the ordinal is told by its tag.
    if (kind === NUMERAL && this.#isOrdinal(token)) return null
    return (
      this.#senseOf(token, kind) ?? (kind === ORDINAL && this.#isOrdinal(token) ? this.#senseOf(token, NUMERAL) : null)
    )
  }

  #isOrdinal(token: number): boolean {
    return (this.tokens.form[token].lex & ANUM) !== 0
  }

  #senseOf(token: number, kind: number): Sense | null {
    const { keys, text } = this.tokens.form[token]
    for (let i = 0; i < keys.length; i++) {
      const senses = this.words.senses[keys[i]]
      if (senses === undefined) continue
      for (const sense of senses) {
        if (sense.kind === kind && sense.rest.length === 0 && (sense.exact || text.length >= SHORTEST_WORD))
          return sense
      }
    }
    return null
  }

  has(token: number, kind: number): boolean {
    return this.sense(token, kind) !== null
  }

  /** The longest wording of this kind that begins at a token, with the token after it; null when there is none. */
  wording(token: number, kind: number): Wording | null {
    // Rule after rule asks for the same «этот» or «прошлый».
    if (token === this.#lastToken && kind === this.#lastKind) return this.#lastWording
    this.#lastToken = token
    this.#lastKind = kind
    this.#lastWording = this.#findWording(token, kind)
    return this.#lastWording
  }

  #findWording(token: number, kind: number): Wording | null {
    if (token < 0 || token >= this.tokens.count) return null
    const { keys, pos } = this.tokens.form[token]
    let best: Wording | null = null
    for (let i = 0; i < keys.length; i++) {
      const senses = this.words.senses[keys[i]]
      if (senses === undefined) continue
      for (const sense of senses) {
        if (sense.kind !== kind) continue
        // «прошла неделя» has a verb, «прошлая неделя» the adjective.
        if (kind === RELATION && !sense.exact && (pos & ADJECTIVAL) === 0) continue
        const to = this.#endOf(token, sense)
        if (to !== -1 && (best === null || to > best.to)) best = { sense, to }
      }
    }
    return best
  }

  /** Token after a wording that begins at `token`, or -1. Dots of abbreviations («т. г.») are passed over. */
  #endOf(token: number, sense: Sense): number {
    let at = token + 1
    for (const key of sense.rest) {
      if (this.code(at) === 0x2e && this.tokens.gap[at] === GAP_NONE) at++
      if (at >= this.tokens.count || !this.#hasKey(at, key)) return -1
      at++
    }
    return at
  }

  #hasKey(token: number, key: number): boolean {
    const { keys } = this.tokens.form[token]
    for (let i = 0; i < keys.length; i++) if (keys[i] === key) return true
    return false
  }

  /** Code unit of a mark, 0 for any other token and beyond the text. */
  code(token: number): number {
    if (token < 0 || token >= this.tokens.count || this.tokens.kind[token] !== KIND_MARK) return 0
    return this.text.charCodeAt(this.tokens.start[token])
  }

  /** Nothing stands between this token and the one before it. */
  isAttached(token: number): boolean {
    return token < this.tokens.count && this.tokens.gap[token] === GAP_NONE
  }

  /** The token stands in the same line as the one before it. */
  continues(token: number): boolean {
    return token < this.tokens.count && this.tokens.gap[token] < GAP_LINE
  }

  isDash(token: number): boolean {
    return isDash(this.code(token))
  }

  /** True for a plural that cannot be a singular: «последние», not «последней». */
  isPlural(token: number): boolean {
    const { agr } = this.tokens.form[token]
    return (agr & PLUR) !== 0 && (agr & SING) === 0
  }

  /** A preposition that takes times stands before the token. */
  isIntroduced(token: number): boolean {
    return PREPOSITIONS_OF_TIME.some(kind => this.has(token - 1, kind))
  }

  isNumber(token: number): boolean {
    return token >= 0 && token < this.tokens.count && this.tokens.kind[token] === KIND_NUMBER
  }

  isWord(token: number): boolean {
    return token >= 0 && token < this.tokens.count && this.tokens.kind[token] === KIND_WORD
  }

  /** Figures of a number token, how many; 0 for any other token. */
  figures(token: number): number {
    return this.isNumber(token) ? this.tokens.end[token] - this.tokens.start[token] : 0
  }

  /** A number of other than four figures with no word of the table of times soon after it: «15 человек». */
  isPlainCount(token: number): boolean {
    if (this.tokens.end[token] - this.tokens.start[token] === 4) return false
    const next = token + 1
    // «10 рабочих дней»: one word may stand between.
    const end = Math.min(next + 2, this.tokens.count)
    for (let at = next; at < end; at++) {
      if (this.tokens.gap[at] >= GAP_LINE) break
      if (this.tokens.kind[at] !== KIND_WORD) return at > next
      const { keys } = this.tokens.form[at]
      for (let i = 0; i < keys.length; i++) if (this.words.senses[keys[i]] !== undefined) return false
      if (this.text.charCodeAt(this.tokens.start[at]) < 0x3a) return false
      // «29 летнего»: the adjective's own word is in no table.
      if (this.words.unitStems.some(({ stem }) => this.text.startsWith(stem, this.tokens.start[at]))) return false
    }
    return true
  }

  /** Value of a number token of at most nine figures, or -1. */
  value(token: number): number {
    const figures = this.figures(token)
    if (figures === 0 || figures > 9) return -1
    let value = 0
    for (let i = this.tokens.start[token]; i < this.tokens.end[token]; i++)
      value = value * 10 + this.text.charCodeAt(i) - 0x30
    return value
  }

  /** Parts of a word that begins with figures: 43-летний is 43 and «летний», 1997-м is 1997 and «м»; null for any other token. */
  figuredWord(token: number): { readonly value: number; readonly figures: number; readonly rest: string } | null {
    if (!this.isWord(token)) return null
    const { folded } = this.tokens.form[token]
    let at = 0
    let value = 0
    while (at < folded.length && folded.charCodeAt(at) >= 0x30 && folded.charCodeAt(at) < 0x3a) {
      value = value * 10 + folded.charCodeAt(at) - 0x30
      at++
    }
    if (at === 0 || at > 6 || at + 1 >= folded.length) return null
    return { value, figures: at, rest: folded.slice(at + 1) }
  }

  /** The token begins a sentence, perhaps after a quotation mark or a dash. */
  beginsSentence(token: number): boolean {
    const first = this.sentences.from[this.sentences.of[token]]
    if (token - first >= MOST_OPENING_MARKS) return false
    for (let i = first; i < token; i++) if (this.tokens.kind[i] !== KIND_MARK) return false
    return true
  }

  sentenceOf(token: number): number {
    return this.sentences.of[token]
  }

  paragraphOf(token: number): number {
    return this.sentences.paragraph[this.sentences.of[token]]
  }
}
