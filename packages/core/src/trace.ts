/** What rules say while they work: who spoke, who declined, which candidates were weighed. Off unless asked for. */
import type { Span } from './span.ts'

export interface TraceNote extends Span {
  readonly stage: 'quotations' | 'coreference' | 'events'
  /** The rule, frame or candidate. */
  readonly rule: string
  /** True: it applied, or this candidate was taken. */
  readonly spoke: boolean
  readonly because: string
}

export type Trace = (note: TraceNote) => void
