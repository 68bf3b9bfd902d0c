import { type Asked, type Chosen, countFacets, listReviewedQuotations, toChosenFilter, toFilter } from '@parley/service'
import { expect, test } from 'vitest'
import {
  listEvents,
  listPassages,
  listQuotations,
  newestHits,
  type OpenRecord,
  rankQuotations,
  relevanceOf,
  sampleQuotations,
  speakerOf,
  valuesOf,
} from '../src/index.ts'
import { onEachEngine } from './engines.ts'
import { kit, readAll, takeIn } from './reports.ts'

const BRIDGES = ['bridge', 'bridge-again', 'bridge-copy']

/** The question -> names of the documents whose statements and passages answer it. Both engines must say the same. */
const CASES: readonly (readonly [Asked, statements: string[], passages: string[]])[] = [
  [{ words: 'автобусы' }, [...BRIDGES, 'talks'], [...BRIDGES, 'talks']],
  [{ words: 'автобусов' }, [...BRIDGES, 'talks'], [...BRIDGES, 'talks']],
  [{ words: 'работу' }, BRIDGES, BRIDGES],
  [{ words: '«две недели»' }, ['talks'], ['talks']],
  [{ words: '«недели две»' }, [], []],
  [{ words: '"двумя неделями" обмен' }, ['talks'], ['talks']],
  [{ words: 'обмены автобус' }, [], ['talks']],
  [{ words: 'ледокол' }, [], []],
  [{ words: '\'; drop table log; -- " OR * ( ) : ^ NEAR §' }, [], []],
  [{ words: 'сроков', from: '2024-01-11', until: '2024-01-11' }, [], ['bridge-again']],
  [{ by: 'Заречный' }, ['talks', 'talks'], []],
  [{ by: 'Вера Лучина', words: 'переносить' }, BRIDGES, []],
  [{ by: 'Вера Лучина', words: 'переносить', source: 'Лента' }, ['bridge-copy'], []],
  [{ words: 'дорога', language: 'en' }, [], []],
  [{ words: 'дороги', source: 'Лента' }, ['note'], ['note']],
]

