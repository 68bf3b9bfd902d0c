/**
 * The engine on one machine: worker threads do the work, the main thread takes the results and is the only writer. A worker that crashes or hangs is
 * replaced; the job it was at gets one more try and is then dead, those behind it are done by others.
 */
import { getCompileCacheDir } from 'node:module'
import { dirname } from 'node:path'
import { Worker } from 'node:worker_threads'
import type { DeadJob, Engine, Job } from './engine.ts'
import type { FromWorker, ToWorker, WorkerSetup } from './messages.ts'

export interface LocalOptions {
  readonly threads: number
  /** URL of the module with `makeHandlers`, and what it is given. */
  readonly module: string
  readonly data: unknown
  /** Groups that the workers take; all others are taken here. */
  readonly groups: readonly string[]
  /** Milliseconds that this job may go on without a result. */
  readonly limit: (job: Job) => number
}

/** Jobs a worker holds: enough to go on while the main thread writes. */
const HELD = 48
/** Jobs waiting here until `put` makes its caller wait. */
const WAITING = 256
const TRIES = 2
/** Milliseconds that results wait for company. */
const LINGER = 200
const WATCH_EVERY = 500
/** Megabytes of heap: enough for the words of a language and any report. A worker that had to be replaced has room for a whole book of them. */
const HEAP = 256
const LARGE_HEAP = 2048
/** Of that, for what has just been made: V8 would take more and be little faster. */
const YOUNG_HEAP = 16

interface Held {
  readonly seq: number
  readonly job: Job
}

interface Thread {
  readonly worker: Worker
  readonly at: Int32Array
  readonly held: Held[]
  isReady: boolean
  /** The job it was at and its results so far when last looked at, and for how many milliseconds that has been so. */
  seen: string
  stuck: number
  results: number
}

export class LocalEngine implements Engine {
  readonly #options: LocalOptions
  readonly #threads = new Set<Thread>()
  readonly #waiting: Job[] = []
  readonly #results = new Map<string, { job: Job; thread: Thread }[]>()
  readonly #dead: DeadJob[] = []
  readonly #tries = new WeakMap<Job, number>()
  readonly #watch: NodeJS.Timeout
  #looked = Date.now()
  #seq = 0
  #taking = 0
  #isDraining = false
  #isClosed = false
  #broken: Error | null = null
  #wake = new Set<() => void>()

  constructor(options: LocalOptions) {
    this.#options = options
    for (let i = 0; i < options.threads; i++) this.#start(HEAP)
    this.#watch = setInterval(() => this.#look(), WATCH_EVERY)
    this.#watch.unref()
  }

  async put(jobs: readonly Job[]): Promise<void> {
    this.#waiting.push(...jobs)
    this.#feed()
    await this.#until(() => this.#isClosed || this.#waiting.length < WAITING)
  }

  async take<T>(group: string, max: number, handle: (jobs: readonly Job<T>[]) => Promise<void>): Promise<void> {
    const queue = this.#results.get(group) ?? []
    this.#results.set(group, queue)
    for (;;) {
      await this.#until(() => queue.length > 0 || this.#isDone())
      if (queue.length === 0) return
      await this.#gather(queue, max)
      const some = queue.splice(0, max)
      this.#taking++
      try {
        await handle(some.map(({ job }) => job as Job<T>))
      } catch (error) {
        this.#break(error as Error)
        throw error
      } finally {
        this.#taking--
      }
      const counts = new Map<Thread, number>()
      for (const { thread } of some) counts.set(thread, (counts.get(thread) ?? 0) + 1)
      for (const [thread, count] of counts) this.#tell(thread, { what: 'taken', count })
      this.#stir()
    }
  }

