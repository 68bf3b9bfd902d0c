/** What is still to be read, and what was found: the queue and the saving of analyses. */

import { zstdCompressSync, zstdDecompressSync } from 'node:zlib'
import type { Analysis } from '@parley/core'
import { appendChange, type Leaf } from './change-log.ts'
import { sha256Hex } from './hash.ts'
import type { Indexed, Items } from './item-rows.ts'
import type { OpenRecord } from './record.ts'
import { analysisIdOf, analysisLeaf, readerIdOf, readerLeaf } from './row-hashes.ts'
import type { Db, Store, Write } from './store.ts'
import type { AnalysisTable, PassageTable, ReaderTable } from './tables.ts'

export type Reader = Omit<ReaderTable, 'id'>

/** A document without a reading by this reader. */
export interface Unread {
  readonly n: number
  readonly id: string
  readonly name: string
  readonly text: string
  readonly sha256: string
  readonly language: string | null
  readonly published: string | null
  readonly title: string | null
  readonly url: string | null
  readonly publisher: string | null
}

/**
 * The queue: documents that this reader has not read, in the order of their ids, those after the id `after` ('' for all). There is no other
 * queue, so nothing can be lost from it.
 */
export function missing(db: Db, reader: string, after: string, limit: number): Promise<Unread[]> {
  return unread(db, reader)
    .innerJoin('texts as t', 't.sha256', 'd.text')
    .select(['d.n', 'd.id', 'd.name', 't.text', 't.sha256', 'd.language', 'd.published', 'd.title', 'd.url'])
    .select('d.publisher')
    .where('d.id', '>', after)
    .orderBy('d.id')
    .limit(limit)
    .execute()
}

export async function countMissing(db: Db, reader: string): Promise<number> {
  const { count } = await unread(db, reader)
    .select(eb => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  return Number(count)
}

function unread(db: Db, reader: string) {
  return db
    .selectFrom('documents as d')
    .where(eb =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('analyses as a')
            .select('a.id')
            .whereRef('a.document', '=', 'd.n')
            .where('a.reader', '=', reader),
        ),
      ),
    )
}

/** Names the reader in the record; its id. */
export async function keepReader(record: OpenRecord, reader: Reader, by: string, at: string): Promise<string> {
  const row = { id: readerIdOf(reader), ...reader }
  const known = await record.db.selectFrom('readers').select('id').where('id', '=', row.id).executeTakeFirst()
  if (known !== undefined) return row.id
  await record.store.write(async write => {
    const there = await write.selectFrom('readers').select('id').where('id', '=', row.id).executeTakeFirst()
    if (there !== undefined) return
    await record.store.insert(write, 'readers', [row])
    await appendChange(record.store, write, { at, by, what: 'read', leaves: [readerLeaf(row)] })
  })
  return row.id
}

/** The analysis as it is kept: JSON without the text, which the record has, compressed. */
export interface PackedAnalysis {
  readonly body: Uint8Array
  readonly sha256: string
}

export function packAnalysis({ text: _, ...rest }: Analysis): PackedAnalysis {
  const json = JSON.stringify(rest)
  // Copied to its size: a piece of a larger buffer would take the whole of it along to another thread.
  return { body: new Uint8Array(zstdCompressSync(json)), sha256: sha256Hex(json) }
}

/** Throws when the bytes are no such analysis. */
export function unpackAnalysis(body: Uint8Array, text: string): Analysis {
  const { format, document, reader, ...rest } = JSON.parse(jsonOf(body)) as Omit<Analysis, 'text'>
  return { format, document, reader, text, ...rest }
}

export function jsonOf(body: Uint8Array): string {
  return zstdDecompressSync(body).toString('utf8')
}

export interface ReadingMade {
  readonly ok: true
  readonly document: { readonly n: number; readonly id: string }
  readonly analysis: PackedAnalysis
  readonly items: Items
  /** Words of each quotation, in order. */
  readonly quotationWords: readonly string[]
  readonly passages: readonly Indexed<PassageTable>[]
  readonly signature: Uint8Array | null
}

export interface ReadingFailed {
  readonly ok: false
  readonly document: { readonly n: number; readonly id: string }
  readonly reason: string
}

/**
 * Saves readings in one transaction. Documents that have a reading by this reader by now (another process was first) or are gone are passed over, so it
 * may be repeated. Items of an earlier reading give way; its analysis stays.
 */
export async function saveReadings(
  record: OpenRecord,
  reader: string,
  by: string,
  at: string,
  readings: readonly (ReadingMade | ReadingFailed)[],
): Promise<void> {
  const { store } = record
  const sorted = [...readings].sort((a, b) => (a.document.id < b.document.id ? -1 : 1))
  await store.write(async write => {
    const wanted = await stillWanted(
      write,
      reader,
      sorted.map(({ document }) => document.n),
    )
    const todo = sorted.filter(({ document }) => wanted.get(document.n) === document.id)
    if (todo.length === 0) return
    const made = todo.filter(reading => reading.ok)
    const changes = await replaceItems(store, write, made)
    const leaves: Leaf[] = []
    const rows = todo.map((reading): AnalysisTable => {
      const { n, id } = reading.document
      const row = {
        id: analysisIdOf(id, reader),
        document: n,
        reader,
        at,
        body: reading.ok ? reading.analysis.body : null,
        sha256: reading.ok ? reading.analysis.sha256 : null,
        failure: reading.ok ? null : reading.reason,
        changes: changes.get(n) ?? null,
      }
      leaves.push(analysisLeaf(row, id))
      return row
    })
    await store.insert(write, 'analyses', rows)
    await store.insert(
      write,
      'readings',
      made.map(({ document, signature }) => ({ document: document.n, reader, signature })),
    )
    await insertItems(store, write, made)
    await appendChange(store, write, { at, by, what: 'read', leaves })
  })
}

