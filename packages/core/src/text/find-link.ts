/** Where a link ends: a URL, an e-mail address, @name, #tag. One look at each character; -1 where there is no link. */
import { CLASS_DIGIT, CLASS_LETTER, CLASS_LINE, CLASS_MARK, CLASS_SPACE, classOf } from './letters.ts'

const HASH = 0x23
const AT = 0x40
const DOT = 0x2e
const UNDERSCORE = 0x5f

/** End of the URL that begins at `at` (a Latin letter at the start of a word), or -1. */
export function endOfUrl(text: string, at: number): number {
  const scheme = schemeLength(text, at)
  if (scheme === 0) return -1
  let end = at + scheme
  let opened = 0
  while (end < text.length && isUrlCharacter(text.charCodeAt(end))) {
    if (text.charCodeAt(end) === 0x28) opened++
    end++
  }
  // What closes the sentence or the bracket around the address is not part of it.
  while (end > at + scheme) {
    const last = text.charCodeAt(end - 1)
    if (last === 0x29 && opened > 0) break
    if (!isClosing(last)) break
    end--
  }
  return end > at + scheme ? end : -1
}

function schemeLength(text: string, at: number): number {
  const first = text.charCodeAt(at) | 0x20
  if (first === 0x77) return startsWith(text, 'www.', at) ? 4 : 0
  if (first === 0x68) {
    if (startsWith(text, 'https://', at)) return 8
    return startsWith(text, 'http://', at) ? 7 : 0
  }
  return first === 0x66 && startsWith(text, 'ftp://', at) ? 6 : 0
}

/** Compares without regard to case; `what` is lower-case ASCII. */
function startsWith(text: string, what: string, at: number): boolean {
  for (let i = 0; i < what.length; i++) {
    const code = text.charCodeAt(at + i)
    const lower = code >= 0x41 && code <= 0x5a ? code | 0x20 : code
    if (lower !== what.charCodeAt(i)) return false
  }
  return true
}

function isUrlCharacter(code: number): boolean {
  if (code === 0x22 || code === 0x3c || code === 0x3e || code === 0x7c) return false // " < > |
  if (code === 0xab || code === 0xbb || (code >= 0x2018 && code <= 0x201f)) return false // quotation marks
  const kind = classOf(code)
  return kind !== CLASS_SPACE && kind !== CLASS_LINE && (kind !== CLASS_MARK || code < 0x80)
}

/** . , ; : ! ? ' ) ] */
function isClosing(code: number): boolean {
  return (
    code === DOT ||
    code === 0x2c ||
    code === 0x3b ||
    code === 0x3a ||
    code === 0x21 ||
    code === 0x3f ||
    code === 0x27 ||
    code === 0x29 ||
    code === 0x5d
  )
}

/** A character of an e-mail address's local part: ASCII letters, digits, `. _ % + -`. */
export function isLocalPart(code: number): boolean {
  return isNameCharacter(code) || code === DOT || code === 0x25 || code === 0x2b || code === 0x2d
}

/** End of the e-mail address whose `@` stands at `at`, or -1: letters and digits with at least one inner dot must follow. */
export function endOfAddress(text: string, at: number): number {
  let end = at + 1
  let dot = -1
  while (end < text.length && (isNameCharacter(text.charCodeAt(end)) || isInnerMark(text, end))) {
    if (text.charCodeAt(end) === DOT) dot = end
    end++
  }
  return dot > at + 1 ? end : -1
}

/** A dot or hyphen between two letters or digits. */
function isInnerMark(text: string, at: number): boolean {
  const code = text.charCodeAt(at)
  if (code !== DOT && code !== 0x2d) return false
  return isNameCharacter(text.charCodeAt(at - 1)) && isNameCharacter(text.charCodeAt(at + 1))
}

/** End of `@name` or `#tag` at `at`, or -1. A name is Latin, a tag has letters of any script and begins with one. */
export function endOfHandle(text: string, at: number): number {
  const tag = text.charCodeAt(at) === HASH
  if (!tag && text.charCodeAt(at) !== AT) return -1
  if (tag && classOf(text.charCodeAt(at + 1)) !== CLASS_LETTER) return -1
  let end = at + 1
  while (end < text.length && (tag ? isTagCharacter(text.charCodeAt(end)) : isNameCharacter(text.charCodeAt(end))))
    end++
  return end > at + 1 ? end : -1
}

function isTagCharacter(code: number): boolean {
  const kind = classOf(code)
  return kind === CLASS_LETTER || kind === CLASS_DIGIT || code === UNDERSCORE
}

/** ASCII letters, digits, underscore. */
function isNameCharacter(code: number): boolean {
  const lower = code | 0x20
  return (lower >= 0x61 && lower <= 0x7a) || (code >= 0x30 && code <= 0x39) || code === UNDERSCORE
}
