/** Places that speak: a plural verb without a subject, or an impersonal one, and the body, document or seat in which it is said. */
import { reading } from '../layers.ts'
import type { Phrase } from '../mentions/find-phrases.ts'
import { COMMA } from '../text/marks.ts'
import { SHAPE_LOWER } from '../words/form.ts'
import { ADJECTIVAL, CASE, GRND, LOCT } from '../words/grammar.ts'
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
  const from = beforeInserted(scene, scene.segmentFrom(cue.from, floor), floor)
  const to = scene.segmentTo(cue.to, limit)
  let best: Phrase | null = null
  for (let i = phrases.next[from]; i < phrases.all.length; i++) {
    const phrase = phrases.all[i]
    if (phrase.from >= to) break
    if (!(seats ? isSeat(scene, phrase) : isBody(scene, phrase)) || !isGoverned(scene, phrase, impersonal)) continue
    best = phrase
    if (phrase.from > cue.from) break
  }
  if (best !== null) return { phrase: best, side: 'place' }
  return impersonal ? { phrase: null, side: 'place' } : NONE
}

/** «в МИД, комментируя встречу, сообщили»: where the clause begins that goes on at `segment`, before what a gerund has put into it. */
function beforeInserted(scene: Scene, segment: number, floor: number): number {
  if (segment <= floor || scene.mark[segment - 1] !== COMMA) return segment
  const inserted = scene.segmentFrom(segment - 1, floor)
  if (inserted <= floor || scene.mark[inserted - 1] !== COMMA) return segment
  if ((reading(scene.layers, inserted).pos & GRND) === 0) return segment
  return scene.segmentFrom(inserted - 1, floor)
}

/**
 * Whether a phrase stands where a preposition of place puts it, by the form of its head: «в партии», «в Минтруда». The preposition may stand
 * before other words: «в опубликованном на сайте указе», «в Ветловском областном суде».
 */
function isGoverned({ layers, phrases }: Scene, phrase: Phrase, impersonal: boolean): boolean {
  if (phrase.preposition >= 0) {
    const form = layers.tokens.form[phrase.head]
    return (phrase.agr & LOCT) !== 0 || form.readings.some(r => (r.agr & LOCT) !== 0) || form.shape !== SHAPE_LOWER
  }
  if ((phrase.agr & CASE) !== LOCT) return false
  const before = phrases.all[phrases.next[phrase.from] - 1]
  return impersonal || (before !== undefined && before.to === phrase.from && before.preposition >= 0)
}

/** A country, or the seat of its government. */
function isSeat({ layers }: Scene, phrase: Phrase): boolean {
  const named = layers.nameOf[phrase.head]
  // «в Росморречфлоте»: a capital letter that no table knows, in the middle of a sentence.
  if (named < 0) return layers.tokens.form[phrase.head].shape !== SHAPE_LOWER && phrase.head === phrase.from
  const { from, kind, seatOf, country } = layers.names[named]
  return from === phrase.head && (kind === 'country' || seatOf !== null || (kind === 'place' && country === null))
}

function isBody(scene: Scene, phrase: Phrase): boolean {
  const { layers } = scene
  const named = layers.nameOf[phrase.head]
  if (named >= 0) return layers.names[named].kind === 'organisation'
  if (scene.isBodyNoun(phrase.head)) return true
  // «в одной из компаний».
  for (let token = phrase.after; token < phrase.to; token++)
    if (scene.isBodyNoun(token)) return (reading(layers, phrase.head).pos & ADJECTIVAL) !== 0
  return false
}
