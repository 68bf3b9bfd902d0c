/** What a spelling may be: an ordered list of rules; the first that finds readings gives them. */
import type { Container } from '../kit/container.ts'
import type { Grammar, TableRow } from '../kit.ts'
import { makeLabels } from './automaton.ts'
import { Compounds } from './compounds.ts'
import { Dictionary, settle } from './dictionary.ts'
import { type Reading, SHAPE_CAPITAL, SHAPE_LOWER, SHAPE_MIXED, SHAPE_UPPER } from './form.ts'
import * as grammar from './grammar.ts'
import { NumberTails } from './number-tails.ts'
import { share, unchanging } from './readings-of.ts'
import { SCRIPT_CYRILLIC, SCRIPT_DIGIT, SCRIPT_OF_CODE, scriptsOf } from './scripts.ts'
import { shapeOf } from './shape.ts'
import { UnknownWords } from './unknown-words.ts'
import { WordReading } from './word-reading.ts'

const ANY_NOUN = grammar.CASE | grammar.NUMBER | grammar.GENDER
/** A longer word in capitals is rather a word in capitals than an abbreviation. */
const LONGEST_ABBREVIATION = 6
/** Abbreviations of the dictionary are few; a short word in capitals may be another one. */
const SHORT_IN_CAPITALS = 5

/** What language.yaml says of words. */
export interface LanguageWords {
  /** ISO 15924: `Cyrl`, `Latn`. A word without a letter of it is foreign. */
  readonly script: string
  readonly linking_letters: readonly string[]
  /** `order`: names do not decline, so only their capital shows them. */
  readonly grammar?: Grammar
  readonly number_tails?: { readonly ordinal: readonly string[]; readonly cardinal: readonly string[] }
  readonly abbreviation_like?: string
}

/** Of this length capitals are an abbreviation more often than a word in a headline of capitals. */
const USUAL_ABBREVIATION = 3
/** Words that stand in any headline: «НА», «ОНИ». */
const SMALL_WORDS = grammar.PREP | grammar.CONJ | grammar.PRCL | grammar.NPRO

interface Spelling {
  readonly text: string
  /** In lower case, stress marks and soft hyphens left out. */
  readonly lower: string
  readonly shape: number
  readonly scripts: number
}

/** Verbs, adjectives and adverbs that a name may look like, and the share of the name. */
const NAMED_TOO = grammar.VERBAL | grammar.ADJF | grammar.ADVB
const NAME_SHARE = 0.15

type Rule = (spelling: Spelling) => readonly WordReading[]

export class Analyser {
  readonly dictionary: Dictionary
  readonly #unknown: UnknownWords
  readonly #compounds: Compounds
  readonly #numbers: NumberTails
  readonly #abbreviation: Reading | undefined
  readonly #capitalsName: boolean
  readonly #rules: readonly Rule[]

