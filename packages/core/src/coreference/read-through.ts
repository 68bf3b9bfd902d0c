/**
 * Descriptions and pronouns, from left to right, each to the referent that fits and is most on the reader's mind: what the text itself says
 * of persons decides, and the roles a dossier gives, never a list of people.
 */
import { isOrdered } from '../language.ts'
import { knownAt, knownWithin, reading } from '../layers.ts'
import { compileDescriptions, type Office, type Title } from '../mentions/descriptions.ts'
import type { Mention, Scope } from '../mentions/mention.ts'
import { compileClauseWords } from '../quotations/clause-words.ts'
import { KIND_MARK, KIND_NUMBER } from '../text/tokens.ts'
import {
  ANIM,
  CONJ,
  FEMN,
  GENDER,
  GRND,
  INFN,
  MASC,
  NEUT,
  NOMN,
  NOUN,
  NUMR,
  PLUR,
  PRTS,
  SING,
  VERB,
} from '../words/grammar.ts'
import type { Cast } from './cast.ts'
import { precededByPreposition } from './collect-offices.ts'
import { bare } from './compare-names.ts'
import { genderAsked } from './gender-asked.ts'
import { soleHolder } from './identify.ts'
import { joinKnown } from './join-names.ts'
import { fitOffice, fitScope } from './offices.ts'
import type { OfficeFact, Referent } from './referent.ts'
import { fitRole, type HeldRole, roleBookOf } from './role-book.ts'
import { NAMED, OTHER, Salience, SPEAKER, SUBJECT } from './salience.ts'

const NO_SCOPE: Scope = { country: null, words: [], initials: '', named: false, former: false }
/** How much more than the next person the most salient one must weigh to be meant by a word that fits anyone. */
const CLEAR = 1.6
/** How far back a pronoun looks, in sentences. */
const REACH = 6

export function readThrough(cast: Cast): void {
  const salience = new Salience()
  cast.mentions.forEach((mention, m) => {
    const sentence = cast.sentenceOf(mention)
    if (cast.of[m] < 0) {
      if (mention.form === 'title' && mention.kind === 'person') resolveTitle(cast, m, sentence, salience)
      else if (mention.form === 'pronoun') resolvePronoun(cast, m, sentence, salience)
      else resolveDescription(cast, m, sentence, salience)
    }
    if (cast.of[m] < 0) return
    const referent = cast.referents[cast.of[m]]
    fileByNoun(cast, m, referent)
    const weight =
      cast.speaks[m] >= 0 ? SPEAKER : isSubject(cast, mention) ? SUBJECT : mention.form === 'name' ? NAMED : OTHER
    salience.raise(referent.index, sentence, cast.inside[m] >= 0 ? weight / 3 : weight)
  })
}

// — «глава государства», «российский лидер», «министр» —

