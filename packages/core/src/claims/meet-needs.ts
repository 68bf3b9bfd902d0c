/** Whether what must stand beside an anchor does, and in the place it must have. */
import type { Clause } from '../clauses/build-clauses.ts'
import type { Argument, Predicate } from '../clauses/predicate.ts'
import { isOrdered } from '../language.ts'
import { reading } from '../layers.ts'
import type { Phrase } from '../mentions/find-phrases.ts'
import { isQuantity } from '../mentions/quantity.ts'
import type { TokenRange } from '../span.ts'
import { ABLT, ACCS, ADJECTIVAL, GENT, INTR, NOMN, NOUN, NUMB, NUMR } from '../words/grammar.ts'
import type { Anchor } from './anchors.ts'
import { ANY_TOPIC, type Need, NOUN_ROLES } from './claim-words.ts'
import { holds, inClause, overlaps, type SentenceView } from './sentence-view.ts'
import type { Named } from './sides.ts'

export interface Met {
  /** Names of what stipulations are about, where a need asked for them. */
  readonly refs: readonly Named[]
  /** Its own topic and those of the things that met a need, or of all beside it where none was asked for. */
  readonly topics: ReadonlySet<string>
}

/** Where a thing stands; without a head its last token counts. */
interface Place extends TokenRange {
  readonly head?: number
  readonly form?: Named['form']
}

/** How far before and behind a noun its own words are looked for, in tokens. */
const BEFORE = 4
const BEHIND = 9

/** null when nothing it needs stands there. `predicate`: the verb of the anchor, or null. */
export function meetNeeds(view: SentenceView, anchor: Anchor, clause: Clause, predicate: Predicate | null): Met | null {
  const { word } = anchor
  const isNear = (place: Place, slot: Need['slot'] = 'any'): boolean =>
    slot === 'sentence' || standsNear(view, place, anchor, clause, predicate)
  const things = view.anchors.filter(
    other => other.word.role === 'thing' && other.word.duty === word.duty && other.head !== anchor.head,
  )
  const near = things.filter(thing => isNear(thing))
  const topics = new Set(near.map(thing => thing.word.topic))
  const own = word.topic === ANY_TOPIC ? [] : [word.topic]
  if (word.needs.length === 0) return { refs: [], topics: own.length === 0 ? topics : new Set(own) }
  for (const needs of word.needs) {
    const refs: Named[] = []
    const asked = new Set(needs.map(({ what }) => what).filter(what => topics.has(what)))
    const isMet = (need: Need): boolean => {
      switch (need.what) {
        case 'ref':
        case 'term': {
          const found = refsOf(view, word.duty).filter(
            named =>
              (named.isTerm || need.what === 'ref') &&
              isNear(named, need.slot) &&
              isAt(view, need, named, clause, predicate),
          )
          if (need.slot !== 'sentence') refs.push(...found)
          return found.length > 0
        }
        case 'organ':
        case 'body': {
          const found = organs(view, word.duty, need.what === 'body').filter(
            named => isNear(named, need.slot) && isAt(view, need, named, clause, predicate),
          )
          refs.push(...found)
          return found.length > 0
        }
        case 'bearer':
          return bearersNear(view, word.duty, need.slot === 'sentence' ? null : clause, anchor).some(
            named => need.slot === 'sentence' || belongs(view, named, near, predicate),
          )
        case 'state':
        case 'breach':
          return view.anchors.some(
            other =>
              other.word.duty === word.duty &&
              other.word.role === need.what &&
              (isNear(other) || (NOUN_ROLES.has(word.role) && other.to <= anchor.from)),
          )
        default:
          return (need.slot === 'sentence' ? things : near).some(
            thing => thing.word.topic === need.what && isAt(view, need, thing, clause, predicate),
          )
      }
    }
    if (needs.every(isMet)) return { refs, topics: new Set([...asked, ...own]) }
  }
  return null
}

/** Names of what stipulations of this kind are about. */
function refsOf(view: SentenceView, duty: string): readonly Named[] {
  const duties = view.index.byKind.get(duty) ?? []
  return view
    .named()
    .filter(({ ids }) =>
      ids.some(id => duties.some(({ dossier, about }) => id.startsWith(`${dossier.id}#`) && about.has(idOf(id)))),
    )
}

