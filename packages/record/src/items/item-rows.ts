/**
 * One analysis -> the rows it becomes: items, passages, the words by which they are found, the signature by which its near duplicates are. Pure,
 * so it runs in any thread, and `verify` runs it again to check what is stored.
 */
import { type AnalysedQuotation, type Analysis, type Entity, foldWord, type Span, type TextWords } from '@parley/core'

import type { ClaimTable, EventTable, PassageTable, QuotationTable } from '../store/tables.ts'

/** A row without the numbers that only the database knows. */
export type Row<T> = Omit<T, 'n' | 'document'>

export interface Indexed<T> {
  readonly row: Row<T>
  /** Lemmas and facets, parted by spaces. */
  readonly words: string
}

export interface Items {
  readonly quotations: readonly Row<QuotationTable>[]
  readonly events: readonly Row<EventTable>[]
  readonly claims: readonly Row<ClaimTable>[]
}

/** What stands between the parts of an interrupted quotation. */
export const PART_GAP = ' … '

/** PostgreSQL keeps 256 places of one word and so do we: a longer quotation is found by its first words. */
const WORDS_INDEXED = 250
/** Paragraphs are joined up to this many words. */
const PASSAGE_WORDS = 200

export function itemsOf(analysis: Analysis): Items {
  const { text } = analysis
  const byId = new Map(analysis.entities.map(entity => [entity.id, entity]))
  const known = (id: string | null): Entity | null => (id === null ? null : (byId.get(id) ?? null))
  const people = (ids: readonly string[]): string =>
    JSON.stringify(ids.map(id => ({ name: known(id)?.name ?? id, ref: known(id)?.ref ?? null })))
  return {
    quotations: analysis.quotations.map((quotation, position) => {
      const speaker = known(quotation.speakerId)
      const { parts, kind, act, said, reported, rule } = quotation
      return {
        position,
        start: parts[0].start,
        end: parts[parts.length - 1].end,
        kind,
        act,
        parts: JSON.stringify(parts.map(({ start, end }) => [start, end])),
        quote: parts.map(({ start, end }) => text.slice(start, end)).join(PART_GAP),
        speaker: speaker?.name ?? null,
        speaker_ref: speaker?.ref ?? null,
        said,
        reported,
        rule,
      }
    }),
    events: analysis.events.map((event, position) => {
      const place = known(event.place)
      return {
        position,
        start: event.trigger.start,
        end: event.trigger.end,
        type: event.type,
        mode: event.mode,
        words: text.slice(event.trigger.start, event.trigger.end),
        actors: people(event.actors),
        recipients: people(event.recipients),
        place: place?.name ?? null,
        place_ref: place?.ref ?? null,
        time: event.time,
        status: event.status,
        background: Number(event.background),
        rule: event.rule,
      }
    }),
    claims: analysis.claims.map((claim, position) => {
      const claimant = known(claim.claimantId)
      return {
        position,
        start: claim.words.start,
        end: claim.words.end,
        stipulation: claim.stipulation,
        assertion: claim.assertion,
        claimant: claimant?.name ?? null,
        claimant_ref: claimant?.ref ?? null,
        claimant_for: claimant?.speaksFor ?? null,
        words: text.slice(claim.words.start, claim.words.end),
        general: Number(claim.general),
        said: claim.said,
        reported: claim.reported,
        quotation: claim.quotation,
        event: claim.event,
        rule: claim.rule,
      }
    }),
  }
}

/** A word that says something about the item rather than stands in it: `by§вучич`, `act§deny`. Never met in a text, for `§` is no letter. */
export function facet(kind: 'by' | 'about' | 'act' | 'kind', value: string): string {
  const folded = foldWord(value)
  return folded === '' ? '' : `${kind}§${folded}`
}

/** The same for an entity's ref, one for each dossier it stands in: `karabakh-2020#person-0001 minsk-2015#person-0001`. */
export function refFacets(kind: 'by' | 'about', ref: string | null): string[] {
  return (ref?.split(' ') ?? []).map(one => facet(kind, one.slice(one.indexOf('#') + 1)))
}

