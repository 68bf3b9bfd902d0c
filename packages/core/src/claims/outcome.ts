/** What comes of a deed, a state or a breach by the words over it: operators from the inside out, then the tense. */
import type { Clause } from '../clauses/build-clauses.ts'
import type { Predicate } from '../clauses/predicate.ts'
import { isOrdered } from '../language.ts'
import { reading } from '../layers.ts'
import type { Assertion } from '../status/assertion.ts'
import { COMMA } from '../text/marks.ts'
import { CLIT, PRCL, PREP, VERBAL } from '../words/grammar.ts'
import type { Aspect, Operator } from './operators.ts'
import { type Found, inClause, type SentenceView } from './sentence-view.ts'
import { ownerOf, speakerOf } from './speakers.ts'

export interface Outcome {
  readonly assertion: Assertion
  /** The rows that made it. */
  readonly rule: string
  /** Head of who says so in the sentence itself («Дания обвинила»), or -1. */
  readonly speaker: number
  /** Somebody means it, must do it or asks for it. */
  readonly isMeant: boolean
  /** The sides have agreed on it: words that may only tell what the agreement says. */
  readonly isPact: boolean
}

/** Operators of one chain that are followed. */
const LONGEST = 5

/** What a row asserts by itself. */
export function outcomeOf(assertion: Assertion, rule: string, isMeant = false): Outcome {
  return { assertion, rule, speaker: -1, isMeant, isPact: false }
}

/** What a word asserts before anything is said over it. */
export function plain(aspect: Aspect, negated: boolean): Assertion {
  if (aspect === 'breach') return negated ? 'fulfilled' : 'breached'
  return negated ? 'not-begun' : 'fulfilled'
}

/**
 * Applies what stands over an aspect. `predicate`: the anchor's own infinitive (`isAnchor`), or the verb that carries the noun, whose operator
 * must be able to take it by `preposition` ('' for none). null when no operator says anything.
 */
export function climb(
  view: SentenceView,
  predicate: Predicate,
  aspect: Aspect,
  start: Outcome,
  { isAnchor = false, preposition = '' }: { readonly isAnchor?: boolean; readonly preposition?: string } = {},
): Outcome | null {
  let at: Predicate | null = predicate
  let outcome: Outcome | null = null
  let now: Aspect | null = aspect
  const ordered = isOrdered(view.layers.pack)
  let isCarried = false
  for (let steps = 0; at !== null && steps < LONGEST; steps++) {
    const isFirst = steps === 0
    if (!(isFirst && isAnchor)) {
      const operator = view.operatorAt(at.head)
      if (operator !== null && now !== null && takes(operator.row, isFirst ? preposition : '')) {
        const negated = view.isNegated(at) && !view.holdsNegation(operator, at.head)
        const denied = !negated && lacks(view, at) && operator.row.negated[now] !== null
        outcome = apply(view, operator, now, negated || denied, at, outcome ?? start)
        if (denied) return outcome === null ? null : afterTense(outcome, at, false, now)
        if (outcome === null) return null
        // «continues to hold»: a state that holds is still a state.
        now = now === 'state' && ordered && outcome.assertion === 'fulfilled' ? now : aspectOf(outcome.assertion)
      } else if (now === null && !view.isNegated(at)) {
        // «continued to be delayed»
        return outcome
      } else if (isFirst || view.isNegated(at) || (ordered && !isCarried)) return null
    }
    // «should withdraw», «has to be released»: a modal is part of the verb.
    for (const operator of modalsOf(view, at)) {
      if (now === null) return outcome
      outcome = apply(view, operator, now, view.isNegated(at), at, outcome ?? start)
      if (outcome === null) return null
      now = aspectOf(outcome.assertion)
    }
    if (at.kind !== 'infinitive') return outcome === null ? null : afterTense(outcome, at, false, now ?? aspect)
    const upper = governorOf(view, at)
    const over = between(view, upper === null ? view.from : upper.head + 1, at.from)
    isCarried = over.length > 0
    for (const operator of over) {
      if (now === null) return outcome
      outcome = apply(view, operator, now, view.isNegatedAt(operator.from), upper ?? at, outcome ?? start)
      if (outcome === null) return null
      now = aspectOf(outcome.assertion)
    }
    if (ordered && upper === null && !isCarried) return asOrder(view, at, outcome ?? start)
    at = upper
  }
  return outcome
}

