/** A file that is there whole or as it was before: written beside its place and moved into it. */
import { createWriteStream, rmSync } from 'node:fs'
import { realpath, rename, rm, stat } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { onceStopped } from './stopping.ts'

/**
 * Writes the pieces to `path`, over what is there. Whatever ends it before, a thrown error or Ctrl-C, leaves what was there, and nothing beside it. What is no file
 * (`/dev/stdout`, a pipe) is written as it comes. Throws what the pieces throw and what the operating system says, with `path` in it.
 */
export async function writeWhole(path: string, pieces: AsyncIterable<string | Uint8Array>): Promise<void> {
  const there = await stat(path).catch(() => null)
  if (there !== null && !there.isFile()) return pipeline(Readable.from(pieces), createWriteStream(path))
  // A symbolic link goes on leading to the file it leads to.
  const place = there === null ? path : await realpath(path)
  const beside = `${place}.${process.pid}.part`
  const goOn = onceStopped(() => rmSync(beside, { force: true }))
  try {
    await pipeline(Readable.from(pieces), createWriteStream(beside, { flush: true, mode: there?.mode ?? 0o666 }))
    await rename(beside, place)
  } catch (error) {
    await rm(beside, { force: true })
    throw error
  } finally {
    goOn()
  }
}
