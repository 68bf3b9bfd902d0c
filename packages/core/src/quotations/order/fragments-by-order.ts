/** Words in marks in the sentence of a cue: `called it «useful»`. */
import type { Span } from '../../span.ts'
import type { Quotation } from '../quotation.ts'
import type { Scene } from '../scene.ts'
import type { OrderedAttribution } from './attribution-by-order.ts'
import { reportBase } from './make-report.ts'

export function fragments(scene: Scene, attribution: OrderedAttribution, limit: number): Quotation | null {
  const parts: Span[] = []
  for (let token = attribution.to; token < limit; token++) {
    // Behind another cue the words are that cue's.
    if (scene.cueAt[token] >= 0 && token > attribution.to) break
    const pair = scene.pairOf[token]
    if (pair < 0 || scene.pairs[pair].open !== token || !scene.pairs[pair].closed || scene.pairs[pair].close >= limit)
      continue
    const { close } = scene.pairs[pair]
    const first = scene.layers.tokens.form[token + 1].text.charAt(0)
    const part = scene.span(token + 1, close)
    const naming = attribution.cue.row.frames.has('fragment')
    // «hailed it as "The Great Road"».
    const isNamed = naming && scene.word('as', token - 1, token) === token
    const isLower = first === first.toLowerCase()
    if (part !== null && (isNamed || (isLower && (naming || close - token > 2)))) parts.push(part)
    token = close
  }
  if (parts.length === 0) return null
  return { ...reportBase(attribution, 'fragment'), kind: 'mixed', parts }
}
