/** The door of the record: what was taken in, read, found and decided, on SQLite or PostgreSQL. */

export { type AuditEntry, type AuditFilter, addAudit, listAudit } from './access/audit.ts'
export { addSession, endSession, findSession, type Session, touchSession } from './access/sessions.ts'
export { addToken, findToken, listTokens, type NewToken, removeToken, type Token, touchToken } from './access/tokens.ts'
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
} from './access/users.ts'
export { type AnchorFound, listAnchors, markAnchors } from './anchors/mark-anchors.ts'
export { type Anchor, anchorAgain, type Selector, selectorOf } from './anchors/selectors.ts'
export type { Archive, Stored } from './archive/archive.ts'
export { type ClaimCount, countClaims } from './find/count-claims.ts'
export {
  countEventsAtOtherPlaces,
  countEventsByPlace,
  countQuotations,
  countSpeakers,
  type PlaceCount,
  type SpeakerCount,
} from './find/count-items.ts'
export { isWithinDays } from './find/event-days.ts'
export { type Hit, newestHits } from './find/find-quotations.ts'
export { type DocumentFacts, type ItemFilter, type OfficeHeld, type Page, speakerOf } from './find/item-filter.ts'
export { listAllClaims } from './find/list-all-claims.ts'
export { type AnalysisFilter, currentReaders, type FoundAnalysis, listAnalyses } from './find/list-analyses.ts'
export { type ClaimFilter, type FoundClaim, listClaims, placeOfClaim } from './find/list-claims.ts'
export {
  EVENT_ORDERS,
  type EventFilter,
  type EventOrder,
  type FoundEvent,
  listEvents,
  placeOfEvent,
  TOLD_AS,
  type ToldAs,
  toldAs,
} from './find/list-events.ts'
export { type Cursor, isBehind, isBehindPlace, newestFirst } from './find/list-order.ts'
export { type FoundPassage, listPassages } from './find/list-passages.ts'
export { publishersOf } from './find/list-publishers.ts'
export { type FoundQuotation, listQuotations, placeOfQuotation } from './find/list-quotations.ts'
export { type FoundImport, type FoundSource, listImports, listSources, type SourceFilter } from './find/list-sources.ts'
export { MOST_RANKED, rankHits, rankQuotations, relevanceOf, soughtWords, takeRanked } from './find/rank-quotations.ts'
export {
  type PointOfQuotation,
  pointsOf,
  type QuotationValues,
  sampleQuotations,
  valuesOf,
} from './find/sample-quotations.ts'
export { isEmptyQuestion, type Question } from './find/word-question.ts'
export { forgetFeed, lastFetch, listFeeds, type PolledFeed, saveFeed } from './intake/feeds.ts'
export { type RolledBack, rollBack } from './intake/roll-back.ts'
export {
  beginImport,
  type Captured,
  type DocumentTaken,
  failuresOf,
  type Import,
  keepCapture,
  type NoticeKept,
  noticesOf,
  saveDocuments,
  saveFailure,
  saveNotices,
} from './intake/take-in.ts'
export { groupHappenings, type Happening } from './items/happenings.ts'
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
} from './items/item-keys.ts'
export { facet, itemsOf, PART_GAP, passagesOf, quotationWords, refFacets } from './items/item-rows.ts'
export {
  type PackedReading,
  packAnalysis,
  packReading,
  type ReadingFailed,
  type ReadingMade,
  unpackAnalysis,
} from './items/packed-reading.ts'
export {
  countMissing,
  keepReader,
  missing,
  originOf,
  type ReadingChanges,
  saveReadings,
  type Unread,
} from './items/readings.ts'
export { merkleRoot } from './log/merkle-root.ts'
export { type Fault, type Verified, verifyRecord } from './log/verify.ts'
export {
  type Agreement,
  agreementOnAssessments,
  agreementOnItems,
  krippendorffAlpha,
  type Metric,
} from './review/agreement.ts'
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
} from './review/decisions.ts'
export { type Dispute, type DisputeKind, disputesAmong } from './review/disputes.ts'
export { makeFolder } from './store/make-folder.ts'
export { isServerAddress } from './store/open-store.ts'
export { currentUser, makeRecord, type OpenRecord, openRecord, openRecordToRead } from './store/record.ts'
export { RecordError } from './store/record-error.ts'
export { groupStories } from './stories/group-stories.ts'
export { signatureOf } from './stories/near-duplicates.ts'
