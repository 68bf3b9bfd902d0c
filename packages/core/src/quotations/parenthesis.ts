/** Attributions beside the clause they cover: «C, сообщил X», «как сообщил X, C», «C1, говорит X, C2», «C. Об этом сообщил X». */
import { reading } from '../layers.ts'
import type { Span } from '../span.ts'
import { COMMA, DASH, STOP } from '../text/marks.ts'
import type { Reading } from '../words/form.ts'
import { ADVB, CONJ, GRND, PRCL, VERB } from '../words/grammar.ts'
import { contentEnd, lastContent } from './content.ts'
import type { Cue } from './cues.ts'
import type { Quotation } from './quotation.ts'
import { holdsQuotedWords, isAttributed, isNegated } from './reported.ts'
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
  const end = insertionEnd(scene, cue, limit)
  return around(scene, cue, subject.phrase, segment, end, floor, limit, 'parenthesis-as')
}

/** The `как` of a segment, after at most two small words («Ранее, как»). */
function asBefore(scene: Scene, segment: number, cue: number): number {
  for (let token = segment; token < Math.min(cue, segment + 2); token++) {
    if (scene.word('as', token, cue) >= 0) return token
    if ((reading(scene.layers, token).pos & (ADVB | CONJ | PRCL)) === 0) return -1
  }
  return -1
}

/** `C, сообщил X`: the cue opens a segment and its subject follows. */
export function attributeAfter(scene: Scene, cue: Cue, floor: number, limit: number): Quotation | null {
  if (!cue.row.frames.has('parenthesis') || (cue.verbReading.pos & VERB) === 0) return null
  const segment = scene.segmentFrom(cue.from, floor)
  if (segment === floor || scene.mark[segment - 1] !== COMMA || isNegated(scene, cue, floor)) return null
  for (let token = segment; token < cue.from; token++)
    if ((reading(scene.layers, token).pos & (ADVB | PRCL)) === 0) return null
  const subject = subjectOf(scene, cue, segment, limit)
  if (subject.phrase === null || subject.side !== 'right') return null
  const end = insertionEnd(scene, cue, limit)
  if (end >= limit - 1 && !hasClause(scene, floor, segment - 1)) return null
  return around(scene, cue, subject.phrase, segment, end, floor, limit, 'parenthesis')
}

/** At the end of a sentence something must have been said: two words at least. */
function hasClause(scene: Scene, from: number, to: number): boolean {
  let words = 0
  for (let token = from; token < to; token++) if (scene.mark[token] === 0) words++
  return words >= 2
}

/** Where an inserted attribution ends: at the next comma or dash, past brackets, names in marks and a gerund phrase that goes with it. */
export function insertionEnd(scene: Scene, cue: Cue, limit: number): number {
  let end = cue.to
  for (; end < limit; end++) {
    const pair = scene.pairOf[end]
    if (pair >= 0 && pair !== scene.pairOf[cue.from] && scene.pairs[pair].open === end && scene.pairs[pair].closed) {
      end = Math.min(limit - 1, scene.pairs[pair].close)
      continue
    }
    const mark = scene.mark[end]
    if (mark !== COMMA && mark !== DASH && mark !== STOP) continue
    if (mark === COMMA && end + 1 < limit && belongsToAttribution(scene, end + 1)) continue
    return end
  }
  return end
}

/** «…, ссылаясь на источники», «…, который»: goes on about the speaker. */
function belongsToAttribution(scene: Scene, token: number): boolean {
  return (
    (reading(scene.layers, token).pos & GRND) !== 0 || scene.word('relative', token, scene.layers.tokens.count) >= 0
  )
}

/** An attribution without a verb of its own: nothing can go on from it. */
const NO_VERB: Reading = { lemma: '', pos: 0, agr: 0, lex: 0, weight: 0, stem: '', paradigm: -1, index: 0 }

