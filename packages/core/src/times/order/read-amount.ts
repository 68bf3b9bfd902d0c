/** Amounts of time by the order of words: `two years`, `nearly half an hour`, `five-and-a-half months`, `several weeks`. */
import type { TimeReader } from '../time-reader.ts'
import { AND_A_HALF, APPROXIMATELY, NUMERAL, UNIT, UNITS, type Unit, VAGUE_AMOUNT } from '../time-words.ts'

export interface Amount {
  /** Null for a vague one. */
  readonly amount: number | null
  readonly to: number
}

/** Past «about», «nearly», «more than». */
export function pastApproximation(reader: TimeReader, token: number): number {
  let at = token
  for (let step = 0; step < 2; step++) {
    const found = reader.wording(at, APPROXIMATELY)
    if (found === null) break
    at = found.to
  }
  return at
}

/** A number in figures or words that begins at a token, or a vague amount; null for anything else. */
export function readAmount(reader: TimeReader, token: number): Amount | null {
  const { tokens } = reader
  if (token >= tokens.count) return null
  if (reader.isNumber(token)) {
    let value = reader.value(token)
    let to = token + 1
    // 1,500 and 2.5
    const mark = reader.code(to)
    if (
      (mark === 0x2c || mark === 0x2e) &&
      reader.isAttached(to) &&
      reader.isAttached(to + 1) &&
      reader.isNumber(to + 1)
    ) {
      if (mark === 0x2c) value = value * 1000 + reader.value(to + 1)
      else value += reader.value(to + 1) / 10 ** reader.figures(to + 1)
      to += 2
    }
    return withFraction(reader, value, to)
  }
  const vague = reader.wording(token, VAGUE_AMOUNT)
  const numeral = reader.sense(token, NUMERAL)
  if (numeral === null) return vague === null ? afterArticle(reader, token) : { amount: null, to: vague.to }
  let amount = numeral.value
  let to = token + 1
  // «half an hour», «a couple of days», «a few weeks».
  if (amount === 0.5) {
    if (reader.sense(to, NUMERAL)?.value === 1) to++
    return { amount, to }
  }
  if (amount === 1) {
    const next = afterArticle(reader, to)
    if (next !== null) return next
    if (reader.has(to, VAGUE_AMOUNT)) return { amount: null, to: to + 1 }
    const more = reader.sense(to, NUMERAL)
    if (more !== null && more.value !== 1) {
      amount = more.value
      to++
    }
  }
  if (amount >= 20 && amount < 100 && reader.code(to) !== 0) {
    const unit = reader.sense(to + 1, NUMERAL)
    if (reader.isDash(to) && unit !== null && unit.value < 10) return withFraction(reader, amount + unit.value, to + 2)
  }
  const scale = reader.sense(to, NUMERAL)
  if (scale !== null && scale.value >= 100 && amount < scale.value) {
    amount *= scale.value
    to++
  }
  return withFraction(reader, amount, to)
}

/** «couple of», «dozen»: what an article or nothing stands before. */
function afterArticle(reader: TimeReader, token: number): Amount | null {
  const pair = reader.sense(token, NUMERAL)
  if (pair === null || (pair.value !== 2 && pair.value !== 12)) return null
  const of =
    token + 1 < reader.tokens.count && reader.tokens.form[token + 1].folded.length === 2 && reader.has(token + 2, UNIT)
  return { amount: pair.value, to: of ? token + 2 : token + 1 }
}

function withFraction(reader: TimeReader, amount: number, to: number): Amount {
  const half = reader.wording(to, AND_A_HALF)
  if (half !== null) return { amount: amount + 0.5, to: half.to }
  // 2 1/2
  if (reader.isNumber(to) && reader.code(to + 1) === 0x2f && reader.isNumber(to + 2)) {
    const below = reader.value(to + 2)
    if (below > 0) return { amount: amount + reader.value(to) / below, to: to + 3 }
  }
  return { amount, to }
}

export function unitAt(reader: TimeReader, token: number): Unit | null {
  const sense = reader.sense(token, UNIT)
  return sense === null ? null : UNITS[sense.value]
}
