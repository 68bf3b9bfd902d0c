/**
 * Names of persons: which word is given name, patronymic, surname, and the whole name in the nominative. All words of a name stand in
 * one case and one gender; the pair that fits every word best is taken, so that «Зимову» is a woman's surname after «Наталью» and a
 * man's after «Ивану».
 */
import type { LanguagePack } from '../kit.ts'
import { type CueTables, compileCues } from '../quotations/cues.ts'
import { GAP_NONE, KIND_MARK, KIND_WORD, type Tokens } from '../text/tokens.ts'
import type { Form } from '../words/form.ts'
import {
  ADJECTIVAL,
  ANIM,
  CASE,
  CASES,
  FEMN,
  GENDER,
  GENT,
  LATN,
  MASC,
  NOMN,
  NOUN,
  PAST,
  PROPER,
  SING,
  VERB,
} from '../words/grammar.ts'
import type { Words } from '../words/readings.ts'
import { caseOf, FITS, type Fits, fitsOfWord, genderOf, noFits } from './name-fits.ts'
import type { PersonParts } from './name-span.ts'
import {
  assignRoles,
  GIVEN_ROLE,
  initialsOf,
  type NameWord,
  nameWords,
  PATRONYMIC_ROLE,
  SURNAME_ROLE,
} from './name-words.ts'

export interface PersonName {
  readonly base: string
  readonly parts: PersonParts
}

/** What the rest of the document says of a name: 0 and null for nothing. */
export interface KnownPerson {
  readonly gender: number
  /** Surname in the nominative, folded. */
  readonly surname: string | null
}

export const NOTHING_KNOWN: KnownPerson = { gender: 0, surname: null }

/** Reads the persons of one document; words that come again are inflected once. */
export class PersonReader {
  readonly #pack: LanguagePack
  readonly #tokens: Tokens
  readonly #words: Words
  /** By form: a table of fits for each role. Forms live as long as the pack's cache, and so do their tables. */
  readonly #fits: WeakMap<Form, Fits[]>
  readonly #cues: CueTables

  constructor(pack: LanguagePack, tokens: Tokens, words: Words) {
    this.#pack = pack
    this.#tokens = tokens
    this.#words = words
    this.#fits = pack.derive(noFits)
    this.#cues = pack.derive(compileCues)
  }

