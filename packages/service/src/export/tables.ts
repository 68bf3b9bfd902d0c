/** The items as tables: the columns of `csv` and `xlsx`, each row with its id, its place in the text, the address and the hash of the text. */
import type { FoundClaim, FoundEvent, FoundQuotation } from '@parley/record'
import type { Reviewed } from '../review/changed-items.ts'
import { claimsOf, type ExportSource, eventsOf, quotationsOf } from './source.ts'

export type Cell = string | number | null

export interface Table {
  readonly name: string
  readonly columns: readonly string[]
  rows(source: ExportSource): AsyncGenerator<readonly Cell[]>
}

const DOCUMENT = ['document', 'name', 'title', 'publisher', 'url', 'published', 'language', 'sha256'] as const

type AnyRow = Reviewed<FoundQuotation> | Reviewed<FoundEvent> | Reviewed<FoundClaim>

function documentCells({ document, name, title, publisher, url, published, language, text }: AnyRow): Cell[] {
  return [document, name, title, publisher, url, published, language, text]
}

const names = (json: string): string => (JSON.parse(json) as { name: string }[]).map(({ name }) => name).join('; ')
const refs = (json: string): string =>
  (JSON.parse(json) as { ref: string | null }[]).map(({ ref }) => ref ?? '').join('; ')

export const QUOTATIONS: Table = {
  name: 'quotations',
  columns: [
    'id',
    'said',
    'speaker',
    'speaker_ref',
    'act',
    'kind',
    'quote',
    'reported',
    'start',
    'end',
    'rule',
    'review',
    ...DOCUMENT,
  ],
  async *rows(source) {
    for await (const row of quotationsOf(source)) {
      const { id, said, speaker, speaker_ref, act, kind, quote, reported, start, end, rule, review } = row
      yield [
        id,
        said,
        speaker,
        speaker_ref,
        act,
        kind,
        quote,
        reported,
        start,
        end,
        rule,
        review,
        ...documentCells(row),
      ]
    }
  },
}

export const EVENTS: Table = {
  name: 'events',
  columns: [
    ...['id', 'time', 'type', 'mode', 'status', 'background', 'actors', 'actor_refs', 'recipients', 'recipient_refs'],
    ...['place', 'place_ref', 'words', 'start', 'end', 'rule', 'review', ...DOCUMENT],
  ],
  async *rows(source) {
    for await (const row of eventsOf(source)) {
      const { id, time, type, mode, status, background, actors, recipients, place, place_ref, words, rule } = row
      const who = [names(actors), refs(actors), names(recipients), refs(recipients)]
      const about = [id, time, type, mode, status, background === 1 ? 'yes' : 'no', ...who, place, place_ref, words]
      yield [...about, row.start, row.end, rule, row.review, ...documentCells(row)]
    }
  },
}

export const CLAIMS: Table = {
  name: 'claims',
  columns: [
    ...['id', 'stipulation', 'assertion', 'claimant', 'claimant_ref', 'general', 'said', 'words', 'reported'],
    ...['start', 'end', 'rule', 'review', ...DOCUMENT],
  ],
  async *rows(source) {
    for await (const row of claimsOf(source)) {
      const { id, stipulation, assertion, claimant, claimant_ref, general, said, words, reported, start, end } = row
      const about = [id, stipulation, assertion, claimant, claimant_ref, general === 1 ? 'yes' : 'no', said, words]
      yield [...about, reported, start, end, row.rule, row.review, ...documentCells(row)]
    }
  },
}

export const TABLES = { quotations: QUOTATIONS, events: EVENTS, claims: CLAIMS } as const
export type TableName = keyof typeof TABLES
