/**
 * Checks all that a record says against what it is made of: the archive's bytes against their hashes, texts and analyses against theirs, every item
 * against its analysis and its words against the text, every row against the change log, the log against itself. A fault names what is wrong.
 */
import { createHash } from 'node:crypto'
import type { Analysis } from '@parley/core'
import { sql } from 'kysely'
import { type Items, itemsOf } from '../items/item-rows.ts'
import { jsonOf, unpackAnalysis } from '../items/packed-reading.ts'
import type { OpenRecord } from '../store/record.ts'
import { RecordError } from '../store/record-error.ts'
import { isReadOnly } from '../store/sqlite-database.ts'
import { sha256Hex } from './hash.ts'
import { verifyLog } from './verify-log.ts'

export interface Fault {
  /** What is wrong: `archive ab12…`, `quotation 3 of report ab12…`, `log 17`. */
  readonly where: string
  readonly what: string
}

export interface Verified {
  /** How many of each were checked. */
  readonly archived: number
  readonly documents: number
  readonly analyses: number
  readonly items: number
  readonly links: number
  /** False: the engine checks its index of words by writing, and the record may not be written. */
  readonly isIndexChecked: boolean
  readonly faults: readonly Fault[]
}

/** Pages keep memory flat: one holds texts and analyses of so many documents. */
const PAGE = 200

export async function verifyRecord(
  record: OpenRecord,
  onStep: (checked: number) => void = () => {},
): Promise<Verified> {
  const faults: Fault[] = []
  const tell = (where: string, what: string): void => {
    faults.push({ where, what })
  }
  await verifyDatabase(record, tell)
  const archived = await verifyArchive(record, tell, onStep)
  const { documents, analyses, items } = await verifyDocuments(record, tell, onStep)
  const links = await verifyLog(record, tell)
  return { archived, documents, analyses, items, links, isIndexChecked: record.readOnly === null, faults }
}

export type Tell = (where: string, what: string) => void

/** What the engine itself can say of its file. */
async function verifyDatabase({ store, db, readOnly }: OpenRecord, tell: Tell): Promise<void> {
  if (store.engine !== 'sqlite') return
  const checks = [
    ['database', sql<{ integrity_check: string }>`pragma integrity_check`],
    ['database', sql`pragma foreign_key_check`],
  ] as const
  const checksThatWrite = [
    ['index of quotations', sql`insert into quotation_words (quotation_words) values ('integrity-check')`],
    ['index of passages', sql`insert into passage_words (passage_words) values ('integrity-check')`],
  ] as const
  for (const [where, check] of [...checks, ...(readOnly === null ? checksThatWrite : [])]) {
    try {
      const { rows } = await check.execute(db)
      for (const row of rows as Record<string, unknown>[]) {
        const said = String(row.integrity_check ?? `a row of ${row.table} names one of ${row.parent} that is not there`)
        if (said !== 'ok') tell(where, said)
      }
    } catch (error) {
      // The check writes; that it may not is no fault of the record's.
      if (isReadOnly(error))
        throw new RecordError('a record that is read-only cannot be checked: copy it to where you may write')
      tell(where, (error as Error).message)
    }
  }
}

async function verifyArchive({ db, archive }: OpenRecord, tell: Tell, onStep: (n: number) => void): Promise<number> {
  let checked = 0
  for (let after = ''; ; ) {
    const page = await db
      .selectFrom('archive')
      .selectAll()
      .where('sha256', '>', after)
      .orderBy('sha256')
      .limit(PAGE)
      .execute()
    for (const { sha256, bytes } of page) {
      const where = `archive ${sha256}`
      try {
        const hash = createHash('sha256')
        let length = 0
        for await (const chunk of archive.read(sha256)) {
          hash.update(chunk)
          length += chunk.length
        }
        const found = hash.digest('hex')
        if (found !== sha256) tell(where, `its bytes have changed: their hash is ${found}`)
        else if (length !== bytes) tell(where, `the record says ${bytes} bytes, there are ${length}`)
      } catch (error) {
        if (!(error instanceof RecordError) && !(error as NodeJS.ErrnoException).code) throw error
        tell(where, (error as Error).message)
      }
      checked++
    }
    onStep(page.length)
    if (page.length < PAGE) return checked
    after = page[page.length - 1].sha256
  }
}

