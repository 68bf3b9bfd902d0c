/** Which quotations a person has checked, and with what outcome: a facet of statements. What was decided is little beside all that was found. */
import { type ItemFilter, type OpenRecord, parseItemKey } from '@parley/record'
import { whileUnchanged } from '../record/while-unchanged.ts'
import { QUOTATIONS, rowsByKey } from './changed-items.ts'
import { decisionsAbout, outcomeOf } from './decisions-about.ts'

/** accepted: as found; corrected: accepted with a field put right; disputed: reviewers differ. */
export const CHECKED = ['unchecked', 'accepted', 'corrected', 'rejected', 'disputed'] as const
export type Checked = (typeof CHECKED)[number]

/** By number of the quotation; one that has no entry is unchecked. */
export function checkedQuotations(record: OpenRecord): Promise<ReadonlyMap<number, Checked>> {
  return whileUnchanged(record, 'checked quotations', async () => {
    const targets = await record.db
      .selectFrom('decisions')
      .select('target')
      .distinct()
      .where('kind', 'in', ['accept', 'reject', 'correct'])
      .where('undone', 'is', null)
      .execute()
    const keys = targets.map(({ target }) => target).filter(key => parseItemKey(key)?.kind === 'quotation')
    const decisions = await decisionsAbout(record, keys)
    const rows = await rowsByKey(record, QUOTATIONS, keys)
    return new Map(rows.map(({ key, row }) => [row.n, checkedAs(outcomeOf(decisions.get(key)))]))
  })
}

function checkedAs({ state, correction }: ReturnType<typeof outcomeOf>): Checked {
  if (state === 'open') return 'unchecked'
  return state === 'accepted' && Object.keys(correction).length > 0 ? 'corrected' : state
}

/** The filter for quotations in any of these states; none named: the filter as it is, without what was rejected. */
export async function withChecked(
  record: OpenRecord,
  filter: ItemFilter,
  states: readonly string[],
): Promise<ItemFilter & { readonly rejected?: boolean }> {
  if (states.length === 0) return filter
  const all = [...(await checkedQuotations(record))]
  const rejected = states.includes('rejected')
  const isAsked = (state: Checked) => states.includes(state)
  return states.includes('unchecked')
    ? { ...filter, rejected, without: all.flatMap(([n, state]) => (isAsked(state) ? [] : [n])) }
    : { ...filter, rejected, only: all.flatMap(([n, state]) => (isAsked(state) ? [n] : [])) }
}
