/** Every row of the tables of wordings fires on its own example. */
import { testTableExamples } from '@parley/testkit'
import { expect } from 'vitest'
import { cliticsOf } from '../src/text/clitics.ts'
import { splitTokens } from '../src/text/split-tokens.ts'
import { PhraseTable } from '../src/words/phrases.ts'
import { analyse, kit } from './support/read.ts'

for (const [language, pack] of kit.packs) {
  // Words of a wording may stand apart in its example («по его словам»), so the tables of cues are asked through the reader.
  for (const table of ['bodies', 'clauses', 'copulas', 'pronouns', 'stages', 'titles']) {
    testTableExamples(`${language}: ${table}`, pack.table(table), row => {
      const phrases = new PhraseTable<true>(pack.keys)
      phrases.add(row.wording, true)
      const { form, count } = splitTokens(row.example, pack.lexicon, cliticsOf(pack))
      const places = form.map((_, token) => phrases.match(form, token, count))
      expect(
        places.some(place => place !== null),
        row.example,
      ).toBe(true)
    })
  }

  testTableExamples(`${language}: cues`, pack.table('cues'), row => {
    const rule = `cues/${row.wording.replaceAll('=', '')} `
    const rules = analyse(row.example, null, language).quotations.map(quotation => quotation.rule)
    expect(rules.filter(name => name.startsWith(rule))).not.toEqual([])
  })
}
