/** Documents that change language by paragraph, and who is who across them. */
import { checkAnalysis, checkProperty, russianText, testTableExamples } from '@parley/testkit'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { explainAt, makeDocument, readWithWords } from '../src/index.ts'
import { hasSpellings, isSpelledAlike } from '../src/languages/spelled-alike.ts'
import { analyse, kit } from './support/read.ts'

const RUSSIAN = 'Президент Лаврии Олег Ветров прибыл в Вену. Он заявил, что дорога открыта для автобусов.'
const ENGLISH =
  '"The road is open to all," President Oleg Vetrov told reporters on Tuesday. France said that the talks would resume.'

function said(text: string, language: string): string[] {
  const { quotations, entities } = analyse(text, null, language)
  const name = (id: string | null) => entities.find(entity => entity.id === id)?.name ?? null
  return quotations.map(({ parts, speakerId }) => `${name(speakerId)}: ${text.slice(parts[0].start, parts[0].end)}`)
}

describe('a document that changes language by paragraph', () => {
  test('each paragraph is read in its own, and persons are one', () => {
    expect(said(`${RUSSIAN}\n\n${ENGLISH}\n\nВетров добавил, что Франция поможет.`, 'ru')).toEqual([
      'Олег Ветров: дорога открыта для автобусов',
      'Олег Ветров: The road is open to all',
      'Франция: the talks would resume',
      'Олег Ветров: Франция поможет',
    ])
    expect(said(`${ENGLISH}\n\n${RUSSIAN}`, 'en')).toEqual([
      'Oleg Vetrov: The road is open to all',
      'France: the talks would resume',
      'Oleg Vetrov: дорога открыта для автобусов',
    ])
  })

  test('a guess by spelling is marked as one, a country needs none', () => {
    const { entities } = analyse(`${RUSSIAN} Франция согласна.\n\n${ENGLISH}`)
    const rules = (name: string) =>
      entities.find(entity => entity.name === name)?.mentions.map(({ rule }) => rule.split(' ').at(-1))
    expect(rules('Олег Ветров')).toContain('language/spelling')
    expect(rules('Франция')).toContain('language/country')
  })

  test('quotations, events and claims point to the right ones', () => {
    const text = `${ENGLISH}\n\n${RUSSIAN} Министр сообщил, что Ветров провёл переговоры с Анной Зиминой в Вене.\n\n${ENGLISH}`
    const analysis = analyse(text)
    expect(checkAnalysis(analysis)).toEqual([])
    const told = analysis.events.filter(({ quotation }) => quotation !== null)
    expect(told).not.toEqual([])
    for (const { trigger, quotation } of told) {
      const [part] = analysis.quotations[quotation as number].parts
      expect(part.start <= trigger.start && trigger.end <= part.end).toBe(true)
    }
  })

  test.each([
    ['a name', `${RUSSIAN}\n\nThe New York Times\n\nДорога закрыта.`],
    ['an address', `${RUSSIAN}\n\nИсточник: https://example.org/news/2021/a-very-long-address-of-a-page.html`],
    [
      'letters that are no English',
      `${RUSSIAN}\n\nZdaniem ekspertów przyszłość porozumienia pozostaje niepewna, bo strony zwlekają.`,
    ],
  ])('%s in Latin letters is no paragraph in English', (_, text) => {
    expect(said(text, 'ru')).toEqual(['Олег Ветров: дорога открыта для автобусов'])
  })

  test('words of an index come from both, paragraphs apart', () => {
    const { words } = readWithWords(makeDocument({ id: 'case', text: `${RUSSIAN}\n\n${ENGLISH}`, language: 'ru' }), kit)
    const at = words.lemma.indexOf('reporter')
    expect(at).toBeGreaterThan(words.lemma.indexOf('автобус'))
    expect(words.paragraph[at]).toBe(words.paragraph[0] + 1)
    expect([...words.start]).toEqual([...words.start].sort((a, b) => a - b))
  })

  test('a word is explained in the language of its paragraph', () => {
    const text = `${RUSSIAN}\n\n${ENGLISH}`
    const lemmaAt = (word: string) => {
      const { word: found } = explainAt(makeDocument({ id: 'case', text, language: 'ru' }), kit, text.indexOf(word))
      return found?.readings.find(({ chosen }) => chosen)?.lemma
    }
    expect([lemmaAt('told'), lemmaAt('автобусов')]).toEqual(['tell', 'автобус'])
  })

  test('any mixture gives a valid analysis', () => {
    const paragraph = fc.oneof(fc.constantFrom(RUSSIAN, ENGLISH), russianText(20))
    checkProperty(
      fc.array(paragraph, { maxLength: 5 }),
      paragraphs => {
        for (const language of ['ru', 'en'])
          expect(checkAnalysis(analyse(paragraphs.join('\n'), null, language))).toEqual([])
      },
      40,
    )
  })
})

for (const [language, pack] of kit.packs) {
  if (!hasSpellings(pack)) continue
  testTableExamples(`${language}: spellings`, pack.table('spellings'), ({ letters, example }) => {
    const [own, latin] = example.split(' = ')
    expect(own.toLowerCase()).toContain(letters)
    expect(isSpelledAlike(pack, own, latin), example).toBe(true)
  })
  test.each([
    ['Иван Петров', 'Ivan Petrenko'],
    ['Иван Петров', 'Petrov'],
    ['Петров', 'Petrova'],
    ['Пётр Лапин', 'Paul Lapin'],
  ])(`${language}: %s is not %s`, (own, latin) => {
    expect(isSpelledAlike(pack, own, latin)).toBe(false)
  })
  test.each([
    ['Владимир Зеленский', 'Vladimir Zelenskyy'],
    ['Алексей Хохлов', 'Aleksei Hohlov'],
    ['Эммануэль Макрон', 'Emmanuel Macron'],
  ])(`${language}: %s may be %s`, (own, latin) => {
    expect(isSpelledAlike(pack, own, latin)).toBe(true)
  })
}
