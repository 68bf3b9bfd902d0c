/** What the words of one sentence assert of kinds of duty, before it is known of which stipulation. */
import type { Clause } from '../clauses/build-clauses.ts'
import type { Modality } from '../clauses/mark-words.ts'
import type { Argument, Predicate } from '../clauses/predicate.ts'
import { isOrdered } from '../language.ts'
import type { Assertion } from '../status/assertion.ts'
import { ABLT } from '../words/grammar.ts'
import { type ClaimRole, NOUN_ROLES } from './claim-words.ts'
import type { Degree } from './operators.ts'
import { asContent, asPurpose, isSilenced, type Outcome } from './outcome.ts'
import { readNoun } from './read-noun.ts'
import { type AnchorReading, readVerb } from './read-verb.ts'
import { inClause, type SentenceView } from './sentence-view.ts'
import type { Named } from './sides.ts'

export interface AssertedDuty {
  readonly duty: string
  readonly assertion: Assertion
  readonly rule: string
  /** Head of who says so in the sentence itself, or -1. */
  readonly speaker: number
  /** The anchor's token: where the words stand. */
  readonly at: number
  readonly clause: Clause
  /** Names that met a need: what it is about. */
  readonly refs: readonly Named[]
  readonly topics: ReadonlySet<string>
  /** Who does it. */
  readonly subjects: readonly Argument[]
  /** It may only tell what the agreement says. */
  readonly isPact: boolean
}

/** What may be or is wished is not said to be, unless somebody means it («hope to complete»); what is tried or threatened never is. */
const OPEN: ReadonlySet<Modality> = new Set<Modality>(['can', 'hypothetical', 'forbids', 'wants'])
const IDLE: ReadonlySet<Modality> = new Set<Modality>(['tries', 'threatens'])
/** Roles of which a part may be done. */
const BY_DEGREES: ReadonlySet<ClaimRole> = new Set<ClaimRole>(['deed', 'step', 'does', 'part'])
const IN_PARTS: ReadonlySet<ClaimRole> = new Set<ClaimRole>(['step', 'part'])

export function readSentence(view: SentenceView): readonly AssertedDuty[] {
  if (view.silences.some(({ row }) => row === 'sentence')) return []
  const found: AssertedDuty[] = []
  for (const anchor of view.anchors) {
    const { role, duty } = anchor.word
    if (role === 'thing' || role === 'apart') continue
    const clause = view.clauseOf(anchor.head)
    if (clause === null || view.isApart(duty, clause, anchor.head)) continue
    const made = NOUN_ROLES.has(role) ? readNoun(view, anchor, clause) : readVerb(view, anchor, clause)
    const outcome = made === null ? null : judged(view, made, clause, role)
    if (made === null || outcome === null) continue
    const subjects = made.predicate === null ? [] : actorsOf(view, made.predicate)
    found.push({ duty, ...outcome, at: anchor.head, clause, ...made.met, subjects })
  }
  return withoutInstead(found, view)
}

/** By the order of words the subject of a passive is what it is done to. */
function actorsOf({ layers }: SentenceView, { passive, subjects, objects }: Predicate): readonly Argument[] {
  return passive && isOrdered(layers.pack) ? objects.filter(({ cases }) => cases === ABLT) : subjects
}

/** Silences, purposes and degrees of the clause. */
function judged(
  view: SentenceView,
  { outcome, predicate }: AnchorReading,
  clause: Clause,
  role: ClaimRole,
): Outcome | null {
  if (isSilenced(view, clause)) return null
  const isPurpose = view.silences.some(({ row, from }) => row === 'purpose' && inClause(clause, from))
  const told = isOrdered(view.layers.pack) ? asContent(view, outcome, clause) : outcome
  if (told === null) return null
  const meant = isPurpose && !view.isInstead(clause) ? asPurpose(view, told, clause) : told
  if (meant === null) return null
  if (predicate?.modalities.some(mode => IDLE.has(mode) || (OPEN.has(mode) && !meant.isMeant))) return null
  return BY_DEGREES.has(role) ? byDegree(view, meant, clause, IN_PARTS.has(role)) : meant
}

function byDegree(view: SentenceView, outcome: Outcome, clause: Clause, inParts: boolean): Outcome {
  const degrees = view.degrees.filter(({ from }) => inClause(clause, from))
  const has = (degree: Degree): boolean => degrees.some(({ row }) => row === degree)
  const { assertion } = outcome
  if (has('unfinished') && (assertion === 'fulfilled' || assertion === 'not-begun'))
    return { ...outcome, assertion: 'progress' }
  if (assertion !== 'fulfilled') return outcome
  return has('part') || (inParts && !has('whole')) ? { ...outcome, assertion: 'progress' } : outcome
}

/** «вместо того чтобы» adds nothing to a breach. */
function withoutInstead(found: readonly AssertedDuty[], view: SentenceView): readonly AssertedDuty[] {
  return found.filter(
    ({ duty, clause }) =>
      !view.isInstead(clause) || !found.some(other => other.duty === duty && other.assertion === 'breached'),
  )
}
