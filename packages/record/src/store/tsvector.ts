/** Words in order -> a `tsvector` with their positions, as PostgreSQL writes one. No parser of its own has a say in it. */

/** Positions and counts that PostgreSQL keeps; passages and quotations are cut to stay below (see `search-words.ts`). */
export function toTsvector(words: string): string {
  const places = new Map<string, number[]>()
  let position = 0
  for (const word of words.split(' ')) {
    if (word === '') continue
    position++
    const found = places.get(word)
    if (found === undefined) places.set(word, [position])
    else found.push(position)
  }
  const cells: string[] = []
  for (const [word, at] of places) cells.push(`${quoteLexeme(word)}:${at.join(',')}`)
  return cells.join(' ')
}

/** A lexeme in quotation marks, for tsvector and tsquery alike. */
export function quoteLexeme(word: string): string {
  return `'${word.replace(/['\\]/g, '$&$&')}'`
}