/** «is yet to be completed»: whether the verb is still to come; it then says what it says when it is denied. */
function lacks(view: SentenceView, at: Predicate): boolean {
  const from = at.kind === 'infinitive' ? (governorOf(view, at)?.head ?? view.from) : at.from
  return between(view, from, at.head).some(({ row }) => row.kind === 'lack')
}

/** «Release the prisoners», «the elections to be held in May»: asked for, or to come; «to release the prisoners» under no verb is only thought of. */
function asOrder({ layers }: SentenceView, { from, tense }: Predicate, outcome: Outcome): Outcome | null {
  const isBare = from === 0 || (reading(layers, from - 1).pos & PRCL) === 0
  const isGood = outcome.assertion === 'fulfilled' || outcome.assertion === 'progress'
  return (isBare || tense === 'future') && isGood ? { ...outcome, assertion: 'planned', isMeant: true } : null
}

/** «договорились прекратить огонь и обменяться пленными»: infinitives in a list hang on one verb. */
function governorOf({ clauses }: SentenceView, { governor, head }: Predicate): Predicate | null {
  if (governor?.kind !== 'infinitive') return governor
  if (governor.head > head) return null
  for (let token = governor.head + 1; token < head; token++)
    if (clauses.scene.mark[token] === COMMA || clauses.scene.word('coordinator', token, head) >= 0)
      return governor.governor
  return governor
}

function takes({ prepositions }: Operator, preposition: string): boolean {
  return preposition === '' || prepositions.includes(preposition)
}

/** What an operator makes of an aspect; null when nothing can be said. */
export function apply(
  view: SentenceView,
  operator: Found<Operator>,
  aspect: Aspect,
  negated: boolean,
  at: Predicate,
  before: Outcome,
): Outcome | null {
  const { row } = operator
  const said = (negated ? row.negated : row.plain)[aspect]
  if (said === null) return null
  const isMoved = row.kind === 'shift' && isMovedTo(view, row, at.head)
  // «renewed its commitment to adhere to the truce»: what becomes of the plan is no more than a plan.
  const isPlan = before.isMeant && before.assertion === 'planned' && said === 'progress'
  const cell = (isMoved && !negated) || isPlan ? 'planned' : said
  // What somebody will say nobody has said yet.
  const owner = row.speaker && !view.isVerb(operator) ? ownerOf(view, operator) : -1
  const speaker = owner >= 0 || !row.speaker || at.tense === 'future' ? owner : speakerOf(view, at)
  return {
    assertion: cell === 'same' ? before.assertion : cell,
    rule: `${before.rule} ${row.row}${negated ? ' not' : ''}`,
    // «noted the sides’ commitment»: who means it vouches for it, not who tells of it.
    speaker: speaker >= 0 && !(before.speaker >= 0 && before.isMeant && said === 'same') ? speaker : before.speaker,
    isMeant: before.isMeant || row.kind === 'mode' || row.kind === 'pact',
    isPact: before.isPact || row.kind === 'pact',
  }
}

/** «postponed to June», not «postponed to allow talks»: whether one of its prepositions stands behind a verb. */
function isMovedTo({ layers, to }: SentenceView, { prepositions }: Operator, head: number): boolean {
  for (let token = head + 1; token < to; token++)
    if ((reading(layers, token).pos & PREP) !== 0 && prepositions.includes(layers.tokens.form[token].folded))
      return true
  return false
}

