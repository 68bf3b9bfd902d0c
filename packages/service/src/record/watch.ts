/** The verb `watch`: polls the record's feeds, again and again, until it is told to stop. */
import { listFeeds, type OpenRecord } from '@parley/record'
import { type AddOptions, type AddReport, addInputs } from './add.ts'

export interface WatchOptions extends AddOptions {
  /** Milliseconds from the end of one round to the next; null: one round. */
  readonly every: number | null
  /** Ends the watching between two rounds. */
  readonly signal: AbortSignal
  readonly onRound: (report: AddReport, feeds: number) => Promise<void>
}

/** `inputs`: feeds or lists of feeds to watch from now on, besides those the record has. */
export async function watchFeeds(record: OpenRecord, inputs: readonly string[], options: WatchOptions): Promise<void> {
  const { every, signal, onRound } = options
  let added = inputs
  while (!signal.aborted) {
    const feeds = (await listFeeds(record.db)).filter(({ url }) => !added.includes(url))
    const report = await addInputs(record, added, { ...options, feeds })
    await onRound(report, (await listFeeds(record.db)).length)
    added = []
    if (every === null) return
    await pause(every, signal)
  }
}

function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise(resolve => {
    const timer = setTimeout(resolve, milliseconds)
    signal.addEventListener('abort', () => {
      clearTimeout(timer)
      resolve()
    })
  })
}
