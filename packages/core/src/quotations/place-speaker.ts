/** Places that speak: a plural verb without a subject, or an impersonal one, and the body, document or seat in which it is said. */
import type { Phrase } from '../mentions/find-phrases.ts'
import { CASE, LOCT } from '../words/grammar.ts'
import { NONE, type Subject } from './as-subject.ts'
import type { Cue } from './cues.ts'
import type { Scene } from './scene.ts'

/** «в МИД сообщили», «в сообщении говорится», «сообщается на сайте»: the place speaks; with `seats`, «в Киеве заявили», too. */
export function placeSpeaker(
  scene: Scene,
  cue: Cue,
  floor: number,
  limit: number,
  impersonal: boolean,
  seats = false,
): Subject {
  const { phrases } = scene
  const from = scene.segmentFrom(cue.from, floor)
  const to = scene.segmentTo(cue.to, limit)
  let best: Phrase | null = null
  for (let i = phrases.next[from]; i < phrases.all.length; i++) {
    const phrase = phrases.all[i]
    if (phrase.from >= to) break
    if ((phrase.agr & LOCT) === 0 || !(seats ? isSeat(scene, phrase) : isBody(scene, phrase))) continue
    // Only a preposition governs this case; «в опубликованном на сайте указе» has other words between the two.
    if (phrase.preposition < 0 && (!impersonal || (phrase.agr & CASE) !== LOCT)) continue
    best = phrase
    if (phrase.from > cue.from) break
  }
  if (best !== null) return { phrase: best, side: 'place' }
  return impersonal ? { phrase: null, side: 'place' } : NONE
}

/** A country, or the seat of its government. */
function isSeat({ layers }: Scene, phrase: Phrase): boolean {
  const named = layers.nameOf[phrase.head]
  if (named < 0 || layers.names[named].from !== phrase.head) return false
  return layers.names[named].kind === 'country' || layers.names[named].seatOf !== null
}

function isBody(scene: Scene, phrase: Phrase): boolean {
  const { layers } = scene
  const named = layers.nameOf[phrase.head]
  if (named >= 0) return layers.names[named].kind === 'organisation'
  return scene.isBodyNoun(phrase.head)
}
