/** What a page says of itself for machines: headline, day of publication, publisher, language, address. */

import { toIsoDate } from '../iso-date.ts'
import type { PageNode } from './block-text.ts'

export interface PageElement extends PageNode {
  readonly textContent: string | null
  getAttribute(name: string): string | null
  getAttributeNames(): string[]
  setAttribute(name: string, value: string): void
  querySelector(selector: string): PageElement | null
  querySelectorAll(selector: string): Iterable<PageElement>
}

export interface PageFacts {
  /** The headline as the page shows or declares it, or null. */
  readonly headline: string | null
  /** What the window's title bar says: often the headline with the outlet's name behind it. */
  readonly windowTitle: string | null
  readonly published: string | null
  readonly publisher: string | null
  readonly language: string | null
  readonly url: string | null
  /** The article's text as its JSON-LD repeats it, or null. */
  readonly articleBody: string | null
}

export function readPageFacts(page: PageElement): PageFacts {
  const article = findArticleData(page)
  const meta = (name: string): string | null => metaContent(page, name)
  return {
    headline: onlyHeading(page) ?? text(article?.headline) ?? meta('og:title') ?? meta('twitter:title'),
    windowTitle: text(page.querySelector('title')?.textContent),
    published: firstDate([
      article?.datePublished,
      ...PUBLISHED_META.map(meta),
      page
        .querySelector('time[pubdate][datetime], time[itemprop~="datePublished"][datetime]')
        ?.getAttribute('datetime'),
      page.querySelector('[itemprop~="datePublished"]')?.getAttribute('content'),
      // The first <time> of an article is its own; later ones date what it links to.
      page.querySelector('article time[datetime], main time[datetime], time[datetime]')?.getAttribute('datetime'),
      page.querySelector('time')?.textContent,
    ]),
    publisher: publisherName(article?.publisher) ?? meta('og:site_name') ?? meta('dc.publisher') ?? meta('publisher'),
    language: languageCode([
      page.querySelector('html')?.getAttribute('lang'),
      article?.inLanguage,
      meta('og:locale'),
      meta('content-language'),
      meta('dc.language'),
    ]),
    url: address([
      page.querySelector('link[rel~="canonical"][href]')?.getAttribute('href'),
      meta('og:url'),
      article?.url,
    ]),
    articleBody: text(article?.articleBody),
  }
}

const PUBLISHED_META = [
  'article:published_time',
  'og:published_time',
  'datepublished',
  'date',
  'dc.date',
  'dc.date.issued',
  'dcterms.issued',
  'dcterms.date',
  'pubdate',
  'publish_date',
  'parsely-pub-date',
  'mediator_published_time',
]

/** Two <h1> are a list of articles or a decorated page: then neither is the headline for certain. */
function onlyHeading(page: PageElement): string | null {
  const headings = [...page.querySelectorAll('h1')]
    .map(heading => text(heading.textContent))
    .filter(words => words !== null)
  return headings.length === 1 ? headings[0] : null
}

function metaContent(page: PageElement, name: string): string | null {
  // Attribute values are compared by hand: selectors differ on case, and pages write `DC.date`, `dc.Date`.
  for (const meta of page.querySelectorAll('meta[content]')) {
    const named = meta.getAttribute('property') ?? meta.getAttribute('name') ?? meta.getAttribute('http-equiv')
    if (named?.toLowerCase() !== name) continue
    const content = text(meta.getAttribute('content'))
    if (content !== null) return content
  }
  return null
}

/** One line of text, or null. */
function text(value: unknown): string | null {
  if (typeof value !== 'string') return null
  const words = value
    .replace(/[\u00ad\u200b\ufeff]/g, '')
    .replace(/\s+/g, ' ')
    .trim()
  return words === '' ? null : words
}

function firstDate(candidates: readonly unknown[]): string | null {
  for (const candidate of candidates) {
    const date = typeof candidate === 'string' ? toIsoDate(candidate) : null
    if (date !== null) return date
  }
  return null
}

function languageCode(candidates: readonly unknown[]): string | null {
  for (const candidate of candidates) {
    const code = typeof candidate === 'string' ? /^\s*([A-Za-z]{2,3})\b/.exec(candidate)?.[1] : undefined
    if (code !== undefined) return code.toLowerCase()
  }
  return null
}

function address(candidates: readonly unknown[]): string | null {
  for (const candidate of candidates) {
    if (typeof candidate === 'string' && /^https?:\/\//i.test(candidate.trim())) return candidate.trim()
  }
  return null
}

function publisherName(publisher: unknown): string | null {
  if (typeof publisher === 'string') return text(publisher)
  if (typeof publisher === 'object' && publisher !== null && 'name' in publisher) return text(publisher.name)
  return null
}

type Data = Readonly<Record<string, unknown>>

/** The first JSON-LD object that describes an article. A page's broken JSON is its own affair: the rest of it is read. */
function findArticleData(page: PageElement): Data | null {
  for (const script of page.querySelectorAll('script[type="application/ld+json"]')) {
    const waiting: unknown[] = [parsed(script.textContent ?? '')]
    for (let at = 0; at < waiting.length && at < DATA_LIMIT; at++) {
      const value = waiting[at]
      if (Array.isArray(value)) waiting.push(...value.slice(0, DATA_LIMIT))
      else if (typeof value === 'object' && value !== null) {
        const data = value as Data
        if (isArticle(data['@type'])) return data
        waiting.push(data['@graph'], data.mainEntity, data.mainEntityOfPage)
      }
    }
  }
  return null
}

const DATA_LIMIT = 1000

function isArticle(type: unknown): boolean {
  if (Array.isArray(type)) return type.some(isArticle)
  return typeof type === 'string' && /(?:Article|Posting|Report|Review|Statement)$/.test(type)
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json)
  } catch (error) {
    if (error instanceof SyntaxError) return null
    throw error
  }
}
