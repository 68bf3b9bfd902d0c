/**
 * For a million quotations. The days by number are narrow: the thirty thousand hits of a common word are sorted by day without reading thirty thousand rows
 * (`find-quotations.ts` asks for it by name). What is asked of one publisher begins with its documents; whose speaker nobody knows are found one
 * after the other, as they wait for a reviewer.
 */
import { type Kysely, sql } from 'kysely'

export async function indexVolume(db: Kysely<unknown>): Promise<void> {
  await db.schema.createIndex('quotation_days').on('quotations').columns(['n', 'said', 'document']).execute()
  await db.schema.createIndex('documents_by_publisher').on('documents').column('publisher').execute()
  await db.schema
    .createIndex('quotations_unnamed')
    .on('quotations')
    .column('n')
    .where(sql.ref('speaker'), 'is', null)
    .execute()
}
