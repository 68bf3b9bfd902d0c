/** Taking in: imports, captures of archived bytes, and the documents that came out of them. */
import type { TextDocument } from '@parley/core'
import { appendChange, type Leaf } from '../log/change-log.ts'
import { idOf } from '../log/hash.ts'
import { captureLeaf, documentIdOf, documentLeaf, failureLeaf, importLeaf, sourceLeaf } from '../log/row-hashes.ts'
import type { OpenRecord } from '../store/record.ts'
import type { Db, Write } from '../store/store.ts'
import type { CaptureTable, DocumentTable, SourceTable } from '../store/tables.ts'

/** A run that takes things in. */
export interface Import {
  readonly id: string
  readonly by: string
}

/** `at`: ISO instant. `what`: the inputs as named. */
export async function beginImport(
  record: OpenRecord,
  by: string,
  at: string,
  what: readonly string[],
): Promise<Import> {
  const id = `${at.slice(0, 19).replace(/[^0-9]/g, '')}-${idOf([by, at, ...what, process.pid, performance.now()]).slice(0, 6)}`
  const row = { id, at, by, what: JSON.stringify(what), withdrawn: null }
  await record.store.write(async write => {
    await record.store.insert(write, 'imports', [row])
    await appendChange(record.store, write, { at, by, what: 'take in', leaves: [importLeaf(row)] })
  })
  return { id, by }
}

export interface Captured {
  readonly sha256: string
  readonly bytes: number
  readonly origin: string
  readonly url: string | null
  readonly mediaType: string | null
  readonly how: 'file' | 'stdin' | 'fetch' | 'feed' | 'warc'
  readonly at: string
  readonly headers: Readonly<Record<string, string>> | null
}

export interface CaptureKept {
  readonly id: string
  /** All documents of these bytes from this place are in the record already: there is nothing to read. */
  readonly isDone: boolean
  /** An earlier import brought these bytes from this place. */
  readonly isKnown: boolean
}

/** The same bytes from the same place are one capture, however often they are taken in. */
export async function keepCapture(record: OpenRecord, run: Import, captured: Captured): Promise<CaptureKept> {
  const { sha256, bytes, origin, url, mediaType, how, at, headers } = captured
  const id = idOf([origin, url, sha256])
  const known = await record.db
    .selectFrom('captures')
    .select(['finished', 'import'])
    .where('id', '=', id)
    .executeTakeFirst()
  if (known !== undefined) return { id, isDone: known.finished === 1, isKnown: known.import !== run.id }
  const row: CaptureTable = {
    id,
    sha256,
    origin,
    url,
    media_type: mediaType,
    how,
    at,
    headers: headers === null ? null : JSON.stringify(headers),
    import: run.id,
    finished: 0,
  }
  await record.store.write(async write => {
    await record.store.insert(write, 'archive', [{ sha256, bytes }], 'nothing')
    await record.store.insert(write, 'captures', [row], 'nothing')
    await appendChange(record.store, write, { at, by: run.by, what: 'take in', leaves: [captureLeaf(row)] })
  })
  return { id, isDone: false, isKnown: false }
}

export interface DocumentTaken {
  readonly document: TextDocument
  /** Id of its capture. */
  readonly capture: string
  readonly part: string
}

export interface TakenIn {
  /** Documents that the record did not have. */
  readonly added: number
  /** Where those stand that it had, and now has from another place as well. */
  readonly doubles: readonly { readonly capture: string; readonly part: string }[]
}

/**
 * Saves documents in one transaction; what is there already stays as it is. `finished`: captures whose last documents these are.
 */
export async function saveDocuments(
  record: OpenRecord,
  run: Import,
  at: string,
  taken: readonly DocumentTaken[],
  finished: readonly string[] = [],
): Promise<TakenIn> {
  const rows = new Map<string, Omit<DocumentTable, 'n'>>()
  const texts = new Map<string, string>()
  const links: { id: string; capture: string; part: string }[] = []
  for (const { document, capture, part } of taken) {
    const id = documentIdOf(document)
    const { language, published, title, url, publisher, sha256 } = document
    rows.set(id, { id, name: document.id, text: sha256, language, published, title, url, publisher })
    texts.set(sha256, document.text)
    links.push({ id, capture, part })
  }
  // In the order of their hashes: writers on other machines lock rows in the same order.
  const sorted = [...rows.values()].sort((a, b) => (a.id < b.id ? -1 : 1))
  return record.store.write(async write => {
    const numbers = await numbersOf(write, [...rows.keys()])
    const leaves: Leaf[] = []
    const fresh: DocumentTable[] = []
    let n = await nextNumber(write)
    for (const row of sorted) {
      if (numbers.has(row.id)) continue
      numbers.set(row.id, n)
      fresh.push({ n: n++, ...row })
      leaves.push(documentLeaf(row))
    }
    const sha256s = [...new Set(fresh.map(({ text }) => text))].sort()
    await record.store.insert(
      write,
      'texts',
      sha256s.map(sha256 => ({ sha256, text: texts.get(sha256)! })),
      'nothing',
    )
    await record.store.insert(write, 'documents', fresh)
    const sources = await newSources(write, links, numbers, new Set(fresh.map(({ id }) => id)))
    await record.store.insert(
      write,
      'sources',
      sources.map(({ id, capture, part }): SourceTable => ({ document: numbers.get(id)!, capture, part })),
      'nothing',
    )
    for (const { id, capture, part } of sources) leaves.push(sourceLeaf(id, capture, part))
    if (finished.length > 0) {
      await write.updateTable('captures').set({ finished: 1 }).where('id', 'in', finished).execute()
    }
    await appendChange(record.store, write, { at, by: run.by, what: 'take in', leaves })
    const isFresh = new Set(fresh.map(({ id }) => id))
    const doubles = sources.filter(({ id }) => !isFresh.has(id)).map(({ capture, part }) => ({ capture, part }))
    return { added: fresh.length, doubles }
  })
}

