/** What is said without a finite verb: `X promised to C`, `X urged Y to C`, `X called for Y to C`, `X denied C-ing`, `X accused Y of C-ing`. */
import { reading } from '../../layers.ts'
import { ADVB, APRO, GRND, INFN, PRCL } from '../../words/grammar.ts'
import type { Quotation } from '../quotation.ts'
import type { Scene } from '../scene.ts'
import type { OrderedAttribution } from './attribution-by-order.ts'
import { contentEnd } from './content-end.ts'
import { makeReport } from './make-report.ts'

export function infinitive(scene: Scene, attribution: OrderedAttribution, limit: number): Quotation | null {
  if (attribution.inverted) return null
  const { frames } = attribution.cue.row
  const from = attribution.to
  const whom = frames.has('object') || frames.has('subject') ? pastPhrase(scene, from, limit) : from
  const at = pastAdverbs(scene, whom, limit)
  const negation = scene.word('negation', at, limit)
  const to = negation > 0 ? negation : at
  if (to + 1 >= limit || (reading(scene.layers, to).pos & PRCL) === 0) return null
  const verb = pastAdverbs(scene, to + 1, limit)
  if (verb >= limit || (reading(scene.layers, verb).pos & INFN) === 0) return null
  // «called for the prisoners to be freed»: who is to do it belongs to what is said.
  const first = frames.has('subject') ? from : at
  return makeReport(scene, attribution, [scene.span(first, contentEnd(scene, to + 1, limit))], 'infinitive')
}

export function gerund(scene: Scene, attribution: OrderedAttribution, limit: number): Quotation | null {
  if (attribution.inverted) return null
  let at = attribution.to
  if (attribution.cue.row.frames.has('object')) {
    const of = scene.word('partitive', pastPhrase(scene, at, limit), limit)
    if (of < 0) return null
    at = of
  }
  const negation = scene.word('negation', at, limit)
  const verb = pastAdverbs(scene, negation > 0 ? negation : at, limit)
  if (verb >= limit || scene.mark[verb] !== 0 || !isGerund(scene, verb, limit)) return null
  return makeReport(scene, attribution, [scene.span(at, contentEnd(scene, verb + 1, limit))], 'gerund')
}

/** An ing-form; one that was read as a noun, too, where an object follows: «opening the road». */
function isGerund(scene: Scene, token: number, limit: number): boolean {
  if ((reading(scene.layers, token).pos & GRND) !== 0) return true
  if ((scene.layers.tokens.form[token].pos & GRND) === 0 || token + 1 >= limit || scene.mark[token + 1] !== 0)
    return false
  return (reading(scene.layers, token + 1).lex & APRO) !== 0
}

function pastPhrase(scene: Scene, at: number, limit: number): number {
  const phrase = scene.phrases.all[scene.phrases.next[at]]
  return phrase !== undefined && phrase.from === at && phrase.to <= limit ? phrase.to : at
}

function pastAdverbs(scene: Scene, from: number, limit: number): number {
  let at = from
  while (at < limit && scene.mark[at] === 0 && (reading(scene.layers, at).pos & ADVB) !== 0) at++
  return at
}
