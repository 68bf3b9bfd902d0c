/** `X said that C`, `X said C`, `X said: C`: a clause behind its cue. */
import { reading } from '../../layers.ts'
import { COLON, COMMA, DASH, SEMICOLON, STOP } from '../../text/marks.ts'
import { ADVB, PRED, PREP, RELA, SBRD, VERB } from '../../words/grammar.ts'
import type { Quotation } from '../quotation.ts'
import type { Scene } from '../scene.ts'
import { beginsClause, holdsFinite, type OrderedAttribution, pastAdjuncts } from './attribution-by-order.ts'
import { contentEnd } from './content-end.ts'
import { makeReport } from './make-report.ts'
import { parenthesis } from './parenthesis-by-order.ts'

export function clause(scene: Scene, attribution: OrderedAttribution, floor: number, limit: number): Quotation | null {
  const { cue } = attribution
  const at = pastAdjuncts(scene, attribution, limit)
  const that = at < limit ? scene.word('that', at, limit) : -1
  // «When X said that C, …»: the clause ends with its comma.
  const before = attribution.from - 1
  if (that >= 0 && before === floor && (reading(scene.layers, before).lex & (SBRD | RELA)) !== 0) {
    let comma = that
    while (comma < limit && scene.mark[comma] !== COMMA) comma++
    limit = comma
  }
  if ((cue.row.frames.has('clause') || cue.row.frames.has('that')) && that >= 0 && !attribution.inverted) {
    return makeReport(scene, attribution, [scene.span(that, contentEnd(scene, that, limit))], 'clause')
  }
  const mark = at < limit ? scene.mark[at] : STOP
  if (mark === STOP || mark === COMMA || mark === DASH || mark === SEMICOLON || at >= limit) {
    if (!cue.row.frames.has('parenthesis') || attribution.participle) return null
    // `X said, «that», C`: a comma right behind the verb opens what is said where nothing stands before.
    return parenthesis(scene, attribution, at, floor, limit)
  }
  if (mark === COLON && !attribution.inverted && holdsFinite(scene, at + 1, limit))
    return makeReport(scene, attribution, [scene.span(at + 1, contentEnd(scene, at + 1, limit))], 'colon')
  if (attribution.inverted || !(cue.row.frames.has('clause') || cue.row.frames.has('that')))
    return question(scene, attribution, at, limit)
  // «seekers found in the water»: without `that` a circumstance is no clause.
  if (cue.row.frames.has('that') && (reading(scene.layers, at).pos & PREP) !== 0) return null
  if (isGap(scene, attribution, at))
    return makeReport(scene, attribution, [scene.span(at, contentEnd(scene, at, limit))], 'clause-gap')
  if (scene.mark[at] !== 0 ? !opensMarks(scene, at) : !beginsClause(scene, at)) return null
  if (isCircumstance(scene, attribution, at, limit)) return null
  const end = contentEnd(scene, at, limit)
  return holdsClause(scene, at, end) ? makeReport(scene, attribution, [scene.span(at, end)], 'clause-bare') : null
}

/** `X wondered whether C`: a cue that takes nothing but questions. */
function question(scene: Scene, attribution: OrderedAttribution, at: number, limit: number): Quotation | null {
  if (attribution.inverted || !attribution.cue.row.frames.has('question')) return null
  if (scene.word('whether', at, limit) < 0 && scene.word('question', at, limit) < 0) return null
  const end = contentEnd(scene, at, limit)
  return holdsFinite(scene, at, end) ? makeReport(scene, attribution, [scene.span(at, end)], 'question') : null
}

/** Whether what begins at `from` is a clause without `that`: its verb comes before any comma, or a circumstance opens it. */
function holdsClause(scene: Scene, from: number, to: number): boolean {
  const { pos, lex } = reading(scene.layers, from)
  if ((pos & PREP) !== 0) {
    // «said on Monday the road was closed»: behind the circumstance a subject begins.
    const inner = scene.phrases.all[scene.phrases.next[from + 1]]
    if (inner !== undefined && inner.from === from + 1 && inner.to < to && scene.mark[inner.to] === 0)
      return (reading(scene.layers, inner.to).pos & (VERB | PRED)) === 0 && holdsFinite(scene, inner.to, to)
    return holdsFinite(scene, from, to)
  }
  if ((pos & ADVB) !== 0 || (lex & SBRD) !== 0) return holdsFinite(scene, from, to)
  for (let token = from; token < to; token++) {
    const pair = scene.pairOf[token]
    if (pair >= 0 && scene.pairs[pair].open === token) return holdsFinite(scene, token, to)
    if (scene.mark[token] === COMMA && holdsFinite(scene, from, token)) return true
    if (scene.mark[token] === COMMA) {
      token = endOfInsertion(scene, token, to)
      if (token < 0) return false
      continue
    }
    if (scene.mark[token] === 0 && holdsFinite(scene, token, token + 1)) return true
  }
  return false
}

/** The comma that closes an inserted stretch right before the verb, or -1. */
function endOfInsertion(scene: Scene, comma: number, to: number): number {
  for (let token = comma + 1; token + 1 < to; token++)
    if (scene.mark[token] === COMMA) return holdsFinite(scene, token + 1, Math.min(to, token + 4)) ? token : -1
  return -1
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

function opensMarks(scene: Scene, token: number): boolean {
  const pair = scene.pairOf[token]
  return pair >= 0 && scene.pairs[pair].open === token
}
