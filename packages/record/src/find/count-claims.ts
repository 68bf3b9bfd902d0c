/**
 * Claims on an agreement, counted by the database from one narrow index (`claim_points`): their rows lie as their reports came, all over the table, and so do
 * their documents. Days come as one list for those who say the same, for there are tens of thousands.
 */
import { type RawBuilder, type SqlBool, sql } from 'kysely'
import type { OpenRecord } from '../store/record.ts'
import type { ClaimTable } from '../store/tables.ts'
import { isOfAgreement } from './item-filter.ts'

/** Claims that are alike but for their days. */
export interface ClaimCount
  extends Pick<ClaimTable, 'stipulation' | 'assertion' | 'general' | 'claimant' | 'claimant_ref' | 'claimant_for'> {
  /** Of a claim in its document's own voice, where it is one of those asked for; else null. */
  readonly publisher: string | null
  readonly days: readonly ClaimDay[]
}

export interface ClaimDay {
  readonly said: string | null
  /** Day of publication where the claim has none of its own and somebody vouches for it; else null. */
  readonly reported: string | null
  readonly count: number
}

type Listed = Omit<ClaimCount, 'days' | 'publisher'> & { readonly publisher?: string; readonly days: string }

/** `publishers`: those that documents' own claims are told apart by. */
export async function countClaims(
  record: OpenRecord,
  agreement: string,
  publishers: readonly string[],
): Promise<ClaimCount[]> {
  const list = sql.join(publishers)
  const others = publishers.length === 0 ? sql<SqlBool>`true` : sql<SqlBool>`not ${isPublished(list)}`
  const rows = await countBy(record, agreement, '', others)
  if (publishers.length > 0) rows.push(...(await countBy(record, agreement, ', publisher', isPublished(list))))
  return rows.map(row => ({ publisher: null, ...row, days: runsIn(row.days.split(' ')) }))
}

function isPublished(list: RawBuilder<unknown>): RawBuilder<SqlBool> {
  return sql<SqlBool>`(c.claimant is null and c.document in (select n from documents where publisher in (${list})))`
}

/** In the order of the index, so that nothing is sorted and equal days come one after the other. */
async function countBy(
  { db, store }: OpenRecord,
  agreement: string,
  also: '' | ', publisher',
  where: RawBuilder<SqlBool>,
): Promise<Listed[]> {
  const alike = sql.raw(`c.stipulation, c.assertion, c.general, c.claimant, c.claimant_ref, c.claimant_for${also}`)
  const day = sql.raw(
    "coalesce(c.said, '/' || case when c.claimant is null then '' else coalesce(substr(c.reported, 1, 10), '') end)",
  )
  const days = store.engine === 'sqlite' ? sql`group_concat(${day}, ' ')` : sql`string_agg(${day}, ' ' order by ${day})`
  const joined = sql.raw(also === '' ? '' : 'join documents d on d.n = c.document')
  const { rows } = await sql<Listed>`select ${alike}, ${days} as days from claims c ${joined}
    where ${isOfAgreement('c.stipulation', agreement)} and ${where}
    group by ${alike}`.execute(db)
  return rows
}

/** Days as `countBy` writes them: `2020-11-09`, or `/` and the day of publication where it was said on none. */
function runsIn(days: readonly string[]): ClaimDay[] {
  const runs: ClaimDay[] = []
  for (let from = 0; from < days.length; ) {
    const day = days[from]
    let to = from + 1
    while (to < days.length && days[to] === day) to++
    const isSaid = !day.startsWith('/')
    runs.push({ said: isSaid ? day : null, reported: isSaid || day === '/' ? null : day.slice(1), count: to - from })
    from = to
  }
  return runs
}
