/** Deeds that a speech act holds: what is asked for, promised, threatened or refused is told by it. */
import type { Clauses } from '../clauses/clauses.ts'
import { isOrdered } from '../language.ts'
import type { FoundEvent } from './event.ts'
import type { EventPattern } from './event-patterns.ts'
import { subjectOfThat } from './order/fill-by-order.ts'

/** What is asked for, promised, threatened or refused is told by the speech act that holds it: «потребовал вывести войска». */
export function isHeld(
  clauses: Clauses,
  event: FoundEvent,
  holding: ReadonlyMap<number, EventPattern>,
  found: readonly FoundEvent[],
): boolean {
  const { of } = clauses.layers.sentences
  const isBeside = (other: FoundEvent, [type, mode]: readonly [string, string | null]): boolean =>
    other !== event &&
    other.type === type &&
    (mode === null || other.mode === mode) &&
    of[other.trigger.from] === of[event.trigger.from]
  const ordered = isOrdered(clauses.layers.pack)
  // «demanded that the army withdraw»: the deed of who is asked.
  if (ordered && event.type !== 'REQUEST' && found.some(other => asksFor(clauses, other, event))) return true
  for (let token = event.trigger.from; token < event.trigger.to; token++) {
    if (holding.has(token)) continue
    let predicate = clauses.at(token)
    for (let steps = 0; steps < 4 && predicate !== null; steps++) {
      predicate = predicate.kind === 'infinitive' || predicate.kind === 'noun' ? predicate.governor : null
      const above = predicate?.head ?? -1
      // The verb of the event's own trigger holds nothing else: «launched an investigation».
      if (above >= event.trigger.from && above < event.trigger.to) continue
      if (holding.has(above) && found.some(({ trigger }) => trigger.from <= above && trigger.to > above)) return true
    }
    const { modalities = [] } = clauses.at(token) ?? {}
    for (const modality of modalities) {
      const holder = HOLDERS[modality]
      if (holder !== undefined && found.some(other => isBeside(other, holder))) return true
    }
  }
  return false
}

/** Whether an event asks, in a clause behind its trigger, for what another tells. */
function asksFor(clauses: Clauses, request: FoundEvent, event: FoundEvent): boolean {
  if (request.type !== 'REQUEST' || request.trigger.from > event.trigger.from) return false
  const verb = clauses.at(request.trigger.from)
  const deed = clauses.at(event.trigger.from)
  const asked = verb === null || deed === null ? [] : subjectOfThat(clauses, verb)
  return asked.some(({ phrase }) => deed?.subjects.some(one => one.phrase.from === phrase.from))
}

/** The speech act that holds a deed told under a modality, when it stands in the same sentence: type and mode. */
const HOLDERS: Readonly<Record<string, readonly [type: string, mode: string | null]>> = {
  calls: ['REQUEST', null],
  ready: ['AGREE', 'promise'],
  threatens: ['THREATEN', null],
}
