/** What a verb of a duty asserts: «передала район», «не обстреливали», «отказывается отпускать пленных». */
import type { Clause } from '../clauses/build-clauses.ts'
import type { Predicate } from '../clauses/predicate.ts'
import { isOrdered } from '../language.ts'
import { reading } from '../layers.ts'
import type { Assertion } from '../status/assertion.ts'
import { ADJECTIVAL, ADVB, INFN, PREP, PRTF, VERB, VERBAL } from '../words/grammar.ts'
import type { Anchor } from './anchors.ts'
import type { ClaimRole } from './claim-words.ts'
import { type Met, meetNeeds } from './meet-needs.ts'
import type { Aspect, Operator } from './operators.ts'
import { afterTense, apply, climb, modalsOf, type Outcome, outcomeOf, plain } from './outcome.ts'
import { carrierOf } from './read-noun.ts'
import type { Found, SentenceView } from './sentence-view.ts'

/** What an anchor asserts, what of its needs stands beside it, and the verb that asserts it: its own or one that carries it; null for none. */
export interface AnchorReading {
  readonly outcome: Outcome
  readonly met: Met
  readonly predicate: Predicate | null
}

export function readVerb(view: SentenceView, anchor: Anchor, clause: Clause): AnchorReading | null {
  const { head, word } = anchor
  const { pos } = reading(view.layers, head)
  if ((pos & PRTF) !== 0 || ((pos & ADJECTIVAL) !== 0 && view.isAttributive(head))) return null
  // «hold less than a third»: a wording of several words measures, it does not tell how.
  const isMeasure = isOrdered(view.layers.pack) && anchor.to - anchor.from > 1
  if ((pos & ADVB) !== 0 && !isMeasure && !view.hasOnlyCopulas(clause)) return null
  const own = view.predicateIn(anchor)
  // «the agreed text», «before agreeing the text»: by the order of words such a form alone tells nothing.
  if (
    isOrdered(view.layers.pack) &&
    (pos & VERBAL) !== 0 &&
    (own === null || (isGovernedGerund(view, own) && overGerund(view, own) === null))
  )
    return null
  const predicate = own ?? ((pos & (VERB | INFN)) === 0 ? (carrierOf(view, head, clause)?.predicate ?? null) : null)
  if (own !== null && (word.role === 'does' || word.role === 'part') && isReducedRelative(view, own)) return null
  // «будет» that only lends its tense is no verb of its own.
  if (predicate === null && (pos & (VERB | INFN)) !== 0) return null
  const met = meetNeeds(view, anchor, clause, predicate)
  if (met === null) return null
  const outcome = assertedBy(view, anchor, clause, predicate)
  return outcome === null ? null : { outcome, met, predicate }
}

/** «before agreeing»: a gerund behind a preposition. */
function isGovernedGerund({ layers }: SentenceView, { kind, from }: Predicate): boolean {
  return kind === 'gerund' && from > 0 && (reading(layers, from - 1).pos & PREP) !== 0
}

/** «denied shelling», «accused Norway of shelling»: the verb that a gerund hangs on, where it says what comes of it. */
function overGerund(view: SentenceView, own: Predicate): { operator: Found<Operator>; at: Predicate } | null {
  if (own.kind !== 'gerund' || own.from <= view.from) return null
  const { layers, clauses } = view
  const before = own.from - 1
  const at = view.sentence.predicates.findLast(({ head, kind }) => head < own.from && kind !== 'noun')
  const operator = at === undefined ? null : view.operatorAt(at.head)
  if (at === undefined || operator === null) return null
  for (let token = at.head; token < own.from; token++) if (clauses.scene.mark[token] !== 0) return null
  const hangs =
    (reading(layers, before).pos & PREP) !== 0
      ? operator.row.prepositions.includes(layers.tokens.form[before].folded)
      : at.head === before
  return hangs ? { operator, at } : null
}

/** «the laws reviewed by May», «a law creating the board»: right behind its noun such a form only tells which one; «with the board meeting» tells what happens. */
function isReducedRelative(view: SentenceView, { kind, from }: Predicate): boolean {
  const { layers, clauses } = view
  if (!isOrdered(layers.pack) || (kind !== 'gerund' && kind !== 'participle') || from <= view.from) return false
  const phrase = clauses.phraseOf(from - 1)
  if (phrase < 0 || clauses.phrase(phrase).to !== from) return false
  const { preposition } = clauses.phrase(phrase)
  return !view.silences.some(({ row, from: at }) => row === 'company' && at === preposition)
}

function assertedBy(view: SentenceView, anchor: Anchor, clause: Clause, predicate: Predicate | null): Outcome | null {
  const { word } = anchor
  const aspect: Aspect = word.role === 'breaks' ? 'breach' : word.role === 'keeps' ? 'state' : 'deed'
  const isVerb = view.predicateIn(anchor) !== null
  // «is not yet operational»: what a copula denies stands before the word.
  const isDenied = predicate !== null && (view.isNegated(predicate) || (!isVerb && view.isNegatedAt(anchor.from)))
  const negated = isDenied && !view.holdsNegation(anchor, anchor.head)
  const start = outcomeOf(plain(aspect, negated), word.row)
  if (view.isInstead(clause)) return aspect === 'deed' && !negated ? { ...start, assertion: 'not-begun' } : null
  const over = isOrdered(view.layers.pack) && predicate !== null && !negated ? overGerund(view, predicate) : null
  if (over !== null) {
    const outcome = apply(view, over.operator, aspect, view.isNegated(over.at), over.at, start)
    return outcome === null ? null : afterTense(outcome, over.at, false, aspect)
  }
  if (predicate !== null && (predicate.kind === 'infinitive' || modalsOf(view, predicate).length > 0)) {
    const turned = !negated ? aspect : aspect === 'breach' ? 'state' : 'breach'
    return climb(view, predicate, turned, start, { isAnchor: true })
  }
  const assertion = assertionOf(word.role, predicate, negated, isVerb)
  if (assertion === null) return null
  const outcome = { ...start, assertion }
  return predicate === null ? outcome : afterTense(outcome, predicate, negated, aspect)
}

/** null: a lack denied says nothing of how far things are. */
function assertionOf(
  role: ClaimRole,
  predicate: Predicate | null,
  negated: boolean,
  isVerb: boolean,
): Assertion | null {
  if (role === 'lacks') return negated ? null : 'not-begun'
  if (role === 'breaks') return negated ? 'fulfilled' : 'breached'
  if (role === 'keeps') return negated ? 'breached' : 'fulfilled'
  if (negated) return 'not-begun'
  // «the fund is operational»: what a copula says of a thing has come about.
  const isDone =
    !isVerb ||
    predicate === null ||
    predicate.kind === 'short' ||
    predicate.kind === 'predicative' ||
    predicate.perfective
  return isDone ? 'fulfilled' : 'progress'
}
