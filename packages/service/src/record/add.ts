/**
 * The verb `add`: inputs into a record. First the bytes are archived and their documents saved, then what the reader has not read is read, then
 * near duplicates are grouped. Every step asks the record what is still to do, so a run that was ended in any way goes on where it was.
 */

import { readFile } from 'node:fs/promises'
import { availableParallelism } from 'node:os'
import {
  decodeText,
  type FileKind,
  type FoundFile,
  fileSystemReason,
  findFiles,
  kindOfName,
  noticeOf,
  openInput,
} from '@parley/ingest'
import {
  beginImport,
  countMissing,
  currentUser,
  type DocumentTaken,
  failuresOf,
  groupStories,
  type Import,
  keepCapture,
  keepReader,
  markAnchors,
  missing,
  type NoticeKept,
  type OpenRecord,
  originOf,
  type PolledFeed,
  type ReadingChanges,
  type ReadingFailed,
  saveDocuments,
  saveFailure,
  saveNotices,
  saveReadings,
  type Unread,
} from '@parley/record'
import { collectGarbage } from '../collect-garbage.ts'
import type { Engine, Job } from '../engine/engine.ts'
import { LocalEngine } from '../engine/local-engine.ts'
import { type KitSources, loadKit } from '../load-kit.ts'
import { sharePacks } from '../load-packs.ts'
import { EXTRACT, EXTRACTED, type Extracted, type ExtractJob } from './extract.ts'
import { Fetching, type FetchingOptions } from './fetch-inputs.ts'
import { READ, READINGS, type Reading, type ReadingKit } from './read-unread.ts'

/** A file that lies elsewhere than its name says: an upload in a spool. Its name is shown and kept as its origin, and never opened. */
export interface NamedFile {
  readonly name: string
  readonly path: string
  /** Absent: what the ending of its name says. */
  readonly kind?: FileKind
}

/** A path, a folder, an address, `-`; or a file under another name. */
export type AddInput = string | NamedFile

export interface AddOptions {
  readonly kit: KitSources
  readonly language: string | null
  readonly published: string | null
  readonly standardInput: AsyncIterable<Uint8Array>
  /** Who takes in; absent: the user of this machine. */
  readonly by?: string
  /** ISO instant; called whenever a time is written. */
  readonly now: () => string
  /** How addresses are fetched. */
  readonly fetching?: FetchingOptions
  /** Feeds to poll besides the inputs. */
  readonly feeds?: readonly PolledFeed[]
  /** The import that these inputs belong to, begun before: one that was ended goes on where it was. Absent: a new one. */
  readonly run?: Import
  /** Ends it between two inputs or batches; what is saved by then stays. */
  readonly signal?: AbortSignal
  /** Worker threads; absent: as many as the machine has cores. */
  readonly threads?: number
  readonly onProgress?: (progress: AddProgress) => void
  readonly onNotice?: (input: string, message: string) => void
  readonly onFailure?: (input: string, reason: string) => void
}

export interface AddProgress {
  readonly stage: 'archive' | 'read' | 'group'
  readonly done: number
  readonly failed: number
  /** null: not known yet. */
  readonly left: number | null
  readonly item: string
}

export interface AddReport {
  /** Id of the import, for a rollback; null when nothing was named to take in. */
  readonly run: string | null
  /** Inputs archived, and those that were in the record already. */
  readonly archived: number
  readonly known: number
  /** Documents that the record did not have. */
  readonly added: number
  readonly read: number
  /** Documents that an earlier reading had told otherwise of, and how many items are new in them or gone. */
  readonly changed: ReadingChanges
  readonly failures: readonly { readonly input: string; readonly reason: string }[]
  /** False: the signal ended it before it was done. */
  readonly isWhole: boolean
}

/** Documents in one transaction. */
const BATCH = 128
/** Documents to read for which it pays to begin with a tidy heap. */
const MANY = 1000
/** Milliseconds that one document may take, and what each character or archived byte adds: ten times what a machine needs that has time. */
const LIMIT = 10_000
const LIMIT_PER_UNIT = 0.01

export async function addInputs(
  record: OpenRecord,
  inputs: readonly AddInput[],
  options: AddOptions,
): Promise<AddReport> {
  return new Adding(record, options).run(inputs)
}