async function verifyDocuments({ db }: OpenRecord, tell: Tell, onStep: (n: number) => void) {
  let documents = 0
  let analyses = 0
  let items = 0
  for (let after = -1; ; ) {
    const page = await db
      .selectFrom('documents as d')
      .innerJoin('texts as t', 't.sha256', 'd.text')
      .leftJoin('readings as r', 'r.document', 'd.n')
      .select(['d.n', 'd.id', 'd.name', 't.sha256', 't.text', 'r.reader'])
      .where('d.n', '>', after)
      .orderBy('d.n')
      .limit(PAGE)
      .execute()
    if (page.length === 0) return { documents, analyses, items }
    const from = page[0].n
    after = page[page.length - 1].n
    const made = await db
      .selectFrom('analyses')
      .selectAll()
      .where('document', '>=', from)
      .where('document', '<=', after)
      .execute()
    const rows = await itemRows(db, from, after)
    for (const { n, id, name, text, sha256, reader } of page) {
      documents++
      const where = `document ${id} (${name})`
      const hash = sha256Hex(text)
      if (hash !== sha256) tell(where, `its text has changed: the hash is ${hash}, not ${sha256}`)
      for (const analysis of made.filter(({ document }) => document === n)) {
        analyses++
        if (analysis.body === null) continue
        const unpacked = unpack(analysis.body, analysis.sha256, text, `analysis ${analysis.id} of ${where}`, tell)
        if (unpacked === null || analysis.reader !== reader) continue
        items += compareItems(itemsOf(unpacked), itemsIn(rows, n), where, tell)
      }
      if (reader !== null && !made.some(analysis => analysis.document === n && analysis.reader === reader))
        tell(where, 'its items come from an analysis that is not there')
    }
    onStep(page.length)
  }
}

function unpack(body: Uint8Array, sha256: string | null, text: string, where: string, tell: Tell): Analysis | null {
  try {
    const hash = sha256Hex(jsonOf(body))
    if (hash !== sha256) {
      tell(where, `it has changed: its hash is ${hash}, not ${sha256}`)
      return null
    }
    return unpackAnalysis(body, text)
  } catch (error) {
    tell(where, `it cannot be unpacked (${(error as Error).message})`)
    return null
  }
}

type ItemRows = Awaited<ReturnType<typeof itemRows>>

async function itemRows(db: OpenRecord['db'], from: number, to: number) {
  const between = <T extends 'quotations' | 'events' | 'claims'>(table: T) =>
    db
      .selectFrom(table as 'quotations')
      .selectAll()
      .where('document', '>=', from)
      .where('document', '<=', to)
      .execute()
  return {
    quotations: await between('quotations'),
    events: await between('events'),
    claims: await between('claims'),
  }
}

const KINDS = ['quotations', 'events', 'claims'] as const

function itemsIn(rows: ItemRows, document: number): ItemRows {
  const of = (kind: (typeof KINDS)[number]) =>
    rows[kind].filter(row => row.document === document).sort((a, b) => a.position - b.position)
  return { quotations: of('quotations'), events: of('events'), claims: of('claims') }
}

/** Item rows are what the analysis says: `itemsOf` cuts the words out of the text anew. Returns how many were compared. */
function compareItems(expected: Items, found: ItemRows, where: string, tell: Tell): number {
  let count = 0
  for (const kind of KINDS) {
    const wanted = expected[kind] as readonly object[]
    const there = found[kind] as readonly object[]
    const singular = kind.slice(0, -1)
    if (wanted.length !== there.length)
      tell(where, `its analysis has ${wanted.length} ${kind}, the table ${there.length}`)
    for (let i = 0; i < Math.min(wanted.length, there.length); i++) {
      const row = there[i] as Record<string, unknown>
      for (const [column, value] of Object.entries(wanted[i])) {
        if (row[column] === value) continue
        tell(
          `${singular} ${i} of ${where}`,
          `${column} is ${show(row[column])}, the text and its analysis say ${show(value)}`,
        )
      }
      count++
    }
  }
  return count
}

function show(value: unknown): string {
  const json = JSON.stringify(value) ?? 'missing'
  return json.length <= 80 ? json : `${json.slice(0, 76)}…`
}
