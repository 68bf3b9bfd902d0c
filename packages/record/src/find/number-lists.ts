/** Numbers of rows as one value of a question: its text stays the same however many they are, so that it is prepared once. */
import { type RawBuilder, type SqlBool, sql } from 'kysely'
import type { OpenRecord } from '../store/record.ts'

/** `of`: a column, or what gives a number. False for any where the list is empty. */
export function isOneOf(
  { store }: OpenRecord,
  of: string | RawBuilder<unknown>,
  numbers: readonly number[],
): RawBuilder<SqlBool> {
  const number = typeof of === 'string' ? sql.ref(of) : of
  return store.engine === 'sqlite'
    ? sql<SqlBool>`(${number} in (select value from json_each(${JSON.stringify(numbers)})))`
    : sql<SqlBool>`(${number} = any(${numbers}::bigint[]))`
}

/** The only column of a question, as one value of its answer: thousands of rows cost more than what they hold. */
export async function numbersOf({ store, db }: OpenRecord, question: RawBuilder<unknown>): Promise<number[]> {
  const list = sql.raw(store.engine === 'sqlite' ? 'json_group_array(n)' : "coalesce(json_agg(n)::text, '[]')")
  const { rows } = await sql<{ list: string }>`select ${list} as list from (${question}) as asked`.execute(db)
  return JSON.parse(rows[0].list) as number[]
}