/** The clause around an insertion `from`..`to`: what stands before it in its clause and what follows. */
export function around(
  scene: Scene,
  cue: Pick<Cue, 'from' | 'to' | 'row'>,
  speaker: Quotation['speaker'],
  from: number,
  to: number,
  floor: number,
  limit: number,
  rule: string,
): Quotation | null {
  const parts: Span[] = []
  const beforeTo = from > floor && (scene.mark[from - 1] === COMMA || scene.mark[from - 1] === DASH) ? from - 1 : from
  const before = clauseBefore(scene, floor, beforeTo)
  const afterFrom = to < limit && (scene.mark[to] === COMMA || scene.mark[to] === DASH) ? to + 1 : to
  const afterTo =
    afterFrom >= limit
      ? afterFrom
      : contentEnd(scene, { ...cue, verb: cue.from, verbReading: NO_VERB }, afterFrom, limit, 'clause')
  const isLast = afterFrom >= afterTo || startsAside(scene, afterFrom, limit)
  const left = before < beforeTo ? scene.span(before, beforeTo) : null
  if (left !== null) parts.push(left)
  if (!isLast) {
    const right = scene.span(afterFrom, afterTo)
    if (right !== null) parts.push(right)
  }
  if (parts.length === 0) return null
  return {
    kind: holdsQuotedWords(scene, before, isLast ? beforeTo : afterTo, scene.pairOf[from]) ? 'mixed' : 'indirect',
    parts,
    cue: { from: cue.from, to: cue.to },
    act: cue.row.act,
    speaker,
    rule: `${cue.row.row} ${rule}`,
  }
}

/** What follows an attribution but is the narrator's again: a gerund cue («, добавив, что»), a new clause about the speaker. */
function startsAside(scene: Scene, token: number, limit: number): boolean {
  return (reading(scene.layers, token).pos & GRND) !== 0 || scene.word('relative', token, limit) >= 0
}

/**
 * Where the clause before an insertion begins. Only connecting words there («При этом, по словам X, C»; «хотя, по словам X, C») are no content:
 * then the insertion opens the clause.
 */
function clauseBefore(scene: Scene, floor: number, to: number): number {
  let at = floor
  // Only connectors from the sentence's start?
  while (at < to) {
    const next = scene.mark[at] === COMMA ? at + 1 : scene.word('connector', at, to)
    if (next < 0) break
    at = next
  }
  if (at >= to) return to
  // Only connectors since the last comma: the clause is what follows.
  let segment = scene.segmentFrom(to, floor)
  if (segment < to && segment > floor) {
    let small = segment
    while (small < to) {
      const next = Math.max(
        scene.word('connector', small, to),
        scene.word('coordinator', small, to),
        scene.word('subordinator', small, to),
      )
      if (next < 0) break
      small = next
    }
    if (small >= to) return to
  }
  // A subordinate clause that was opened before the insertion and has its verb there is content only with its main clause: take all.
  segment = floor
  return at
}

/** `C. Об этом сообщил X`: the sentence before is the content. */
export function attributeBack(scene: Scene, cue: Cue, floor: number, limit: number): Quotation | null {
  if (!cue.row.frames.has('clause') && !cue.row.frames.has('parenthesis')) return null
  const segment = scene.segmentFrom(cue.from, floor)
  const back = scene.word('back', segment, cue.from)
  if (back < 0) return null
  const subject = subjectOf(scene, cue, segment, limit)
  if (!isAttributed(cue, subject)) return null
  const { sentences } = scene.layers
  let from: number
  let to: number
  if (segment > floor) {
    from = floor
    to = segment - 1
  } else {
    const sentence = sentences.of[cue.from]
    if (sentence === 0 || sentences.paragraph[sentence - 1] < sentences.paragraph[sentence] - 1) return null
    from = sentences.from[sentence - 1]
    to = lastContent(scene, from, sentences.to[sentence - 1])
  }
  const part = scene.span(from, to)
  if (part === null) return null
  return {
    kind: 'indirect',
    parts: [part],
    cue: { from: cue.from, to: cue.to },
    act: cue.row.act,
    speaker: subject.phrase,
    rule: `${cue.row.row} back`,
  }
}