  /** The person named by tokens `from`..`to`. */
  read(from: number, to: number, known: KnownPerson = NOTHING_KNOWN): PersonName {
    const list = nameWords(this.#tokens, from, to)
    const initials = initialsOf(this.#tokens, from, to)
    assignRoles(list, initials.length > 0)
    const { index, genders } = this.#bestFit(list, known, this.#contextOf(from, to))
    const spelled = new Map<number, string>()
    for (const word of list) spelled.set(word.token, this.#fitsOf(word).spelled[index] ?? word.form.text)
    const roleOf = (role: number): string | null => {
      const found = list.filter(word => word.role === role).map(word => spelled.get(word.token) as string)
      return found.length === 0 ? null : found.join(' ')
    }
    return {
      base: joinTokens(this.#tokens, from, to, spelled),
      parts: {
        given: roleOf(GIVEN_ROLE) ?? initials[0] ?? null,
        patronymic: roleOf(PATRONYMIC_ROLE) ?? initials[1] ?? null,
        surname: roleOf(SURNAME_ROLE),
        gender: genders,
      },
    }
  }

  /** The word that is the surname, or -1. */
  surnameToken(from: number, to: number): number {
    const list = nameWords(this.#tokens, from, to)
    assignRoles(list, initialsOf(this.#tokens, from, to).length > 0)
    return list.findLast(word => word.role === SURNAME_ROLE)?.token ?? -1
  }

  /** Surnames the name may have, folded, each with how well it fits: for all mentions of a document to agree on one. */
  surnameOptions(from: number, to: number): ReadonlyMap<string, number> {
    const list = nameWords(this.#tokens, from, to)
    assignRoles(list, initialsOf(this.#tokens, from, to).length > 0)
    const options = new Map<string, number>()
    const surname = list.findLast(word => word.role === SURNAME_ROLE)
    if (surname === undefined) return options
    const { folded } = this.#fitsOf(surname)
    const context = this.#contextOf(from, to)
    for (let index = 0; index < FITS; index++) {
      const option = folded[index]
      if (option === null) continue
      const score = this.#score(list, index, NOTHING_KNOWN, context) + RARITY[index % CASES.length]
      if (score > (options.get(option) ?? -Infinity)) options.set(option, score)
    }
    return options
  }

  #contextOf(from: number, to: number): Context {
    const cases = this.#casesBefore(from)
    return { said: (cases & NOMN) === 0 ? 0 : this.#genderSaid(from, to), cases }
  }

  /**
   * Cases of the nouns for persons before the name, one of which it stands beside: «депутат Ветрова», «главы миссии ООН Ветрова». What hangs on
   * such a noun in the genitive is passed over. All cases where there is none.
   */
  #casesBefore(from: number): number {
    const { form, kind } = this.#tokens
    let cases = 0
    for (let token = from - 1; token >= Math.max(0, from - FURTHEST_TITLE) && kind[token] === KIND_WORD; token--) {
      const own = casesOf(form[token])
      if (own === 0) break
      const { agr } = this.#words.chosen[token]
      // «премьер Велории Анна …»: a word that is but a name is no title.
      const isName = form[token].readings.every(reading => (reading.lex & PROPER) !== 0)
      if (!isName && (agr & ANIM) !== 0 && (agr & SING) !== 0) cases |= own
      if ((own & GENT) === 0) break
    }
    return cases === 0 ? CASE : cases
  }

  /**
   * Gender of a verb of saying right before or behind the name, whose subject it is then: «отметила Ветрова»; 0 where none tells. In «служба Ветрова
   * отметила» the noun before is the subject.
   */
  #genderSaid(from: number, to: number): number {
    const { form } = this.#tokens
    const before = from > 0 ? this.#words.chosen[from - 1] : null
    const taken = before !== null && (before.pos & NOUN) !== 0 && (before.agr & NOMN) !== 0 ? before.agr & GENDER : 0
    for (const token of [from - 1, to]) {
      if (token < 0 || token >= form.length || form[token].keys.length === 0) continue
      const { pos, agr } = this.#words.chosen[token]
      if ((pos & VERB) === 0 || (agr & PAST) === 0 || (agr & SING) === 0) continue
      // «назвала Ветрова мастером»: of the verbs of saying those that take no person for an object.
      if (this.#cues.verbs.match(form, token, token + 1)?.row.frames.has('parenthesis'))
        return agr & (MASC | FEMN) & ~taken
    }
    return 0
  }

  /** The gender and case in which the words stand, as an index (see FITS), and the genders that fit equally well. */
  #bestFit(list: readonly NameWord[], known: KnownPerson, context: Context): { index: number; genders: number } {
    let best = 0
    let highest = -Infinity
    let genders = 0
    for (let index = 0; index < FITS; index++) {
      const score = this.#score(list, index, known, context)
      if (score > highest + TIE) {
        highest = score
        best = index
        genders = genderOf(index)
      } else if (score > highest - TIE && index % CASES.length === best % CASES.length) {
        genders |= genderOf(index)
      }
    }
    // A man's name is the likelier reading, but where nothing else decided, nothing is known.
    const other = this.#score(list, (best + CASES.length) % FITS, known, context)
    if (known.gender === 0 && highest - other <= MEN + TIE && best < CASES.length) genders = MASC | FEMN
    return { index: best, genders }
  }

  #score(list: readonly NameWord[], index: number, known: KnownPerson, context: Context): number {
    const gender = genderOf(index)
    let score = known.gender === 0 || (known.gender & gender) !== 0 ? 0 : WRONG_GENDER
    if (gender === MASC) score += MEN
    // The nominative is what a name stands in when nothing speaks for another case.
    if (caseOf(index) === NOMN) score += (context.said & gender) !== 0 ? SAID : 0.1
    if ((context.cases & caseOf(index)) === 0) score += WRONG_CASE
    for (const word of list) {
      const fits = this.#fitsOf(word)
      score += fits.scores[index]
      const chosen = this.#words.chosen[word.token]
      if ((chosen.agr & caseOf(index)) !== 0) score += CHOSEN
      if (known.surname !== null && word.role === SURNAME_ROLE && fits.folded[index] === known.surname) {
        score += KNOWN_SURNAME
      }
    }
    return score
  }

  #fitsOf(word: NameWord): Fits {
    let tables = this.#fits.get(word.form)
    if (tables === undefined) {
      tables = []
      this.#fits.set(word.form, tables)
    }
    tables[word.role] ??= fitsOfWord(this.#pack, word.form, word.role)
    return tables[word.role]
  }
}

/** How rarely a name stands in each case, as a logarithm: a name met many times is hardly in the locative each time. */
const RARITY = [0, -0.1, -1.7, -1.7, -0.3, -2]
/** How far before a name its title may begin, in tokens. */
const FURTHEST_TITLE = 6
const TIE = 1e-9
const MEN = 0.3
const WRONG_GENDER = -6
const CHOSEN = 0.7
const KNOWN_SURNAME = 4
const SAID = 4
const WRONG_CASE = -2.2

/** What stands around a name: the gender a verb of saying asks of it, the cases its title may stand in. */
interface Context {
  readonly said: number
  readonly cases: number
}

/** Cases of a form as a noun or adjective; all for capital letters and what does not decline; 0 for other words. */
function casesOf(form: Form): number {
  let cases = 0
  for (const { pos, agr } of form.readings) if ((pos & (NOUN | ADJECTIVAL | LATN)) !== 0) cases |= agr & CASE
  return cases
}

/** Tokens with their changed spellings, spaces as in the text; initials stand apart from the surname. */
function joinTokens(tokens: Tokens, from: number, to: number, spelled: ReadonlyMap<number, string>): string {
  let joined = ''
  for (let token = from; token < to; token++) {
    const text = spelled.get(token) ?? tokens.form[token].text
    const afterInitial = token > from && tokens.form[token - 1].text === '.' && tokens.kind[token] !== KIND_MARK
    joined += token > from && (tokens.gap[token] !== GAP_NONE || afterInitial) ? ` ${text}` : text
  }
  return joined
}
