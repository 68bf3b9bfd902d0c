/**
 * What documents report as happening and as said, in order of when it happened. Pure; plain data. Two dates are kept apart: when
 * a thing happened, as far as the words tell, and when it was reported.
 */
import type { AnalysedEvent, AnalysedQuotation, Analysis, Entity } from '../analysis.ts'
import type { Span } from '../span.ts'
import { type ClaimEvidence, evidenceAt } from '../status/matrix-claims.ts'
import { type DayRange, dayRange } from '../times/day-range.ts'

/** Somebody or something as one document names it. */
export interface TimelineName {
  readonly name: string
  /** Id in a dossier, or null. */
  readonly ref: string | null
}

interface TimelineCommon {
  /** When it happened or was said, as resolved; null: the words do not tell. */
  readonly time: string | null
  /** The days that may be; both null where `time` does not say. Items are in order of `first`. */
  readonly first: string | null
  readonly last: string | null
  /** Day of publication, or null. */
  readonly reported: string | null
  /** Who and what is named in its words, without those who say or do it. */
  readonly about: readonly TimelineName[]
  /** Stipulations that claims made by it are about. */
  readonly stipulations: readonly string[]
  readonly rule: string
}

export interface TimelineEvent extends TimelineCommon {
  readonly kind: 'event'
  readonly type: string
  readonly mode: string | null
  readonly status: AnalysedEvent['status']
  /** Retold, older than the news. */
  readonly background: boolean
  readonly actors: readonly TimelineName[]
  readonly recipients: readonly TimelineName[]
  readonly place: TimelineName | null
  /** Whose words tell it; null: the document's own. */
  readonly toldBy: TimelineName | null
  /** The word that says so. */
  readonly evidence: readonly ClaimEvidence[]
}

export interface TimelineStatement extends TimelineCommon {
  readonly kind: 'statement'
  readonly form: AnalysedQuotation['kind']
  readonly act: string | null
  readonly speaker: TimelineName | null
  /** One for each part of the quotation. */
  readonly evidence: readonly ClaimEvidence[]
}

export type TimelineItem = TimelineEvent | TimelineStatement

/** All of one document, in the order of its text. */
export function timelineItems(analysis: Analysis): TimelineItem[] {
  const scene = new Scene(analysis)
  const events = analysis.events.map((event, index) => scene.event(event, index))
  const statements = analysis.quotations.map((quotation, index) => scene.statement(quotation, index))
  return [...events, ...statements].sort((a, b) => a.evidence[0].start - b.evidence[0].start)
}

/** By first day, the undated last; what happened before what was said of it; then by document and place in it. */
export function sortTimeline(items: readonly TimelineItem[]): TimelineItem[] {
  return [...items].sort(
    (a, b) =>
      compare(a.first ?? '9999-99', b.first ?? '9999-99') ||
      compare(a.last ?? '', b.last ?? '') ||
      compare(a.kind, b.kind) ||
      compare(a.evidence[0].document, b.evidence[0].document) ||
      compare(a.evidence[0].sha256, b.evidence[0].sha256) ||
      a.evidence[0].start - b.evidence[0].start,
  )
}

export interface TimelineFilter {
  /** Days, both included: what may have happened within stays; the undated stays only where neither is given. */
  readonly from?: string | null
  readonly until?: string | null
  /** Who speaks or acts: id in a dossier, or part of a name. */
  readonly by?: string | null
  /** Who or what it is about: id in a dossier, part of a name, or a stipulation, its point or its agreement. */
  readonly about?: string | null
}

export function isOnTimeline(item: TimelineItem, filter: TimelineFilter): boolean {
  const { from = null, until = null, by = null, about = null } = filter
  if (from !== null && (item.last === null || item.last < from)) return false
  if (until !== null && (item.first === null || item.first > until)) return false
  if (by !== null && !doers(item).some(name => isCalled(name, by))) return false
  if (about === null) return true
  const named = item.kind === 'event' ? [...item.about, ...item.recipients, item.place] : item.about
  return named.some(name => name !== null && isCalled(name, about)) || item.stipulations.some(id => isWithin(id, about))
}

/** Those who speak or act. Several who meet each count. */
export function doers(item: TimelineItem): readonly TimelineName[] {
  if (item.kind === 'event') return item.actors
  return item.speaker === null ? [] : [item.speaker]
}