/** Commissions and groups that such a stipulation is about; `helping`: only those set up to carry it out, that do not bear it themselves. */
function organs(view: SentenceView, duty: string, helping: boolean): readonly Named[] {
  const duties = view.index.byKind.get(duty) ?? []
  return view
    .named()
    .filter(({ ids }) =>
      ids.some(id =>
        duties.some(
          ({ dossier, about, bearers }) =>
            id.startsWith(`${dossier.id}#`) &&
            about.has(idOf(id)) &&
            !(helping && bearers.has(idOf(id))) &&
            dossier.bodies.some(body => body.id === idOf(id)),
        ),
      ),
    )
}

function bearersNear(view: SentenceView, duty: string, clause: Clause | null, anchor: Anchor): readonly Named[] {
  const duties = view.index.byKind.get(duty) ?? []
  return view
    .named()
    .filter(
      named =>
        (clause === null || inClause(clause, named.from) || Math.abs(named.from - anchor.head) < BEFORE) &&
        duties.some(({ dossier, bearers }) =>
          view.sides.partiesOf(named, dossier.id).some(party => bearers.has(party)),
        ),
    )
}

/** «в плену у одних остаются солдаты других»: whose a thing is stands in its phrase, or does the verb or bears it. */
function belongs(view: SentenceView, { from }: Named, things: readonly Anchor[], predicate: Predicate | null): boolean {
  if (predicate === null) return true
  if ([...predicate.subjects, ...predicate.objects].some(argument => holds(argument, from))) return true
  return things.some(({ head }) => {
    const phrase = view.clauses.phraseOf(head)
    return phrase >= 0 && view.clauses.phrase(phrase).from <= from && from < view.clauses.phrase(phrase).to
  })
}

function standsNear(
  view: SentenceView,
  place: Place,
  anchor: Anchor,
  clause: Clause,
  predicate: Predicate | null,
): boolean {
  if (NOUN_ROLES.has(anchor.word.role)) {
    if (place.from < anchor.from - BEFORE || place.from >= anchor.to + BEHIND) return false
    return !isParted(view, Math.min(place.from, anchor.head), Math.max(place.from, anchor.head))
  }
  if (inClause(clause, place.from) || isAntecedent(clause, place)) return true
  if (predicate === null) return false
  if (
    [...predicate.subjects, ...predicate.objects, ...predicate.governed].some(argument => holds(argument, place.from))
  )
    return true
  if (isInReport(view, place)) return true
  // «коридор как был, так и остаётся под контролем»: a clause without a subject of its own goes on with what stands before it.
  return predicate.subjects.length === 0 && predicate.kind !== 'infinitive' && place.to <= anchor.from
}

/** «из города, сообщает агентство, колонна не вышла»: what stands with a verb of speech alone belongs to what is said. */
function isInReport(view: SentenceView, { from }: Place): boolean {
  const clause = view.clauseOf(from)
  const { cueAt } = view.clauses.scene
  return clause !== null && clause.heads.length > 0 && clause.heads.every(head => cueAt[head] >= 0)
}

/** «районы, которые вернула Армения»: what a relative clause is about stands right before it. */
function isAntecedent({ opener, segments }: Clause, { from, to }: Place): boolean {
  const start = segments[0].from
  return opener === 'relative' && to <= start && start - from < BEHIND
}

/** Whether a mark that parts clauses stands between, a list's commas aside. */
function isParted(view: SentenceView, from: number, to: number): boolean {
  const { scene } = view.clauses
  for (let token = from; token < to; token++) if (scene.mark[token] !== 0 && scene.isBreak(token)) return true
  return false
}

