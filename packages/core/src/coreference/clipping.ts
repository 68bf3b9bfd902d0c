/** Clipped names: «Минюст Лаврии» is «Министерство юстиции Лаврии», «Евросоюз» is «Европейский союз» and «ЕС». */
import type { LanguagePack } from '../kit.ts'
import { GUESS, NOUN } from '../words/grammar.ts'

/** Letters of each word that a clipped name keeps, at least. */
const KEPT = 3
/** In letters: a longer word is no clipped name, and looking for its parts takes the square of its length. */
const LONGEST = 30

/** What a name in small letters and its clipped form begin with alike. */
export function clippingKey(name: string): string {
  return `clipping ${name.slice(0, KEPT)}`
}

/** Whether one of two names in small letters is the other clipped: its first word is made of the beginnings of two or more of the other's, the rest alike. */
export function isClipping(one: string, other: string): boolean {
  const [short, long] = [one.split(' '), other.split(' ')].sort((a, b) => a.length - b.length)
  const clipped = long.length - short.length + 1
  if (clipped < 2 || !short.slice(1).every((word, i) => word === long[clipped + i])) return false
  return isMadeOf(short[0], long.slice(0, clipped))
}

/** Whether a word is the beginnings of these words side by side. */
function isMadeOf(word: string, [first, ...rest]: readonly string[]): boolean {
  if (rest.length === 0) return word.length >= KEPT && first.startsWith(word)
  for (let length = KEPT; length < word.length && first.startsWith(word.slice(0, length)); length++)
    if (isMadeOf(word.slice(length), rest)) return true
  return false
}

/** The two letters a clipped word may be written with: «ЕС» for «Евросоюз», whose second part is a word of the dictionary; null where it has none. */
export function initialsOfClipping(pack: LanguagePack, name: string): string | null {
  if (name.length > LONGEST || name.includes(' ') || name.includes('-')) return null
  const word = name.toLowerCase()
  for (let at = KEPT; at <= word.length - KEPT - 1; at++) {
    const isWord = pack.lexicon.form(word.slice(at)).readings.some(r => (r.pos & NOUN) !== 0 && (r.lex & GUESS) === 0)
    if (isWord) return (word.charAt(0) + word.charAt(at)).toUpperCase()
  }
  return null
}
