/**
 * Names in a language where capitals mark them: listed names; then runs of capitalised words, told by their heads («Ministry of
 * Health», «Red River»), by given names, by honorifics and titles before them («Mr», «President»), by what the document says elsewhere
 * of the same word, and last by their shape.
 */
import type { LanguagePack } from '../../kit.ts'
import { compileDescriptions } from '../../mentions/descriptions.ts'
import { KIND_MARK, KIND_WORD, type Sentences, type Tokens } from '../../text/tokens.ts'
import { monthsOf, timeWordsOf, WEEKDAY } from '../../times/time-words.ts'
import { type Form, SHAPE_CAPITAL, SHAPE_LOWER, SHAPE_MIXED, SHAPE_UPPER } from '../../words/form.ts'
import {
  ADJF,
  APRO,
  FEMN,
  GEOX,
  GIVEN,
  GUESS,
  MASC,
  NAMELIKE,
  NOUN,
  NPRO,
  PREP,
  PROPER,
  VERB,
} from '../../words/grammar.ts'
import type { Words } from '../../words/readings.ts'
import { capitalOf, countryAdjective, countryNamed, isCountryCode, seatOf } from '../countries.ts'
import type { NameKind, NameSpan } from '../name-span.ts'
import { compileNameTables, listedAt, type NameTables } from './name-tables.ts'

interface Run {
  readonly from: number
  readonly to: number
}

interface Found extends Run {
  readonly kind: NameKind
  readonly gender: number
  readonly rule: string
  /** The shape alone spoke: what the document says elsewhere of the same words decides. */
  readonly guessed: boolean
}

const LONGEST = 12

/** Names of a document, sorted by first token. */
export function findNamesByOrder(tokens: Tokens, sentences: Sentences, words: Words, pack: LanguagePack): NameSpan[] {
  const finder = new NameFinder(tokens, sentences, words, pack)
  const found: Found[] = []
  for (let token = 0; token < tokens.count; ) {
    const runs = finder.at(token)
    if (runs.length === 0) token++
    else {
      found.push(...runs)
      token = runs[runs.length - 1].to
    }
  }
  return finder.settle(found).map(name => finder.span(name))
}

class NameFinder {
  readonly #tokens: Tokens
  readonly #sentences: Sentences
  readonly #words: Words
  readonly #pack: LanguagePack
  readonly #tables: NameTables
  readonly #isMonth: (form: Form) => boolean

  constructor(tokens: Tokens, sentences: Sentences, words: Words, pack: LanguagePack) {
    this.#tokens = tokens
    this.#sentences = sentences
    this.#words = words
    this.#pack = pack
    this.#tables = pack.derive(compileNameTables)
    this.#isMonth = monthsOf(pack)
  }

