/** The archive inside a PostgreSQL database, in pieces of a megabyte: what serves many machines has no folder that all of them see. */
import { createHash, randomUUID } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { sql } from 'kysely'
import type { PostgresStore } from '../store/postgres-store.ts'
import { RecordError } from '../store/record-error.ts'
import type { Archive, Stored } from './archive.ts'

const PIECE = 1 << 20

export class TableArchive implements Archive {
  readonly #store: PostgresStore
  /** Folder of the copies that other threads read. */
  #copies: string | null = null

  constructor(store: PostgresStore) {
    this.#store = store
  }

  async put(chunks: AsyncIterable<Uint8Array>): Promise<Stored> {
    const { db } = this.#store
    const hash = createHash('sha256')
    let bytes = 0
    // One transaction, under a name of its own until the hash is known: half a file is never seen.
    return db.transaction().execute(async write => {
      const incoming = `incoming-${randomUUID()}`
      let piece = 0
      const keep = (data: Uint8Array) =>
        sql`insert into archive_pieces values (${incoming}, ${piece++}, ${Buffer.from(data)})`.execute(write)
      for await (const data of inPieces(chunks)) {
        hash.update(data)
        bytes += data.length
        await keep(data)
      }
      if (piece === 0) await keep(new Uint8Array(0))
      const sha256 = hash.digest('hex')
      const moved = await sql`update archive_pieces set sha256 = ${sha256} where sha256 = ${incoming} and not exists
        (select 1 from archive_pieces where sha256 = ${sha256})`.execute(write)
      if (moved.numAffectedRows === 0n) await sql`delete from archive_pieces where sha256 = ${incoming}`.execute(write)
      return { sha256, bytes }
    })
  }

  async *read(sha256: string): AsyncGenerator<Uint8Array> {
    for (let piece = 0; ; piece++) {
      const { rows } = await sql<{ bytes: Uint8Array }>`select bytes from archive_pieces
        where sha256 = ${sha256} and piece = ${piece}`.execute(this.#store.db)
      if (rows.length === 0 && piece === 0) throw new RecordError(`the archive lacks ${sha256}`)
      if (rows.length === 0) return
      yield rows[0].bytes
    }
  }

  async file(sha256: string): Promise<string> {
    this.#copies ??= await mkdtemp(join(tmpdir(), 'parley-archive-'))
    const path = join(this.#copies, sha256)
    await pipeline(this.read(sha256), createWriteStream(path))
    return path
  }

  async release(sha256: string): Promise<void> {
    if (this.#copies !== null) await rm(join(this.#copies, sha256), { force: true })
  }

  async close(): Promise<void> {
    if (this.#copies !== null) await rm(this.#copies, { recursive: true, force: true })
    this.#copies = null
  }

  async has(sha256: string): Promise<boolean> {
    const { rows } = await sql`select 1 from archive_pieces where sha256 = ${sha256} limit 1`.execute(this.#store.db)
    return rows.length > 0
  }

  async remove(sha256: string): Promise<void> {
    await sql`delete from archive_pieces where sha256 = ${sha256}`.execute(this.#store.db)
  }
}

async function* inPieces(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let held: Uint8Array[] = []
  let length = 0
  for await (const chunk of chunks) {
    held.push(chunk)
    length += chunk.length
    if (length < PIECE) continue
    yield Buffer.concat(held, length)
    held = []
    length = 0
  }
  if (length > 0) yield Buffer.concat(held, length)
}
