/** What is asked of an index of words, in the words of either engine: alternatives for each place, together, or one behind the other. */
import { quoteLexeme } from '../store/tsvector.ts'

/** Each entry: what one word of the question may be; lemmas and facets. */
export interface Question {
  /** All of them, anywhere. */
  readonly all: readonly (readonly string[])[]
  /** One after the other. */
  readonly phrases: readonly (readonly (readonly string[])[])[]
}

export function isEmptyQuestion({ all, phrases }: Question): boolean {
  return all.length === 0 && phrases.length === 0
}

/** For FTS5's `match`. A phrase of alternatives is written out as the phrases it may be. */
export function toFts5({ all, phrases }: Question): string {
  const quoted = (word: string): string => `"${word.replaceAll('"', '""')}"`
  const either = (words: readonly string[]): string => `(${words.map(quoted).join(' OR ')})`
  return [
    ...all.map(either),
    ...phrases.map(
      phrase =>
        `(${writtenOut(phrase)
          .map(words => quoted(words.join(' ')))
          .join(' OR ')})`,
    ),
  ].join(' AND ')
}

/** For `tsquery`, with no parser of PostgreSQL's own. */
export function toTsquery({ all, phrases }: Question): string {
  const either = (words: readonly string[]): string => `(${words.map(quoteLexeme).join(' | ')})`
  return [
    ...all.map(either),
    ...phrases.map(
      phrase =>
        `(${writtenOut(phrase)
          .map(words => words.map(quoteLexeme).join(' <-> '))
          .join(' | ')})`,
    ),
  ].join(' & ')
}

/** More than these are not asked for: a question of many words that each may be many things. */
const MOST_PHRASES = 256

function writtenOut(phrase: readonly (readonly string[])[]): string[][] {
  let written: string[][] = [[]]
  for (const words of phrase) {
    written = written.flatMap(start => words.map(word => [...start, word])).slice(0, MOST_PHRASES)
  }
  return written
}
