/** The feeds a record polls, and which addresses it has fetched. */
import type { OpenRecord } from '../store/record.ts'
import type { Db } from '../store/store.ts'
import type { FeedTable } from '../store/tables.ts'

export type PolledFeed = FeedTable

export function listFeeds(db: Db): Promise<PolledFeed[]> {
  return db.selectFrom('feeds').selectAll().orderBy('url').execute()
}

/** Adds the feed, or keeps what the server now says of it. */
export async function saveFeed(record: OpenRecord, feed: PolledFeed): Promise<void> {
  await record.store.write(async write => {
    await write.deleteFrom('feeds').where('url', '=', feed.url).execute()
    await record.store.insert(write, 'feeds', [feed])
  })
}

/** The feed is polled no more; false: it was not. */
export async function forgetFeed(record: OpenRecord, url: string): Promise<boolean> {
  return record.store.write(async write => {
    const [{ numDeletedRows }] = await write.deleteFrom('feeds').where('url', '=', url).execute()
    return numDeletedRows > 0n
  })
}

/** What a server said of an address when it was fetched last; null: it never was, or what came then is not in the record as documents. */
export async function lastFetch(
  db: Db,
  url: string,
): Promise<{ readonly etag: string | null; readonly modified: string | null } | null> {
  const row = await db
    .selectFrom('captures')
    .select('headers')
    .where('url', '=', url)
    .where('finished', '=', 1)
    .orderBy('at', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (row === undefined) return null
  const headers = JSON.parse(row.headers ?? '{}') as Record<string, string>
  return { etag: headers.etag ?? null, modified: headers['last-modified'] ?? null }
}
