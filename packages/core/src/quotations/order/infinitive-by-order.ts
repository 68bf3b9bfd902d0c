/** What is said without a finite verb: `X promised to C`, `X urged Y to C`, `X called for Y to C`, `X denied C-ing`, `X accused Y of C-ing`. */
import { reading } from '../../layers.ts'
import { COMMA } from '../../text/marks.ts'
import { ADVB, APRO, CONJ, GRND, INFN, NPRO, PRCL, PRED, VERB } from '../../words/grammar.ts'
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
  const at = pastAdverbs(scene, whom > from ? pastCircumstances(scene, whom, limit) : whom, limit)
  const negation = scene.word('negation', at, limit)
  const to = negation > 0 ? negation : at
  if (to + 1 >= limit || (reading(scene.layers, to).pos & PRCL) === 0) return null
  // «urged them to "check it out"»: marks may open behind `to`.
  const opened = scene.pairs[scene.pairOf[to + 1]]?.open === to + 1 ? to + 2 : to + 1
  const verb = pastAdverbs(scene, opened, limit)
  if (verb >= limit || (reading(scene.layers, verb).pos & INFN) === 0) return null
  // «called for the prisoners to be freed»: who is to do it belongs to what is said.
  const first = frames.has('subject') ? from : at
  return makeReport(scene, attribution, [scene.span(first, phraseEnd(scene, to + 1, limit))], 'infinitive')
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
  return makeReport(scene, attribution, [scene.span(at, phraseEnd(scene, verb + 1, limit))], 'gerund')
}

/** An ing-form; one that was read as a noun, too, where an object follows: «opening the road». */
function isGerund(scene: Scene, token: number, limit: number): boolean {
  if ((reading(scene.layers, token).pos & GRND) !== 0) return true
  if ((scene.layers.tokens.form[token].pos & GRND) === 0 || token + 1 >= limit || scene.mark[token + 1] !== 0)
    return false
  return (reading(scene.layers, token + 1).lex & APRO) !== 0
}

/** Where an infinitive or ing-phrase ends: before «, and the union stepped in» and «, he left», which have subjects and verbs of their own. */
function phraseEnd(scene: Scene, from: number, limit: number): number {
  const end = contentEnd(scene, from, limit)
  for (let token = from; token + 2 < end; token++) {
    if (scene.mark[token] !== COMMA) continue
    const joined = scene.word('coordinator', token + 1, end)
    const start = joined < 0 ? token + 1 : joined
    const phrase = scene.phrases.all[scene.phrases.next[start]]
    if (phrase === undefined || phrase.from !== start || phrase.to >= end || scene.mark[phrase.to] !== 0) continue
    if ((reading(scene.layers, phrase.to).pos & (VERB | PRED)) !== 0) return token
  }
  return end
}

function pastPhrase(scene: Scene, at: number, limit: number): number {
  // «implored her to»: a pronoun that no noun follows.
  if (
    at + 1 < limit &&
    (scene.layers.tokens.form[at].pos & NPRO) !== 0 &&
    (reading(scene.layers, at + 1).pos & PRCL) !== 0
  )
    return at + 1
  const phrase = scene.phrases.all[scene.phrases.next[at]]
  return phrase !== undefined && phrase.from === at && phrase.to <= limit ? phrase.to : at
}

/** «his supporters at a rally on Friday to act»: where and when somebody was asked, up to the infinitive; `from` where there is none. */
function pastCircumstances(scene: Scene, from: number, limit: number): number {
  for (let at = from; at < Math.min(limit, from + FARTHEST); at++) {
    // «asked Orlova, the head of the mission, to act».
    if (at === from && scene.mark[at] === COMMA) {
      let close = at + 1
      while (close < Math.min(limit, from + FARTHEST) && scene.mark[close] === 0) close++
      if (close + 1 >= limit || scene.mark[close] !== COMMA) return from
      at = close
      continue
    }
    const { pos } = reading(scene.layers, at)
    if (scene.mark[at] !== 0 || (pos & (VERB | PRED | CONJ)) !== 0) return from
    if ((pos & PRCL) !== 0 && at + 1 < limit && (reading(scene.layers, at + 1).pos & INFN) !== 0) return at
  }
  return from
}

/** Words between who is asked and what to do. */
const FARTHEST = 14

function pastAdverbs(scene: Scene, from: number, limit: number): number {
  let at = from
  while (at < limit && scene.mark[at] === 0 && (reading(scene.layers, at).pos & ADVB) !== 0) at++
  return at
}