/** The words of each quotation, in the order of the analysis. */
export function quotationWords(analysis: Analysis, words: TextWords): string[] {
  const byId = new Map(analysis.entities.map(entity => [entity.id, entity]))
  const mentions = mentionsByStart(analysis)
  return analysis.quotations.map((quotation, q) => {
    const lemmas: string[] = []
    for (const part of quotation.parts) collect(words, part, lemmas)
    const facets = new Set<string>([facet('kind', quotation.kind)])
    if (quotation.act !== null) facets.add(facet('act', quotation.act))
    const speaker = quotation.speakerId === null ? undefined : byId.get(quotation.speakerId)
    if (speaker !== undefined) addNames(facets, 'by', speaker)
    for (const entity of entitiesIn(mentions, quotation)) addNames(facets, 'about', entity)
    for (const claim of analysis.claims) if (claim.quotation === q) facets.add(facet('about', claim.stipulation))
    return joined(lemmas.slice(0, WORDS_INDEXED), facets)
  })
}

function addNames(facets: Set<string>, kind: 'by' | 'about', { name, aliases, ref }: Entity): void {
  for (const word of [name, ...aliases].join(' ').split(' ')) facets.add(facet(kind, word))
  for (const one of refFacets(kind, ref)) facets.add(one)
}

function joined(lemmas: readonly string[], facets: Iterable<string>): string {
  return [...lemmas, ...[...facets].filter(word => word !== '')].join(' ')
}

interface MentionAt {
  readonly start: number
  readonly end: number
  readonly entity: Entity
}

function mentionsByStart(analysis: Analysis): MentionAt[] {
  const all = analysis.entities.flatMap(entity => entity.mentions.map(({ start, end }) => ({ start, end, entity })))
  return all.sort((a, b) => a.start - b.start)
}

function* entitiesIn(mentions: readonly MentionAt[], { parts }: AnalysedQuotation): Generator<Entity> {
  for (const part of parts) {
    for (let i = firstAt(mentions.length, at => mentions[at].start >= part.start); i < mentions.length; i++) {
      if (mentions[i].start >= part.end) break
      if (mentions[i].end <= part.end) yield mentions[i].entity
    }
  }
}

/** Words that begin inside a span. */
function collect(words: TextWords, span: Span, into: string[]): void {
  for (let i = firstAt(words.start.length, at => words.start[at] >= span.start); i < words.start.length; i++) {
    if (words.start[i] >= span.end) break
    into.push(words.lemma[i])
  }
}

/** The least index below `count` for which `isReached` holds, or `count`. */
function firstAt(count: number, isReached: (index: number) => boolean): number {
  let low = 0
  let high = count
  while (low < high) {
    const middle = (low + high) >> 1
    if (isReached(middle)) high = middle
    else low = middle + 1
  }
  return low
}

/** The text in stretches of whole paragraphs; a paragraph too long for one is cut between words. */
export function passagesOf(analysis: Analysis, words: TextWords): Indexed<PassageTable>[] {
  const passages: Indexed<PassageTable>[] = []
  const mentions = mentionsByStart(analysis).filter(({ entity }) => entity.ref !== null)
  const { start, paragraph, lemma } = words
  const close = (from: number, to: number): void => {
    const span = { start: start[from], end: to < start.length ? start[to] : analysis.text.length }
    const facets = new Set<string>()
    for (let i = firstAt(mentions.length, at => mentions[at].start >= span.start); i < mentions.length; i++) {
      if (mentions[i].start >= span.end) break
      facets.add(facet('about', mentions[i].entity.ref!))
    }
    passages.push({ row: span, words: joined(lemma.slice(from, to), facets) })
  }
  let from = 0
  let lastBreak = 0
  for (let at = 1; at <= start.length; at++) {
    const isEnd = at === start.length
    if (!isEnd && paragraph[at] !== paragraph[at - 1]) lastBreak = at
    if (isEnd) close(from, at)
    else if (at - from >= PASSAGE_WORDS) {
      const cut = lastBreak > from ? lastBreak : at
      close(from, cut)
      from = cut
    }
  }
  return passages
}
