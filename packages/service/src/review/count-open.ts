/** How much waits for a reviewer: claims nobody decided on, and things on which reviewers differ. */
import { disputesAmong, listDecisions, type OpenRecord, parseItemKey } from '@parley/record'
import { CLAIMS, rowsByKey } from './changed-items.ts'

export interface OpenCounts {
  /** Claims without a decision, at most `MOST_COUNTED`. */
  readonly claims: number
  readonly isWhole: boolean
  /** Things of any kind on which reviewers differ. */
  readonly disputed: number
}

/** More are not counted, but said to be more. */
const MOST_COUNTED = 1000

export async function countOpen(record: OpenRecord): Promise<OpenCounts> {
  const decisions = await listDecisions(record.db)
  const disputed = disputesAmong(decisions).length
  const decided = decisions.flatMap(({ target }) => (parseItemKey(target)?.kind === 'claim' ? [target] : []))
  const ofClaims = await rowsByKey(record, CLAIMS, [...new Set(decided)])
  const most = MOST_COUNTED + ofClaims.length + 1
  const { count } = await record.db
    .selectFrom(record.db.selectFrom('claims').select('n').limit(most).as('c'))
    .select(eb => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  const open = Number(count) - ofClaims.length
  return { claims: Math.min(open, MOST_COUNTED), isWhole: open <= MOST_COUNTED, disputed }
}
