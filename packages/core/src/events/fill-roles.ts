/** Who fills the places of a frame around one predicate. */
import type { Clauses } from '../clauses/clauses.ts'
import { verbAround } from '../clauses/noun-predicate.ts'
import type { Argument, Predicate } from '../clauses/predicate.ts'
import { isOrdered } from '../language.ts'
import { type Layers, reading } from '../layers.ts'
import { type NounPhrase, nounPhraseAt } from '../mentions/noun-phrase.ts'
import { countryAdjective } from '../names/countries.ts'
import { ABLT, ACCS, ADJECTIVAL, DATV, FIXD, GENT } from '../words/grammar.ts'
import type { Place } from './event-patterns.ts'
import { concernedByOrder, ownersByOrder, subjectOfCondition, subjectOfThat } from './order/fill-by-order.ts'

/** A filler is a phrase, or a single token (a country's adjective, a possessive). */
export type Filler = { readonly argument: Argument } | { readonly token: number }

/** `companion`: the phrase that a pattern asks for beside its word, if it asks for one. A place with `@` before it is filled by a place on the map alone. */
export function fillersOf(
  clauses: Clauses,
  predicate: Predicate,
  place: Place,
  companion: NounPhrase | null = null,
): Filler[] {
  const { layers } = clauses
  switch (place.startsWith('@') ? place.slice(1) : place) {
    case 'subject':
      return predicate.passive ? agents(predicate) : asFillers(subjectsAs(predicate, 'actor'))
    case 'object':
      if (predicate.kind === 'noun') return asFillers(subjectsAs(predicate, 'recipient'))
      return predicate.passive ? asFillers(predicate.subjects) : asFillers(objectsOf(layers, predicate))
    case 'dative':
      return asFillers(datives(layers, predicate))
    case 'genitive':
      return asFillers(inCase(predicate, GENT))
    case 'instrumental':
      return asFillers(inCase(predicate, ABLT))
    case 'holder':
      return inCase(predicate, GENT).length > 0 ? [] : asFillers(holderOf(clauses, predicate))
    case 'sides':
      return asFillers(holderOf(clauses, predicate))
    case 'concerned':
      return asFillers(concernedBy(clauses, predicate))
    case 'owner':
      return companion === null ? [] : ownersOf(clauses, companion)
    case 'clause':
      return asFillers(subjectOfThat(clauses, predicate, companion))
    case 'condition':
      return asFillers(subjectOfCondition(clauses, predicate))
    case 'adjective':
      // A verb has none: in «Georgian protesters marched» the protesters do.
      if (predicate.kind !== 'noun') return []
      return modifiers(layers, predicate.head, token => isCountryAdjective(layers, token))
    case 'possessive':
      return modifiers(layers, predicate.head, token => !isCountryAdjective(layers, token))
    default:
      return asFillers(withPreposition(predicate, place.startsWith('@') ? place.slice(1) : place))
  }
}

/** Datives; else a name that does not decline, though its neighbours stand in another case («передал Баку район»). */
function datives(layers: Layers, predicate: Predicate): Argument[] {
  const found = inCase(predicate, DATV)
  if (found.length > 0) return found
  return predicate.objects.filter(({ phrase }) => (reading(layers, phrase.head).lex & FIXD) !== 0)
}

/** Accusatives; else a genitive whose form might be an accusative, or that a negated verb asks for. */
function objectsOf(layers: Layers, predicate: Predicate): Argument[] {
  const accusative = inCase(predicate, ACCS)
  if (accusative.length > 0) return accusative
  return predicate.objects.filter(
    ({ cases, phrase }) =>
      (cases & GENT) !== 0 && (predicate.negated || (layers.tokens.form[phrase.head].agr & ACCS) !== 0),
  )
}

/** Who does what the noun's sentence tells: «в ходе визита премьер подписал …», «заявил о готовности …», «при посредничестве соседей стороны договорились». */
function holderOf(clauses: Clauses, predicate: Predicate): readonly Argument[] {
  if (predicate.kind !== 'noun' || predicate.subjects.length > 0) return []
  const verb = verbAround(clauses, predicate.head)
  return verb === null || verb.passive ? [] : verb.subjects
}

