/**
 * Deeds that are told by their doer, or asked for in his words: who says that he will do a thing promises it or threatens with it; who says
 * that another must do a thing asks for it («The envoy said that the rebels must leave»).
 */
import type { Clauses } from '../../clauses/clauses.ts'
import type { Predicate } from '../../clauses/predicate.ts'
import { reading } from '../../layers.ts'
import { PRED, VERBAL } from '../../words/grammar.ts'
import type { FoundEvent } from '../event.ts'
import { keyOf } from '../merge-events.ts'
import { type Participant, type Participants, quotationAt } from '../participants.ts'

const GOOD = new Set(['SUPPORT', 'CONCEDE', 'COOPERATE', 'AID', 'RETREAT', 'CONSULT'])
const HARSH = new Set(['REJECT', 'SANCTION', 'COERCE', 'ASSAULT', 'MOBILIZE', 'PROTEST'])

/** Whether a deed of this type does harm. */
export function isHarsh(type: string): boolean {
  return HARSH.has(type)
}

/**
 * An event as it is told: what its doer himself announces, or who speaks for him, is a promise (AGREE) or a threat (THREATEN); that he will not
 * do what would be good is a refusal (REJECT).
 */
export function asAnnounced(clauses: Clauses, participants: Participants, event: FoundEvent): FoundEvent {
  const { quotation, status, type, actors, recipients, rule } = event
  const refuses = status === 'denied' && GOOD.has(type) && clauses.at(event.trigger.from)?.tense === 'future'
  if ((status !== 'planned' && !refuses) || quotation === null || actors.length === 0) return event
  const speaker = participants.speakerOf(quotation)
  if (speaker === null) return event
  const isDoer = actors.some(one => keyOf(one) === keyOf(speaker))
  if (!isDoer && !actors.some(one => participants.speaksFor(quotation, one))) return event
  const told: Partial<FoundEvent> = {
    status: 'occurred',
    actors: isDoer ? [speaker] : actors,
    rule: `${rule} announced`,
    quotation: null,
  }
  if (refuses) return { ...event, ...told, type: 'REJECT', mode: null }
  if (HARSH.has(type)) return { ...event, ...told, type: 'THREATEN', mode: null }
  if (!GOOD.has(type)) return event
  const others = isDoer ? actors.filter(one => keyOf(one) !== keyOf(speaker)) : []
  return { ...event, ...told, type: 'AGREE', mode: 'promise', recipients: [...others, ...recipients] }
}

/** A demand: what a speaker says that somebody else must do. `head`: the verb of what is asked. */
export interface Demand {
  readonly from: number
  readonly head: number
  readonly actor: Participant
  readonly recipients: readonly Participant[]
}

/** The demand whose modal is at a token, or null. `isPower`: whether somebody acts by office or for a power. */
export function demandAt(
  clauses: Clauses,
  participants: Participants,
  token: number,
  isPower: (one: Participant) => boolean,
): Demand | null {
  const { layers, scene } = clauses
  const quotation = quotationAt(participants.quotations, layers.tokens.start[token])
  if (quotation === null || participants.quotations[quotation].kind === 'direct') return null
  const actor = participants.speakerOf(quotation)
  if (actor === null) return null
  let predicate: Predicate | null = null
  const limit = Math.min(scene.sentenceTo(token), token + NEAR)
  for (let at = token + 1; at < limit && predicate === null; at++)
    if ((reading(layers, at).pos & VERBAL) !== 0)
      predicate = clauses.at(at)?.modalities.includes('must') ? clauses.at(at) : null
  if (predicate === null || predicate.negated || predicate.from > token) return null
  const recipients = predicate.subjects
    .map(argument => participants.of({ argument }))
    .filter(one => one !== null)
    .filter(one => isPower(one) && keyOf(one) !== keyOf(actor))
  return recipients.length === 0 ? null : { from: token, head: predicate.head, actor, recipients }
}

/** Tokens from a modal to its verb. */
const NEAR = 5

export function isModal({ layers }: Clauses, token: number): boolean {
  return (reading(layers, token).pos & PRED) !== 0
}
