/** How much waits for a reviewer: claims nobody decided on, and items on which reviewers differ. */
import { type OpenRecord, parseItemKey, reviewState } from '@parley/record'
import { CLAIMS, rowsByKey } from './changed-items.ts'
import { decisionsAbout } from './decisions-about.ts'

export interface OpenCounts {
  /** Claims without a decision, at most `MOST_COUNTED`. */
  readonly claims: number
  readonly isWhole: boolean
  /** Items of any kind on which reviewers differ. */
  readonly disputed: number
}

/** More are not counted, but said to be more. */
export const MOST_COUNTED = 1000

export async function countOpen(record: OpenRecord): Promise<OpenCounts> {
  const decided = await record.db
    .selectFrom('decisions')
    .select('target')
    .distinct()
    .where('kind', 'in', ['accept', 'reject', 'correct'])
    .where('undone', 'is', null)
    .execute()
  const keys = decided.map(({ target }) => target)
  const decisions = await decisionsAbout(record, keys)
  const disputed = keys.filter(key => reviewState(decisions.get(key) ?? []) === 'disputed').length
  const ofClaims = await rowsByKey(
    record,
    CLAIMS,
    keys.filter(key => parseItemKey(key)?.kind === 'claim'),
  )
  const most = MOST_COUNTED + ofClaims.length + 1
  const { count } = await record.db
    .selectFrom(record.db.selectFrom('claims').select('n').limit(most).as('c'))
    .select(eb => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  const open = Number(count) - ofClaims.length
  return { claims: Math.min(open, MOST_COUNTED), isWhole: open <= MOST_COUNTED, disputed }
}
