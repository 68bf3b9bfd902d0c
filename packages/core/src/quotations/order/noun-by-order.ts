/** `X's conclusion is that C`: a noun of saying whose owner speaks, and a verb that says what it holds. */
import { reading } from '../../layers.ts'
import { CLIT, NOUN, PRED, VERB } from '../../words/grammar.ts'
import { compileAuxiliaries } from '../../words/order/reading-class.ts'
import { compileCues } from '../cues.ts'
import type { Quotation } from '../quotation.ts'
import type { Scene } from '../scene.ts'
import { contentEnd } from './content-end.ts'

/** Words between the noun and its verb: «conclusion after a long inquiry is that». */
const FARTHEST = 12

/** Words between an owner and its noun: «the army's long-held view». */
const LONGEST_OWNED = 3

/** Whether an owner stands near enough before a token. */
export function mayBeOwned(scene: Scene, token: number): boolean {
  for (let at = token - 1; at >= 0 && at >= token - LONGEST_OWNED; at--)
    if ((reading(scene.layers, at).lex & CLIT) !== 0) return true
  return false
}

/** What the noun at `token` holds, or null. */
export function reportNounByOrder(scene: Scene, token: number, floor: number, limit: number): Quotation | null {
  const { tokens, pack } = scene.layers
  if (tokens.form[token].keys.length === 0 || (reading(scene.layers, token).pos & NOUN) === 0) return null
  const found = pack.derive(compileCues).verbs.match(tokens.form, token, limit)
  if (found === null || found.to !== token + 1 || !found.row.frames.has('noun')) return null
  const owner = ownerOf(scene, token, floor)
  const that = owner === null ? -1 : thatBehind(scene, token + 1, limit)
  if (owner === null || that < 0) return null
  const part = scene.span(that, contentEnd(scene, that, limit))
  if (part === null) return null
  return {
    kind: 'indirect',
    parts: [part],
    cue: { from: token, to: found.to },
    act: found.row.act,
    speaker: owner,
    rule: `${found.row.row} noun`,
  }
}

/** «the army's» before the noun, in the same phrase. */
function ownerOf(scene: Scene, noun: number, floor: number): Quotation['speaker'] {
  for (let at = noun - 1; at > floor && scene.mark[at] === 0; at--) {
    const { pos, lex } = reading(scene.layers, at)
    if ((lex & CLIT) !== 0) {
      const phrase = scene.phrases.all[scene.phrases.next[at] - 1]
      return phrase === undefined || phrase.to < at || phrase.preposition >= 0
        ? null
        : { from: phrase.from, to: at, head: at - 1 }
    }
    if ((pos & (VERB | PRED)) !== 0) return null
  }
  return null
}

/** First token behind «is that», with no other verb before it; -1 when there is none. */
function thatBehind(scene: Scene, from: number, limit: number): number {
  const auxiliaries = scene.layers.pack.derive(compileAuxiliaries)
  for (let at = from; at < Math.min(limit, from + FARTHEST) && scene.mark[at] === 0; at++) {
    const { pos, lemma } = reading(scene.layers, at)
    if ((pos & (VERB | PRED)) !== 0) return auxiliaries.get(lemma) === 'be' ? scene.word('that', at + 1, limit) : -1
  }
  return -1
}
