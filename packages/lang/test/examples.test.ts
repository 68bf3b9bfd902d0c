/** The examples in the tables of words: each row must do on its example what it says. */
import { readFileSync } from 'node:fs'
import { openPack } from '@parley/core'
import * as grammar from '@parley/core/grammar'
import { testTableExamples } from '@parley/testkit'
import { expect, test } from 'vitest'

const pack = openPack(readFileSync(new URL('../../../build/packs/ru.pack', import.meta.url)))
const { lexicon } = pack

const isGuess = (reading: { readonly lex: number }): boolean => (reading.lex & grammar.GUESS) !== 0
/** «Харвен, Харвена; (она) Харвен» -> the names in it. */
const namesIn = (example: string): string[] => example.replaceAll('(она) ', '').split(/[,;] /)

testTableExamples('compounds', pack.table('compounds'), ({ element, place, example }) => {
  const { folded, readings } = lexicon.form(example)
  expect(folded.split('-')).toContain(element)
  const known = readings.some(reading => !isGuess(reading)) || readings.every(reading => reading.parts != null)
  expect(known || place === 'adverb').toBe(true)
})

testTableExamples('prefixes', pack.table('prefixes'), ({ prefix, example }) => {
  const { folded, readings } = lexicon.form(example)
  expect(folded.startsWith(prefix.replaceAll('ё', 'е'))).toBe(true)
  expect(readings.some(reading => !isGuess(reading))).toBe(true)
})

testTableExamples('prepositions', pack.table('prepositions'), ({ lemma, cases, example }) => {
  const bits = cases.split(' ').map(name => (grammar as unknown as Record<string, number>)[name.toUpperCase()])
  for (const phrase of example.split(', ')) {
    const words = phrase.split(' ')
    const at = words.indexOf(lemma)
    expect(at).toBeGreaterThanOrEqual(0)
    const fits = bits.some(bit => (lexicon.form(words[at + 1]).agr & bit) !== 0)
    expect(fits, phrase).toBe(true)
  }
})

testTableExamples('names/surname-endings', pack.table('names/surname-endings'), ({ endings, example }) => {
  const [first] = namesIn(example)
  const fits = endings.split(' ').some(ending => first.endsWith(ending.replace('*', '')))
  expect(fits).toBe(true)
  for (const name of namesIn(example)) {
    const surnames = lexicon.form(name).readings.filter(reading => (reading.lex & grammar.SURN) !== 0)
    const bases = surnames.map(reading => lexicon.inflect(reading, grammar.NOMN | grammar.SING | grammar.MASC))
    expect(bases, name).toContain(first.toLowerCase())
  }
})

testTableExamples('names/given-endings', pack.table('names/given-endings'), ({ gender, example }) => {
  for (const name of namesIn(example)) expect(givenReadings(name, gender).length, name).toBeGreaterThan(0)
})

testTableExamples('lemmas/new-words', pack.table('lemmas/new-words'), ({ lemma, example }) => {
  const lemmas = example.split(/[ ,.]+/).flatMap(word => lexicon.form(word).readings.map(reading => reading.lemma))
  expect(lemmas).toContain(lemma)
})

test('every given name is read as one, in its own gender', () => {
  for (const { name, gender } of pack.table('names/given')) {
    const bases = givenReadings(name, gender).map(reading => lexicon.inflect(reading, grammar.NOMN | grammar.SING))
    expect(bases, name).toContain(name.toLowerCase())
  }
})

function givenReadings(name: string, gender: string) {
  const bit = gender === 'm' ? grammar.MASC : grammar.FEMN
  return lexicon.form(name).readings.filter(({ lex, agr }) => (lex & grammar.GIVEN) !== 0 && (agr & bit) !== 0)
}
