/**
 * Imports, one after the other: what was asked waits in the spool, a thread takes it in with service's `addInputs`, and who looks on is told.
 * Whatever ends the server leaves the order in the spool; it then counts as interrupted, and goes on where it was when somebody says so.
 */
import { randomUUID } from 'node:crypto'
import { availableParallelism } from 'node:os'
import { Worker } from 'node:worker_threads'
import { beginImport, type OpenRecord } from '@parley/record'
import type { AddProgress } from '@parley/service/record'
import { EventLog, type ImportEvent } from './event-log.ts'
import type { AddDone, AddTask, FromThread, KitPlaces, RollBackTask, ThreadSetup, ToThread } from './messages.ts'
import type { ImportState, Order, OrderMade, Outcome } from './order.ts'
import { PaceMeter } from './pace.ts'
import { type Draft, Spool } from './spool.ts'

export interface RunnerOptions {
  readonly record: OpenRecord
  readonly kit: KitPlaces
  /** Folder where uploads wait; made where there is none. */
  readonly spool: string
  readonly fetching?: AddTask['fetching']
  /** Threads that read; absent: all cores but one, which answers. */
  readonly threads?: number
  /** Told what an import stumbled over that is a mistake of ours. */
  readonly onError: (error: Error) => void
  /** ISO instant; absent: this machine's clock. */
  readonly now?: () => string
}

/** How far an import is. Counts are of inputs while they are archived, of documents while they are read. */
export interface Running {
  readonly state: ImportState
  readonly kind: Order['kind'] | null
  readonly stage: AddProgress['stage'] | null
  readonly done: number
  readonly left: number | null
  readonly known: number
  readonly added: number
  readonly failed: number
  /** A second, and seconds. */
  readonly rate: number | null
  readonly remaining: number | null
  /** What it is at. */
  readonly item: string | null
  readonly began: string | null
  readonly ended: string | null
  /** Why it was interrupted, or null. */
  readonly reason: string | null
}

/** Asked for at a moment when it cannot be done; `message` says why. */
export class ImportRefused extends Error {}

type Work = { readonly what: 'add'; readonly order: Order } | Omit<RollBackTask, 'at'>

interface Entry {
  running: Running
  readonly log: EventLog
}

const NOTHING: Running = {
  state: 'waiting',
  kind: null,
  stage: null,
  done: 0,
  left: null,
  known: 0,
  added: 0,
  failed: 0,
  rate: null,
  remaining: null,
  item: null,
  began: null,
  ended: null,
  reason: null,
}

/** Milliseconds a thread has to end by itself. */
const PATIENCE = 10_000
/** Imports that are over and still have their events. */
const REMEMBERED = 50

export class ImportRunner {
  readonly #options: RunnerOptions
  readonly #spool: Spool
  /** Tells ids of events apart from those of an earlier run of the server. */
  readonly #name = randomUUID().slice(0, 8)
  readonly #entries = new Map<string, Entry>()
  /** Those that are not done. */
  readonly #orders = new Map<string, Order>()
  readonly #queue: Work[] = []
  #current: { readonly run: string; readonly worker: Worker; readonly ended: Promise<void> } | null = null
  #isClosed = false
  #logs = 0

  private constructor(options: RunnerOptions, spool: Spool) {
    this.#options = options
    this.#spool = spool
  }

  static async open(options: RunnerOptions): Promise<ImportRunner> {
    const spool = await Spool.open(options.spool)
    const runner = new ImportRunner(options, spool)
    for (const order of await spool.orders()) {
      runner.#orders.set(order.id, order)
      runner.#set(order.id, { kind: order.kind, state: 'interrupted' })
    }
    return runner
  }

  draft(): Promise<Draft> {
    return this.#spool.draft()
  }

  drop(draft: Draft): Promise<void> {
    return this.#spool.drop(draft)
  }

