/** Times that are part of a name: «улица 9 Мая», the newspaper «Сегодня», the film «Один день врача», a «30-летний юбилей». */
import { SHAPE_LOWER } from '../words/form.ts'
import type { FoundTime } from './said.ts'
import type { TimeReader } from './time-reader.ts'
import { ANNIVERSARY, NAME_HEAD } from './time-words.ts'

/** After a word for a street and the like, in a title, before an anniversary, or alone in quotation marks with a capital. */
export function isName(reader: TimeReader, found: readonly FoundTime[]): boolean {
  const { from } = found[0]
  const { to } = found[found.length - 1]
  if (reader.has(from - 1, NAME_HEAD) && isCapitalised(reader, from, to + 1)) return true
  if (reader.wording(to, ANNIVERSARY) !== null && found[0].said.kind === 'fixed') return true
  const { shape } = reader.tokens.form[from]
  if (shape !== SHAPE_LOWER && isInTitle(reader, from)) return true
  if (shape === SHAPE_LOWER || !isQuote(reader.code(from - 1)) || !isQuote(reader.code(to))) return false
  return reader.isAttached(from) && reader.isAttached(to)
}

const LONGEST_TITLE = 8

/** «фильм «Один день врача»»: a capital right after a quotation mark that follows a word, and no end of a sentence inside. */
function isInTitle(reader: TimeReader, token: number): boolean {
  if (!isQuote(reader.code(token - 1)) || !reader.isAttached(token) || !reader.isWord(token - 2)) return false
  if (!reader.continues(token - 1)) return false
  for (let at = token; at < token + LONGEST_TITLE; at++) {
    const code = reader.code(at)
    if (isQuote(code)) return true
    if (code === 0x2e || code === 0x2c || code === 0x21 || code === 0x3f) return false
  }
  return false
}

function isCapitalised(reader: TimeReader, from: number, to: number): boolean {
  for (let token = from; token < to && token < reader.tokens.count; token++) {
    if (reader.isWord(token) && reader.tokens.form[token].shape !== SHAPE_LOWER) return true
  }
  return false
}

function isQuote(code: number): boolean {
  return code === 0x22 || code === 0xab || code === 0xbb || (code >= 0x201c && code < 0x2020)
}
