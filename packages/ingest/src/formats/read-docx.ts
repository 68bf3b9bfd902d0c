/**
 * A Word document -> its text in paragraphs. Only the parts that hold text are unpacked, within bounds; what a reviewer has struck out is left
 * out, what he has put in is kept, as Word shows it.
 */
import { strFromU8, type Unzipped, unzipSync, zipSync } from 'fflate'
import { DOMParser, parseHTML } from 'linkedom'
import mammoth from 'mammoth'
import { toIsoDate } from '../iso-date.ts'
import { because } from '../reasons.ts'
import { blockParagraphs, type PageNode } from './block-text.ts'

export type DocxRead =
  | { readonly ok: true; readonly text: string; readonly title: string | null; readonly published: string | null }
  | { readonly ok: false; readonly reason: string }

/** Bytes of the unpacked parts together: a report of a thousand pages has a tenth. */
const LARGEST = 32_000_000
const PROPERTIES = 'docProps/core.xml'
/** Parts without which a document has no text; pictures, fonts and themes stay packed. */
const TEXT_PARTS =
  /^(?:\[Content_Types\]\.xml|_rels\/\.rels|docProps\/core\.xml|word\/(?:_rels\/)?[^/]+\.(?:xml|rels))$/

export async function readDocx(bytes: Uint8Array): Promise<DocxRead> {
  try {
    const parts = unpack(bytes)
    if (parts === null) return { ok: false, reason: because('wordLong', { most: LARGEST }) }
    const plain = zipSync(parts, { level: 0 })
    const { value } = await mammoth.convertToHtml({ buffer: Buffer.from(plain) })
    const { document } = parseHTML(`<html><body>${value}</body></html>`)
    const paragraphs = blockParagraphs(document.body as unknown as PageNode)
    if (paragraphs.length === 0) return { ok: false, reason: because('wordEmpty') }
    return { ok: true, text: paragraphs.join('\n\n'), ...propertiesOf(parts) }
  } catch (error) {
    if (!(error instanceof Error)) throw error
    return {
      ok: false,
      reason: because('wordBroken', { detail: error.message.replace(/\s+/g, ' ').slice(0, 200) }),
    }
  }
}

/** The text parts, or null when they are too large; no part gets more room than its entry in the archive says. */
function unpack(bytes: Uint8Array): Unzipped | null {
  let total = 0
  const parts = unzipSync(bytes, {
    filter: ({ name, originalSize }) => {
      if (!TEXT_PARTS.test(name)) return false
      total += originalSize
      return total <= LARGEST
    },
  })
  return total <= LARGEST ? parts : null
}

/** What the document says of itself: a title, and the day it was last changed. */
function propertiesOf(parts: Unzipped): { title: string | null; published: string | null } {
  if (parts[PROPERTIES] === undefined) return { title: null, published: null }
  const page = new DOMParser().parseFromString(strFromU8(parts[PROPERTIES]), 'text/xml')
  const textOf = (name: string) => page.getElementsByTagName(name)[0]?.textContent?.trim() || null
  const changed = textOf('dcterms:modified') ?? textOf('dcterms:created')
  return { title: textOf('dc:title'), published: changed === null ? null : toIsoDate(changed.slice(0, 10)) }
}
