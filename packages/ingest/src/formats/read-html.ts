/**
 * A page -> the article on it: its text in paragraphs and what the page says of itself. Readability finds the article; where
 * it finds none, all text of the page is kept: noise can be seen and passed over, a lost paragraph cannot.
 */
import { Readability } from '@mozilla/readability'
import { parseHTML } from 'linkedom'
import { blockParagraphs, type PageNode } from './block-text.ts'
import { ELEMENT_LIMIT, reasonAgainst } from './bound-page.ts'
import { type PageElement, readPageFacts } from './page-facts.ts'

export interface PageRead {
  readonly ok: true
  /** Paragraphs parted by an empty line, the headline first; '' for a page without text. */
  readonly text: string
  readonly title: string | null
  readonly published: string | null
  readonly publisher: string | null
  readonly language: string | null
  readonly url: string | null
}

export interface PageRefused {
  readonly ok: false
  readonly reason: string
}

export function readHtml(html: string): PageRead | PageRefused {
  const reason = reasonAgainst(html)
  if (reason !== null) return { ok: false, reason }
  const page = parsePage(html)
  const facts = readPageFacts(page)
  const whole = blockParagraphs(bodyOf(page), FURNITURE)
  // Readability takes the document apart, so it comes last.
  const article = findArticle(page)
  const paragraphs = chooseText(article, whole, facts.articleBody)
  const headline = facts.headline
  // A headline may quote, and what is quoted must stand in the text to be evidence.
  if (headline !== null && paragraphs.length > 0 && !isSameLine(paragraphs[0], headline)) paragraphs.unshift(headline)
  return {
    ok: true,
    text: paragraphs.join('\n\n'),
    title: headline ?? facts.windowTitle,
    published: facts.published,
    publisher: facts.publisher,
    language: facts.language,
    url: facts.url,
  }
}

/** Parts of a page that are not what it has to say. */
const FURNITURE: ReadonlySet<string> = new Set(['NAV', 'FOOTER', 'FORM', 'ASIDE'])

// Readability's time grows faster than the depth.
const DEPTH_LIMIT = 150

function parsePage(html: string): PageElement {
  // A fragment gets the frame that browsers give it; linkedom would take its first element for the root.
  const framed = /<(?:html|body)\b/i.test(html) ? html : `<!doctype html><html><body>${html}</body></html>`
  const page = parseHTML(framed).document as unknown as PageElement
  // linkedom keeps the case of attribute names, and pages of the nineties shout: <META NAME=… CONTENT=…>.
  for (const element of page.querySelectorAll('*')) {
    for (const name of element.getAttributeNames()) {
      const small = name.toLowerCase()
      if (small !== name) element.setAttribute(small, element.getAttribute(name) ?? '')
    }
  }
  return page
}

function bodyOf(page: PageElement): PageNode {
  return page.querySelector('body') ?? page.querySelector('html') ?? page
}

function findArticle(page: PageElement): string[] {
  if (isDeeperThan(bodyOf(page), DEPTH_LIMIT)) return []
  try {
    const found = new Readability<PageNode>(page as never, {
      maxElemsToParse: ELEMENT_LIMIT,
      serializer: node => node as unknown as PageNode,
    }).parse()
    return found?.content == null ? [] : blockParagraphs(found.content)
  } catch {
    // Readability throws plain errors on pages it cannot hold and on DOMs that it did not foresee. The whole text stands in.
    return []
  }
}

function isDeeperThan(root: PageNode, limit: number): boolean {
  let depth = 0
  let node: PageNode | null = root
  while (node !== null) {
    if (node.firstChild !== null) {
      node = node.firstChild
      if (++depth > limit) return true
      continue
    }
    while (node !== null && node !== root && node.nextSibling === null) {
      node = node.parentNode
      depth--
    }
    node = node === null || node === root ? null : node.nextSibling
  }
  return false
}

/** The first of the article, its JSON-LD copy and the whole page that holds a fair part of what the page says. */
function chooseText(article: string[], whole: string[], declared: string | null): string[] {
  const total = lengthOf(whole)
  const copy = declared === null ? [] : [declared]
  // A short page is all article: Readability is made for long ones and drops what looks thin.
  if (total < SHORT_PAGE && lengthOf(article) * 2 < total) return total >= lengthOf(copy) ? whole : copy
  if (lengthOf(article) > 0 && lengthOf(article) * 2 >= lengthOf(copy)) return article
  return lengthOf(copy) > 0 ? copy : whole
}

const SHORT_PAGE = 1500

function lengthOf(paragraphs: readonly string[]): number {
  return paragraphs.reduce((sum, paragraph) => sum + paragraph.length, 0)
}

function isSameLine(a: string, b: string): boolean {
  const letters = (line: string): string => line.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '')
  return letters(a) === letters(b)
}
