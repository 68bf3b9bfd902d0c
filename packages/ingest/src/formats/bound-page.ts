/**
 * A look at a page before a DOM is made of it, in one pass: how many elements, how deep, how many pieces of text. A DOM takes hundreds of
 * bytes for each, and time that grows faster than they do.
 */

import { because } from '../reasons.ts'

/** Pages beyond these are archives or traps. Articles nest some 30 deep; browsers stop at 512, and unclosed `<font>` come to more. */
export const ELEMENT_LIMIT = 50_000
const NESTING_LIMIT = 2000
const ATTRIBUTE_LIMIT = 1000
/** Entities, and every `<` that begins no tag: parsers make a piece of text of each. A page may write all its letters as entities. */
const PIECE_LIMIT = 200_000

/** Why no DOM is to be made of a page, or null. */
export function reasonAgainst(html: string): string | null {
  let elements = 0
  let depth = 0
  let pieces = countEntities(html)
  for (let at = html.indexOf('<'); at >= 0; at = html.indexOf('<', at)) {
    const next = html.charCodeAt(at + 1)
    if (next === EXCLAMATION && html.startsWith('<!--', at)) {
      // A comment that is never closed takes the rest of the page, as parsers have it.
      const end = html.indexOf('-->', at + 4)
      if (end < 0) break
      at = end + 3
    } else if (isLetter(next)) {
      const name = nameAt(html, at + 1)
      if (++elements > ELEMENT_LIMIT) return because('pageElements', { most: thousands(ELEMENT_LIMIT) })
      const tagEnd = endOfTag(html, at + name.length + 1)
      if (tagEnd === null) return because('pageAttributes', { most: thousands(ATTRIBUTE_LIMIT) })
      if (tagEnd < 0) break
      if (!NEVER_NEST.has(name) && ++depth > NESTING_LIMIT)
        return because('pageNesting', { most: thousands(NESTING_LIMIT) })
      at = tagEnd
      if (!RAW.has(name)) continue
      const end = endOfRaw(html, name, at)
      if (end < 0) break
      at = end
      depth--
    } else if (next === SLASH) {
      const name = nameAt(html, at + 2)
      // `</p>` without a `<p>` makes one, as `</br>` does.
      if (name === 'p' || name === 'br') pieces++
      if (depth > 0 && !NEVER_NEST.has(name)) depth--
      at += 2
    } else if (next === EXCLAMATION || next === QUESTION) at += 2
    else {
      pieces++
      at++
    }
    if (pieces > PIECE_LIMIT) return because('pagePieces', { most: thousands(PIECE_LIMIT) })
  }
  return pieces > PIECE_LIMIT ? because('pagePieces', { most: thousands(PIECE_LIMIT) }) : null
}

function countEntities(html: string): number {
  let count = 0
  for (let at = html.indexOf('&'); at >= 0; at = html.indexOf('&', at + 1)) {
    const next = html.charCodeAt(at + 1)
    if (next === HASH || isLetter(next)) count++
  }
  return count
}

/** Where a tag ends that was opened before `from`, -1 where it takes the rest of the page, null for one with too many attributes. */
function endOfTag(html: string, from: number): number | null {
  let attributes = 0
  let isSpace = true
  for (let at = from; at < html.length; at++) {
    const code = html.charCodeAt(at)
    if (code === CLOSE) return at
    const wasSpace = isSpace
    isSpace = code <= 0x20
    // `a = "b"` counts thrice, which no page needs so often either.
    if (wasSpace && !isSpace && ++attributes > ATTRIBUTE_LIMIT) return null
    if (code !== DOUBLE && code !== SINGLE) continue
    at = html.indexOf(html[at], at + 1)
    if (at < 0) return -1
    isSpace = true
  }
  return -1
}

const EXCLAMATION = 0x21
const DOUBLE = 0x22
const HASH = 0x23
const SINGLE = 0x27
const CLOSE = 0x3e
const SLASH = 0x2f
const QUESTION = 0x3f

/** Elements without content, and those whose next of their kind closes them: `<p>` after `<p>`. */
const NEVER_NEST: ReadonlySet<string> = new Set(
  `area base br col embed hr img input link meta param source track wbr p li dt dd tr td th thead tbody tfoot option optgroup rt rp
  colgroup caption html head body`.split(/\s+/),
)

/** What stands in them is no markup. */
const RAW: ReadonlySet<string> = new Set([
  'script',
  'style',
  'textarea',
  'title',
  'xmp',
  'iframe',
  'noembed',
  'noframes',
])

/** Where `</name` stands, or -1. */
function endOfRaw(html: string, name: string, from: number): number {
  for (let at = html.indexOf('</', from); at >= 0; at = html.indexOf('</', at + 2)) {
    if (nameAt(html, at + 2) === name) return at + 2 + name.length
  }
  return -1
}

/** No name of HTML is longer; what is longer is some other element. */
const LONGEST_NAME = 24

/** In lower case, '' for none. */
function nameAt(html: string, from: number): string {
  let end = from
  while (end < html.length && end < from + LONGEST_NAME && isNameCharacter(html.charCodeAt(end))) end++
  return html.slice(from, end).toLowerCase()
}

function isNameCharacter(code: number): boolean {
  return isLetter(code) || (code >= 0x30 && code <= 0x39) || code === 0x2d || code === 0x3a
}

function isLetter(code: number): boolean {
  const small = code | 0x20
  return small >= 0x61 && small <= 0x7a
}

function thousands(count: number): string {
  return String(count).replace(/(?<=\d)(?=(?:\d{3})+$)/g, ',')
}
