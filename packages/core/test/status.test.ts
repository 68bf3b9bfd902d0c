import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { type Assertion, findStatus, STATUS_RULE, type StatusCell, type StatusClaim } from '../src/index.ts'

const [header, ...lines] = readFileSync(new URL('../../../gold/status.tsv', import.meta.url), 'utf8')
  .split('\n')
  .filter(line => line !== '' && !line.startsWith('#'))
  .map(line => line.split('\t'))
const cases = lines.map(cells => Object.fromEntries(header.map((name, i) => [name, cells[i]])))

/** `arm 2020-12-01 (fulfilled)` */
function claimOf(words: string): StatusClaim {
  const [voice, said, assertion] = words.split(' ')
  return {
    voice: voice === '-' ? null : voice,
    said: said === 'undated' ? null : said,
    assertion: assertion.replace(/[()]/g, '') as Assertion,
    general: assertion.startsWith('('),
  }
}

/** `due 2020-11-15, 2020-11-25 since 2020-11-15, continuing` */
function dutyOf(words: string) {
  const parts = list(words)
  const amendments = parts
    .map(part => part.split(' since '))
    .filter(part => part.length === 2)
    .map(([due, since]) => ({ due: due === 'none' ? null : due, since, source: 'src-1' }))
  const due = parts.find(part => part.startsWith('due '))?.slice('due '.length) ?? null
  return { due, amendments, continuing: parts.includes('continuing') }
}

function list(words: string): string[] {
  return words === '' ? [] : words.split(', ')
}

function showCell(cell: StatusCell): string {
  const assertions = cell.claims.map(claim => claim.assertion).join('|')
  const shown = cell.general ? `(${assertions})` : assertions
  const undated = cell.undated.length > 0 ? `+${cell.undated.length}` : ''
  return [cell.voice, shown, cell.sameDay ? 'same-day' : '', undated].filter(word => word !== '').join(' ')
}

test.each(cases)('$case', row => {
  const [asOf, , months] = row['as of'].split(' ')
  const status = findStatus(dutyOf(row.duty), list(row.claims).map(claimOf), {
    asOf,
    months: months === undefined ? null : Number(months),
    voices: ['arm', 'aze', 'rus', 'press'],
  })
  const finding = [
    `${status.finding} ${status.voices}`,
    status.general ? 'general' : '',
    status.overdue ? 'overdue' : '',
    status.others.length > 0 ? `others ${status.others.length}` : '',
  ]
  expect({
    finding: finding.filter(word => word !== '').join(' '),
    cells: status.cells.map(showCell).join(', '),
    line: status.line,
    overdue: status.overdueLine,
  }).toEqual({
    finding: row.finding,
    cells: row.cells,
    line: `finding/${row.line}`,
    overdue: `overdue/${row.overdue}`,
  })
})

test('every line of the rule decides in some case', () => {
  const decided = new Set<string>()
  for (const row of cases) {
    decided.add(`finding/${row.line}`)
    decided.add(`overdue/${row.overdue}`)
    const status = findStatus(dutyOf(row.duty), list(row.claims).map(claimOf), { asOf: '2021-01-01', voices: ['arm'] })
    for (const cell of status.cells) decided.add(cell.line)
  }
  // A silent voice has no cell: its line is shown beside the empty place of the matrix.
  expect(STATUS_RULE.map(line => line.id).filter(id => !decided.has(id))).toEqual(['cell/silent'])
})

test('the order of claims changes nothing', () => {
  for (const row of cases) {
    const claims = list(row.claims).map(claimOf)
    const [asOf] = row['as of'].split(' ')
    const there = findStatus(dutyOf(row.duty), claims, { asOf })
    const back = findStatus(dutyOf(row.duty), claims.toReversed(), { asOf })
    expect(back.finding).toBe(there.finding)
    expect(back.cells.map(showCell)).toEqual(there.cells.map(showCell))
  }
})

test('a mistake in our own code is thrown, with the value', () => {
  const duty = { due: null, amendments: [], continuing: false }
  const claim: StatusClaim = { voice: 'arm', said: '2020-12', assertion: 'fulfilled', general: false }
  expect(() => findStatus(duty, [], { asOf: '2021' })).toThrow("asOf '2021' is no day")
  expect(() => findStatus(duty, [claim], { asOf: '2021-01-01' })).toThrow("said '2020-12' is no day")
  expect(() => findStatus(duty, [], { asOf: '2021-01-01', months: 0 })).toThrow('months 0')
})
