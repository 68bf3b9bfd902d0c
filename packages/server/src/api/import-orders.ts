/** From what is asked for to an import that waits: the order with its draft, a pasted text as a file of it. */

import { writeFile } from 'node:fs/promises'
import type { NamedFile } from '@parley/service/record'
import { HTTPException } from 'hono/http-exception'
import { ImportRefused, type ImportRunner } from '../imports/import-runner.ts'
import type { OrderMade } from '../imports/order.ts'
import { UploadRefused } from '../imports/receive-files.ts'
import type { Draft } from '../imports/spool.ts'
import type { ImportMade } from './import-schemas.ts'

/** Begins what a draft was filled for; a draft that comes to nothing goes. */
export async function submit(
  runner: ImportRunner,
  make: (draft: Draft) => Promise<OrderMade>,
): Promise<{ id: string }> {
  const draft = await runner.draft()
  try {
    const order = await make(draft)
    return { id: await inState(() => runner.submit(draft, order)) }
  } catch (error) {
    await runner.drop(draft)
    if (error instanceof UploadRefused) {
      const message = error.message
      // A body that is not read to its end: the connection cannot be used again.
      throw new HTTPException(error.status, { message })
    }
    throw error
  }
}

/** What cannot be done now is an answer; anything else is thrown on. */
export async function inState<T>(act: () => Promise<T>): Promise<T> {
  try {
    return await act()
  } catch (error) {
    if (error instanceof ImportRefused) throw new HTTPException(409, { message: error.message })
    throw error
  }
}

export async function orderOf(asked: ImportMade, by: string, draft: Draft): Promise<OrderMade> {
  const language = asked.language ?? null
  if (asked.kind === 'feeds') return { kind: 'feeds', by, inputs: [], language, keepFeeds: true }
  if (asked.kind === 'addresses') {
    const { addresses, watch } = asked
    return { kind: 'addresses', by, inputs: [...new Set(addresses)], language, keepFeeds: watch }
  }
  return { kind: 'text', by, inputs: [await writeText(asked, draft)], language, keepFeeds: false }
}

/** A pasted text with what is known of it is a document as JSON, one of the forms that are read. */
async function writeText(asked: Extract<ImportMade, { kind: 'text' }>, draft: Draft): Promise<NamedFile> {
  const { text, title, publisher, published, url, language } = asked
  const name = title ?? firstWords(text)
  const path = draft.fileAt(0)
  const document = { id: name, text, title, publisher, published, url, language }
  await writeFile(path, JSON.stringify(document), { mode: 0o600 })
  return { name, path, kind: 'json' }
}

const FIRST = 80

function firstWords(text: string): string {
  const line = text.trim().split('\n', 1)[0].replace(/\s+/g, ' ')
  return line.length <= FIRST ? line : `${line.slice(0, line.lastIndexOf(' ', FIRST) + 1 || FIRST).trim()} …`
}
