/** A door of service: the verbs of the record. */
export { readClosedList } from '@parley/dossier'
export { ENDINGS } from '@parley/ingest'
export { asFile, EXPORT_FORMATS, type ExportFormat, exportRecord } from './export/formats.ts'
export type { ExportSource } from './export/source.ts'
export { TABLES as EXPORT_TABLES, type TableName as ExportTable } from './export/tables.ts'
export {
  type AddInput,
  type AddOptions,
  type AddProgress,
  type AddReport,
  addInputs,
  type NamedFile,
} from './record/add.ts'
export { type Archived, archivedOf, archivedPage } from './record/archived.ts'
export { type ClaimPoint, claimPoints } from './record/claim-points.ts'
export { type ClaimantRow, claimantOf } from './record/claimant-of.ts'
export { type Counted, countFacets, type FacetCounts, type FacetValue, sideOf } from './record/count-facets.ts'
export type { FetchingOptions } from './record/fetch-inputs.ts'
export { recordStatus, recordTimeline, staleness } from './record/from-record.ts'
export { DOSSIER_FOLDER, dossiersOf, initRecord, type RecordMade, spoolOf } from './record/init.ts'
export { othersFirst } from './record/others-first.ts'
export { type Asked, type Chosen, FACETS, type Facet, toChosenFilter, toFilter } from './record/search.ts'
export { type WatchOptions, watchFeeds } from './record/watch.ts'
export { searchUnchanged, whileSameReadings, whileUnchanged } from './record/while-unchanged.ts'
export {
  type Changed,
  CLAIMS,
  changedItems,
  EVENTS,
  QUOTATIONS,
  type Reviewed,
  rowsByKey,
  textsOf,
} from './review/changed-items.ts'
export { CHECKED, type Checked, withChecked } from './review/checked.ts'
export { countOpen, type OpenCounts } from './review/count-open.ts'
export { type Correction, decisionsAbout, type Outcome, outcomeOf } from './review/decisions-about.ts'
export { type HappeningToReview, happeningsToReview } from './review/happenings-to-review.ts'
export { factsOf, type Who } from './review/identities.ts'
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
