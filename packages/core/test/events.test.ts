/** Every row of the tables of events gives its event on its example, and none on its `never`. */
import { testTableExamples } from '@parley/testkit'
import { describe, expect, test } from 'vitest'
import { makeDocument } from '../src/document.ts'
import { ruleOf } from '../src/events/event-patterns.ts'
import { readDocument } from '../src/read-document.ts'
import { cliticsOf } from '../src/text/clitics.ts'
import { splitTokens } from '../src/text/split-tokens.ts'
import { PhraseTable } from '../src/words/phrases.ts'
import { kit } from './support/read.ts'

/** The rows that gave an event; the same happening told by two rows is one event later. */
function rulesOf(text: string, language: string): string[] {
  const rules: string[] = []
  readDocument(makeDocument({ id: 'case', text, language }), kit, {
    trace: ({ stage, rule, spoke }) => {
      if (stage === 'events' && spoke) rules.push(rule)
    },
  })
  return rules
}

for (const [language, pack] of kit.packs) {
  for (const { type } of pack.table('event-types')) {
    const name = `events/${type.toLowerCase()}`
    testTableExamples(`${language}: ${name}`, pack.table(name), row =>
      expect(rulesOf(row.example, language)).toContain(ruleOf(type, row)),
    )
    const never = pack.table(name).filter(row => (row.never ?? '') !== '')
    if (never.length > 0)
      describe(`${language}: ${name}: never`, () => {
        for (const row of never) {
          test(`${ruleOf(type, row)}: ${row.never}`, () =>
            expect(rulesOf(row.never, language)).not.toContain(ruleOf(type, row)))
        }
      })
  }

  for (const table of ['parties', 'background', 'elsewhere', 'compound-prepositions']) {
    if (pack.table(table).length > 0)
      testTableExamples(`${language}: ${table}`, pack.table(table), row => {
        const phrases = new PhraseTable<true>(pack.keys)
        phrases.add(row.wording, true)
        const { form, count } = splitTokens(row.example, pack.lexicon, cliticsOf(pack))
        expect(form.some((_, token) => phrases.match(form, token, count) !== null)).toBe(true)
      })
  }
}
