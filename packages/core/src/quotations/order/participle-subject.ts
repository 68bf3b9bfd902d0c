/** Whose an ing-form is: «X left, saying C», «footage of X saying C», «X said C1, adding that C2». */
import { reading } from '../../layers.ts'
import { COMMA, SEMICOLON } from '../../text/marks.ts'
import { CONJ, PRED, RELA, SBRD, VERB } from '../../words/grammar.ts'
import type { Scene } from '../scene.ts'
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

/**
 * The last finite verb before `end` that stands neither in a subordinate clause nor in what a cue reports; -1 when there is none. A
 * subordinate clause ends with its comma; what is reported goes on until a conjunction behind a comma.
 */
function mainVerb(scene: Scene, end: number, floor: number): number {
  let main = -1
  let subordinate = false
  let reported = false
  for (let token = floor; token < end; token++) {
    const pair = scene.pairOf[token]
    if (pair >= 0 && scene.pairs[pair].open === token && scene.pairs[pair].closed && scene.pairs[pair].close < end) {
      token = scene.pairs[pair].close
      continue
    }
    const mark = scene.mark[token]
    const { pos, lex } = reading(scene.layers, token)
    if (mark === COMMA || mark === SEMICOLON) {
      subordinate = false
      if (mark === SEMICOLON || joins(scene, token + 1)) reported = false
      continue
    }
    if (mark !== 0) continue
    if ((lex & (SBRD | RELA)) !== 0) subordinate = true
    if (subordinate || reported || (pos & (VERB | PRED)) === 0) continue
    main = token
    const cue = scene.cueAt[token]
    if (cue >= 0 && scene.cues[cue].row.frames.has('clause')) reported = true
  }
  return main
}

function joins(scene: Scene, token: number): boolean {
  const { pos, lex } = reading(scene.layers, token)
  return (pos & CONJ) !== 0 && (lex & SBRD) === 0
}

function groupFrom(scene: Scene, verb: number, floor: number): number {
  let from = verb
  while (from > floor && scene.mark[from - 1] === 0 && (reading(scene.layers, from - 1).pos & (PRED | VERB)) !== 0)
    from--
  return from
}
