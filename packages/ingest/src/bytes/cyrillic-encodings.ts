/**
 * Which one-byte encoding a Russian text is written in, told by which reading of its bytes looks like Russian.
 *
 * Of the kept libraries none does this job: `chardet` weighs thirty encodings against each other and knows no IBM866, which
 * is what archives of the nineties are in. Four candidates and the frequencies of letters decide from a single sentence on.
 */

/** Labels of the WHATWG Encoding Standard; on a tie the earlier, more common one stands. */
const CANDIDATES = ['windows-1251', 'koi8-r', 'ibm866', 'iso-8859-5'] as const

/** Bytes looked at: enough to be sure, few enough to cost nothing. */
const SAMPLE = 1 << 16

/** Letters in 10,000 of running Russian (frequency dictionary of the Russian National Corpus, Lyashevskaya and Sharov). */
const FREQUENCIES: Readonly<Record<string, number>> = {
  о: 1097,
  е: 845,
  а: 801,
  и: 735,
  н: 670,
  т: 626,
  с: 547,
  р: 473,
  в: 454,
  л: 440,
  к: 349,
  м: 321,
  д: 298,
  п: 281,
  у: 262,
  я: 201,
  ы: 190,
  ь: 174,
  г: 170,
  з: 165,
  б: 159,
  ч: 144,
  й: 121,
  х: 97,
  ж: 94,
  ш: 73,
  ю: 64,
  ц: 48,
  щ: 36,
  э: 32,
  ф: 26,
  ъ: 4,
  ё: 4,
}

// Natural logarithms of what a character beyond ASCII is worth. Russian text comes out near -3 a letter.
const CAPITAL_AT_START = -2 // added to the letter's own: capitals begin words
const CAPITAL_AMONG_CAPITALS = -0.4 // added: headlines are set in them, but most text is not
const CAPITAL_INSIDE = -7 // added: рОССИЯ is KOI8-R read as windows-1251
const ALTERNATES = 0.4 // added: three times in four a vowel and a consonant stand side by side
const REPEATS = -0.7 // added: two vowels, two consonants
const PUNCTUATION = -4
const FOREIGN = -9 // a line of a box, a control character, a letter that Russian lacks
const WORST_RUSSIAN = -5.5

const PUNCTUATION_MARKS = new Set('«»—–„“”’‘…№§©•°\u00a0')

/**
 * The encoding of `bytes`, which are not UTF-8, as a label for TextDecoder. `windows-1252` when what is not ASCII stands
 * inside Latin words; null when no reading looks like a text.
 */
export function recogniseSingleByteEncoding(bytes: Uint8Array): string | null {
  const sample = bytes.subarray(0, SAMPLE)
  let best: string | null = null
  let bestScore = Number.NEGATIVE_INFINITY
  for (const candidate of CANDIDATES) {
    const score = likenessToRussian(new TextDecoder(candidate).decode(sample))
    if (score > bestScore) {
      best = candidate
      bestScore = score
    }
  }
  if (isLatin(new TextDecoder('windows-1252').decode(sample))) return 'windows-1252'
  return bestScore < WORST_RUSSIAN ? null : best
}

/** Mean logarithm over the characters beyond ASCII. */
function likenessToRussian(text: string): number {
  let sum = 0
  let count = 0
  let before = ''
  for (const character of text) {
    if (character >= '\u0080') {
      sum += worth(character, before)
      count++
    }
    before = character
  }
  return count === 0 ? Number.NEGATIVE_INFINITY : sum / count
}

function worth(character: string, before: string): number {
  const small = character.toLowerCase()
  const frequency = FREQUENCIES[small]
  if (frequency === undefined) return PUNCTUATION_MARKS.has(character) ? PUNCTUATION : FOREIGN
  const letter = Math.log(frequency / 10_000) + besides(small, before.toLowerCase())
  if (small === character) return letter
  if (before !== before.toUpperCase()) return letter + CAPITAL_INSIDE
  return letter + (before !== before.toLowerCase() ? CAPITAL_AMONG_CAPITALS : CAPITAL_AT_START)
}

function besides(letter: string, before: string): number {
  if (!(before in FREQUENCIES)) return 0
  return VOWELS.has(letter) === VOWELS.has(before) ? REPEATS : ALTERNATES
}

const VOWELS = new Set('аеёиоуыэюя')

/** True when most characters beyond ASCII touch a letter of ASCII (café), or none is a letter (“quotes” in English). */
function isLatin(text: string): boolean {
  let letters = 0
  let touching = 0
  for (let at = 0; at < text.length; at++) {
    if (text[at] < '\u0080' || !/\p{L}/u.test(text[at])) continue
    letters++
    if (/[A-Za-z]/.test(text[at - 1] ?? '') || /[A-Za-z]/.test(text[at + 1] ?? '')) touching++
  }
  return letters === 0 ? /[A-Za-z]/.test(text) : touching * 2 > letters
}
