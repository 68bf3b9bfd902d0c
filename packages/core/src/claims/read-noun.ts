/** What a noun of a duty asserts by the words that carry it: «обмен приостановлен», «о прекращении обстрелов договорились», «без нарушений». */
import type { Clause } from '../clauses/build-clauses.ts'
import type { Predicate } from '../clauses/predicate.ts'
import { isOrdered } from '../language.ts'
import { reading } from '../layers.ts'
import type { Phrase } from '../mentions/find-phrases.ts'
import type { Assertion } from '../status/assertion.ts'
import { CLOSE_BRACKET, COLON, COMMA, OPEN_BRACKET } from '../text/marks.ts'
import { KIND_WORD } from '../text/tokens.ts'
import { ADJECTIVAL, CONJ, NOUN, NPRO, PREP } from '../words/grammar.ts'
import type { Anchor } from './anchors.ts'
import { countsFor, meetNeeds } from './meet-needs.ts'
import { type Aspect, isAspect, type Operator, type Reach } from './operators.ts'
import { climb, type Outcome, outcomeOf, plain } from './outcome.ts'
import type { AnchorReading } from './read-verb.ts'
import { holds, inClause, type SentenceView } from './sentence-view.ts'

/** Words between a noun and the one it hangs on. */
const REACH = 8

export function readNoun(view: SentenceView, anchor: Anchor, clause: Clause): AnchorReading | null {
  const { word } = anchor
  const met = meetNeeds(view, anchor, clause, null)
  if (met === null) return null
  const includer = isOrdered(view.layers.pack) ? includerOf(view, anchor.head) : null
  const turned = turn(view, anchor, word.role === 'step' ? 'deed' : (word.role as Aspect), includer)
  if (turned === null) return null
  const { aspect, outer, fixed } = turned
  const start = outcomeOf(fixed ?? plain(aspect, false), word.row, fixed === 'planned')
  if (view.isInstead(clause))
    return aspect === 'deed' ? { outcome: { ...start, assertion: 'not-begun' }, met, predicate: null } : null
  if (stoodBy(view, outer, 'moment')) return null
  if (aspect === 'breach' && stoodBy(view, outer, 'given')) return { outcome: start, met, predicate: null }
  if (!isFree(view, outer)) return null
  const carrier = carrierOf(view, outer, clause)
  const predicate = carrier?.predicate ?? null
  if (fixed !== null && fixed !== 'planned') {
    const outcome = predicate === null ? start : settled(view, predicate, start)
    return outcome === null ? null : { outcome, met, predicate }
  }
  const outcome =
    (predicate === null
      ? null
      : carried(view, predicate, carrier?.preposition ?? '', aspect, start, fixed === 'planned')) ??
    idle(view, anchor, clause, aspect, start, predicate)
  return outcome === null ? null : { outcome, met, predicate }
}

function carried(
  view: SentenceView,
  predicate: Predicate,
  preposition: string,
  aspect: Aspect,
  start: Outcome,
  planned: boolean,
): Outcome | null {
  const operator = view.operatorAt(predicate.head)
  if (operator?.row.kind === 'list') return aspect === 'deed' && !planned ? listed(view, predicate, start) : null
  const found = climb(view, predicate, aspect, start, { preposition })
  // «renewed its commitment to the exchange»: what becomes of the plan is no exchange yet.
  if (found !== null && planned && (found.assertion === 'fulfilled' || found.assertion === 'progress'))
    return { ...found, assertion: 'planned' }
  if (found !== null || !planned) return found
  // «заявили о готовности к обмену», «должны принять решения об обмене»: a verb of speech or intent speaks of the plan.
  if (view.clauses.scene.cueAt[predicate.head] < 0 && predicate.modalities.length === 0) return null
  const subject = predicate.subjects[0]
  return { ...start, speaker: subject === undefined || preposition === '' ? -1 : subject.phrase.head }
}

