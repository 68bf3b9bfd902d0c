/**
 * The door of service: the verbs of the product, without a terminal. A command that must start quickly takes a part of it by a door of
 * its own: `read` (no dossiers, no record), `dossiers`, `record`.
 */
export { type CheckedFolder, checkFolder } from './check-folder.ts'
export { EXPORT_FORMATS, type ExportFormat, exportRecord } from './export/formats.ts'
export type { ExportSource } from './export/source.ts'
export { TABLES as EXPORT_TABLES, type TableName as ExportTable } from './export/tables.ts'
export { DossierError, folderOf, loadDossiers } from './load-dossiers.ts'
export { type KitSources, loadKit } from './load-kit.ts'
export { installedLanguages, loadPacks, PACKS, PackError } from './load-packs.ts'
export { describeMistake } from './own-mistake.ts'
export { type AnalysisMade, readInputs } from './read-inputs.ts'
export type { Telling } from './read-once.ts'
export { readStatus, type StatusDocument, StatusError, type StatusReport, type StatusRequest } from './read-status.ts'
export { readTimeline, type TimelineReport } from './read-timeline.ts'
export {
  type AddInput,
  type AddOptions,
  type AddProgress,
  type AddReport,
  addInputs,
  type NamedFile,
} from './record/add.ts'
export { type Counted, countFacets, type FacetCounts, type FacetValue, sideOf } from './record/count-facets.ts'
export type { FetchingOptions } from './record/fetch-inputs.ts'
export { recordStatus, recordTimeline, staleness } from './record/from-record.ts'
export { DOSSIER_FOLDER, dossiersOf, initRecord, type RecordMade, spoolOf } from './record/init.ts'
export { othersFirst } from './record/others-first.ts'
export { type Asked, type Chosen, FACETS, type Facet, toChosenFilter, toFilter } from './record/search.ts'
export { type WatchOptions, watchFeeds } from './record/watch.ts'
export { whileSameReadings, whileUnchanged } from './record/while-unchanged.ts'
export { type ContentsEntry, renderContents } from './report/contents.ts'
export { csvHeader, csvRows } from './report/csv.ts'
export { renderHtml } from './report/html.ts'
export { ENGLISH, type InterfaceWords } from './report/interface-words.ts'
export { statusCsv } from './report/status-csv.ts'
export { statusHtml } from './report/status-html.ts'
export { describeDay, describeTime } from './report/time-words.ts'
export { timelineCsv } from './report/timeline-csv.ts'
export { timelineHtml } from './report/timeline-html.ts'
export {
  type Changed,
  CLAIMS,
  changedItems,
  EVENTS,
  QUOTATIONS,
  type Reviewed,
  textsOf,
} from './review/changed-items.ts'
export { countOpen, type OpenCounts } from './review/count-open.ts'
export { type Correction, decisionsAbout, type Outcome, outcomeOf } from './review/decisions-about.ts'
export { type HappeningToReview, happeningsToReview } from './review/happenings-to-review.ts'
export {
  listReviewedClaims,
  listReviewedEvents,
  listReviewedQuotations,
  type ReviewChoice,
  SORTS,
  type Sort,
} from './review/list-reviewed.ts'
export {
  listToReview,
  REVIEW_KINDS,
  REVIEW_STATES,
  type ReviewKind,
  type ToReview,
  type ToReviewPage,
} from './review/list-to-review.ts'
export { hasStipulation, parseVerdict, type SignedVerdict } from './review/parse-verdict.ts'
export { reviewedAnalysis } from './review/reviewed-analysis.ts'
