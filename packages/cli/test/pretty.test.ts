import { ENGLISH } from '@parley/service'
import { handMade } from '@parley/testkit'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { colouredTerminal, columnsOf, plainTerminal } from '../src/terminal.ts'
import { renderPretty } from '../src/views/pretty.ts'
import { wrapText } from '../src/views/wrap.ts'

const ANALYSIS = handMade(
  'Встреча на мосту\\n\\n«{q1 by=a:Мы готовы открыть дорогу и ждём ответа соседей}», — {c1:сказала} {s1:{a:Анна Хольм}} {t value=2024-05-14:во вторник}. По словам {s2:{a form=title:главы миссии}}, {q2 kind=indirect by=a:в {m kind=organisation:МИД} ответят}.',
  { published: '2024-05-14', publisher: 'Вестник' },
)

test('the whole view', () => {
  expect(renderPretty(ANALYSIS, ENGLISH, plainTerminal(72))).toBe(`made · Вестник · 14 May 2024 · ru

             │ Встреча на мосту
             │
Анна Хольм 1 │ «[1:\u00a0Мы готовы открыть дорогу и ждём ответа соседей]», —
             │ сказала Анна Хольм во вторник. По словам главы миссии,
Анна Хольм 2 │ [2:\u00a0в МИД ответят].

Quotations by speaker 2
────────────────────────────────────────────────────────────────────────
Анна Хольм
  1  Мы готовы открыть дорогу и ждём ответа соседей
     direct · сказала · said 14 May 2024
  2  в МИД ответят
     indirect · said 14 May 2024

What happened 0
────────────────────────────────────────────────────────────────────────
This text tells of no events.

Who is named 2
────────────────────────────────────────────────────────────────────────
Persons
  Анна Хольм   ×2  главы миссии
Organisations
  МИД          ×1

Times 1
────────────────────────────────────────────────────────────────────────
  во вторник  14 May 2024 (2024-05-14)
`)
})

test('a narrow terminal has speakers above their paragraphs', () => {
  const lines = renderPretty(ANALYSIS, ENGLISH, plainTerminal(50)).split('\n')
  const at = lines.indexOf('Анна Хольм 1')
  expect(lines.slice(at, at + 3)).toEqual([
    'Анна Хольм 1',
    'Анна Хольм 2',
    '«[1:\u00a0Мы готовы открыть дорогу и ждём ответа',
  ])
})

test('colour adds nothing to the words', () => {
  const coloured = renderPretty(ANALYSIS, ENGLISH, colouredTerminal(72))
  expect(coloured.replace(/\u001b\[\d+m/g, '')).toBe(renderPretty(ANALYSIS, ENGLISH, plainTerminal(72)))
})

test('a text cannot steer the terminal', () => {
  const evil = handMade('{q1 by=a:a\u001b[2Jb} {a:c\u0007\u202ed}', { id: '\u001b]0;x', publisher: '\u009b1m' })
  expect(renderPretty(evil, ENGLISH, plainTerminal(80))).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202e]/)
})

test('wrapping keeps all words in order and within the width', () => {
  const words = fc.array(
    fc.string({ unit: fc.constantFrom('а', 'b', '—', '日', '\u0301'), minLength: 1, maxLength: 12 }),
    { maxLength: 30 },
  )
  fc.assert(
    fc.property(words, fc.integer({ min: 14, max: 60 }), (list, width) => {
      const text = list.join(' ')
      const lines = wrapText(text, width, plainTerminal(80))
      expect(
        lines
          .join(' ')
          .split(' ')
          .filter(word => columnsOf(word) > 0),
      ).toEqual(list.filter(word => columnsOf(word) > 0))
      // A dash hangs on to the word before it.
      for (const line of lines)
        if (!line.includes(' —')) expect(columnsOf(line)).toBeLessThanOrEqual(Math.max(width, 24))
    }),
  )
})

test.each([
  ['слово', 5],
  ['日本', 4],
  ['e\u0301', 1],
  ['a\u00ad', 1],
  ['😀', 2],
  ['—«»…', 4],
])('%s takes %i columns', (words, columns) => expect(columnsOf(words)).toBe(columns))