class Adding {
  readonly #record: OpenRecord
  readonly #options: AddOptions
  readonly #by: string
  readonly #failures: { input: string; reason: string }[] = []
  /** Failures that the record has of this import from before it was ended. */
  #told: ReadonlySet<string> = new Set()
  /** Of inputs that earlier imports brought; kept a batch at a time. */
  readonly #knownInputs: NoticeKept[] = []
  #archived = 0
  #known = 0
  /** Inputs not looked at yet; null: addresses and folders lead to more. */
  #left: number | null = null
  #added = 0
  #read = 0
  readonly #changed = { documents: 0, new: 0, gone: 0 }

  constructor(record: OpenRecord, options: AddOptions) {
    this.#record = record
    this.#options = options
    this.#by = options.by ?? currentUser()
  }

  async run(inputs: readonly AddInput[]): Promise<AddReport> {
    // Opened here as well: a mistake in a dossier is told once, before anything is written.
    const packs = sharePacks(this.#options.kit.packs)
    const { version, languages, dossier, dossiers } = loadKit({ ...this.#options.kit, packs })
    const extracting = (): Engine => this.#engine('./extract.ts', EXTRACT, null, (job: ExtractJob) => job.bytes)
    const kit: ReadingKit = { packs, dossiers }
    const reading = (): Engine => this.#engine('./read-unread.ts', READ, kit, (unread: Unread) => unread.text.length)
    const run = await this.#begin(inputs)
    if (run !== null) await this.#with(extracting(), running => this.#takeIn(running, run, inputs))
    const reader = await keepReader(this.#record, { version, languages, dossier }, this.#by, this.#options.now())
    const todo = this.#isStopped ? 0 : await countMissing(this.#record.db, reader)
    if (todo > MANY) await collectGarbage()
    if (todo > 0) await this.#with(reading(), running => this.#readMissing(running, reader, todo))
    if (!this.#isStopped) {
      await groupStories(this.#record, done => this.#tell('group', done, null, ''))
      await markAnchors(this.#record)
    }
    return {
      run: run?.id ?? null,
      archived: this.#archived,
      known: this.#known,
      added: this.#added,
      read: this.#read,
      changed: this.#changed,
      failures: this.#failures,
      isWhole: !this.#isStopped,
    }
  }

  /** null: nothing was named to take in. */
  async #begin(inputs: readonly AddInput[]): Promise<Import | null> {
    const { run, now, feeds = [] } = this.#options
    if (run !== undefined) {
      const told = await failuresOf(this.#record.db, run.id)
      this.#told = new Set(told.map(({ input, reason }) => `${input}\n${reason}`))
      return run
    }
    if (inputs.length === 0 && feeds.length === 0) return null
    return beginImport(this.#record, this.#by, now(), inputs.map(nameOf))
  }

  get #isStopped(): boolean {
    return this.#options.signal?.aborted ?? false
  }

  /** `module`: what the threads do, beside this file. `size`: characters or bytes of a job. */
  #engine(module: string, group: string, data: unknown, size: (body: never) => number): Engine {
    const { threads = availableParallelism() } = this.#options
    return new LocalEngine({
      threads,
      module: new URL(module, import.meta.url).href,
      data,
      groups: [group],
      limit: ({ body }) => LIMIT + LIMIT_PER_UNIT * size(body as never),
    })
  }

  async #with(engine: Engine, act: (engine: Engine) => Promise<void>): Promise<void> {
    const { signal } = this.#options
    const stop = (): void => void engine.close()
    signal?.addEventListener('abort', stop)
    try {
      if (!this.#isStopped) await act(engine)
    } finally {
      signal?.removeEventListener('abort', stop)
      await engine.close()
    }
  }

  async #takeIn(engine: Engine, run: Import, inputs: readonly AddInput[]): Promise<void> {
    const saving = engine.take<Extracted>(EXTRACTED, BATCH, jobs => this.#saveExtracted(run, jobs))
    const putting = this.#archiveAll(engine, run, inputs)
    await Promise.all([saving, putting])
    for (const { job, reason } of engine.dead(EXTRACT)) await this.#fail(run, job.id, reason)
  }

  async #archiveAll(engine: Engine, run: Import, inputs: readonly AddInput[]): Promise<void> {
    const fetching = this.#fetching(engine, run)
    for (const feed of this.#options.feeds ?? []) {
      if (this.#isStopped) return
      this.#tellArchive(feed.url)
      await fetching.takeFeed(feed)
    }
    if (inputs.every(input => typeof input !== 'string')) this.#left = inputs.length
    for (const input of inputs) {
      if (this.#isStopped) return
      if (typeof input !== 'string') {
        const { name, path, kind = kindOfName(name) ?? 'guess' } = input
        await this.#takeFile(engine, run, fetching, { ok: true, input: name, kind }, path)
        if (this.#left !== null) this.#left--
      } else if (isAddress(input)) {
        this.#tellArchive(input)
        await fetching.take(input)
      } else {
        const notices: NoticeKept[] = []
        for await (const found of findFiles(input, notice => notices.push(notice))) {
          if (this.#isStopped) return
          await this.#note(run, notices.splice(0))
          if (found.ok) await this.#takeFile(engine, run, fetching, found, found.input)
          else await this.#fail(run, found.input, found.reason)
        }
      }
    }
    await this.#keepKnown(run)
    await engine.drain()
  }

  /** `path`: where its bytes are. */
  async #takeFile(engine: Engine, run: Import, fetching: Fetching, found: FoundFile, path: string): Promise<void> {
    this.#tellArchive(found.input)
    if (found.kind === 'opml') {
      await fetching.takeFeedList(found.input, await textOfFile(path))
      return
    }
    const kept = await this.#archive(run, found.input, path)
    if (kept !== null) await this.#extract(engine, found, kept, {})
  }

  async #extract(
    engine: Engine,
    found: FoundFile,
    { capture, sha256, bytes }: { readonly capture: string; readonly sha256: string; readonly bytes: number },
    known: ExtractJob['known'],
  ): Promise<void> {
    const { language, published } = this.#options
    const path = await this.#record.archive.file(sha256)
    const body: ExtractJob = { found, path, capture, sha256, bytes, language, published, known }
    await engine.put([{ id: found.input, group: EXTRACT, body }])
  }

  #fetching(engine: Engine, run: Import): Fetching {
    const { fetching = {}, signal } = this.#options
    return new Fetching(this.#record, run, signal === undefined ? fetching : { ...fetching, signal }, {
      now: this.#options.now,
      onPage: async ({ url, kind, title, published, publisher, ...kept }) => {
        this.#archived++
        this.#tellArchive(url)
        await this.#extract(engine, { ok: true, input: url, kind }, kept, { url, title, published, publisher })
      },
      onKnown: () => {
        this.#known++
      },
      onFailure: (input, reason) => this.#fail(run, input, reason),
    })
  }

  /** null: it failed, or its documents are in the record. */
  async #archive(run: Import, input: string, path: string) {
    const { archive } = this.#record
    const { standardInput } = this.#options
    let stored: Awaited<ReturnType<typeof archive.put>>
    try {
      stored = await archive.put(ofInput(openInput(path, { standardInput })))
    } catch (error) {
      if (!(error instanceof InputError)) throw error
      const reason = fileSystemReason(error.cause)
      if (reason === null) throw error.cause
      await this.#fail(run, input, reason)
      return null
    }
    const { id, isDone, isKnown } = await keepCapture(this.#record, run, {
      ...stored,
      origin: input,
      url: null,
      mediaType: null,
      how: input === '-' ? 'stdin' : 'file',
      at: this.#options.now(),
      headers: null,
    })
    // Told by the count; kept for who looks at the import.
    if (isDone && isKnown) this.#knownInputs.push({ input, message: noticeOf('knownInput') })
    if (this.#knownInputs.length >= BATCH) await this.#keepKnown(run)
    if (isDone) this.#known++
    else this.#archived++
    return isDone ? null : { capture: id, ...stored }
  }

  async #saveExtracted(run: Import, jobs: readonly Job<Extracted>[]): Promise<void> {
    const { now } = this.#options
    const documents: DocumentTaken[] = []
    const notices: NoticeKept[] = []
    /** Capture -> input. */
    const names = new Map<string, string>()
    const finished: string[] = []
    for (const { id, body } of jobs) {
      if (body.what === 'document') {
        documents.push(body)
        names.set(body.capture, id)
      } else if (body.what === 'end') {
        finished.push(body.capture)
        await this.#record.archive.release(body.sha256)
      } else if (body.what === 'notice') notices.push(body)
      else await this.#fail(run, body.input, body.reason)
    }
    await this.#note(run, notices)
    if (documents.length === 0 && finished.length === 0) return
    const { added, doubles } = await saveDocuments(this.#record, run, now(), documents, finished)
    this.#added += added
    const message = noticeOf('knownReport')
    await saveNotices(
      this.#record,
      run,
      doubles.map(({ capture, part }) => ({ input: [names.get(capture), part].filter(Boolean).join(', '), message })),
    )
    this.#tellArchive(jobs[jobs.length - 1].id)
  }

  async #readMissing(engine: Engine, reader: string, todo: number): Promise<void> {
    const names = new Map<string, string>()
    const { now } = this.#options
    const save = async (readings: readonly Reading[]): Promise<void> => {
      const changed = await saveReadings(this.#record, reader, this.#by, now(), readings)
      this.#changed.documents += changed.documents
      this.#changed.new += changed.new
      this.#changed.gone += changed.gone
      // Given back at once: the collector would see old bytes off in its slow round alone.
      for (const reading of readings) if (reading.ok) reading.bytes.buffer.transfer(0)
      for (const reading of readings) {
        const name = names.get(reading.document.id) ?? reading.document.id
        names.delete(reading.document.id)
        if (reading.ok) this.#read++
        else this.#report(await originOf(this.#record.db, reading.document.n, name), reading.reason)
        const done = this.#read + this.#failures.length
        this.#tell('read', this.#read, Math.max(0, todo - done), name)
      }
    }
    const saving = engine.take<Reading>(READINGS, BATCH, jobs => save(jobs.map(({ body }) => body)))
    const putting = (async () => {
      for (let after = ''; !this.#isStopped; ) {
        const page = await missing(this.#record.db, reader, after, BATCH)
        if (page.length === 0) break
        for (const { id, name } of page) names.set(id, name)
        await engine.put(page.map((body): Job<Unread> => ({ id: body.id, group: READ, body })))
        after = page[page.length - 1].id
      }
      await engine.drain()
    })()
    await Promise.all([saving, putting])
    const dead = engine.dead(READ).map(({ job, reason }): ReadingFailed => {
      const { n, id } = job.body as Unread
      return { ok: false, document: { n, id }, reason }
    })
    if (dead.length > 0) await save(dead)
  }

  async #fail(run: Import, input: string, reason: string): Promise<void> {
    if (!this.#told.has(`${input}\n${reason}`)) await saveFailure(this.#record, run, this.#options.now(), input, reason)
    this.#report(input, reason)
  }

  async #keepKnown(run: Import): Promise<void> {
    await saveNotices(this.#record, run, this.#knownInputs.splice(0))
  }

  async #note(run: Import, notices: readonly NoticeKept[]): Promise<void> {
    for (const { input, message } of notices) this.#options.onNotice?.(input, message)
    await saveNotices(this.#record, run, notices)
  }

  #report(input: string, reason: string): void {
    this.#failures.push({ input, reason })
    this.#options.onFailure?.(input, reason)
  }

  #tellArchive(item: string): void {
    this.#tell('archive', this.#archived + this.#known, this.#left, item)
  }

  #tell(stage: AddProgress['stage'], done: number, left: number | null, item: string): void {
    this.#options.onProgress?.({ stage, done, failed: this.#failures.length, left, item })
  }
}

function nameOf(input: AddInput): string {
  return typeof input === 'string' ? input : input.name
}

function isAddress(input: string): boolean {
  return /^[a-z][a-z0-9+.-]+:\/\//i.test(input)
}

async function textOfFile(path: string): Promise<string> {
  const decoded = decodeText(await readFile(path))
  return decoded.ok ? decoded.text : ''
}

/** What goes wrong in reading an input, told from what goes wrong in keeping it. */
class InputError extends Error {}

async function* ofInput(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  try {
    yield* chunks
  } catch (cause) {
    throw new InputError('', { cause })
  }
}
