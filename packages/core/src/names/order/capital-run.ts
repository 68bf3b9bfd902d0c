/** Runs of capitalised words, small words inside them taken along: «Ministry of Health», «J. Smith», «St. Louis». */
import { KIND_MARK, KIND_WORD } from '../../text/tokens.ts'
import { SHAPE_LOWER } from '../../words/form.ts'
import { APRO, PREP } from '../../words/grammar.ts'
import { KIND_OF_HEAD, LONGEST } from './found-name.ts'
import type { NameText } from './name-text.ts'

/** Where the run of capitalised words that begins at `from` ends, small words inside it taken along. */
export function runEnd(text: NameText, from: number, limit: number): number {
  const { form, kind, gap } = text.tokens
  let at = from + 1
  while (at < limit && at - from < LONGEST) {
    if (kind[at] === KIND_WORD && text.isCapital(at) && (!text.isTimeWord(at) || isTitled(text, at, limit))) {
      if (text.isVerbOfHeadline(at)) break
      at++
      continue
    }
    // «J. Smith», «St. Louis», «D.C.»: a dot that belongs to an initial or a short form.
    const dot = kind[at] === KIND_MARK && form[at].text === '.' && gap[at] === 0
    if (
      dot &&
      at + 1 < limit &&
      (form[at - 1].text.length === 1 || text.tables.honorifics.has(form[at - 1].folded)) &&
      text.isCapital(at + 1)
    ) {
      at += 2
      continue
    }
    if (kind[at] === KIND_MARK && form[at].text === '&' && at + 1 < limit && text.isCapital(at + 1)) {
      at += 2
      continue
    }
    const small = kind[at] === KIND_WORD ? smallWords(text, at, limit) : 0
    if (small === 0) break
    at += small + 1
  }
  return at
}

/** «Minister Jan Field»: between a title and a capital a month is a given name. */
function isTitled(text: NameText, at: number, limit: number): boolean {
  return at + 1 < limit && text.isCapital(at + 1) && !text.isTimeWord(at + 1) && text.endsTitle(at)
}

/** How many small words at `at` go on a name that a capital follows: «of», «for the», «al», «and». */
function smallWords(text: NameText, at: number, limit: number): number {
  const { form } = text.tokens
  const next = (step: number): boolean => at + step < limit && text.isCapital(at + step) && !text.isTimeWord(at + step)
  if (text.tables.particles.has(form[at].folded)) return next(1) ? 1 : 0
  const before = text.head(at - 1)
  const head = before !== undefined && KIND_OF_HEAD[before] !== undefined
  const isPreposition = (form[at].pos & PREP) !== 0 && form[at].text.length < 4
  if (isPreposition && head && form[at].folded.length <= 3) {
    if (next(1)) return 1
    if (at + 1 < limit && (form[at + 1].lex & APRO) !== 0 && next(2)) return 2
  }
  return 0
}

/** «Petrov and Orlova», «Ministry of Health and Kabul»: `and` joins two names unless a head asks for it. */
export function partAtConnector(text: NameText, from: number, end: number): number {
  const heads = text.head(from) !== undefined || text.head(end - 1) !== undefined
  if (heads && !text.isGiven(from)) return end
  for (let at = from + 1; at < end; at++)
    if (text.tokens.form[at].shape === SHAPE_LOWER && !text.tables.particles.has(text.tokens.form[at].folded)) return at
  return end
}
