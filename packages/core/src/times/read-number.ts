/** Numbers before units: in figures (`25`, `7,5`, `10 000`, `20-ти`), in words («двадцать пять», «полтора», «три с половиной»). */
import { GAP_SPACE } from '../text/tokens.ts'
import type { TimeReader } from './time-reader.ts'
import { AND_A_HALF, AND_MORE, NUMERAL, ORDINAL, ROMAN } from './time-words.ts'

export interface ReadNumber {
  readonly value: number
  /** First token after the number. */
  readonly to: number
}

export function readNumber(reader: TimeReader, token: number): ReadNumber | null {
  const number = readFigures(reader, token) ?? readNumerals(reader, token)
  if (number === null) return null
  const half = reader.wording(number.to, AND_A_HALF)
  if (half !== null) return { value: number.value + 0.5, to: half.to }
  const more = reader.wording(number.to, AND_MORE)
  return more === null ? number : { value: number.value, to: more.to }
}

function readFigures(reader: TimeReader, token: number): ReadNumber | null {
  const word = reader.figuredWord(token)
  if (word !== null) return reader.words.cardinalEnds.has(word.rest) ? { value: word.value, to: token + 1 } : null
  let value = reader.value(token)
  if (value === -1) return null
  let to = token + 1
  // 10 000: groups of three after a first group of one to three.
  while (reader.figures(token) < 4 && reader.figures(to) === 3 && reader.tokens.gap[to] === GAP_SPACE && value < 1e6) {
    value = value * 1000 + reader.value(to)
    to++
  }
  const separator = reader.code(to)
  if (separator === 0x2c && reader.isAttached(to) && reader.isAttached(to + 1) && reader.figures(to + 1) > 0) {
    value += reader.value(to + 1) / 10 ** reader.figures(to + 1)
    to += 2
  }
  const scale = reader.sense(to, NUMERAL)
  if (scale !== null && scale.value === 1000) return { value: value * 1000, to: to + 1 }
  return { value, to }
}

/** «две тысячи двадцать», «сорок пять»: each next word is smaller, thousands multiply. */
function readNumerals(reader: TimeReader, token: number): ReadNumber | null {
  let to = token
  let total = 0
  let group = 0
  let last = Number.POSITIVE_INFINITY
  for (;;) {
    const sense = reader.sense(to, NUMERAL)
    if (sense === null || (to > token && !reader.continues(to))) break
    if (sense.value === 1000) {
      if (total > 0) break
      total = (group === 0 ? 1 : group) * 1000
      group = 0
      last = 1000
    } else {
      // «двадцать пять» adds, «пять двадцать» is two numbers; after twenty come units, after a hundred tens.
      if (sense.value >= last || (last < 20 && last > 0)) break
      if (last < 100 && sense.value > 9) break
      group += sense.value
      last = sense.value
    }
    to++
  }
  return to === token ? null : { value: total + group, to }
}

/** «двадцать пятый», «две тысячи двадцатого», «девяностом»: a number whose last word is an ordinal. */
export function readOrdinal(reader: TimeReader, token: number): ReadNumber | null {
  const before = readNumerals(reader, token)
  const at = before === null ? token : before.to
  const ordinal = reader.sense(at, ORDINAL)
  if (ordinal === null || (before !== null && !reader.continues(at))) return null
  if (before !== null && (before.value % 10 !== 0 || ordinal.value >= 1000)) return null
  return { value: (before === null ? 0 : before.value) + ordinal.value, to: at + 1 }
}

/** A place in a row, however written: «третий», `III`, `3-й`, `3`. */
export function readOrder(reader: TimeReader, token: number): ReadNumber | null {
  const roman = reader.sense(token, ROMAN)
  if (roman !== null) return { value: roman.value, to: token + 1 }
  const word = reader.figuredWord(token)
  if (word !== null) return reader.words.ordinalEnds.has(word.rest) ? { value: word.value, to: token + 1 } : null
  if (reader.isNumber(token) && reader.figures(token) < 3) return { value: reader.value(token), to: token + 1 }
  return readOrdinal(reader, token)
}
