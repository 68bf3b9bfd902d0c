/** The door of ingest: bytes and paths in, documents out. It alone knows files, encodings and pages. */
export { isIsoDate } from './iso-date.ts'
export type { DocumentRead, Failure, Notice, ReadOutcome } from './outcome.ts'
export { type ReadOptions, readDocuments } from './read-documents.ts'
export { languageName } from './recognise-language.ts'