  constructor(
    container: Container,
    language: LanguageWords,
    elements: readonly TableRow[],
    prefixes: readonly TableRow[],
  ) {
    const labels = makeLabels(container.text('words/alphabet'))
    this.dictionary = new Dictionary(container, labels)
    this.#unknown = new UnknownWords(container, labels, this.dictionary.paradigms)
    this.#compounds = new Compounds(elements, prefixes, language.linking_letters)
    const { ordinal = [], cardinal = [] } = language.number_tails ?? {}
    this.#numbers = new NumberTails(this.dictionary, ordinal, cardinal)
    if (language.abbreviation_like !== undefined)
      this.#abbreviation = this.dictionary.readings(language.abbreviation_like, false)[0]
    this.#capitalsName = language.grammar === 'order'
    const script = SCRIPT_OF_CODE[language.script] ?? SCRIPT_CYRILLIC
    this.#rules = [
      mark,
      digits,
      spelling => foreign(spelling, script),
      spelling => this.#initial(spelling),
      spelling => this.#known(spelling),
      spelling => this.#numberTail(spelling),
      spelling => this.#hyphened(spelling),
      spelling => this.#abbreviations(spelling),
      spelling => this.#prefixed(spelling),
      spelling => this.#guessed(spelling),
    ]
  }

  /** Readings of a spelling in falling order of weight, never empty. */
  analyse(text: string, lower: string, shape: number): readonly Reading[] {
    const spelling = { text: withoutMarks(text), lower: withoutMarks(lower), shape, scripts: scriptsOf(text) }
    for (const rule of this.#rules) {
      const readings = rule(spelling)
      // A copy has room for its readings and no more: a cache of forms holds many.
      if (readings.length > 0) return settle([...readings]).slice()
    }
    return this.#unknown.fixed(spelling.lower, 1)
  }

  /** «И.», «В»: one capital letter may be an initial, and what else it is. */
  #initial({ lower, shape }: Spelling): WordReading[] {
    if (lower.length !== 1 || shape !== SHAPE_CAPITAL) return []
    const words = this.dictionary.readings(lower, true)
    const agr = grammar.CASE | grammar.SING | grammar.MASC | grammar.FEMN | grammar.ANIM
    share(words, 0.7)
    return [...words, unchanging(lower, grammar.NOUN, agr, grammar.INIT | grammar.FIXD, words.length > 0 ? 0.3 : 1)]
  }

  #known({ lower, shape }: Spelling): WordReading[] {
    const known = this.dictionary.readings(lower, shape !== SHAPE_LOWER)
    if (known.length === 0 || shape === SHAPE_LOWER) return known
    const extra: WordReading[] = []
    // «Lynch», «Rice»: a word with a capital may be somebody's name whatever it is in small letters.
    if (this.#capitalsName && known.every(({ pos }) => (pos & NAMED_TOO) !== 0)) {
      extra.push(unchanging(lower, grammar.NOUN, grammar.CASE | grammar.SING, grammar.GUESS | grammar.FIXD, NAME_SHARE))
    }
    if (shape === SHAPE_CAPITAL && known.every(looksLikeSurname)) {
      const surnames = this.#unknown.typicalSurnames(lower)
      share(surnames, 0.1)
      extra.push(...surnames)
    }
    if (shape === SHAPE_UPPER && lower.length <= SHORT_IN_CAPITALS) extra.push(...this.#inCapitals(lower, known))
    return extra.length === 0 ? known : [...known, ...extra]
  }

  /**
   * What a short word of the dictionary may be besides when it stands in capitals. «МИД» declines in the dictionary, yet
   * after «глава» it stands as it is: an abbreviation need not decline. Changes the weights of `known`.
   */
  #inCapitals(lower: string, known: readonly WordReading[]): WordReading[] {
    const names = known.filter(isAbbreviatedName)
    share(names, 9)
    if (names.some(reading => (reading.lex & grammar.FIXD) !== 0)) return []
    const abbreviations = this.#unknown.abbreviation(lower)
    const small = known.some(reading => (reading.pos & SMALL_WORDS) !== 0)
    const total = names.length > 0 || lower.length <= USUAL_ABBREVIATION ? 9 : 1.5
    share(abbreviations, small ? 0.4 : total)
    return abbreviations
  }

  #numberTail({ text, lower, scripts }: Spelling): WordReading[] {
    const hyphen = lower.indexOf('-')
    if ((scripts & SCRIPT_DIGIT) === 0 || hyphen <= 0 || lower.length !== text.length) return []
    const head = lower.slice(0, hyphen)
    if (scriptsOf(head) !== SCRIPT_DIGIT) return []
    return this.#numbers.read(head, lower.slice(hyphen + 1), word => this.#part(word, word))
  }

  #hyphened({ text, lower }: Spelling): WordReading[] {
    if (!lower.includes('-')) return []
    return this.#compounds.hyphened(text, lower, (part, partLower) => this.#part(part, partLower))
  }

  /** МЧС of no dictionary; МИДа, ВУЗом: capitals with an ending. */
  #abbreviations({ text, lower, shape }: Spelling): WordReading[] {
    if (shape === SHAPE_UPPER) return lower.length <= LONGEST_ABBREVIATION ? this.#unknown.abbreviation(lower) : []
    if (shape !== SHAPE_MIXED || this.#abbreviation === undefined || lower.length !== text.length) return []
    let capitals = 0
    while (capitals < text.length && text[capitals] !== lower[capitals]) capitals++
    const ending = text.slice(capitals)
    if (capitals < 2 || ending !== lower.slice(capitals)) return []
    const { paradigm, pos } = this.#abbreviation
    const { paradigms } = this.dictionary
    const stem = lower.slice(0, capitals)
    const found: WordReading[] = []
    for (let index = 0; index < paradigms.count(paradigm); index++) {
      const tag = paradigms.tagOf(paradigm, index)
      if (paradigms.pos(tag) !== pos || paradigms.spell('', paradigm, index) !== ending) continue
      const lex = grammar.ABBR | grammar.GUESS
      found.push(new WordReading(stem, pos, paradigms.agr(tag), lex, 1, stem, paradigm, index, null))
    }
    return found
  }

  #prefixed({ lower }: Spelling): WordReading[] {
    return this.#compounds.prefixed(lower, rest => this.dictionary.readings(rest, false))
  }

  /** What a place that no dictionary has may be, by its ending. */
  place(lower: string): readonly Reading[] {
    return this.#unknown.place(lower)
  }

  #guessed({ lower, shape }: Spelling): WordReading[] {
    return shape === SHAPE_LOWER ? this.#unknown.small(lower) : this.#unknown.capital(lower)
  }

  #part(text: string, lower: string): readonly Reading[] {
    return this.analyse(text, lower, shapeOf(text, lower))
  }
}

