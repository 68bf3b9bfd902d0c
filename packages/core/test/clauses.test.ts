/** What the clauses layer says of marked words, line by line; and every row of its tables stands in its own example. */
import { parseMarked, readGold, testGold, testTableExamples } from '@parley/testkit'
import { expect } from 'vitest'
import { marksAt } from '../src/clauses/read-marks.ts'
import { clausesOf, printPredicate } from './support/clauses.ts'
import { kit } from './support/read.ts'

const pack = kit.packs.get('ru')
if (pack === undefined) throw new Error('the kit has no Russian pack')

testGold(readGold(new URL('../../../gold/ru/clauses.txt', import.meta.url)), line => {
  const { text, marks } = parseMarked(line.text)
  const clauses = clausesOf(text)
  const { start, count } = clauses.layers.tokens
  const found = marks.map(mark => {
    const token = start.indexOf(mark.start)
    if (token < 0 || token >= count) throw new RangeError(`no token begins at ${mark.start}`)
    const predicate = clauses.at(token)
    return predicate === null ? '-' : printPredicate(clauses, predicate)
  })
  expect(found).toEqual(line.cells)
})

for (const table of ['negation', 'modality', 'phases', 'light-verbs']) {
  testTableExamples(table, pack.table(table), row => {
    const { scene, layers } = clausesOf(row.example)
    const found = layers.tokens.form.flatMap((_, token) => marksAt(scene, token))
    expect(found.map(mark => mark.row)).toContain(`${table}/${row.wording.replaceAll('=', '')}`)
  })
}
