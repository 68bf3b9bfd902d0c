/**
 * What is said without a finite verb: `X promised to C`, `X urged Y to C`, `X called for Y to C`, `X denied C-ing`, `X accused Y of C-ing`,
 * `X wants Y to C`.
 */
import { reading } from '../../layers.ts'
import { COMMA } from '../../text/marks.ts'
import { ADVB, APRO, CONJ, GRND, INFN, NOUN, NPRO, PLUR, PRCL, PRED, VERB } from '../../words/grammar.ts'
import type { Quotation } from '../quotation.ts'
import type { Scene } from '../scene.ts'
import type { OrderedAttribution } from './attribution-by-order.ts'
import { contentEnd } from './content-end.ts'
import { makeReport } from './make-report.ts'
import { subjectLeft } from './subject-by-order.ts'
import { isTimeWord } from './time-word.ts'

export function infinitive(scene: Scene, attribution: OrderedAttribution, limit: number): Quotation | null {
  if (attribution.inverted) return null
  const { frames } = attribution.cue.row
  const from = attribution.to
  const whom = frames.has('object') || frames.has('subject') ? pastPhrase(scene, from, limit) : from
  const passes = whom > from || isCircumstance(scene, from, limit)
  const behind = passes ? pastCircumstances(scene, whom, limit) : whom
  const at = scene.word('negation', behind, limit) > 0 ? behind : pastAdverbs(scene, behind, limit)
  // «expects to leave», «wants to leave»: a will of one's own says nothing.
  if (frames.has('subject') && !frames.has('object') && whom === from) return null
  const negation = scene.word('negation', at, limit)
  const to = negation > 0 ? negation : at
  if (to + 1 >= limit) return null
  // «urged them to "check it out"»: marks may open behind `to`, and part its words from what they are read by.
  const isMarked = scene.pairs[scene.pairOf[to + 1]]?.open === to + 1
  const mayBe = (token: number, pos: number) =>
    (pos & (isMarked ? scene.layers.tokens.form[token] : reading(scene.layers, token)).pos) !== 0
  if (!mayBe(to, PRCL)) return null
  const verb = pastAdverbs(scene, isMarked ? to + 2 : to + 1, limit)
  if (verb >= limit || !mayBe(verb, INFN)) return null
  // «called for the prisoners to be freed»: who is to do it belongs to what is said.
  const first = frames.has('subject') ? from : at
  const end = beforeOwnVerb(scene, attribution, verb, phraseEnd(scene, to + 1, limit))
  return makeReport(scene, attribution, [scene.span(first, end)], 'infinitive')
}

/** «an official who asked not to be named told reporters»: the infinitive ends where another cue has the same subject. */
function beforeOwnVerb(scene: Scene, { speaker, from }: OrderedAttribution, verb: number, end: number): number {
  for (let token = verb + 1; token < end; token++) {
    const cue = scene.cues[scene.cueAt[token]]
    if (cue === undefined || (cue.verbReading.pos & VERB) === 0) continue
    const subject = subjectLeft(scene, token, from, false)
    if (subject !== null && subject !== 'self' && subject.from === speaker?.from) return token
  }
  return end
}

export function gerund(scene: Scene, attribution: OrderedAttribution, limit: number): Quotation | null {
  if (attribution.inverted) return null
  let at = attribution.to
  if (attribution.cue.row.frames.has('object')) {
    at = behindCharge(scene, pastPhrase(scene, at, limit), limit)
    if (at < 0) return null
  }
  const negation = scene.word('negation', at, limit)
  const verb = pastAdverbs(scene, negation > 0 ? negation : at, limit)
  if (verb >= limit || scene.mark[verb] !== 0) return null
  const isCharge = attribution.cue.row.frames.has('object') && isCharged(scene, verb, limit)
  if (!isCharge && !isGerund(scene, verb, limit)) return null
  return makeReport(scene, attribution, [scene.span(at, phraseEnd(scene, verb + 1, limit))], 'gerund')
}

