/** Who published: each once, by their own index from one to the next, for they are few beside the documents. */
import { sql } from 'kysely'
import type { OpenRecord } from '../store/record.ts'

/** In the order of their code points. */
export async function publishersOf({ db }: OpenRecord): Promise<string[]> {
  const { rows } = await sql<{ publisher: string }>`with recursive each_of(publisher) as (
      select min(publisher) from documents
      union all
      select (select min(d.publisher) from documents d where d.publisher > each_of.publisher) from each_of
        where each_of.publisher is not null
    ) select publisher from each_of where publisher is not null`.execute(db)
  return rows.map(({ publisher }) => publisher)
}
