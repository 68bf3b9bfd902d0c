/**
 * A dossier's name in all its case forms, by the language pack alone: words of the dictionary by their paradigms, others by the tables of
 * endings. Of a name of several words those decline that agree with its head; what hangs on the head stays: «Минской группой ОБСЕ».
 */
import type { LanguagePack } from '../kit.ts'
import { splitTokens } from '../text/split-tokens.ts'
import { KIND_WORD, type Tokens } from '../text/tokens.ts'
import type { Form, Reading } from '../words/form.ts'
import {
  ACCS,
  ADJECTIVAL,
  ADVB,
  ANIMACY,
  agrees,
  CASES,
  CONJ,
  FEMN,
  FIXD,
  GENDER,
  GENT,
  GIVEN,
  GUESS,
  MASC,
  NAMELIKE,
  NOMN,
  NOUN,
  PATR,
  PLUR,
  PROPER,
  SING,
  SURN,
} from '../words/grammar.ts'
import { compileDeclensions, type Declensions } from './declensions.ts'

/** Spellings of each word of a name, folded, in one case. */
export type CaseForm = readonly (readonly string[])[]

export interface DeclinedName {
  readonly tokens: Tokens
  readonly forms: readonly CaseForm[]
  /** Token of the head of a name that is no person's, or -1. */
  readonly head: number
}

/** A name that keeps one form. */
export function keepName(pack: LanguagePack, text: string): DeclinedName {
  const tokens = splitTokens(text, pack.lexicon)
  return { tokens, forms: [asItStands(tokens)], head: -1 }
}

/** `gender`: m, f or null where the dossier does not say. The last word is the surname. */
export function declinePerson(pack: LanguagePack, text: string, gender: 'm' | 'f' | null): DeclinedName {
  const tokens = splitTokens(text, pack.lexicon)
  const forms: CaseForm[] = [asItStands(tokens)]
  for (const sex of gender === 'm' ? [MASC] : gender === 'f' ? [FEMN] : [MASC, FEMN]) {
    const words = tokens.form.map((form, i) => personReadings(form, sex, i + 1 === tokens.count ? SURN : GIVEN | PATR))
    for (const wanted of CASES) {
      forms.push(
        tokens.form.map((form, i) =>
          distinct([
            ...words[i].map(reading => spell(pack, reading, wanted | SING | sex, wanted | SING)),
            ...(words[i].length === 0 ? [form.folded] : []),
          ]),
        ),
      )
    }
  }
  return { tokens, forms: forms.filter(isWhole), head: -1 }
}

/** Readings in the nominative singular of a person of this sex: those the dictionary has for such a word, else those of its ending. */
function personReadings(form: Form, sex: number, role: number): readonly Reading[] {
  const standing = form.readings.filter(
    ({ pos, agr }) =>
      (pos & (NOUN | ADJECTIVAL)) !== 0 &&
      (agr & NOMN) !== 0 &&
      (agr & SING) !== 0 &&
      ((agr & GENDER) === 0 || (agr & sex) !== 0),
  )
  const known = standing.filter(({ lex }) => (lex & GUESS) === 0)
  const sure = known.filter(({ lex }) => (lex & role) !== 0)
  if (sure.length > 0) return sure
  const names = standing.filter(({ lex }) => (lex & NAMELIKE) !== 0 && (lex & FIXD) === 0)
  if (names.length > 0) return names
  const fixed = standing.filter(({ lex }) => (lex & FIXD) !== 0)
  return fixed.length > 0 ? fixed : known
}

