/** Attributing phrases by the order of words: `according to X, C`; `C, according to X`. */

import { reading } from '../../layers.ts'
import { nounPhraseAt } from '../../mentions/noun-phrase.ts'
import type { Span } from '../../span.ts'
import { COMMA, DASH, STOP } from '../../text/marks.ts'
import { GRND, NOUN, RELA } from '../../words/grammar.ts'
import { compileCues } from '../cues.ts'
import type { Quotation } from '../quotation.ts'
import type { Scene } from '../scene.ts'
import { beginsClause, holdsFinite } from './attribution-by-order.ts'
import { contentEnd } from './content-end.ts'
import { pastConnectors } from './parenthesis-by-order.ts'

export function attributePhraseByOrder(scene: Scene, token: number, floor: number, limit: number): Quotation | null {
  const { tokens, pack } = scene.layers
  const found = pack.derive(compileCues).phrases.match(tokens.form, token, limit)
  if (found === null) return null
  // «according to exit polls»: behind `to` a noun may look like a verb.
  const phrase = nounPhraseAt(scene.layers, found.to, limit) ?? nounPhraseAt(scene.layers, found.to + 1, limit)
  if (phrase === null || (phrase.from > found.to && (tokens.form[found.to].pos & NOUN) === 0)) return null
  // «according to the radio host Anna Orlova»: a name right behind a title.
  const named = nounPhraseAt(scene.layers, phrase.to, limit)
  const isNamed = named !== null && named.name >= 0 && named.from === phrase.to
  const speaker = { from: found.to, to: isNamed ? named.to : phrase.to, head: isNamed ? named.head : phrase.head }
  const parts: Span[] = []
  const before = token - 1
  const comma = before > floor && (scene.mark[before] === COMMA || scene.mark[before] === DASH)
  const left = pastConnectors(scene, floor, token)
  if (left < (comma ? before : token)) {
    const part = scene.span(left, comma ? before : token)
    if (part !== null) parts.push(part)
  }
  const end = endOfPhrase(scene, phrase.to, limit)
  // «which, according to X, C»: a bare pronoun before it says nothing.
  const opened = comma && (!holdsFinite(scene, left, before) || (reading(scene.layers, before - 1).lex & RELA) !== 0)
  // «, and in the words of X, C»: what stands before is another clause.
  const joined = token > floor && scene.word('coordinator', before, token) === token
  if (parts.length > 0 && (opened || joined) && end < limit && scene.mark[end] === COMMA) parts.pop()
  if (end < limit && scene.mark[end] === COMMA && (parts.length === 0 || comma)) {
    const part = scene.span(end + 1, endOfMarks(scene, end + 1, limit) ?? contentEnd(scene, end + 1, limit))
    const tail = part !== null && parts.length > 0 && isTail(scene, left, before, end + 1, limit)
    if (part !== null && !tail && (parts.length === 0 || part.end - part.start > 12)) parts.push(part)
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

/** «C, according to X, head of the centre, and others»: behind a clause that is whole, phrases without a verb describe who says it. */
function isTail(scene: Scene, left: number, before: number, from: number, limit: number): boolean {
  const phrase = scene.phrases.all[scene.phrases.next[from]]
  return phrase?.from === from && holdsFinite(scene, left, before) && !holdsFinite(scene, from, limit)
}

/** «According to X, "C1. C2."»: marks that open here and close behind the sentence; null where none do. */
function endOfMarks(scene: Scene, from: number, limit: number): number | null {
  const pair = scene.pairs[scene.pairOf[from]]
  return pair !== undefined && pair.open === from && pair.closed && pair.close >= limit ? pair.close + 1 : null
}

/** Past what hangs on the speaker's phrase, an inserted description in commas too: to the comma before the clause, or the end. */
function endOfPhrase(scene: Scene, from: number, limit: number): number {
  let at = from
  const next = (from: number): number => {
    let to = from
    while (to < limit && scene.mark[to] !== COMMA && scene.mark[to] !== STOP && scene.mark[to] !== DASH) to++
    return to
  }
  at = next(at)
  // «according to X, quoting Y, C»; «according to X, the coach, C».
  while (at + 1 < limit && scene.mark[at] === COMMA) {
    const end = next(at + 1)
    const { pos, lex } = reading(scene.layers, at + 1)
    const inserted = (pos & GRND) !== 0 || (lex & RELA) !== 0 || isDescription(scene, at + 1, end)
    // A description stands alone: what follows it is the clause, with its own subject and verb.
    const described = inserted && (pos & GRND) === 0 && (lex & RELA) === 0
    if (described && !(beginsClause(scene, end + 1) && holdsFinite(scene, end + 1, next(end + 1)))) break
    if (!inserted || end >= limit || scene.mark[end] !== COMMA || holdsFinite(scene, at + 1, end)) break
    at = end
  }
  return at
}

/** One phrase and nothing else. */
function isDescription(scene: Scene, from: number, to: number): boolean {
  const phrase = scene.phrases.all[scene.phrases.next[from]]
  return phrase !== undefined && phrase.from === from && phrase.to === to
}