/** Whose the companion is, all that a pattern's place `owner` asks for. */
function ownersOf(clauses: Clauses, companion: NounPhrase): Filler[] {
  return ownersBehind(clauses, companion).flat()
}

/** «паспорт активиста», «его паспорт», else «российский паспорт»: who stands behind a thing. The first of the lists that names somebody tells. */
export function ownersBehind(clauses: Clauses, thing: NounPhrase): Filler[][] {
  const { layers } = clauses
  if (isOrdered(layers.pack)) return ownersByOrder(clauses, thing)
  const inner = thing.head + 1 < thing.to ? nounPhraseAt(layers, thing.head + 1, thing.to, GENT) : null
  if (inner !== null)
    return [[{ argument: { phrase: { ...inner, preposition: -1 }, cases: GENT, preposition: '', list: -1 } }]]
  const before = modifiers(layers, thing.head, () => true)
  const own = before.filter(filler => 'token' in filler && !isCountryAdjective(layers, filler.token))
  return [own.length > 0 ? own : before]
}

/** Whom the deed promised concerns: «готов помочь соседям», «намерен создать союз с соседями». */
function concernedBy(clauses: Clauses, predicate: Predicate): readonly Argument[] {
  if (isOrdered(clauses.layers.pack)) return concernedByOrder(clauses, predicate)
  const { predicates } = clauses.ofSentence(clauses.layers.sentences.of[predicate.head])
  const from = predicate.kind === 'noun' ? verbAround(clauses, predicate.head) : predicate
  return predicates
    .filter(
      deed =>
        deed.kind === 'infinitive' &&
        deed.head > predicate.head &&
        deed.governor !== null &&
        deed.governor.head === from?.head,
    )
    .flatMap(deed => [...inCase(deed, DATV), ...deed.governed.filter(({ preposition }) => preposition === 'с')])
}

function asFillers(list: readonly Argument[]): Filler[] {
  return list.map(argument => ({ argument }))
}

/** The carrier's subject, when the light verb makes it what is asked for: «подвергся обстрелу» has the recipient for its subject. */
function subjectsAs(predicate: Predicate, role: 'actor' | 'recipient'): readonly Argument[] {
  if (predicate.kind !== 'noun') return role === 'actor' ? predicate.subjects : []
  const light = predicate.marks.find(mark => mark.kind === 'light' && mark.sense !== 'none')
  const does = light?.sense ?? 'actor'
  return does === role ? predicate.subjects : []
}

function agents(predicate: Predicate): Filler[] {
  return asFillers(inCase(predicate, ABLT))
}

function inCase(predicate: Predicate, cases: number): Argument[] {
  return predicate.objects.filter(argument => (argument.cases & cases) !== 0)
}

/** «с»: with, in the instrumental; «между»; «на» … Of a noun those of its light verb count, too: «провёл с послом переговоры». */
function withPreposition(predicate: Predicate, place: Place): Argument[] {
  const [preposition, want] = place.split('+')
  const fits = (argument: Argument): boolean =>
    argument.preposition === preposition && (want === undefined || (argument.cases & caseOf(want)) !== 0)
  const own = predicate.governed.filter(fits)
  if (own.length > 0 || predicate.governor === null || predicate.kind !== 'noun') return own
  return predicate.governor.governed.filter(fits)
}

const CASES: Readonly<Record<string, number>> = { gent: GENT, datv: DATV, accs: ACCS, ablt: ABLT }

function caseOf(name: string): number {
  return CASES[name] ?? 0
}

/** Adjectives right before a noun that stand for somebody. */
function modifiers(layers: Layers, head: number, fits: (token: number) => boolean): Filler[] {
  const found: Filler[] = []
  for (let token = head - 1; token >= Math.max(0, head - 4); token--) {
    if ((layers.tokens.form[token].pos & ADJECTIVAL) === 0 || layers.sentences.of[token] !== layers.sentences.of[head])
      break
    if (fits(token)) found.push({ token })
  }
  return found
}

function isCountryAdjective(layers: Layers, token: number): boolean {
  return (
    (reading(layers, token).pos & ADJECTIVAL) !== 0 && countryAdjective(layers.pack, layers.tokens.form[token]) !== null
  )
}
