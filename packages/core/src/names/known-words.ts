/** Which tables know a word: what the namer is told besides the spelling. One bit a table or a kind of its rows. */
import type { LanguagePack, TableRow } from '../kit.ts'
import type { Form } from '../words/form.ts'

export interface KnownWords {
  /** Bits of the tables that hold the form or one of its lemmas. */
  of(form: Form): number
  /** Which kind of `names/heads` is among the bits, from 1 (HEAD_KINDS); 0 for none. Below HEADS. */
  headIn(bits: number): number
}

/** Bits of two of the tables; the others are seen by the model alone. */
export const KNOWN_TITLE = 1
export const KNOWN_COUNTRY = 4

export const HEADS = 16

/** Kinds of `names/heads`, in the order of their bits. */
export const HEAD_KINDS = [
  'organ',
  'organisation',
  'media',
  'team',
  'place',
  'facility',
  'person',
  'work',
  'law',
  'event',
  'award',
  'product',
  'authority',
]

/** Only words that stand alone in a cell count: the parts of «Южная Корея» say nothing by themselves. */
export function compileKnownWords(pack: LanguagePack): KnownWords {
  const bits = new Map<string, number>()
  let bit = 1
  const add = (cells: Iterable<string>): void => {
    for (const cell of cells) {
      for (const value of cell.split(',')) {
        const word = fold(value.trim().replace('=', ''))
        if (word !== '' && !word.includes(' ')) bits.set(word, (bits.get(word) ?? 0) | bit)
      }
    }
    bit <<= 1
  }
  const column = (table: string, name: string): string[] => pack.table(table).map(row => row[name])
  add(column('titles', 'wording'))
  add(column('bodies', 'wording'))
  add(column('countries', 'names'))
  add(column('countries', 'adjectives'))
  add(column('countries', 'capital'))
  add(column('countries', 'demonyms'))
  const heads = pack.table('names/heads')
  const firstHead = bit
  for (const kind of HEAD_KINDS) add(heads.filter((row: TableRow) => row.kind === kind).map(row => row.word))
  const of = (form: Form): number => {
    let known = bits.get(form.folded) ?? 0
    for (const reading of form.readings) known |= bits.get(fold(reading.lemma)) ?? 0
    return known
  }
  return {
    of,
    headIn(known) {
      const heads = Math.floor(known / firstHead)
      return heads === 0 ? 0 : 32 - Math.clz32(heads & -heads)
    },
  }
}

function fold(word: string): string {
  return word.toLowerCase().replaceAll('ё', 'е')
}
