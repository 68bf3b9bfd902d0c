/** Where and when an event is told to happen, whether as news or as history, and in whose words. */
import type { AnalysedTime } from '../analysis.ts'
import type { Clauses } from '../clauses/clauses.ts'
import type { Predicate } from '../clauses/predicate.ts'
import type { LanguagePack } from '../kit.ts'
import type { Layers } from '../layers.ts'
import type { TokenRange } from '../span.ts'
import { PhraseTable } from '../words/phrases.ts'
import type { Frame } from './event-patterns.ts'
import { fillersOf } from './fill-roles.ts'
import { keyOf } from './merge-events.ts'
import type { Participant, Participants } from './participants.ts'

/** The place that the frame's own words name, else the first named with a preposition of place beside the event; not one who takes part. */
export function placeOf(
  participants: Participants,
  clauses: Clauses,
  frame: Frame,
  predicate: Predicate,
  all: readonly Participant[],
): Participant | null {
  const isFree = (found: Participant | null): found is Participant =>
    found !== null && all.every(one => keyOf(one) !== keyOf(found))
  for (const place of frame.place) {
    for (const filler of fillersOf(clauses, predicate, place)) {
      const found = 'argument' in filler ? participants.placeOf(filler.argument.phrase) : null
      if (isFree(found)) return found
    }
  }
  const prepositions = clauses.layers.pack.derive(compilePlacePrepositions)
  for (const held of [predicate, predicate.governor]) {
    for (const { phrase, preposition } of held?.governed ?? []) {
      if (!prepositions.has(preposition)) continue
      const found = participants.placeOf(phrase)
      if (isFree(found)) return found
    }
  }
  return null
}

function compilePlacePrepositions(pack: LanguagePack): ReadonlySet<string> {
  const rows = pack.table('prepositions').filter(row => row.place === 'yes')
  return new Set(rows.map(row => row.lemma.replaceAll('ё', 'е')))
}

export function compileBackgroundWords(pack: LanguagePack): PhraseTable<true> {
  const table = new PhraseTable<true>(pack.keys)
  for (const row of pack.table('background')) table.add(row.wording, true)
  return table
}

/** Days after which a dated event is history in a report. */
const HISTORY = 60

export class Timeline {
  readonly #layers: Layers
  readonly #times: readonly AnalysedTime[]
  readonly #published: number | null

  constructor(layers: Layers, times: readonly AnalysedTime[]) {
    this.#layers = layers
    this.#times = times
    this.#published = layers.document.published === null ? null : dayOf(layers.document.published)
  }

  /** The date in the event's sentence that is nearest to it, and whether the event is told as history. */
  of(predicate: Predicate, trigger: TokenRange): { value: string | null; background: boolean } {
    const { tokens, sentences } = this.#layers
    const sentence = sentences.of[predicate.head]
    const from = tokens.start[sentences.from[sentence]]
    const to = tokens.end[sentences.to[sentence] - 1]
    const at = tokens.start[trigger.from]
    let best: AnalysedTime | null = null
    for (let i = this.#firstAfter(from); i < this.#times.length && this.#times[i].start < to; i++) {
      const time = this.#times[i]
      if (time.value === null || (time.type !== 'date' && time.type !== 'time')) continue
      if (best === null || Math.abs(time.start - at) < Math.abs(best.start - at)) best = time
    }
    const value = best === null ? null : this.#dateOf(best.value ?? '')
    return { value, background: this.#isHistory(value, sentence) }
  }

  #isHistory(value: string | null, sentence: number): boolean {
    const { tokens, sentences, pack } = this.#layers
    const words = pack.derive(compileBackgroundWords)
    const limit = Math.min(sentences.to[sentence], sentences.from[sentence] + 8)
    for (let token = sentences.from[sentence]; token < limit; token++)
      if (words.match(tokens.form, token, limit) !== null) return true
    if (value === null) return false
    if (value === 'PAST_REF') return false
    const day = dayOf(value)
    return day !== null && this.#published !== null && this.#published - day > HISTORY
  }

  /** «сейчас» is the day of the report; «недавно», «скоро» are no date. */
  #dateOf(value: string): string | null {
    if (!value.endsWith('_REF')) return cutToDay(value)
    return value === 'PRESENT_REF' ? (this.#layers.document.published?.slice(0, 10) ?? null) : null
  }

  #firstAfter(offset: number): number {
    let low = 0
    let high = this.#times.length
    while (low < high) {
      const middle = (low + high) >> 1
      if (this.#times[middle].start < offset) low = middle + 1
      else high = middle
    }
    return low
  }
}

/** `2020-11-10T14:00` -> `2020-11-10`. */
function cutToDay(value: string): string {
  const at = value.indexOf('T')
  return at === 10 ? value.slice(0, 10) : value
}

/** Days since a fixed day, roughly (a month counts 30.44): enough to tell weeks from years. A year alone counts from its last day. null: no date. */
function dayOf(value: string): number | null {
  const found = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?/.exec(value)
  if (found === null) return null
  const year = Number(found[1])
  const month = found[2] === undefined ? 12 : Number(found[2])
  const day = found[3] === undefined ? 28 : Number(found[3])
  return year * 365.25 + month * 30.44 + day
}
