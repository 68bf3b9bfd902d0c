/** Small changes to lists of readings that the rules of the analyser share. */
import type { Reading } from './form.ts'
import { WordReading } from './word-reading.ts'

/** A reading that does not inflect. */
export function unchanging(lemma: string, pos: number, agr: number, lex: number, weight = 1): WordReading {
  return new WordReading(lemma, pos, agr, lex, weight, lemma, -1, 0, null)
}

/** The reading of a compound of which only this part changes; `before` and `after` are lower case. */
export function wrapped(reading: Reading, before: string, after: string, weight = reading.weight): WordReading {
  return new WordReading(
    before + reading.lemma + after,
    reading.pos,
    reading.agr,
    reading.lex,
    weight,
    before + reading.stem,
    reading.paradigm,
    reading.index,
    [before, reading, after],
  )
}

/** Scales weights so that they sum to `total`. */
export function share(readings: readonly WordReading[], total: number): void {
  let sum = 0
  for (const reading of readings) sum += reading.weight
  for (const reading of readings) reading.weight = sum > 0 ? (reading.weight / sum) * total : total / readings.length
}
