/** The notation of borders: `Он приехал 5 окт. в Прагу.| |Документ не подписан.` Between two `|` that hold only spaces lies a gap, no piece. */

export interface Pieces {
  /** The line without its borders. */
  readonly text: string
  /** UTF-16 code units of `text`, half-open, in order; gaps left out. */
  readonly pieces: readonly { readonly start: number; readonly end: number }[]
}

export function parsePieces(line: string): Pieces {
  const pieces: { start: number; end: number }[] = []
  let text = ''
  for (const part of line.replaceAll('\\n', '\n').split('|')) {
    const start = text.length
    text += part
    if (part.trim() !== '') pieces.push({ start, end: text.length })
  }
  return { text, pieces }
}

/** What `parsePieces` reads back: pieces as found, gaps between borders. */
export function printPieces(text: string, pieces: Iterable<{ readonly start: number; readonly end: number }>): string {
  let line = ''
  let at = 0
  for (const { start, end } of pieces) {
    if (line !== '') line += '|'
    const gap = text.slice(at, start)
    if (gap !== '') line += `${gap}|`
    line += text.slice(start, end)
    at = end
  }
  return (line + text.slice(at)).replaceAll('\n', '\\n')
}
