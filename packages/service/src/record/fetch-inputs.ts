/**
 * Addresses into a record: pages, and feeds with the pages they lead to. One request at a time, and a pause between two to the same host. What was fetched
 * before is asked for only when it is named again, and then with what the server said of it.
 */
import { setTimeout as sleep } from 'node:timers/promises'
import {
  because,
  decodeText,
  type Fetched,
  type FetchOptions,
  type FileKind,
  fetchPage,
  readFeed,
  readOpml,
} from '@parley/ingest'
import {
  type Import,
  keepCapture,
  lastFetch,
  type OpenRecord,
  type PolledFeed,
  saveDocuments,
  saveFeed,
} from '@parley/record'

export interface FetchingOptions extends Pick<FetchOptions, 'allowPrivate' | 'timeout'> {
  /** Milliseconds between two requests to one host. */
  readonly delay?: number
  /** False: a feed is read this once and not kept among those that are polled. */
  readonly keepFeeds?: boolean
  /** Ends the fetching; nothing is told of what it ends. */
  readonly signal?: AbortSignal
}

/** What was fetched and is to be read. */
export interface FetchedPage {
  readonly url: string
  readonly kind: FileKind
  readonly capture: string
  readonly sha256: string
  readonly bytes: number
  /** What the feed says of the page, where the page itself does not. */
  readonly published: string | null
  readonly title: string | null
  readonly publisher: string | null
}

export interface FetchCallbacks {
  readonly now: () => string
  readonly onPage: (page: FetchedPage) => Promise<void>
  readonly onKnown: (url: string) => void
  readonly onFailure: (input: string, reason: string) => Promise<void>
}

const DELAY = 2000

const KINDS: Readonly<Record<string, FileKind>> = {
  'text/html': 'html',
  'application/xhtml+xml': 'html',
  'application/pdf': 'pdf',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'docx',
  'text/csv': 'csv',
  'application/warc': 'warc',
}
const OTHER_MEDIA = /^(?:image|audio|video|font)\//

type Body = Extract<Fetched, { bytes: Uint8Array }>

export class Fetching {
  readonly #record: OpenRecord
  readonly #run: Import
  readonly #options: FetchingOptions
  readonly #calls: FetchCallbacks
  /** Host -> when it may be asked again. */
  readonly #free = new Map<string, number>()

  constructor(record: OpenRecord, run: Import, options: FetchingOptions, calls: FetchCallbacks) {
    this.#record = record
    this.#run = run
    this.#options = options
    this.#calls = calls
  }

  /** A page, a feed or a list of feeds: told by what comes. */
  async take(url: string): Promise<void> {
    const fetched = await this.#fetch(url, (await lastFetch(this.#record.db, url)) ?? {})
    if (fetched === null) return
    const start = startOf(fetched.bytes)
    if (isOpml(start)) await this.takeFeedList(url, textOf(fetched.bytes))
    else if (isFeed(start, fetched.mediaType)) await this.#takeFeedBody(url, fetched)
    else await this.#takePage(url, fetched, {})
  }

