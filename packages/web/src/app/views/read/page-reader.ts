/** The reader in its worker, as the page asks it: packs once, then one document at a time; a newer text overtakes an older one. */
import type { Analysis, DocumentFields } from '@parley/core'
import type { ReaderReply, ReaderRequest } from '../../../reader/reader-worker.ts'

export interface Reading {
  readonly analysis: Analysis
  /** Milliseconds the reader took. */
  readonly took: number
}

export class PageReader {
  readonly #worker: Worker
  readonly #ready: Promise<void>
  #last = 0
  #waiting: { readonly id: number; readonly since: number; settle(reply: ReaderReply): void } | null = null

  /** `packs`: addresses of language packs. */
  constructor(packs: readonly string[]) {
    this.#worker = new Worker(new URL('../../../reader/reader-worker.ts', import.meta.url), { type: 'module' })
    this.#ready = new Promise((resolve, reject) => {
      this.#worker.addEventListener('error', event => reject(new Error(event.message)))
      this.#worker.addEventListener('message', ({ data }: MessageEvent<ReaderReply>) => {
        if ('ready' in data) resolve()
        else if (data.id === null) reject(new Error('error' in data ? data.error : 'an answer to no question'))
        else if (data.id === this.#waiting?.id) this.#waiting.settle(data)
      })
    })
    this.#post({ load: packs.map(pack => new URL(pack, location.origin).href) })
  }

  /** Settles when the packs are there. Rejects with the reason. */
  get ready(): Promise<void> {
    return this.#ready
  }

  /** null when a newer text overtook this one. Rejects when the document cannot be read. */
  async read(document: DocumentFields): Promise<Reading | null> {
    await this.#ready
    const id = ++this.#last
    this.#waiting?.settle({ id: this.#waiting.id, error: '' })
    return new Promise((resolve, reject) => {
      const since = performance.now()
      this.#waiting = {
        id,
        since,
        settle: reply => {
          if (id !== this.#last) resolve(null)
          else if ('analysis' in reply)
            resolve({ analysis: JSON.parse(reply.analysis) as Analysis, took: performance.now() - since })
          else if ('error' in reply) reject(new Error(reply.error))
        },
      }
      this.#post({ id, read: document })
    })
  }

  #post(request: ReaderRequest): void {
    this.#worker.postMessage(request)
  }
}
