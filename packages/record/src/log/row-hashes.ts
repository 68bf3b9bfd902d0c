/** The id and the hash of each kind of row that the change log vouches for. What is derived from these (items, stories, indexes) is checked by deriving it again. */
import type { TextDocument } from '@parley/core'
import type {
  AnalysisTable,
  CaptureTable,
  DocumentTable,
  FailureTable,
  ImportTable,
  ReaderTable,
} from '../store/tables.ts'
import type { Leaf } from './change-log.ts'
import { hashOf, idOf } from './hash.ts'

export function importLeaf({ id, at, by, what }: Omit<ImportTable, 'withdrawn'>): Leaf {
  return { kind: 'import', id, hash: hashOf([id, at, by, what]) }
}

export function failureLeaf(row: FailureTable): Leaf {
  const hash = hashOf([row.import, row.input, row.reason, row.at])
  return { kind: 'failure', id: hash.slice(0, 32), hash }
}

/** The same text under the same facts is the same document, whichever file it came in. */
export function documentIdOf(document: TextDocument): string {
  const { id, language, published, title, url, publisher, sha256 } = document
  return idOf([id, language, published, title, url, publisher, sha256])
}

export function documentLeaf(row: Omit<DocumentTable, 'n'>): Leaf {
  const { id, name, text, language, published, title, url, publisher } = row
  return { kind: 'document', id, hash: hashOf([id, name, text, language, published, title, url, publisher]) }
}

export function captureLeaf(row: Omit<CaptureTable, 'finished'>): Leaf {
  const { id, sha256, origin, url, media_type, how, at, headers } = row
  return { kind: 'capture', id, hash: hashOf([id, sha256, origin, url, media_type, how, at, headers, row.import]) }
}

/** `document` and `capture`: ids. */
export function sourceLeaf(document: string, capture: string, part: string): Leaf {
  const hash = hashOf([document, capture, part])
  return { kind: 'source', id: hash.slice(0, 32), hash }
}

/** The same version, language data and dossier are the same reader. */
export function readerIdOf({ version, languages, dossier }: Omit<ReaderTable, 'id'>): string {
  return idOf([version, languages, dossier])
}

export function readerLeaf({ id, version, languages, dossier }: ReaderTable): Leaf {
  return { kind: 'reader', id, hash: hashOf([id, version, languages, dossier]) }
}

/** `document`: its id. */
export function analysisIdOf(document: string, reader: string): string {
  return idOf([document, reader])
}

export function analysisLeaf(row: Omit<AnalysisTable, 'document' | 'body'>, document: string): Leaf {
  const { id, reader, at, sha256, failure, changes } = row
  return { kind: 'analysis', id, hash: hashOf([id, document, reader, at, sha256, failure, changes]) }
}
