/**
 * The newest hits of a question of words: found once for the page of the list, its order by relevance and the counts beside it, which are asked for together, and
 * kept for the pages that follow and for what is typed again.
 */
import { type Hit, type ItemFilter, isEmptyQuestion, newestHits, type OpenRecord } from '@parley/record'
import { searchUnchanged } from './while-unchanged.ts'

/** Hits that counts and relevance look at. */
export const MOST_HITS = 2000

export interface NewestHits {
  /** At most `MOST_HITS` and one more. */
  readonly hits: readonly Hit[]
  /** There are no others. */
  readonly isWhole: boolean
}

/** Whether an index of words leads to the answer, so that finding few of it costs as much as finding many. */
export function isByWords({ question, only }: ItemFilter): boolean {
  return only === undefined && question !== undefined && !isEmptyQuestion(question)
}

/** `filter.without` is what reviewers decided, and nothing else: it changes with the record alone. */
export function newestHitsOf(record: OpenRecord, filter: ItemFilter): Promise<NewestHits> {
  const { without: _, ...asked } = filter
  return searchUnchanged(record, `hits ${JSON.stringify(asked)}`, async () => {
    const hits = await newestHits(record, filter, MOST_HITS + 1)
    return { hits: sharingDays(hits), isWhole: hits.length <= MOST_HITS }
  })
}

/** Thousands of hits are of some hundred days: each is kept once. */
function sharingDays(hits: readonly Hit[]): Hit[] {
  const days = new Map<string, string>()
  return hits.map(({ n, said }) => {
    if (said === null) return { n, said }
    const day = days.get(said) ?? said
    days.set(day, day)
    return { n, said: day }
  })
}
