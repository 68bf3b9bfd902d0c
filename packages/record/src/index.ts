/** The door of the record: what was taken in, read, found and decided, on SQLite or PostgreSQL. */

export {
  type Agreement,
  agreementOnAssessments,
  agreementOnItems,
  krippendorffAlpha,
  type Metric,
} from './agreement.ts'
export type { Archive, Stored } from './archive.ts'
export { type AuditEntry, type AuditFilter, addAudit, listAudit } from './audit.ts'
export {
  countEventsAtOtherPlaces,
  countEventsByPlace,
  countQuotations,
  countSpeakers,
  type PlaceCount,
  type SpeakerCount,
} from './count-items.ts'
export {
  type Assessment,
  type Decision,
  type DecisionFilter,
  decide,
  listDecisions,
  type ReviewState,
  reviewState,
  undoDecision,
  type Verdict,
} from './decisions.ts'
export { forgetFeed, lastFetch, listFeeds, type PolledFeed, saveFeed } from './feeds.ts'
export { isEmptyQuestion, type Question } from './find-question.ts'
export { groupStories } from './group-stories.ts'
export { groupHappenings, type Happening } from './happenings.ts'
export {
  claimKey,
  eventKey,
  type ItemKey,
  type ItemKind,
  itemKey,
  parseItemKey,
  parseSpans,
  parseWhoKey,
  quotationKey,
  type WhoKey,
} from './item-keys.ts'
export { facet, itemsOf, PART_GAP, passagesOf, quotationWords, refFacets } from './item-rows.ts'
export { type AnalysisFilter, currentReaders, type FoundAnalysis, listAnalyses } from './list-analyses.ts'
export {
  type ClaimFilter,
  type DocumentFacts,
  type EventFilter,
  type FoundClaim,
  type FoundEvent,
  type FoundPassage,
  type FoundQuotation,
  type ItemFilter,
  listClaims,
  listEvents,
  listPassages,
  listQuotations,
  type OfficeHeld,
  type Page,
  placeOfClaim,
  placeOfEvent,
  placeOfQuotation,
  speakerOf,
} from './list-items.ts'
export { type Cursor, isBehind, isBehindPlace, newestFirst } from './list-order.ts'
export { type FoundImport, type FoundSource, listImports, listSources, type SourceFilter } from './list-sources.ts'
export { type AnchorFound, listAnchors, markAnchors } from './mark-anchors.ts'
export { merkleRoot } from './merkle-root.ts'
export { signatureOf } from './near-duplicates.ts'
export { isServerAddress } from './open-store.ts'
export { MOST_RANKED, rankQuotations, relevanceOf, soughtWords } from './rank-quotations.ts'
export {
  countMissing,
  keepReader,
  missing,
  packAnalysis,
  type ReadingFailed,
  type ReadingMade,
  saveReadings,
  type Unread,
  unpackAnalysis,
} from './readings.ts'
export { currentUser, makeRecord, type OpenRecord, openRecord } from './record.ts'
export { RecordError } from './record-error.ts'
export { type RolledBack, rollBack } from './roll-back.ts'
export { type PointOfQuotation, pointsOf, type QuotationValues, sampleQuotations } from './sample-quotations.ts'
export { type Anchor, anchorAgain, type Selector, selectorOf } from './selectors.ts'
export { addSession, endSession, findSession, type Session, touchSession } from './sessions.ts'
export {
  beginImport,
  type Captured,
  type DocumentTaken,
  failuresOf,
  type Import,
  keepCapture,
  saveDocuments,
  saveFailure,
} from './take-in.ts'
export { addToken, findToken, listTokens, type NewToken, removeToken, type Token, touchToken } from './tokens.ts'
export {
  addUser,
  changeUser,
  findUser,
  foldedName,
  hasUsers,
  listUsers,
  type NewUser,
  removeUser,
  type User,
} from './users.ts'
export { type Fault, type Verified, verifyRecord } from './verify.ts'
