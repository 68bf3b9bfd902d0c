/** Acronyms and what they stand for: «АНБ», «Агентство национальной безопасности США». */

/** Two to eight capital letters. */
export function isAcronym(name: string): boolean {
  return (
    name.length >= 2 &&
    name.length <= 8 &&
    name === name.toUpperCase() &&
    name !== name.toLowerCase() &&
    !name.includes(' ')
  )
}

/**
 * The acronyms a name of several words may have: the first letters of its words, with and without the small ones, and of all but the last
 * words («… США» is often left out).
 */
export function acronymsOf(name: string): string[] {
  // Most names are one word.
  if (!/[\s-]/.test(name)) return []
  const words = name.split(/[\s«»"„“”-]+/).filter(word => word !== '')
  if (words.length < 2 || words.length > 12) return []
  const found = new Set<string>()
  for (const kept of [words, words.filter(word => word.length > 2)]) {
    const letters = kept.map(word => word.charAt(0).toUpperCase()).join('')
    for (let length = letters.length; length >= 2 && length >= letters.length - 2; length--)
      found.add(letters.slice(0, length))
  }
  return [...found]
}