function mark({ text, scripts }: Spelling): WordReading[] {
  return scripts === 0 ? [unchanging(text, grammar.MARK, 0, 0)] : []
}

function digits({ text, scripts }: Spelling): WordReading[] {
  return scripts === SCRIPT_DIGIT ? [unchanging(text, grammar.NUMB, grammar.CASE | grammar.NUMBER, 0)] : []
}

function foreign({ lower, scripts }: Spelling, script: number): WordReading[] {
  return (scripts & script) === 0 ? [unchanging(lower, grammar.LATN, ANY_NOUN, grammar.FIXD)] : []
}

/** «Песков», «Карасин»: the dictionary may know a surname as a plural genitive or a short adjective alone. */
function looksLikeSurname({ pos, agr, lex }: Reading): boolean {
  if (pos === grammar.ADJS) return (agr & grammar.SING) !== 0
  const plural = (agr & (grammar.PLUR | grammar.GENT)) === (grammar.PLUR | grammar.GENT)
  return pos === grammar.NOUN && (lex & grammar.NAMELIKE) === 0 && (plural || (agr & grammar.ACCS) !== 0)
}

/** США, ОБСЕ, МИД; «сб» (суббота) is an abbreviation, but none that is written in capitals. */
function isAbbreviatedName({ lex }: Reading): boolean {
  return (lex & grammar.ORGN) !== 0 || ((lex & grammar.ABBR) !== 0 && (lex & (grammar.GEOX | grammar.SGTM)) !== 0)
}

/** Stress marks and soft hyphens are no letters; a hyphen that forbids a line break is a hyphen. */
function withoutMarks(spelling: string): string {
  for (let i = 0; i < spelling.length; i++) {
    const code = spelling.charCodeAt(i)
    if (code === 0xad || code === 0x300 || code === 0x301 || code === 0x2010 || code === 0x2011) {
      return spelling.replaceAll(/\u00ad|\u0300|\u0301/g, '').replaceAll(/\u2010|\u2011/g, '-')
    }
  }
  return spelling
}
