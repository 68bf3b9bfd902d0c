import { anyText, checkProperty, markOf, parseMarked, readGold, testGold } from '@parley/testkit'
import { describe, expect, test } from 'vitest'
import { splitSentences } from '../src/text/split-sentences.ts'
import { splitTokens } from '../src/text/split-tokens.ts'
import { chooseReadings } from '../src/words/choose-readings.ts'
import { SHAPE_CAPITAL, SHAPE_LOWER, SHAPE_MIXED, SHAPE_NONE, SHAPE_UPPER } from '../src/words/form.ts'
import { PhraseTable } from '../src/words/phrases.ts'
import { isReading, parseReading, printReading } from './support/reading-notation.ts'
import { russianPack } from './support/russian.ts'

const pack = russianPack()
const { lexicon } = pack
const gold = (name: string) => readGold(new URL(`../../../gold/ru/${name}`, import.meta.url))

testGold(gold('words.txt'), ({ text, cells, never }) => {
  const { readings } = lexicon.form(text)
  const wanted = parseReading(cells[0])
  const found = readings.filter(reading => isReading(reading, wanted))
  const shown = readings.map(printReading)
  if (never) return expect(found.map(printReading)).toEqual([])
  expect(found.length, `${text}: ${cells[0]} is not among\n${shown.join('\n')}`).toBeGreaterThan(0)
  if (cells[1] === undefined) return
  const [want, spelled] = cells[1].split(' = ')
  const { agr } = parseReading(`* ${want}`)
  expect(found.map(reading => lexicon.inflect(reading, agr))).toContain(spelled)
})

testGold(gold('readings.txt'), ({ text: line }) => {
  const { text, marks } = parseMarked(line)
  const tokens = splitTokens(text, lexicon)
  const { best } = chooseReadings(tokens, splitSentences(text, tokens, pack), pack)
  for (const { start, attributes } of marks) {
    const token = tokens.start.indexOf(start)
    const reading = tokens.form[token].readings[best[token]]
    const wanted = parseReading(`${attributes.lemma} ${attributes.tags.replaceAll(',', ' ')}`)
    expect(isReading(reading, wanted), `${tokens.form[token].text} is read as ${printReading(reading)}`).toBe(true)
  }
  expect(markOf(marks, 'r')).not.toBeNull()
})

describe('forms', () => {
  test.each([
    ['путь', SHAPE_LOWER],
    ['Путь', SHAPE_CAPITAL],
    ['Я', SHAPE_CAPITAL],
    ['МИД', SHAPE_UPPER],
    ['МИДа', SHAPE_MIXED],
    ['Аль-Хариф', SHAPE_MIXED],
    ['1997', SHAPE_NONE],
    ['«', SHAPE_NONE],
    ['43-летний', SHAPE_LOWER],
  ])('the shape of %s', (spelling, shape) => {
    expect(lexicon.form(spelling).shape).toBe(shape)
  })

  test('one object a spelling, found from a text as well', () => {
    const form = lexicon.form('переговоры')
    expect(lexicon.form('переговоры')).toBe(form)
    expect(lexicon.formAt('о переговорах: переговоры', 15, 25)).toBe(form)
  })

  test('folded spelling has no ё', () => {
    expect(lexicon.form('Объёмом').folded).toBe('объемом')
  })

  test('weights fall and sum to 1', () => {
    for (const spelling of ['стали', 'Путём', 'все', 'Харвену', 'города-героя', 'ОВКС', '5-ти']) {
      const { readings } = lexicon.form(spelling)
      const weights = readings.map(reading => reading.weight)
      expect(weights).toEqual([...weights].sort((a, b) => b - a))
      expect(weights.reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(1)
    }
  })

  test('words that a table names after a form was made are found in it', () => {
    const { form } = lexicon
    const early = form.call(lexicon, 'самолётами')
    const before = early.keys.length
    new PhraseTable<string>(pack.keys).add('самолёт', 'row')
    expect(early.keys.length).toBe(before + 1)
  })

  test('a participle is found by its own first form, too', () => {
    const key = pack.keys.key('свергнутый')
    expect(lexicon.form('свергнутого').keys).toContain(key)
    expect(lexicon.form('свергли').keys).not.toContain(key)
  })

  test('any spelling has a reading, and nothing throws', () => {
    checkProperty(anyText(), spelling => {
      const form = lexicon.form(spelling)
      expect(form.readings.length).toBeGreaterThan(0)
      expect(form.readings.length).toBeLessThan(256)
      for (const reading of form.readings) lexicon.inflect(reading, parseReading('* nomn sing').agr)
    })
  })

  test('a megabyte of one letter is no word', () => {
    const form = lexicon.form('а'.repeat(1_000_000))
    expect(form.readings.length).toBe(1)
  })
})
