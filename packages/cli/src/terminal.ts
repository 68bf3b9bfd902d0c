/** What the terminal can do, and text made fit for it. */
import { styleText } from 'node:util'

export type Style = 'bold' | 'dim' | 'underline' | 'yellow' | 'cyan' | 'magenta' | 'blue' | 'green' | 'red'

export interface Terminal {
  /** Columns to write in. */
  readonly width: number
  /** The words in a style, or as they are where there is no colour. */
  paint(styles: readonly Style[], words: string): string
}

const DEFAULT_WIDTH = 80
// Longer lines of words are hard to read back from one end to the other; a table may be wider.
const WIDEST = 110
export const WIDEST_TABLE = 200
const NARROWEST = 32

/** The terminal behind a stream; a file or a pipe gets plain text in the default width. `widest`: columns used at most. */
export function terminalOf(stream: NodeJS.WriteStream, environment: NodeJS.ProcessEnv, widest = WIDEST): Terminal {
  const columns = stream.isTTY ? stream.columns : Number(environment.COLUMNS)
  const width = Math.max(NARROWEST, Math.min(columns > 0 ? columns : DEFAULT_WIDTH, widest))
  return hasColour(stream, environment) ? colouredTerminal(width) : plainTerminal(width)
}

export function plainTerminal(width: number): Terminal {
  return { width, paint: (_, words) => words }
}

export function colouredTerminal(width: number): Terminal {
  return {
    width,
    paint: (styles, words) =>
      styles.length === 0 || words === '' ? words : styleText([...styles], words, { validateStream: false }),
  }
}

/** no-color.org: set and not empty means no colour; FORCE_COLOR overrules a pipe. */
function hasColour(stream: NodeJS.WriteStream, environment: NodeJS.ProcessEnv): boolean {
  if ((environment.NO_COLOR ?? '') !== '') return false
  if ((environment.FORCE_COLOR ?? '') !== '') return environment.FORCE_COLOR !== '0'
  return stream.isTTY === true && environment.TERM !== 'dumb'
}

/** Control characters of a text could move the cursor or recolour the screen: they are shown as U+FFFD. Line feeds stay. */
export function withoutControls(text: string): string {
  return text.replace(/[^\P{Cc}\n]|[\u202a-\u202e\u2066-\u2069]/gu, character => (character === '\t' ? ' ' : '\ufffd'))
}

/** One line for messages: names of files may hold anything. */
export function inOneLine(words: string): string {
  return withoutControls(words.replaceAll('\n', ' '))
}

/** Columns that a word takes: none for combining marks, two for East Asian wide characters. */
export function columnsOf(words: string): number {
  if (/^[\u0020-\u007e\u00a0-\u00ac\u00ae-\u02ff\u0370-\u0482\u048a-\u052f\u2010-\u2027]*$/.test(words))
    return words.length
  let columns = 0
  for (const character of words) {
    if (/\p{M}|\p{Cf}/u.test(character)) continue
    columns += WIDE.test(character) ? 2 : 1
  }
  return columns
}

const WIDE =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\u33ff\u3400-\u4dbf\u4e00-\u9fff\ua000-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6]|\p{Emoji_Presentation}|[\u{20000}-\u{3fffd}]/u
