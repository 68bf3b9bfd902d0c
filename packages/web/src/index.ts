/** The door of web: today the reader alone. */
export { loadReader, type Reader } from './reader.ts'
export type { ReaderReply, ReaderRequest } from './reader-worker.ts'
