import { afterAll, expect, test } from 'vitest'
import { parley, Workshop } from './run.ts'

const TEXT = 'Премьер Марта Линден заявила, что дорога открыта.\n'
const shop = new Workshop()
const report = shop.put('report.txt', TEXT)
afterAll(() => shop.clear())

test('what was found at a place, with rule and offsets', async () => {
  const inside = TEXT.indexOf('дорога')
  const { code, stdout } = await parley(['explain', report, String(inside)])
  expect(code).toBe(0)
  expect(stdout).toContain('indirect quotation 1')
  expect(stdout).toContain(`${inside}–${TEXT.indexOf('.')} · rule `)
  const cue = await parley(['explain', report, String(TEXT.indexOf('заявила'))])
  expect(cue.stdout).toContain('cue of indirect quotation 1')
})

test('nothing found is said', async () => {
  const quiet = shop.put('quiet.txt', 'Тихо, тихо было\n\nи ещё тише стало.')
  const { stdout } = await parley(['explain', quiet, '5'])
  expect(stdout).toMatch(/zone|Nothing was found here/)
})

test('one document at a time', async () => {
  const two = shop.put('two.jsonl', `{"id":"a","text":"Тишина была"}\n{"id":"b","text":"Тишина была"}\n`)
  expect(await parley(['explain', two, '0'])).toMatchObject({
    code: 2,
    stderr: expect.stringContaining('holds several'),
  })
})
