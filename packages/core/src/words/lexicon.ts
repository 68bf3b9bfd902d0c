/** The words of a language pack: spellings to forms, each made at first sight and kept. */
import type { Analyser } from './analyser.ts'
import type { Form, Lexicon, Reading } from './form.ts'
import { FormTable, hashOf } from './form-table.ts'
import { CASE, FIXD, GENDER, GUESS, MASC, NOMN, NOUN, NUMBER, PRTF, PSSV, SING, TENSE } from './grammar.ts'
import { satisfies } from './paradigms.ts'
import type { KeyIndex } from './phrases.ts'
import { unchanging } from './readings-of.ts'
import { shapeOf } from './shape.ts'

/** Forms kept; then the cache is emptied. A book of a million words has some 100,000 forms. */
const CACHE_SIZE = 120_000
/** Longer spellings are no words; they are neither looked up nor kept (a megabyte of one letter is lawful input). */
const LONGEST_WORD = 80

export class PackLexicon implements Lexicon {
  readonly #analyser: Analyser
  /** Keys of the words that tables name. */
  readonly index: KeyIndex
  #forms = new FormTable()

  constructor(analyser: Analyser, index: KeyIndex) {
    this.#analyser = analyser
    this.index = index
  }

  form(spelling: string): Form {
    return this.formAt(spelling, 0, spelling.length)
  }

  formAt(text: string, start: number, end: number): Form {
    if (end - start > LONGEST_WORD) return new LexiconForm(text.slice(start, end), this.#analyser, this)
    const hash = hashOf(text, start, end)
    const known = this.#forms.find(text, start, end, hash)
    if (known !== null) return known
    const form = new LexiconForm(copyOf(text.slice(start, end)), this.#analyser, this)
    if (this.#forms.size >= CACHE_SIZE) this.#forms = new FormTable()
    this.#forms.add(form, hash)
    return form
  }

  inflect(reading: Reading, want: number): string | null {
    if (reading.parts != null) {
      let spelling = ''
      for (const part of reading.parts) {
        const piece = typeof part === 'string' ? part : this.inflect(part, want)
        if (piece === null) return null
        spelling += piece
      }
      return spelling
    }
    if (reading.paradigm < 0) return (reading.lex & FIXD) !== 0 || satisfies(reading.agr, want) ? reading.lemma : null
    const { paradigms } = this.#analyser.dictionary
    const index = paradigms.findForm(reading, want)
    return index < 0 ? null : paradigms.spell(reading.stem, reading.paradigm, index)
  }

  place(word: string): readonly Reading[] {
    return this.#analyser.place(word)
  }
}

/** From this length on V8 points into the text it cuts from. */
const SHORTEST_SLICE = 13

/** Engines cut long slices out of a text by pointing into it; a form kept would keep the whole text alive. */
function copyOf(slice: string): string {
  if (slice.length < SHORTEST_SLICE) return slice
  const units: number[] = []
  for (let i = 0; i < slice.length; i++) units.push(slice.charCodeAt(i))
  return String.fromCharCode(...units)
}

class LexiconForm implements Form {
  readonly text: string
  readonly folded: string
  readonly shape: number
  readonly readings: readonly Reading[]
  readonly pos: number
  readonly agr: number
  readonly lex: number
  tagger: Int32Array | null = null
  taggerAt = 0
  namer: Int32Array | null = null
  namerAt = 0
  readonly #lexicon: PackLexicon
  #keys: readonly number[] = NO_KEYS
  #keysAsOf = -1

  constructor(spelling: string, analyser: Analyser, lexicon: PackLexicon) {
    const lower = spelling.toLowerCase()
    this.text = spelling
    // The same letters are the same string: a cache of forms holds many.
    const own = lower === spelling ? spelling : lower
    this.folded = own.includes('ё') ? own.replaceAll('ё', 'е') : own
    this.shape = shapeOf(spelling, lower)
    this.readings = spelling.length > LONGEST_WORD ? NO_WORD : analyser.analyse(spelling, lower, this.shape)
    let pos = 0
    let agr = 0
    let lex = 0
    for (const reading of this.readings) {
      pos |= reading.pos
      agr |= reading.agr
      lex |= reading.lex
    }
    this.pos = pos
    this.agr = agr
    this.lex = lex
    this.#lexicon = lexicon
  }

  /** Tables may name their words after a form was made, so the keys are asked for anew when their number has changed. */
  get keys(): readonly number[] {
    const index = this.#lexicon.index
    if (this.#keysAsOf !== index.count) {
      this.#keysAsOf = index.count
      this.#keys = index.keysOf(this.folded, lemmasOf(this.readings, this.#lexicon))
    }
    return this.#keys
  }
}

const NO_WORD: readonly Reading[] = [unchanging('', NOUN, CASE | NUMBER | GENDER, GUESS | FIXD)]
const NO_KEYS: readonly number[] = []

/** Dictionary words of a form, and of a participle its own first form: «свергнутый» stands in tables as adjectives do. */
function lemmasOf(readings: readonly Reading[], lexicon: Lexicon): Set<string> {
  const lemmas = new Set<string>()
  let participles = 0
  for (const reading of readings) {
    lemmas.add(reading.lemma)
    const kind = reading.agr & (TENSE | PSSV)
    // Readings of one participle differ in case, number and gender alone.
    if (reading.pos !== PRTF || kind === participles) continue
    participles = kind
    const first = lexicon.inflect(reading, NOMN | SING | MASC)
    if (first !== null) lemmas.add(first)
  }
  return lemmas
}
