/** Every row of the tables of events gives its event on its example, and none on its `never`. */
import { testTableExamples } from '@parley/testkit'
import { describe, expect, test } from 'vitest'
import { makeDocument } from '../src/document.ts'
import { ruleOf } from '../src/events/event-patterns.ts'
import { readDocument } from '../src/read-document.ts'
import { splitTokens } from '../src/text/split-tokens.ts'
import { PhraseTable } from '../src/words/phrases.ts'
import { kit } from './support/read.ts'

const pack = kit.packs.get('ru')
if (pack === undefined) throw new Error('the kit has no Russian pack')

/** The rows that gave an event; the same happening told by two rows is one event later. */
function rulesOf(text: string): string[] {
  const rules: string[] = []
  readDocument(makeDocument({ id: 'case', text, language: 'ru' }), kit, {
    trace: ({ stage, rule, spoke }) => {
      if (stage === 'events' && spoke) rules.push(rule)
    },
  })
  return rules
}

for (const { type } of pack.table('event-types')) {
  const name = `events/${type.toLowerCase()}`
  testTableExamples(name, pack.table(name), row => expect(rulesOf(row.example)).toContain(ruleOf(type, row)))
  describe(`${name}: never`, () => {
    for (const row of pack.table(name)) {
      if (row.never === '') continue
      test(`${ruleOf(type, row)}: ${row.never}`, () => expect(rulesOf(row.never)).not.toContain(ruleOf(type, row)))
    }
  })
}

for (const table of ['parties', 'background', 'elsewhere', 'compound-prepositions']) {
  testTableExamples(table, pack.table(table), row => {
    const phrases = new PhraseTable<true>(pack.keys)
    phrases.add(row.wording, true)
    const { form, count } = splitTokens(row.example, pack.lexicon)
    expect(form.some((_, token) => phrases.match(form, token, count) !== null)).toBe(true)
  })
}
