/** Imports as the record knows them: who took in what and when, what came of it, what failed. */
import { failuresOf, noticesOf, type OpenRecord } from '@parley/record'
import { causeOf, noticeCauseOf } from '@parley/service'
import type { ImportFailure, ImportNotice } from '../api/import-schemas.ts'
import type { Paged } from '../api/schemas.ts'
import type { Shelf } from './shelf.ts'

export interface RecordedImport {
  readonly id: string
  readonly at: string
  readonly by: string
  readonly names: readonly string[]
  readonly withdrawn: string | null
  readonly documents: number
  /** Of these, those that nothing has read yet. */
  readonly unread: number
  readonly failed: number
}

const PAGE = 20

/** The last first; `before`: id of the last one seen. */
export async function recordedImports({ record }: Shelf, before: string | null): Promise<Paged<RecordedImport>> {
  let query = described(record)
  if (before !== null) query = query.where('i.id', '<', before)
  const rows = await query
    .orderBy('i.id', 'desc')
    .limit(PAGE + 1)
    .execute()
  const items = rows.slice(0, PAGE).map(importOf)
  return { items, next: rows.length > PAGE ? items[PAGE - 1].id : null }
}

export async function recordedImport({ record }: Shelf, id: string): Promise<RecordedImport | null> {
  const row = await described(record).where('i.id', '=', id).executeTakeFirst()
  return row === undefined ? null : importOf(row)
}

function described({ db }: OpenRecord) {
  return db
    .selectFrom('imports as i')
    .select(['i.id', 'i.at', 'i.by', 'i.what', 'i.withdrawn'])
    .select(eb => [
      eb
        .selectFrom('captures as c')
        .innerJoin('sources as s', 's.capture', 'c.id')
        .whereRef('c.import', '=', 'i.id')
        .select(count => count.fn.count<number>('s.document').distinct().as('n'))
        .as('documents'),
      eb
        .selectFrom('captures as c')
        .innerJoin('sources as s', 's.capture', 'c.id')
        .leftJoin('analyses as a', 'a.document', 's.document')
        .whereRef('c.import', '=', 'i.id')
        .where('a.id', 'is', null)
        .select(count => count.fn.count<number>('s.document').distinct().as('n'))
        .as('unread'),
      eb
        .selectFrom('failures as f')
        .whereRef('f.import', '=', 'i.id')
        .select(count => count.fn.countAll<number>().as('n'))
        .as('failed'),
    ])
}

type Row = Awaited<ReturnType<ReturnType<typeof described>['execute']>>[number]

function importOf({ id, at, by, what, withdrawn, ...counts }: Row): RecordedImport {
  const names = (JSON.parse(what) as string[]).map(shownInput)
  const documents = Number(counts.documents)
  return { id, at, by, names, withdrawn, documents, unread: Number(counts.unread), failed: Number(counts.failed) }
}

function isAddress(input: string): boolean {
  return /^https?:\/\//i.test(input)
}

/** Where a file lay on the machine of the record is nobody's business elsewhere: of a path that begins at its root the last part. */
function shownInput(input: string): string {
  return /^(?:\/|[a-z]:\\|\\\\)/i.test(input) ? (input.split(/[\\/]/).findLast(part => part !== '') ?? input) : input
}

/** What could not be taken in, and documents that could not be read. */
export async function failuresOfImport({ record }: Shelf, id: string): Promise<ImportFailure[]> {
  const failures = await failuresOf(record.db, id)
  const unread = await record.db
    .selectFrom('captures as c')
    .innerJoin('sources as s', 's.capture', 'c.id')
    .innerJoin('documents as d', 'd.n', 's.document')
    .innerJoin('analyses as a', 'a.document', 'd.n')
    .select(['d.name', 'a.failure'])
    .distinct()
    .where('c.import', '=', id)
    .where('a.failure', 'is not', null)
    .orderBy('d.name')
    .limit(MOST)
    .execute()
  return [
    ...failures.slice(0, MOST).map(({ input, reason }) => ({
      input: shownInput(input),
      reason,
      cause: causeOf(reason),
      isAddress: isAddress(input),
    })),
    ...unread.map(({ name, failure }) => ({
      input: name,
      reason: failure ?? '',
      cause: causeOf(failure ?? ''),
      isAddress: false,
    })),
  ]
}

/** What was told of inputs that were taken in all the same. */
export async function noticesOfImport({ record }: Shelf, id: string): Promise<ImportNotice[]> {
  const notices = await noticesOf(record.db, id, MOST)
  return notices.map(({ input, message }) => ({ input: shownInput(input), message, cause: noticeCauseOf(message) }))
}

/** Failures and notices shown; more of them have one cause. */
const MOST = 1000