  /** A transaction costs as much for one result as for many: waits a little for more of them. */
  async #gather(queue: readonly unknown[], max: number): Promise<void> {
    const until = Date.now() + LINGER
    while (queue.length < max && this.#isBusy() && Date.now() < until) {
      const late = Promise.withResolvers<void>()
      const timer = setTimeout(late.resolve, Math.max(0, until - Date.now()))
      await Promise.race([late.promise, new Promise<void>(resolve => this.#wake.add(resolve))])
      clearTimeout(timer)
    }
  }

  #isBusy(): boolean {
    for (const { held } of this.#threads) if (held.length > 0) return true
    return this.#waiting.length > 0
  }

  dead(group: string): readonly DeadJob[] {
    const found = this.#dead.filter(({ job }) => job.group === group)
    for (const one of found) this.#dead.splice(this.#dead.indexOf(one), 1)
    return found
  }

  async drain(): Promise<void> {
    this.#isDraining = true
    this.#stir()
    await this.#until(() => this.#isDone())
  }

  async close(): Promise<void> {
    this.#isClosed = true
    clearInterval(this.#watch)
    await Promise.all([...this.#threads].map(({ worker }) => worker.terminate()))
    this.#stir()
  }

  #isDone(): boolean {
    if (this.#isClosed) return true
    if (!this.#isDraining || this.#waiting.length > 0 || this.#taking > 0) return false
    for (const { held } of this.#threads) if (held.length > 0) return false
    for (const queue of this.#results.values()) if (queue.length > 0) return false
    return true
  }

  /** Resolves once `holds`, which is asked again whenever something has happened. Throws what broke the engine. */
  async #until(holds: () => boolean): Promise<void> {
    for (;;) {
      if (this.#broken !== null) throw this.#broken
      if (holds()) return
      await new Promise<void>(resolve => this.#wake.add(resolve))
    }
  }

  #stir(): void {
    const waiting = this.#wake
    this.#wake = new Set()
    for (const resolve of waiting) resolve()
  }

  #break(error: Error): void {
    this.#broken ??= error
    this.#stir()
  }

  #start(heap: number): void {
    const at = new Int32Array(new SharedArrayBuffer(4))
    const setup: WorkerSetup = { module: this.#options.module, data: this.#options.data, at }
    const worker = new Worker(new URL('./worker.ts', import.meta.url), {
      workerData: setup,
      env: environment(),
      resourceLimits: { maxOldGenerationSizeMb: heap, maxYoungGenerationSizeMb: YOUNG_HEAP },
    })
    const thread: Thread = { worker, at, held: [], isReady: false, seen: '', stuck: 0, results: 0 }
    this.#threads.add(thread)
    worker.on('message', (message: FromWorker) => this.#hear(thread, message))
    worker.on('error', error => this.#lose(thread, crashReason(error), error as Error))
    worker.on('exit', () => this.#lose(thread, 'the thread that read it ended', new Error('a worker thread ended')))
  }

  #hear(thread: Thread, message: FromWorker): void {
    if (!this.#threads.has(thread)) return
    if (message.what === 'ready') thread.isReady = true
    else if (message.what === 'put') {
      thread.results++
      const { job } = message
      const queue = this.#results.get(job.group) ?? []
      this.#results.set(job.group, queue)
      queue.push({ job, thread })
    } else {
      const index = thread.held.findIndex(({ seq }) => seq === message.seq)
      const [{ job }] = thread.held.splice(index, 1)
      if (message.what === 'failed') this.#dead.push({ job, reason: message.reason })
    }
    this.#feed()
    this.#stir()
  }

  #feed(): void {
    for (let given = true; given && this.#waiting.length > 0; ) {
      given = false
      // One each in turn: a worker that has just begun gets its share.
      for (const thread of this.#threads) {
        if (!thread.isReady || thread.held.length >= HELD) continue
        const job = this.#waiting.shift()
        if (job === undefined) break
        const held = { seq: ++this.#seq, job }
        thread.held.push(held)
        this.#tell(thread, { what: 'job', ...held })
        given = true
      }
    }
  }

  #tell(thread: Thread, message: ToWorker): void {
    if (this.#threads.has(thread)) thread.worker.postMessage(message)
  }

  /** A thread that has work and has not moved since the last looks is stuck. Its own counter is read, for messages wait while this thread writes. */
  #look(): void {
    // A machine that slept, or had no time for us, had none for the threads either.
    const passed = Math.min(Date.now() - this.#looked, 2 * WATCH_EVERY)
    this.#looked = Date.now()
    for (const thread of this.#threads) {
      const seen = `${Atomics.load(thread.at, 0)} ${thread.results} ${this.#taking}`
      const isIdle = thread.held.length === 0 || !thread.isReady || this.#taking > 0
      if (isIdle || seen !== thread.seen) {
        thread.seen = seen
        thread.stuck = 0
        continue
      }
      thread.stuck += passed
      const at = Atomics.load(thread.at, 0)
      const { job } = thread.held.find(({ seq }) => seq === at) ?? thread.held[0]
      const limit = this.#options.limit(job)
      if (thread.stuck > limit) {
        const seconds = Math.round(limit / 1000)
        this.#lose(thread, `reading it took longer than ${seconds} s`, null, true)
      }
    }
  }

  /** `isFinal`: the job it was at is not tried again. `error`: what to end with when the thread had no work: it cannot even start. */
  #lose(thread: Thread, reason: string, error: Error | null, isFinal = false): void {
    if (!this.#threads.delete(thread) || this.#isClosed) return
    void thread.worker.terminate()
    if (!thread.isReady && error !== null) {
      this.#break(error)
      return
    }
    const at = Atomics.load(thread.at, 0)
    for (const { seq, job } of thread.held) {
      if (seq !== at) {
        this.#waiting.push(job)
        continue
      }
      const tries = (this.#tries.get(job) ?? 0) + 1
      this.#tries.set(job, tries)
      if (isFinal || tries >= TRIES) this.#dead.push({ job, reason })
      else this.#waiting.push(job)
    }
    this.#start(LARGE_HEAP)
    this.#stir()
  }
}

/** A thread does not share the main thread's store of compiled code unless told: without, each loads what turns TypeScript into JavaScript, and it stays. */
function environment(): NodeJS.ProcessEnv {
  const folder = getCompileCacheDir?.()
  return folder === undefined ? process.env : { ...process.env, NODE_COMPILE_CACHE: dirname(folder) }
}

function crashReason(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : ''
  if (code === 'ERR_WORKER_OUT_OF_MEMORY') return 'reading it takes more memory than there is'
  return `reading it ended the thread: ${error instanceof Error ? error.message : String(error)}`
}