  /** Begins an import, which waits for those before it. Returns its id. */
  async submit(draft: Draft, made: OrderMade): Promise<string> {
    this.#requireOpen()
    const named = made.inputs.map(input => (typeof input === 'string' ? input : input.name))
    const run = await beginImport(this.#options.record, made.by, this.#now(), named)
    const order = await this.#spool.keep(draft, { ...made, id: run.id })
    this.#orders.set(run.id, order)
    this.#set(run.id, { kind: order.kind, state: 'waiting', left: order.inputs.length })
    this.#enqueue({ what: 'add', order })
    return run.id
  }

  /** Goes on with one that was interrupted. */
  async resume(id: string): Promise<void> {
    this.#requireOpen()
    const order = this.#orders.get(id)
    if (order === undefined || this.#entries.get(id)?.running.state !== 'interrupted')
      throw new ImportRefused(`import ${id} was not interrupted`)
    this.#set(id, { ...NOTHING, kind: order.kind })
    this.#enqueue({ what: 'add', order })
  }

  /** Ends it: what came in stays, what waits is let go. */
  async cancel(id: string): Promise<void> {
    const state = this.#entries.get(id)?.running.state
    if (state === 'running' && this.#current?.run === id) {
      this.#set(id, { state: 'stopping' })
      stop(this.#current)
    } else if (state === 'waiting' || state === 'interrupted') {
      const at = this.#queue.findIndex(work => work.what === 'add' && work.order.id === id)
      if (at >= 0) this.#queue.splice(at, 1)
      await this.#finish(id, 'cancelled')
    } else if (state !== 'stopping') throw new ImportRefused(`import ${id} is over`)
  }

  /** Takes back what it brought, once those before it are done. */
  async rollBack(id: string, by: string, why: string | null): Promise<void> {
    this.#requireOpen()
    const before = await this.stateOf(id)
    if (before !== null && !isOver(before.state)) throw new ImportRefused(`import ${id} is not over: cancel it first`)
    this.#set(id, { ...before, state: 'withdrawing', reason: null })
    this.#enqueue({ what: 'roll back', run: id, by, why })
  }

  /** null: nothing is known of it but what the record says. */
  async stateOf(id: string): Promise<Running | null> {
    const entry = this.#entries.get(id)
    if (entry !== undefined) return entry.running
    const outcome = await this.#spool.outcomeOf(id)
    return outcome === null ? null : runningOf(outcome)
  }

  /** The events of an import from the one after `lastId`; null where it has none to come. */
  follow(id: string, lastId: string | null, signal: AbortSignal): AsyncGenerator<ImportEvent | null> | null {
    const log = this.#entries.get(id)?.log
    return log === undefined || log.isOver(lastId) ? null : log.follow(lastId, signal)
  }

  /** Ends what runs, so that it can be resumed, and lets go who looks on. */
  async close(): Promise<void> {
    this.#isClosed = true
    this.#queue.length = 0
    if (this.#current !== null) {
      stop(this.#current)
      await this.#current.ended
    }
    for (const { log } of this.#entries.values()) log.end()
  }

  #requireOpen(): void {
    if (this.#isClosed) throw new ImportRefused('the server is stopping')
  }

  #enqueue(work: Work): void {
    this.#queue.push(work)
    this.#next()
  }

  #next(): void {
    if (this.#current !== null || this.#isClosed) return
    const work = this.#queue.shift()
    if (work === undefined) return
    const run = work.what === 'add' ? work.order.id : work.run
    const { location } = this.#options.record
    const setup: ThreadSetup = { location, kit: this.#options.kit, task: this.#taskOf(work) }
    const worker = new Worker(new URL('./import-thread.ts', import.meta.url), { workerData: setup })
    this.#set(run, { began: this.#now(), ...(work.what === 'add' ? { state: 'running' } : {}) })
    const { promise, resolve } = Promise.withResolvers<void>()
    this.#current = { run, worker, ended: promise }
    const pace = new PaceMeter()
    let last: FromThread | null = null
    worker.on('message', (message: FromThread) => {
      last = message
      this.#hear(run, message, pace)
    })
    worker.on('error', error => {
      last = {
        what: 'failed',
        message: error instanceof Error ? (error.stack ?? error.message) : String(error),
        isMistake: true,
      }
    })
    worker.on('exit', () => {
      void this.#close(run, work, last).then(() => {
        this.#current = null
        resolve()
        this.#next()
      })
    })
  }

  #taskOf(work: Work): ThreadSetup['task'] {
    if (work.what === 'roll back') return { ...work, at: this.#now() }
    const { order } = work
    return {
      what: 'add',
      run: order.id,
      by: order.by,
      inputs: this.#spool.inputsOf(order),
      isPoll: order.kind === 'feeds',
      language: order.language,
      fetching: { ...this.#options.fetching, keepFeeds: order.keepFeeds },
      threads: this.#options.threads ?? Math.max(1, availableParallelism() - 1),
    }
  }

  #hear(run: string, message: FromThread, pace: PaceMeter): void {
    const entry = this.#entries.get(run)
    if (entry === undefined) return
    if (message.what === 'progress') {
      const { stage, done, left, failed, item } = message.progress
      this.#set(run, { stage, done, left, failed, item, ...pace.measure(stage, done, left, performance.now()) })
    } else if (message.what === 'failure' || message.what === 'notice') {
      const { what, input, message: words } = message
      entry.log.add(what, what === 'failure' ? { input, reason: words } : { input, message: words })
    }
  }

  /** The thread has ended: what became of it. */
  async #close(run: string, work: Work, last: FromThread | null): Promise<void> {
    if (last?.what === 'failed' && last.isMistake) this.#options.onError(new Error(last.message))
    try {
      if (last?.what === 'done') await this.#done(run, work, last.report)
      else this.#fail(run, work, last?.what === 'failed' ? last : null)
    } catch (error) {
      this.#options.onError(error as Error)
      this.#set(run, { state: 'interrupted', reason: (error as Error).message })
    }
  }

  async #done(run: string, work: Work, report: AddDone | null): Promise<void> {
    if (work.what === 'roll back' || report === null) {
      // One that was interrupted is not to go on any more.
      if (this.#orders.has(run)) await this.#finish(run, 'cancelled')
      this.#end(run, { state: 'withdrawn' })
      return
    }
    const { archived, known, added, failed, isWhole } = report
    const isCancelled = this.#entries.get(run)?.running.state === 'stopping'
    this.#set(run, { done: archived + known, left: isWhole ? 0 : null, known, added, failed })
    if (isWhole || isCancelled) await this.#finish(run, isWhole ? 'done' : 'cancelled')
    else this.#set(run, { ...ENDED, state: 'interrupted' })
  }

  #fail(run: string, work: Work, failed: { readonly message: string; readonly isMistake: boolean } | null): void {
    const reason =
      failed === null || failed.isMistake ? 'something went wrong on the server; its log says what' : failed.message
    if (work.what === 'add') this.#set(run, { ...ENDED, state: 'interrupted', reason })
    else this.#end(run, { state: 'done', reason })
  }

  async #finish(run: string, state: Outcome['state']): Promise<void> {
    const running = this.#entries.get(run)?.running ?? NOTHING
    const ended = this.#now()
    const { kind, done, known, added, failed, began } = running
    const outcome = {
      kind: kind ?? 'files',
      state,
      archived: Math.max(0, done - known),
      known,
      added,
      failed,
      began,
      ended,
    }
    await this.#spool.finish(run, outcome)
    this.#orders.delete(run)
    this.#end(run, { ...ENDED, state, ended })
  }

