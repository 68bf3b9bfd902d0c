/**
 * Readings as gold lines write them: `министр NOUN masc anim sing ablt`: the lemma, then any of its grammemes: parts of
 * speech in capitals (as in grammar.ts), categories in small letters, kinds of word with one capital (Surn, Given, Geox).
 */
import type { Reading } from '../../src/words/form.ts'
import * as grammar from '../../src/words/grammar.ts'

const bit = (name: string): number => {
  const value = (grammar as unknown as Record<string, unknown>)[name]
  if (typeof value !== 'number') throw new RangeError(`no grammeme ${name}`)
  return value
}

export interface WantedReading {
  readonly lemma: string
  readonly pos: number
  readonly agr: number
  readonly lex: number
}

/** Throws RangeError for a grammeme that grammar.ts does not know. `lemma` may be `*`: any. */
export function parseReading(notation: string): WantedReading {
  const [lemma, ...tags] = notation.trim().split(' ')
  const wanted = { lemma, pos: 0, agr: 0, lex: 0 }
  for (const tag of tags) {
    if (tag === tag.toUpperCase()) wanted.pos |= bit(tag)
    else if (tag === tag.toLowerCase()) wanted.agr |= bit(tag.toUpperCase())
    else wanted.lex |= bit(tag.toUpperCase())
  }
  return wanted
}

export function isReading(reading: Reading, wanted: WantedReading): boolean {
  if (wanted.lemma !== '*' && reading.lemma !== wanted.lemma) return false
  if (wanted.pos !== 0 && (reading.pos & wanted.pos) === 0) return false
  return (reading.agr & wanted.agr) === wanted.agr && (reading.lex & wanted.lex) === wanted.lex
}

const NAMES = {
  pos: 'NOUN ADJF ADJS COMP VERB INFN PRTF PRTS GRND NUMR ADVB NPRO PRED PREP CONJ PRCL INTJ NUMB LATN MARK',
  agr: 'nomn gent datv accs ablt loct sing plur masc femn neut anim inan per1 per2 per3 past pres futr impr perf impf pssv tran intr',
  lex: 'Given Surn Patr Geox Orgn Trad Abbr Init Fixd Sgtm Pltm Apro Anph Anum Guess Overlay Subx',
}

export function printReading(reading: Reading): string {
  const names = (list: string, bits: number): string[] =>
    list.split(' ').filter(name => (bits & bit(name.toUpperCase())) !== 0)
  return [
    reading.lemma,
    ...names(NAMES.pos, reading.pos),
    ...names(NAMES.lex, reading.lex),
    ...names(NAMES.agr, reading.agr),
  ].join(' ')
}