/** Number -> id of the documents that are there and that this reader has not read. */
async function stillWanted(write: Write, reader: string, numbers: readonly number[]): Promise<Map<number, string>> {
  const rows = await write
    .selectFrom('documents as d')
    .leftJoin('analyses as a', join => join.onRef('a.document', '=', 'd.n').on('a.reader', '=', reader))
    .select(['d.n', 'd.id'])
    .where('d.n', 'in', numbers)
    .where('a.id', 'is', null)
    .execute()
  return new Map(rows.map(({ n, id }) => [n, id]))
}

const ITEM_TABLES = ['quotations', 'events', 'claims', 'passages'] as const

/** Takes out the items of earlier readings; for each document that had one, what the new reading changes. */
async function replaceItems(store: Store, write: Write, made: readonly ReadingMade[]): Promise<Map<number, string>> {
  const numbers = made.map(({ document }) => document.n)
  if (numbers.length === 0) return new Map()
  const earlier = await write.selectFrom('readings').select('document').where('document', 'in', numbers).execute()
  const again = earlier.map(({ document }) => document)
  if (again.length === 0) return new Map()
  const before = await itemKeys(write, again)
  const changes = new Map<number, string>()
  for (const { document, items } of made) {
    const old = before.get(document.n)
    if (old === undefined) continue
    const now = new Set(keysOf(items))
    const kept = [...now].filter(key => old.has(key)).length
    changes.set(document.n, JSON.stringify({ new: now.size - kept, kept, gone: old.size - kept }))
  }
  await dropItems(store, write, again)
  await write.deleteFrom('readings').where('document', 'in', again).execute()
  return changes
}

/** What is compared between two readings of one text: the place of an item and what is said of it. */
function keysOf({ quotations, events, claims }: Items): string[] {
  return [
    ...quotations.map(({ parts, speaker, act }) => `quotation ${parts} ${speaker} ${act}`),
    ...events.map(({ start, end, type, mode, status }) => `event ${start} ${end} ${type} ${mode} ${status}`),
    ...claims.map(({ start, end, stipulation, assertion }) => `claim ${start} ${end} ${stipulation} ${assertion}`),
  ]
}

async function itemKeys(write: Write, numbers: readonly number[]): Promise<Map<number, Set<string>>> {
  const keys = new Map(numbers.map(n => [n, new Set<string>()]))
  const quotations = await write.selectFrom('quotations').selectAll().where('document', 'in', numbers).execute()
  const events = await write.selectFrom('events').selectAll().where('document', 'in', numbers).execute()
  const claims = await write.selectFrom('claims').selectAll().where('document', 'in', numbers).execute()
  const of = <T extends { document: number }>(rows: readonly T[], n: number) => rows.filter(row => row.document === n)
  for (const [n, set] of keys) {
    const items = { quotations: of(quotations, n), events: of(events, n), claims: of(claims, n) }
    for (const key of keysOf(items)) set.add(key)
  }
  return keys
}

/** Takes the items and words of documents out of their tables. */
export async function dropItems(store: Store, write: Write, numbers: readonly number[]): Promise<void> {
  await store.dropWords(write, 'quotations', numbers)
  await store.dropWords(write, 'passages', numbers)
  for (const table of ITEM_TABLES) await write.deleteFrom(table).where('document', 'in', numbers).execute()
}

async function insertItems(store: Store, write: Write, made: readonly ReadingMade[]): Promise<void> {
  for (const table of ITEM_TABLES) {
    const rows = made.flatMap(reading => {
      const items = table === 'passages' ? reading.passages.map(({ row }) => row) : reading.items[table]
      return items.map(item => ({ document: reading.document.n, ...item }))
    })
    if (rows.length === 0) continue
    const first = await nextNumber(write, table)
    const numbered = rows.map((row, i) => ({ n: first + i, ...row })) as never[]
    if (table === 'events' || table === 'claims') await store.insert(write, table, numbered)
    else {
      const words = made.flatMap(reading =>
        table === 'passages' ? reading.passages.map(passage => passage.words) : reading.quotationWords,
      )
      await store.insertIndexed(write, table, numbered, words)
    }
  }
}

async function nextNumber(write: Write, table: (typeof ITEM_TABLES)[number]): Promise<number> {
  const { last } = await write
    .selectFrom(table)
    .select(eb => eb.fn.max('n').as('last'))
    .executeTakeFirstOrThrow()
  return (last ?? 0) + 1
}
