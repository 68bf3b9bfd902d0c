/** `Премьер пообещал: C`: a cue, a colon and a clause without marks. */
import { reading } from '../layers.ts'
import { COLON, COMMA, DASH, SEMICOLON, STOP } from '../text/marks.ts'
import { KIND_WORD } from '../text/tokens.ts'
import { ADJS, GRND, INFN, PRED, PRTF, PRTS, VERB } from '../words/grammar.ts'
import { contentEnd, opensRelative } from './content.ts'
import type { Cue } from './cues.ts'
import { matchPhrase } from './phrase-cue.ts'
import type { Quotation } from './quotation.ts'
import { isAttributed, isCueVerb, isInsertedRelative, isNegated, reportOf } from './reported.ts'
import type { Scene } from './scene.ts'
import { subjectOf } from './subject.ts'

export function reportColon(scene: Scene, cue: Cue, floor: number, limit: number): Quotation | null {
  if (!cue.row.frames.has('clause')) return null
  const colon = colonAfter(scene, cue, limit)
  if (colon < 0 || colon + 1 >= limit || isNegated(scene, cue, floor)) return null
  // In marks, or behind a dash, it is direct speech, which other rules find.
  if (scene.mark[colon + 1] === DASH || scene.pairs[scene.pairOf[colon + 1]]?.open === colon + 1) return null
  // «раскритиковал план: по его словам, C»: the attribution behind the colon is the nearer one.
  if (matchPhrase(scene, colon + 1, limit) !== null) return null
  const to = contentEnd(scene, cue, colon + 1, limit, 'list')
  if (!holdsPredicate(scene, colon + 1, to)) return null
  const subject = subjectOf(scene, cue, floor, colon)
  if (!isAttributed(cue, subject)) return null
  // «C1, полагает X: C2»: an attribution in the middle.
  const segment = scene.segmentFrom(cue.from, floor)
  if (subject.side === 'right' && segment > floor && scene.mark[segment - 1] === COMMA) return null
  return reportOf(scene, cue, subject, colon + 1, to, 'cues/colon')
}

/** The colon that a cue leads to, with no verb of another clause between; or -1. */
function colonAfter(scene: Scene, cue: Cue, limit: number): number {
  for (let token = cue.to; token < limit; token++) {
    const mark = scene.mark[token]
    if (mark === COLON) return token
    if (mark === COMMA && !opensInsertion(scene, token + 1, limit)) return -1
    if (mark === DASH || mark === STOP || mark === SEMICOLON || scene.word('that', token, limit) >= 0) return -1
    if (scene.isFinite(token) && !isInsertedRelative(scene, token, cue.to)) return -1
    if (scene.cueAt[token] >= 0 && isCueVerb(scene, token)) return -1
  }
  return -1
}

/** «…, выступая в городе, …», «…, которого ждали, …»; the comma that closes it opens nothing of its own. */
function opensInsertion(scene: Scene, token: number, limit: number): boolean {
  if (token >= limit) return false
  const { pos } = reading(scene.layers, token)
  if ((pos & (GRND | PRTF)) !== 0 || opensRelative(scene, token, limit)) return true
  const before = scene.segmentFrom(token - 1, 0)
  return (reading(scene.layers, before).pos & (GRND | PRTF)) !== 0 || opensRelative(scene, before, limit)
}

/** A list of names or figures is no clause. */
export function holdsPredicate(scene: Scene, from: number, to: number): boolean {
  for (let token = from; token < to; token++)
    if (
      scene.layers.tokens.kind[token] === KIND_WORD &&
      (reading(scene.layers, token).pos & (VERB | PRED | PRTS | ADJS | INFN)) !== 0
    )
      return true
  return false
}
