import { makeMatrix, matrixClaims } from '@parley/core'
import type { StatusReport } from '@parley/service'
import { handMade, SAMPLE_DOSSIER } from '@parley/testkit'
import { ENGLISH_STATUS } from '@parley/views'
import { expect, test } from 'vitest'
import { colouredTerminal, plainTerminal } from '../src/terminal.ts'
import { renderStatus } from '../src/views/status.ts'

const REPORT = reportOf([
  [
    'Президент {a ref=p1:Ана Первая} сказала, что {k1 stipulation=pass-2022/2 assertion=fulfilled by=a:техника отведена}, а {k1 stipulation=pass-2022/1 assertion=fulfilled by=a general=yes:всё остальное выполнено}.',
    '2022-05-10',
  ],
  [
    'Министр {b ref=p3:Си Третий} ответил: {k1 stipulation=pass-2022/2 assertion=breached by=b:техника стоит на месте}. {n:Политолог} считает, что {k1 stipulation=pass-2022/3a assertion=not-begun by=n:дорогу не начинали}.',
    '2022-05-11',
  ],
  [
    'Огонь {k1 stipulation=pass-2022/1 assertion=fulfilled:прекращён}, но {k1 stipulation=pass-2022/1 assertion=breached:стреляли дважды}. {k1 stipulation=pass-2022/3b assertion=progress said=undated by=b:Обмен идёт}, {b ref=vel:Велория}.',
    '2022-05-12',
  ],
])

function reportOf(documents: readonly (readonly [line: string, published: string])[]): StatusReport {
  const analyses = documents.map(([line, published], at) => handMade(line, { id: `report-${at + 1}`, published }))
  const claims = analyses.flatMap(analysis => matrixClaims(analysis, SAMPLE_DOSSIER))
  return {
    format: 'parley/status@1',
    reader: { version: '0.1.0', languages: 'f', dossier: 'd' },
    asOf: '2022-06-01',
    months: null,
    documents: analyses.map(({ document }) => document),
    matrices: [makeMatrix(SAMPLE_DOSSIER, claims, { asOf: '2022-06-01' })],
  }
}

test('80 columns: duties above their cells', () => {
  expect(renderStatus(REPORT, ENGLISH_STATUS, plainTerminal(80))).toMatchInlineSnapshot(`
    "The statement on the pass
    as of 1 Jun 2022 · 3 documents · 7 claims. A mark is a claim, not a fact.

    Statement on the pass · signed 9 Mar 2022
        Finding        Ardania        Veloria        Galdia         Press
    ──────────────────────────────────────────────────────────────────────────────
    1   Ceasefire · Ardania, Veloria · continuing
        ≠ contested    [fulfilled]    ·              ·              ● fulfilled
        2 voices       10 May 2022                                  ✕ breached
                                                                    same day
                                                                    12 May 2022
    2   Heavy weapons withdrawn · Ardania, Veloria · due 8 May 2022, was 8 Apr
        2022
        ≠ contested    ● fulfilled    ✕ breached     ·              ·
        ⚑ overdue      10 May 2022    11 May 2022
        2 voices
    3a  Railway over the pass · Veloria · due 1 Oct 2023 · unknown · +1 other
    3b  Detained persons exchanged · Ardania, Veloria
        · unknown      ·              ◐ progress?    ·              ·
        +1 undated                    undated

    The words
    ────────────────────────────────────────────────────────────────────────────────
    pass-2022/1 Ceasefire · One voice contradicts itself on one day: contested
      Ardania: [fulfilled] · Ана Первая, president · 10 May 2022 · report-1:54–77
        Президент Ана Первая сказала, что техника отведена, а [всё остальное
        выполнено].
      Press: ● fulfilled · the document itself · 12 May 2022 · report-3:6–15
        Огонь [прекращён], но стреляли дважды. Обмен идёт, Велория.
      Press: ✕ breached · the document itself · 12 May 2022 · report-3:20–35
        Огонь прекращён, но [стреляли дважды]. Обмен идёт, Велория.
    pass-2022/2 Heavy weapons withdrawn · One voice says fulfilled or progress,
      another not begun, halted or breached: contested
      Ardania: ● fulfilled · Ана Первая, president · 10 May 2022 · report-1:34–50
        Президент Ана Первая сказала, что [техника отведена], а всё остальное
        выполнено.
      Veloria: ✕ breached · Си Третий, defence minister · 11 May 2022 ·
        report-2:27–49
        Министр Си Третий ответил: [техника стоит на месте]. Политолог считает, что
        дорогу не начинали.
    pass-2022/3a Railway over the pass · No voice that counts has spoken: unknown
      other: ⊖ not begun · Политолог · 11 May 2022 · not counted · report-2:74–92
        …Си Третий ответил: техника стоит на месте. Политолог считает, что [дорогу
        не начинали].
    pass-2022/3b Detained persons exchanged · No voice that counts has spoken:
      unknown
      Veloria: ◐ progress · Велория · undated · report-3:37–47
        Огонь прекращён, но стреляли дважды. [Обмен идёт], Велория.
    "
  `)
})

