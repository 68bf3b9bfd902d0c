/** Giving an inflected word the letters of the text: capitals as written, ё only where the text has it or the ending changed. */

/** `spelling`: the word as it stands in the text; `word`: another form of it, lower case. */
export function likeInText(spelling: string, word: string): string {
  const parts = spelling.split('-')
  const words = word.split('-')
  let result = ''
  for (let i = 0; i < words.length; i++) {
    if (i > 0) result += '-'
    result += likePart(parts[i] ?? '', words[i])
  }
  return result
}

function likePart(spelling: string, word: string): string {
  let result = ''
  for (let i = 0; i < word.length; i++) {
    const written = spelling[i] ?? ''
    let letter = word[i]
    if (letter === 'ё' && (written === 'е' || written === 'Е')) letter = 'е'
    // «МакГрегора» keeps its inner capital as long as the letters are the same.
    const isCapital = written !== '' && written !== written.toLowerCase() && written.toLowerCase() === letter
    result += isCapital || (i === 0 && isUpper(written)) ? letter.toUpperCase() : letter
  }
  return result
}

function isUpper(character: string): boolean {
  return character !== '' && character !== character.toLowerCase()
}
