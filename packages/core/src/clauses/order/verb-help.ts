/** What the words that help a verb make of it: «has been withdrawn», «will be signed», «to be held». */
import { reading } from '../../layers.ts'
import type { Scene } from '../../quotations/scene.ts'
import type { Reading } from '../../words/form.ts'
import { FUTR, GRND, INFN, PAST, PRCL, PRED, PRTS, VERB } from '../../words/grammar.ts'
import { compileAuxiliaries } from '../../words/order/reading-class.ts'
import type { Predicate } from '../predicate.ts'

export interface Help {
  readonly modal: boolean
  readonly future: boolean
  readonly past: boolean
  readonly have: boolean
  readonly be: boolean
  /** «is being withdrawn». */
  readonly goesOn: boolean
  /** «to be withdrawn». */
  readonly infinitive: boolean
}

/** The words from token `from` to the verb at `head`, taken together. */
export function helpOf(scene: Scene, from: number, head: number): Help {
  const { layers } = scene
  const auxiliaries = layers.pack.derive(compileAuxiliaries)
  let modal = false
  let future = false
  let past = false
  let have = false
  let be = false
  let goesOn = false
  for (let token = from; token < head; token++) {
    const { pos, agr, lemma } = reading(layers, token)
    if ((pos & PRED) !== 0) {
      modal = true
      future ||= (agr & FUTR) !== 0
    }
    const role = (pos & (VERB | INFN | PRTS | GRND)) === 0 ? undefined : auxiliaries.get(lemma)
    if (role === undefined) continue
    past ||= (agr & PAST) !== 0 && (pos & VERB) !== 0
    have ||= role === 'have'
    be ||= role === 'be'
    goesOn ||= role === 'be' && (pos & GRND) !== 0
  }
  const first = reading(layers, from).pos
  const infinitive =
    !modal && from > 0 && from < head && (first & INFN) !== 0 && (reading(layers, from - 1).pos & PRCL) !== 0
  // «asked that troops be withdrawn»: what is asked for is to come.
  future ||= !modal && !infinitive && from < head && (first & INFN) !== 0
  return {
    modal,
    future,
    past,
    have,
    be,
    goesOn: goesOn || (be && (reading(layers, head).pos & GRND) !== 0),
    infinitive,
  }
}

/** The tense a verb has with the words that help it. */
export function tenseOf(
  { agr }: Reading,
  { modal, future, past, have, goesOn }: Help,
  passive: boolean,
): Predicate['tense'] {
  if (future) return 'future'
  if (modal) return 'present'
  return past || have || (agr & PAST) !== 0 || (passive && !goesOn) ? 'past' : 'present'
}
