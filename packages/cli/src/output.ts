/** Where analyses go: standard output, or a folder with one file each. */
import { writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { Analysis } from '@parley/core'
import { makeFolder } from '@parley/record/make-folder'
import { fileName } from './file-name.ts'
import { systemReason } from './system-error.ts'
import { terminalOf } from './terminal.ts'
import type { Format } from './views/formats.ts'
import { WrongUse } from './wrong-use.ts'

export interface Output {
  /** Why the analysis could not be kept, or null when it was. */
  write(analysis: Analysis): Promise<string | null>
  finish(): Promise<void>
}

/** Analyses as they come, one behind the other. */
export class StandardOutput implements Output {
  readonly #format: Format
  readonly #terminal = terminalOf(process.stdout, process.env)
  #written = 0
  /** The one page of a format that holds one, until it is known to be the only one. */
  #held = ''

  constructor(format: Format) {
    this.#format = format
  }

  async write(analysis: Analysis): Promise<null> {
    const isFirst = this.#written++ === 0
    if (!isFirst && this.#format.isSingle) {
      const name = this.#format.extension.slice(1)
      throw new WrongUse(`--format ${name} prints one document; for several name a folder with --out DIR`)
    }
    const piece = this.#format.piece(analysis, this.#terminal, isFirst)
    if (this.#format.isSingle) this.#held = piece
    else await print(isFirst ? this.#format.head + piece : piece)
    return null
  }

  async finish(): Promise<void> {
    await print(this.#held)
  }
}

/** In pieces, and no faster than whoever reads takes them: neither analyses nor a page's bytes pile up in memory. */
export async function print(text: string): Promise<void> {
  for (let at = 0; at < text.length; ) {
    let end = Math.min(at + PIECE, text.length)
    // A character of two units stays whole.
    if (end < text.length && (text.charCodeAt(end - 1) & 0xfc00) === 0xd800) end++
    const isTaken = process.stdout.write(text.slice(at, end))
    at = end
    if (!isTaken) await new Promise<void>(resolve => process.stdout.once('drain', resolve))
  }
}

const PIECE = 1 << 16

/** One file for each document. */
export class FolderOutput implements Output {
  readonly #folder: string
  readonly #format: Format
  /** Names given in this run. */
  readonly #names = new Set<string>()

  /** Makes the folder where it is missing. Throws WrongUse when that cannot be. */
  constructor(folder: string, format: Format) {
    this.#folder = folder
    this.#format = format
    try {
      makeFolder(resolve(folder))
    } catch (error) {
      throw new WrongUse(`--out ${folder}: no folder can be made there (${reasonOf(error)})`)
    }
  }

  async write(analysis: Analysis): Promise<string | null> {
    const { id } = analysis.document
    const name = fileName(id, this.#format.extension)
    // On systems that do not tell capitals apart the second file would take the first one's place.
    const key = process.platform === 'linux' ? name : name.toLowerCase()
    if (this.#names.has(key)) return `a second document with the id ${JSON.stringify(id)}: ${name} is written already`
    const file = this.#format.file(analysis)
    try {
      writeFileSync(join(this.#folder, name), file)
    } catch (error) {
      return `${name} cannot be written (${reasonOf(error)})`
    }
    this.#names.add(key)
    return null
  }

  async finish(): Promise<void> {}
}

/** What the file system says, for people; any other error goes on. */
function reasonOf(error: unknown): string {
  const reason = systemReason(error)
  if (reason === null) throw error
  return reason
}