  /** The names that begin at a token: one, or none. */
  at(token: number): Found[] {
    if (this.#tokens.kind[token] !== KIND_WORD) return []
    const limit = this.#limit(token)
    const listed = listedAt(this.#tables, at => this.#tokens.form[at].text, token, Math.min(limit, token + LONGEST))
    if (!this.#isCapital(token) && listed === null) return []
    if (listed !== null && this.#isListedHere(token, listed.to)) {
      const longer = this.#runEnd(token, limit)
      if (longer <= listed.to || listed.kind !== 'organisation' || this.#head(longer - 1) === undefined) {
        const country = countryNamed(this.#pack, this.#text(token, listed.to))
        const person = listed.kind === 'place' && longer > listed.to && this.#isGiven(token)
        if (!person && !(listed.kind === 'country' && this.#isAdjectiveHere(token, listed.to, longer)))
          return this.#placeThenHead(token, listed.to, longer, listed.kind, country)
      }
    }
    if (!this.#mayBegin(token)) return []
    const end = this.#runEnd(token, limit)
    const found = this.#classify(token, end)
    return found === null ? [] : [found]
  }

  /** «Kabul University», «Geneva Conference»: a place before a head belongs to the head's name. */
  #placeThenHead(
    from: number,
    to: number,
    end: number,
    kind: 'organisation' | 'country' | 'place',
    country: string | null,
  ): Found[] {
    if (kind !== 'organisation' && end > to) {
      const head = this.#head(end - 1)
      if (head !== undefined && this.#isUnbroken(from, end)) {
        const whole = KIND_OF_HEAD[head]
        if (whole !== undefined)
          return [{ from, to: end, kind: whole, gender: 0, rule: `names/heads ${head}`, guessed: false }]
      }
    }
    const real = kind === 'country' && country !== null && !isCountryCode(country) ? 'place' : kind
    return [{ from, to, kind: real, gender: 0, rule: `names/listed`, guessed: false }]
  }

  /** A listed name of one word that is a common word too counts only where a capital is no sentence's beginning: «Time», «Hill». */
  #isListedHere(from: number, to: number): boolean {
    if (to > from + 1 || this.#tokens.form[from].shape === SHAPE_UPPER) return true
    const form = this.#tokens.form[from]
    // «Turkey said», «China said»: in the news a country, whatever the dictionary has besides.
    if (countryNamed(this.#pack, form.text) !== null) return true
    const common = form.readings.some(r => (r.lex & (PROPER | GUESS)) === 0)
    return !common || !this.#startsSentence(from)
  }

  /** «U.S. troops», «UK officials» is the country still; but a person's name is none: «Chad Smith». */
  #isAdjectiveHere(from: number, to: number, end: number): boolean {
    return end > to && this.#isGiven(from) && to === from + 1
  }

  #classify(from: number, end: number): Found | null {
    const titled = this.#pastTitles(from, end)
    const start = titled.at
    if (start >= end) return null
    const make = (kind: NameKind, rule: string, to = end, guessed = false): Found => ({
      from: start,
      to,
      kind,
      gender: kind === 'person' ? titled.gender || this.#genderOf(start) : 0,
      rule,
      guessed,
    })
    const parted = this.#partAtConnector(start, end)
    if (parted < end) return this.#classify(from, parted)
    if (titled.honorific) return make('person', 'names/honorifics', this.#personEnd(start, end))
    const first = this.#head(start)
    const last = this.#head(end - 1)
    const isPerson = this.#isGiven(start) && end > start + 1
    if (!isPerson || first !== undefined) {
      const head = last ?? (this.#hasConnector(start, end) || end > start + 1 ? first : undefined)
      if (head !== undefined && (end > start + 1 || this.#isKnownOnlyAsName(start))) {
        const kind = KIND_OF_HEAD[head]
        return kind === undefined ? null : make(kind, `names/heads ${head}`)
      }
    }
    if (isPerson) return make('person', 'names/given', this.#personEnd(start, end))
    if (titled.title) return make('person', 'names/title', this.#personEnd(start, end))
    const form = this.#tokens.form[start]
    if (end === start + 1) {
      if (form.shape === SHAPE_UPPER && form.text.length > 1 && form.text.length < 8)
        return make('organisation', 'names/capitals')
      const name = form.readings.find(r => (r.lex & PROPER) !== 0)
      if (name !== undefined && !this.#isCommon(form)) {
        if ((name.lex & GEOX) !== 0) return make('place', 'names/place')
        return make('person', 'names/person', end, true)
      }
      if (!this.#isCommon(form))
        return make(this.#afterPlacePreposition(start) ? 'place' : 'person', 'names/shape', end, true)
      return this.#startsSentence(start) || form.shape === SHAPE_LOWER ? null : null
    }
    if (this.#hasConnector(start, end)) return make('organisation', 'names/connector', end, true)
    const common = this.#countCommon(start, end)
    if (common === 0 && end - start <= 4) {
      const place = this.#tokens.form[end - 1].readings[0]
      if ((place.lex & GEOX) !== 0 && (place.lex & NAMELIKE) === 0) return make('place', 'names/place')
      return make('person', 'names/shape', end, true)
    }
    if (common * 2 <= end - start && end - start <= 3 && !this.#isCommon(this.#tokens.form[end - 1]))
      return make('person', 'names/shape', end, true)
    return this.#startsSentence(start) && end - start === 2 ? null : make('organisation', 'names/shape', end, true)
  }

  /** What is said once with certainty holds for the same words guessed elsewhere; a surname alone is the person named before. */
  settle(found: readonly Found[]): Found[] {
    const sure = new Map<string, NameKind>()
    const persons = new Map<string, number>()
    for (const name of found) {
      const last = this.#tokens.form[name.to - 1].text
      if (name.kind === 'person' && name.to > name.from + 1) persons.set(last, name.gender)
      if (!name.guessed) sure.set(this.#text(name.from, name.to), name.kind)
    }
    return found.map(name => {
      if (!name.guessed) return name
      const text = this.#text(name.from, name.to)
      if (name.to === name.from + 1 && persons.has(text)) return { ...name, kind: 'person', rule: 'names/of-person' }
      const kind = sure.get(text)
      return kind === undefined ? name : { ...name, kind }
    })
  }

  span({ from, to, kind, gender, rule }: Found): NameSpan {
    const base = this.#text(from, to).replaceAll('\n', ' ')
    const plain = base.endsWith('.') ? base : base
    const country = kind === 'country' || kind === 'place' ? countryNamed(this.#pack, plain) : null
    const capital = kind === 'place' ? capitalOf(this.#pack, plain) : null
    return {
      from,
      to,
      kind:
        country !== null && isCountryCode(country)
          ? 'country'
          : kind === 'country' && country === null
            ? 'place'
            : kind,
      base,
      country,
      seatOf: capital ?? (kind === 'organisation' || kind === 'place' ? seatOf(this.#pack, plain) : null),
      parts: kind === 'person' ? this.#partsOf(from, to, gender) : null,
      rule,
    }
  }

  #partsOf(from: number, to: number, gender: number): NameSpan['parts'] {
    const { form, kind } = this.#tokens
    let end = to
    const suffix = form[end - 1].folded
    if (end > from + 1 && (suffix === 'jr' || suffix === 'sr' || kind[end - 1] === KIND_MARK)) end--
    const only = end === from + 1
    if (only) {
      const given = this.#isGiven(from) && !form[from].readings.some(r => (r.lex & NAMELIKE & ~GIVEN) !== 0)
      return {
        given: given ? form[from].text : null,
        patronymic: null,
        surname: given ? null : form[from].text,
        gender: gender || MASC | FEMN,
      }
    }
    let surname = end - 1
    while (surname - 1 > from && this.#tables.particles.has(form[surname - 1].folded)) surname--
    return {
      given: form[from].text,
      patronymic: null,
      surname: this.#text(surname, end),
      gender: gender || MASC | FEMN,
    }
  }

  #genderOf(token: number): number {
    let gender = 0
    for (const { lex, agr } of this.#tokens.form[token].readings) if ((lex & GIVEN) !== 0) gender |= agr & (MASC | FEMN)
    return gender
  }

  /** Past country adjectives, titles and honorifics at the head of a run: «Russian Foreign Minister». */
  #pastTitles(from: number, end: number): { at: number; title: boolean; honorific: boolean; gender: number } {
    const { titles } = this.#pack.derive(compileDescriptions)
    const { form } = this.#tokens
    let at = from
    let title = false
    let honorific = false
    let gender = 0
    while (at < end) {
      const said = this.#tables.honorifics.get(form[at].folded)
      const row = titles.match(form, at, end)
      if (said !== undefined && at + 1 < end) {
        honorific = true
        gender = said === (MASC | FEMN) ? gender : said
        at++
        if (at < end && form[at].text === '.') at++
        continue
      }
      if (row !== null) {
        title = true
        at = row.to
        if (at < end && form[at].text === '.') at++
        continue
      }
      if (countryAdjective(this.#pack, form[at]) !== null && at + 1 <= end) {
        at++
        continue
      }
      // A word before a title belongs to it: «Deputy», «Senior», «Ambassador-at-Large».
      if (this.#isCommon(form[at]) && at + 1 < end && titles.match(form, at + 1, end) !== null && !this.#isGiven(at)) {
        at++
        continue
      }
      break
    }
    if (!title && at === from && from > 0) {
      const before = from - 1
      if (this.#tokens.kind[before] === KIND_WORD && form[before].keys.length > 0)
        title = titles.match(form, before, from)?.to === from
    }
    return { at, title, honorific, gender }
  }

  /** A person's name ends before a word that cannot be one: «Mr Petrov Tuesday». */
  #personEnd(from: number, end: number): number {
    return Math.min(end, from + 5)
  }

  /** «Petrov and Orlova», «Ministry of Health and Kabul»: `and` joins two names unless a head asks for it. */
  #partAtConnector(from: number, end: number): number {
    const heads = this.#head(from) !== undefined || this.#head(end - 1) !== undefined
    if (heads && !this.#isGiven(from)) return end
    for (let at = from + 1; at < end; at++)
      if (this.#tokens.form[at].shape === SHAPE_LOWER && !this.#tables.particles.has(this.#tokens.form[at].folded))
        return at
    return end
  }

  /** Where the run of capitalised words that begins at `from` ends, small words inside it taken along. */
  #runEnd(from: number, limit: number): number {
    const { form, kind, gap } = this.#tokens
    let at = from + 1
    while (at < limit && at - from < LONGEST) {
      if (kind[at] === KIND_WORD && this.#isCapital(at) && !this.#isTimeWord(at)) {
        if (this.#isVerbOfHeadline(at)) break
        at++
        continue
      }
      // «J. Smith», «St. Louis», «D.C.»: a dot that belongs to an initial or a short form.
      const dot = kind[at] === KIND_MARK && form[at].text === '.' && gap[at] === 0
      if (
        dot &&
        at + 1 < limit &&
        (form[at - 1].text.length === 1 || this.#tables.honorifics.has(form[at - 1].folded)) &&
        this.#isCapital(at + 1)
      ) {
        at += 2
        continue
      }
      if (kind[at] === KIND_MARK && form[at].text === '&' && at + 1 < limit && this.#isCapital(at + 1)) {
        at += 2
        continue
      }
      const small = kind[at] === KIND_WORD ? this.#smallWords(at, limit) : 0
      if (small === 0) break
      at += small + 1
    }
    return at
  }

  /** «Minister Says Road Is Closed»: where each word has a capital, a verb is no name. */
  #isVerbOfHeadline(token: number): boolean {
    const { zone, paragraph, of } = this.#sentences
    if (zone[paragraph[of[token]]] !== 'headline') return false
    const form = this.#tokens.form[token]
    return (form.readings[this.#words.best[token]].pos & VERB) !== 0 && (form.lex & (NAMELIKE | PROPER)) === 0
  }

  /** How many small words at `at` go on a name that a capital follows: «of», «for the», «al», «and». */
  #smallWords(at: number, limit: number): number {
    const { form } = this.#tokens
    const next = (step: number): boolean =>
      at + step < limit && this.#isCapital(at + step) && !this.#isTimeWord(at + step)
    if (this.#tables.particles.has(form[at].folded)) return next(1) ? 1 : 0
    const before = this.#head(at - 1)
    const head = before !== undefined && KIND_OF_HEAD[before] !== undefined
    const isPreposition = (form[at].pos & PREP) !== 0 && form[at].text.length < 4
    if (isPreposition && head && form[at].folded.length <= 3) {
      if (next(1)) return 1
      if (at + 1 < limit && (form[at + 1].lex & APRO) !== 0 && next(2)) return 2
    }
    return 0
  }

  #hasConnector(from: number, end: number): boolean {
    for (let at = from; at < end; at++)
      if (this.#tokens.form[at].shape === SHAPE_LOWER && !this.#tables.particles.has(this.#tokens.form[at].folded))
        return true
    return false
  }

  #isUnbroken(from: number, end: number): boolean {
    for (let at = from; at < end; at++) if (this.#tokens.form[at].shape === SHAPE_LOWER) return false
    return true
  }

  #head(token: number): string | undefined {
    const form = this.#tokens.form[token]
    if (form === undefined || form.shape === SHAPE_LOWER) return undefined
    return this.#tables.heads.get(form.folded) ?? this.#tables.heads.get(form.readings[0].lemma)
  }

  #isKnownOnlyAsName(token: number): boolean {
    return !this.#startsSentence(token)
  }

  #isGiven(token: number): boolean {
    return (this.#tokens.form[token].lex & GIVEN) !== 0 && this.#tokens.kind[token] === KIND_WORD
  }

  /** A word that stands in texts in small letters too. */
  #isCommon(form: Form): boolean {
    return form.readings.some(r => (r.lex & (PROPER | GUESS)) === 0)
  }

  #countCommon(from: number, end: number): number {
    let count = 0
    for (let at = from; at < end; at++) {
      const form = this.#tokens.form[at]
      if (
        this.#tokens.kind[at] === KIND_WORD &&
        form.text.length > 1 &&
        this.#isCommon(form) &&
        (form.lex & NAMELIKE) === 0
      )
        count++
    }
    return count
  }

  #isCapital(token: number): boolean {
    if (this.#tokens.kind[token] !== KIND_WORD) return false
    const { shape, text } = this.#tokens.form[token]
    if (shape !== SHAPE_CAPITAL && shape !== SHAPE_UPPER && shape !== SHAPE_MIXED) return false
    return text.charAt(0) !== text.charAt(0).toLowerCase() || shape === SHAPE_MIXED
  }

  #isTimeWord(token: number): boolean {
    const form = this.#tokens.form[token]
    const { senses } = timeWordsOf(this.#pack)
    if (form.shape === SHAPE_UPPER) return false
    return this.#isMonth(form) || form.keys.some(key => senses[key]?.some(({ kind }) => kind === WEEKDAY) ?? false)
  }

  /** Whether a name may begin here: no weekday, no word that begins a sentence and is only a common word. */
  #mayBegin(token: number): boolean {
    const form = this.#tokens.form[token]
    if (this.#isTimeWord(token))
      return this.#isGiven(token) && this.#isCapital(token + 1 < this.#tokens.count ? token + 1 : token)
    if (form.readings.every(r => (r.pos & (NPRO | PREP)) !== 0 || (r.lex & APRO) !== 0)) return false
    if (this.#isVerbOfHeadline(token)) return false
    if (!this.#startsSentence(token)) return true
    if (!this.#isCommon(form)) return true
    const chosen = this.#words.chosen[token]
    const goesOn = token + 1 < this.#tokens.count && this.#isCapital(token + 1)
    if (!goesOn) return false
    return (chosen.pos & (NOUN | ADJF)) !== 0 && (chosen.lex & APRO) === 0
  }

  #startsSentence(token: number): boolean {
    const first = this.#sentences.from[this.#sentences.of[token]]
    if (token === first) return true
    return (
      token > first && this.#tokens.kind[token - 1] === KIND_MARK && !NOT_OPENING.has(this.#tokens.form[token - 1].text)
    )
  }

  #limit(token: number): number {
    return this.#sentences.to[this.#sentences.of[token]]
  }

  #afterPlacePreposition(token: number): boolean {
    return (
      token > 0 &&
      (this.#words.chosen[token - 1].pos & PREP) !== 0 &&
      PLACE.has(this.#tokens.form[token - 1].text.length)
    )
  }

  #text(from: number, to: number): string {
    const { form, gap } = this.#tokens
    let text = form[from].text
    for (let at = from + 1; at < to; at++) text += (gap[at] === 0 ? '' : ' ') + form[at].text
    return text
  }
}

/** «in», «at»: short prepositions are those of place most often. */
const PLACE: ReadonlySet<number> = new Set([2])
/** Marks after which a capital is a name's own. */
const NOT_OPENING: ReadonlySet<string> = new Set([',', ';', '-', '/', '&', ')', "'", '’', '.'])

const KIND_OF_HEAD: Readonly<Record<string, NameKind>> = {
  organ: 'organisation',
  organisation: 'organisation',
  media: 'organisation',
  team: 'organisation',
  place: 'place',
  facility: 'place',
}