function resolveTitle(cast: Cast, m: number, sentence: number, salience: Salience): void {
  const mention = cast.mentions[m]
  const { title } = mention
  if (title === null) return
  const scope = mention.scope ?? NO_SCOPE
  const { offices } = cast.layers.pack.derive(compileDescriptions)
  const holders = holdersOf(cast, title.office)
  const namedHolders = [...holders].filter(index => cast.referents[index].name !== null).length
  const gender = genderAsked(cast, m)
  // «a spokesman», «another official»: somebody new.
  if (isIndefinite(cast, mention)) {
    joinNobodyByName(cast, m, title, scope)
    return
  }
  const disputed = isToldOfAnother(cast, holders, title, scope)
  let best: Referent | null = null
  let score = 0
  let rule = ''
  for (const index of holders) {
    const referent = cast.referents[index]
    if (
      cast.isOwnSpeaker(m, referent) ||
      isBesideItself(cast, m, referent) ||
      (gender !== 0 && referent.gender !== 0 && (referent.gender & gender) === 0)
    )
      continue
    // One of no known country is not taken for the holder in a certain one where there are several, or before he is named.
    if (
      scope.country !== null &&
      (namedHolders > 1 || !salience.wasMet(index)) &&
      !cast.roles.has(index) &&
      referent.offices.every(fact => fact.scope.country === null)
    )
      continue
    let fit = 0
    let ofBody = true
    for (const fact of referent.offices) {
      if (isOfAnotherCountry(referent, fact, scope)) continue
      const fits = fitOffice(offices, title, scope, fact)
      if (fits > fit) ofBody = fact.scope.words.length > 0
      fit = Math.max(fit, fits)
    }
    const role = disputed ? null : bestRole(cast, index, title, scope)
    if (role !== null && role.fit > fit) ofBody = role.held.scopes.length > 0
    const told = fit
    fit = Math.max(fit, role?.fit ?? 0)
    if (fit === 0) continue
    // «президент» alone is a state's; a company's is called so only while it is spoken of.
    if (ofBody && isBare(scope) && mayHeadState(offices, title.office) && salience.at(index, sentence) < OTHER) continue
    // One already met comes before one who is only named later; among equals the one on the reader's mind.
    const total = fit * 4 + (salience.wasMet(index) ? 10 : 0) + Math.min(20, salience.at(index, sentence)) * 1.5
    cast.weigh(m, referent, total, total > score)
    if (total > score) {
      best = referent
      score = total
      rule = role !== null && role.fit > told ? role.held.rule : `office/${title.office}`
    }
  }
  const absent = best?.name == null && !disputed && !isBare(scope) ? absentHolder(cast, mention, title, scope) : null
  if (absent !== null) {
    const referent = cast.keyed('person', absent.rule)
    referent.things = [absent.thing]
    cast.giveOffice(referent, { office: title.office, scope })
    cast.join(m, referent, absent.rule)
    return
  }
  if (best !== null) {
    cast.join(m, best, rule)
    return
  }
  const variation =
    offices.get(title.office)?.one === true && isSubject(cast, mention)
      ? variationOf(cast, m, sentence, salience)
      : null
  if (variation !== null) {
    cast.giveOffice(variation, { office: title.office, scope })
    cast.join(m, variation, `office/${title.office} variation`)
    return
  }
  if (offices.get(title.office)?.anyone === true && isBare(scope)) {
    const someone = mostSalientPerson(cast, m, sentence, salience)
    if (someone !== null) {
      cast.join(m, someone, `office/${title.office} salience`)
      return
    }
  }
  if (title.office === 'colleague' || title.office === 'spouse') return
  joinNobodyByName(cast, m, title, scope)
}

/** The next such description will be the same unnamed person. */
function joinNobodyByName(cast: Cast, m: number, { office }: Title, scope: Scope): void {
  const referent = cast.add('person', null, cast.mentions[m].agr & GENDER)
  cast.giveOffice(referent, { office, scope })
  cast.join(m, referent, 'description')
}

/** Opens with a number, where no article before it says that they are known. */
function isCounted({ layers }: Cast, { from, head }: Mention): boolean {
  if (!isOrdered(layers.pack) || from === head) return false
  return layers.tokens.kind[from] === KIND_NUMBER || (reading(layers, from).pos & NUMR) !== 0
}

/** Opens with a word that brings in somebody not spoken of before. */
function isIndefinite({ layers: { pack, tokens } }: Cast, { from, head }: Mention): boolean {
  const { indefinite } = pack.derive(compileClauseWords)
  return tokens.form[from].keys.length > 0 && indefinite.match(tokens.form, from, head) !== null
}

/** «Премьер встретился с лидером страны»: who stands before a preposition of the same clause is not behind it. */
function isBesideItself(cast: Cast, m: number, { index }: Referent): boolean {
  const mention = cast.mentions[m]
  if (!precededByPreposition(cast, mention)) return false
  const floor = cast.floorOf(mention)
  for (let i = m - 1; i >= 0 && i >= m - BESIDE && cast.mentions[i].from >= floor; i--)
    if (cast.of[i] === index && cast.mentions[i].to <= mention.from) return isOneClause(cast, cast.mentions[i], mention)
  return false
}

