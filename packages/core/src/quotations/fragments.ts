/** Quoted fragments: «назвал встречу „полезной“», words in marks that are part of the attributing sentence. */
import { reading } from '../layers.ts'
import type { Span } from '../span.ts'
import { GAP_NONE } from '../text/tokens.ts'
import { GRND, INFN } from '../words/grammar.ts'
import type { Cue } from './cues.ts'
import type { Quotation } from './quotation.ts'
import { isNegated } from './reported.ts'
import type { Scene } from './scene.ts'
import { subjectOf } from './subject.ts'

/** Fragments that stand under `cue` in its sentence, after it; several are one quotation with several parts. */
export function quoteFragments(scene: Scene, cue: Cue, floor: number, limit: number): Quotation | null {
  const names = cue.row.frames.has('fragment')
  if (!names && !quotesWords(cue)) return null
  const parts: Span[] = []
  for (let token = cue.to; token < limit; token++) {
    if (scene.cueAt[token] >= 0 && parts.length === 0 && scene.isFinite(token)) return null
    // «поблагодарил союзников, отметив, что „…“»: the words of another cue.
    if (scene.cueAt[token] >= 0 && (scene.cues[scene.cueAt[token]].verbReading.pos & GRND) !== 0) break
    // «надеется получить „…“»: what is done, not what is said.
    if (!names && parts.length === 0 && (reading(scene.layers, token).pos & INFN) !== 0) return null
    const index = scene.pairOf[token]
    if (index < 0 || scene.pairs[index].open !== token || !scene.pairs[index].closed) continue
    const { close } = scene.pairs[index]
    if (close < limit && isFragment(scene, token, close, names) && !scene.terms.has(index)) {
      const part = names || cue.row.frames.has('impersonal') || close - token > 4 ? scene.span(token + 1, close) : null
      if (part !== null) parts.push(part)
    }
    token = close
  }
  if (parts.length === 0 || isNegated(scene, cue, floor)) return null
  const subject = subjectOf(scene, cue, floor, limit)
  if (subject.phrase === null) return null
  return {
    kind: 'mixed',
    parts,
    cue: { from: cue.from, to: cue.to },
    act: cue.row.act,
    speaker: subject.phrase,
    rule: `${cue.row.row} fragment`,
  }
}

/** A verb of saying by itself; «недоволен», «выразил сомнение» have an object of their own in marks. */
function quotesWords(cue: Cue): boolean {
  const { frames } = cue.row
  return frames.has('quote') && frames.has('clause') && !frames.has('short') && cue.to === cue.from + 1
}

/** Words, not a name: begins small; two words at least, unless the verb is one of naming; four under a verb that need not quote. */
function isFragment(scene: Scene, open: number, close: number, naming: boolean): boolean {
  const { tokens } = scene.layers
  const first = tokens.form[open + 1].text.charAt(0)
  if (first !== first.toLowerCase() || first === first.toUpperCase()) return false
  if (tokens.gap[open + 1] !== GAP_NONE) return false
  return naming ? close > open + 1 : close > open + 2
}
