/**
 * What lists and counts look at, beside one another: rows lie as their reports came, so that two thousand of one day, one speaker or one word lie in as many pages of
 * the table. Quotations by day with what facets count; of documents what facets count; of claims what the points of a matrix differ by, and
 * which quotation they stand in. PostgreSQL reads its tables at their places and needs the order alone.
 */
import { type Kysely, sql } from 'kysely'
import type { EngineName } from '../engine-name.ts'

export async function indexWide(db: Kysely<unknown>, engine: EngineName): Promise<void> {
  await db.schema.dropIndex('quotations_1').execute()
  await (engine === 'sqlite'
    ? db.schema
        .createIndex('quotations_newest')
        .on('quotations')
        .columns(['said', 'n', 'document', 'position', 'kind', 'act', 'speaker_ref', 'speaker', 'reported'])
        .execute()
    : sql`create index quotations_newest on quotations (said desc nulls last, n desc)`.execute(db))
  await db.schema.createIndex('document_facets').on('documents').columns(['n', 'publisher', 'language']).execute()
  await db.schema.createIndex('documents_by_language').on('documents').column('language').execute()
  await db.schema
    .createIndex('claims_of_quotations')
    .on('claims')
    .columns(['document', 'quotation', 'stipulation'])
    .execute()
  await db.schema
    .createIndex('claim_points')
    .on('claims')
    .columns(['stipulation', 'assertion', 'general', 'claimant', 'claimant_ref', 'claimant_for'])
    .columns(['said', 'reported', 'document'])
    .execute()
}
