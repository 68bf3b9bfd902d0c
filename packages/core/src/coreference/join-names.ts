/** Joining names: of persons by their parts, of all else by base form, code of the country, or acronym. */

import type { KnownName } from '../dossier-names/known-name.ts'
import { knownAt, reading } from '../layers.ts'
import type { Mention } from '../mentions/mention.ts'
import { isCountryCode } from '../names/countries.ts'
import { markClass, OPEN_BRACKET } from '../text/marks.ts'
import { SHAPE_LOWER } from '../words/form.ts'
import { FEMN, FIXD, GENDER, LATN, MASC, NOUN, SURN } from '../words/grammar.ts'
import { acronymsOf, isAcronym } from './acronym.ts'
import type { Cast } from './cast.ts'
import { clippingKey, initialsOfClipping, isClipping } from './clipping.ts'
import { bare, commonSurname } from './compare-names.ts'
import { genderAsked } from './gender-asked.ts'
import { isMetonym } from './metonym.ts'
import { sameWord } from './offices.ts'
import { mergeNames, sameName } from './person-names.ts'
import type { PersonName, Referent } from './referent.ts'

export function joinNames(cast: Cast): void {
  cast.mentions.forEach((mention, m) => {
    if (mention.form === 'adjective' && mention.scope?.country != null) {
      joinCode(cast, m, mention.scope.country)
    } else if (mention.form === 'name' && mention.kind !== 'group') {
      const explained = explainedInBracket(cast, m)
      if (explained >= 0) {
        cast.join(m, cast.referents[cast.of[explained]], 'name/bracket')
        return
      }
      if (mention.kind === 'person') joinPerson(cast, m)
      else joinThing(cast, m)
    }
  })
}

/** «Ольга Ким (Olga Kim)»: the same name in another alphabet, in brackets behind it; the mention before the bracket, or -1. */
function explainedInBracket(cast: Cast, m: number): number {
  const mention = cast.mentions[m]
  const { form } = cast.layers.tokens
  if (mention.from === 0 || markClass(form[mention.from - 1]) !== OPEN_BRACKET || (form[mention.from].pos & LATN) === 0)
    return -1
  for (let i = m - 1; i >= 0 && i >= m - 3; i--) {
    const before = cast.mentions[i]
    if (
      before.to === mention.from - 1 &&
      before.form === 'name' &&
      cast.of[i] >= 0 &&
      (form[before.from].pos & LATN) === 0
    )
      return i
  }
  return -1
}

// — persons —

function joinPerson(cast: Cast, m: number): void {
  const name = partsOf(cast, m)
  const gender = genderOf(cast, m)
  let best: Referent | null = null
  let strength = 0
  let rule = ''
  for (const index of candidates(cast, name)) {
    const referent = cast.referents[index]
    if (referent.name === null) continue
    const verdict = sameName(referent.name, name, referent.gender, gender)
    const later = best === null || lastOf(cast, referent, m) > lastOf(cast, best, m)
    if (verdict.strength > strength || (verdict.strength === strength && strength > 0 && later)) {
      best = referent
      strength = verdict.strength
      rule = verdict.rule
    }
  }
  if (best === null) {
    best = cast.add('person', null, gender)
    best.name = name
    rule = 'name/first'
  } else {
    best.name = mergeNames(best.name as PersonName, name)
    if ((best.gender & gender) !== 0) best.gender &= gender
  }
  for (const key of keysOf(name)) cast.file(key, best)
  cast.join(m, best, rule)
}

/** Gender bits of a person's name; of a bare surname as its verb of saying asks («Шмидт заявила»); of a bare surname that could be a man's or a woman's («Ветрова») as it is read in its sentence. */
function genderOf(cast: Cast, m: number): number {
  const mention = cast.mentions[m]
  const gender = cast.layers.names[mention.name].parts?.gender || mention.agr & GENDER
  if (mention.to - mention.from > 1) return gender
  const asked = genderAsked(cast, m)
  if (asked !== 0) return asked
  const read = reading(cast.layers, mention.from)
  const declined = cast.layers.tokens.form[mention.from].readings.filter(
    r => (r.lex & SURN) !== 0 && (r.lex & FIXD) === 0,
  )
  const both = declined.reduce((bits, r) => bits | (r.agr & GENDER), 0)
  return (both & MASC) !== 0 && (both & FEMN) !== 0 && declined.includes(read) && (read.agr & gender) !== 0
    ? read.agr & gender
    : gender
}

