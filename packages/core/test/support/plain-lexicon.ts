/**
 * A lexicon for tests of stages that ask little of words: case, letters, and the part of speech of a few small words.
 * A pack around it reads the language tables as they stand.
 */
import { readFileSync } from 'node:fs'
import type { LanguagePack, TableRow } from '../../src/kit.ts'
import {
  type Form,
  type Lexicon,
  type Reading,
  SHAPE_CAPITAL,
  SHAPE_LOWER,
  SHAPE_MIXED,
  SHAPE_NONE,
  SHAPE_UPPER,
} from '../../src/words/form.ts'
import { GUESS, MARK, NOUN, NPRO, NUMB, PREP, VERB } from '../../src/words/grammar.ts'
import { KeyIndex } from '../../src/words/phrases.ts'

const SMALL_WORDS = new Map([
  ...['он', 'она', 'оно', 'они', 'это'].map(word => [word, NPRO] as const),
  ...['в', 'на', 'с', 'по', 'из', 'для', 'за'].map(word => [word, PREP] as const),
])

function shapeOf(text: string): number {
  const letters = [...text].filter(letter => /\p{L}/u.test(letter))
  if (letters.length === 0) return SHAPE_NONE
  const capitals = letters.filter(letter => letter !== letter.toLowerCase()).length
  if (capitals === 0) return SHAPE_LOWER
  if (capitals === letters.length) return capitals === 1 ? SHAPE_CAPITAL : SHAPE_UPPER
  return capitals === 1 && letters[0] !== letters[0].toLowerCase() ? SHAPE_CAPITAL : SHAPE_MIXED
}

function posOf(folded: string): number {
  const small = SMALL_WORDS.get(folded)
  if (small !== undefined) return small
  if (/^\d/.test(folded)) return NUMB
  if (!/\p{L}/u.test(folded)) return MARK
  return /(ил|ал|ла|ли|ло|ет|ит|ют|ят)$/.test(folded) ? VERB : NOUN
}

export function plainLexicon(): Lexicon {
  const forms = new Map<string, Form>()
  return {
    form(text) {
      const known = forms.get(text)
      if (known !== undefined) return known
      const folded = text.toLowerCase().replaceAll('ё', 'е')
      const pos = posOf(folded)
      const reading: Reading = {
        lemma: folded,
        pos,
        agr: 0,
        lex: GUESS,
        weight: 1,
        stem: folded,
        paradigm: -1,
        index: 0,
      }
      const lex = pos === NOUN ? GUESS : 0
      const form: Form = {
        text,
        folded,
        shape: shapeOf(text),
        readings: [reading],
        pos,
        agr: 0,
        lex,
        keys: [],
        tagger: null,
        namer: null,
      }
      forms.set(text, form)
      return form
    },
    inflect: () => null,
  }
}

/** A pack of the plain lexicon and the real tables of `languages/<code>`. */
export function plainPack(code: string): LanguagePack {
  const derived = new Map<unknown, unknown>()
  const pack: LanguagePack = {
    code,
    hash: '',
    notice: '',
    lexicon: plainLexicon(),
    keys: new KeyIndex(),
    table: name => readTable(new URL(`../../../../languages/${code}/${name}.tsv`, import.meta.url)),
    data: () => ({}),
    model: () => null,
    derive(make) {
      if (!derived.has(make)) derived.set(make, make(pack))
      return derived.get(make) as ReturnType<typeof make>
    },
  }
  return pack
}

function readTable(url: URL): TableRow[] {
  const [head, ...lines] = readFileSync(url, 'utf8').trimEnd().split('\n')
  const names = head.split('\t')
  return lines.map(line => {
    const cells = line.split('\t')
    return Object.fromEntries(names.map((name, i) => [name, cells[i] ?? '']))
  })
}
