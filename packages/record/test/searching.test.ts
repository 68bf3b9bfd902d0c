import { type Asked, toFilter } from '@parley/service'
import { expect, test } from 'vitest'
import { listPassages, listQuotations, type OpenRecord } from '../src/index.ts'
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
})