/** The name of a party, body, place or term. `endings`: name of a row of the language's table of declensions, or null. `both`: in the singular and the plural. */
export function declineThing(pack: LanguagePack, text: string, endings: string | null, both: boolean): DeclinedName {
  const tokens = splitTokens(text, pack.lexicon)
  const declensions = pack.derive(compileDeclensions)
  const head = headOf(tokens)
  const forms: CaseForm[] = [asItStands(tokens)]
  // «Вардана» the dictionary knows as a man in the genitive alone.
  if (head < 0 && tokens.count === 1) {
    const own = declensions.decline(pack, tokens.form[0].folded, endings)
    return { tokens, forms: [...forms, ...[...(own?.values() ?? [])].map(spellings => [spellings])], head: 0 }
  }
  if (head < 0) return { tokens, forms, head }
  const byTable = byEndings(pack, tokens, head, endings, declensions)
  for (const reading of headReadings(tokens, head)) {
    const number = (reading.agr & PLUR) !== 0 && (reading.agr & SING) === 0 ? PLUR : SING
    for (const counted of both ? [number, number === SING ? PLUR : SING] : [number]) {
      for (const wanted of CASES) forms.push(inCase(pack, tokens, head, reading, wanted, counted, byTable))
    }
  }
  return { tokens, forms: forms.filter(isWhole), head }
}

/** The head's own forms by case from the table of declensions; null where the dictionary knows the word or no row fits. */
function byEndings(
  pack: LanguagePack,
  tokens: Tokens,
  head: number,
  endings: string | null,
  declensions: Declensions,
): ReadonlyMap<number, readonly string[]> | null {
  const form = tokens.form[head]
  if (endings === null && form.readings.some(({ lex, agr }) => (lex & GUESS) === 0 && (agr & NOMN) !== 0)) return null
  return declensions.decline(pack, form.folded, endings)
}

function inCase(
  pack: LanguagePack,
  tokens: Tokens,
  head: number,
  reading: Reading,
  wanted: number,
  number: number,
  byTable: ReadonlyMap<number, readonly string[]> | null,
): CaseForm {
  const animacy = wanted === ACCS ? reading.agr & ANIMACY : 0
  const gender = number === SING ? reading.agr & GENDER : 0
  return tokens.form.map((form, i) => {
    if (i === head) {
      const listed = number === SING || byTable === null ? byTable?.get(wanted) : undefined
      return listed ?? distinct([spell(pack, reading, wanted | number, wanted | number)])
    }
    const agreeing = agreeingReading(tokens, i, head, reading)
    if (agreeing === null) return [form.folded]
    const own = distinct([spell(pack, agreeing, wanted | number | gender | animacy, wanted | number | gender)])
    // «город Шуша»: a name behind its kind may stand as it is.
    return i < head || isJoined(tokens, i, head) ? own : distinct([...own, form.folded])
  })
}

/** The reading in which a word declines together with the head; null for one that stays as it is. */
function agreeingReading(tokens: Tokens, at: number, head: number, reading: Reading): Reading | null {
  const { readings } = tokens.form[at]
  if (at < head) return readings.find(r => (r.pos & ADJECTIVAL) !== 0 && agrees(r.agr, reading.agr)) ?? null
  for (let i = head + 1; i < at; i++) if (!declinesBehind(tokens, i, head)) return null
  if (!declinesBehind(tokens, at, head)) return null
  return readings.find(r => (r.pos & NOUN) !== 0 && (r.agr & NOMN) !== 0 && (r.agr & SING) !== 0) ?? null
}

/** «Республика АРМЕНИЯ», «делимитация и ДЕМАРКАЦИЯ границы»: a noun in the nominative right behind the head, or joined to it. */
function declinesBehind(tokens: Tokens, at: number, head: number): boolean {
  const form = tokens.form[at]
  if ((form.pos & CONJ) !== 0) return at === head + 1
  if (at !== head + 1 && !(at === head + 2 && (tokens.form[head + 1].pos & CONJ) !== 0)) return false
  const nouns = form.readings.filter(({ pos }) => (pos & NOUN) !== 0)
  return (
    nouns.some(({ agr }) => (agr & NOMN) !== 0 && (agr & SING) !== 0) &&
    !nouns.some(({ agr, lex }) => (agr & GENT) !== 0 && (agr & SING) !== 0 && (lex & FIXD) === 0)
  )
}

