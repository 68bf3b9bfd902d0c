/**
 * Quotations by how well they answer a question. The engines' own ranks (bm25 of FTS5, ts_rank of PostgreSQL) differ from each other and, counting how rare
 * a word is in the record, change with whatever else is taken in; so the measure is ours, the same on both and whole-numbered: BM25's shape (Robertson and
 * Zaragoza, "The Probabilistic Relevance Framework", 2009; k1 = 1.2, b = 0.75) over all sought words together, with a fixed length of an average quotation. How rare each
 * word is, is left out: every hit holds all of them.
 */

import type { OpenRecord } from '../store/record.ts'
import { countWords, type Hit, newestHits } from './find-quotations.ts'
import type { ItemFilter, Page } from './item-filter.ts'
import { type Cursor, isBehindPlace } from './list-order.ts'
import { type FoundQuotation, listQuotations, placeOfQuotation } from './list-quotations.ts'
import type { Question } from './word-question.ts'

/** Hits that are weighed against each other: the newest so many. */
export const MOST_RANKED = 2000

/** Characters. */
const AVERAGE_LENGTH = 150

/** From 0 (none of the words) to 2200, higher is better. `times`: how often sought words stand in it; `length`: its characters. */
export function relevanceOf(times: number, length: number): number {
  return Math.floor((2_200_000 * times) / (1000 * times + 300 + Math.floor((900 * length) / AVERAGE_LENGTH)))
}

/** The words of a question that stand in texts, as the index has them; facets are none. */
export function soughtWords({ all, phrases }: Question): string[] {
  const words = [...all, ...phrases.flat()].flat()
  return [...new Set(words.filter(word => !word.includes('§')))].sort()
}

/** Best first, equals newest first, among the newest `MOST_RANKED` hits; as `listQuotations` where no words are sought. */
export async function rankQuotations(
  record: OpenRecord,
  filter: ItemFilter,
  limit: number,
  after: Cursor | null = null,
): Promise<Page<FoundQuotation>> {
  const words = filter.question === undefined ? [] : soughtWords(filter.question)
  if (words.length === 0) return listQuotations(record, filter, limit, after)
  return takeRanked(record, await rankHits(record, await newestHits(record, filter, MOST_RANKED), words), limit, after)
}

/** The places of hits in a list by relevance, in its order. */
export async function rankHits(
  record: OpenRecord,
  hits: readonly Hit[],
  words: readonly string[],
): Promise<Required<Cursor>[]> {
  const weighed = await countWords(record, hits, words)
  return weighed
    .map(({ n, said, times, length }): Required<Cursor> => ({ n, day: said, score: relevanceOf(times, length) }))
    .sort((a, b) => (isBehindPlace(b, a) ? -1 : 1))
}

/** One page of a list by relevance. */
export async function takeRanked(
  record: OpenRecord,
  places: readonly Required<Cursor>[],
  limit: number,
  after: Cursor | null,
): Promise<Page<FoundQuotation>> {
  const left = after === null ? places : places.filter(place => isBehindPlace(place, after))
  const scores = new Map(left.slice(0, limit).map(({ n, score }) => [n, score]))
  const { rows } = await listQuotations(record, { only: [...scores.keys()] }, limit)
  const ranked = rows
    .map(row => ({ ...row, score: scores.get(row.n)! }))
    .sort((a, b) => (isBehindPlace(placeOfQuotation(b), placeOfQuotation(a)) ? -1 : 1))
  const last = ranked.at(-1)
  return { rows: ranked, next: left.length > limit && last !== undefined ? placeOfQuotation(last) : null }
}