test('120 columns: duties in a column of their own', () => {
  const page = renderStatus(REPORT, ENGLISH_STATUS, plainTerminal(120))
  expect(page.slice(0, page.indexOf('The words'))).toMatchInlineSnapshot(`
    "The statement on the pass
    as of 1 Jun 2022 · 3 documents · 7 claims. A mark is a claim, not a fact.

    Statement on the pass · signed 9 Mar 2022
    Point and duty                               Finding        Ardania        Veloria        Galdia         Press
    ───────────────────────────────────────────────────────────────────────────────────────────────────────────────────────
    1   Ceasefire                                ≠ contested    [fulfilled]    ·              ·              ● fulfilled
        Ardania, Veloria · continuing            2 voices       10 May 2022                                  ✕ breached
                                                                                                             same day
                                                                                                             12 May 2022
    2   Heavy weapons withdrawn                  ≠ contested    ● fulfilled    ✕ breached     ·              ·
        Ardania, Veloria · due 8 May 2022, was 8 ⚑ overdue      10 May 2022    11 May 2022
        Apr 2022                                 2 voices
    3a  Railway over the pass                    · unknown      ·              ·              ·              ·
        Veloria · due 1 Oct 2023                 +1 other
    3b  Detained persons exchanged               · unknown      ·              ◐ progress?    ·              ·
        Ardania, Veloria                         +1 undated                    undated

    "
  `)
})

test('40 columns: what each voice says on a line of its own', () => {
  const page = renderStatus(REPORT, ENGLISH_STATUS, plainTerminal(40))
  expect(page.slice(0, page.indexOf('The words'))).toMatchInlineSnapshot(`
    "The statement on the pass
    as of 1 Jun 2022 · 3 documents · 7
    claims. A mark is a claim, not a fact.

    Statement on the pass · signed 9 Mar
    2022
    ────────────────────────────────────────
    1   Ceasefire · Ardania, Veloria ·
        continuing
        ≠ contested · 2 voices
          Ardania [fulfilled] ·
            10 May 2022
          Press ● fulfilled · ✕ breached ·
            same day · 12 May 2022
    2   Heavy weapons withdrawn ·
        Ardania, Veloria · due 8 May 2022,
        was 8 Apr 2022
        ≠ contested · ⚑ overdue · 2 voices
          Ardania ● fulfilled ·
            10 May 2022
          Veloria ✕ breached · 11 May 2022
    3a  Railway over the pass · Veloria
        · due 1 Oct 2023
        · unknown · +1 other
    3b  Detained persons exchanged ·
        Ardania, Veloria
        · unknown · +1 undated
          Veloria ◐ progress? · undated

    "
  `)
})

test.each([32, 40, 60, 72, 80, 100, 120, 160])('nothing stands out of %i columns, coloured or not', width => {
  const plain = renderStatus(REPORT, ENGLISH_STATUS, plainTerminal(width))
  expect(Math.max(...plain.split('\n').map(line => line.length))).toBeLessThanOrEqual(width)
  const coloured = renderStatus(REPORT, ENGLISH_STATUS, colouredTerminal(width))
  expect(coloured.replace(/\u001b\[[\d;]*m/g, '')).toBe(plain)
})

test('control characters of a text and of a name do not reach the terminal', () => {
  const evil = reportOf([
    ['{n:a\u001b[2J} {k1 stipulation=pass-2022/1 assertion=fulfilled by=n:b\u0007\u202ec}', '2022-05-01'],
  ])
  expect(renderStatus(evil, ENGLISH_STATUS, plainTerminal(80))).not.toMatch(/[\u0007\u001b\u202e]/)
})
