/** The events layer: what is reported to happen, who takes part, and as what it is told. */
import type { TokenRange } from '../span.ts'
import type { Described, Participant } from './participants.ts'

export type EventStatus = 'occurred' | 'ongoing' | 'planned' | 'denied' | 'hypothetical'

export interface FoundEvent {
  readonly type: string
  readonly mode: string | null
  readonly trigger: TokenRange
  readonly actors: readonly Participant[]
  readonly recipients: readonly Participant[]
  readonly place: Participant | null
  /** ISO / TIMEX3 value of the time that dates it, or null. */
  readonly time: string | null
  readonly status: EventStatus
  readonly background: boolean
  /** Index of the innermost quotation that tells it, or null. */
  readonly quotation: number | null
  readonly rule: string
}

export interface Events {
  /** In the order of their triggers. */
  readonly events: readonly FoundEvent[]
  /** Participants whom no mention names. */
  readonly described: readonly Described[]
}
