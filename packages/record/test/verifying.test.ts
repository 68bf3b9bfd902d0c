import { appendFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { makeRecord, type OpenRecord, openRecord, verifyRecord } from '../src/index.ts'
import { onEachEngine } from './engines.ts'
import { readAll, takeIn } from './reports.ts'

/** One change somebody could make behind the record's back, and what the fault must name. */
const DAMAGE: readonly (readonly [change: string, named: RegExp])[] = [
  ["update texts set text = replace(text, 'автобус', 'трамвай')", /^document \w+ \((?:bridge|talks)/],
  ["update documents set publisher = 'Другая' where name = 'talks'", /^document \w+$/],
  ["update documents set published = '2024-03-01' where name = 'talks'", /^document \w+$/],
  ["update quotations set quote = quote || '!' where n = 1", /^quotation \d+ of document/],
  ['update quotations set start = start + 1 where n = 2', /^quotation \d+ of document/],
  ["update quotations set speaker = 'Кто-то' where n = 3", /^quotation \d+ of document/],
  ["update quotations set said = '1999-01-01' where n = 3", /^quotation \d+ of document/],
  ['delete from quotations where n = 1', /^document \w+ \(/],
  ["update analyses set sha256 = 'x' where id = (select min(id) from analyses)", /^analysis \w+/],
  ["update analyses set at = '2001-01-01' where id = (select min(id) from analyses)", /^analysis \w+/],
  ['delete from analyses where id = (select min(id) from analyses)', /^(?:analysis|document) \w+/],
  ["update captures set origin = 'elsewhere'", /^capture \w+/],
  ["update sources set part = 'line 99' where part = 'line 1'", /^source \w+/],
  [`update imports set "by" = 'somebody'`, /^import /],
  ["update readers set version = '0.0.0'", /^reader \w+/],
]

/** Damage to the log itself, which its own guards refuse: they are taken away first. */
const LOG_DAMAGE: readonly (readonly [change: string, named: RegExp])[] = [
  [`update log set "by" = 'somebody' where seq = 1`, /^log 1$/],
  ["update log set at = '2001-01-01' where seq = 2", /^log 2$/],
  ["update log set body = replace(body, 'document', 'documenT') where seq = 3", /^log 3$/],
  ['delete from log where seq = 2', /^log 3$/],
]

onEachEngine('verifying', ({ make, engine }) => {
  const filled = async (): Promise<OpenRecord> => {
    const record = await make()
    await takeIn(record)
    await readAll(record)
    expect((await verifyRecord(record)).faults).toEqual([])
    return record
  }
  const faultsAfter = async (record: OpenRecord, change: string): Promise<string[]> => {
    await sql.raw(change).execute(record.db)
    return (await verifyRecord(record)).faults.map(({ where }) => where)
  }

  test.each(DAMAGE)('%s', async (change, named) => {
    expect(await faultsAfter(await filled(), change)).toContainEqual(expect.stringMatching(named))
  })

  test.each(LOG_DAMAGE)('%s', async (change, named) => {
    const record = await filled()
    await expect(sql.raw(change).execute(record.db)).rejects.toThrow('append-only')
    const open =
      engine === 'sqlite'
        ? ['drop trigger log_no_update', 'drop trigger log_no_delete']
        : ['drop trigger log_append_only on log']
    for (const statement of open) await sql.raw(statement).execute(record.db)
    expect(await faultsAfter(record, change)).toContainEqual(expect.stringMatching(named))
  })
})

test('a flipped byte of the archive, a longer file, a lost one', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'parley-verify-'))
  const record = await makeRecord(folder)
  await takeIn(record)
  const { sha256 } = await record.db.selectFrom('archive').select('sha256').executeTakeFirstOrThrow()
  const path = join(folder, 'archive', sha256.slice(0, 2), sha256)
  const bytes = readFileSync(path)
  const flipped = Buffer.from(bytes)
  flipped[100] ^= 1
  const faults = async (): Promise<string[]> =>
    (await verifyRecord(record)).faults.map(({ where, what }) => `${where}: ${what}`)
  writeFileSync(path, flipped)
  expect(await faults()).toEqual([expect.stringMatching(`^archive ${sha256}: its bytes have changed`)])
  writeFileSync(path, bytes)
  expect(await faults()).toEqual([])
  appendFileSync(path, ' ')
  expect(await faults()).toHaveLength(1)
  rmSync(path)
  expect(await faults()).toEqual([`archive ${sha256}: the archive lacks ${sha256}`])
  await record.close()
  rmSync(folder, { recursive: true })
})

test('flipped bytes of the database file are named, or change nothing that it says', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'parley-flip-'))
  const record = await makeRecord(folder)
  await takeIn(record)
  await readAll(record)
  const said = await everything(record)
  await record.close()
  const file = join(folder, 'record.sqlite')
  const bytes = readFileSync(file)
  let named = 0
  // A fixed walk over the whole file, 7 bytes off any page size.
  for (let at = 3; at < bytes.length; at += Math.floor(bytes.length / 60) + 7) {
    const flipped = Buffer.from(bytes)
    flipped[at] ^= 0x10
    writeFileSync(file, flipped)
    let faults: readonly unknown[] = []
    let now = ''
    try {
      const again = await openRecord(folder)
      try {
        faults = (await verifyRecord(again)).faults
        if (faults.length === 0) now = await everything(again)
      } finally {
        await again.close()
      }
    } catch (error) {
      faults = [error]
    }
    if (faults.length > 0) named++
    else expect(now, `byte ${at}`).toBe(said)
  }
  expect(named).toBeGreaterThan(2)
  rmSync(folder, { recursive: true })
})

/** All that the record says, as one string. */
async function everything({ db }: OpenRecord): Promise<string> {
  const tables = ['imports', 'captures', 'texts', 'documents', 'analyses', 'quotations', 'sources', 'log'] as const
  const parts = []
  for (const table of tables)
    parts.push(
      JSON.stringify(
        await db
          .selectFrom(table as 'log')
          .selectAll()
          .execute(),
      ),
    )
  return parts.join('\n')
}
