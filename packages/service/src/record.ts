/** A door of service: the verbs of the record. */
export { EXPORT_FORMATS, type ExportFormat, exportRecord } from './export/formats.ts'
export type { ExportSource } from './export/source.ts'
export { TABLES as EXPORT_TABLES, type TableName as ExportTable } from './export/tables.ts'
export { type AddOptions, type AddProgress, type AddReport, addInputs } from './record/add.ts'
export type { FetchingOptions } from './record/fetch-inputs.ts'
export { DOSSIER_FOLDER, dossiersOf, initRecord, type RecordMade } from './record/init.ts'
export { type Asked, toFilter } from './record/search.ts'
export { type WatchOptions, watchFeeds } from './record/watch.ts'
