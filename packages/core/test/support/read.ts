/** A kit of the built packs, and what an analysis found as a gold line would write it. */
import { readFileSync } from 'node:fs'
import { type Analysis, type Kit, makeDocument, makeKit, readDocument } from '@parley/core'

export const kit: Kit = makeKit([readFileSync(new URL('../../../../build/packs/ru.pack', import.meta.url))])

export function analyse(text: string, published: string | null = null): Analysis {
  return readDocument(makeDocument({ id: 'case', text, language: 'ru', published }), kit)
}
