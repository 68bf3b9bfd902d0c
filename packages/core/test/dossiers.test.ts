/** Dossiers of any content and any text: a kit is whole or refused, and every ref names something in its dossier. */
import { type Analysis, type Dossier, idIn, type Kit, makeDocument, makeKit, readDocument } from '@parley/core'
import { anyText, checkAnalysis, checkProperty, damageTo, russianText } from '@parley/testkit'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { dossierOf } from '../../../bench/many-names.ts'
import { PACK, STRAIT, straitKit } from './support/dossier.ts'

const TEXT =
  'Президент Исландии Хальдор Стейнвик и премьер Мальты обсудили квоты на сардину в Тихом проливе. Глава МИД Мальты Луиза Веллан сообщила, ' +
  'что Рифовский и Ламбинский районы остаются у Рейкьявика. «Наблюдательная миссия работает», — заявил её глава.'

const published = fc.constantFrom(null, '2019-06-01', '2011-05', '2030')

function read(text: string, kit = straitKit, day: string | null = '2019-06-01'): Analysis {
  return readDocument(makeDocument({ id: 'any', text, language: 'ru', published: day }), kit)
}

/** The pack is opened once: opening takes longer than reading. */
function kitWith(dossier: Dossier): Kit {
  return { ...straitKit, dossiers: [dossier], dossier: dossier.hash }
}

function idsOf(dossier: Dossier): Set<string> {
  const { persons, parties, bodies, places, terms } = dossier
  return new Set([...persons, ...parties, ...bodies, ...places, ...terms].map(({ id }) => id))
}

function expectSound(analysis: Analysis, dossiers: readonly Dossier[]): void {
  expect(checkAnalysis(JSON.parse(JSON.stringify(analysis)))).toEqual([])
  for (const { ref, speaksFor } of analysis.entities) {
    for (const one of [ref, speaksFor ?? null]) {
      if (one === null) continue
      const found = dossiers.filter(dossier => idsOf(dossier).has(idIn(one, dossier.id) ?? ''))
      expect(found, one).not.toEqual([])
    }
  }
}

describe('any text, with a dossier', () => {
  test('gives a sound analysis with refs that are there', () => {
    const texts = fc.oneof(anyText(), damageTo(TEXT))
    checkProperty(fc.tuple(texts, published), ([text, day]) => expectSound(read(text, straitKit, day), [STRAIT]), 150)
  })

  test('reads without the dossier as it did before', () => {
    const plain = makeKit([PACK])
    checkProperty(
      russianText(),
      text => {
        const before = JSON.stringify(read(text, plain))
        read(text)
        expect(JSON.stringify(read(text, plain))).toBe(before)
      },
      20,
    )
  })
})

describe('a dossier of any names', () => {
  const letters = fc.stringMatching(/^[а-яё]{3,9}$/)
  const capitalised = letters.map(word => word.charAt(0).toUpperCase() + word.slice(1))
  const nameText = fc.oneof(
    capitalised,
    fc.tuple(capitalised, capitalised).map(words => words.join(' ')),
    fc.tuple(letters, letters).map(words => words.join(' ')),
    anyText().map(text => text.trim().slice(0, 40) || 'А'),
  )
  const withNames = (texts: readonly string[]): Dossier => ({
    ...STRAIT,
    persons: texts
      .slice(0, 3)
      .map((text, i) => ({ id: `person-${i}`, gender: null, roles: [], names: [nameOf(text)] })),
    places: texts.map((text, i) => ({
      id: `place-${i}`,
      kind: 'town',
      partOf: null,
      names: [nameOf(text)],
      coordinates: null,
    })),
    terms: texts.map((text, i) => ({ id: `term-${i}`, meaning: 'any', names: [nameOf(text)] })),
  })
  const nameOf = (text: string) => ({
    lang: 'ru',
    text,
    kind: 'full' as const,
    usedBy: [],
    declines: text.length % 3 > 0,
    endings: text.length % 5 === 0 ? 'noun-f-a' : null,
    source: null,
  })

  test('never breaks the reading, and what it names is sound', () => {
    checkProperty(
      fc.tuple(fc.array(nameText, { minLength: 1, maxLength: 6 }), anyText()),
      ([names, text]) => {
        const dossier = withNames(names)
        const analysis = read(`${text} ${names.join(', ')}. ${TEXT}`, kitWith(dossier))
        expectSound(analysis, [dossier])
      },
      40,
    )
  })

  test('a place is found by its name as it stands', () => {
    checkProperty(
      capitalised,
      place => {
        const dossier = { ...STRAIT, persons: [], terms: [], places: withNames([place]).places }
        const refs = read(`Вчера мы видели город ${place} издали.`, kitWith(dossier)).entities
        expect(refs.some(({ ref }) => ref === 'place-0')).toBe(true)
      },
      40,
    )
  })
})

describe('a kit of several dossiers', () => {
  const other: Dossier = { ...STRAIT, id: 'other-2000', agreements: [], hash: 'f'.repeat(64) }

  test('has one hash, whatever their order, and reads the same bytes', () => {
    const one = makeKit([PACK], [STRAIT, other])
    const two = makeKit([PACK], [other, STRAIT])
    expect(one.dossier).toBe(two.dossier)
    expect(one.dossier).not.toBe(straitKit.dossier)
    expect(JSON.stringify(read(TEXT, one))).toBe(JSON.stringify(read(TEXT, two)))
  })

  test('names the dossier of each ref', () => {
    const analysis = read(TEXT, makeKit([PACK], [STRAIT, other]))
    expectSound(analysis, [STRAIT, other])
    const person = analysis.entities.find(({ name }) => name === 'Хальдор Стейнвик')
    expect(person?.ref).toBe('other-2000#person-0001 strait-2019#person-0001')
    expect(idIn(person?.ref ?? null, 'strait-2019')).toBe('person-0001')
    expect(idIn(person?.ref ?? null, 'third-1999')).toBeNull()
  })

  test.each([
    ['two of one process', [STRAIT, { ...STRAIT, agreements: [] }], 'two dossiers of the process "strait-2019"'],
    ['two agreements of one id', [STRAIT, { ...STRAIT, id: 'x' }], 'two agreements called "strait-2019"'],
  ])('%s are refused', (_, dossiers, message) => {
    expect(() => makeKit([PACK], dossiers)).toThrow(message)
  })
})

test('10,000 names are found like ten', () => {
  const many = dossierOf(10_000)
  const kit = makeKit([PACK], [many])
  const [person, place] = [many.persons[4321], many.places[1234]]
  const text = `${person.names[0].text} прибыл в город ${place.names[0].text}.`
  const refs = read(text, kit).entities.map(({ ref }) => ref)
  expect(refs).toContain(person.id)
  expect(refs).toContain(place.id)
})
