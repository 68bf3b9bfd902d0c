/** The worker's side of the local engine: does one job after the other, and waits while its results are not taken. */
import { parentPort, workerData } from 'node:worker_threads'
import type { Handlers, Job } from './engine.ts'
import { type FromWorker, OUTSTANDING, type ToWorker, type WorkerSetup } from './messages.ts'

const { module, data, at } = workerData as WorkerSetup
const port = parentPort!
const say = (message: FromWorker, moved: readonly ArrayBuffer[] = []): void => port.postMessage(message, [...moved])

const { makeHandlers } = (await import(module)) as { makeHandlers: (data: unknown) => Handlers }
const handlers = makeHandlers(data)

const waiting: { seq: number; job: Job }[] = []
let isBusy = false
let outstanding = 0
let goOn: (() => void) | null = null

async function emit(job: Job, moved: readonly ArrayBuffer[] = []): Promise<void> {
  outstanding++
  say({ what: 'put', job }, moved)
  while (outstanding >= OUTSTANDING) {
    await new Promise<void>(resolve => {
      goOn = resolve
    })
  }
}

async function work(): Promise<void> {
  if (isBusy) return
  isBusy = true
  for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
    const { seq, job } = next
    Atomics.store(at, 0, seq)
    try {
      const handler = handlers[job.group]
      if (handler === undefined) throw new RangeError(`no handler for ${job.group}`)
      await handler(job.body as never, emit)
      say({ what: 'done', seq })
    } catch (error) {
      say({ what: 'failed', seq, reason: error instanceof Error ? error.message : String(error) })
    }
  }
  isBusy = false
}

port.on('message', (message: ToWorker) => {
  if (message.what === 'taken') {
    outstanding -= message.count
    goOn?.()
    goOn = null
  } else {
    waiting.push(message)
    void work()
  }
})
say({ what: 'ready' })
