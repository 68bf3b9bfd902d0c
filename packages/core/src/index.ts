/** The door of the core: text in, analysis out. Offsets are UTF-16 code units, half-open. */
export type * from './analysis.ts'
export { changesBetween, closest, didYouMean } from './closest.ts'
export { type DocumentFields, makeDocument, normaliseText, type TextDocument } from './document.ts'
export type * from './dossier.ts'
export { findUnknownEndings, type UnknownEndings } from './dossier-names/declensions.ts'
export type { KnownKind } from './dossier-names/known-name.ts'
export { idIn } from './dossier-names/refs.ts'
export { type Explanation, explainAt } from './explain.ts'
export { PackLacksError } from './kit/container.ts'
export { makeKit, READER_VERSION } from './kit/make-kit.ts'
export { openPack } from './kit/open-pack.ts'
export type { Kit, LanguagePack, TableRow } from './kit.ts'
export { formatProblem, type Problem, ProblemError, sortProblems } from './problem.ts'
export { type ReadOptions, readDocument } from './read-document.ts'
export { findAsked, foldWord, readWithWords, searchLemmas, type TextWords } from './search-words.ts'
export type { Span, TokenRange } from './span.ts'
export { ASSERTIONS, type Assertion, isContradictory } from './status/assertion.ts'
export { type Claimant, claimantBehind, findClaimants, type VoiceReason } from './status/claimant.ts'
export { dueOn, lastDayOf } from './status/due-date.ts'
export {
  type Finding,
  findStatus,
  PRESS,
  type StatusCell,
  type StatusClaim,
  type StatusOptions,
  type StatusRow,
} from './status/find-status.ts'
export {
  type Matrix,
  type MatrixAgreement,
  type MatrixBearer,
  type MatrixCell,
  type MatrixOptions,
  type MatrixRow,
  type MatrixVoice,
  makeMatrix,
} from './status/make-matrix.ts'
export {
  type ClaimEvidence,
  evidenceAt,
  type MatrixClaim,
  matrixClaim,
  matrixClaims,
  stipulationIds,
} from './status/matrix-claims.ts'
export { type RuleLine, STATUS_RULE } from './status/status-rule.ts'
export { firstDayOf, standingVoices, voiceAbove, voicesOn } from './status/voices.ts'
export {
  doers,
  isCalled,
  isOnTimeline,
  isWithin,
  sortTimeline,
  type TimelineEvent,
  type TimelineFilter,
  type TimelineItem,
  type TimelineName,
  type TimelineStatement,
  timelineItems,
} from './timeline/timeline.ts'
export { type DayRange, dayRange } from './times/day-range.ts'
export type { Trace, TraceNote } from './trace.ts'
