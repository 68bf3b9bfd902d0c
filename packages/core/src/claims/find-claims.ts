/**
 * Claims: what a document asserts about stipulations, by whom, in which words. Only sentences with a word of a duty are read. Without
 * dossiers there are none.
 */
import { spanOf } from '../analyse.ts'
import type { AnalysedClaim, AnalysedEvent, AnalysedTime } from '../analysis.ts'
import type { Clauses } from '../clauses/clauses.ts'
import type { LanguagePack } from '../kit.ts'
import type { Span } from '../span.ts'
import { chooseDuties } from './choose-duties.ts'
import { isElsewhere } from './is-elsewhere.ts'
import { type AssertedDuty, readSentence } from './read-sentence.ts'
import { sayingOf, type Voices } from './sayings.ts'
import { anchorsOf, SentenceView } from './sentence-view.ts'
import { Sides } from './sides.ts'
import { type Duty, dutyIndexOf } from './stipulations.ts'
import { dutiesSwept, findSweep, readSweep } from './sweeps.ts'

export interface ClaimSources extends Voices {
  readonly clauses: Clauses
  readonly times: readonly AnalysedTime[]
  /** In the order of the analysis. */
  readonly events: readonly AnalysedEvent[]
}

/** Whether a language has come so far as to say how duties are spoken of. */
export function canReadClaims(pack: LanguagePack): boolean {
  return pack.hasTable('claims/words')
}

/** Sorted by first start. */
export function findClaims(sources: ClaimSources): AnalysedClaim[] {
  const { cast, clauses, times, events } = sources
  const { layers } = cast
  if (layers.dossiers.length === 0 || !canReadClaims(layers.pack)) return []
  const { sentences, tokens, document } = layers
  const index = dutyIndexOf(layers.pack, layers.dossiers)
  const reported = document.published?.slice(0, 10) ?? null
  const agreements = agreementsNear(sources)
  if (agreements.size === 0) return []
  const claims: AnalysedClaim[] = []
  let sides: Sides | null = null
  for (let s = 0; s < sentences.count; s++) {
    if (sentences.zone[sentences.paragraph[s]] === 'headline' || tokens.form[sentences.to[s] - 1].text === '?') continue
    const anchors = anchorsOf(layers, index, s)
    const sweep = findSweep(layers, s)
    if (anchors.length === 0 && sweep === null) continue
    sides ??= new Sides(layers, cast, index)
    const view = new SentenceView(layers, clauses, sides, index, s, anchors)
    const day = earliestDay(times, tokens.start[view.from], tokens.end[view.to - 1])
    const seen = new Set<string>()
    const add = (asserted: AssertedDuty, { stipulation, agreement, since }: Duty, general: boolean): void => {
      if (!agreements.has(agreement.id) || isBefore(reported, since) || isBefore(day, since)) return
      const saying = sayingOf(sources, view, asserted)
      const key = `${stipulation.id} ${asserted.assertion} ${saying.claimantId} ${general}`
      if (seen.has(key)) return
      seen.add(key)
      const words = wordsOf(view, asserted, saying.part)
      claims.push({
        stipulation: stipulation.id,
        assertion: asserted.assertion,
        claimantId: saying.claimantId,
        words,
        general,
        said: saying.said ?? reported,
        reported,
        quotation: saying.quotation,
        event: eventBehind(events, tokens.start[asserted.at], words),
        rule: asserted.rule,
      })
    }
    const chosen = readSentence(view)
      .filter(({ isPact }) => !isPact || !tellsAgreement(view, s))
      .map(asserted => ({ asserted, duties: chooseDuties(view, asserted) }))
      .filter(({ duties }) => duties.length > 0)
    for (const { asserted, duties } of chosen) {
      // Of what one word says of several kinds that which names its matter stands.
      const isLesser =
        asserted.refs.length === 0 &&
        chosen.some(
          ({ asserted: other }) => other.at === asserted.at && other.duty !== asserted.duty && other.refs.length > 0,
        )
      if (!isLesser) for (const duty of duties) add(asserted, duty, false)
    }
    const swept = sweep === null ? null : readSweep(view, sweep)
    if (sweep !== null && swept !== null) for (const duty of dutiesSwept(view, sweep)) add(swept, duty, true)
  }
  return claims.sort((a, b) => a.words.start - b.words.start || b.words.end - a.words.end || compare(a, b))
}

