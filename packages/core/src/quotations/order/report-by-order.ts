/** Reported speech by the order of words: a clause, an infinitive, or words in marks, beside the cue that introduces them. */
import type { Cue } from '../cues.ts'
import type { Quotation } from '../quotation.ts'
import type { Scene } from '../scene.ts'
import { attributionOf, type OrderedAttribution } from './attribution-by-order.ts'
import { clause } from './clause-by-order.ts'
import { fragments } from './fragments-by-order.ts'
import { gerund, infinitive } from './infinitive-by-order.ts'

/** What a cue reports in the tokens `floor`..`limit` of its sentence, or null. */
export function reportByOrder(scene: Scene, cue: Cue, floor: number, limit: number): Quotation | null {
  const attribution = attributionOf(scene, cue, floor, limit)
  // «if the army says that C»: nobody has said it.
  if (attribution === null || isCondition(scene, attribution, floor)) return null
  return reportOf(scene, attribution, floor, endBeforeSpeaker(attribution, limit))
}

function isCondition(scene: Scene, { from }: OrderedAttribution, floor: number): boolean {
  return from > floor && scene.word('condition', from - 1, from) === from
}

/** «Saying that C, X left»: what an ing-form says ends before the clause that lends it its subject. */
function endBeforeSpeaker({ cue, speaker, participle }: OrderedAttribution, limit: number): number {
  return participle && speaker !== null && speaker.from > cue.to ? speaker.from : limit
}

function reportOf(scene: Scene, attribution: OrderedAttribution, floor: number, limit: number): Quotation | null {
  const { frames } = attribution.cue.row
  // «urged the sides to heed the appeal»: who is asked, or is to do it, and an infinitive before a clause without its word.
  if (frames.has('infinitive') && (frames.has('object') || frames.has('subject'))) {
    const found = infinitive(scene, attribution, limit)
    if (found !== null) return found
  }
  // «charging its neighbour with helping those who fled».
  if (frames.has('object') && frames.has('gerund')) {
    const found = gerund(scene, attribution, limit)
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