/** «Some tasks are outstanding. These include the exchange of prisoners»: what the sentence before says, where a pronoun takes it up. */
function listed(view: SentenceView, { subjects }: Predicate, start: Outcome): Outcome | null {
  const before = view.before()
  const subject = subjects[0]?.phrase.head
  if (before === null || subject === undefined || (reading(view.layers, subject).pos & (NPRO | ADJECTIVAL)) === 0)
    return null
  for (const { row, from, to } of before.operators.toReversed()) {
    const predicate = before.sentence.predicates.find(({ head }) => head >= from && head < to)
    if (predicate === undefined && row.kind !== 'idle') continue
    const isDenied = predicate !== undefined && before.isNegated(predicate)
    const cell = (isDenied ? row.negated : row.plain).deed
    if (cell !== null) return asListed(start, cell, row)
  }
  return null
}

function asListed(start: Outcome, cell: Assertion | 'same', { row }: Operator): Outcome {
  return cell === 'same' ? start : { ...start, assertion: cell, rule: `${start.rule} ${row}` }
}

/** «delays in the exchange continue», «there were no delays in the exchange»: the noun says it already, unless the verb denies it or it is to come. */
function settled(view: SentenceView, predicate: Predicate, start: Outcome): Outcome | null {
  return view.isNegated(predicate) || predicate.tense === 'future' || predicate.modalities.length > 0 ? null : start
}

/** «обмен в тупике»: words beside the verb, or where there is none. */
function idle(
  view: SentenceView,
  anchor: Anchor,
  clause: Clause,
  aspect: Aspect,
  start: Outcome,
  predicate: Predicate | null,
): Outcome | null {
  for (const { row } of view.idleOperators(clause, anchor)) {
    const cell = row.plain[aspect]
    if (cell === null || (clause.heads.length > 0 && predicate === null)) continue
    // «until the end of May»: by the order of words a noun of a verb's form only bears out what the words say by themselves.
    const isVerbal = row.kind !== 'idle' && (row.kind !== 'mode' || clause.heads.length > 0)
    if (isVerbal && isOrdered(view.layers.pack) && (aspect === 'deed' || cell !== plain(aspect, false))) continue
    return { ...start, assertion: cell === 'same' ? start.assertion : cell, rule: `${start.rule} ${row.row}` }
  }
  return null
}

interface Turned {
  readonly aspect: Aspect
  /** The outermost noun: what the verb takes. */
  readonly outer: number
  /** What the nouns it hangs on assert at once («готовность к обмену», «delays in the exchange»), or null. */
  readonly fixed: Assertion | null
}

/** Nouns that the anchor hangs on, the nearest first; null when nothing can be said of it under them. */
function turn(view: SentenceView, anchor: Anchor, role: Aspect, includer: Phrase | null): Turned | null {
  let aspect = role
  let outer = includer?.head ?? anchor.head
  let fixed: Assertion | null = null
  // «ceasefire violations»: by the order of words a noun hangs on the one behind it.
  if (isOrdered(view.layers.pack)) {
    for (let next = anchor.to; next < view.to && isCompounded(view, next); next++) {
      const row = view.tables.turns.match(view.layers.tokens.form, next, view.to)?.row
      const turned = row === undefined ? null : row[aspect]
      if (turned === null) return null
      if (isAspect(turned)) aspect = turned
      else fixed = turned
      outer = next
    }
  }
  let at = (includer?.from ?? anchor.from) - 1
  for (let steps = 0; steps < REACH && at >= view.from; steps++, at--) {
    const found = turnEndingAt(view, at)
    if (found !== null) {
      const turned = found.row[aspect]
      if (turned === null) return null
      if (isAspect(turned)) aspect = turned
      else fixed = turned
      outer = found.from
      at = found.from
      continue
    }
    const { pos } = reading(view.layers, at)
    if ((pos & (ADJECTIVAL | PREP | CONJ | NOUN)) === 0) break
    if ((pos & PREP) !== 0 && turnEndingAt(view, at - 1) === null) break
    if ((pos & NOUN) !== 0 && steps > 3) break
  }
  return { aspect, outer, fixed }
}

/** Whether a noun follows right behind another in one phrase. */
function isCompounded({ layers }: SentenceView, token: number): boolean {
  return (
    (reading(layers, token).pos & NOUN) !== 0 && layers.nameOf[token] < 0 && layers.tokens.kind[token] === KIND_WORD
  )
}

function turnEndingAt(view: SentenceView, token: number) {
  for (let from = Math.max(view.from, token - 1); from <= token; from++) {
    const found = view.tables.turns.match(view.layers.tokens.form, from, token + 1)
    if (found !== null && found.to === token + 1) return { row: found.row, from }
  }
  return null
}

