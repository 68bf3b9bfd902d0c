/** `C. Об этом сообщил X`: an attribution that points back to the sentence, or the clause, before it. */
import { COMMA } from '../text/marks.ts'
import { clauseBefore } from './around.ts'
import { lastContent } from './content.ts'
import type { Cue } from './cues.ts'
import type { Quotation } from './quotation.ts'
import { holdsQuotedWords, isAttributed } from './reported.ts'
import type { Scene } from './scene.ts'
import { subjectOf } from './subject.ts'

/** `C. Об этом сообщил X`: the sentence before is the content. */
export function attributeBack(scene: Scene, cue: Cue, floor: number, limit: number): Quotation | null {
  if (!cue.row.frames.has('clause')) return null
  const near = scene.segmentFrom(cue.from, floor)
  const segment = holdsInsertion(scene, near, cue, floor) ? floor : near
  const back = scene.word('back', segment, cue.from)
  // «так как эксперты считают»: a conjunction.
  if (back < 0 || scene.word('subordinator', segment, cue.from) >= 0) return null
  const subject = subjectOf(scene, cue, segment, limit)
  if (!isAttributed(cue, subject)) return null
  const { sentences } = scene.layers
  let from: number
  let to: number
  if (segment > floor && clauseBefore(scene, floor, segment - 1, false) < segment - 1) {
    from = floor
    to = segment - 1
  } else {
    const sentence = sentences.of[cue.from]
    if (sentence === 0 || sentences.paragraph[sentence - 1] < sentences.paragraph[sentence] - 1) return null
    from = sentences.from[sentence - 1]
    to = lastContent(scene, from, sentences.to[sentence - 1])
  }
  const speech = segment > floor ? -1 : speechBefore(scene, to)
  const part = speech < 0 ? scene.span(from, to) : scene.span(speech + 1, to - 1)
  if (part === null) return null
  return {
    kind: speech >= 0 ? 'direct' : holdsQuotedWords(scene, from, to, -1) ? 'mixed' : 'indirect',
    parts: [part],
    cue: { from: cue.from, to: cue.to },
    act: cue.row.act,
    speaker: subject.phrase,
    rule: `${cue.row.row} back`,
  }
}

/** `«A. B!» Так заявил X`: the mark that opens the speech which ends before `to` and fills its sentences, or -1. */
function speechBefore(scene: Scene, to: number): number {
  const { sentences } = scene.layers
  const pair = scene.pairs[scene.pairOf[to - 1]]
  if (pair === undefined || !pair.closed || pair.close !== to - 1) return -1
  return sentences.from[sentences.of[pair.open]] === pair.open ? pair.open : -1
}

/** «Об этом, как передаёт X, сообщил Y»: between what points back and the cue stands nothing but an attribution between commas. */
function holdsInsertion(scene: Scene, near: number, cue: Cue, floor: number): boolean {
  const opening = scene.word('back', floor, cue.from)
  if (opening < 0 || scene.mark[opening] !== COMMA || near !== cue.from || near === opening + 1) return false
  return scene.mark[near - 1] === COMMA && scene.segmentTo(opening + 1, near) === near - 1
}
