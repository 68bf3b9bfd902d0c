/** Whose an ing-form is: «X left, saying C», «footage of X saying C», «X said C1, adding that C2». */
import { reading } from '../../layers.ts'
import { COMMA } from '../../text/marks.ts'
import { PRED, VERB } from '../../words/grammar.ts'
import type { Scene } from '../scene.ts'
import { mainVerb } from './main-clause.ts'
import { phraseEnding, type Speaker, sharedSubject, subjectLeft } from './subject-by-order.ts'

/** Who does what the ing-form at `verb` says; null where nobody is found. */
export function participleSubject(scene: Scene, verb: number, floor: number): Speaker {
  if (verb <= floor) return null
  if (scene.mark[verb - 1] !== COMMA) {
    const beside = phraseEnding(scene, verb, floor)
    if (beside !== null && isPerson(scene, beside.head)) return { from: beside.from, to: beside.to, head: beside.head }
  }
  const main = mainVerb(scene, verb, floor)
  const found = main < 0 ? null : subjectLeft(scene, groupFrom(scene, main, floor), floor, false)
  return found ?? sharedSubject(scene, verb, floor)
}

function isPerson(scene: Scene, head: number): boolean {
  const { names, nameOf } = scene.layers
  return nameOf[head] >= 0 && names[nameOf[head]].kind === 'person'
}

function groupFrom(scene: Scene, verb: number, floor: number): number {
  let from = verb
  while (from > floor && scene.mark[from - 1] === 0 && (reading(scene.layers, from - 1).pos & (PRED | VERB)) !== 0)
    from--
  return from
}
