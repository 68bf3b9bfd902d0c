/** Names of each side by choice, and the order of parties, as plain functions. */
import { expect, test } from 'vitest'
import type { NameAnswer } from '../src/app/api/contract.ts'
import { nameBy, readWhose } from '../src/app/names/name-choice.ts'
import { inOrder, moved, readOrder, writeOrder } from '../src/app/names/party-order.ts'

const name = (lang: string, text: string, usedBy: string[] = [], kind: NameAnswer['kind'] = 'full'): NameAnswer => ({
  lang,
  text,
  kind,
  usedBy,
})
const parties = [
  { id: 'north', standing: 'party' },
  { id: 'south', standing: 'party' },
  { id: 'helper', standing: 'guarantor' },
] as const

/** Each side has its own word. */
const TOWN = [name('en', 'Marrow', ['south', 'helper']), name('en', 'Merra', ['north']), name('xa', 'Märra', ['north'])]
/** One side has its own word; nobody claims the other. */
const HILL = [name('en', 'The Long Hill'), name('en', 'Long Hill', [], 'short'), name('en', 'Sant', ['south'])]
/** Nobody differs. */
const BAY = [name('en', 'Upper Bay'), name('ru', 'Верхняя бухта'), name('en', 'Old Bay', ['north'], 'former')]

test.each([
  ['every', TOWN, 'Merra / Marrow'],
  ['every', HILL, 'Long Hill / Sant'],
  ['every', BAY, 'Upper Bay'],
  ['north', TOWN, 'Merra'],
  ['south', TOWN, 'Marrow'],
  ['north', HILL, 'Long Hill'],
  ['south', HILL, 'Sant'],
  ['lang.xa', TOWN, 'Märra'],
  ['lang.xa', HILL, 'Long Hill / Sant'],
  ['lang.ru', BAY, 'Верхняя бухта'],
  ['nobody', TOWN, 'Merra / Marrow'],
  ['every', [], ''],
])('by %s of %j: %s', (value, names, shown) => {
  const whose = readWhose(value, parties)
  expect(nameBy(names, { whose, parties, language: 'en' })).toBe(shown)
})

test('the order of the parties is the order of their names', () => {
  const whose = readWhose('every', parties)
  expect(nameBy(TOWN, { whose, parties: [...parties].reverse(), language: 'en' })).toBe('Marrow / Merra')
})

test('by the alphabet of the page, or as the reader chose', () => {
  const sides = [
    { id: 'a', names: [name('en', 'Zeal'), name('ru', 'Арк')] },
    { id: 'b', names: [name('en', 'Bay'), name('ru', 'Яр')] },
    { id: 'c', names: [name('en', 'Moor'), name('ru', 'Мыс')] },
  ]
  const ids = (chosen: string, language: string) => inOrder(sides, readOrder(chosen), language).map(({ id }) => id)
  expect(ids('', 'en')).toEqual(['b', 'c', 'a'])
  expect(ids('', 'ru')).toEqual(['a', 'c', 'b'])
  expect(ids('c', 'en')).toEqual(['c', 'b', 'a'])
  expect(ids('gone.a.c.b', 'ru')).toEqual(['a', 'c', 'b'])
  expect(writeOrder(moved(['a', 'b', 'c'], 'c', -1))).toBe('a.c.b')
  expect(moved(['a', 'b'], 'a', -1)).toEqual(['a', 'b'])
})
