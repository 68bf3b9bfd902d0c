/** Taking an import back: what came in by it alone goes, what others brought as well stays. The log keeps the hashes of what went. */

import { dropItems } from '../items/readings.ts'
import { appendChange, type Leaf } from '../log/change-log.ts'
import { analysisLeaf, captureLeaf, documentLeaf, sourceLeaf } from '../log/row-hashes.ts'
import type { OpenRecord } from '../store/record.ts'
import { RecordError } from '../store/record-error.ts'
import type { Write } from '../store/store.ts'

export interface RolledBack {
  readonly documents: number
  readonly captures: number
}

/** Documents in one statement. */
const SOME = 500

/** Throws RecordError when there is no such import, or it is rolled back already. One transaction: all of it or nothing. */
export async function rollBack(
  record: OpenRecord,
  run: string,
  by: string,
  at: string,
  why: string | null,
): Promise<RolledBack> {
  const { store, archive } = record
  const result = await store.write(async write => {
    const row = await write.selectFrom('imports').select('withdrawn').where('id', '=', run).executeTakeFirst()
    if (row === undefined) throw new RecordError(`no import ${run}; \`parley sources --imports\` lists them`)
    if (row.withdrawn !== null) throw new RecordError(`import ${run} was rolled back on ${row.withdrawn.slice(0, 10)}`)
    const leaves: Leaf[] = []
    const captures = await write.selectFrom('captures').selectAll().where('import', '=', run).execute()
    let documents = 0
    for (const capture of captures) {
      documents += await dropCapture(record, write, capture.id, leaves)
      leaves.push(captureLeaf(capture))
    }
    await write.deleteFrom('captures').where('import', '=', run).execute()
    const orphans = await dropOrphans(write, [...new Set(captures.map(({ sha256 }) => sha256))])
    await write.updateTable('imports').set({ withdrawn: at }).where('id', '=', run).execute()
    const withdrawn = leaves.map(({ kind, id, hash }): Leaf => ({ kind: 'withdrawn', id: `${kind}:${id}`, hash }))
    await appendChange(store, write, { at, by, what: 'roll back', why: why ?? `import ${run}`, leaves: withdrawn })
    return { documents, captures: captures.length, orphans }
  })
  // After the transaction: bytes too many do no harm, bytes too few would.
  for (const sha256 of result.orphans) await archive.remove(sha256)
  return { documents: result.documents, captures: result.captures }
}

/** Takes out what came from one capture alone. Returns how many documents went. */
async function dropCapture(record: OpenRecord, write: Write, capture: string, leaves: Leaf[]): Promise<number> {
  let dropped = 0
  for (;;) {
    const sources = await write
      .selectFrom('sources as s')
      .innerJoin('documents as d', 'd.n', 's.document')
      .select(['s.document', 's.part', 'd.id'])
      .where('s.capture', '=', capture)
      .limit(SOME)
      .execute()
    if (sources.length === 0) return dropped
    const numbers = [...new Set(sources.map(({ document }) => document))]
    for (const { id, part } of sources) leaves.push(sourceLeaf(id, capture, part))
    // By document: the page may hold some of its parts only, and the next page holds the rest.
    for (const { document, part } of sources) {
      await write
        .deleteFrom('sources')
        .where('capture', '=', capture)
        .where('document', '=', document)
        .where('part', '=', part)
        .execute()
    }
    const kept = await write.selectFrom('sources').select('document').where('document', 'in', numbers).execute()
    const stay = new Set(kept.map(({ document }) => document))
    const gone = numbers.filter(n => !stay.has(n))
    if (gone.length > 0) await dropDocuments(record, write, gone, leaves)
    dropped += gone.length
  }
}

async function dropDocuments(record: OpenRecord, write: Write, gone: readonly number[], leaves: Leaf[]): Promise<void> {
  const documents = await write.selectFrom('documents').selectAll().where('n', 'in', gone).execute()
  const ids = new Map(documents.map(({ n, id }) => [n, id]))
  for (const row of documents) leaves.push(documentLeaf(row))
  const analyses = await write
    .selectFrom('analyses')
    .select(['id', 'document', 'reader', 'at', 'sha256', 'failure', 'changes'])
    .where('document', 'in', gone)
    .execute()
  for (const row of analyses) leaves.push(analysisLeaf(row, ids.get(row.document)!))
  await dropItems(record.store, write, gone)
  for (const table of ['analyses', 'readings', 'stories', 'bands', 'anchors'] as const)
    await write.deleteFrom(table).where('document', 'in', gone).execute()
  await write.deleteFrom('documents').where('n', 'in', gone).execute()
  const texts = [...new Set(documents.map(({ text }) => text))]
  await write
    .deleteFrom('texts')
    .where('sha256', 'in', texts)
    .where(eb =>
      eb.not(eb.exists(eb.selectFrom('documents as d').select('d.n').whereRef('d.text', '=', 'texts.sha256'))),
    )
    .execute()
}

/** Archived bytes that no capture names any more. */
async function dropOrphans(write: Write, sha256s: readonly string[]): Promise<string[]> {
  const orphans: string[] = []
  for (const sha256 of sha256s) {
    const held = await write.selectFrom('captures').select('id').where('sha256', '=', sha256).limit(1).execute()
    if (held.length > 0) continue
    await write.deleteFrom('archive').where('sha256', '=', sha256).execute()
    orphans.push(sha256)
  }
  return orphans
}
