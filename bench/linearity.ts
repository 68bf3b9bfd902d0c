/**
 * Child of the bench: what a character costs in a long text and in a short one, and in texts made to hurt; prints JSON.
 * argv: shared folder.
 */
import { type Kit, readDocument } from '@parley/core'
import { loadKit } from '@parley/service'
import { cpuSeconds, median } from './measure.ts'
import { news, piecesOf, russian, textOfLength } from './texts.ts'

export interface Linearity {
  readonly name: string
  readonly characters: number
  /** Nanoseconds a character: in one text of this length, in pieces of 2,000 of the same. */
  readonly long: number
  readonly short: number
}

const LONG = 20_000_000
const MEGABYTE = 1_000_000
const SHORT = 2_000

const HARD: Readonly<Record<string, string>> = {
  'a megabyte of «': '«',
  'a megabyte of »': '»',
  'a megabyte of "': '"',
  'a megabyte of (': '(',
  'a megabyte of one letter': 'а',
  'a megabyte of one capital': 'А',
  'a megabyte of dashes': '—',
  'a megabyte of dashes on lines': '— \n',
  'a megabyte of one-letter tokens': 'а ',
  'a megabyte of initials': 'А. ',
  'a megabyte of capitals in quotes': '«А» ',
  'a megabyte of commas': ', ',
  'a megabyte of «сказал,»': 'сказал, ',
  'a megabyte of digits': '1',
  'a megabyte of line breaks': '\n',
  'a megabyte of lone surrogates': '\ud83d',
}

function nanoseconds(texts: readonly string[], kit: Kit): number {
  const documents = texts.map((text, i) => russian(`${i}`, text))
  const characters = texts.reduce((sum, text) => sum + text.length, 0)
  return (
    (cpuSeconds(() => {
      for (const document of documents) readDocument(document, kit)
    }) *
      1e9) /
    characters
  )
}

function compare(name: string, text: string, kit: Kit, rounds: number): Linearity {
  const pieces = piecesOf(text.slice(0, Math.min(text.length, 2 * MEGABYTE)), SHORT)
  const long: number[] = []
  const short: number[] = []
  // In turn, so that what else the machine does falls on both.
  for (let round = 0; round < rounds; round++) {
    short.push(nanoseconds(pieces, kit))
    long.push(nanoseconds([text], kit))
  }
  return { name, characters: text.length, long: median(long), short: median(short) }
}

const kit = loadKit()
const corpus = news(process.argv[2])
nanoseconds(piecesOf(textOfLength(corpus, 2 * MEGABYTE), SHORT), kit)
const results = [compare('news, one text of 20 MB', textOfLength(corpus, LONG), kit, 1)]
for (const [name, unit] of Object.entries(HARD))
  results.push(compare(name, unit.repeat(Math.ceil(MEGABYTE / unit.length)).slice(0, MEGABYTE), kit, 3))
process.stdout.write(JSON.stringify(results))
