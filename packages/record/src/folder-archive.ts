/** The archive as a folder: `archive/ab/abcdef…`, one file for each content. */
import { createHash, randomUUID } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { access, mkdir, open, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Archive, Stored } from './archive.ts'
import { RecordError } from './record-error.ts'

const CHUNK = 1 << 18

export class FolderArchive implements Archive {
  readonly #folder: string
  readonly #made = new Set<string>()

  constructor(folder: string) {
    this.#folder = folder
  }

  /** Written under another name first: a file with a hash for a name is whole, whenever the machine stops. */
  async put(chunks: AsyncIterable<Uint8Array>): Promise<Stored> {
    await this.#folderOf('incoming')
    const incoming = join(this.#folder, 'incoming', randomUUID())
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

  #path(sha256: string): string {
    return join(this.#folder, sha256.slice(0, 2), sha256)
  }

  async #folderOf(name: string): Promise<void> {
    if (this.#made.has(name)) return
    await mkdir(join(this.#folder, name), { recursive: true })
    this.#made.add(name)
  }
}