/** What is to come is planned; a threat or a guess is no claim. `negated`: the verb of the anchor itself is. */
export function afterTense(outcome: Outcome, { tense }: Predicate, negated: boolean, aspect: Aspect): Outcome | null {
  if (tense !== 'future') return outcome
  if (negated) return { ...outcome, assertion: aspect === 'breach' ? 'planned' : 'breached' }
  const { assertion } = outcome
  if (assertion === 'fulfilled' || assertion === 'progress') return { ...outcome, assertion: 'planned' }
  return assertion === 'planned' || assertion === 'not-begun' ? outcome : null
}

/** «потребовал, чтобы пленных вернули»: planned, by whoever asks. null when nobody does. */
export function asPurpose(view: SentenceView, outcome: Outcome, clause: Clause): Outcome | null {
  if (outcome.assertion === 'breached' || outcome.assertion === 'halted') return null
  const parent = clause.parent < 0 ? null : view.sentence.clauses[clause.parent]
  for (const head of parent?.heads ?? []) {
    const operator = view.operatorAt(head)
    const predicate = view.clauses.at(head)
    if (
      operator === null ||
      operator.row.kind === 'phase' ||
      operator.row.plain.deed !== 'planned' ||
      predicate === null
    )
      continue
    return apply(view, operator, 'deed', false, predicate, outcome)
  }
  return null
}

/** «demanded that the sides withdraw», «denied that his men had fired»: what comes of a clause by the verb that tells of it. */
export function asContent(view: SentenceView, outcome: Outcome, clause: Clause): Outcome | null {
  const parent = clause.opener !== 'subordinate' || clause.parent < 0 ? null : view.sentence.clauses[clause.parent]
  if (parent === null || (clause.word >= 0 && view.clauses.scene.word('that', clause.word, view.to) < 0)) return outcome
  const head = parent.heads.findLast(one => one < clause.segments[0].from)
  const operator = head === undefined ? null : view.operatorAt(head)
  const predicate = head === undefined ? null : view.clauses.at(head)
  const aspect = aspectOf(outcome.assertion)
  if (operator === null || predicate === null || aspect === null) return outcome
  const { kind, plain: made } = operator.row
  // «could not verify that the sides had withdrawn»: who cannot tell says nothing.
  if (kind === 'phase' && made.breach === 'breached' && view.isNegated(predicate)) return null
  // «verified that the army had recruited»: who found it vouches for it.
  if (kind === 'phase' && made.breach === 'breached' && operator.row.speaker && outcome.speaker < 0)
    return { ...outcome, speaker: speakerOf(view, predicate) }
  const isDenied = made.breach === 'fulfilled' && made.deed === null && operator.row.speaker
  return kind === 'mode' || isDenied
    ? apply(view, operator, aspect, view.isNegated(predicate), predicate, outcome)
    : outcome
}

/** Whether a word that silences a clause stands in it. */
export function isSilenced(view: SentenceView, clause: Clause): boolean {
  return view.silences.some(({ row, from }) => row === 'clause' && inClause(clause, from))
}

/** As what an outer operator takes what an inner one has made; null: nothing more can be said of it. */
function aspectOf(assertion: Assertion): Aspect | null {
  if (assertion === 'breached') return 'breach'
  return assertion === 'halted' || assertion === 'not-begun' ? null : 'deed'
}

/** Operators between two tokens that are no verbs («готовность», «нужно», «should»), the nearest to the end first. */
export function between(view: SentenceView, from: number, to: number): readonly Found<Operator>[] {
  const isOwner = (token: number): boolean => (reading(view.layers, token).lex & CLIT) !== 0
  return view.operators
    .filter(found => found.from >= from && found.to <= to && !view.isVerb(found) && !isOwner(found.from))
    .reverse()
}

/** Operators among the words that help a verb, without the verbs among these: «should», not «were». */
export function modalsOf(view: SentenceView, { from, head }: Predicate): readonly Found<Operator>[] {
  return between(view, from, head).filter(found => (reading(view.layers, found.from).pos & VERBAL) === 0)
}
