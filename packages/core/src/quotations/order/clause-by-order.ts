/** `X said that C`, `X said C`, `X said: C`: a clause behind its cue. */
import { reading } from '../../layers.ts'
import { COLON, COMMA, DASH, OPEN_BRACKET, SEMICOLON, STOP } from '../../text/marks.ts'
import { SHAPE_LOWER } from '../../words/form.ts'
import { ADVB, CONJ, GRND, INFN, PRED, PREP, RELA, SBRD, VERB } from '../../words/grammar.ts'
import type { Quotation } from '../quotation.ts'
import type { Scene } from '../scene.ts'
import { beginsClause, holdsFinite, type OrderedAttribution, pastAdjuncts } from './attribution-by-order.ts'
import { contentEnd } from './content-end.ts'
import { hasMainVerb } from './main-verb.ts'
import { makeReport } from './make-report.ts'
import { parenthesis } from './parenthesis-by-order.ts'

export function clause(scene: Scene, attribution: OrderedAttribution, floor: number, limit: number): Quotation | null {
  const { cue } = attribution
  const behind = pastAdjuncts(scene, attribution, limit)
  const at = leadsTo(scene, attribution, floor) ? pastDescription(scene, behind, limit) : behind
  const that = at < limit ? scene.word('that', at, limit) : -1
  // «When X said that C, …»: the clause ends with its comma.
  const before = attribution.from - 1
  if (
    that >= 0 &&
    opensWithAdverbs(scene, floor, before) &&
    (reading(scene.layers, before).lex & (SBRD | RELA)) !== 0
  ) {
    let comma = that
    while (comma < limit && scene.mark[comma] !== COMMA) comma++
    limit = comma
  }
  if ((cue.row.frames.has('clause') || cue.row.frames.has('that')) && that >= 0 && !attribution.inverted) {
    // «said that was not her view»: before a verb the word is a pronoun, and said.
    const isPronoun = that < limit && scene.mark[that] === 0 && (reading(scene.layers, that).pos & (VERB | PRED)) !== 0
    const from = isPronoun ? at : that
    const end = beforeColon(scene, that, contentEnd(scene, that, limit))
    // «disputed that notion», «ruled that out».
    return holdsVerb(scene, that, end) ? makeReport(scene, attribution, [scene.span(from, end)], 'clause') : null
  }
  const mark = at < limit ? scene.mark[at] : STOP
  const isBracket = mark === OPEN_BRACKET && attribution.inverted
  if (isBracket || mark === STOP || mark === COMMA || mark === DASH || mark === SEMICOLON || at >= limit) {
    if (!cue.row.frames.has('parenthesis') || attribution.participle) return null
    // `X said, «that», C`: a comma right behind the verb opens what is said where nothing stands before.
    if (!maySay(scene, attribution)) return null
    return parenthesis(scene, attribution, at, floor, limit)
  }
  if (mark === COLON && !attribution.inverted && maySay(scene, attribution) && holdsFinite(scene, at + 1, limit))
    return makeReport(scene, attribution, [scene.span(at + 1, contentEnd(scene, at + 1, limit))], 'colon')
  if (attribution.inverted || !(cue.row.frames.has('clause') || cue.row.frames.has('that')))
    return question(scene, attribution, at, limit)
  // «seekers found in the water»: without `that` a circumstance is no clause.
  if (cue.row.frames.has('that') && (reading(scene.layers, at).pos & PREP) !== 0) return null
  if (isGap(scene, attribution, at))
    return makeReport(scene, attribution, [scene.span(at, contentEnd(scene, at, limit))], 'clause-gap')
  if (scene.mark[at] !== 0 ? !opensMarks(scene, at) : !beginsClause(scene, at)) return null
  // «responded by saying C».
  if ((reading(scene.layers, at).pos & PREP) !== 0 && at + 1 < limit && isParticiple(scene, at + 1)) return null
  if (isCircumstance(scene, attribution, at, limit)) return null
  const end = beforeColon(scene, at, contentEnd(scene, at, limit))
  return holdsClause(scene, at, end) ? makeReport(scene, attribution, [scene.span(at, end)], 'clause-bare') : null
}

/** «Ever since», «But when»: nothing but small words before the one at `at`. */
function opensWithAdverbs(scene: Scene, floor: number, at: number): boolean {
  for (let token = floor; token < at; token++)
    if (scene.mark[token] !== 0 || (reading(scene.layers, token).pos & (ADVB | CONJ)) === 0) return false
  return at >= floor
}