function surnameOf(cast: Cast, surname: string | null): string | null {
  return surname === null ? null : commonSurname(cast.layers.pack, surname)
}

/** The last mention of a referent; to a mention that speaks, the last that spoke, if any did: of two namesakes the speaker goes on. */
function lastOf(cast: Cast, referent: Referent, m: number): number {
  if (cast.speaks[m] >= 0) {
    for (let i = referent.mentions.length - 1; i >= Math.max(0, referent.mentions.length - 20); i--) {
      if (cast.speaks[referent.mentions[i]] >= 0) return referent.mentions[i] + cast.mentions.length
    }
  }
  return referent.mentions.at(-1) ?? 0
}

function partsOf(cast: Cast, m: number): PersonName {
  const span = cast.layers.names[cast.mentions[m].name]
  const fold = (part: string | null) => (part === null ? null : bare(part).replaceAll('.', ''))
  if (
    span.parts !== null &&
    (span.parts.given !== null || span.parts.patronymic !== null || span.parts.surname !== null)
  ) {
    return {
      given: fold(span.parts.given),
      patronymic: fold(span.parts.patronymic),
      surname: surnameOf(cast, fold(span.parts.surname)),
    }
  }
  return { given: null, patronymic: null, surname: surnameOf(cast, fold(span.base)) }
}

/** Words under which a name is filed: whole parts, and the head of the surname for spelling slips. */
function keysOf(name: PersonName): string[] {
  const keys: string[] = []
  for (const part of [name.given, name.surname]) {
    if (part === null || part.length < 2) continue
    keys.push(`name ${part}`)
    if (part.length >= 6) keys.push(`name ${part.slice(0, 3)}…`, `name …${part.slice(-3)}`)
  }
  return keys
}

function candidates(cast: Cast, name: PersonName): Set<number> {
  return new Set(keysOf(name).flatMap(key => cast.filed(key)))
}

// — all else —

/** A country by its code; a place that the standard lists under no code of its own stays a place. */
function joinCode(cast: Cast, m: number, code: string): void {
  const kind = isCountryCode(code) ? 'country' : 'place'
  cast.join(m, cast.keyed(kind, code, kind === 'country' ? code : null), cast.mentions[m].rule)
}

function joinThing(cast: Cast, m: number): void {
  const mention = cast.mentions[m]
  const span = cast.layers.names[mention.name]
  // An acronym the document explains has no name span; nor has what a dossier names in small letters.
  const known = knownAt(cast.layers, mention.from, mention.to) ?? knownBesideKind(cast, mention)
  if (span === undefined && known?.ref != null) {
    joinKnown(cast, m, known)
    return
  }
  if (span === undefined) {
    joinOrganisation(cast, m)
    return
  }
  if (span.country !== null) {
    joinCode(cast, m, span.country)
    if (known?.ref != null) {
      cast.referents[cast.of[m]].things = known.things
      cast.file(`ref ${known.ref}`, cast.referents[cast.of[m]])
    }
    return
  }
  if (span.seatOf !== null && isMetonym(cast, m)) {
    cast.join(m, cast.keyed('country', span.seatOf, span.seatOf), 'metonym/seat')
    return
  }
  // An adjective alone is a part of some longer name: «Донецкой» of a region is not the town.
  if (known?.ref != null && known.form !== 'adjective') joinKnown(cast, m, known)
  else if (mention.kind === 'organisation') joinOrganisation(cast, m)
  else cast.join(m, cast.keyed(mention.kind, bare(mention.base)), mention.rule)
}