/** The id itself, or a part of the name in any case of letters. */
export function isCalled({ name, ref }: TimelineName, words: string): boolean {
  return ref === words || fold(name).includes(fold(words))
}

/** Whether a stipulation is the one asked for, or of the point or agreement asked for: `a/6a` of `a/6a`, `6a`, `a/6`, `a`. */
export function isWithin(stipulation: string, asked: string): boolean {
  if (stipulation === asked || stipulation.startsWith(`${asked}/`) || stipulation.endsWith(`/${asked}`)) return true
  return asked.includes('/') && /^[a-z]+$/.test(stipulation.slice(asked.length)) && stipulation.startsWith(asked)
}

function fold(words: string): string {
  return words.toLowerCase().replaceAll('ё', 'е')
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

class Scene {
  readonly #analysis: Analysis
  readonly #entities: ReadonlyMap<string, Entity>
  /** Every mention with its entity, by start. */
  readonly #mentions: readonly { readonly span: Span; readonly entity: Entity }[]

  constructor(analysis: Analysis) {
    this.#analysis = analysis
    this.#entities = new Map(analysis.entities.map(entity => [entity.id, entity]))
    this.#mentions = analysis.entities
      .flatMap(entity => entity.mentions.map(span => ({ span, entity })))
      .sort((a, b) => a.span.start - b.span.start)
  }

  event(event: AnalysedEvent, index: number): TimelineEvent {
    const { type, mode, status, background, time, rule, quotation, trigger } = event
    const speakerId = quotation === null ? null : this.#analysis.quotations[quotation].speakerId
    const { published } = this.#analysis.document
    return {
      kind: 'event',
      time,
      ...daysOf(time),
      reported: published?.slice(0, 10) ?? null,
      type,
      mode,
      status,
      background,
      actors: event.actors.map(id => this.#name(id)),
      recipients: event.recipients.map(id => this.#name(id)),
      place: event.place === null ? null : this.#name(event.place),
      toldBy: speakerId === null ? null : this.#name(speakerId),
      about: [],
      stipulations: this.#stipulations(claim => claim.event === index),
      evidence: [evidenceAt(this.#analysis, trigger.start, trigger.end)],
      rule,
    }
  }

  statement(quotation: AnalysedQuotation, index: number): TimelineStatement {
    const { kind, act, said, reported, speakerId, speaker, parts, rule } = quotation
    const words = speaker === null ? null : this.#analysis.text.slice(speaker.start, speaker.end)
    const named = speakerId !== null ? this.#name(speakerId) : words === null ? null : { name: words, ref: null }
    return {
      kind: 'statement',
      time: said,
      ...daysOf(said),
      reported,
      form: kind,
      act,
      speaker: named,
      about: this.#namedIn(parts, speakerId),
      stipulations: this.#stipulations(claim => claim.quotation === index),
      evidence: parts.map(({ start, end }) => evidenceAt(this.#analysis, start, end)),
      rule,
    }
  }

  #name(id: string): TimelineName {
    const entity = this.#entities.get(id)
    if (entity === undefined) throw new RangeError(`'${id}' is no entity of ${this.#analysis.document.id}`)
    return { name: entity.name, ref: entity.ref }
  }

  #namedIn(parts: readonly Span[], without: string | null): TimelineName[] {
    const found = new Set<Entity>()
    for (const { start, end } of parts) {
      for (let at = this.#firstFrom(start); at < this.#mentions.length && this.#mentions[at].span.start < end; at++) {
        const { span, entity } = this.#mentions[at]
        if (span.end <= end && entity.id !== without) found.add(entity)
      }
    }
    return [...found].map(({ name, ref }) => ({ name, ref }))
  }

  #firstFrom(offset: number): number {
    let low = 0
    let high = this.#mentions.length
    while (low < high) {
      const middle = (low + high) >> 1
      if (this.#mentions[middle].span.start < offset) low = middle + 1
      else high = middle
    }
    return low
  }

  #stipulations(has: (claim: Analysis['claims'][number]) => boolean): string[] {
    return [...new Set(this.#analysis.claims.filter(has).map(claim => claim.stipulation))].sort()
  }
}

function daysOf(time: string | null): DayRange | { readonly first: null; readonly last: null } {
  return (time === null ? null : dayRange(time)) ?? { first: null, last: null }
}
