/** Events in the exchange format: spans for tokens, ids for participants. */
import { spanOf } from './analyse.ts'
import type { AnalysedEvent } from './analysis.ts'
import type { FoundEvent } from './events/event.ts'
import type { Participant } from './events/participants.ts'
import type { Layers } from './layers.ts'

/** Indexes of the referents that take part in events or are their place. */
export function takingPart(events: readonly FoundEvent[]): ReadonlySet<number> {
  const taking = new Set<number>()
  for (const { actors, recipients, place } of events)
    for (const { referent } of [...actors, ...recipients, ...(place === null ? [] : [place])])
      if (referent >= 0) taking.add(referent)
  return taking
}

/** `idOf`, `describedIds`: entity of each referent and of each one described by an event alone. */
export function describeEvents(
  layers: Layers,
  events: readonly FoundEvent[],
  idOf: readonly (string | null)[],
  describedIds: readonly string[],
): AnalysedEvent[] {
  const idsOf = (list: readonly Participant[]): string[] => [
    ...new Set(
      list
        .map(({ referent, described }) => (referent >= 0 ? idOf[referent] : describedIds[described]))
        .filter(id => id !== null),
    ),
  ]
  const described = events.map(event => ({
    type: event.type,
    mode: event.mode,
    trigger: spanOf(layers, event.trigger),
    actors: idsOf(event.actors),
    recipients: idsOf(event.recipients),
    place: event.place === null ? null : (idsOf([event.place])[0] ?? null),
    time: event.time,
    status: event.status,
    background: event.background,
    quotation: event.quotation,
    rule: event.rule,
  }))
  return described.sort(
    (a, b) =>
      a.trigger.start - b.trigger.start ||
      b.trigger.end - a.trigger.end ||
      (a.type < b.type ? -1 : a.type > b.type ? 1 : 0),
  )
}
