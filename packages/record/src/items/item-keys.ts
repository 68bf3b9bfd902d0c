/**
 * What a decision is about, in words that outlive a re-analysis: the document, the kind of item and its place in the text. A newer reader that finds
 * the same words finds the decision with them.
 */
import type { Span } from '@parley/core'
import type { QuotationTable } from '../store/tables.ts'

export type ItemKind = 'quotation' | 'event' | 'claim'

export interface ItemKey {
  /** Id of the document. */
  readonly document: string
  readonly kind: ItemKind
  readonly spans: readonly Span[]
  /** What else tells it from another item of its kind at its place: type of an event, stipulation of a claim; '' for a quotation. */
  readonly what: string
}

/** `<document>/quotation/10-20,30-40`, `<document>/event/5-9/CONSULT`, `<document>/claim/5-40/karabakh-2020/6a`. */
export function itemKey({ document, kind, spans, what }: ItemKey): string {
  const place = spans.map(({ start, end }) => `${start}-${end}`).join(',')
  return `${document}/${kind}/${place}${what === '' ? '' : `/${what}`}`
}

export function quotationKey(row: Pick<QuotationTable, 'parts'> & { readonly document: string }): string {
  const parts = JSON.parse(row.parts) as [number, number][]
  const spans = parts.map(([start, end]) => ({ start, end }))
  return itemKey({ document: row.document, kind: 'quotation', spans, what: '' })
}

export function eventKey(row: Span & { readonly document: string; readonly type: string }): string {
  return itemKey({ document: row.document, kind: 'event', spans: [row], what: row.type })
}

export function claimKey(row: Span & { readonly document: string; readonly stipulation: string }): string {
  return itemKey({ document: row.document, kind: 'claim', spans: [row], what: row.stipulation })
}

const KEY = /^([0-9a-f]{32})\/(quotation|event|claim)\/(\d+-\d+(?:,\d+-\d+)*)(?:\/(.+))?$/

/** null for what is no key of an item. */
export function parseItemKey(key: string): ItemKey | null {
  const match = KEY.exec(key)
  if (match === null) return null
  const [, document, kind, places, what = ''] = match
  return { document, kind: kind as ItemKind, spans: parseSpans(places)!, what }
}

/** `10-20,30-40`; null for anything else. */
export function parseSpans(places: string): Span[] | null {
  if (!/^\d+-\d+(?:,\d+-\d+)*$/.test(places)) return null
  return places.split(',').map(place => {
    const [start, end] = place.split('-').map(Number)
    return { start, end }
  })
}

/** Somebody as reports name them: the id in the dossier or, without one, the name; in the whole record, or (`document`) in one report. */
export interface WhoKey {
  readonly who: string
  readonly document: string | null
}

/** `who/person-0012`, `who/Лев Сорокин`, `<document>/who/Лев Сорокин`; null for anything else. */
export function parseWhoKey(key: string): WhoKey | null {
  const match = /^(?:([0-9a-f]{32})\/)?who\/(.+)$/s.exec(key)
  return match === null ? null : { who: match[2], document: match[1] ?? null }
}