/** First token behind the preposition of «for closing»: «praised Orlova in a speech for closing the road»; -1 where there is none. */
function behindCharge(scene: Scene, from: number, limit: number): number {
  for (let at = pastInsertion(scene, from, limit); at < Math.min(limit, from + FARTHEST); at++) {
    const verb = scene.word('charge', at, limit)
    if (verb >= 0 && (at === from || isGerund(scene, verb, limit) || isCharged(scene, verb, limit))) return verb
    if (scene.mark[at] !== 0 || (reading(scene.layers, at).pos & (VERB | PRED | CONJ)) !== 0) return -1
  }
  return -1
}

/** An ing-form; one that was read as a noun, too, where an object follows: «opening the road». */
function isGerund(scene: Scene, token: number, limit: number): boolean {
  if ((reading(scene.layers, token).pos & GRND) !== 0) return true
  if ((scene.layers.tokens.form[token].pos & GRND) === 0 || token + 1 >= limit || scene.mark[token + 1] !== 0)
    return false
  return (reading(scene.layers, token + 1).lex & APRO) !== 0
}

/** «charged its neighbour with helping rebels»: behind a charge a plain noun after an ing-form is its object. */
function isCharged(scene: Scene, token: number, limit: number): boolean {
  if (token + 1 >= limit || scene.mark[token + 1] !== 0 || (scene.layers.tokens.form[token].pos & GRND) === 0)
    return false
  const { pos, agr } = reading(scene.layers, token + 1)
  return (pos & NOUN) !== 0 && ((agr & PLUR) !== 0 || scene.layers.nameOf[token + 1] >= 0)
}

/** Where an infinitive or ing-phrase ends: before «, and the union stepped in» and «, he left», which have subjects and verbs of their own. */
function phraseEnd(scene: Scene, from: number, limit: number): number {
  const end = contentEnd(scene, from, limit)
  for (let token = from; token + 2 < end; token++) {
    if (scene.mark[token] !== COMMA) continue
    const joined = scene.word('coordinator', token + 1, end)
    const start = joined < 0 ? token + 1 : joined
    const phrase = scene.phrases.all[scene.phrases.next[start]]
    if (phrase === undefined || phrase.from !== start) continue
    const verb = pastAdverbs(scene, phrase.to, end)
    if (verb >= end || scene.mark[verb] !== 0) continue
    if ((reading(scene.layers, verb).pos & (VERB | PRED)) !== 0) return token
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
  for (let at = pastInsertion(scene, from, limit); at < Math.min(limit, from + FARTHEST); at++) {
    const { pos } = reading(scene.layers, at)
    if (scene.mark[at] !== 0 || (pos & (VERB | PRED | CONJ)) !== 0) return from
    if ((pos & PRCL) !== 0 && at + 1 < limit && (reading(scene.layers, at + 1).pos & INFN) !== 0)
      return scene.word('negation', at - 1, at) === at ? at - 1 : at
  }
  return from
}

/** «decided after an inquiry to», «vowed on Friday to»: «agreed on a plan to leave» is another thing. */
function isCircumstance(scene: Scene, at: number, limit: number): boolean {
  const phrase = scene.phrases.all[scene.phrases.next[at]]
  if (phrase === undefined || phrase.to > limit || (phrase.from !== at && phrase.preposition !== at)) return false
  return isTimeWord(scene, phrase.head) || (phrase.from > at && scene.word('subordinator', at, limit) > 0)
}

/** «asked Orlova, the head of the mission, to act»: past what stands in commas right there. */
function pastInsertion(scene: Scene, from: number, limit: number): number {
  if (from >= limit || scene.mark[from] !== COMMA) return from
  let close = from + 1
  while (close < Math.min(limit, from + FARTHEST) && scene.mark[close] === 0) close++
  return close + 1 < limit && scene.mark[close] === COMMA ? close + 1 : from
}

/** Words between who is asked and what to do. */
const FARTHEST = 14

function pastAdverbs(scene: Scene, from: number, limit: number): number {
  let at = from
  while (at < limit && scene.mark[at] === 0 && (reading(scene.layers, at).pos & ADVB) !== 0) at++
  return at
}
