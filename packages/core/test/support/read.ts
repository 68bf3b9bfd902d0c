/** A kit of the built packs, and what an analysis found as a gold line would write it. */
import { readFileSync } from 'node:fs'
import { type Analysis, type Kit, makeDocument, openPack, readDocument } from '@parley/core'

const pack = openPack(readFileSync(new URL('../../../../build/packs/ru.pack', import.meta.url)))

export const kit: Kit = { version: 'test', packs: new Map([['ru', pack]]), languages: pack.hash, dossier: null }

export function analyse(text: string, published: string | null = null): Analysis {
  return readDocument(makeDocument({ id: 'case', text, language: 'ru', published }), kit)
}
