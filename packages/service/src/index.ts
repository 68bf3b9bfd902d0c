/**
 * The door of service: the verbs of the product, without a terminal. A command that must start quickly takes a part of it by a door of
 * its own: `read` (no dossiers, no record), `dossiers`, `record`.
 */
export { type Cause, causeOf, noticeCauseOf } from '@parley/ingest'
export { type CheckedFolder, checkFolder } from './check-folder.ts'
export { DossierError, folderOf, loadDossiers } from './load-dossiers.ts'
export { type KitSources, loadKit } from './load-kit.ts'
export { installedLanguages, loadPacks, PACKS, PackError } from './load-packs.ts'
export { describeMistake } from './own-mistake.ts'
export { type AnalysisMade, readInputs } from './read-inputs.ts'
export type { Telling } from './read-once.ts'
export { readStatus, type StatusDocument, StatusError, type StatusReport, type StatusRequest } from './read-status.ts'
export { readTimeline, type TimelineReport } from './read-timeline.ts'
export * from './record.ts'
export { type ContentsEntry, renderContents } from './report/contents.ts'
export { csvHeader, csvRows } from './report/csv.ts'
export { renderHtml } from './report/html.ts'
export { ENGLISH, type InterfaceWords } from './report/interface-words.ts'
export { statusCsv } from './report/status-csv.ts'
export { statusHtml } from './report/status-html.ts'
export { describeDay, describeTime } from './report/time-words.ts'
export { timelineCsv } from './report/timeline-csv.ts'
export { timelineHtml } from './report/timeline-html.ts'
