/** `X promised to C`, `X urged Y to C`: what is said in an infinitive. */
import { reading } from '../../layers.ts'
import { ADVB, INFN, PRCL } from '../../words/grammar.ts'
import type { Quotation } from '../quotation.ts'
import type { Scene } from '../scene.ts'
import type { OrderedAttribution } from './attribution-by-order.ts'
import { contentEnd } from './content-end.ts'
import { makeReport } from './make-report.ts'

export function infinitive(scene: Scene, attribution: OrderedAttribution, limit: number): Quotation | null {
  if (attribution.inverted) return null
  let at = attribution.to
  const phrase = scene.phrases.all[scene.phrases.next[at]]
  if (attribution.cue.row.frames.has('object') && phrase !== undefined && phrase.from === at && phrase.to <= limit)
    at = phrase.to
  while (at < limit && (reading(scene.layers, at).pos & ADVB) !== 0 && scene.mark[at] === 0) at++
  const negation = scene.word('negation', at, limit)
  const to = negation > 0 ? negation : at
  if (to + 1 >= limit || (reading(scene.layers, to).pos & PRCL) === 0) return null
  let verb = to + 1
  while (verb < limit && (reading(scene.layers, verb).pos & ADVB) !== 0) verb++
  if (verb >= limit || (reading(scene.layers, verb).pos & INFN) === 0) return null
  return makeReport(scene, attribution, [scene.span(at, contentEnd(scene, to + 1, limit))], 'infinitive')
}