/** «C, said X»: a mark right before the attribution closes what may be said. */
function leadsTo(scene: Scene, { from }: OrderedAttribution, floor: number): boolean {
  return from - 1 > floor && (scene.mark[from - 1] === COMMA || scene.mark[from - 1] === DASH)
}

/** «C, said X of the ministry and of the north.»: up to the next mark, where nothing but a description or a circumstance stands there. */
function pastDescription(scene: Scene, from: number, limit: number): number {
  // «, who announced the start»: a bare phrase is an object; «, X insists on leaving»: a deed.
  const first = from < limit ? reading(scene.layers, from).pos : 0
  if ((first & (PREP | CONJ)) === 0 || (from + 1 < limit && isParticiple(scene, from + 1))) return from
  let to = from
  while (to < limit && scene.mark[to] === 0 && scene.pairOf[to] < 0) {
    const { pos, lex } = reading(scene.layers, to)
    if ((pos & (VERB | PRED)) !== 0 || (lex & (RELA | SBRD)) !== 0) return from
    to++
  }
  return to < limit && scene.mark[to] !== COMMA && scene.mark[to] !== DASH && scene.mark[to] !== STOP ? from : to
}

/** A verb, a base form too: «demanded that the army withdraw». */
function holdsVerb(scene: Scene, from: number, to: number): boolean {
  for (let token = from; token < to; token++)
    if (scene.mark[token] === 0 && (scene.layers.tokens.form[token].pos & (VERB | PRED | INFN)) !== 0) return true
  return false
}

/** Of a verb that also tells of deeds («continue», «begin») only somebody who can speak says something. */
function maySay(scene: Scene, { cue, speaker }: OrderedAttribution): boolean {
  if (cue.row.frames.has('clause') || cue.row.frames.has('that') || speaker === null) return true
  const phrase = scene.phrases.all[scene.phrases.next[speaker.from]]
  return phrase === undefined || phrase.from !== speaker.from || scene.canSpeak(phrase)
}

/** `X wondered whether C`: a cue that takes nothing but questions. */
function question(scene: Scene, attribution: OrderedAttribution, at: number, limit: number): Quotation | null {
  if (attribution.inverted || !attribution.cue.row.frames.has('question')) return null
  if (scene.word('whether', at, limit) < 0 && scene.word('question', at, limit) < 0) return null
  const end = contentEnd(scene, at, limit)
  return holdsFinite(scene, at, end) ? makeReport(scene, attribution, [scene.span(at, end)], 'question') : null
}

/** «said she is ready for the post: "Here I am."»: the colon before a sentence in marks closes the clause. */
function beforeColon(scene: Scene, from: number, end: number): number {
  for (let token = from; token + 2 < end; token++)
    if (scene.mark[token] === COLON && opensMarks(scene, token + 1))
      return scene.layers.tokens.form[token + 2].shape === SHAPE_LOWER ? end : token
  return end
}

/** Words in marks hold a clause when they hold a verb; others when it is their own. */
function holdsClause(scene: Scene, from: number, to: number): boolean {
  return opensMarks(scene, from) ? holdsFinite(scene, from, to) : hasMainVerb(scene, from, to)
}

/** «the plan, which she said would fail»: the relative word is the subject of what is said, whose verb follows the cue. */
function isGap(scene: Scene, { from, cue, to }: OrderedAttribution, at: number): boolean {
  if (at !== to || at !== cue.to || scene.mark[at] !== 0 || from === 0 || scene.mark[from - 1] !== 0) return false
  if ((reading(scene.layers, at).pos & (VERB | PRED)) === 0) return false
  return (reading(scene.layers, from - 1).lex & RELA) !== 0 || scene.word('that', from - 1, from) === from
}

/** «said when she left»: a subordinate clause that no clause of its own follows tells when or why it was said. A question is content. */
function isCircumstance(scene: Scene, { cue }: OrderedAttribution, at: number, limit: number): boolean {
  if (scene.mark[at] !== 0 || scene.word('subordinator', at, limit) < 0) return false
  if (scene.word('whether', at, limit) >= 0) return false
  if (cue.row.frames.has('question') && scene.word('question', at, limit) >= 0) return false
  for (let token = at; token + 1 < limit; token++)
    if (scene.mark[token] === COMMA && holdsFinite(scene, token + 1, limit)) return false
  return true
}

function isParticiple(scene: Scene, token: number): boolean {
  return scene.mark[token] === 0 && (reading(scene.layers, token).pos & GRND) !== 0
}

function opensMarks(scene: Scene, token: number): boolean {
  const pair = scene.pairOf[token]
  return pair >= 0 && scene.pairs[pair].open === token
}
