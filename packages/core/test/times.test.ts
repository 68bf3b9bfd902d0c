import { readFileSync } from 'node:fs'
import { anyText, checkProperty, cutsOf, damageTo, russianText } from '@parley/testkit'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { makeDocument } from '../src/document.ts'
import { splitSentences } from '../src/text/split-sentences.ts'
import { splitTokens } from '../src/text/split-tokens.ts'
import { dateOf, dayOf, isoDay, isoWeek, weekdayOf } from '../src/times/calendar.ts'
import { findTimes } from '../src/times/find-times.ts'
import type { TimeExpression } from '../src/times/time-expression.ts'
import { wordsOf } from '../src/words/readings.ts'
import { analyse } from './support/read.ts'
import { russianPack } from './support/russian.ts'

interface Group {
  readonly published: string | null
  readonly texts: readonly string[]
  readonly never?: readonly string[]
}

const pack = russianPack()
const groupsOf = (language: string): Group[] =>
  parse(readFileSync(new URL(`../../../gold/${language}/times.yaml`, import.meta.url), 'utf8'))

function timesOf(text: string, published: string | null): TimeExpression[] {
  const document = makeDocument({ id: 'gold', text, published })
  const tokens = splitTokens(document.text, pack.lexicon)
  const sentences = splitSentences(document.text, tokens, pack)
  return findTimes(document, tokens, sentences, wordsOf(tokens, new Uint8Array(tokens.count)), pack)
}

/** `[words](value)` -> the words alone. */
function plain(line: string): string {
  return line.replaceAll(/\[([^\]]*)\]\([^)]*\)/g, '$1')
}

function marked(text: string, times: readonly Pick<TimeExpression, 'start' | 'end' | 'value'>[]): string {
  let line = ''
  let at = 0
  for (const { start, end, value } of times) {
    line += `${text.slice(at, start)}[${text.slice(start, end)}](${value ?? '-'})`
    at = end
  }
  return line + text.slice(at)
}

for (const { published, texts, never } of groupsOf('ru')) {
  describe(`gold/ru/times.yaml, published ${published}`, () => {
    test.each(texts)('%s', line => {
      const text = plain(line)
      expect(marked(text, timesOf(text, published))).toBe(line)
    })
    if (never) {
      test.each(never)('never in: %s', text => {
        expect(marked(text, timesOf(text, published))).toBe(text)
      })
    }
  })
}

for (const { published, texts, never } of groupsOf('en')) {
  describe(`gold/en/times.yaml, published ${published}`, () => {
    test.each([...texts, ...(never ?? [])])('%s', line => {
      const text = plain(line)
      const { times } = analyse(text, published, 'en')
      expect(marked(text, times)).toBe(line)
    })
  })
}

describe('any text', () => {
  const check = (text: string) => {
    let end = 0
    const document = makeDocument({ id: 'any', text, published: '2021-03-17' })
    for (const time of timesOf(text, '2021-03-17')) {
      expect(time.start).toBeGreaterThanOrEqual(end)
      expect(time.end).toBeGreaterThan(time.start)
      expect(time.to).toBeGreaterThan(time.from)
      end = time.end
    }
    expect(end).toBeLessThanOrEqual(document.text.length)
  }

  test('expressions are sorted and do not overlap', () => {
    checkProperty(anyText(), check)
    checkProperty(russianText(), check)
    const text = groupsOf('ru')
      .flatMap(group => group.texts.map(plain))
      .join(' ')
    checkProperty(cutsOf(text), check, 40)
    checkProperty(damageTo(text), check, 20)
  })

  test.each([
    '9 ',
    'год ',
    'почти ',
    'в 9 ',
    '9, ',
    '9–',
    'один ',
    'первый ',
    'вечером ',
    'тот же ',
    '1990 ',
    'XX ',
    '9 мая ',
    'пять-шесть ',
  ])('half a megabyte of %j is read in one pass', piece => {
    timesOf(piece.repeat(500_000 / piece.length), '2021-03-17')
  })
})

describe('calendar', () => {
  test('days and dates', () => {
    expect(dayOf(1970, 1, 1)).toBe(0)
    expect(weekdayOf(0)).toBe(4)
    for (const day of [-800000, -1, 0, 59, 60, 18000, 19000, 50000]) {
      const date = dateOf(day)
      expect(dayOf(date.year, date.month, date.day)).toBe(day)
    }
    expect(isoDay(dayOf(2020, 2, 29) + 1)).toBe('2020-03-01')
  })

  test('weeks at the turn of years', () => {
    expect(isoWeek(dayOf(2021, 1, 3))).toBe('2020-W53')
    expect(isoWeek(dayOf(2021, 1, 4))).toBe('2021-W01')
    expect(isoWeek(dayOf(2024, 12, 30))).toBe('2025-W01')
  })
})
