/**
 * Where uploads wait: a folder for each import, with its order and its files until it is done, then with its outcome alone. An order that nobody
 * is at was interrupted: whatever ended the server, what was sent to it is still there. Names inside are made here, never taken from outside.
 */
import { randomUUID } from 'node:crypto'
import { mkdir, open, readdir, readFile, rename, rm } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { makeFolder } from '@parley/record'
import type { Order, Outcome } from './order.ts'

const ORDER = 'order.json'
const OUTCOME = 'outcome.json'
const FILES = 'files'
const DRAFT = 'draft-'
const ID = /^[0-9]{14}-[0-9a-f]{6}$/

/** A folder that is being filled; it becomes that of an import, or goes. */
export interface Draft {
  readonly folder: string
  /** A path for one more file. */
  fileAt(index: number): string
}

export class Spool {
  readonly #folder: string

  private constructor(folder: string) {
    this.#folder = folder
  }

  /** Makes the folder where there is none, for its owner alone, and takes away what was never finished being sent. */
  static async open(folder: string): Promise<Spool> {
    const root = resolve(folder)
    makeFolder(root, 0o700)
    for (const name of await readdir(root)) {
      if (name.startsWith(DRAFT)) await rm(join(root, name), { recursive: true, force: true })
    }
    return new Spool(root)
  }

  async draft(): Promise<Draft> {
    const folder = join(this.#folder, DRAFT + randomUUID())
    await mkdir(join(folder, FILES), { recursive: true, mode: 0o700 })
    return { folder, fileAt: index => join(folder, FILES, String(index)) }
  }

  async drop(draft: Draft): Promise<void> {
    await rm(draft.folder, { recursive: true, force: true })
  }

  /** The draft becomes the folder of its import. Paths of its files become names inside it. */
  async keep(draft: Draft, order: Order): Promise<Order> {
    const inputs = order.inputs.map(input =>
      typeof input === 'string' ? input : { ...input, path: input.path.slice(draft.folder.length + 1) },
    )
    const kept = { ...order, inputs }
    await writeWhole(join(draft.folder, ORDER), kept)
    await rename(draft.folder, this.#folderOf(order.id))
    return kept
  }

  /** Orders that are not done, in the order they came. */
  async orders(): Promise<Order[]> {
    const found: Order[] = []
    for (const name of (await readdir(this.#folder)).filter(name => ID.test(name)).sort()) {
      const order = await readJson<Order>(join(this.#folder, name, ORDER))
      if (order !== null) found.push(order)
    }
    return found
  }

  /** What is to be taken in, with the paths where it lies. */
  inputsOf({ id, inputs }: Order): Order['inputs'] {
    return inputs.map(input =>
      typeof input === 'string' ? input : { ...input, path: join(this.#folderOf(id), input.path) },
    )
  }

  /** Done: the files go, for the archive has them. */
  async finish(id: string, outcome: Outcome): Promise<void> {
    const folder = this.#folderOf(id)
    await writeWhole(join(folder, OUTCOME), outcome)
    await rm(join(folder, ORDER), { force: true })
    await rm(join(folder, FILES), { recursive: true, force: true })
  }

  /** null: it did not come through this spool, or is not done. */
  async outcomeOf(id: string): Promise<Outcome | null> {
    return ID.test(id) ? readJson<Outcome>(join(this.#folderOf(id), OUTCOME)) : null
  }

  #folderOf(id: string): string {
    if (!ID.test(id)) throw new RangeError(`no id of an import: ${id}`)
    return join(this.#folder, id)
  }
}

/** Under another name first: what has its name is whole. */
async function writeWhole(path: string, value: unknown): Promise<void> {
  const file = await open(`${path}.part`, 'w', 0o600)
  try {
    await file.writeFile(JSON.stringify(value))
    await file.sync()
  } finally {
    await file.close()
  }
  await rename(`${path}.part`, path)
}

async function readJson<T>(path: string): Promise<T | null> {
  try {
    return JSON.parse(await readFile(path, 'utf8')) as T
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT' || error instanceof SyntaxError) return null
    throw error
  }
}
