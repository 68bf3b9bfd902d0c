/** The reader in a browser: packs by address, then documents in, analyses out, as in Node and to the byte. */
import { type Analysis, type DocumentFields, makeDocument, makeKit, readDocument } from '@parley/core'
import { loadPack } from './load-pack.ts'

export interface Reader {
  read(fields: DocumentFields): Analysis
}

/** A reader of the languages whose packs lie at `urls`. */
export async function loadReader(urls: readonly (string | URL)[]): Promise<Reader> {
  const kit = makeKit(await Promise.all(urls.map(loadPack)))
  return { read: fields => readDocument(makeDocument(fields), kit) }
}
