/**
 * How many statements each value of each facet would leave, with what is chosen of the other facets. Counted among the newest hits, at most `MOST_HITS`: where
 * there are more, a count is the least there is, and is said to be.
 */
import { claimantBehind, type Kit } from '@parley/core'
import { type ItemFilter, type OpenRecord, type QuotationValues, speakerOf } from '@parley/record'
import { type Checked, checkedQuotations, withChecked } from '../review/checked.ts'
import { countRejectedQuotations, type ReviewChoice, sampleReviewedQuotations } from '../review/list-reviewed.ts'
import { MOST_HITS } from './newest-hits.ts'
import { othersFirst } from './others-first.ts'
import { type Asked, type Chosen, FACETS, type Facet, toChosenFilter } from './search.ts'
import { searchUnchanged } from './while-unchanged.ts'

/** Values told of one facet; those that are chosen always are. */
const VALUES = 40

export interface FacetValue {
  readonly value: string
  /** As documents name a speaker; null where the value is its own name. */
  readonly label: string | null
  readonly count: number
}

export interface FacetCounts {
  readonly facet: Facet
  /** The most frequent first. */
  readonly values: readonly FacetValue[]
  /** Values that are not told. */
  readonly others: number
  /** Counts are all there are; else the least. */
  readonly isWhole: boolean
}

export interface Counted {
  /** Statements that answer. */
  readonly total: number
  readonly isWhole: boolean
  readonly facets: readonly FacetCounts[]
}

/** `refs`: as `toChosenFilter` takes them. */
export async function countFacets(
  record: OpenRecord,
  kit: Kit,
  asked: Asked,
  chosen: Chosen,
  refs: readonly string[] = [],
): Promise<Counted> {
  const isPicked = (facet: Facet) => (chosen[facet] ?? []).length > 0
  const filterOf = (of: Chosen) => toChosenFilter(asked, of, kit, refs)
  const count = async (facets: readonly Facet[], of: Chosen) =>
    countsKept(record, kit, facets, await withChecked(record, filterOf(of), of.checked ?? []))
  const open = await count(
    FACETS.filter(facet => !isPicked(facet)),
    chosen,
  )
  const facets: FacetCounts[] = []
  for (const facet of FACETS) {
    const { counts, isWhole } = isPicked(facet) ? await count([facet], { ...chosen, [facet]: [] }) : open
    const seen = facet === 'checked' ? await withRejected(counts.get(facet)!, chosen) : counts.get(facet)!
    facets.push({ facet, ...told(seen, chosen[facet] ?? []), isWhole })
  }
  return { total: open.total, isWhole: open.isWhole, facets }

  /** What was rejected is in no list that does not ask for it, and so not among what was looked at. */
  async function withRejected(seen: ReadonlyMap<string, Seen>, of: Chosen): Promise<ReadonlyMap<string, Seen>> {
    const rejected = await countRejectedQuotations(record, filterOf(of))
    return rejected === 0 ? seen : new Map([...seen, ['rejected', { count: rejected, label: null }]])
  }
}

interface Counts {
  /** Statements that were looked at. */
  readonly total: number
  readonly isWhole: boolean
  readonly counts: ReadonlyMap<Facet, ReadonlyMap<string, Seen>>
}

interface Seen {
  count: number
  label: string | null
}

/** Kept until the record changes: what is typed is typed again, and a facet's own choices leave its counts as they are. */
function countsKept(
  record: OpenRecord,
  kit: Kit,
  facets: readonly Facet[],
  filter: ItemFilter & ReviewChoice,
): Promise<Counts> {
  const { version, languages, dossier } = kit
  return searchUnchanged(record, JSON.stringify([version, languages, dossier, facets, filter]), async () => {
    // Whoever waits for the hits themselves goes before the counts beside them.
    await othersFirst()
    const rows = await sampleReviewedQuotations(record, filter, MOST_HITS + 1)
    const counted = rows.slice(0, MOST_HITS)
    const checked = await checkedQuotations(record)
    return {
      total: counted.length,
      isWhole: rows.length <= MOST_HITS,
      counts: new Map(facets.map(facet => [facet, valuesIn(kit, facet, counted, checked)])),
    }
  })
}

function valuesIn(
  kit: Kit,
  facet: Facet,
  rows: readonly QuotationValues[],
  checked: ReadonlyMap<number, Checked>,
): ReadonlyMap<string, Seen> {
  const seen = new Map<string, Seen>()
  const see = (value: string | null, label: string | null = null): void => {
    if (value === null) return
    const before = seen.get(value)
    if (before === undefined) seen.set(value, { count: 1, label })
    else {
      before.count++
      // The fullest of the names that documents give.
      if (label !== null && label.length > (before.label?.length ?? 0)) before.label = label
    }
  }
  for (const row of rows) {
    if (facet === 'stipulation') for (const stipulation of pointsIn(row)) see(stipulation)
    else if (facet === 'side') see(sideOf(kit, row))
    else if (facet === 'speaker') see(speakerOf(row), row.speaker)
    else if (facet === 'year') see(row.said?.slice(0, 4) ?? null)
    else if (facet === 'checked') see(checked.get(row.n) ?? 'unchecked')
    else see(row[facet])
  }
  return seen
}

/** Each once. */
function pointsIn({ stipulations }: QuotationValues): Iterable<string> {
  return stipulations === null ? [] : new Set(stipulations.split(' '))
}

/** The voice of the speaker by an office held that day, or of a party or body itself, in the first dossier that knows one; null: none. */
export function sideOf({ dossiers }: Kit, row: Pick<QuotationValues, 'speaker' | 'speaker_ref' | 'said' | 'reported'>) {
  if (row.speaker_ref === null || row.speaker === null) return null
  const claimant = { name: row.speaker, ref: row.speaker_ref }
  const from = { publisher: null, said: row.said, reported: row.reported }
  for (const dossier of dossiers) {
    const { voice } = claimantBehind(dossier, claimant, from)
    if (voice !== null) return voice
  }
  return null
}

function told(seen: ReadonlyMap<string, Seen>, picked: readonly string[]): Pick<FacetCounts, 'values' | 'others'> {
  const all = [...seen]
    .map(([value, { count, label }]): FacetValue => ({ value, label, count }))
    .sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1))
  const values = all.filter(({ value }, i) => i < VALUES || picked.includes(value))
  const absent = picked.filter(value => !seen.has(value)).map(value => ({ value, label: null, count: 0 }))
  return { values: [...values, ...absent], others: all.length - values.length }
}
