/** The door of web: the reader as a module. The page itself is an application (`app/`), built from index.html. */

export { loadReader, type Reader } from './reader/reader.ts'
export type { ReaderReply, ReaderRequest } from './reader/reader-worker.ts'
