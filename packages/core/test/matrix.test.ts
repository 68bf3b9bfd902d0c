import { handMade, SAMPLE_DOSSIER } from '@parley/testkit'
import { describe, expect, test } from 'vitest'
import { findClaimants, type Matrix, type MatrixOptions, makeMatrix, matrixClaims } from '../src/index.ts'

/** `{a ref=p1:…}` names a claimant, `{k by=a …:…}` is a claim on a stipulation of the sample dossier. */
function matrixOf(lines: readonly string[], options: Partial<MatrixOptions> & { publisher?: string } = {}): Matrix {
  const { publisher = null, ...rest } = options
  const claims = lines.flatMap((line, at) =>
    matrixClaims(handMade(line, { id: `d${at + 1}`, published: '2022-05-01', publisher }), SAMPLE_DOSSIER),
  )
  return makeMatrix(SAMPLE_DOSSIER, claims, { asOf: '2022-12-31', ...rest })
}

/** One line a row that somebody spoke of: `2 contested 2 overdue: ard fulfilled 2022-05-01; …`. */
function show({ agreements }: Matrix): string[] {
  return agreements.flatMap(({ rows }) =>
    rows
      .filter(row => row.cells.length > 0 || row.others.length > 0)
      .map(row => {
        const cells = row.cells.map(({ voice, assertion, said, general, sameDay, undated, claims }) => {
          const words = sameDay ? claims.map(at => row.claims[at].assertion).join('|') : (assertion ?? '')
          const shown = general ? `(${words})` : words
          const more = undated.length === 0 ? '' : `+${undated.length}`
          return [voice, shown, said ?? '', more].filter(word => word !== '').join(' ')
        })
        const others = row.others.map(at => `${row.claims[at].claimant.name} ${row.claims[at].assertion}`)
        const head = [row.id.split('/')[1], row.finding, row.voices, row.overdue ? 'overdue' : '']
        return `${head.filter(word => word !== '').join(' ')}: ${[...cells, ...others].join('; ')}`
      }),
  )
}

const claim = (stipulation: string, assertion: string, more = ''): string =>
  `{k stipulation=pass-2022/${stipulation} assertion=${assertion}${more}:слова}`

describe('whose voice a claimant is', () => {
  test.each([
    ['the document itself', '{k1 stipulation=x assertion=progress:да}', 'press press'],
    ['a person by a role held that day', '{a ref=p1:А} {k1 by=a:да}', 'ard role president'],
    ['the same person once the role has ended', '{a ref=p1:А} {k1 by=a said=2022-06-01:да}', 'other nobody'],
    ['who holds it after', '{a ref=p2:Б} {k1 by=a said=2022-06-01:да}', 'ard role president'],
    ['who did not hold it yet', '{a ref=p2:Б} {k1 by=a:да}', 'other nobody'],
    ['a role in a body of a party', '{a ref=p3:В} {k1 by=a:да}', 'vel role defence-minister'],
    ['a role in a body that is nobody’s voice', '{a ref=p5:Д} {k1 by=a:да}', 'other nobody'],
    ['roles that lead to two voices', '{a ref=p4:Г} {k1 by=a:да}', 'other several'],
    ['a party', '{a ref=gal kind=country:Галдия} {k1 by=a:да}', 'gal party'],
    ['a monitor', '{a ref=mission kind=organisation:Миссия} {k1 by=a:да}', 'mission body'],
    ['a ministry', '{a ref=vel-mod kind=organisation:Минобороны} {k1 by=a:да}', 'vel body'],
    ['someone whom no dossier knows', '{a:Некто} {k1 by=a:да}', 'other nobody'],
    ['undated words of a person with one voice', '{a ref=p3:В} {k1 by=a said=undated:да}', 'vel role defence-minister'],
  ])('%s', (_, line, expected) => {
    const analysis = handMade(line, { published: line.includes('undated') ? null : '2022-05-01' })
    const { voice, because, role } = findClaimants(analysis, SAMPLE_DOSSIER)(analysis.claims[0])
    expect([voice ?? 'other', because, role?.office].filter(word => word !== undefined).join(' ')).toBe(expected)
  })

  test.each([
    ['Голос Велории', 'vel'],
    ['Миссия наблюдателей', 'mission'],
    ['Republic of Ardania', 'ard'],
    ['Ardania', 'press'],
    ['Вестник', 'press'],
  ])('a document published by %s', (publisher, voice) => {
    const row = voice === 'press' ? 'reported 1: press progress' : `progress 1: ${voice} progress`
    expect(show(matrixOf([claim('1', 'progress')], { publisher }))).toEqual([`1 ${row} 2022-05-01`])
  })
})

