/** What the main thread and its workers say to each other. */
import type { Job } from './engine.ts'

export type ToWorker =
  | { readonly what: 'job'; readonly seq: number; readonly job: Job }
  /** So many of the results have been taken. */
  | { readonly what: 'taken'; readonly count: number }

export type FromWorker =
  | { readonly what: 'ready' }
  | { readonly what: 'put'; readonly job: Job }
  | { readonly what: 'done'; readonly seq: number }
  | { readonly what: 'failed'; readonly seq: number; readonly reason: string }

export interface WorkerSetup {
  /** The module whose `makeHandlers(data)` gives the handlers. */
  readonly module: string
  readonly data: unknown
  /** One number: the job being done. Readable when the thread itself can no longer answer. */
  readonly at: Int32Array
}

/** Results that may wait for their takers, for each worker. */
export const OUTSTANDING = 128
