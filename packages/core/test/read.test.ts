/** The whole reader: what must hold of any analysis of any string. What each stage must find stands in its own tests. */

import { loadKit } from '@parley/service'
import { anyText, checkAnalysis, checkProperty, cutsOf, damageTo } from '@parley/testkit'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { exampleDocuments } from '../../../scripts/example-documents.ts'
import { type DocumentFields, type Kit, makeDocument, readDocument } from '../src/index.ts'

const kit: Kit = loadKit()
const anotherKit: Kit = loadKit()
const examples = exampleDocuments()
const texts = examples.map(({ text }) => text)
const published = fc.constantFrom(null, '2021-11-26', '2021-11-26T09:30:00+03:00', '2024-02')

function read(text: string, published: string | null = '2021-11-26') {
  return readDocument(makeDocument({ id: 'any', text, language: 'ru', published }), kit)
}
function expectSound(text: string, published: string | null): void {
  const analysis = read(text, published)
  expect(checkAnalysis(JSON.parse(JSON.stringify(analysis)))).toEqual([])
}

test.each(examples.map(fields => [fields.id, fields] as const))('example %s is read soundly', (_, fields) => {
  const analysis = readDocument(makeDocument(fields), kit)
  expect(checkAnalysis(JSON.parse(JSON.stringify(analysis)))).toEqual([])
})

test('any string gives a sound analysis', () => {
  checkProperty(fc.tuple(anyText(), published), ([text, published]) => expectSound(text, published), 400)
})

test.each([', —  ба , '])('%j, which once broke the reading, too', text => expectSound(text, null))

test('so does any cut of a good text', () => {
  checkProperty(fc.tuple(cutsOf(...texts), published), ([text, published]) => expectSound(text, published), 100)
})

test('and a good text with damage', () => {
  checkProperty(fc.tuple(damageTo(...texts), published), ([text, published]) => expectSound(text, published), 100)
})

test('the same input gives the same bytes, whatever was read in between', () => {
  const bytes = (withKit: Kit) => (fields: DocumentFields) =>
    JSON.stringify(readDocument(makeDocument(fields), withKit))
  const first = examples.map(bytes(kit))
  checkProperty(anyText(), text => void read(text), 50)
  const second = examples.map(bytes(kit))
  const backwards = examples.toReversed().map(bytes(anotherKit)).toReversed()
  // Not compared as values: a difference of two analyses fills the screen.
  const changed = examples.filter((_, i) => second[i] !== first[i] || backwards[i] !== first[i])
  expect(changed.map(({ id }) => id)).toEqual([])
})

test('a text that is not normal is read as its normal form', () => {
  const [text] = texts
  const strange = text.normalize('NFD').replaceAll('\n', '\r\n')
  expect(read(strange)).toEqual(read(text))
})

test('without a day of publication nothing is resolved against the clock', () => {
  const { times, document } = read('Вчера и в понедельник стороны встречались.', null)
  expect(document.published).toBeNull()
  expect(times.map(time => time.value).filter(value => value !== null && /^\d{4}/.test(value))).toEqual([])
})

test('the empty document', () => {
  const { entities, quotations, times, events, claims } = read('')
  expect([entities, quotations, times, events, claims]).toEqual([[], [], [], [], []])
})

test('a phrase that never ends is cut, so that each of its words costs the same', () => {
  const text = 'президента министра '.repeat(300)
  const lengths = read(text).entities.flatMap(({ mentions }) => mentions.map(({ start, end }) => end - start))
  expect(Math.max(...lengths)).toBeLessThan(1000)
})