  /** OPML: every feed it names. */
  async takeFeedList(input: string, text: string): Promise<void> {
    const read = await readOpml(text)
    if (!read.ok) await this.#calls.onFailure(input, read.reason)
    else
      for (const url of read.feeds) {
        if (this.#isStopped) return
        await this.takeFeed({ url, title: null, etag: null, modified: null, checked: null })
      }
  }

  /** A feed that is polled: asked for what has changed since. */
  async takeFeed(feed: PolledFeed): Promise<void> {
    const fetched = await this.#fetch(feed.url, feed)
    if (fetched !== null) await this.#takeFeedBody(feed.url, fetched)
    else if (!this.#isStopped) await this.#keep({ ...feed, checked: this.#calls.now() })
  }

  async #takeFeedBody(url: string, fetched: Body): Promise<void> {
    const read = await readFeed(textOf(fetched.bytes))
    if (!read.ok) {
      await this.#calls.onFailure(url, read.reason)
      return
    }
    const { capture, isDone } = await this.#archive(url, fetched, 'feed')
    if (!isDone) await saveDocuments(this.#record, this.#run, this.#calls.now(), [], [capture])
    const { title: publisher, entries } = read.feed
    for (const { url: address, title, published } of entries) {
      if (this.#isStopped) return
      if (address === null) continue
      if ((await lastFetch(this.#record.db, address)) !== null) {
        this.#calls.onKnown(address)
        continue
      }
      const page = await this.#fetch(address, {})
      if (page !== null) await this.#takePage(address, page, { title, published, publisher })
    }
    // Kept when all of it is taken: a run that was ended asks for the whole feed again.
    const { etag = null, 'last-modified': modified = null } = fetched.headers
    await this.#keep({ url, title: publisher, etag, modified, checked: this.#calls.now() })
  }

  async #keep(feed: PolledFeed): Promise<void> {
    if (this.#options.keepFeeds ?? true) await saveFeed(this.#record, feed)
  }

  get #isStopped(): boolean {
    return this.#options.signal?.aborted ?? false
  }

  async #takePage(
    url: string,
    fetched: Body,
    {
      title = null,
      published = null,
      publisher = null,
    }: Partial<Pick<FetchedPage, 'title' | 'published' | 'publisher'>>,
  ): Promise<void> {
    const { mediaType } = fetched
    if (OTHER_MEDIA.test(mediaType)) {
      await this.#calls.onFailure(url, because('media', { media: mediaType }))
      return
    }
    const { isDone, ...kept } = await this.#archive(url, fetched, 'fetch')
    if (isDone) this.#calls.onKnown(url)
    else {
      const kind = KINDS[mediaType] ?? 'guess'
      await this.#calls.onPage({ url: fetched.url, kind, ...kept, title, published, publisher })
    }
  }

  async #archive(url: string, { bytes, mediaType, headers }: Body, how: 'fetch' | 'feed') {
    const stored = await this.#record.archive.put(once(bytes))
    const at = this.#calls.now()
    const kept = await keepCapture(this.#record, this.#run, {
      ...stored,
      origin: url,
      url,
      mediaType,
      how,
      at,
      headers,
    })
    return { ...stored, capture: kept.id, isDone: kept.isDone }
  }

  /** null: nothing new, or it failed; both are told. */
  async #fetch(url: string, { etag = null, modified = null }: Partial<PolledFeed>): Promise<Body | null> {
    await this.#wait(url)
    if (this.#isStopped) return null
    const { delay: _, keepFeeds: _keep, ...limits } = this.#options
    const fetched = await fetchPage(url, { ...limits, etag, modified })
    if (this.#isStopped) return null
    if (!fetched.ok) await this.#calls.onFailure(url, fetched.reason)
    else if ('bytes' in fetched) return fetched
    else this.#calls.onKnown(url)
    return null
  }

  async #wait(url: string): Promise<void> {
    const host = URL.canParse(url) ? new URL(url).host : ''
    const free = this.#free.get(host) ?? 0
    const pause = free - Date.now()
    if (pause > 0) await sleep(pause, undefined, this.#options).catch(() => {}) // the signal ends the pause, too
    this.#free.set(host, Date.now() + (this.#options.delay ?? DELAY))
  }
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes
}

function startOf(bytes: Uint8Array): string {
  return Buffer.from(bytes.subarray(0, 4096))
    .toString('latin1')
    .replace(/^[^<{]*/, '')
}

function isOpml(start: string): boolean {
  return /^(?:<\?xml[^>]*>\s*)?<opml\b/i.test(start)
}

function isFeed(start: string, mediaType: string): boolean {
  if (/^application\/(?:rss\+xml|atom\+xml|rdf\+xml|feed\+json)$/.test(mediaType)) return true
  return /^(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]*?-->\s*)?<(?:rss|feed|rdf:RDF)\b/i.test(start)
}

function textOf(bytes: Uint8Array): string {
  const decoded = decodeText(bytes, /^\s*<\?xml[^>]*encoding=["']([\w-]+)/.exec(startOf(bytes))?.[1] ?? null)
  return decoded.ok ? decoded.text : ''
}
