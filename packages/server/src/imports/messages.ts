/** What the server and the thread that writes say to each other. */
import type { AddInput, AddProgress, FetchingOptions } from '@parley/service/record'

/** Where packs and dossiers lie, as plain data. */
export interface KitPlaces {
  readonly packs?: string
  readonly dossiers?: readonly string[]
}

export interface AddTask {
  readonly what: 'add'
  /** Id of the import, begun. */
  readonly run: string
  readonly by: string
  readonly inputs: readonly AddInput[]
  /** Poll the feeds of the record. */
  readonly isPoll: boolean
  readonly language: string | null
  readonly fetching: Pick<FetchingOptions, 'delay' | 'timeout' | 'keepFeeds'> & { readonly allowPrivate?: boolean }
  readonly threads: number
}

export interface RollBackTask {
  readonly what: 'roll back'
  readonly run: string
  readonly by: string
  readonly why: string | null
  /** Instant. */
  readonly at: string
}

export interface ThreadSetup {
  readonly location: string
  readonly kit: KitPlaces
  readonly task: AddTask | RollBackTask
}

export interface AddDone {
  readonly archived: number
  readonly known: number
  readonly added: number
  readonly failed: number
  readonly isWhole: boolean
}

export type FromThread =
  | { readonly what: 'progress'; readonly progress: AddProgress }
  | { readonly what: 'failure' | 'notice'; readonly input: string; readonly message: string }
  | { readonly what: 'done'; readonly report: AddDone | null }
  /** `message`: for people. `isMistake`: ours. */
  | { readonly what: 'failed'; readonly message: string; readonly isMistake: boolean }

export type ToThread = { readonly what: 'stop' }
