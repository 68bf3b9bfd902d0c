import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { checkAnalysis } from '../src/check-analysis.ts'

const text = 'Мы готовы, — заявил Иван Петров 👍.'
const at = (words: string) => ({ start: text.indexOf(words), end: text.indexOf(words) + words.length })

function sound() {
  return {
    format: 'parley/analysis@1',
    document: {
      id: 'a',
      language: 'ru',
      published: '2021-11-26',
      title: null,
      url: null,
      publisher: null,
      sha256: createHash('sha256').update(text).digest('hex'),
    },
    reader: { version: '0.1.0', languages: 'abc', dossier: null },
    text,
    zones: [{ start: 0, end: text.length, kind: 'body' }],
    entities: [
      {
        id: 'e1',
        kind: 'person',
        name: 'Иван Петров',
        aliases: ['Петров'],
        ref: null,
        mentions: [{ ...at('Иван Петров'), form: 'name', rule: 'r' }],
      },
    ],
    quotations: [
      {
        kind: 'direct',
        parts: [at('Мы готовы')],
        cue: at('заявил'),
        act: 'state',
        speaker: at('Иван Петров'),
        speakerId: 'e1' as string | null,
        inside: null as number | null,
        said: '2021-11-26',
        reported: '2021-11-26',
        rule: 'r',
      },
    ],
    times: [] as unknown[],
    events: [],
    claims: [],
  }
}

test('a sound analysis passes', () => {
  expect(checkAnalysis(sound())).toEqual([])
})

test.each<[string, (analysis: ReturnType<typeof sound>) => void, RegExp]>([
  ['another text', a => (a.text = a.text.toLowerCase()), /sha256: not the hash/],
  ['an unknown speaker', a => (a.quotations[0].speakerId = 'e2'), /no entity has the id "e2"/],
  ['a span past the end', a => (a.zones[0].end = 999), /zones\[0\]\.end: not an index below/],
  ['half a pair', a => (a.zones[0].end = text.indexOf('👍') + 1), /cuts a surrogate pair/],
  ['an unknown field', a => Object.assign(a.entities[0], { score: 0.5 }), /entities\[0\]\.score: no such field/],
  ['itself inside', a => (a.quotations[0].inside = 0), /stands inside itself/],
  ['a loose edge', a => (a.quotations[0].parts[0].end += 2), /white space at an edge/],
  [
    'an odd value',
    a => a.times.push({ ...at('Мы'), type: 'date', value: 'soon', precision: 'day', rule: 'r' }),
    /TIMEX3/,
  ],
  [
    'an unsorted layer',
    a => {
      a.quotations.push(structuredClone(a.quotations[0]))
      a.quotations[0].parts = [at('готовы')]
    },
    /stands after/,
  ],
])('%s is found', (_, damage, message) => {
  const analysis = sound()
  damage(analysis)
  expect(checkAnalysis(analysis).join('\n')).toMatch(message)
})

test.each([
  '2020-11-10',
  '2017-W08',
  '2017-W28-WE',
  '2017-02-20T14:00',
  '2017-02-20TMO',
  'P1Y',
  'PXD',
  'PXY',
  'PT3H',
  'P1DT2H',
  '199X',
  '19XX',
  '2017-Q1',
  'XXXX-11-09',
  'XXXX-WXX-1',
  'PRESENT_REF',
  'T10:00',
  '2017-SU',
  '19',
  'P1Q',
  'P3XX',
  'P1DE',
])('%s is a time value', value => {
  const analysis = sound()
  analysis.times.push({ ...at('Мы'), type: 'date', value, precision: 'day', rule: 'r' })
  expect(checkAnalysis(analysis)).toEqual([])
})
