import { sql } from 'kysely'
import { expect, test } from 'vitest'
import {
  beginImport,
  countMissing,
  failuresOf,
  keepCapture,
  lastFetch,
  listImports,
  listQuotations,
  listSources,
  makeRecord,
  missing,
  openRecord,
  packReading,
  rollBack,
  saveDocuments,
  saveFailure,
  saveReadings,
  verifyRecord,
} from '../src/index.ts'
import { openStore } from '../src/store/open-store.ts'
import { onEachEngine } from './engines.ts'
import { AT, bytesOf, kit, REPORTS, readAll, readOne, takeIn } from './reports.ts'

onEachEngine('keeping', ({ make, fresh }) => {
  test('documents taken in twice are there once, with both places they came from', async () => {
    const record = await make()
    await takeIn(record)
    await takeIn(record)
    await takeIn(record, REPORTS.slice(0, 2), 'other.jsonl')
    const { rows } = await listSources(record, {}, 100)
    expect(new Set(rows.map(row => row.document)).size).toBe(REPORTS.length)
    expect(rows.filter(({ name }) => name === 'bridge').map(({ origin, part }) => [origin, part])).toEqual(
      expect.arrayContaining([
        ['reports.jsonl', 'line 1'],
        ['other.jsonl', 'line 1'],
      ]),
    )
    expect((await verifyRecord(record)).faults).toEqual([])
  })

  test('an address counts as fetched once its documents are saved', async () => {
    const record = await make()
    const url = 'https://uznach.example/2'
    const run = await beginImport(record, 'tester', AT, [url])
    const stored = await record.archive.put(bytesOf('<p>page</p>'))
    const headers = { etag: '"1"' }
    const captured = { ...stored, origin: url, url, mediaType: 'text/html', how: 'fetch', at: AT, headers } as const
    const { id } = await keepCapture(record, run, captured)
    expect(await lastFetch(record.db, url)).toBe(null)
    await saveDocuments(record, run, AT, [], [id])
    expect(await lastFetch(record.db, url)).toEqual({ etag: '"1"', modified: null })
  })

  test('a failure that came in later after all is told no more', async () => {
    const record = await make()
    const run = await beginImport(record, 'tester', AT, ['a.txt', 'b.txt'])
    for (const input of ['a.txt', 'b.txt']) await saveFailure(record, run, AT, input, 'cannot be read')
    const stored = await record.archive.put(bytesOf('later'))
    const at = '2026-01-02T03:05:00.000Z'
    await keepCapture(record, run, {
      ...stored,
      origin: 'a.txt',
      url: null,
      mediaType: null,
      how: 'file',
      at,
      headers: null,
    })
    expect((await failuresOf(record.db, run.id)).map(({ input }) => input)).toEqual(['b.txt'])
  })

  test('what is missing is the queue, and saving twice changes nothing', async () => {
    const record = await make()
    await takeIn(record)
    const reader = await readAll(record)
    expect(await countMissing(record.db, reader)).toBe(0)
    const before = await listQuotations(record, {}, 100)
    const again = await missing(record.db, 'another reader', '', 2)
    await saveReadings(record, reader, 'tester', AT, again.map(readOne).map(packReading))
    expect(await listQuotations(record, {}, 100)).toEqual(before)
    expect((await verifyRecord(record)).faults).toEqual([])
  })

  test('pages of the queue follow each other by id', async () => {
    const record = await make()
    await takeIn(record)
    const ids: string[] = []
    for (let after = ''; ; ) {
      const page = await missing(record.db, 'nobody', after, 2)
      if (page.length === 0) break
      ids.push(...page.map(({ id }) => id))
      after = ids[ids.length - 1]
    }
    expect(ids).toEqual([...ids].sort())
    expect(ids).toHaveLength(REPORTS.length)
  })

  test('a newer reader keeps the old analysis and tells what changed', async () => {
    const record = await make()
    await takeIn(record)
    await readAll(record)
    const before = await listQuotations(record, {}, 100)
    await readAll(record, '9.9.9')
    const after = await listQuotations(record, {}, 100)
    const words = (page: typeof before) => page.rows.map(({ document, quote }) => `${document} ${quote}`).sort()
    expect(words(after)).toEqual(words(before))
    const analyses = await record.db.selectFrom('analyses').select(['reader', 'changes']).execute()
    expect(analyses).toHaveLength(2 * REPORTS.length)
    const changes = analyses.filter(row => row.changes !== null).map(row => JSON.parse(row.changes!))
    expect(changes).toHaveLength(REPORTS.length)
    expect(changes.reduce((sum, { kept }) => sum + kept, 0)).toBeGreaterThanOrEqual(before.rows.length)
    expect(changes.every(change => change.new === 0 && change.gone === 0)).toBe(true)
    expect((await verifyRecord(record)).faults).toEqual([])
  })

  test('a rollback takes what came by one import alone', async () => {
    const record = await make()
    const first = await takeIn(record, REPORTS.slice(0, 3), 'first.jsonl')
    const second = await takeIn(record, REPORTS.slice(2), 'second.jsonl')
    await readAll(record)
    expect(await rollBack(record, first, 'tester', AT, 'a mistake')).toEqual({ documents: 2, captures: 1 })
    const { rows } = await listSources(record, {}, 100)
    expect(rows.map(({ name }) => name).sort()).toEqual(['bridge-copy', 'note', 'talks'])
    expect((await verifyRecord(record)).faults).toEqual([])
    await expect(rollBack(record, first, 'tester', AT, null)).rejects.toThrow('was rolled back on 2026-01-02')
    await expect(rollBack(record, 'none', 'tester', AT, null)).rejects.toThrow('no import none')
    await rollBack(record, second, 'tester', AT, null)
    expect((await listSources(record, {}, 100)).rows).toEqual([])
    expect((await listImports(record)).every(({ withdrawn }) => withdrawn === AT)).toBe(true)
    // What was taken back can come again.
    await takeIn(record, REPORTS.slice(0, 3), 'first.jsonl')
    await readAll(record)
    expect(await verifyRecord(record)).toMatchObject({ archived: 1, documents: 3, faults: [] })
  })

  test('near duplicates are one story, the rest are their own', async () => {
    const record = await make()
    await takeIn(record)
    await readAll(record)
    const { rows } = await listSources(record, {}, 100)
    const story = new Map(rows.map(row => [row.name, row.story]))
    expect(story.get('bridge-again')).toBe(story.get('bridge'))
    expect(story.get('bridge-copy')).toBe(story.get('bridge'))
    expect(new Set(story.values()).size).toBe(3)
  })

  test('a schema that could not be made to its end is not there at all', async () => {
    const location = fresh()
    await makeRecord(location).then(record => record.close())
    const { store } = await openStore(location, 'write')
    // As if an older Parley had made it: the last migrations are to come, and something stands in the way of the very last step.
    await store.write(async write => {
      await sql`delete from meta where key = 'schema'`.execute(write)
      await sql`delete from kysely_migration where name >= '2026-11-wide'`.execute(write)
      await sql`drop table notices`.execute(write)
      for (const index of ['documents_by_language', 'document_facets', 'claims_of_quotations', 'quotations_newest'])
        await sql`drop index ${sql.id(index)}`.execute(write)
      await sql`create index quotations_1 on quotations (said)`.execute(write)
    })
    await expect(makeRecord(location)).rejects.toThrow('claim_points')
    await store.write(async write => {
      await sql`drop index claim_points`.execute(write)
    })
    await store.close()
    await makeRecord(location).then(record => record.close())
  })

  test('there is no record where none was made', async () => {
    await expect(openRecord(fresh())).rejects.toThrow('parley init')
  })
})

test('a server that does not answer is said in a line', async () => {
  await expect(openRecord('postgres://nobody@127.0.0.1:1/none')).rejects.toThrow(/127\.0\.0\.1:1.*cannot be opened/)
})

test('the kit reads the language of the reports', () => {
  expect([...kit.packs.keys()]).toContain('ru')
})
