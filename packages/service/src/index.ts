/** The door of service: the verbs of the product, without a terminal. */
export { loadKit, PACKS, PackError } from './load-kit.ts'
export { type AnalysisMade, readInputs } from './read-inputs.ts'
export { type ContentsEntry, renderContents } from './report/contents.ts'
export { csvHeader, csvRows } from './report/csv.ts'
export { renderHtml } from './report/html.ts'
export { ENGLISH, type InterfaceWords } from './report/interface-words.ts'
export { type Mark, type MarkEvent, type MarkedLine, markLines } from './report/marked-text.ts'
export {
  countPronouns,
  ENTITY_KINDS,
  entitiesOfKind,
  groupBySpeaker,
  oneLine,
  otherWordings,
  quotedWords,
  type SpeakerGroup,
  speakerWords,
  titleOf,
  type Wording,
} from './report/outline.ts'
export { describeDay, describeTime } from './report/time-words.ts'
