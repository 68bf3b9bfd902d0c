/** `X said that C`, `X said C`, `X said: C`: a clause behind its cue. */
import { reading } from '../../layers.ts'
import { COLON, COMMA, DASH, SEMICOLON, STOP } from '../../text/marks.ts'
import { ADVB, PREP, RELA, SBRD } from '../../words/grammar.ts'
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
    if (!cue.row.frames.has('parenthesis')) return null
    // `X said, «that», C`: a comma right behind the verb opens what is said where nothing stands before.
    return parenthesis(scene, attribution, at, floor, limit)
  }
  if (mark === COLON && !attribution.inverted && holdsFinite(scene, at + 1, limit))
    return makeReport(scene, attribution, [scene.span(at + 1, contentEnd(scene, at + 1, limit))], 'colon')
  if (attribution.inverted || !(cue.row.frames.has('clause') || cue.row.frames.has('that'))) return null
  // «seekers found in the water»: without `that` a circumstance is no clause.
  if (cue.row.frames.has('that') && (reading(scene.layers, at).pos & PREP) !== 0) return null
  if (scene.mark[at] !== 0 ? !opensMarks(scene, at) : !beginsClause(scene, at)) return null
  const end = contentEnd(scene, at, limit)
  return holdsClause(scene, at, end) ? makeReport(scene, attribution, [scene.span(at, end)], 'clause-bare') : null
}

/** Whether what begins at `from` is a clause without `that`: its verb comes before any comma, or a circumstance opens it. */
function holdsClause(scene: Scene, from: number, to: number): boolean {
  const { pos, lex } = reading(scene.layers, from)
  if ((pos & (PREP | ADVB)) !== 0 || (lex & SBRD) !== 0) return holdsFinite(scene, from, to)
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

function opensMarks(scene: Scene, token: number): boolean {
  const pair = scene.pairOf[token]
  return pair >= 0 && scene.pairs[pair].open === token
}