/** Mentions before one among which those of its clause stand. */
const BESIDE = 6

/** Whether neither a mark nor a conjunction parts two mentions. */
function isOneClause({ layers }: Cast, { to }: Mention, { from }: Mention): boolean {
  for (let token = to; token < from; token++)
    if ((reading(layers, token).pos & CONJ) !== 0 || layers.tokens.kind[token] === KIND_MARK) return false
  return true
}

/** «президент Моро», told of no country, is no «президент Лаврии» where the text calls him «президент Франции». */
function isOfAnotherCountry({ offices }: Referent, { office, scope }: OfficeFact, wanted: Scope): boolean {
  if (wanted.country === null || scope.country !== null || scope.words.length > 0) return false
  const told = offices.filter(fact => fact.office === office && fact.scope.country !== null)
  return told.length > 0 && told.every(fact => fact.scope.country !== wanted.country)
}

/** The role of a dossier that fits best what a description says. */
function bestRole(cast: Cast, referent: number, title: Title, scope: Scope): { held: HeldRole; fit: number } | null {
  const roles = cast.roles.get(referent)
  if (roles === undefined) return null
  const { offices } = cast.layers.pack.derive(compileDescriptions)
  let best: { held: HeldRole; fit: number } | null = null
  for (const held of roles) {
    const fit = fitRole(offices, title, scope, held)
    if (fit > (best?.fit ?? 0)) best = { held, fit }
  }
  return best
}

/** Whether the text itself names the holder of this very office in this country, so that no role may speak for another. */
function isToldOfAnother(cast: Cast, holders: ReadonlySet<number>, title: Title, scope: Scope): boolean {
  if (scope.country === null || cast.layers.dossiers.length === 0) return false
  for (const index of holders) {
    const { name, offices } = cast.referents[index]
    if (name === null || bestRole(cast, index, title, scope) !== null) continue
    if (
      offices.some(fact => fact.office === title.office && fact.scope.country === scope.country && !fact.scope.former)
    )
      return true
  }
  return false
}

/** Someone in a dossier whom the text does not name, and who held the office described on the day of publication. */
function absentHolder(cast: Cast, { from, to }: Mention, title: Title, scope: Scope): HeldRole | null {
  const { pack, dossiers } = cast.layers
  const book = roleBookOf(pack, dossiers)
  if (book === null) return null
  const { offices, related } = pack.derive(compileDescriptions)
  const named = [title.office, ...(related.get(title.office) ?? [])]
  const bodies = new Set(knownWithin(cast.layers, from, to).flatMap(({ things }) => things.map(({ id }) => id)))
  return soleHolder(book, cast, named, held =>
    // «представитель министерства» may be any ministry's: a body must be named as the dossier names it.
    held.scopes.length === 0 || bodies.has(held.role.holder) ? fitRole(offices, title, scope, held) : 0,
  )
}

/** For a word that fits anyone: the person most on the reader's mind, when nobody else comes near. */
function mostSalientPerson(cast: Cast, m: number, sentence: number, salience: Salience): Referent | null {
  const gender = cast.mentions[m].agr & (MASC | FEMN)
  let best: Referent | null = null
  let score = 0
  let second = 0
  for (const index of salience.recent(sentence, 3)) {
    const referent = cast.referents[index]
    if (referent.kind !== 'person' || cast.isOwnSpeaker(m, referent)) continue
    // «политик» is said of women too, «женщина» of women only.
    if (gender === FEMN && referent.gender !== 0 && (referent.gender & FEMN) === 0) continue
    const weight = salience.at(index, sentence)
    if (weight > score) {
      second = score
      best = referent
      score = weight
    } else second = Math.max(second, weight)
  }
  return score > CLEAR * second ? best : null
}

