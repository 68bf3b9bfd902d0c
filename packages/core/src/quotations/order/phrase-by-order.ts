/** Attributing phrases by the order of words: `according to X, C`; `C, according to X`. */

import { nounPhraseAt } from '../../mentions/noun-phrase.ts'
import type { Span } from '../../span.ts'
import { COMMA, DASH, STOP } from '../../text/marks.ts'
import { compileCues } from '../cues.ts'
import type { Quotation } from '../quotation.ts'
import type { Scene } from '../scene.ts'
import { contentEnd, pastConnectors } from './report-by-order.ts'

export function attributePhraseByOrder(scene: Scene, token: number, floor: number, limit: number): Quotation | null {
  const { tokens, pack } = scene.layers
  const found = pack.derive(compileCues).phrases.match(tokens.form, token, limit)
  if (found === null) return null
  const phrase = nounPhraseAt(scene.layers, found.to, limit)
  if (phrase === null || !scene.canSpeak({ ...phrase, preposition: -1 })) return null
  const speaker = { from: phrase.from, to: phrase.to, head: phrase.head }
  const parts: Span[] = []
  const before = token - 1
  const comma = before > floor && (scene.mark[before] === COMMA || scene.mark[before] === DASH)
  const left = pastConnectors(scene, floor, token)
  if (left < (comma ? before : token)) {
    const part = scene.span(left, comma ? before : token)
    if (part !== null) parts.push(part)
  }
  const end = endOfPhrase(scene, phrase.to, limit)
  if (end < limit && scene.mark[end] === COMMA && (parts.length === 0 || comma)) {
    const part = scene.span(end + 1, contentEnd(scene, end + 1, limit))
    if (part !== null && (parts.length === 0 || part.end - part.start > 12)) parts.push(part)
  }
  if (parts.length === 0) return null
  const { text } = scene.layers.document
  const mixed = parts.some(
    ({ start, end: to }) => text.slice(start, to).includes('"') || text.slice(start, to).includes('“'),
  )
  return {
    kind: mixed ? 'mixed' : 'indirect',
    parts,
    cue: { from: token, to: found.to },
    act: found.row.act,
    speaker,
    rule: `${found.row.row} phrase`,
  }
}

/** Past what hangs on the speaker's phrase, an inserted description in commas too: to the comma before the clause, or the end. */
function endOfPhrase(scene: Scene, from: number, limit: number): number {
  let at = from
  while (at < limit && scene.mark[at] !== COMMA && scene.mark[at] !== STOP && scene.mark[at] !== DASH) at++
  return at
}
