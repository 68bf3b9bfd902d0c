/** The same tests on both engines: a record in a folder, and one in a schema of a real PostgreSQL server where one answers. */
import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { postgresAddress } from '@parley/testkit'
import postgres from 'postgres'
import { afterAll, describe } from 'vitest'
import { makeRecord, type OpenRecord } from '../src/index.ts'

const address = await postgresAddress()

export interface Place {
  readonly engine: 'sqlite' | 'postgres'
  /** A location where there is no record yet. */
  fresh(): string
  make(): Promise<OpenRecord>
}

export function onEachEngine(name: string, tests: (place: Place) => void): void {
  describe(`${name} (SQLite)`, () => {
    const folder = mkdtempSync(join(tmpdir(), 'parley-record-'))
    const open: OpenRecord[] = []
    afterAll(async () => {
      for (const record of open) await record.close()
      rmSync(folder, { recursive: true })
    })
    const fresh = () => join(folder, randomUUID())
    tests({ engine: 'sqlite', fresh, make: () => keep(open, makeRecord(fresh())) })
  })
  describe.skipIf(address === null)(`${name} (PostgreSQL)`, () => {
    const open: OpenRecord[] = []
    const schemas: string[] = []
    const fresh = () => {
      const schema = `test_${randomUUID().replaceAll('-', '')}`
      schemas.push(schema)
      const url = new URL(address!)
      url.searchParams.set('schema', schema)
      return url.href
    }
    afterAll(async () => {
      for (const record of open) await record.close()
      const sql = postgres(address!, { onnotice: () => {} })
      for (const schema of schemas) await sql`drop schema if exists ${sql(schema)} cascade`
      await sql.end()
    })
    tests({ engine: 'postgres', fresh, make: () => keep(open, makeRecord(fresh())) })
  })
}

async function keep(open: OpenRecord[], made: Promise<OpenRecord>): Promise<OpenRecord> {
  const record = await made
  open.push(record)
  return record
}
