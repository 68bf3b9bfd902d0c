/** Which forms are infinitives though no `to` stands right before them, and who does what they tell. */
import { reading } from '../../layers.ts'
import { isTimeWord } from '../../quotations/order/time-word.ts'
import type { Scene } from '../../quotations/scene.ts'
import { COMMA } from '../../text/marks.ts'
import type { Reading } from '../../words/form.ts'
import { ACCS, ADVB, INFN, PAST, PRCL, PRED, VERB } from '../../words/grammar.ts'
import type { Argument, Predicate } from '../predicate.ts'
import { REACH } from './bounds.ts'

/** «to immediately cease»: an adverb parts the infinitive from its `to`. */
export function followsTo(scene: Scene, from: number, head: number): boolean {
  const { layers } = scene
  if (from !== head || (layers.tokens.form[head].pos & INFN) === 0 || (reading(layers, head).agr & PAST) !== 0)
    return false
  let at = head - 1
  while (at > 0 && scene.mark[at] === 0 && (reading(layers, at).pos & ADVB) !== 0) at--
  // Before an adverb `to` may have been read as a preposition.
  return at < head - 1 && at >= 0 && (layers.tokens.form[at].pos & PRCL) !== 0
}

/**
 * «to withdraw weapons, disengage and demine»: the infinitive before in a list whose verb this is, or -1. Without `to` such a verb may have
 * been read as finite.
 */
export function infinitiveBefore(scene: Scene, chosen: Reading, from: number, head: number, floor: number): number {
  const { layers } = scene
  const isBare = (layers.tokens.form[head].pos & INFN) !== 0 && from === head && (chosen.agr & PAST) === 0
  if (!isBare || (chosen.pos & (VERB | INFN)) === 0) return -1
  let at = from - 1
  if (at >= floor && (reading(layers, at).pos & PRCL) !== 0) at--
  while (at >= floor && (reading(layers, at).pos & ADVB) !== 0) at--
  if (at < floor || (scene.mark[at] !== COMMA && scene.word('coordinator', at, head) < 0)) return -1
  for (let steps = 0; at >= floor && steps < REACH; at--, steps++) {
    if (scene.mark[at] !== 0 && scene.mark[at] !== COMMA) return -1
    const { pos, agr } = reading(layers, at)
    if ((pos & INFN) !== 0) return at
    if ((pos & (VERB | PRED)) === 0) continue
    const mayJoin = (layers.tokens.form[at].pos & INFN) !== 0 && (agr & PAST) === 0
    if (!mayJoin || (scene.mark[at - 1] !== COMMA && scene.word('coordinator', at - 1, at) < 0)) return -1
  }
  return -1
}

/**
 * Who does what an infinitive tells. «urged the sides to withdraw», «called on the sides to withdraw»: a verb that asks names him behind it;
 * «sent experts to the town to investigate», «visited the capital to mediate»: else he who does the verb above.
 */
export function askedBy(scene: Scene, governor: Predicate | null, from: number): readonly Argument[] {
  if (governor === null) return []
  if (governor.passive) return governor.subjects
  // «gave the rebels a chance to leave»: who gets it does it.
  const [first, ...others] = governor.objects
  if (first !== undefined && others.some(({ list, phrase }) => list !== first.list && phrase.to === from - 1))
    return governor.objects.filter(({ list }) => list === first.list)
  if (scene.word('asking', governor.head, from) < 0) return governor.subjects
  const behind = [governor.objects, governor.governed].map(list =>
    list.filter(one => !isTimeWord(scene, one.phrase.head)),
  )
  const asked = behind.find(list => list.length > 0)
  if (asked === undefined) return governor.subjects
  const { list } = asked[0]
  return asked.filter(one => one.list === list && one.cases === ACCS)
}
