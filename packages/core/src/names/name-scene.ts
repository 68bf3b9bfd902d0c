/** What the rules of the names stage look at besides the spans. */
import type { LanguagePack } from '../kit.ts'
import { KIND_WORD, type Sentences, type Tokens } from '../text/tokens.ts'
import { type Form, SHAPE_LOWER } from '../words/form.ts'
import { ADJECTIVAL } from '../words/grammar.ts'
import type { Words } from '../words/readings.ts'
import { type Countries, compileCountries } from './countries.ts'
import { HEAD_KINDS, KNOWN_COUNTRY, KNOWN_TITLE } from './known-words.ts'
import type { Namer } from './namer-model.ts'

const ORGAN = HEAD_KINDS.indexOf('organ') + 1
const AUTHORITY = HEAD_KINDS.indexOf('authority') + 1
const ORGANISATION = HEAD_KINDS.indexOf('organisation') + 1
const OTHERS = ['work', 'law', 'event', 'award', 'product'].map(kind => HEAD_KINDS.indexOf(kind) + 1)
const PERSON = HEAD_KINDS.indexOf('person') + 1
const PLACE = HEAD_KINDS.indexOf('place') + 1
const ORGANISATIONS = ['organ', 'organisation', 'media', 'team'].map(kind => HEAD_KINDS.indexOf(kind) + 1)

export class NameScene {
  readonly tokens: Tokens
  readonly sentences: Sentences
  readonly words: Words
  readonly pack: LanguagePack
  /** Words that do not stand in small letters alone. */
  readonly capitals: readonly number[]
  /** Words that `names/heads` knows. */
  readonly heads: readonly number[]
  /** Part of each token in a listed name (listed-names.ts). */
  readonly listed: Uint8Array
  readonly #countries: Countries
  readonly #namer: Namer

  constructor(
    tokens: Tokens,
    sentences: Sentences,
    words: Words,
    pack: LanguagePack,
    namer: Namer,
    listed: Uint8Array,
  ) {
    this.tokens = tokens
    this.sentences = sentences
    this.words = words
    this.pack = pack
    this.#countries = pack.derive(compileCountries)
    this.#namer = namer
    this.listed = listed
    const capitals: number[] = []
    const heads: number[] = []
    for (let i = 0; i < tokens.count; i++) {
      if (tokens.kind[i] !== KIND_WORD) continue
      if (tokens.form[i].shape !== SHAPE_LOWER) capitals.push(i)
      // «о.» and «с.» stand for an island and a village, but far more often for nothing of the kind.
      if (tokens.form[i].text.length > 2 && namer.headOf(tokens.form[i]) !== 0) heads.push(i)
    }
    this.capitals = capitals
    this.heads = heads
  }

  /** Code of the country that the word alone names, in any case («Перу», «Франции», «США»); null for words in small letters. */
  countryOf(form: Form): string | null {
    if (form.shape === SHAPE_LOWER || (this.#namer.knownOf(form) & KNOWN_COUNTRY) === 0) return null
    const { names } = this.#countries
    for (const reading of form.readings) {
      if ((reading.pos & ADJECTIVAL) !== 0) continue
      const code = names.get(reading.lemma.replaceAll('ё', 'е'))
      if (code !== undefined) return code
    }
    return names.get(form.folded) ?? null
  }

  /** A noun for a kind of place: «город», «районы». */
  isPlaceKind(form: Form): boolean {
    return this.#namer.headOf(form) === PLACE
  }

  /** A noun for an office or for a person by what he is: «президент», «певица». */
  isTitle(form: Form): boolean {
    return this.#namer.headOf(form) === PERSON || (this.#namer.knownOf(form) & KNOWN_TITLE) !== 0
  }

  /** «правительство», «полиция»: one of its kind in its state. */
  isOrgan(form: Form): boolean {
    return this.#namer.headOf(form) === ORGAN
  }

  /** «власти», «командование»: who commands, part of what they command. */
  isAuthority(form: Form): boolean {
    return this.#namer.headOf(form) === AUTHORITY
  }

  isOrganisationHead(form: Form): boolean {
    return ORGANISATIONS.includes(this.#namer.headOf(form))
  }

  /** Any noun of `names/heads`. */
  isHead(form: Form): boolean {
    return this.#namer.headOf(form) !== 0
  }

  /** «министерство», «комитет»: a kind of organisation that says by a noun in the genitive what it is for. */
  needsMatter(form: Form): boolean {
    return this.#namer.headOf(form) === ORGANISATION
  }

  /** «альбом», «статья», «орден», «турнир», «корабль»: whose names are no organisations. */
  isOtherHead(form: Form): boolean {
    return OTHERS.includes(this.#namer.headOf(form))
  }

  /** «город», «область», «река». */
  isPlaceHead(form: Form): boolean {
    return this.#namer.headOf(form) === PLACE
  }

  /** The same number for all cases of a name. */
  stemOf(form: Form): number {
    return this.#namer.stemOf(form)
  }

  isSentenceStart(token: number): boolean {
    return this.sentences.from[this.sentences.of[token]] === token
  }
}
