/** Years and decades. */
import { calendar, type FoundTime, fixed } from '../said.ts'
import type { TimeReader } from '../time-reader.ts'
import { unitAt } from './read-amount.ts'
import { made, pastBorder, yearAt } from './read-parts.ts'

/** `2016`, `early 2016`, `the 1990s`, `mid-1990s`, `fiscal 2014`. */
export function year(reader: TimeReader, token: number): FoundTime | null {
  const at = pastBorder(reader, token)
  const tens = decadeOfFigures(reader, token, at)
  if (tens !== null) return tens
  const value = yearAt(reader, at)
  if (value > 0 && at < reader.tokens.count) {
    const next = at + 1
    // 1990 s is a decade, 2,016 and 2016 dollars are counts.
    const isSum =
      reader.code(at - 1) === 0x24 ||
      (reader.code(next) === 0x2e &&
        reader.isAttached(next) &&
        reader.isNumber(next + 1) &&
        reader.isAttached(next + 1))
    if (isSum || value < 1500) return null
    if (reader.code(next) === 0x2c && reader.isAttached(next + 1) && reader.isNumber(next + 1)) return null
    if (reader.isWord(next) && unitAt(reader, next) !== null && reader.tokens.form[next].folded.endsWith('s'))
      return null
    return made(token, next, calendar({ year: value }), 'year')
  }
  return decade(reader, token, at)
}

/** `1990s`, `'90s` written in figures, the ending a token of its own; the border stays outside. */
function decadeOfFigures(reader: TimeReader, token: number, at: number): FoundTime | null {
  const figures = reader.figures(at)
  if ((figures !== 4 && figures !== 2) || !reader.isWord(at + 1) || !reader.isAttached(at + 1)) return null
  if (reader.tokens.form[at + 1].folded !== 's' || reader.value(at) % 10 !== 0) return null
  const year = figures === 4 ? reader.value(at) : 1900 + reader.value(at)
  if (figures === 2 && !(reader.code(at - 1) !== 0 && reader.isAttached(at))) return null
  return made(token === at ? token : at, at + 2, fixed('date', `${Math.floor(year / 10)}X`, 'decade'), 'decade')
}

/** `1990s`, `the '90s`, `mid-1990s`: a word of figures and an s. */
function decade(reader: TimeReader, from: number, at: number): FoundTime | null {
  const form = reader.tokens.form[at]
  if (form === undefined || !reader.isWord(at)) return null
  const folded = form.folded.startsWith('mid-') ? form.folded.slice(4) : form.folded
  if (!folded.endsWith('s') && folded.length !== 4) return null
  const figures = folded.endsWith('s') ? folded.slice(0, -1) : folded
  const value = Number(figures)
  if (!Number.isInteger(value) || figures.length !== 4 || value < 1000 || value > 2100) return null
  if (!folded.endsWith('s')) return made(from, at + 1, calendar({ year: value }), 'year')
  return made(
    folded === form.folded ? at : from,
    at + 1,
    fixed('date', `${Math.floor(value / 10)}X`, 'decade'),
    'decade',
  )
}
