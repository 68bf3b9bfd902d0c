/** Attributions beside the clause they cover: «C, сообщил X», «как сообщил X, C», «C1, говорит X, C2». */
import { reading } from '../layers.ts'
import { COLON, COMMA, DASH, STOP } from '../text/marks.ts'
import { ADVB, agrees, CASE, GRND, NOMN, PRCL, PRTF, VERB } from '../words/grammar.ts'
import { around, asBefore } from './around.ts'
import { speakerOfWords } from './attribution-near.ts'
import { lastContent, opensRelative } from './content.ts'
import type { Cue } from './cues.ts'
import type { Quotation } from './quotation.ts'
import { isAttributed, isNegated } from './reported.ts'
import type { Scene } from './scene.ts'
import { subjectOf } from './subject.ts'

/** `Как сообщил X, C` and `C, как сообщил X`. */
export function attributeWithAs(scene: Scene, cue: Cue, floor: number, limit: number): Quotation | null {
  if (!cue.row.frames.has('parenthesis')) return null
  const segment = scene.segmentFrom(cue.from, floor)
  const as = asBefore(scene, segment, cue.from)
  if (as < 0) return null
  const subject = subjectOf(scene, cue, segment, scene.segmentTo(cue.to, limit))
  // «после того, как врачи объявили»: another `как`; here the subject follows the verb.
  if (!isAttributed(cue, subject) || subject.side === 'far' || (subject.side === 'left' && segment > floor)) return null
  const end = insertionEnd(scene, cue, limit, subject.phrase)
  return around(scene, cue, subject.phrase, segment, end, floor, limit, 'parenthesis-as')
}

/** `C, сообщил X`: the cue opens a segment and its subject follows. */
export function attributeAfter(scene: Scene, cue: Cue, floor: number, limit: number): Quotation | null {
  if (!cue.row.frames.has('parenthesis')) return null
  if ((cue.verbReading.pos & VERB) === 0 && !cue.row.frames.has('impersonal')) return null
  const segment = scene.segmentFrom(cue.from, floor)
  if (segment === floor || !isParted(scene, segment, floor) || isNegated(scene, cue, floor)) return null
  for (let token = segment; token < cue.from; token++)
    if ((reading(scene.layers, token).pos & (ADVB | PRCL)) === 0 && !isAlso(scene, token, cue.from)) return null
  const subject = subjectOf(scene, cue, segment, limit)
  // «C, говорится в докладе», «C, заверили в мэрии»: what stands behind the verb speaks, if anything does.
  const impersonal = cue.row.frames.has('impersonal')
  if (!impersonal && subject.phrase === null) return null
  if (
    subject.phrase !== null &&
    (subject.phrase.from < cue.from || (subject.side !== 'right' && subject.side !== 'place'))
  )
    return null
  // «Об этом, как передаёт X, сообщил Y» points back.
  const opening = scene.word('back', floor, segment)
  if (opening >= 0 && opening < segment - 1 && scene.mark[opening] === COMMA) return null
  const end = insertionEnd(scene, cue, limit, subject.phrase)
  if (end >= limit - 1 && !hasClause(scene, floor, segment - 1)) return null
  return around(
    scene,
    cue,
    speakerOfWords(scene, cue, end) ?? subject.phrase,
    segment,
    end,
    floor,
    limit,
    'parenthesis',
  )
}

/** «сообщил один из авторов, архитектор Пётр Ветров.»: all that is left of the sentence is another name for the speaker. */
function isApposition(scene: Scene, token: number, limit: number): boolean {
  const phrase = scene.phrases.all[scene.phrases.next[token]]
  return (
    phrase !== undefined &&
    phrase.from === token &&
    (phrase.agr & NOMN) !== 0 &&
    phrase.to >= lastContent(scene, token, limit) &&
    scene.canSpeak(phrase)
  )
}

/** «, также сказал X», but not «, и сказал X». */
function isAlso(scene: Scene, token: number, to: number): boolean {
  return scene.word('connector', token, to) >= 0 && scene.word('coordinator', token, to) < 0
}

/** Behind a comma, or a comma and a dash. */
function isParted(scene: Scene, segment: number, floor: number): boolean {
  if (scene.mark[segment - 1] === COMMA) return true
  return segment - 1 > floor && scene.mark[segment - 1] === DASH && scene.mark[segment - 2] === COMMA
}

/** At the end of a sentence something must have been said: two words at least. */
function hasClause(scene: Scene, from: number, to: number): boolean {
  let words = 0
  for (let token = from; token < to; token++) if (scene.mark[token] === 0) words++
  return words >= 2
}

/** Where an inserted attribution ends: at the next comma or dash, past brackets, names in marks and a gerund phrase that goes with it. */
function insertionEnd(scene: Scene, cue: Cue, limit: number, speaker: Quotation['speaker']): number {
  let end = cue.to
  for (; end < limit; end++) {
    const pair = scene.pairOf[end]
    if (pair >= 0 && pair !== scene.pairOf[cue.from] && scene.pairs[pair].open === end && scene.pairs[pair].closed) {
      end = Math.min(limit - 1, scene.pairs[pair].close)
      continue
    }
    const mark = scene.mark[end]
    if (mark !== COMMA && mark !== DASH && mark !== COLON && mark !== STOP) continue
    if (mark === COMMA && end + 1 < limit && ((speaker?.from ?? 0) > end || belongsToAttribution(scene, end + 1)))
      continue
    return end
  }
  return end
}

/** «…, ссылаясь на источники», «…, который», «…, слова которого», «на сайте, созданном»: goes on about the speaker or the place. */
function belongsToAttribution(scene: Scene, token: number): boolean {
  const { pos, agr } = reading(scene.layers, token)
  const limit = scene.sentenceTo(token)
  if ((pos & GRND) !== 0)
    return scene.cueAt[token] < 0 || scene.word('that', scene.segmentTo(token, limit) + 1, limit) < 0
  if ((pos & PRTF) !== 0) {
    const before = scene.phrases.all[scene.phrases.next[token] - 1]
    return before !== undefined && before.to === token - 1 && (before.agr & CASE) !== CASE && agrees(before.agr, agr)
  }
  return opensRelative(scene, token, limit) || isApposition(scene, token, limit)
}
