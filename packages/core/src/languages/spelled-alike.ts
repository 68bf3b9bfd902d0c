/**
 * Names in two alphabets: whether a name in Latin letters can be one in the letters of another language, written letter by letter by its
 * table `spellings`. A guess: «Johnson» is not found behind «Джонсон», and two men may be called alike.
 */
import type { LanguagePack } from '../kit.ts'
import { withoutAccents } from '../text/accents.ts'

interface Spellings {
  /** Latin spellings of each letter or pair of letters, the commonest first. */
  readonly of: ReadonlyMap<string, readonly string[]>
  /** Letters in the longest row. */
  readonly longest: number
}

const TABLE = 'spellings'

export function hasSpellings(pack: LanguagePack): boolean {
  return pack.hasTable(TABLE) && pack.table(TABLE).length > 0
}

/** Whether every word of `latin` can be the word of `name` in the same place. `pack`: of the language of `name`; it must have the table. */
export function isSpelledAlike(pack: LanguagePack, name: string, latin: string): boolean {
  const own = wordsOf(name)
  const other = wordsOf(latin)
  if (own.length === 0 || own.length !== other.length) return false
  const spellings = pack.derive(compile)
  return own.every((word, i) => canBeWritten(spellings, word, other[i]))
}

/** What names that are spelled alike have in common: the first letters of their words, in Latin. */
export function initialsOf(pack: LanguagePack, name: string): string[] {
  const { of } = pack.derive(compile)
  let initials = ['']
  for (const word of wordsOf(name)) {
    const first = of.get(word[0])?.map(spelling => spelling.charAt(0)) ?? [word[0]]
    const letters = [...new Set(first)]
    initials = initials.flatMap(before => letters.map(letter => before + letter)).slice(0, MOST_INITIALS)
  }
  return initials
}

const MOST_INITIALS = 64

/** Letters of a word in small letters without accents: «Erdoğan» as erdogan. */
function wordsOf(name: string): string[] {
  return withoutAccents(name.toLowerCase().normalize('NFC')).match(/\p{L}+/gu) ?? []
}

/** Whether a word can be written as another in Latin letters: which of its letters lead to which places of the other. */
function canBeWritten({ of, longest }: Spellings, word: string, latin: string): boolean {
  const reached = Array.from({ length: word.length + 1 }, () => new Set<number>())
  reached[0].add(0)
  for (let at = 0; at < word.length; at++) {
    for (let to = Math.min(at + longest, word.length); to > at && reached[at].size > 0; to--) {
      for (const spelling of of.get(word.slice(at, to)) ?? []) {
        for (const place of reached[at]) if (latin.startsWith(spelling, place)) reached[to].add(place + spelling.length)
      }
    }
  }
  return reached[word.length].has(latin.length)
}

function compile(pack: LanguagePack): Spellings {
  const of = new Map<string, readonly string[]>()
  for (const { letters, spellings } of pack.table(TABLE)) {
    of.set(
      letters,
      spellings.split(' ').map(spelling => (spelling === '-' ? '' : spelling)),
    )
  }
  return { of, longest: Math.max(...[...of.keys()].map(letters => letters.length)) }
}