/** Whether a thing stands in the place a need asks for. */
function isAt(view: SentenceView, { slot }: Need, thing: Place, clause: Clause, predicate: Predicate | null): boolean {
  if (slot === 'any' || slot === 'sentence' || isAntecedent(clause, thing)) return true
  if (predicate === null) return false
  if (isOrdered(view.layers.pack)) return isAtByOrder(view, slot, thing, predicate)
  const isTurned = predicate.passive || (predicate.reading.agr & INTR) !== 0
  const fits = ({ phrase, cases, preposition }: Argument, wanted: number): boolean =>
    preposition === '' && isHead(view, thing, phrase) && ((cases | casesOf(view, thing)) & wanted) !== 0
  const bare = [...predicate.subjects, ...predicate.objects]
  // «передал Баку Кельбаджарский, Лачинский и Агдамский районы»: the adjectives may have been taken with what stands before.
  if (thing.form === 'shared')
    return bare.some(({ phrase, preposition }) => preposition === '' && overlaps(phrase, thing))
  switch (slot) {
    case 'subject':
      return bare.some(one => fits(one, NOMN)) || isCounted(view, thing, isTurned ? bare : predicate.subjects)
    case 'agent':
      return predicate.passive || isReflexive(predicate)
        ? predicate.objects.some(one => fits(one, ABLT)) || isAbout(view, thing, predicate)
        : predicate.subjects.some(one => fits(one, NOMN))
    default:
      return bare.some(one => fits(one, isTurned ? NOMN | GENT : ACCS | GENT)) || isCounted(view, thing, bare)
  }
}

/** By the order of words the place alone tells: who does it stands before the verb, what it is done to behind; of a passive the other way round. */
function isAtByOrder(view: SentenceView, slot: Need['slot'], thing: Place, predicate: Predicate): boolean {
  const holdsThing = ({ phrase, preposition }: Argument): boolean =>
    preposition === '' && phrase.from <= thing.from && thing.to <= phrase.to && isCore(view, thing, phrase)
  const agents = predicate.objects.filter(({ cases }) => cases === ABLT)
  const { subjects, objects, passive } = predicate
  if (slot === 'agent') return (passive ? agents : subjects).some(holdsThing)
  if (slot === 'subject') return subjects.some(holdsThing)
  return (passive ? subjects : objects).some(holdsThing)
}

/** What the phrase is about: its head, what stands before it, or what its measure counts («three boxes of ammunition»). */
function isCore(view: SentenceView, thing: Place, phrase: Phrase): boolean {
  return thing.from < phrase.after || countsFor(view, phrase, thing.from)
}

/** In the instrumental right behind the verb: «не являлись на тот день военнослужащими». */
function isAbout(view: SentenceView, thing: Place, { head }: Predicate): boolean {
  return thing.from > head && thing.from < head + BEHIND && (casesOf(view, thing) & ABLT) !== 0
}

/** A verb that takes no object may be one that is done to its subject: «контролируется миротворцами». */
function isReflexive({ reading: { agr } }: Predicate): boolean {
  return (agr & INTR) !== 0
}

/** «пять пленных», «ни один километр дорог»: the thing hangs on a number or a measure. */
function isCounted(view: SentenceView, thing: Place, list: readonly Argument[]): boolean {
  return list.some(
    ({ phrase, preposition }) =>
      preposition === '' && phrase.from <= thing.from && thing.to <= phrase.to && countsFor(view, phrase, thing.from),
  )
}

/** Whether a phrase counts or measures what stands at a token of it. */
export function countsFor(view: SentenceView, phrase: Phrase, token: number): boolean {
  if (isQuantity(phrase)) return true
  for (let at = token - 1; at >= phrase.from; at--) {
    const { pos } = reading(view.layers, at)
    if ((pos & (NUMR | NUMB)) !== 0) return true
    if ((pos & ADJECTIVAL) === 0) break
  }
  const { pos } = reading(view.layers, phrase.head)
  if (phrase.head >= token) return false
  return (pos & NOUN) === 0 || view.degrees.some(({ from, to }) => from <= phrase.head && phrase.head < to)
}

function isHead(view: SentenceView, { from, to }: Place, phrase: Phrase): boolean {
  if (from <= phrase.head && phrase.head < to) return true
  // An adjective of the thing's noun, or one of several that share it.
  const isAdjective = from >= phrase.from && to <= phrase.head && (reading(view.layers, to - 1).pos & ADJECTIVAL) !== 0
  return isAdjective && view.anchors.some(({ word, head }) => word.role === 'thing' && head === phrase.head)
}

function casesOf(view: SentenceView, { to, head = to - 1 }: Place): number {
  return view.layers.tokens.form[head].agr & (NOMN | ACCS | GENT | ABLT)
}

/** `dossier#id` -> id. */
function idOf(ref: string): string {
  return ref.slice(ref.indexOf('#') + 1)
}
