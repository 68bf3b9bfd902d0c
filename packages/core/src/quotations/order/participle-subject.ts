/** Whose an ing-form is: «X left, saying C», «footage of X saying C», «X said C1, adding that C2». */
import { reading } from '../../layers.ts'
import { compileDescriptions } from '../../mentions/descriptions.ts'
import { COMMA } from '../../text/marks.ts'
import { ADVB, PRED, PREP, VERB } from '../../words/grammar.ts'
import type { Scene } from '../scene.ts'
import { mainVerb } from './main-clause.ts'
import { phraseEnding, type Speaker, sharedSubject, subjectLeft } from './subject-by-order.ts'

/** Who does what the ing-form at `verb` says; null where nobody is found. */
export function participleSubject(scene: Scene, verb: number, floor: number): Speaker {
  // «despite admitting that C, X left».
  const isOpening = verb === floor + 1 && (reading(scene.layers, floor).pos & PREP) !== 0
  if (verb <= floor || isOpening) return subjectBehind(scene, verb)
  // «quoted the envoy as saying»: whom they quote.
  if (scene.word('as', verb - 1, verb) === verb) {
    const quoted = phraseEnding(scene, verb - 1, floor)
    if (quoted !== null && quoted.preposition < 0) return { from: quoted.from, to: quoted.to, head: quoted.head }
  }
  if (scene.mark[verb - 1] !== COMMA) {
    const beside = phraseEnding(scene, verb, floor)
    if (beside !== null && (isPerson(scene, beside.head) || isDocument(scene, beside.head)))
      return { from: beside.from, to: beside.to, head: beside.head }
    // «footage of X saying C»: the name that ends the phrase.
    const { names, nameOf } = scene.layers
    if (beside !== null && isPerson(scene, verb - 1)) {
      const { from, to } = names[nameOf[verb - 1]]
      return { from, to, head: verb - 1 }
    }
  }
  const main = mainVerb(scene, verb, floor)
  const found = main < 0 ? null : subjectLeft(scene, groupFrom(scene, main, floor), floor, false)
  return found ?? sharedSubject(scene, verb, floor)
}

/** «Calling it "a mistake", X left»: an ing-form at the head of its sentence has the subject of the clause behind its comma. */
function subjectBehind(scene: Scene, verb: number): Speaker {
  const limit = Math.min(scene.sentenceTo(verb), verb + FARTHEST)
  for (let at = verb + 1; at < limit; at++) {
    const pair = scene.pairOf[at]
    const closes = pair >= 0 && scene.pairs[pair].close === at && scene.mark[at - 1] === COMMA
    if (scene.mark[at] !== COMMA && !closes) continue
    const phrase = scene.phrases.all[scene.phrases.next[at + 1]]
    if (phrase === undefined || phrase.from !== at + 1 || phrase.to >= limit) continue
    const { pos } = reading(scene.layers, phrase.to)
    if (scene.mark[phrase.to] === 0 && (pos & (VERB | PRED | ADVB)) !== 0)
      return { from: phrase.from, to: phrase.to, head: phrase.head }
  }
  return null
}

/** Words of a phrase before its sentence. */
const FARTHEST = 60

/** «letters accusing X of C»: a text says it itself. */
function isDocument({ layers: { pack, tokens } }: Scene, head: number): boolean {
  const { bodies } = pack.derive(compileDescriptions)
  return bodies.match(tokens.form, head, tokens.count)?.row.kind === 'document'
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