/**
 * The press names its best known people without their office, then varies: «Иванов прибыл утром. Министр осмотрел посты». The one person on the
 * reader's mind, named often, of whom the document says no office at all.
 */
function variationOf(cast: Cast, m: number, sentence: number, salience: Salience): Referent | null {
  const person = mostSalientPerson(cast, m, sentence, salience)
  return person !== null &&
    person.name !== null &&
    person.offices.length === 0 &&
    !cast.roles.has(person.index) &&
    person.mentions.length >= 3
    ? person
    : null
}

function mayHeadState(offices: ReadonlyMap<string, Office>, office: string): boolean {
  return offices.get(office)?.also.includes('head-of-state') ?? false
}

function isBare(scope: Scope): boolean {
  return scope.country === null && scope.words.length === 0
}

/** Persons who hold this office, one that it may stand for, or a wider one. */
function holdersOf(cast: Cast, office: string): Set<number> {
  const { related } = cast.layers.pack.derive(compileDescriptions)
  const found = new Set<number>()
  for (const one of [office, ...(related.get(office) ?? [])]) {
    for (const index of cast.filed(`office ${one}`)) found.add(index)
    for (const index of cast.filed(`role ${one}`)) found.add(index)
  }
  return found
}

// — «он», «её», «они» —

function resolvePronoun(cast: Cast, m: number, sentence: number, salience: Salience): void {
  const mention = cast.mentions[m]
  const plural = (mention.agr & PLUR) !== 0 && (mention.agr & SING) === 0
  let best: Referent | null = null
  let score = 0
  for (const index of salience.recent(sentence, REACH)) {
    const referent = cast.referents[index]
    if (!agreesWith(cast, mention, referent, plural) || cast.isOwnSpeaker(m, referent)) continue
    let weight = salience.at(index, sentence)
    // A place is hardly «он», «она» or «они», and never speaks.
    if (referent.kind === 'place') weight *= cast.speaks[m] >= 0 ? 0 : 0.1
    else if (plural && referent.kind !== 'group') weight *= referent.kind === 'country' ? 0.2 : 0.5
    else if (!plural && referent.kind !== 'person') weight *= cast.speaks[m] >= 0 ? 0.2 : 0.4
    cast.weigh(m, referent, weight, weight > score)
    if (weight > score) {
      best = referent
      score = weight
    }
  }
  if (best !== null) cast.join(m, best, `${mention.rule} salience`)
}

function agreesWith(cast: Cast, pronoun: Mention, referent: Referent, plural: boolean): boolean {
  const first = namingOf(cast, referent)
  // «российские», «американской»: an adjective has the number and gender of its noun and says nothing of the country's.
  if (first === null) return false
  if (plural) return referent.kind === 'group' || (referent.kind !== 'person' && isPluralName(referent, first))
  if (referent.kind === 'group') return false
  if (referent.kind !== 'person' && (first.agr & SING) === 0) return false
  const gender = pronoun.agr & GENDER
  const held = referent.kind === 'person' ? referent.gender : first.agr & GENDER
  if (gender === 0 || held === 0) return true
  if (referent.kind === 'person') return (held & gender & (MASC | FEMN)) !== 0
  return (held & gender & (MASC | FEMN | NEUT)) !== 0
}

/** The first mention that tells a referent's number and gender: any but an adjective; null where there are only those. */
function namingOf(cast: Cast, { mentions }: Referent): Mention | null {
  for (const m of mentions) if (cast.mentions[m].form !== 'adjective') return cast.mentions[m]
  return null
}

/** «США», «Курилы»: a country's word need only allow the plural; a body or place whose name has no endings («МИД», «Хельсинки») is one thing. */
function isPluralName({ kind }: Referent, { agr }: Mention): boolean {
  return (agr & PLUR) !== 0 && (kind === 'country' || (agr & SING) === 0)
}

// — «издание», «полиция», «российские миротворцы» —

