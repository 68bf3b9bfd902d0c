/** The door of the core: text in, analysis out. Offsets are UTF-16 code units, half-open. */
export type * from './analysis.ts'
export { type DocumentFields, makeDocument, normaliseText, type TextDocument } from './document.ts'
export { makeKit, READER_VERSION } from './kit/make-kit.ts'
export { openPack } from './kit/open-pack.ts'
export type { Kit, LanguagePack, TableRow } from './kit.ts'
export type { Span, TokenRange } from './span.ts'
export { readDocument, type StageWatch } from './read-document.ts'
