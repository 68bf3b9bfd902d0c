/** What the rules of the names stage look at besides the spans. */
import type { LanguagePack } from '../kit.ts'
import type { Sentences, Tokens } from '../text/tokens.ts'
import { type Form, SHAPE_LOWER } from '../words/form.ts'
import { ADJECTIVAL } from '../words/grammar.ts'
import type { Words } from '../words/readings.ts'
import { type Countries, compileCountries } from './countries.ts'
import { compileKnownWords, HEAD_KINDS, type KnownWords } from './known-words.ts'

const ORGAN = HEAD_KINDS.indexOf('organ') + 1
const PERSON = HEAD_KINDS.indexOf('person') + 1
const PLACE = HEAD_KINDS.indexOf('place') + 1
const ORGANISATIONS = ['organ', 'organisation', 'media', 'team'].map(kind => HEAD_KINDS.indexOf(kind) + 1)

export class NameScene {
  readonly tokens: Tokens
  readonly sentences: Sentences
  readonly words: Words
  readonly pack: LanguagePack
  readonly #countries: Countries
  readonly #known: KnownWords
  /** Kind of head of a form, as a stored number. */
  readonly #headOf: (form: Form) => number

  constructor(tokens: Tokens, sentences: Sentences, words: Words, pack: LanguagePack, headOf: (form: Form) => number) {
    this.tokens = tokens
    this.sentences = sentences
    this.words = words
    this.pack = pack
    this.#countries = pack.derive(compileCountries)
    this.#known = pack.derive(compileKnownWords)
    this.#headOf = headOf
  }

  /** Code of the country that the word alone names, in any case («Перу», «Франции», «США»); null for words in small letters. */
  countryOf(form: Form): string | null {
    if (form.shape === SHAPE_LOWER) return null
    const { names } = this.#countries
    for (const reading of form.readings) {
      if ((reading.pos & ADJECTIVAL) !== 0) continue
      const code = names.get(reading.lemma.replaceAll('ё', 'е'))
      if (code !== undefined) return code
    }
    return names.get(form.folded) ?? null
  }

  /** A noun for an office or for a person by what he is: «президент», «певица». */
  isTitle(form: Form): boolean {
    return this.#headOf(form) === PERSON || (this.#known.of(form) & 1) !== 0
  }

  /** «правительство», «полиция»: one of its kind in its state. */
  isOrgan(form: Form): boolean {
    return this.#headOf(form) === ORGAN
  }

  isOrganisationHead(form: Form): boolean {
    return ORGANISATIONS.includes(this.#headOf(form))
  }

  /** «город», «область», «река». */
  isPlaceHead(form: Form): boolean {
    return this.#headOf(form) === PLACE
  }

  isSentenceStart(token: number): boolean {
    return this.sentences.from[this.sentences.of[token]] === token
  }
}