test('rows, cells and findings of several documents', () => {
  const documents = [
    `{a ref=p1:А} {b ref=p3:Б} ${claim('2', 'fulfilled', ' by=a')} ${claim('2', 'breached', ' by=b')}`,
    `{b ref=p3:Б} ${claim('3b', 'progress', ' by=b said=2022-03-20')} ${claim('3b', 'fulfilled', ' by=b')}`,
    `{a ref=p1:А} ${claim('3b', 'fulfilled', ' by=a general=yes')} ${claim('1', 'fulfilled')} ${claim('1', 'breached')}`,
    `{n:Политолог} ${claim('3a', 'not-begun', ' by=n')} {b ref=vel:Б} ${claim('3a', 'planned', ' by=b said=undated')}`,
  ]
  const expected = [
    '1 contested 1: press fulfilled|breached 2022-05-01',
    '2 contested 2 overdue: ard fulfilled 2022-05-01; vel breached 2022-05-01',
    '3a unknown 0: vel +1; Политолог not-begun',
    '3b fulfilled 2: ard (fulfilled) 2022-05-01; vel fulfilled 2022-05-01',
  ]
  expect(show(matrixOf(documents))).toEqual(expected)
  const rows = matrixOf(documents).agreements[0].rows
  expect(rows.map(row => row.id)).toEqual(['1', '2', '3a', '3b'].map(id => `pass-2022/${id}`))
  expect(rows[1]).toMatchObject({ due: '2022-05-08', dueFirst: '2022-04-08', line: 'finding/contested' })
  // What was said before stays in the row, though it decides nothing any more.
  expect(rows[3].claims.map(({ said, assertion }) => `${said} ${assertion}`)).toEqual([
    '2022-03-20 progress',
    '2022-05-01 fulfilled',
    '2022-05-01 fulfilled',
  ])
})

test('the order of the documents is of no account', () => {
  const lines = ['1', '2', '3a', '3b'].flatMap(id => ['fulfilled', 'breached'].map(word => claim(id, word)))
  const claims = lines.flatMap((line, at) =>
    matrixClaims(handMade(line, { id: `d${at}`, published: '2022-05-01' }), SAMPLE_DOSSIER),
  )
  const options = { asOf: '2022-12-31' }
  expect(makeMatrix(SAMPLE_DOSSIER, claims.toReversed(), options)).toEqual(makeMatrix(SAMPLE_DOSSIER, claims, options))
})

test('as of an earlier day later claims do not exist; within a window older ones do not', () => {
  const documents = [
    `${claim('2', 'planned', ' said=2022-03-10')} ${claim('2', 'progress', ' said=2022-04-20')} ${claim('2', 'fulfilled')}`,
  ]
  expect(show(matrixOf(documents))).toEqual(['2 reported 1: press fulfilled 2022-05-01'])
  const before = matrixOf(documents, { asOf: '2022-04-30' })
  expect(show(before)).toEqual(['2 reported 1: press progress 2022-04-20'])
  expect(before.later).toBe(1)
  expect(show(matrixOf(documents, { asOf: '2022-06-30', months: 2 }))).toEqual([
    '2 reported 1: press fulfilled 2022-05-01',
  ])
  expect(show(matrixOf(documents, { asOf: '2022-09-30', months: 2 }))).toEqual([])
})

test('the order of the voices is a setting, the rows are a choice', () => {
  const order = (first: string[] = []) => matrixOf([], { order: first }).voices.map(({ id }) => id)
  expect(order()).toEqual(['ard', 'vel', 'gal', 'mission', 'press'])
  expect(order(['press', 'vel'])).toEqual(['press', 'vel', 'ard', 'gal', 'mission'])
  expect(() => order(['bel'])).toThrow("'bel' is no voice of pass-2022: ")
  const rows = matrixOf([], { rows: ({ id }) => id.startsWith('pass-2022/3') }).agreements[0].rows
  expect(rows.map(({ id }) => id)).toEqual(['pass-2022/3a', 'pass-2022/3b'])
  expect(matrixOf([], { rows: () => false }).agreements).toEqual([])
})

test('evidence is the exact words with what stands around them in the paragraph', () => {
  const line = `Выше.\\n{a ref=p1:Глава} сообщил: ${claim('1', 'fulfilled', ' by=a')} и ушёл.\\nНиже.`
  const analysis = handMade(line)
  const [{ evidence, claimant }] = matrixClaims(analysis, SAMPLE_DOSSIER)
  expect(evidence).toMatchObject({ quote: 'слова', before: 'Глава сообщил: ', after: ' и ушёл.', document: 'made' })
  expect(analysis.text.slice(evidence.start, evidence.end)).toBe(evidence.quote)
  expect(claimant.name).toBe('Глава')
  const long = handMade(`${'много слов '.repeat(100)}${claim('1', 'fulfilled')}${' и ещё'.repeat(100)}`)
  const around = matrixClaims(long, SAMPLE_DOSSIER)[0].evidence
  expect(around.before).toMatch(/^(?:много|слов) .{200,240}$/)
  expect(around.after).toMatch(/^ .{200,240}(?:и|ещё)$/)
})

test('claims on stipulations of other dossiers are left to those', () => {
  const analysis = handMade('{k stipulation=other/1 assertion=fulfilled:да}')
  expect(matrixClaims(analysis, SAMPLE_DOSSIER)).toEqual([])
})
