/** As what an event is told: done, going on, planned, denied or thought of. */
import type { Predicate } from '../clauses/predicate.ts'
import type { EventStatus } from './event.ts'

const THOUGHT = new Set(['hypothetical', 'calls', 'can', 'threatens', 'forbids'])
const AHEAD = new Set(['plans', 'ready', 'must', 'wants'])

/** Types of force: an attempt at them is one. */
const FORCE = new Set(['ASSAULT', 'COERCE', 'PROTEST'])

export function statusOf(predicate: Predicate, type: string): EventStatus {
  const { negated, modalities, tense, phase, perfective, kind } = predicate
  if (negated) return 'denied'
  if (modalities.some(modality => THOUGHT.has(modality))) return 'hypothetical'
  if (modalities.includes('tries') && !FORCE.has(type)) return 'hypothetical'
  if (modalities.some(modality => AHEAD.has(modality))) return 'planned'
  if (tense === 'future') return 'planned'
  if (phase === 'continue') return 'ongoing'
  if (
    tense === 'present' &&
    !perfective &&
    (kind === 'finite' || kind === 'noun' || kind === 'participle' || phase !== null)
  )
    return 'ongoing'
  return 'occurred'
}
