/** What a verb or a verbal noun says, by the order of words. */
import { reading } from '../../layers.ts'
import type { Scene } from '../../quotations/scene.ts'
import { GRND, INFN, NOUN, PRTS, VERB } from '../../words/grammar.ts'
import type { Predicate } from '../predicate.ts'
import { nounPredicate } from './noun-by-order.ts'
import { verbPredicate } from './verb-by-order.ts'

/** The predicate whose head is a token, or null. */
export function predicateByOrder(scene: Scene, token: number): Predicate | null {
  const chosen = reading(scene.layers, token)
  if ((chosen.pos & (VERB | PRTS | GRND | INFN)) !== 0) return verbPredicate(scene, token, 0)
  return (chosen.pos & NOUN) !== 0 ? nounPredicate(scene, token) : null
}
