/**
 * Which language a text is in. Letters decide where they can, at no cost; only what they leave open (Latin letters,
 * Bulgarian against Russian in a short text) loads the tables of `eld`.
 */

/** Characters looked at. */
const SAMPLE = 20_000

/** Alphabets that one language of the region has to itself. */
const OWN_ALPHABETS: readonly (readonly [string, RegExp])[] = [
  ['hy', /\p{Script=Armenian}/u],
  ['ka', /\p{Script=Georgian}/u],
  ['el', /\p{Script=Greek}/u],
  ['he', /\p{Script=Hebrew}/u],
]

/** Letters that Russian shares with Belarusian alone, of the languages in Cyrillic without letters of their own. */
const RUSSIAN_ONLY = new Set('ыэё')

/** Code of the language (`ru`), or null when nothing can be told. */
export async function recogniseLanguage(text: string): Promise<string | null> {
  const sample = text.slice(0, SAMPLE)
  const letters = countLetters(sample)
  if (letters.all === 0) return null
  const own = OWN_ALPHABETS.find((_, at) => letters.own[at] * 2 > letters.all)
  if (own !== undefined) return own[0]
  const isCyrillic = letters.cyrillic * 2 > letters.all
  // Every other language in Cyrillic that has ы or э has letters that Russian lacks, several in a hundred.
  const hasOnlyRussian = isCyrillic && letters.notRussian * 200 < letters.cyrillic
  if (hasOnlyRussian && letters.russianOnly * 200 >= letters.cyrillic) return 'ru'
  const { eld } = await import('eld/small')
  const guess = eld.detect(sample)
  if (guess.language !== '' && guess.isReliable()) return guess.language
  // Too short for statistics. Of the languages that look like this, Russian is by far the likeliest.
  if (hasOnlyRussian) return 'ru'
  return guess.language === '' ? null : guess.language
}

interface LetterCount {
  all: number
  cyrillic: number
  notRussian: number
  russianOnly: number
  /** By place in OWN_ALPHABETS. */
  readonly own: number[]
}

function countLetters(text: string): LetterCount {
  const count: LetterCount = { all: 0, cyrillic: 0, notRussian: 0, russianOnly: 0, own: OWN_ALPHABETS.map(() => 0) }
  for (const character of text.toLowerCase()) {
    if (character >= 'а' && character <= 'я') {
      count.all++
      count.cyrillic++
      if (RUSSIAN_ONLY.has(character)) count.russianOnly++
    } else if (character >= 'a' && character <= 'z') count.all++
    else if (character >= '\u0080' && /\p{L}/u.test(character)) countRareLetter(character, count)
  }
  return count
}

function countRareLetter(character: string, count: LetterCount): void {
  count.all++
  if (character === 'ё') {
    count.cyrillic++
    count.russianOnly++
  } else if (/\p{Script=Cyrillic}/u.test(character)) {
    count.cyrillic++
    count.notRussian++
  } else {
    const own = OWN_ALPHABETS.findIndex(([, letter]) => letter.test(character))
    if (own >= 0) count.own[own]++
  }
}

/** The language of a code in English for messages: `German`. The code itself where it has no name. */
export function languageName(code: string): string {
  try {
    return new Intl.DisplayNames('en', { type: 'language' }).of(code) ?? code
  } catch (error) {
    if (error instanceof RangeError) return `"${code}"` // no well-formed language tag
    throw error
  }
}
