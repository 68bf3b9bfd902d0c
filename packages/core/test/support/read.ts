/** A kit of the built packs, and what an analysis found as a gold line would write it. */
import { readFileSync } from 'node:fs'
import { type Analysis, type Kit, makeDocument, makeKit, readDocument } from '@parley/core'

const pack = (code: string) => readFileSync(new URL(`../../../../build/packs/${code}.pack`, import.meta.url))

export const kit: Kit = makeKit([pack('ru'), pack('en')])

export function analyse(text: string, published: string | null = null, language = 'ru'): Analysis {
  return readDocument(makeDocument({ id: 'case', text, language, published }), kit)
}
