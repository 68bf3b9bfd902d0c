/** Reported speech by the order of words: a clause, an infinitive, or words in marks, beside the cue that introduces them. */
import type { Cue } from '../cues.ts'
import type { Quotation } from '../quotation.ts'
import type { Scene } from '../scene.ts'
import { attributionOf } from './attribution-by-order.ts'
import { clause } from './clause-by-order.ts'
import { fragments } from './fragments-by-order.ts'
import { gerund, infinitive } from './infinitive-by-order.ts'

/** What a cue reports in the tokens `floor`..`limit` of its sentence, or null. */
export function reportByOrder(scene: Scene, cue: Cue, floor: number, limit: number): Quotation | null {
  const { frames } = cue.row
  const attribution = attributionOf(scene, cue, floor, limit)
  if (attribution === null) return null
  // «urged the sides to heed the appeal»: who is asked and an infinitive before a clause without its word.
  if (frames.has('object') && frames.has('infinitive')) {
    const found = infinitive(scene, attribution, limit)
    if (found !== null) return found
  }
  if (frames.has('clause') || frames.has('that') || frames.has('question') || frames.has('parenthesis')) {
    const found = clause(scene, attribution, floor, limit)
    if (found !== null) return found
  }
  if (frames.has('infinitive')) {
    const found = infinitive(scene, attribution, limit)
    if (found !== null) return found
  }
  if (frames.has('gerund')) {
    const found = gerund(scene, attribution, limit)
    if (found !== null) return found
  }
  return frames.has('fragment') || frames.has('quote') ? fragments(scene, attribution, limit) : null
}
