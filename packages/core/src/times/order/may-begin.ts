/** Whether a time may begin at a token: a word of the calendar, or a word that stands before one. Most tokens cost one look. */
import type { LanguagePack } from '../../kit.ts'
import { KIND_MARK } from '../../text/tokens.ts'
import { APRO } from '../../words/grammar.ts'
import type { TimeReader } from '../time-reader.ts'
import {
  AGO,
  AHEAD,
  AND,
  AND_A_HALF,
  APPROXIMATELY,
  BIRTH,
  BORDER,
  DAY_PART_DEGREE,
  EARLIER,
  EVERY,
  LATER,
  NUMERAL,
  ORDINAL,
  PREPOSITION_ABOUT,
  PREPOSITION_AFTER,
  PREPOSITION_FROM,
  PREPOSITION_IN,
  PREPOSITION_ON,
  PREPOSITION_TO,
  PREPOSITION_WITHIN,
  RELATION,
  TIMES,
  timeWordsOf,
  VAGUE_AMOUNT,
  WHOLE,
  ZONE,
} from '../time-words.ts'

/** Words of the calendar, and words that begin a time only with one of them soon behind. */
interface Leads {
  readonly calendar: Uint8Array
  readonly leading: Uint8Array
}

const LEADING: ReadonlySet<number> = new Set([
  ...[RELATION, ORDINAL, NUMERAL, APPROXIMATELY, VAGUE_AMOUNT, EVERY, WHOLE, BORDER, DAY_PART_DEGREE],
])
/** Senses that stand beside times and begin none. */
const BESIDE: ReadonlySet<number> = new Set([
  ...[PREPOSITION_IN, PREPOSITION_ON, PREPOSITION_FROM, PREPOSITION_TO, PREPOSITION_WITHIN, PREPOSITION_ABOUT],
  ...[PREPOSITION_AFTER, AND, AHEAD, BIRTH, AND_A_HALF, AGO, LATER, EARLIER, TIMES, ZONE],
])

function compileLeads(pack: LanguagePack): Leads {
  const { senses } = timeWordsOf(pack)
  const calendar = new Uint8Array(senses.length)
  const leading = new Uint8Array(senses.length)
  senses.forEach((of, key) => {
    for (const { kind } of of ?? []) {
      if (LEADING.has(kind)) leading[key] = 1
      else if (!BESIDE.has(kind)) calendar[key] = 1
    }
  })
  return { calendar, leading }
}

/** Tokens looked ahead at: «the last two and a half years». */
const REACH = 6

export function mayBegin(reader: TimeReader, token: number, pack: LanguagePack): boolean {
  const form = reader.tokens.form[token]
  const first = form.text.charCodeAt(0)
  if (first > 0x2f && first < 0x3a) return true
  if (reader.tokens.kind[token] === KIND_MARK) return false
  const { calendar, leading } = pack.derive(compileLeads)
  let leads = (form.lex & APRO) !== 0 && form.readings.length === 1
  for (const key of form.keys) {
    if (key >= calendar.length) continue
    if (calendar[key] === 1) return true
    if (leading[key] === 1) leads = true
  }
  if (!leads) return form.text.includes('-')
  const end = Math.min(reader.tokens.count, token + REACH)
  for (let next = token + 1; next < end; next++) {
    const ahead = reader.tokens.form[next]
    const code = ahead.text.charCodeAt(0)
    if (code > 0x2f && code < 0x3a) return true
    for (const key of ahead.keys) if (key < calendar.length && calendar[key] === 1) return true
  }
  return form.text.includes('-')
}