/** «several tasks, including the exchange of prisoners and the return of refugees»: the noun that holds a list with the token; null where none does. */
function includerOf({ clauses }: SentenceView, token: number): Phrase | null {
  const { scene } = clauses
  const { all } = scene.phrases
  for (let i = clauses.phraseOf(token); i > 0; i--) {
    const before = all[i - 1]
    let at = before.to
    let isListed = false
    while (at < all[i].from && LISTS.has(scene.mark[at])) {
      isListed = true
      at++
    }
    const past = scene.word('including', at, all[i].from)
    if (past === all[i].from) return before
    const joined = scene.word('coordinator', at, all[i].from)
    const isDeeper = all[i].preposition === at && !isListed
    if (at !== all[i].from && joined !== all[i].from && !isDeeper) return null
  }
  return null
}

/** Marks within a list: «the groups (militias), the camps»; 0 is a word. */
const LISTS: ReadonlySet<number> = new Set([COMMA, OPEN_BRACKET, CLOSE_BRACKET])

/** «участники перемирия», «зона обстрела»: under a noun that is no turn nothing is said of it. */
function isFree(view: SentenceView, outer: number): boolean {
  const index = view.clauses.phraseOf(outer)
  if (index < 0) return true
  const phrase = view.clauses.phrase(index)
  if (phrase.head >= outer || countsFor(view, phrase, outer)) return true
  for (let token = outer - 1; token >= phrase.head; token--)
    if ((reading(view.layers, token).pos & NOUN) !== 0 && view.operatorAt(token) === null) return false
  return true
}

/** «из-за обстрелов школу закрыли»: whether a word of this reach stands right before the noun's phrase. What is told as a cause took place. */
function stoodBy(view: SentenceView, outer: number, reach: Reach): boolean {
  const index = view.clauses.phraseOf(outer)
  const from = index < 0 ? outer : view.clauses.phrase(index).from
  return view.silences.some(({ row, to }) => row === reach && to === from)
}

interface Carrier {
  readonly predicate: Predicate
  readonly preposition: string
}

/** The verb that a noun is an argument of; else the only one of its clause, where the noun stands bare. */
export function carrierOf(view: SentenceView, head: number, clause: Clause): Carrier | null {
  const own = view.sentence.predicates.filter(predicate => inClause(clause, predicate.head))
  for (const predicate of own) {
    const argument =
      predicate.subjects.find(one => holds(one, head)) ??
      predicate.objects.find(one => holds(one, head)) ??
      predicate.governed.find(one => holds(one, head))
    if (argument !== undefined)
      return { predicate: innerOf(view, predicate, own, head), preposition: argument.preposition }
  }
  if (own.length === 0 && isOrdered(view.layers.pack)) return listCarrier(view, clause)
  const index = view.clauses.phraseOf(head)
  const preposition = index < 0 ? -1 : view.clauses.phrase(index).preposition
  if (own.length !== 1) return null
  return { predicate: own[0], preposition: preposition < 0 ? '' : view.layers.tokens.form[preposition].folded }
}

/** «movement continued to be restricted»: what is said of a subject by the infinitive under the verb. */
function innerOf(view: SentenceView, predicate: Predicate, own: readonly Predicate[], head: number): Predicate {
  if (!isOrdered(view.layers.pack) || !predicate.subjects.some(one => holds(one, head))) return predicate
  const inner = own.find(
    ({ kind, governor, subjects }) =>
      kind === 'infinitive' && governor?.head === predicate.head && subjects.some(one => holds(one, head)),
  )
  return inner !== undefined && view.operatorAt(inner.head) !== null ? inner : predicate
}

/** «These have not been implemented: the exchange of prisoners; …»: the verb before the colon carries the items behind it that have none. */
function listCarrier(view: SentenceView, { segments }: Clause): Carrier | null {
  const { mark } = view.clauses.scene
  for (let token = segments[0].from - 1; token > view.from; token--) {
    if (mark[token] === COLON) {
      const before = view.clauseOf(token - 1)?.heads.at(-1)
      const predicate = before === undefined ? null : view.clauses.at(before)
      return predicate === null ? null : { predicate, preposition: '' }
    }
    if (view.sentence.predicates.some(({ head, kind }) => head === token && kind === 'finite')) return null
  }
  return null
}