function isJoined(tokens: Tokens, at: number, head: number): boolean {
  return at === head + 2 && (tokens.form[head + 1].pos & CONJ) !== 0
}

/** The first noun in the nominative that is no adjective of what follows; before it only words that may agree with it or join such. -1: none. */
function headOf(tokens: Tokens): number {
  for (let at = 0; at < tokens.count; at++) {
    const form = tokens.form[at]
    if (tokens.kind[at] !== KIND_WORD) return -1
    if (modifies(tokens, at)) continue
    return form.readings.some(({ pos, agr }) => (pos & (NOUN | ADJECTIVAL)) !== 0 && (agr & NOMN) !== 0) ? at : -1
  }
  return -1
}

/** Whether a word may be an adjective of one that follows, over others like it: «экономические и транспортные связи». */
function modifies(tokens: Tokens, at: number): boolean {
  const form = tokens.form[at]
  const isLink = (form.pos & (ADVB | CONJ)) !== 0 && (form.readings[0].pos & (ADVB | CONJ)) !== 0
  const adjectives = form.readings.filter(({ pos, agr }) => (pos & ADJECTIVAL) !== 0 && (agr & NOMN) !== 0)
  if (!isLink && adjectives.length === 0) return false
  for (let next = at + 1; next < tokens.count; next++) {
    const { readings, pos } = tokens.form[next]
    const agreeing = readings.filter(
      r =>
        (r.agr & NOMN) !== 0 &&
        (r.pos & (NOUN | ADJECTIVAL)) !== 0 &&
        (isLink || adjectives.some(a => agrees(a.agr, r.agr))),
    )
    // «мальтийские патрульные»: the last may be an adjective that stands as a noun.
    if (agreeing.some(r => (r.pos & NOUN) !== 0) || (agreeing.length > 0 && next + 1 === tokens.count)) return true
    if (agreeing.length === 0 && (pos & (ADVB | CONJ)) === 0) return false
  }
  return false
}

/** How the head may be read: as its modifiers ask, names before common words, and what the dictionary knows before guesses. */
function headReadings(tokens: Tokens, head: number): readonly Reading[] {
  const fitting = tokens.form[head].readings.filter(
    reading =>
      (reading.pos & (NOUN | ADJECTIVAL)) !== 0 &&
      (reading.agr & NOMN) !== 0 &&
      tokens.form
        .slice(0, head)
        .every(({ pos, readings }) => (pos & (ADVB | CONJ)) !== 0 || readings.some(r => agrees(r.agr, reading.agr))),
  )
  const nouns = fitting.filter(({ pos }) => (pos & NOUN) !== 0)
  const known = (nouns.length > 0 ? nouns : fitting).filter(({ lex }) => (lex & GUESS) === 0)
  const proper = head === 0 ? known.filter(({ lex }) => (lex & PROPER & ~NAMELIKE) !== 0) : []
  if (proper.length > 0) return proper
  return known.length > 0 ? known : fitting
}

/** The form wanted, or one less closely described; folded. null where the word has none. */
function spell(pack: LanguagePack, reading: Reading, want: number, orElse: number): string | null {
  if ((reading.lex & FIXD) !== 0) return fold(reading.lemma)
  const { lexicon } = pack
  const word = lexicon.inflect(reading, want) ?? lexicon.inflect(reading, orElse)
  return word === null ? null : fold(word)
}

function asItStands(tokens: Tokens): CaseForm {
  return tokens.form.map(form => [form.folded])
}

function isWhole(form: CaseForm): boolean {
  return form.every(spellings => spellings.length > 0)
}

function distinct(spellings: readonly (string | null)[]): string[] {
  return [...new Set(spellings.filter(one => one !== null))]
}

export function fold(word: string): string {
  return word.toLowerCase().replaceAll('ё', 'е')
}
