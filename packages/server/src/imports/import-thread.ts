/** The thread that writes: it opens the record a second time and runs one task of it, so that the server goes on answering meanwhile. */
import { parentPort, workerData } from 'node:worker_threads'
import { listFeeds, type OpenRecord, openRecord, RecordError, rollBack } from '@parley/record'
import { type AddProgress, addInputs } from '@parley/service/record'
import type { AddTask, FromThread, KitPlaces, ThreadSetup, ToThread } from './messages.ts'

/** Milliseconds between two messages about progress. */
const EVERY = 200

const { location, kit, task } = workerData as ThreadSetup
const port = parentPort!
const say = (message: FromThread): void => port.postMessage(message)
const stopping = new AbortController()
port.on('message', (message: ToThread) => {
  if (message.what === 'stop') stopping.abort()
})

try {
  const record = await openRecord(location)
  try {
    if (task.what === 'add') await add(record, kit, task)
    else {
      await rollBack(record, task.run, task.by, task.at, task.why)
      say({ what: 'done', report: null })
    }
  } finally {
    await record.close()
  }
} catch (error) {
  const isMistake = !(error instanceof RecordError || isOutside(error))
  const message = error instanceof Error ? ((isMistake ? error.stack : error.message) ?? error.message) : String(error)
  say({ what: 'failed', message, isMistake })
}
port.close()

async function add(record: OpenRecord, kit: KitPlaces, task: AddTask): Promise<void> {
  const { run, by, inputs, isPoll, language, fetching, threads } = task
  let waiting: AddProgress | null = null
  let next = 0
  const timer = setInterval(() => {
    if (waiting !== null) tell(waiting)
  }, EVERY)
  const tell = (progress: AddProgress): void => {
    waiting = null
    next = performance.now() + EVERY
    say({ what: 'progress', progress })
  }
  try {
    const { archived, known, added, failures, isWhole } = await addInputs(record, inputs, {
      kit,
      language,
      published: null,
      standardInput: nothing(),
      by,
      now: () => new Date().toISOString(),
      fetching,
      threads,
      run: { id: run, by },
      signal: stopping.signal,
      ...(isPoll ? { feeds: await listFeeds(record.db) } : {}),
      onProgress: progress => {
        if (performance.now() < next) waiting = progress
        else tell(progress)
      },
      onNotice: (input, message) => say({ what: 'notice', input, message }),
      onFailure: (input, reason) => say({ what: 'failure', input, message: reason }),
    })
    say({ what: 'done', report: { archived, known, added, failed: failures.length, isWhole } })
  } finally {
    clearInterval(timer)
  }
}

async function* nothing(): AsyncGenerator<Uint8Array> {}

/** A full disk, a database that is gone or locked: the world's doing, said in its own words. */
function isOutside(error: unknown): boolean {
  const code = (error as { readonly code?: unknown } | null)?.code
  return /^(?:ERR_SQLITE_ERROR|ENOSPC|EACCES|EROFS|CONNECTION_.*|ECONN.*|\d\d[0-9A-Z]{3})$/.test(String(code))
}
