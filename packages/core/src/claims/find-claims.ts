/**
 * Claims: what a document asserts about stipulations, by whom, in which words. Only sentences with a word of a duty are read. Without
 * dossiers there are none.
 */
import { spanOf } from '../analyse.ts'
import type { AnalysedClaim, AnalysedQuotation, AnalysedTime } from '../analysis.ts'
import type { Clauses } from '../clauses/clauses.ts'
import type { Cast } from '../coreference/cast.ts'
import type { LanguagePack } from '../kit.ts'
import type { Span } from '../span.ts'
import { chooseDuties } from './choose-duties.ts'
import { isElsewhere } from './is-elsewhere.ts'
import { type Finding, SentenceReader } from './read-sentence.ts'
import { Sides } from './sides.ts'
import { dutyIndexOf } from './stipulations.ts'

export interface ClaimSources {
  readonly cast: Cast
  readonly clauses: Clauses
  readonly quotations: readonly AnalysedQuotation[]
  readonly times: readonly AnalysedTime[]
  /** Entity of each referent, or null for one that is not reported. */
  readonly idOf: readonly (string | null)[]
}

/** Whether a language has come so far as to say how duties are spoken of. */
export function canReadClaims(pack: LanguagePack): boolean {
  return pack.hasTable('claims/words')
}

/** Sorted by first start. */
export function findClaims(sources: ClaimSources): AnalysedClaim[] {
  const { cast, clauses, times } = sources
  const { layers } = cast
  if (layers.dossiers.length === 0 || !canReadClaims(layers.pack)) return []
  const { sentences, tokens, document } = layers
  const index = dutyIndexOf(layers.pack, layers.dossiers)
  const sides = new Sides(layers, cast, index)
  const reported = document.published?.slice(0, 10) ?? null
  const agreements = agreementsNear(sources)
  if (agreements.size === 0) return []
  const claims: AnalysedClaim[] = []
  for (let s = 0; s < sentences.count; s++) {
    if (sentences.zone[sentences.paragraph[s]] === 'headline') continue
    const reader = new SentenceReader(layers, clauses, sides, index, sentences.from[s], sentences.to[s])
    if (reader.anchors.every(({ word }) => word.role === 'thing')) continue
    if (tokens.form[sentences.to[s] - 1].text === '?') continue
    const day = earliestDay(times, tokens.start[sentences.from[s]], tokens.end[sentences.to[s] - 1])
    const seen = new Set<string>()
    for (const finding of reader.read()) {
      const said = sayingOf(sources, finding)
      for (const { stipulation, since } of chooseDuties(reader, finding)) {
        if (isBefore(reported, since) || isBefore(day, since)) continue
        const key = `${stipulation.id} ${finding.assertion} ${said.claimantId}`
        if (seen.has(key)) continue
        seen.add(key)
        claims.push({
          stipulation: stipulation.id,
          assertion: finding.assertion,
          claimantId: said.claimantId,
          words: wordsOf(reader, finding, said.part),
          general: false,
          said: said.day ?? reported,
          reported,
          quotation: said.quotation,
          event: null,
          rule: finding.rule,
        })
      }
    }
  }
  return claims.sort((a, b) => a.words.start - b.words.start || b.words.end - a.words.end || compare(a, b))
}

/** Ids of the agreements of all dossiers that the document may be about. */
function agreementsNear({ cast }: ClaimSources): Set<string> {
  const near = cast.layers.dossiers.filter(dossier => !isElsewhere(cast, dossier))
  return new Set(near.flatMap(({ agreements }) => agreements.map(({ id }) => id)))
}

function compare(a: AnalysedClaim, b: AnalysedClaim): number {
  const x = `${a.stipulation} ${a.assertion}`
  const y = `${b.stipulation} ${b.assertion}`
  return x < y ? -1 : x > y ? 1 : 0
}

/** Whether a date of any precision lies wholly before a day. */
function isBefore(date: string | null, day: string): boolean {
  return date !== null && date.slice(0, day.length) < day.slice(0, date.length)
}

/** The first day named in a stretch, or null. */
function earliestDay(times: readonly AnalysedTime[], from: number, to: number): string | null {
  let earliest: string | null = null
  for (const { start, end, type, value } of times) {
    if (start < from || end > to || value === null || type !== 'date' || !isYear(value)) continue
    if (earliest === null || value < earliest) earliest = value.slice(0, 10)
  }
  return earliest
}

function isYear(value: string): boolean {
  const year = Number(value.slice(0, 4))
  return Number.isInteger(year) && year > 1000 && !value.slice(4).includes('W') && !value.slice(4).includes('S')
}

interface Saying {
  readonly claimantId: string | null
  readonly quotation: number | null
  readonly part: Span | null
  readonly day: string | null
}

/** Who says so: whom the sentence itself names, else the speaker of the innermost quotation around the words, else the document. */
function sayingOf({ cast, quotations, idOf }: ClaimSources, { at, speaker }: Finding): Saying {
  const { layers } = cast
  const offset = layers.tokens.start[at]
  let quotation: number | null = null
  let part: Span | null = null
  let size = Number.POSITIVE_INFINITY
  quotations.forEach(({ parts }, q) => {
    for (const one of parts) {
      if (offset < one.start || offset >= one.end || one.end - one.start >= size) continue
      quotation = q
      part = one
      size = one.end - one.start
    }
  })
  const quoted = quotation === null ? null : quotations[quotation]
  const own = speaker < 0 ? null : entityAt(cast, idOf, speaker)
  return { claimantId: own ?? quoted?.speakerId ?? null, quotation, part, day: quoted?.said ?? null }
}

function entityAt(cast: Cast, idOf: readonly (string | null)[], token: number): string | null {
  let found: string | null = null
  let size = Number.POSITIVE_INFINITY
  cast.mentions.forEach((mention, m) => {
    if (mention.from > token || mention.to <= token || cast.of[m] < 0) return
    const id = idOf[cast.of[m]]
    const isHead = mention.head === token ? 0 : 100
    if (id !== null && mention.to - mention.from + isHead < size) {
      found = id
      size = mention.to - mention.from + isHead
    }
  })
  return found
}

/** The clause, as far as it lies in the quotation. */
function wordsOf(reader: SentenceReader, { clause, at }: Finding, part: Span | null): Span {
  const { layers, clauses } = reader
  const first = clause.segments[0].from
  const last = clause.segments[clause.segments.length - 1].to
  const whole = clauses.scene.span(first, last) ?? spanOf(layers, { from: at, to: at + 1 })
  if (part === null) return whole
  return { start: Math.max(whole.start, part.start), end: Math.min(whole.end, part.end) }
}
