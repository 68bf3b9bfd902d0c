/**
 * W3C Web Annotations, one JSON-LD object a line. Positions count Unicode code points, as the standard asks (section 4.2.5), not the UTF-16 code units that the
 * record counts; the exact words with what stands around them are given besides, for pages change.
 */
import { type FoundQuotation, type OpenRecord, selectorOf } from '@parley/record'
import type { Reviewed } from '../review/changed-items.ts'
import { type ExportSource, quotationsOf } from './source.ts'

export async function* writeWebAnnotations(source: ExportSource): AsyncGenerator<string> {
  let text = ''
  let held = ''
  for await (const row of quotationsOf(source)) {
    if (row.text !== held) {
      text = await textOf(source.record, row.text)
      held = row.text
    }
    yield `${JSON.stringify(annotationOf(row, text))}\n`
  }
}

function annotationOf(row: Reviewed<FoundQuotation>, text: string): object {
  const parts = JSON.parse(row.parts) as [number, number][]
  const targets = parts.map(([start, end]) => {
    const { exact, prefix, suffix } = selectorOf(text, { start, end })
    return {
      // The page it came from, or the text itself by its hash.
      source: row.url ?? `urn:sha256:${row.text}`,
      selector: [
        { type: 'TextQuoteSelector', exact, prefix: wellFormed(prefix), suffix: wellFormed(suffix) },
        { type: 'TextPositionSelector', start: codePoints(text, start), end: codePoints(text, end) },
      ],
    }
  })
  const said = [row.speaker ?? 'no speaker', row.act, row.said].filter(word => word !== null).join(', ')
  return {
    '@context': 'http://www.w3.org/ns/anno.jsonld',
    id: `urn:parley:${row.id}`,
    type: 'Annotation',
    motivation: 'identifying',
    body: [{ type: 'TextualBody', value: said, format: 'text/plain', language: 'en', purpose: 'describing' }],
    target: targets.length === 1 ? targets[0] : targets,
  }
}

/** Context may begin or end in the middle of a pair. */
function wellFormed(words: string): string {
  return words.replace(/^[\udc00-\udfff]|[\ud800-\udbff]$/g, '')
}

function codePoints(text: string, offset: number): number {
  let count = 0
  for (let i = 0; i < offset; i++) {
    const code = text.charCodeAt(i)
    // The second half of a pair is no character of its own.
    if (code >= 0xdc00 && code <= 0xdfff && i > 0 && (text.charCodeAt(i - 1) & 0xfc00) === 0xd800) continue
    count++
  }
  return count
}

async function textOf({ db }: OpenRecord, sha256: string): Promise<string> {
  const row = await db.selectFrom('texts').select('text').where('sha256', '=', sha256).executeTakeFirstOrThrow()
  return row.text
}
