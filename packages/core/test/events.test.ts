/**
 * Every row of the tables of events gives its event on its example, and none on its `never`: another sentence, which holds the row's own words
 * and tells of no event of that type, by whatever row.
 */
import { testTableExamples } from '@parley/testkit'
import { describe, expect, test } from 'vitest'
import { makeDocument } from '../src/document.ts'
import { ruleOf } from '../src/events/event-patterns.ts'
import type { LanguagePack } from '../src/kit.ts'
import { readDocument } from '../src/read-document.ts'
import { cliticsOf } from '../src/text/clitics.ts'
import { splitTokens } from '../src/text/split-tokens.ts'
import { PhraseTable } from '../src/words/phrases.ts'
import { kit } from './support/read.ts'

/** The rows that gave an event, and the rules of those events that stand: the same happening told by two rows is one event later. */
function rulesOf(text: string, language: string): string[] {
  const rules: string[] = []
  const { events } = readDocument(makeDocument({ id: 'case', text, language }), kit, {
    trace: ({ stage, rule, spoke }) => {
      if (stage === 'events' && spoke) rules.push(rule)
    },
  })
  return [...rules, ...events.map(({ rule }) => rule)]
}

/** Whether some words of a text may be those of a wording, side by side. */
function holds(pack: LanguagePack, wording: string, text: string): boolean {
  const phrases = new PhraseTable<true>(pack.keys)
  phrases.add(wording, true)
  const { form, count } = splitTokens(text, pack.lexicon, cliticsOf(pack))
  return form.some((_, token) => phrases.match(form, token, count) !== null)
}

for (const [language, pack] of kit.packs) {
  for (const { type } of pack.table('event-types')) {
    const name = `events/${type.toLowerCase()}`
    testTableExamples(`${language}: ${name}`, pack.table(name), row =>
      expect(rulesOf(row.example, language)).toContain(ruleOf(type, row)),
    )
    const never = pack.table(name)
    if (never.length > 0)
      describe(`${language}: ${name}: never`, () => {
        for (const row of never) {
          test(`${ruleOf(type, row)}: ${row.never}`, () => {
            expect(holds(pack, row.wording, row.never), `«${row.never}» holds the words «${row.wording}»`).toBe(true)
            expect(row.never, 'another sentence than the example').not.toBe(row.example)
            const told = rulesOf(row.never, language).filter(rule => rule.startsWith(`${name}/`))
            expect(told, `«${row.never}» tells of no ${type}`).toEqual([])
          })
        }
      })
  }

  if (pack.table('works').length > 0)
    testTableExamples(`${language}: works`, pack.table('works'), row => {
      const reasons: string[] = []
      readDocument(makeDocument({ id: 'case', text: row.example, language }), kit, {
        trace: ({ stage, because }) => {
          if (stage === 'events') reasons.push(because)
        },
      })
      expect(reasons).toContain('what a work or a lesson is about')
    })

  if (pack.table('idioms').length > 0)
    testTableExamples(`${language}: idioms`, pack.table('idioms'), row => {
      expect(holds(pack, row.wording, row.example)).toBe(true)
      expect(rulesOf(row.example, language)).toEqual([])
    })

  for (const table of ['parties', 'background', 'elsewhere', 'compound-prepositions']) {
    if (pack.table(table).length > 0)
      testTableExamples(`${language}: ${table}`, pack.table(table), row =>
        expect(holds(pack, row.wording, row.example)).toBe(true),
      )
  }
}

test('dated history is not the news that needs no date', () => {
  const text =
    'Иран и Ирак заключили соглашение. Соглашение о торговле Иран и Ирак подписали 3 февраля 1958 года в Праге.'
  const { events } = readDocument(makeDocument({ id: 'case', text, language: 'ru', published: '2021-06-15' }), kit)
  expect(events.map(({ time, background }) => [time, background])).toEqual([
    [null, false],
    ['1958-02-03', true],
  ])
})
