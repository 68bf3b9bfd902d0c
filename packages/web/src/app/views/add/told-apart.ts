/** What somebody pasted, told apart by its look, so that it can be said before anything is sent. */

export type Pasted =
  | { readonly what: 'nothing' }
  | { readonly what: 'addresses'; readonly addresses: readonly string[]; readonly looksLikeFeed: boolean }
  /** The source of a page, a feed or a list of feeds: taken in as a file of that kind. */
  | { readonly what: 'page' | 'feed' | 'list-of-feeds'; readonly ending: '.html' | '.rss' | '.opml' }
  | { readonly what: 'text'; readonly characters: number }

const PROLOGUE = String.raw`^(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]*?-->\s*)?`
const FEED = new RegExp(`${PROLOGUE}<(?:rss|feed|rdf:RDF)\\b`, 'i')
const OPML = new RegExp(`${PROLOGUE}<opml\\b`, 'i')
const PAGE = new RegExp(`${PROLOGUE}<(?:!doctype html|html|head|body|article)\\b`, 'i')
const JSON_FEED = /^\{[\s\S]{0,400}"https?:\/\/jsonfeed\.org\/version\//
/** How the addresses of feeds mostly end. */
const FEED_ADDRESS = /(?:\.(?:rss|atom|rdf|xml|opml)|\/(?:feed|feeds|rss|atom)\/?)$/i
/** Enough to know markup by. */
const START = 4096

export function tellApart(pasted: string): Pasted {
  const text = pasted.trim()
  if (text === '') return { what: 'nothing' }
  const lines = text.split(/\s*\n\s*/)
  if (lines.every(isAddress)) {
    return {
      what: 'addresses',
      addresses: [...new Set(lines)],
      looksLikeFeed: lines.some(line => FEED_ADDRESS.test(new URL(line).pathname)),
    }
  }
  const start = text.slice(0, START)
  if (OPML.test(start)) return { what: 'list-of-feeds', ending: '.opml' }
  if (FEED.test(start) || JSON_FEED.test(start)) return { what: 'feed', ending: '.rss' }
  if (PAGE.test(start)) return { what: 'page', ending: '.html' }
  return { what: 'text', characters: text.length }
}

function isAddress(line: string): boolean {
  return /^https?:\/\/\S+$/i.test(line) && URL.canParse(line)
}
