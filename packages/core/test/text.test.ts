import {
  anyText,
  checkProperty,
  cutsOf,
  damageTo,
  parsePieces,
  printPieces,
  readGold,
  russianText,
  testGold,
} from '@parley/testkit'
import { describe, expect, test } from 'vitest'
import { findZones } from '../src/text/find-zones.ts'
import { CLASS_LINE, CLASS_SPACE, classOf } from '../src/text/letters.ts'
import { splitSentences } from '../src/text/split-sentences.ts'
import { splitTokens } from '../src/text/split-tokens.ts'
import { russianPack } from './support/russian.ts'

const pack = russianPack()
const gold = (name: string) => readGold(new URL(`../../../gold/ru/${name}`, import.meta.url))

function tokensOf(text: string) {
  return splitTokens(text, pack.lexicon)
}

function* spansOf(count: number, start: (i: number) => number, end: (i: number) => number) {
  for (let i = 0; i < count; i++) yield { start: start(i), end: end(i) }
}

function sentencePieces(text: string): string {
  const tokens = tokensOf(text)
  const sentences = splitSentences(text, tokens, pack)
  return printPieces(
    text,
    spansOf(
      sentences.count,
      s => tokens.start[sentences.from[s]],
      s => tokens.end[sentences.to[s] - 1],
    ),
  )
}

testGold(gold('tokens.txt'), ({ text: line }) => {
  const { text } = parsePieces(line)
  const tokens = tokensOf(text)
  const found = spansOf(
    tokens.count,
    i => tokens.start[i],
    i => tokens.end[i],
  )
  expect(printPieces(text, found)).toBe(line)
})

testGold(gold('sentences.txt'), ({ text: line }) => {
  expect(sentencePieces(parsePieces(line).text)).toBe(line)
})

describe('abbreviations.tsv', () => {
  for (const { form, example } of pack.table('abbreviations')) {
    test(`${form}: ${example}`, () => {
      expect(sentencePieces(parsePieces(example).text)).toBe(example)
    })
  }
})

describe('zones', () => {
  const kinds = (text: string) => {
    const tokens = tokensOf(text)
    return findZones(text, tokens, splitSentences(text, tokens, pack), pack).map(
      zone => `${zone.kind}: ${text.slice(zone.start, zone.end)}`,
    )
  }
  const report = 'Министры двух стран подписали договор и обменялись пленными на мосту через реку.'

  test('a headline, name lines, the lead, the body', () => {
    expect(kinds(`Договор подписан\nАнна Белова\n${report}\n\n${report}\n${report}`)).toEqual([
      'headline: Договор подписан',
      'caption: Анна Белова',
      `lead: ${report}`,
      `body: ${report}\n${report}`,
    ])
  })

  test('plain paragraphs are body only', () => {
    expect(kinds(`${report}\n\n${report}`)).toEqual([`body: ${report}\n\n${report}`])
  })

  test('a line that leads on is no headline', () => {
    expect(kinds(`Стороны решили:\n${report}`)).toEqual([`body: Стороны решили:\n${report}`])
  })

  test.each([
    'ВЕНА, 3 мар — ВЕСТНИК.',
    'Вена. 3 марта. ВЕСТНИК -',
    'ВЕНА, 3 марта 2021 г. (ВЕСТНИК) —',
    'Вена, 3 марта —',
    'ВЕНА, 3 марта. /Вестник/.',
  ])('the dateline %s', dateline => {
    expect(kinds(`Договор подписан\n\n${dateline} ${report}`)).toEqual([
      'headline: Договор подписан',
      `dateline: ${dateline}`,
      `lead: ${report}`,
    ])
  })
})

describe('any text', () => {
  const check = (text: string) => {
    const tokens = tokensOf(text)
    let at = 0
    for (let i = 0; i < tokens.count; i++) {
      expect(isSpace(text.slice(at, tokens.start[i]))).toBe(true)
      expect(tokens.end[i]).toBeGreaterThan(tokens.start[i])
      at = tokens.end[i]
    }
    expect(isSpace(text.slice(at))).toBe(true)
    expect(tokens.form.length).toBe(tokens.count)

    const sentences = splitSentences(text, tokens, pack)
    let token = 0
    for (let s = 0; s < sentences.count; s++) {
      expect(sentences.from[s]).toBe(token)
      expect(sentences.to[s]).toBeGreaterThan(token)
      token = sentences.to[s]
    }
    expect(token).toBe(tokens.count)
    token = 0
    for (let p = 0; p < sentences.paragraphCount; p++) {
      expect(sentences.paragraphFrom[p]).toBe(token)
      token = sentences.paragraphTo[p]
    }
    expect(token).toBe(tokens.count)
    let end = 0
    for (const zone of findZones(text, tokens, sentences, pack)) {
      expect(zone.start).toBeGreaterThanOrEqual(end)
      expect(zone.end).toBeGreaterThan(zone.start)
      end = zone.end
    }
  }
  const isSpace = (text: string) =>
    Array.from({ length: text.length }, (_, i) => classOf(text.charCodeAt(i))).every(
      kind => kind === CLASS_SPACE || kind === CLASS_LINE,
    )

  test('tokens cover what is visible; sentences and paragraphs cover the tokens', () => {
    checkProperty(anyText(), check)
    checkProperty(russianText(), check)
  })

  test('any cut of a good text', () => {
    const text = gold('sentences.txt')
      .map(line => parsePieces(line.text).text)
      .join('\n')
    checkProperty(cutsOf(text), check)
    checkProperty(damageTo(text), check)
  })

  test.each(['«', '(', 'а', '—', 'а ', '. ', 'А. ', '@a.', '#а', 'http://a ', '"', '1-', 'а-', '\n', '! ', '\ud800'])(
    'a megabyte of %j is read in one pass',
    piece => {
      const text = piece.repeat(1_000_000 / piece.length)
      const tokens = tokensOf(text)
      expect(splitSentences(text, tokens, pack).of.length).toBe(tokens.count)
    },
  )
})
