/** Acronyms and what they stand for: «АНБ», «Агентство национальной безопасности США». */

/** Whether `short` is made of the first letters of the words of `long`, small words left out or not, a tail of the name perhaps unsaid. */
export function isAcronymOf(short: string, long: string): boolean {
  if (short.length < 2 || short.length > 8 || short !== short.toUpperCase() || /[^\p{L}]/u.test(short)) return false
  const words = long.split(/[\s«»"„“”-]+/).filter(word => word !== '')
  if (words.length < 2) return false
  return lettersOf(words, true).startsWith(short) || lettersOf(words, false).startsWith(short)
}

function lettersOf(words: readonly string[], small: boolean): string {
  return words
    .filter(word => small || word.length > 2)
    .map(word => word.charAt(0).toUpperCase())
    .join('')
}
