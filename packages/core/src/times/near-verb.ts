/** What every language asks of the words round a time: where a clause may end, and whether the verb nearest to it tells of what lasts. */
import type { Reading } from '../words/form.ts'
import { PRES, VERB } from '../words/grammar.ts'
import type { TimeReader } from './time-reader.ts'
import { LASTING } from './time-words.ts'

/** Tokens to either side in which that verb is looked for. */
const NEAR = 12

/** Whether a character (UTF-16 code unit) may part clauses: a comma, a colon, a semicolon, a dash. */
export function partsClauses(code: number): boolean {
  return code === 0x2c || code === 0x3a || code === 0x3b || (code >= 0x2012 && code < 0x2016)
}

/** The verb nearest to the tokens `from..to` lasts: «сегодня население составляет…», «today the town has …». */
export function lastsNear(
  reader: TimeReader,
  readingOf: (token: number) => Reading,
  from: number,
  to: number,
): boolean {
  const { sentences } = reader
  const sentence = sentences.of[from]
  for (let distance = 1; distance < NEAR; distance++) {
    for (const token of [to - 1 + distance, from - distance]) {
      if (token < sentences.from[sentence] || token >= sentences.to[sentence]) continue
      const { pos, agr } = readingOf(token)
      if ((pos & VERB) !== 0) return (agr & PRES) !== 0 && reader.has(token, LASTING)
    }
  }
  return false
}
