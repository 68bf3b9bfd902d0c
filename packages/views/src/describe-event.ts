/** An event in a few words: what, who, whom, where, when, and as what it is told. */
import type { AnalysedEvent, Analysis, EntityKind } from '@parley/core'
import { oneLine } from './outline.ts'

/** What the views call types, modes and statuses; one not named here is shown as the format writes it. */
export interface EventWords {
  readonly eventTypes: Readonly<Record<string, string>>
  /** By `TYPE mode`. */
  readonly eventModes: Readonly<Record<string, string>>
  readonly eventStatus: Readonly<Record<AnalysedEvent['status'], string>>
  readonly background: string
  readonly quotedEvent: (quotation: number) => string
}

export interface EventInWords {
  readonly what: string
  readonly actors: readonly string[]
  readonly recipients: readonly string[]
  /** Place, time value and how it is told, as far as there is something to say. */
  readonly facts: readonly string[]
  /** The trigger's own words. */
  readonly trigger: string
}

/** `describeTime`: a time value in the interface's words. */
export function describeEvent(
  analysis: Pick<Analysis, 'text' | 'entities'>,
  event: AnalysedEvent,
  words: EventWords,
  describeTime: (value: string) => string,
): EventInWords {
  const names = new Map<string, { name: string; kind: EntityKind }>(
    analysis.entities.map(entity => [entity.id, entity]),
  )
  const nameOf = (id: string): string => names.get(id)?.name ?? id
  const { type, mode, status, trigger } = event
  return {
    what: words.eventModes[`${type} ${mode}`] ?? words.eventTypes[type] ?? type,
    actors: event.actors.map(nameOf),
    recipients: event.recipients.map(nameOf),
    facts: [
      ...(event.place === null ? [] : [nameOf(event.place)]),
      ...(event.time === null ? [] : [describeTime(event.time)]),
      ...(status === 'occurred' ? [] : [words.eventStatus[status]]),
      ...(event.background ? [words.background] : []),
      ...(event.quotation === null ? [] : [words.quotedEvent(event.quotation + 1)]),
    ],
    trigger: oneLine(analysis.text.slice(trigger.start, trigger.end)),
  }
}
