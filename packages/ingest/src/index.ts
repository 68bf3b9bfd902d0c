/** The door of ingest: bytes and paths in, documents out. It alone knows files, encodings and pages. */

export { fileChunks } from './byte-source.ts'
export { decodeText } from './decode-text.ts'
export { type Fetched, type FetchOptions, fetchPage } from './fetch-page.ts'
export { ENDINGS, type FileKind, type FoundFile, findFiles, kindOfName } from './find-files.ts'
export { isIsoDate } from './iso-date.ts'
export type { DocumentRead, Failure, Notice, ReadOutcome } from './outcome.ts'
export { openInput, type ReadOptions, readDocuments, readSource } from './read-documents.ts'
export { type Feed, type FeedEntry, type FeedRead, readFeed, readOpml } from './read-feed.ts'
export { languageName } from './recognise-language.ts'
