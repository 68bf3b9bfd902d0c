import { ENGLISH_STATUS } from '@parley/views'
import { expect, test } from 'vitest'
import { statusCsv, timelineCsv } from '../src/index.ts'
import { STATUS, TIMELINE } from './support/reports.ts'

/** Rows as objects; the cells of these reports hold no quotation marks. */
function table(csv: string): Record<string, string>[] {
  const [head, ...rows] = csv
    .trimEnd()
    .split('\r\n')
    .map(line => line.split(','))
  return rows.map(cells => Object.fromEntries(head.map((name, at) => [name, cells[at]])))
}

test('the matrix: a row a stipulation, four columns a voice', () => {
  const rows = table(statusCsv(STATUS, ENGLISH_STATUS))
  expect(rows.map(row => `${row.stipulation} ${row.finding} ${row.voices} ${row.overdue}`)).toEqual([
    'pass-2022/1 contested 2 false',
    'pass-2022/2 contested 2 true',
    'pass-2022/3a unknown 0 false',
    'pass-2022/3b unknown 0 false',
  ])
  expect(rows[0]).toMatchObject({
    ard: '[fulfilled]',
    ard_said: '2022-05-10',
    ard_words: 'остальное выполнено',
    press: 'fulfilled | breached',
    press_words: 'прекращён | стреляли дважды',
  })
  expect(rows[1]).toMatchObject({
    due: '2022-05-08',
    due_first: '2022-04-08',
    line: 'finding/contested',
    vel: 'breached',
  })
  expect(rows[2].others).toMatch(/^Политолог: 2022-05-11 not-begun «дорогу не начинали» b:\d+-\d+$/)
  expect(rows[3].undated).toMatch(/^vel: progress «Обмен идёт» c:\d+-\d+$/)
})

test('the timeline: a row an event or a statement', () => {
  const rows = table(timelineCsv(TIMELINE))
  expect(
    rows.map(({ kind, first_day, type, status, background, words }) =>
      [kind, first_day, type, status, background, words].join(' '),
    ),
  ).toEqual([
    'event 2021-01-01 AID ongoing true Помощь',
    'event 2022-05-09 CONSULT occurred false Встреча',
    'statement 2022-05-11 deny   техника стоит',
  ])
  expect(rows[2].stipulations).toBe('pass-2022/2')
})
