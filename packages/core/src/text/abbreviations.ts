/** The abbreviations of a language, from its table `abbreviations`: does the dot after these words end a sentence? */
import type { LanguagePack } from '../kit.ts'

/** The dot never ends a sentence: `им.`, `ул.`, `т. е.` */
export const ENDS_NEVER = 0
/** It does before a capital letter, but not before a figure: `5 тыс. Позже…`, `руб. 50 коп.` */
export const ENDS_BEFORE_CAPITAL = 1
/** It does wherever a sentence may begin: `и т. д.` */
export const ENDS_FREELY = 2

/** It does unless a name follows: `им.`, `полк.` are whole words too, `помог им. Потом…`. */
export const ENDS_UNLESS_NAME = 3

export interface Abbreviation {
  readonly ends: number
  /** The same after a number: `г.` of `2020 г.` is a year, of `г. Сочи` a town. */
  readonly endsAfterNumber: number
}

export interface Abbreviations {
  /** Keyed by words in lower case joined by a dot: `им`, `т.д`. */
  readonly rows: ReadonlyMap<string, Abbreviation>
  /** Last words of the rows of more than one word. */
  readonly lastWords: ReadonlySet<string>
}

const ENDS: Readonly<Record<string, number>> = {
  no: ENDS_NEVER,
  'before-capital': ENDS_BEFORE_CAPITAL,
  yes: ENDS_FREELY,
  'unless-name': ENDS_UNLESS_NAME,
}

export function abbreviationsOf(pack: LanguagePack): Abbreviations {
  return pack.derive(compile)
}

function compile(pack: LanguagePack): Abbreviations {
  const rows = new Map<string, Abbreviation>()
  const lastWords = new Set<string>()
  for (const row of pack.table('abbreviations')) {
    const words = row.form.toLowerCase().replaceAll('ё', 'е').replaceAll('.', ' ').trim().split(/\s+/)
    const ends = ENDS[row.ends] ?? ENDS_NEVER
    rows.set(words.join('.'), { ends, endsAfterNumber: ENDS[row.after_number] ?? ends })
    if (words.length > 1) lastWords.add(words[words.length - 1])
  }
  return { rows, lastWords }
}
