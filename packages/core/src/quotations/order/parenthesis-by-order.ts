/** `C, X said.` and `C1, X said, C2`: an attribution in commas beside or inside what is said. */
import { reading } from '../../layers.ts'
import type { Span } from '../../span.ts'
import { COMMA, DASH } from '../../text/marks.ts'
import { ADVB, CONJ, GRND, RELA, SBRD } from '../../words/grammar.ts'
import type { Quotation } from '../quotation.ts'
import type { Scene } from '../scene.ts'
import { holdsFinite, type OrderedAttribution } from './attribution-by-order.ts'
import { contentEnd } from './content-end.ts'
import { hasMainVerb } from './main-verb.ts'
import { makeReport } from './make-report.ts'

/** `C, X said.` and `C1, X said, C2`. */
export function parenthesis(
  scene: Scene,
  attribution: OrderedAttribution,
  at: number,
  floor: number,
  limit: number,
): Quotation | null {
  // «C, as X noted», «As X noted, C».
  const as =
    attribution.from - 1 >= floor && scene.word('as', attribution.from - 1, attribution.from) === attribution.from
  const before = attribution.from - (as ? 2 : 1)
  const leads = before > floor && endsStretch(scene, before)
  // «When X asks, C»: a subordinate clause attributes nothing.
  if (!leads && !as && before >= floor && (reading(scene.layers, before).lex & (SBRD | RELA)) !== 0) return null
  const left = leads ? pastConnectors(scene, floor, before) : before
  const parts: (Span | null)[] = []
  const hasLeft = leads && left < before && holdsContent(scene, left, before, at + 1, limit)
  if (hasLeft)
    parts.push(scene.span(left, scene.mark[before] === COMMA || scene.mark[before] === DASH ? before : before + 1))
  else if (attribution.inverted && attribution.from > floor) return null
  if (at < limit && (scene.mark[at] === COMMA || scene.mark[at] === DASH) && !isAside(scene, at + 1, limit, leads)) {
    const end = contentEnd(scene, at + 1, limit)
    // «"A," says X, founder of the mission»: what describes the speaker is not said.
    const describes = attribution.inverted && holdsFinite(scene, left, before)
    if ((hasLeft && !describes) || holdsFinite(scene, at + 1, end)) parts.push(scene.span(at + 1, end))
  }
  if (parts.length === 0 || (!leads && attribution.inverted)) return null
  // «When C, X said enough»: a subordinate clause alone.
  const isSubordinate =
    hasLeft && ((reading(scene.layers, left).lex & SBRD) !== 0 || scene.word('subordinator', left, before) >= 0)
  if (isSubordinate && parts.length === 1 && !goesOnBehindComma(scene, left, before)) return null
  // «On Friday, he said»: a circumstance alone is nothing said.
  if (hasLeft && !holdsFinite(scene, left, before) && (parts.length === 1 || !goesOnAsClause(scene, at + 1, limit)))
    return null
  return makeReport(scene, attribution, parts, 'parenthesis')
}

/** What follows holds the verb that the words before the attribution lack: right there, or in a clause of its own. */
function goesOnAsClause(scene: Scene, from: number, limit: number): boolean {
  let at = from
  while (at < limit && scene.mark[at] === 0 && (reading(scene.layers, at).pos & ADVB) !== 0) at++
  return (at < limit && holdsFinite(scene, at, at + 1)) || hasMainVerb(scene, from, limit)
}

/** A comma, a dash, or a closing mark with a comma inside it. */
function endsStretch(scene: Scene, token: number): boolean {
  if (scene.mark[token] === COMMA || scene.mark[token] === DASH) return true
  const pair = scene.pairOf[token]
  return pair >= 0 && scene.pairs[pair].close === token && scene.mark[token - 1] === COMMA
}

/** «When they come, they will talk»: a verb behind a comma, where a clause of its own may stand. */
function goesOnBehindComma(scene: Scene, from: number, to: number): boolean {
  for (let token = from; token < to; token++)
    if (scene.mark[token] === COMMA && hasMainVerb(scene, token + 1, to)) return true
  return (reading(scene.layers, from).lex & SBRD) !== 0 && hasMainVerb(scene, from, to)
}

/** Two words, or «The road, X said, is open»: one that is the subject of what goes on; «Still, X said, C» only leads there. */
function holdsContent(scene: Scene, from: number, to: number, next: number, limit: number): boolean {
  let words = 0
  for (let token = from; token < to; token++) if (scene.mark[token] === 0) words++
  if (words !== 1) return words > 1
  return (reading(scene.layers, from).pos & ADVB) === 0 && next < limit && holdsFinite(scene, next, next + 1)
}

/** «But», «Meanwhile,»: not what is said. */
export function pastConnectors(scene: Scene, floor: number, limit: number): number {
  let at = floor
  while (at < limit) {
    const next = Math.max(scene.word('connector', at, limit), scene.word('coordinator', at, limit))
    if (next < 0) break
    at = next
    if (at < limit && scene.mark[at] === COMMA) at++
  }
  return at
}

/** What follows an attribution and is the narrator's: «, adding that», «, who», «, citing». */
function isAside(scene: Scene, token: number, limit: number, leads: boolean): boolean {
  if (token >= limit) return true
  const { pos, lex } = reading(scene.layers, token)
  // «, even adding that».
  if ((pos & ADVB) !== 0 && token + 1 < limit && (reading(scene.layers, token + 1).pos & GRND) !== 0) return true
  if ((pos & GRND) !== 0 || ((lex & RELA) !== 0 && (pos & ADVB) === 0)) return true
  return (pos & CONJ) !== 0 && (lex & SBRD) === 0 && (!leads || scene.cueAt[token + 1] >= 0)
}