onEachEngine('searching', ({ make }) => {
  let filled: Promise<OpenRecord> | null = null
  const record = (): Promise<OpenRecord> => {
    filled ??= make().then(async made => {
      await takeIn(made)
      await readAll(made)
      return made
    })
    return filled
  }
  const names = (rows: readonly { name: string }[]): string[] => rows.map(({ name }) => name).sort()

  test.each(CASES)('%j', async (asked, statements, passages) => {
    const filter = toFilter(asked, kit)
    expect(names((await listQuotations(await record(), filter, 100)).rows)).toEqual(statements)
    if (asked.by === undefined) {
      const found = await listPassages(await record(), filter, 100)
      expect([...new Set(names(found.rows))]).toEqual(passages)
    }
  })

  test('by the day of the report, whatever day it is of: statements, passages, events', async () => {
    const all = await listQuotations(await record(), {}, 100)
    const days = all.rows.map(({ published }) => published ?? '').sort()
    const middle = days[Math.floor(days.length / 2)].slice(0, 10)
    const isAsked = ({ published }: { published: string | null }) => (published ?? '').slice(0, 10) === middle
    const of = { reportedFrom: middle, reportedUntil: middle }
    const found = await listQuotations(await record(), of, 100)
    expect(found.rows.length).toBeGreaterThan(0)
    expect(found.rows.length).toBeLessThan(all.rows.length)
    expect(names(found.rows)).toEqual(names(all.rows.filter(isAsked)))
    for (const list of [listPassages, listEvents]) {
      const whole = await list(await record(), {}, 100)
      expect(names((await list(await record(), of, 100)).rows)).toEqual(names(whole.rows.filter(isAsked)))
    }
    const worded = toFilter({ words: 'дороги', reportedFrom: middle }, kit)
    for (const { published } of (await listQuotations(await record(), worded, 100)).rows)
      expect(published! >= middle).toBe(true)
  })

  test('every statement found is the words of its text', async () => {
    const { rows } = await listQuotations(await record(), {}, 100)
    expect(rows.length).toBeGreaterThan(8)
    for (const row of rows) {
      const { text } = await (await record()).db
        .selectFrom('texts')
        .select('text')
        .where('sha256', '=', row.text)
        .executeTakeFirstOrThrow()
      const parts = JSON.parse(row.parts) as [number, number][]
      expect(parts.map(([start, end]) => text.slice(start, end)).join(' … ')).toBe(row.quote)
    }
  })

  test('pages by key hold each row once, the newest first, the undated last', async () => {
    const whole = await listQuotations(await record(), {}, 100)
    const paged = []
    for (let after = null as (typeof whole)['next']; ; ) {
      const page = await listQuotations(await record(), {}, 3, after)
      paged.push(...page.rows)
      if (page.next === null) break
      after = page.next
    }
    expect(paged).toEqual(whole.rows)
    const days = paged.map(({ said }) => said ?? '')
    expect(days).toEqual([...days].sort().reverse())
    expect(days[days.length - 1]).toBe('')
  })

  /** Words -> documents and first words of what answers best, in order. Both engines must say the same. */
  test.each<[string, [document: string, begins: string][]]>([
    [
      'автобусы',
      [
        ['talks', 'списки согласованы'],
        ['bridge-copy', 'по новому мосту'],
        ['bridge-again', 'по новому мосту'],
        ['bridge', 'по новому мосту'],
      ],
    ],
    ['«две недели»', [['talks', 'Обмен пройдёт']]],
    ['ледокол', []],
  ])('%s: what answers best comes first, equals newest first', async (words, expected) => {
    const filter = toFilter({ words }, kit)
    const { rows } = await rankQuotations(await record(), filter, 100)
    expect(rows.map(({ name, quote }, i) => [name, quote.slice(0, expected[i]?.[1].length)])).toEqual(expected)
    for (const { score, quote } of rows) expect(score).toBe(relevanceOf(words.includes(' ') ? 2 : 1, quote.length))
    const paged = []
    for (let after = null as Awaited<ReturnType<typeof rankQuotations>>['next']; ; ) {
      const page = await rankQuotations(await record(), filter, 1, after)
      paged.push(...page.rows)
      if (page.next === null) break
      after = page.next
    }
    expect(paged).toEqual(rows)
    expect(rows.map(({ n }) => n).sort()).toEqual(
      (await listQuotations(await record(), filter, 100)).rows.map(({ n }) => n).sort(),
    )
  })

  /** Each facet's counts are what choosing that value would leave, whatever else is chosen. */
  test.each<Chosen>([
    {},
    { speaker: ['Пётр Заречный'] },
    { kind: ['direct'], publisher: ['Лента', 'Голос берега'] },
    { year: ['2024'], act: ['deny'] },
    { language: ['en'] },
    { speaker: ['nobody'] },
  ])('facets chosen: %j', async chosen => {
    const count = async (of: Chosen) =>
      (await listQuotations(await record(), toChosenFilter({}, of, kit), 100)).rows.length
    const { total, facets } = await countFacets(await record(), kit, {}, chosen)
    expect(total).toBe(await count(chosen))
    for (const { facet, values, isWhole } of facets) {
      expect(isWhole).toBe(true)
      for (const { value, count: told } of values)
        expect([facet, value, told]).toEqual([facet, value, await count({ ...chosen, [facet]: [value] })])
      const picked = chosen[facet] ?? []
      expect(values.map(({ value }) => value)).toEqual(expect.arrayContaining([...picked]))
    }
  })

  /** Hits of words are kept while nothing changes: for the pages that follow, the other order, the counts beside them. */
  test.each(['date', 'relevance'] as const)('pages of what is found by words, by %s, and their counts', async sort => {
    const filter = toFilter({ words: 'автобусы' }, kit)
    const asked = { ...filter, sort }
    const whole = await listReviewedQuotations(await record(), asked, 100)
    const list = sort === 'date' ? listQuotations : rankQuotations
    expect(whole.rows.map(({ n }) => n)).toEqual((await list(await record(), filter, 100)).rows.map(({ n }) => n))
    const paged = []
    for (let after = null as (typeof whole)['next']; ; ) {
      const page = await listReviewedQuotations(await record(), asked, 1, after)
      paged.push(...page.rows)
      if (page.next === null) break
      after = page.next
    }
    expect(paged).toEqual(whole.rows)
    expect(whole.rows.length).toBeGreaterThan(2)
    expect((await countFacets(await record(), kit, { words: 'автобусы' }, {})).total).toBe(whole.rows.length)
  })

  test('of hits that are known the same is read as of a question', async () => {
    const filter = toFilter({ words: 'автобусы' }, kit)
    const values = await valuesOf(await record(), await newestHits(await record(), filter, 100))
    expect(values.length).toBeGreaterThan(2)
    expect(values).toEqual(await sampleQuotations(await record(), filter, 100))
  })

  test('a speaker is chosen by name, a filter by many documents as by few', async () => {
    const { rows } = await listQuotations(await record(), { speakers: ['Вера Лучина'], publishers: ['Лента'] }, 100)
    expect(new Set(rows.map(speakerOf))).toEqual(new Set(['Вера Лучина']))
    expect(new Set(rows.map(({ publisher }) => publisher))).toEqual(new Set(['Лента']))
  })
})
