/** The clause around an inserted attribution: where it begins before it and ends behind it. */
import { reading } from '../layers.ts'
import type { Span } from '../span.ts'
import { COLON, COMMA, DASH } from '../text/marks.ts'
import type { Reading } from '../words/form.ts'
import { ADJS, ADVB, CONJ, GRND, INFN, PRCL, PRED, PREP, PRTS, VERB } from '../words/grammar.ts'
import { contentEnd } from './content.ts'
import type { Cue } from './cues.ts'
import type { Quotation } from './quotation.ts'
import { holdsQuotedWords, withoutOuterMarks } from './reported.ts'
import type { Scene } from './scene.ts'
import { subjectOf } from './subject.ts'

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
  const afterFrom = to < limit && leadsOn(scene.mark[to]) ? to + 1 : to
  const afterTo =
    afterFrom >= limit
      ? afterFrom
      : contentEnd(scene, { ...cue, verb: cue.from, verbReading: NO_VERB }, afterFrom, limit, 'clause')
  const isLast =
    afterFrom >= afterTo ||
    (beforeTo > floor &&
      (startsAside(scene, afterFrom, limit) ||
        (startsAttribution(scene, afterFrom, limit) && holdsPredicate(scene, floor, beforeTo))))
  const before = clauseBefore(scene, floor, beforeTo, !isLast)
  const left = before < beforeTo ? scene.span(before, beforeTo) : null
  if (left !== null) parts.push(left)
  if (!isLast) {
    const right = scene.span(afterFrom, afterTo)
    if (right !== null) parts.push(right)
  }
  if (parts.length === 0) return null
  const inner = parts.length === 1 ? withoutOuterMarks(scene, parts[0]) : null
  const isMixed = inner !== null || holdsQuotedWords(scene, before, isLast ? beforeTo : afterTo, scene.pairOf[from])
  return {
    kind: isMixed ? 'mixed' : 'indirect',
    parts: inner === null ? parts : [inner],
    cue: { from: cue.from, to: cue.to },
    act: cue.row.act,
    speaker,
    rule: `${cue.row.row} ${rule}`,
  }
}

/** «C1, сказал X, C2», «C1, сказал X: C2». */
function leadsOn(mark: number): boolean {
  return mark === COMMA || mark === DASH || mark === COLON
}

/** What follows an attribution but is the narrator's again: a gerund («, добавив, что»), a clause about the speaker or what they said it for. */
function startsAside(scene: Scene, token: number, limit: number): boolean {
  return (
    (reading(scene.layers, token).pos & GRND) !== 0 ||
    scene.word('relative', token, limit) >= 0 ||
    (scene.word('purpose', token, limit) >= 0 && scene.segmentTo(token, limit) >= limit - 1)
  )
}

/** «C, отмечается в докладе, сообщает агентство»: who passes it on is no content. */
function startsAttribution(scene: Scene, token: number, limit: number): boolean {
  const cue = scene.cues[scene.cueAt[token]]
  if (cue === undefined || (cue.verbReading.pos & VERB) === 0 || !cue.row.frames.has('parenthesis')) return false
  const { side } = subjectOf(scene, cue, token, limit)
  return side === 'right' || side === 'place'
}

/**
 * Where the clause before an insertion begins. Only connecting words there («При этом, по словам X, C») or attributions («Как сообщил X, по
 * словам Y, C») are no content: then the insertion opens the clause. A subordinate clause that still waits for its verb («который, по словам X,
 * C»; «что в пятницу, по словам X, C») is the content alone; one that has it is content with its main clause.
 */
export function clauseBefore(scene: Scene, floor: number, to: number, goesOn: boolean): number {
  let at = floor
  let start = floor
  while (at < to) {
    const next =
      scene.mark[at] === COMMA ? at + 1 : Math.max(scene.word('connector', at, to), afterThat(scene, floor, at, to))
    const past = next < 0 ? pastAttribution(scene, at, to) : next
    if (past < 0) break
    if (next >= 0 && start === at) start = next
    at = past
  }
  if (at >= to) return to
  const segment = scene.segmentFrom(to, floor)
  if (segment > floor && segment < to && afterSmall(scene, segment, to) >= to) return to
  if (!goesOn) return start
  for (let token = to - 1; token > at && !isPredicate(scene, token); token--) {
    if (scene.mark[token - 1] !== COMMA) continue
    const opener = afterOpener(scene, token, to)
    if (opener >= 0) return opener
  }
  return start
}

/** «Напомним, что C, сообщает X»: first token after a `что` that only connecting words lead to, or -1. */
function afterThat(scene: Scene, floor: number, at: number, to: number): number {
  return at > floor && scene.mark[at - 1] === COMMA ? scene.word('that', at, to) : -1
}

function holdsPredicate(scene: Scene, from: number, to: number): boolean {
  for (let token = from; token < to; token++) if (isPredicate(scene, token)) return true
  return false
}

function isPredicate(scene: Scene, token: number): boolean {
  return (reading(scene.layers, token).pos & (VERB | INFN | PRTS | ADJS | PRED)) !== 0 && scene.mark[token] === 0
}

/** First token after the small words from `from`: «и хотя», «а который». */
function afterSmall(scene: Scene, from: number, to: number): number {
  let at = from
  for (;;) {
    const next = Math.max(
      scene.word('connector', at, to),
      scene.word('coordinator', at, to),
      scene.word('that', at, to),
      afterOpener(scene, at, to),
    )
    if (next < 0) return at
    at = next
  }
}

/** First token after the word that opens a subordinate clause at `token`, with its preposition («хотя», «в котором»), or -1. */
function afterOpener(scene: Scene, token: number, to: number): number {
  const governed = (reading(scene.layers, token).pos & PREP) !== 0 && token + 1 < to ? token + 1 : token
  return Math.max(scene.word('subordinator', token, to), scene.word('relative', governed, to))
}

/** First token after an attribution that opens a sentence and ends in a comma: «Как сообщил X,»; or -1. */
function pastAttribution(scene: Scene, from: number, to: number): number {
  const end = scene.segmentTo(from, to)
  const comma = end < to ? end : to
  if (asBefore(scene, from, comma) < 0) return -1
  for (let token = from; token < comma; token++) if (scene.cueAt[token] >= 0) return comma
  return -1
}

/** The `как` of a segment, after at most two small words («Ранее, как»). */
export function asBefore(scene: Scene, segment: number, cue: number): number {
  for (let token = segment; token < Math.min(cue, segment + 2); token++) {
    if (scene.word('as', token, cue) >= 0) return token
    if ((reading(scene.layers, token).pos & (ADVB | CONJ | PRCL)) === 0) return -1
  }
  return -1
}
