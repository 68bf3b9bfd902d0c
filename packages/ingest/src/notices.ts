/** What somebody should know of an input that was taken in all the same: each notice has a code and a line. */
import { type Cause, linesOf } from './lines.ts'

const LINES = {
  readAs: 'read as {encoding}',
  readAsPdf: 'read as a PDF',
  readAsWord: 'read as a Word document',
  readAsTable: 'read as a table',
  readAsArchive: 'read as a web archive',
  readAsFeed: 'read as a feed',
  readAsFeedList: 'read as a list of feeds',
  readAsHtml: 'read as HTML',
  readAsJson: 'read as a JSON document',
  readAsJsonLines: 'read as JSON documents, one a line',
  damagedOnce: 'read as UTF-8 with 1 unreadable character (U+FFFD)',
  damaged: 'read as UTF-8 with {number} unreadable characters (U+FFFD)',
  passedOverOne: 'passed over 1 file of other kinds',
  passedOver: 'passed over {number} files of other kinds',
  knownInput: 'the record had it already, as it is',
  knownReport: 'the record had this report already, from elsewhere: it counts once',
} as const

export type NoticeCode = keyof typeof LINES
export type NoticeCause = Cause<NoticeCode>

export const NOTICE_CODES = Object.keys(LINES) as readonly NoticeCode[]

/** As for reasons. */
export const { write: noticeOf, read: noticeCauseOf } = linesOf(LINES)
