/** The door of views: an analysis as a reader wants it, for a terminal, a report and the page alike. Pure; no DOM, no Node. */
export { describeEvent, type EventInWords, type EventWords } from './describe-event.ts'
export { mondayOf } from './iso-week.ts'
export { type Mark, type MarkEvent, type MarkedLine, markLines } from './marked-text.ts'
export { nameIn, textIn } from './name-in.ts'
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
} from './outline.ts'
export { ENGLISH_STATUS, type StatusWords } from './status-words.ts'
