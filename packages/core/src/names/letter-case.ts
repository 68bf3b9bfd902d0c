/** Giving an inflected word the letters of the text: capitals as written, and е for ё where the text writes so. */

/**
 * `spelling`: the word as it stands in the text; `word`: another form of it, lower case; `own`: the form in the text as the dictionary
 * spells it, or null. «Семеном» of «семёном» leaves ё out, «Петра» says nothing of the ё in «Пётр».
 */
export function likeInText(spelling: string, word: string, own: string | null): string {
  const lower = spelling.toLowerCase()
  const spellsYo = own === null || !own.includes('ё') || lower.includes('ё')
  const parts = spelling.split('-')
  const words = (spellsYo ? word : word.replaceAll('ё', 'е')).split('-')
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
    // «МакГрегора» keeps its inner capital as long as the letters are the same.
    const isCapital = isUpper(written) && (i === 0 || written.toLowerCase() === word[i])
    result += isCapital ? word[i].toUpperCase() : word[i]
  }
  return result
}

function isUpper(character: string): boolean {
  return character !== '' && character !== character.toLowerCase()
}
