/** RSS, Atom, RDF and JSON feeds -> their entries; OPML -> the feeds it lists. */
import { toIsoDate } from '../iso-date.ts'
import { because } from '../reasons.ts'

export interface FeedEntry {
  readonly url: string | null
  readonly title: string | null
  readonly published: string | null
  /** What the feed itself holds of the text, as HTML, or null. */
  readonly html: string | null
}

export interface Feed {
  readonly title: string | null
  readonly language: string | null
  readonly entries: readonly FeedEntry[]
}

export type FeedRead = { readonly ok: true; readonly feed: Feed } | { readonly ok: false; readonly reason: string }

/** A feed has some hundred entries. */
const ENTRIES = 10_000

export async function readFeed(text: string): Promise<FeedRead> {
  const { parseFeed } = await import('feedsmith')
  let parsed: { format: string; feed: unknown }
  try {
    parsed = parseFeed(text, { maxItems: ENTRIES })
  } catch (error) {
    if (!(error instanceof Error)) throw error
    return { ok: false, reason: because('feedBroken', { detail: error.message.replace(/\s+/g, ' ').slice(0, 200) }) }
  }
  const feed = parsed.feed as Data
  const items = list(feed.items ?? feed.entries)
  return {
    ok: true,
    feed: {
      title: words(feed.title),
      language: words(feed.language)?.slice(0, 2).toLowerCase() ?? null,
      entries: items.slice(0, ENTRIES).map(entryOf),
    },
  }
}

/** Addresses of the feeds an OPML file lists, at any depth, each once; or what is wrong with it. */
export async function readOpml(
  text: string,
): Promise<{ readonly ok: true; readonly feeds: readonly string[] } | { readonly ok: false; readonly reason: string }> {
  const { parseOpml } = await import('feedsmith')
  try {
    const { body } = parseOpml(text) as { body?: { outlines?: unknown } }
    const found = new Set<string>()
    const waiting = [...list(body?.outlines)]
    for (let at = 0; at < waiting.length && at < ENTRIES; at++) {
      const outline = waiting[at]
      const url = address(outline.xmlUrl)
      if (url !== null) found.add(url)
      waiting.push(...list(outline.outlines))
    }
    return found.size > 0 ? { ok: true, feeds: [...found] } : { ok: false, reason: because('feedListEmpty') }
  } catch (error) {
    if (!(error instanceof Error)) throw error
    return { ok: false, reason: because('feedListBroken', { detail: error.message.slice(0, 200) }) }
  }
}

type Data = Readonly<Record<string, unknown>>

function entryOf(item: Data): FeedEntry {
  const links = list(item.links)
  const alternate = links.find(link => link.rel === undefined || link.rel === 'alternate') ?? links[0]
  const content = item.content as Data | string | undefined
  const encoded = typeof content === 'object' ? (content.encoded ?? content.value) : content
  return {
    url:
      address(item.link) ??
      address(item.url) ??
      address(alternate?.href) ??
      address((item.guid as Data)?.value ?? item.id),
    title: words(item.title),
    published: firstDate([item.pubDate, item.published, item.date_published, item.updated, (item.dc as Data)?.date]),
    html:
      words(item.content_html) ??
      words(encoded) ??
      words(item.content_text) ??
      words(item.description) ??
      words(item.summary),
  }
}

function list(value: unknown): Data[] {
  return Array.isArray(value) ? value.filter(one => typeof one === 'object' && one !== null) : []
}

function words(value: unknown): string | null {
  if (typeof value === 'object' && value !== null && 'value' in value) return words(value.value)
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : null
}

function firstDate(candidates: readonly unknown[]): string | null {
  for (const candidate of candidates) {
    const written = words(candidate)
    const date = written === null ? null : toIsoDate(written)
    if (date !== null) return date
  }
  return null
}

function address(value: unknown): string | null {
  return typeof value === 'string' && /^https?:\/\//i.test(value.trim()) ? value.trim() : null
}
