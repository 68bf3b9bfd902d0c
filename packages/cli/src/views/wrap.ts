/** Styled words -> lines of a given width. */
import { columnsOf, type Style, type Terminal } from '../terminal.ts'

/** A run of text in one style; `note` is a number to be told beside the line it comes to stand on. */
export interface Run {
  readonly text: string
  readonly styles: readonly Style[]
  readonly note?: number
}

export interface WrappedLine {
  readonly text: string
  /** Notes of the runs that begin on this line. */
  readonly notes: readonly number[]
}

interface Piece {
  readonly text: string
  readonly styles: readonly Style[]
}

/** What stands between two spaces. It may be made of several pieces: marks and letters. */
interface Word {
  pieces: Piece[]
  columns: number
  notes: number[]
  /** Of the space before it. */
  spaceStyles: readonly Style[]
}

/** Breaks at spaces; a word longer than the line stands out of it whole, for addresses must stay copyable. */
export function wrapRuns(runs: readonly Run[], width: number, terminal: Terminal): WrappedLine[] {
  const lines: WrappedLine[] = []
  let pieces: Piece[] = []
  let columns = 0
  let notes: number[] = []
  const finish = (): void => {
    if (columns > 0) lines.push({ text: paintPieces(pieces, terminal), notes })
    pieces = []
    columns = 0
    notes = []
  }
  for (const word of splitWords(runs)) {
    if (columns > 0 && columns + 1 + word.columns > width) finish()
    if (columns > 0) pieces.push({ text: ' ', styles: word.spaceStyles })
    pieces.push(...word.pieces)
    columns += word.columns + (columns === 0 ? 0 : 1)
    notes.push(...word.notes)
  }
  finish()
  return lines
}

/** Neighbours of one style are painted together, so that an underline runs on under the spaces. */
function paintPieces(pieces: readonly Piece[], terminal: Terminal): string {
  let painted = ''
  let text = ''
  pieces.forEach((piece, at) => {
    text += piece.text
    const next = pieces[at + 1]
    if (next !== undefined && next.styles.join() === piece.styles.join()) return
    painted += terminal.paint(piece.styles, text)
    text = ''
  })
  return painted
}

/** Plain words in lines. */
export function wrapText(text: string, width: number, terminal: Terminal): string[] {
  return wrapRuns([{ text, styles: [] }], width, terminal).map(line => line.text)
}

function splitWords(runs: readonly Run[]): Word[] {
  const words: Word[] = []
  let word: Word = { pieces: [], columns: 0, notes: [], spaceStyles: [] }
  const finish = (spaceStyles: readonly Style[]): void => {
    const before = words.at(-1)
    // A dash between words stays with what it follows: a line that begins with one reads as dash speech.
    if (before !== undefined && isDash(word)) {
      before.pieces.push({ text: ' ', styles: word.spaceStyles }, ...word.pieces)
      before.columns += 1 + word.columns
      before.notes.push(...word.notes)
    } else if (word.columns > 0) words.push(word)
    word = { pieces: [], columns: 0, notes: word.columns > 0 ? [] : word.notes, spaceStyles }
  }
  for (const { text, styles, note } of runs) {
    if (note !== undefined) word.notes.push(note)
    // Only breaking white space parts words: a no-break space keeps «г.» with its year.
    text.split(/[ \t\n\r\f\v\u2028\u2029]+/).forEach((piece, at) => {
      if (at > 0) finish(styles)
      if (piece === '') return
      word.pieces.push({ text: piece, styles })
      word.columns += columnsOf(piece)
    })
  }
  finish([])
  return words
}

function isDash(word: Word): boolean {
  return word.pieces.length === 1 && /^[—–]$/.test(word.pieces[0].text)
}

/** Fills up with spaces on the right. */
export function padEnd(words: string, columns: number): string {
  return words + ' '.repeat(Math.max(0, columns - columnsOf(words)))
}

/** Fills up with spaces on the left. */
export function padStart(words: string, columns: number): string {
  return ' '.repeat(Math.max(0, columns - columnsOf(words))) + words
}

/** At most so many columns; what is cut is told by `…`. */
export function shorten(words: string, columns: number): string {
  if (columnsOf(words) <= columns) return words
  let kept = ''
  for (const character of words) {
    if (columnsOf(kept + character) > columns - 1) break
    kept += character
  }
  return `${kept.trimEnd()}…`
}
