/** The inflection tables of a pack: which endings a word takes and what each form is. */
import type { Container } from '../kit/container.ts'
import type { Reading } from './form.ts'
import * as grammar from './grammar.ts'

/** Marks a by-form among a tag's flags (packages/lang, compile-words.ts). */
const SECONDARY = 1 << 8

export class Paradigms {
  readonly suffixes: readonly string[]
  readonly prefixes: readonly string[]
  /** Four numbers a form: suffix, tag, prefix, index of its lemma. */
  readonly #forms: Uint16Array
  readonly #starts: Uint32Array
  /** Four numbers a tag: pos, agr, lex, flags. */
  readonly #tags: Uint32Array

  constructor(container: Container) {
    this.suffixes = container.json('words/suffixes') as string[]
    this.prefixes = container.json('words/prefixes') as string[]
    this.#forms = container.u16('words/paradigms')
    this.#starts = container.u32('words/starts')
    this.#tags = container.u32('words/tags')
  }

  /** How many forms a paradigm has. */
  count(paradigm: number): number {
    return this.#starts[paradigm + 1] - this.#starts[paradigm]
  }

  tagOf(paradigm: number, index: number): number {
    return this.#forms[(this.#starts[paradigm] + index) * 4 + 1]
  }

  pos(tag: number): number {
    return this.#tags[tag * 4]
  }

  agr(tag: number): number {
    return this.#tags[tag * 4 + 1]
  }

  lex(tag: number): number {
    return this.#tags[tag * 4 + 2]
  }

  /** Rough share of a reading with this tag against an unmarked one, 0..1. */
  prior(tag: number): number {
    return (this.#tags[tag * 4 + 3] & 0xff) / 255
  }

  isByForm(tag: number): boolean {
    return (this.#tags[tag * 4 + 3] & SECONDARY) !== 0
  }

  /** The dictionary word of a form: of a patronymic the patronymic, else the first form of the paradigm. */
  lemma(stem: string, paradigm: number, index: number): string {
    return this.spell(stem, paradigm, this.#forms[(this.#starts[paradigm] + index) * 4 + 3])
  }

  /** A form of a word: prefix, stem, suffix. */
  spell(stem: string, paradigm: number, index: number): string {
    const at = (this.#starts[paradigm] + index) * 4
    return this.prefixes[this.#forms[at + 2]] + stem + this.suffixes[this.#forms[at]]
  }

  /** What stands between prefix and suffix of a spelling that is this form. */
  stem(spelling: string, paradigm: number, index: number): string {
    const at = (this.#starts[paradigm] + index) * 4
    const prefix = this.prefixes[this.#forms[at + 2]].length
    return spelling.slice(prefix, spelling.length - this.suffixes[this.#forms[at]].length)
  }

  /**
   * Index of the form of the same part of speech that has the wanted bits and keeps most of what the reading is, or -1.
   * By-forms («чаю», «мною», «Маш») come last; among equals the first.
   */
  findForm(reading: Reading, want: number): number {
    let best = -1
    let bestScore = -1
    const first = this.#starts[reading.paradigm]
    const count = this.#starts[reading.paradigm + 1] - first
    for (let i = 0; i < count; i++) {
      const tag = this.#forms[(first + i) * 4 + 1]
      if (this.pos(tag) !== reading.pos || !satisfies(this.agr(tag), want)) continue
      if (((this.lex(tag) ^ reading.lex) & grammar.PATR) !== 0) continue
      const score = likeness(this.agr(tag), reading.agr & ~masksOf(want)) * 2 + (this.isByForm(tag) ? 0 : 1)
      if (score > bestScore) {
        best = i
        bestScore = score
      }
    }
    return best
  }
}

/** Categories in falling order of how much a form should keep them. */
const CATEGORIES = [
  grammar.NUMBER,
  grammar.CASE,
  grammar.GENDER,
  grammar.TENSE,
  grammar.PSSV,
  grammar.PERSON,
  grammar.IMPR,
  grammar.ANIMACY,
  grammar.PERF | grammar.IMPF,
]

/** The whole categories that the wanted bits speak of. */
function masksOf(want: number): number {
  let masks = 0
  for (const category of CATEGORIES) if ((want & category) !== 0) masks |= category
  return masks
}

/** True when a form has one of the wanted values of each category asked for. A plural without gender has every gender. */
export function satisfies(agr: number, want: number): boolean {
  for (const category of CATEGORIES) {
    const wanted = want & category
    if (wanted === 0 || (agr & wanted) !== 0) continue
    const plural = category === grammar.GENDER && (agr & grammar.GENDER) === 0 && (agr & grammar.PLUR) !== 0
    if (!plural) return false
  }
  return true
}

function likeness(agr: number, kept: number): number {
  let score = 0
  for (let i = 0; i < CATEGORIES.length; i++) {
    const a = agr & CATEGORIES[i]
    const b = kept & CATEGORIES[i]
    if ((a & b) !== 0) score += 1 << (CATEGORIES.length + 1 - i)
    else if (a === 0 || b === 0) score += 1 // says nothing rather than something else
  }
  return score
}
