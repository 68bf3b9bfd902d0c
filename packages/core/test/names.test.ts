import { anyText, checkProperty, parseMarked, printMarked, readGold, russianText, testGold } from '@parley/testkit'
import { describe, expect, test } from 'vitest'
import { capitalOf, countryAdjective, countryDemonym, countryNamed, seatOf } from '../src/names/countries.ts'
import { findNames } from '../src/names/find-names.ts'
import { likeInText } from '../src/names/letter-case.ts'
import type { NameSpan } from '../src/names/name-span.ts'
import { stemOfName } from '../src/names/name-stem.ts'
import { splitSentences } from '../src/text/split-sentences.ts'
import { splitTokens } from '../src/text/split-tokens.ts'
import type { Tokens } from '../src/text/tokens.ts'
import { chooseReadings } from '../src/words/choose-readings.ts'
import { FEMN, MASC } from '../src/words/grammar.ts'
import { russianPack } from './support/russian.ts'

const pack = russianPack()

function namesOf(text: string): { tokens: Tokens; names: NameSpan[] } {
  const tokens = splitTokens(text, pack.lexicon)
  const sentences = splitSentences(text, tokens, pack)
  const words = chooseReadings(tokens, sentences, pack)
  return { tokens, names: findNames(tokens, sentences, words, pack) }
}

/** `{person base=Олег_Ветров:Олегом Ветровым}`: the text with its names marked. */
function printNames(text: string): string {
  const { tokens, names } = namesOf(text)
  const marks = names.map(({ kind, base, from, to }) => ({
    label: kind,
    attributes: { base: base.replaceAll(' ', '_') },
    start: tokens.start[from],
    end: tokens.end[to - 1],
  }))
  return printMarked(text, marks)
}

testGold(readGold(new URL('../../../gold/ru/names.txt', import.meta.url)), line => {
  const { text } = parseMarked(line.text)
  expect(printNames(text)).toBe(line.text)
})

describe('persons', () => {
  const partsOf = (text: string) => namesOf(text).names.find(name => name.kind === 'person')?.parts

  test('parts of a full name', () => {
    expect(partsOf('Слово взял Пётр Степанович Луговой.')).toEqual({
      given: 'Пётр',
      patronymic: 'Степанович',
      surname: 'Луговой',
      gender: MASC,
    })
  })

  test('an initial is one letter', () => {
    expect(partsOf('Доклад прочёл А. Б. Ветров.')).toMatchObject({ given: 'А', patronymic: 'Б', surname: 'Ветров' })
  })

  test('the gender of a woman', () => {
    expect(partsOf('Премию получила Мария Зимина.')).toMatchObject({ given: 'Мария', surname: 'Зимина', gender: FEMN })
  })
})

describe('countries', () => {
  test('by name, capital and seat', () => {
    expect(countryNamed(pack, 'Южная Корея')).toBe('KR')
    expect(countryNamed(pack, 'США')).toBe('US')
    expect(countryNamed(pack, 'Вена')).toBeNull()
    expect(capitalOf(pack, 'Вена')).toBe('AT')
    expect(seatOf(pack, 'Кремль')).toBe('RU')
  })

  test('by adjective and by people, in any form', () => {
    expect(countryAdjective(pack, pack.lexicon.form('российскому'))).toBe('RU')
    expect(countryAdjective(pack, pack.lexicon.form('высокому'))).toBeNull()
    expect(countryDemonym(pack, pack.lexicon.form('французами'))).toBe('FR')
  })

  test('a place that the standard has no code for is a place', () => {
    expect(countryNamed(pack, 'Приднестровье')).toMatch(/^x-/)
  })
})

test('a stem is what the cases of a name share', () => {
  const forms = ['ветров', 'ветрова', 'ветрову', 'ветровым', 'ветрове']
  expect(new Set(forms.map(stemOfName))).toEqual(new Set(['ветров']))
  expect(stemOfName('ли')).toBe('ли')
})

test('an inflected word keeps the letters of the text', () => {
  expect(likeInText('Аль-Хатибом', 'аль-хатиб', null)).toBe('Аль-Хатиб')
  expect(likeInText('МакГрегора', 'макгрегор', null)).toBe('МакГрегор')
  expect(likeInText('Семеном', 'семён', 'семёном')).toBe('Семен')
  expect(likeInText('Петра', 'пётр', 'петра')).toBe('Пётр')
})

describe('any text', () => {
  const check = (text: string): void => {
    const { tokens, names } = namesOf(text)
    let last = -1
    for (const { from, to, base } of names) {
      expect(from).toBeGreaterThanOrEqual(last)
      expect(to).toBeGreaterThan(from)
      expect(to).toBeLessThanOrEqual(tokens.count)
      expect(base).not.toBe('')
      last = from
    }
  }

  test('spans are sorted, inside the text, never empty', () => {
    checkProperty(anyText(), check)
    checkProperty(russianText(), check)
  })
})
