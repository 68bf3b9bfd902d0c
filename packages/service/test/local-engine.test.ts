import { expect, test } from 'vitest'
import type { Job } from '../src/engine/engine.ts'
import { LocalEngine } from '../src/engine/local-engine.ts'

const engine = (threads: number, limit = 1500) =>
  new LocalEngine({
    threads,
    module: new URL('./work-badly.ts', import.meta.url).href,
    data: null,
    groups: ['work'],
    limit: ({ body }) => (body === 'slow but long' ? 60_000 : limit),
  })

const jobs = (...bodies: readonly string[]): Job[] => bodies.map(body => ({ id: body, group: 'work', body }))
const good = Array.from({ length: 500 }, (_, i) => `good ${i}`)

async function run(bodies: readonly string[], threads: number) {
  const working = engine(threads)
  const done: string[] = []
  let most = 0
  try {
    const taking = working.take<string>('done', 50, async taken => {
      most = Math.max(most, taken.length)
      done.push(...taken.map(({ body }) => body))
    })
    for (let i = 0; i < bodies.length; i += 20) await working.put(jobs(...bodies.slice(i, i + 20)))
    await working.drain()
    await taking
    return {
      done: [...new Set(done)].sort(),
      most,
      dead: working.dead('work').map(({ job, reason }) => [job.id, reason]),
    }
  } finally {
    await working.close()
  }
}

test('everything put is taken, in batches', async () => {
  const { done, most, dead } = await run(good, 2)
  expect(done).toEqual([...good].sort())
  expect(most).toBeLessThanOrEqual(50)
  expect(most).toBeGreaterThan(1)
  expect(dead).toEqual([])
})

test.each([
  ['throws', /^it cannot be done$/],
  ['hangs', /^reading it took longer than 2 s$/],
  ['exits', /^the thread that read it ended$/],
] as const)('a job that %s is dead; all others are done', async (bad, reason) => {
  const { done, dead } = await run([...good.slice(0, 60), bad, ...good.slice(60)], 2)
  expect(dead).toEqual([[bad, expect.stringMatching(reason)]])
  expect(done).toEqual([...good].sort())
})

test('a job that may take longer than others is waited for', async () => {
  expect(await run(['slow but long', ...good.slice(0, 5)], 1)).toMatchObject({
    done: expect.arrayContaining(['slow but long']),
    dead: [],
  })
})

test('what a taker throws ends the work and is thrown on', async () => {
  const working = engine(1)
  const taking = working.take('done', 10, async () => {
    throw new Error('the disk is full')
  })
  const putting = working.put(jobs(...good)).then(() => working.drain())
  await expect(Promise.all([taking, putting])).rejects.toThrow('the disk is full')
  await Promise.allSettled([taking, putting])
  await working.close()
})

test('a module that cannot be loaded is said, not waited for', async () => {
  const working = new LocalEngine({
    threads: 1,
    module: 'file:///no/such/module.ts',
    data: null,
    groups: ['work'],
    limit: () => 1000,
  })
  await expect(working.put(jobs(...good)).then(() => working.drain())).rejects.toThrow(/no\/such\/module/)
  await working.close()
})