/** Ids of the agreements of all dossiers that the document may be about. */
function agreementsNear({ cast }: ClaimSources): Set<string> {
  const near = cast.layers.dossiers.filter(dossier => !isElsewhere(cast, dossier))
  return new Set(near.flatMap(({ agreements }) => agreements.map(({ id }) => id)))
}

/** «достигли соглашения. Стороны договорились прекратить огонь»: in the same paragraph the agreement itself is named here or right before. */
function tellsAgreement({ layers, tables, to }: SentenceView, sentence: number): boolean {
  const { sentences, tokens } = layers
  const before =
    sentence > 0 && sentences.paragraph[sentence - 1] === sentences.paragraph[sentence] ? sentence - 1 : sentence
  for (let token = sentences.from[before]; token < to; token++)
    if (tables.silences.match(tokens.form, token, to)?.row === 'agreement') return true
  return false
}

function compare(a: AnalysedClaim, b: AnalysedClaim): number {
  const x = `${a.stipulation} ${a.assertion}`
  const y = `${b.stipulation} ${b.assertion}`
  return x < y ? -1 : x > y ? 1 : 0
}

/** The event that a claim is made by: the one that its word tells of, else the only one that its words hold; or null. */
function eventBehind(events: readonly AnalysedEvent[], at: number, words: Span): number | null {
  let held: number | null = null
  let count = 0
  for (let e = firstFrom(events, words.start); e < events.length && events[e].trigger.start < words.end; e++) {
    const { trigger } = events[e]
    if (trigger.start <= at && at < trigger.end) return e
    if (trigger.end > words.end) continue
    held = e
    count++
  }
  return count === 1 ? held : null
}

/** The first event whose trigger begins at an offset or after it. */
function firstFrom(events: readonly AnalysedEvent[], offset: number): number {
  let low = 0
  let high = events.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (events[middle].trigger.start < offset) low = middle + 1
    else high = middle
  }
  return low
}

/** Whether a date of any precision lies wholly before a day. */
function isBefore(date: string | null, day: string): boolean {
  return date !== null && date.slice(0, day.length) < day.slice(0, date.length)
}

/** The earliest calendar date in a stretch, or null. */
function earliestDay(times: readonly AnalysedTime[], from: number, to: number): string | null {
  let earliest: string | null = null
  for (const { start, end, type, value } of times) {
    if (start < from || end > to || value === null || type !== 'date' || !isCalendar(value)) continue
    if (earliest === null || value < earliest) earliest = value.slice(0, 10)
  }
  return earliest
}

/** `2020`, `2020-11`, `2020-11-10`; not a week, a season or a reference. */
function isCalendar(value: string): boolean {
  for (let i = 0; i < value.length && i < 10; i++) {
    const code = value.charCodeAt(i)
    if (i === 4 || i === 7 ? code !== 0x2d : code < 0x30 || code > 0x39) return false
  }
  return value.length >= 4
}

/** The clause, as far as it lies in the quotation. */
function wordsOf({ layers, clauses }: SentenceView, { clause, at }: AssertedDuty, part: Span | null): Span {
  const { segments } = clause
  const whole = clauses.scene.span(segments[0].from, segments[segments.length - 1].to)
  const word = spanOf(layers, { from: at, to: at + 1 })
  if (whole === null || part === null) return whole ?? word
  const start = Math.max(whole.start, part.start)
  const end = Math.min(whole.end, part.end)
  return start < end ? { start, end } : word
}