  #end(run: string, change: Partial<Running>): void {
    this.#set(run, change)
    const over = [...this.#entries].filter(
      ([, { running }]) => isOver(running.state) && running.state !== 'interrupted',
    )
    for (const [id] of over.slice(0, -REMEMBERED)) this.#entries.delete(id)
  }

  /** What is known of it now goes to who looks on. One that was over gets a log of its own again. */
  #set(run: string, change: Partial<Running>): void {
    const before = this.#entries.get(run)
    const running: Running = { ...(before?.running ?? NOTHING), ...change }
    const isAgain = before !== undefined && isOver(before.running.state) && !isOver(running.state)
    const log = before === undefined || isAgain ? new EventLog(`${this.#name}.${++this.#logs}`) : before.log
    this.#entries.set(run, { running, log })
    log.add('state', { id: run, ...running })
    if (isOver(running.state)) log.end()
  }

  #now(): string {
    return this.#options.now?.() ?? new Date().toISOString()
  }
}

const ENDED: Partial<Running> = { stage: null, rate: null, remaining: null, item: null }

/** Nothing more will happen to it by itself. */
export function isOver(state: ImportState): boolean {
  return state === 'done' || state === 'cancelled' || state === 'interrupted' || state === 'withdrawn'
}

function stop({ worker, ended }: { readonly worker: Worker; readonly ended: Promise<void> }): void {
  worker.postMessage({ what: 'stop' } satisfies ToThread)
  const timer = setTimeout(() => void worker.terminate(), PATIENCE)
  void ended.then(() => clearTimeout(timer))
}

function runningOf({ kind, state, archived, known, added, failed, began, ended }: Outcome): Running {
  return { ...NOTHING, kind, state, done: archived + known, left: 0, known, added, failed, began, ended }
}