/** «город Гримсвик» is what «Гримсвик» is; so is «Рифовский районы» of «Скальный и Рифовский районы», whose adjective is known. */
function knownBesideKind({ layers }: Cast, { kind, from, to }: Mention): KnownName | null {
  if (kind !== 'place' || to - from < 2) return null
  const shared = knownAt(layers, from, to - 1)
  if (shared?.form === 'shared') return shared
  const first = layers.tokens.form[from]
  if (first.shape !== SHAPE_LOWER || (first.pos & NOUN) === 0) return null
  const known = knownAt(layers, from + 1, to)
  return known !== null && known.kind === 'place' && known.form === 'name' ? known : null
}

/** What a dossier names is one, by whichever of its names. */
export function joinKnown(cast: Cast, m: number, known: KnownName): void {
  const mention = cast.mentions[m]
  const met = cast.filed(`ref ${known.ref}`)
  const referent = met.length > 0 ? cast.referents[met[0]] : cast.add(mention.kind)
  cast.file(`ref ${known.ref}`, referent)
  if (referent.kind === mention.kind) cast.alias(mention.kind, bare(mention.base), referent)
  referent.things = known.things
  // No acronym is worked out of its name: the dossier has those in use, and «ЕС» is not the Европейский совет.
  cast.join(m, referent, `dossier/${known.kind}`)
}

function joinOrganisation(cast: Cast, m: number): void {
  const mention = cast.mentions[m]
  const key = bare(mention.base)
  const same = cast.known('organisation', key)
  const acronyms = same === null ? acronymsOf(mention.base) : []
  const known = same ?? byAcronym(cast, mention.base, acronyms) ?? byClipping(cast, mention.base)
  if (known !== null) {
    cast.alias('organisation', key, known)
    cast.join(m, known, 'name/organisation')
    return
  }
  const referent = cast.keyed('organisation', key)
  for (const acronym of acronyms) cast.file(`acronym ${acronym}`, referent)
  cast.file(clippingKey(key), referent)
  const initials = initialsOfClipping(cast.layers.pack, mention.base)
  if (initials !== null) cast.file(initialsKey(initials), referent)
  cast.join(m, referent, mention.rule)
}

/** «Минюст Лаврии» beside «Министерство юстиции Лаврии», in either order; «ЕС» beside «Евросоюз». */
function byClipping(cast: Cast, base: string): Referent | null {
  const name = bare(base)
  for (const index of cast.filed(clippingKey(name))) {
    const { mentions } = cast.referents[index]
    if (mentions.slice(0, 4).some(m => isClipping(name, bare(cast.mentions[m].base)))) return cast.referents[index]
  }
  if (isAcronym(base)) {
    const clipped = cast.filed(initialsKey(base))
    return clipped.length === 1 ? cast.referents[clipped[0]] : null
  }
  const initials = initialsOfClipping(cast.layers.pack, base)
  return initials === null ? null : cast.known('organisation', bare(initials))
}

/** `initials`: capitals that a clipped name may be written with. */
function initialsKey(initials: string): string {
  return `clipped as ${initials}`
}

/**
 * «АНБ» behind «Агентство национальной безопасности»; «Агентство национальной безопасности Лаврии» behind the shorter name. Two names written out are
 * not one because their first letters are: «Дом мира» and «Долина мака».
 */
function byAcronym(cast: Cast, base: string, acronyms: readonly string[]): Referent | null {
  const isShort = isAcronym(base)
  for (const key of isShort ? [base] : acronyms) {
    const held = cast.filed(`acronym ${key}`)
    if (isShort && held.length === 1) return cast.referents[held[0]]
    const lengthened = isShort ? [] : held.filter(index => isLengthened(cast, cast.referents[index], bare(base)))
    if (lengthened.length > 0) return cast.referents[lengthened[0]]
  }
  return null
}

/** Whether one of a referent's first names has the words of this one, as far as the shorter goes: «госдеп Лаврии», «госдепартамент Лаврии по делам мира». */
function isLengthened(cast: Cast, { mentions }: Referent, name: string): boolean {
  const words = name.split(' ')
  return mentions.slice(0, 8).some(m => {
    const held = bare(cast.mentions[m].base).split(' ')
    const shared = Math.min(held.length, words.length)
    return shared > 1 && held.slice(0, shared).every((word, i) => sameWord(word, words[i]))
  })
}
