/** Events by where they happened: what a map counts and opens. */
import type { Kysely } from 'kysely'

export async function indexPlaces(db: Kysely<unknown>): Promise<void> {
  await db.schema.createIndex('events_by_place_ref').on('events').columns(['place_ref', 'time']).execute()
  await db.schema.createIndex('events_by_place').on('events').columns(['place', 'time']).execute()
}
