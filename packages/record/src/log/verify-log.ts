/** The change log against itself, and the rows it vouches for against it. */

import { decisionLeaf } from '../review/decisions.ts'
import type { OpenRecord } from '../store/record.ts'
import type { Db } from '../store/store.ts'
import { BEFORE_ALL, hashOfLink, type Leaf, type LeafKind, parseLeaves } from './change-log.ts'
import { merkleRoot } from './merkle-root.ts'
import {
  analysisLeaf,
  captureLeaf,
  documentLeaf,
  failureLeaf,
  importLeaf,
  readerLeaf,
  sourceLeaf,
} from './row-hashes.ts'
import type { Tell } from './verify.ts'

const LINKS = 50
const ROWS = 1000

type RowKind = Exclude<LeafKind, 'withdrawn'>

/** Returns how many links there are. */
export async function verifyLog({ db }: OpenRecord, tell: Tell): Promise<number> {
  /** Leaves by the kind of row; those whose row is not the one logged stay. */
  const logged = new Map<string, string>()
  let previous = BEFORE_ALL
  let seq = 0
  for (;;) {
    const page = await db.selectFrom('log').selectAll().where('seq', '>', seq).orderBy('seq').limit(LINKS).execute()
    for (const link of page) {
      const where = `log ${link.seq}`
      if (link.seq !== seq + 1) tell(where, `link ${seq + 1} is missing before it`)
      if (link.previous !== previous) tell(where, 'it does not follow the link before it')
      if (merkleRoot(link.body.split('\n')) !== link.root) tell(where, 'its leaves have changed')
      if (hashOfLink(link) !== link.hash) tell(where, 'it has changed')
      for (const leaf of parseLeaves(link.body)) keep(logged, leaf)
      previous = link.hash
      seq = link.seq
    }
    if (page.length < LINKS) break
  }
  for await (const leaf of allRows(db)) {
    const key = `${leaf.kind} ${leaf.id}`
    const expected = logged.get(key)
    if (expected === undefined) tell(key, 'the change log does not know it')
    else if (expected !== leaf.hash) tell(key, 'it has changed since it was logged')
    logged.delete(key)
  }
  for (const key of logged.keys()) tell(key, 'it was logged and is gone')
  await verifyUndone(db, tell)
  return seq
}

function keep(logged: Map<string, string>, { kind, id, hash }: Leaf): void {
  // A withdrawn leaf names the row by kind and id: `document:ab12…`.
  if (kind === 'withdrawn') logged.delete(id.replace(':', ' '))
  else logged.set(`${kind} ${id}`, hash)
}

/** Which decisions stand is told by the undoings, in their order. */
async function verifyUndone(db: Db, tell: Tell): Promise<void> {
  const decisions = await db
    .selectFrom('decisions')
    .select(['seq', 'kind', 'target', 'undone'])
    .orderBy('seq')
    .execute()
  const undone = new Map<number, number | null>()
  for (const { seq, kind, target } of decisions) {
    if (kind !== 'undo') continue
    const first = Number(target.split('/')[1])
    undone.set(first, seq)
    const taken = decisions.find(decision => decision.seq === first)
    if (taken?.kind === 'undo') undone.set(Number(taken.target.split('/')[1]), null)
  }
  for (const row of decisions) {
    if (row.undone !== (undone.get(row.seq) ?? null)) tell(`decision ${row.seq}`, 'whether it was undone has changed')
  }
}

/** The leaf of every row that the log vouches for. */
async function* allRows(db: Db): AsyncGenerator<Leaf & { kind: RowKind }> {
  for (const row of await db.selectFrom('imports').selectAll().execute()) yield importLeaf(row) as never
  for (const row of await db.selectFrom('readers').selectAll().execute()) yield readerLeaf(row) as never
  for (const row of await db.selectFrom('failures').selectAll().execute()) yield failureLeaf(row) as never
  for (const row of await db.selectFrom('decisions').selectAll().execute()) yield decisionLeaf(row) as never
  for (let after = ''; ; ) {
    const page = await db.selectFrom('captures').selectAll().where('id', '>', after).orderBy('id').limit(ROWS).execute()
    for (const row of page) yield captureLeaf(row) as never
    if (page.length < ROWS) break
    after = page[page.length - 1].id
  }
  for (let after = -1; ; ) {
    const page = await db.selectFrom('documents').selectAll().where('n', '>', after).orderBy('n').limit(ROWS).execute()
    if (page.length === 0) return
    const from = page[0].n
    after = page[page.length - 1].n
    const ids = new Map(page.map(({ n, id }) => [n, id]))
    for (const row of page) yield documentLeaf(row) as never
    const sources = await db
      .selectFrom('sources')
      .selectAll()
      .where('document', '>=', from)
      .where('document', '<=', after)
      .execute()
    for (const { document, capture, part } of sources) yield sourceLeaf(ids.get(document)!, capture, part) as never
    const analyses = await db
      .selectFrom('analyses')
      .select(['id', 'document', 'reader', 'at', 'sha256', 'failure', 'changes'])
      .where('document', '>=', from)
      .where('document', '<=', after)
      .execute()
    for (const row of analyses) yield analysisLeaf(row, ids.get(row.document) ?? '') as never
  }
}
