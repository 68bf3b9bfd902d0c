/** Who says what a sentence asserts: whom its own words name, the speaker of the quotation around them, or the document itself. */
import type { AnalysedQuotation } from '../analysis.ts'
import type { Cast } from '../coreference/cast.ts'
import { isOrdered } from '../language.ts'
import { isNegated } from '../quotations/reported.ts'
import { subjectOf } from '../quotations/subject.ts'
import type { Span, TokenRange } from '../span.ts'
import { COLON, COMMA } from '../text/marks.ts'
import type { AssertedDuty } from './read-sentence.ts'
import type { SentenceView } from './sentence-view.ts'
import { namedBeside, speakerOf } from './speakers.ts'

export interface Saying {
  /** Entity, or null: the document's own voice. */
  readonly claimantId: string | null
  /** Index of the quotation the words stand in, or null. */
  readonly quotation: number | null
  /** The part of it that holds them. */
  readonly part: Span | null
  /** The day it was said, as far as the quotation tells. */
  readonly said: string | null
}

export interface Voices {
  readonly cast: Cast
  readonly quotations: readonly AnalysedQuotation[]
  /** Entity of each referent, or null for one that is not reported. */
  readonly idOf: readonly (string | null)[]
  /** Collects referents that say something in a claim and are not reported yet. */
  readonly wanted: Set<number>
  /** Those whom only an event describes («the sides»), with their entities. */
  readonly described: readonly { readonly mentions: readonly TokenRange[]; readonly id: string }[]
}

export function sayingOf(voices: Voices, view: SentenceView, asserted: AssertedDuty): Saying {
  const { quotations } = voices
  const offset = view.layers.tokens.start[asserted.at]
  const around = innermost(quotations, offset)
  const named = asserted.speaker >= 0 ? speakerAt(voices, view, asserted.speaker) : null
  const quoted = around.quotation === null ? null : quotations[around.quotation]
  const said = quoted?.said ?? null
  if (named !== null) return { ...around, claimantId: named, said }
  if (quoted !== null) return { ...around, claimantId: quoted.speakerId, said }
  const claimantId =
    whoTells(voices, view, asserted) ?? whoGoesOn(voices, view, offset) ?? whoReports(voices, view, asserted)
  return { claimantId, quotation: null, part: null, said }
}

/** The entity of a speaker's head: of the name beside it, else of the body that its phrase names («the summit of the Union appealed»). */
function speakerAt(voices: Voices, view: SentenceView, head: number): string | null {
  const found = entityAt(voices, namedBeside(view, head))
  const index = found === null && isOrdered(view.layers.pack) ? view.clauses.phraseOf(head) : -1
  if (index < 0) return found
  const { from, to } = view.clauses.phrase(index)
  for (let token = to - 1; token >= from; token--) {
    const name = view.layers.nameOf[token] < 0 ? null : view.layers.names[view.layers.nameOf[token]]
    const inside = name?.kind === 'organisation' ? entityAt(voices, token) : null
    if (inside !== null) return inside
  }
  return null
}

/** The smallest quotation with a speaker around an offset, else the smallest of all. */
function innermost(quotations: readonly AnalysedQuotation[], offset: number): Pick<Saying, 'quotation' | 'part'> {
  let quotation: number | null = null
  let part: Span | null = null
  let best = Number.POSITIVE_INFINITY
  for (const [q, { parts, speakerId }] of quotations.entries()) {
    for (const one of parts) {
      if (offset < one.start || offset >= one.end) continue
      const size = one.end - one.start + (speakerId === null ? UNKNOWN : 0)
      if (size >= best) continue
      quotation = q
      part = one
      best = size
    }
  }
  return { quotation, part }
}

/** More than any quotation is long. */
const UNKNOWN = 1e12

/** «напомнил о трактористе, которого застрелил снайпер»: the verb over a relative clause tells. */
function whoTells(voices: Voices, view: SentenceView, { clause }: AssertedDuty): string | null {
  if (clause.opener !== 'relative' || clause.parent < 0) return null
  for (const head of view.sentence.clauses[clause.parent].heads) {
    const operator = view.operatorAt(head)
    const predicate = view.clauses.at(head)
    if (operator?.row.speaker !== true || predicate === null || predicate.tense === 'future') continue
    const speaker = speakerOf(view, predicate)
    if (speaker >= 0) return speakerAt(voices, view, speaker)
  }
  return null
}

/** «…, сообщил полковник: выстрелов не было»: after a colon the same one goes on. */
function whoGoesOn({ quotations }: Voices, { layers, clauses, from, to }: SentenceView, offset: number): string | null {
  const { start, end } = layers.tokens
  for (const { cue, speakerId } of quotations) {
    if (cue === null || speakerId === null || cue.start < start[from] || cue.end > offset) continue
    for (let token = from; token < to; token++) {
      if (start[token] >= cue.end && end[token] <= offset && clauses.scene.mark[token] === COLON) return speakerId
    }
  }
  return null
}

/** A verb of speech in another clause of the sentence, behind the words, before a colon or «что», that no quotation has. */
function whoReports(voices: Voices, view: SentenceView, { at }: AssertedDuty): string | null {
  const { scene } = view.clauses
  if (isOrdered(view.layers.pack)) return null
  for (const cue of scene.cues) {
    if (cue.from < view.from || cue.from >= view.to) continue
    if (!cue.row.frames.has('parenthesis') && !cue.row.frames.has('quote')) continue
    const own = scene.segmentFrom(cue.from, view.from)
    const end = scene.segmentTo(cue.to, view.to)
    const isBehind = own > at
    const isThat =
      cue.row.frames.has('clause') && scene.mark[end] === COMMA && scene.word('that', end + 1, view.to) >= 0
    const isBefore = end <= at && (scene.mark[end] === COLON || isThat)
    if ((!isBehind && !isBefore) || isNegated(scene, cue, view.from)) continue
    const { phrase } = subjectOf(scene, cue, isBehind ? own : view.from, isBefore ? end : view.to)
    const speaker = phrase === null ? null : (entityAt(voices, phrase.head) ?? countryOf(voices, view, phrase))
    if (speaker !== null) return speaker
  }
  return null
}

/** «в аппарате президента страны»: a body without a name of its own speaks for the country it belongs to. */
function countryOf(
  { cast, idOf }: Voices,
  { clauses }: SentenceView,
  phrase: TokenRange & { head: number },
): string | null {
  if (!clauses.scene.isBodyNoun(phrase.head)) return null
  for (const [m, { from, to }] of cast.mentions.entries()) {
    if (from >= phrase.to) break
    const referent = from < phrase.from || to > phrase.to || cast.of[m] < 0 ? null : cast.referents[cast.of[m]]
    if (referent?.country != null && idOf[referent.index] !== null) return idOf[referent.index]
  }
  return null
}

/** The entity of the mention whose head is a token, else of the smallest around it. */
function entityAt({ cast, idOf, wanted, described }: Voices, token: number): string | null {
  let found: string | null = null
  let best = Number.POSITIVE_INFINITY
  let missing = -1
  for (const [m, mention] of cast.mentions.entries()) {
    if (mention.from > token) break
    if (mention.to <= token || cast.of[m] < 0) continue
    const id = idOf[cast.of[m]]
    const size = mention.to - mention.from + (mention.head === token ? 0 : 100)
    if (id === null && mention.head === token) missing = cast.of[m]
    if (id === null || size >= best) continue
    found = id
    best = size
  }
  if (missing >= 0 && best >= 100) wanted.add(missing)
  return (
    found ?? described.find(({ mentions }) => mentions.some(({ from, to }) => from <= token && token < to))?.id ?? null
  )
}
