/** The archive as a folder: `archive/ab/abcdef…`, one file for each content. */
import { createHash, randomUUID } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { access, mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { RecordError } from '../store/record-error.ts'
import type { Archive, Stored } from './archive.ts'

const CHUNK = 1 << 18
const INCOMING = 'incoming'
/** Milliseconds. */
const DAY = 24 * 60 * 60 * 1000

export class FolderArchive implements Archive {
  readonly #folder: string
  readonly #made = new Set<string>()

  constructor(folder: string) {
    this.#folder = folder
  }

  /** Written under another name first: a file with a hash for a name is whole, whenever the machine stops. */
  async put(chunks: AsyncIterable<Uint8Array>): Promise<Stored> {
    if (!this.#made.has(INCOMING)) {
      await this.#folderOf(INCOMING)
      await this.#clearAway()
    }
    const incoming = join(this.#folder, INCOMING, randomUUID())
    const hash = createHash('sha256')
    let bytes = 0
    const file = await open(incoming, 'wx')
    try {
      for await (const chunk of chunks) {
        hash.update(chunk)
        bytes += chunk.length
        await file.write(chunk)
      }
      await file.sync()
    } catch (error) {
      await file.close()
      await rm(incoming, { force: true })
      throw error
    }
    await file.close()
    const sha256 = hash.digest('hex')
    if (await this.has(sha256)) await rm(incoming)
    else {
      await this.#folderOf(sha256.slice(0, 2))
      await rename(incoming, this.#path(sha256))
    }
    return { sha256, bytes }
  }

  async *read(sha256: string): AsyncGenerator<Uint8Array> {
    try {
      yield* createReadStream(this.#path(sha256), { highWaterMark: CHUNK })
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
      throw new RecordError(`the archive lacks ${sha256}`)
    }
  }

  async file(sha256: string): Promise<string> {
    return this.#path(sha256)
  }

  async release(): Promise<void> {}

  async close(): Promise<void> {}

  async has(sha256: string): Promise<boolean> {
    try {
      await access(this.#path(sha256))
      return true
    } catch {
      return false
    }
  }

  async remove(sha256: string): Promise<void> {
    await rm(this.#path(sha256), { force: true })
  }

  /** What runs that were killed left half written. One that is still at work has written within a day. */
  async #clearAway(): Promise<void> {
    const folder = join(this.#folder, INCOMING)
    for (const name of await readdir(folder)) {
      const path = join(folder, name)
      const { mtimeMs } = await stat(path).catch(() => ({ mtimeMs: Number.POSITIVE_INFINITY }))
      if (Date.now() - mtimeMs > DAY) await rm(path, { force: true })
    }
  }

  #path(sha256: string): string {
    return join(this.#folder, sha256.slice(0, 2), sha256)
  }

  async #folderOf(name: string): Promise<void> {
    if (this.#made.has(name)) return
    await mkdir(join(this.#folder, name), { recursive: true })
    this.#made.add(name)
  }
}
