/** The verb of the main clause before a word that takes up its subject: «X came, as they had asked, and said C». */
import { reading } from '../../layers.ts'
import { COMMA, SEMICOLON } from '../../text/marks.ts'
import { CONJ, PRED, RELA, SBRD, VERB } from '../../words/grammar.ts'
import type { Scene } from '../scene.ts'

/**
 * The last finite verb before `end` that stands neither in a subordinate clause nor in what a cue reports; -1 when there is none. A
 * subordinate clause ends with its comma; what is reported goes on until a conjunction behind a comma.
 */
export function mainVerb(scene: Scene, end: number, floor: number): number {
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
