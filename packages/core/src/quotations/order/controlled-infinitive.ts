/** An infinitive that is as good as said: `X appeared to suggest that C`, `they forced X to admit that C`. */
import { type Layers, reading } from '../../layers.ts'
import { ADVB, INFN, PRCL, PRTS, VERB } from '../../words/grammar.ts'
import type { Scene } from '../scene.ts'
import { verbGroup } from './cues-by-order.ts'
import { phraseEnding, type Speaker, subjectLeft } from './subject-by-order.ts'

/** Who says what the infinitive at `verb` says, and the first token of the whole; null where the verb before it does not imply the saying. */
export function controlledSpeaker(
  scene: Scene,
  verb: number,
  floor: number,
): { speaker: Speaker; from: number } | null {
  const { layers } = scene
  const to = pastAdverbsLeft(layers, verb, floor)
  if (to - 1 <= floor || (reading(layers, to - 1).pos & PRCL) === 0 || (reading(layers, verb).pos & INFN) === 0)
    return null
  const own = governorAt(scene, pastAdverbsLeft(layers, to - 1, floor) - 1, floor)
  if (own !== null) return { speaker: subjectLeft(scene, own, floor), from: own }
  const object = phraseEnding(scene, to - 1, floor)
  if (object === null || object.preposition >= 0) return null
  const governor = governorAt(scene, object.from - 1, floor)
  return governor === null ? null : { speaker: { from: object.from, to: object.to, head: object.head }, from: governor }
}

/** First token of the group of the implying verb that ends at `token`, or null. */
function governorAt(scene: Scene, end: number, floor: number): number | null {
  // «went on to say»: a wording of two words.
  const token = end > floor && scene.word('implying', end - 1, end + 1) === end + 1 ? end - 1 : end
  if (token < floor || scene.mark[token] !== 0) return null
  const chosen = reading(scene.layers, token)
  if ((chosen.pos & (VERB | PRTS)) === 0 || scene.word('implying', token, token + 2) < 0) return null
  const group = verbGroup(scene.layers, token, chosen, at => scene.word('negation', at, at + 1) > 0)
  return group.negated ? null : group.from
}

function pastAdverbsLeft(layers: Layers, from: number, floor: number): number {
  let at = from
  while (at - 1 > floor && (reading(layers, at - 1).pos & ADVB) !== 0) at--
  return at
}
