/** The door of ingest: bytes and paths in, documents out. It alone knows files, encodings and pages. */

export { fileChunks, fileSystemReason, reasonOfPath } from './bytes/byte-source.ts'
export { decodePage } from './bytes/decode-page.ts'
export { decodeText } from './bytes/decode-text.ts'
export { type Fetched, type FetchOptions, fetchPage } from './fetch/fetch-page.ts'
export { ENDINGS, type FileKind, type FoundFile, findFiles, kindOfName } from './find-files.ts'
export { type Feed, type FeedEntry, type FeedRead, readFeed, readOpml } from './formats/read-feed.ts'
export { isIsoDate } from './iso-date.ts'
export { NOTICE_CODES, type NoticeCause, type NoticeCode, noticeCauseOf, noticeOf } from './notices.ts'
export type { DocumentRead, Failure, Notice, ReadOutcome } from './outcome.ts'
export { openInput, type ReadOptions, readDocuments, readSource } from './read-documents.ts'
export { because, type Cause, causeOf, REASON_CODES } from './reasons.ts'
export { languageName } from './recognise-language.ts'