function resolveDescription(cast: Cast, m: number, sentence: number, salience: Salience): void {
  const mention = cast.mentions[m]
  const known = knownAt(cast.layers, mention.from, mention.to)
  if (known?.ref != null) {
    joinKnown(cast, m, known)
    return
  }
  if (mention.form === 'name') {
    cast.join(m, cast.keyed(mention.kind, bare(mention.base)), mention.rule)
    return
  }
  const { lemma, pos } = reading(cast.layers, mention.head)
  // «Ветров и Зимина»: the head of two is the conjunction, and other two are others.
  if ((pos & CONJ) !== 0) {
    cast.join(m, cast.keyed(mention.kind, bare(mention.base)), 'description')
    return
  }
  // «several officials», «19 percent»: others than those before.
  if (isIndefinite(cast, mention) || isCounted(cast, mention)) {
    cast.join(m, cast.add(mention.kind), 'description')
    return
  }
  let best: Referent | null = null
  let score = 0
  for (const index of cast.filed(`noun ${lemma}`)) {
    const referent = cast.referents[index]
    if (referent.kind !== mention.kind || !scopesAgree(cast, mention, referent)) continue
    const weight = 1 + salience.at(index, sentence)
    if (weight > score) {
      best = referent
      score = weight
    }
  }
  if (best !== null) cast.join(m, best, 'description/noun')
  else cast.join(m, cast.keyed(mention.kind, bare(mention.base)), 'description')
}

/** A bare noun goes to the last one called so; one that is narrowed, to one narrowed alike. */
function scopesAgree(cast: Cast, mention: Mention, referent: Referent): boolean {
  const { scope } = mention
  if (scope === null || (scope.country === null && scope.words.length === 0)) return true
  return referent.mentions.slice(0, 8).some(held => {
    const other = cast.mentions[held].scope
    return other !== null && fitScope(scope, other) > 0
  })
}

/** Files a body under its own noun and the noun before its name: «издание „Вестник“» may be «издание» later. */
function fileByNoun(cast: Cast, m: number, referent: Referent): void {
  if (referent.kind === 'person' || referent.kind === 'country' || referent.kind === 'place') return
  const mention = cast.mentions[m]
  if (mention.form === 'pronoun' || mention.form === 'adjective') return
  fileUnder(cast, mention.head, referent)
  // «Горняки встретили трёх врачей»: what a noun of its own calls is not called by the noun before it.
  if (mention.form !== 'name') return
  for (let token = mention.from - 1; token >= Math.max(cast.floorOf(mention), mention.from - 2); token--) {
    const before = reading(cast.layers, token)
    if ((before.pos & NOUN) !== 0 && cast.layers.nameOf[token] < 0) fileUnder(cast, token, referent)
  }
}

/** Under a noun, and under the wider nouns that may stand for it. */
function fileUnder(cast: Cast, token: number, referent: Referent): void {
  const { tokens, pack } = cast.layers
  cast.file(`noun ${reading(cast.layers, token).lemma}`, referent)
  const body = pack.derive(compileDescriptions).bodies.match(tokens.form, token, tokens.count)
  for (const wider of body?.row.also ?? []) cast.file(`noun ${wider}`, referent)
}

function isSubject(cast: Cast, mention: Mention): boolean {
  if ((mention.agr & NOMN) === 0 || precededByPreposition(cast, mention)) return false
  // «в воскресенье он встретился»: a pronoun hangs on no noun.
  if (mention.from === cast.floorOf(mention) || mention.form === 'pronoun') return true
  // A noun right before a name that does not decline governs it, unless it is its title in the nominative.
  const before = reading(cast.layers, mention.from - 1)
  // «echoing the president»: where order tells, what stands right behind a verb is its object.
  if (isOrdered(cast.layers.pack) && (before.pos & (VERB | INFN | GRND | PRTS)) !== 0) return false
  return (before.pos & NOUN) === 0 || ((before.agr & NOMN) !== 0 && (before.agr & ANIM) !== 0)
}