/** Links that are not there yet, each once. */
async function newSources(
  write: Write,
  links: readonly { id: string; capture: string; part: string }[],
  numbers: ReadonlyMap<string, number>,
  fresh: ReadonlySet<string>,
): Promise<typeof links> {
  const known = links.filter(({ id }) => !fresh.has(id)).map(({ id }) => numbers.get(id)!)
  const there = new Set<string>()
  if (known.length > 0) {
    const rows = await write.selectFrom('sources').selectAll().where('document', 'in', known).execute()
    for (const { document, capture, part } of rows) there.add(`${document} ${capture} ${part}`)
  }
  return links.filter(({ id, capture, part }) => {
    const key = `${numbers.get(id)} ${capture} ${part}`
    if (there.has(key)) return false
    there.add(key)
    return true
  })
}

async function numbersOf(write: Write, ids: readonly string[]): Promise<Map<string, number>> {
  if (ids.length === 0) return new Map()
  const rows = await write.selectFrom('documents').select(['n', 'id']).where('id', 'in', ids).execute()
  return new Map(rows.map(({ n, id }) => [id, n]))
}

async function nextNumber(write: Write): Promise<number> {
  const { last } = await write
    .selectFrom('documents')
    .select(eb => eb.fn.max('n').as('last'))
    .executeTakeFirstOrThrow()
  return (last ?? 0) + 1
}

/** An input that could not be taken in, and why: shown at the end of the run and kept. */
export async function saveFailure(
  record: OpenRecord,
  run: Import,
  at: string,
  input: string,
  reason: string,
): Promise<void> {
  const row = { import: run.id, input, reason, at }
  await record.store.write(async write => {
    await record.store.insert(write, 'failures', [row])
    await appendChange(record.store, write, { at, by: run.by, what: 'take in', leaves: [failureLeaf(row)] })
  })
}

/** What an import could not take in, as it came; an input that came in later after all is left out. */
export async function failuresOf(
  db: Db,
  run: string,
): Promise<{ readonly input: string; readonly reason: string; readonly at: string }[]> {
  const rows = await db
    .selectFrom('failures as f')
    .select(['f.input', 'f.reason', 'f.at'])
    .where('f.import', '=', run)
    .where(eb =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('captures as c')
            .select('c.id')
            .where('c.import', '=', run)
            .whereRef('c.origin', '=', 'f.input')
            .whereRef('c.at', '>', 'f.at'),
        ),
      ),
    )
    .orderBy('f.at')
    .orderBy('f.input')
    .execute()
  return rows
}

export interface NoticeKept {
  readonly input: string
  /** A line in English. */
  readonly message: string
}

/** Keeps what somebody should know of inputs that were taken in all the same; each once, however often an import goes on. */
export async function saveNotices(record: OpenRecord, run: Import, notices: readonly NoticeKept[]): Promise<void> {
  if (notices.length === 0) return
  const idOf = ({ input, message }: NoticeKept) => `${input}\n${message}`
  const said = new Map(notices.map(each => [idOf(each), each]))
  await record.store.write(async write => {
    const inputs = [...new Set(notices.map(({ input }) => input))]
    const known = await write
      .selectFrom('notices')
      .select(['input', 'message'])
      .where('import', '=', run.id)
      .where('input', 'in', inputs)
      .execute()
    for (const each of known) said.delete(idOf(each))
    const rows = [...said.values()].map(({ input, message }) => ({ import: run.id, input, message }))
    await record.store.insert(write, 'notices', rows)
  })
}

/** By input; at most `limit`. */
export async function noticesOf(db: Db, run: string, limit: number): Promise<NoticeKept[]> {
  return db
    .selectFrom('notices')
    .select(['input', 'message'])
    .where('import', '=', run)
    .orderBy('input')
    .orderBy('message')
    .limit(limit)
    .execute()
}
