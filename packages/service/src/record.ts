/** A door of service: the verbs of the record. */
export { type AddOptions, type AddProgress, type AddReport, addInputs } from './record/add.ts'
export type { FetchingOptions } from './record/fetch-inputs.ts'
export { DOSSIER_FOLDER, dossiersOf, initRecord, type RecordMade } from './record/init.ts'
export { type Asked, toFilter } from './record/search.ts'
export { type WatchOptions, watchFeeds } from './record/watch.ts'
