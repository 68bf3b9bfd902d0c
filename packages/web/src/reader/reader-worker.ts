/**
 * The reader in a worker, so that a page stays awake while a long text is read. Messages in: `{ load: [address of a pack, …] }` first,
 * then `{ id, read: fields of a document }`. Messages out: `{ ready: true }`, `{ id, analysis: JSON }`, `{ id, error: words }`.
 * The analysis travels as its JSON: a string is copied at once, an object tree node by node.
 */
import type { DocumentFields } from '@parley/core'
import { loadReader, type Reader } from './reader.ts'

export type ReaderRequest =
  | { readonly load: readonly string[] }
  | { readonly id: number; readonly read: DocumentFields }
export type ReaderReply =
  | { readonly ready: true }
  | { readonly id: number | null; readonly analysis: string }
  | { readonly id: number | null; readonly error: string }

let reader: Reader | null = null

addEventListener('message', async (message: MessageEvent<ReaderRequest>) => {
  const request = message.data
  const id = 'id' in request ? request.id : null
  const reply = (answer: ReaderReply) => postMessage(answer)
  try {
    if ('load' in request) {
      reader = await loadReader(request.load)
      reply({ ready: true })
    } else if (reader === null) reply({ id, error: 'a document came before the packs' })
    else reply({ id, analysis: JSON.stringify(reader.read(request.read)) })
  } catch (error) {
    // Whatever went wrong belongs to the page that asked; a worker has no screen of its own.
    reply({ id, error: error instanceof Error ? error.message : String(error) })
  }
})
