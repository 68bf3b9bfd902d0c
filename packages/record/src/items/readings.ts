/** What is still to be read, and what was found: the queue and the saving of analyses. */

import { appendChange, type Leaf } from '../log/change-log.ts'
import { analysisIdOf, analysisLeaf, readerIdOf, readerLeaf } from '../log/row-hashes.ts'
import type { OpenRecord } from '../store/record.ts'
import type { Db, Store, Write } from '../store/store.ts'
import type { AnalysisTable, ReaderTable } from '../store/tables.ts'
import type { Items } from './item-rows.ts'
import { type PackedReading, type ReadingFailed, type ReadingMade, unpackReading } from './packed-reading.ts'

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

/** Where a document first came from, for people: `news/a.jsonl (line 3)`; `name` where nothing is known of it. */
export async function originOf(db: Db, document: number, name: string): Promise<string> {
  const found = await db
    .selectFrom('sources as s')
    .innerJoin('captures as c', 'c.id', 's.capture')
    .select(['c.origin', 's.part'])
    .where('s.document', '=', document)
    .orderBy('c.at')
    .orderBy('c.id')
    .executeTakeFirst()
  if (found === undefined) return name
  return found.part === '' ? found.origin : `${found.origin} (${found.part})`
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

/** Readings that are unpacked together: few, so that what they become dies young, and more than one, for a server is asked once for all of them. */
const PORTION = 8

/**
 * Saves readings in one transaction, unpacked a few at a time. Documents that have a reading by this
 * reader by now (another process was first) or are gone are passed over, so it may be repeated. Items of an earlier reading give way; its analysis stays.
 * Gives back what the readings changed in documents that had an earlier one.
 */
export async function saveReadings(
  record: OpenRecord,
  reader: string,
  by: string,
  at: string,
  readings: readonly (PackedReading | ReadingFailed)[],
): Promise<ReadingChanges> {
  const { store } = record
  const sorted = [...readings].sort((a, b) => (a.document.id < b.document.id ? -1 : 1))
  return store.write(async write => {
    const sum = { documents: 0, new: 0, gone: 0 }
    const wanted = await stillWanted(
      write,
      reader,
      sorted.map(({ document }) => document.n),
    )
    const todo = sorted.filter(({ document }) => wanted.get(document.n) === document.id)
    if (todo.length === 0) return sum
    const numbers = todo.filter(({ ok }) => ok).map(({ document }) => document.n)
    const earlier = await takeOut(store, write, numbers)
    const next = await nextNumbers(write)
    const leaves: Leaf[] = []
    for (let from = 0; from < todo.length; from += PORTION) {
      const some = todo.slice(from, from + PORTION)
      const made = some.filter(reading => reading.ok).map(unpackReading)
      const found = new Map(made.map(reading => [reading.document.n, reading]))
      const rows = some.map((reading): AnalysisTable => {
        const { n, id } = reading.document
        const { analysis = null, items = null } = found.get(n) ?? {}
        const changes = items === null ? null : changesOf(earlier.get(n), items)
        if (changes !== null && changes.new + changes.gone > 0) {
          sum.documents++
          sum.new += changes.new
          sum.gone += changes.gone
        }
        const row = {
          id: analysisIdOf(id, reader),
          document: n,
          reader,
          at,
          body: analysis?.body ?? null,
          sha256: analysis?.sha256 ?? null,
          failure: reading.ok ? null : reading.reason,
          changes: changes === null ? null : JSON.stringify(changes),
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
      await insertItems(store, write, made, next)
    }
    await appendChange(store, write, { at, by, what: 'read', leaves })
    return sum
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

/** Takes out the items of earlier readings of these documents; what they were, of each document that had one. */
async function takeOut(store: Store, write: Write, numbers: readonly number[]): Promise<Map<number, Set<string>>> {
  if (numbers.length === 0) return new Map()
  const earlier = await write.selectFrom('readings').select('document').where('document', 'in', numbers).execute()
  const again = earlier.map(({ document }) => document)
  if (again.length === 0) return new Map()
  const before = await itemKeys(write, again)
  await dropItems(store, write, again)
  await write.deleteFrom('readings').where('document', 'in', again).execute()
  return before
}

/** What documents that were read before are now told otherwise of, in numbers of items. */
export interface ReadingChanges {
  readonly documents: number
  readonly new: number
  readonly gone: number
}

/** What a new reading changes, as it is kept; null: there was none before. */
function changesOf(
  old: ReadonlySet<string> | undefined,
  items: Items,
): { new: number; kept: number; gone: number } | null {
  if (old === undefined) return null
  const now = new Set(keysOf(items))
  const kept = [...now].filter(key => old.has(key)).length
  return { new: now.size - kept, kept, gone: old.size - kept }
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

/** The number that the next row of each table gets. */
type NextNumbers = Record<(typeof ITEM_TABLES)[number], number>

async function nextNumbers(write: Write): Promise<NextNumbers> {
  const next: NextNumbers = { quotations: 0, events: 0, claims: 0, passages: 0 }
  for (const table of ITEM_TABLES) next[table] = await nextNumber(write, table)
  return next
}

/** Counts `next` on. */
async function insertItems(store: Store, write: Write, made: readonly ReadingMade[], next: NextNumbers): Promise<void> {
  for (const table of ITEM_TABLES) {
    const rows = made.flatMap(reading => {
      const items = table === 'passages' ? reading.passages.map(({ row }) => row) : reading.items[table]
      return items.map(item => ({ document: reading.document.n, ...item }))
    })
    if (rows.length === 0) continue
    const first = next[table]
    next[table] += rows.length
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
