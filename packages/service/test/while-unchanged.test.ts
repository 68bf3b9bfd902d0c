/** Costly answers are kept as long as the record's change log does not grow, and no longer. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beginImport, decide, makeRecord, type OpenRecord } from '@parley/record'
import { searchUnchanged, whileSameReadings, whileUnchanged } from '@parley/service'
import { afterAll, beforeAll, expect, test } from 'vitest'

const AT = '2026-01-02T03:04:05Z'
const folder = mkdtempSync(join(tmpdir(), 'parley-unchanged-'))
let record: OpenRecord
beforeAll(async () => {
  record = await makeRecord(join(folder, 'record'))
})
afterAll(async () => {
  await record.close()
  rmSync(folder, { recursive: true })
})

let made = 0
const answer = async (): Promise<number> => ++made

test('the same question is answered once, each other one for itself', async () => {
  const first = await whileUnchanged(record, 'a', answer)
  expect(await whileUnchanged(record, 'a', answer)).toBe(first)
  expect(await whileUnchanged(record, 'b', answer)).toBe(first + 1)
})

test('a link of the log, by whatever connection, asks for a new answer', async () => {
  const before = await whileUnchanged(record, 'a', answer)
  const other = await makeRecord(join(folder, 'record'))
  await beginImport(other, 'somebody', AT, ['report.txt'])
  await other.close()
  expect(await whileUnchanged(record, 'a', answer)).toBeGreaterThan(before)
})

test('a decision asks anew for what depends on decisions, and for nothing else', async () => {
  const all = await whileUnchanged(record, 'a', answer)
  const readings = await whileSameReadings(record, 'a', answer)
  await decide(
    record,
    'somebody',
    AT,
    { kind: 'assess', target: 'north/1a', value: { status: 'progress', pam: 1, on: '2026-01-01', evidence: [] } },
    'seen on the road',
  )
  expect(await whileUnchanged(record, 'a', answer)).toBeGreaterThan(all)
  expect(await whileSameReadings(record, 'a', answer)).toBe(readings)
  await beginImport(record, 'somebody', AT, ['another.txt'])
  expect(await whileSameReadings(record, 'a', answer)).toBeGreaterThan(readings)
})

test('what failed is asked again', async () => {
  const fail = () => Promise.reject(new Error('a disk out of reach'))
  await expect(whileUnchanged(record, 'c', fail)).rejects.toThrow('a disk out of reach')
  expect(await whileUnchanged(record, 'c', async () => 'there')).toBe('there')
})

test('of very many questions the oldest are let go', async () => {
  const first = await whileUnchanged(record, 'first', answer)
  for (let i = 0; i < 100; i++) await whileUnchanged(record, `question ${i}`, answer)
  expect(await whileUnchanged(record, 'first', answer)).toBeGreaterThan(first)
})

test('very many searches drive out no view', async () => {
  const view = await whileUnchanged(record, 'view', answer)
  const first = await searchUnchanged(record, 'first', answer)
  expect(await searchUnchanged(record, 'first', answer)).toBe(first)
  for (let i = 0; i < 300; i++) await searchUnchanged(record, `search ${i}`, answer)
  expect(await searchUnchanged(record, 'first', answer)).toBeGreaterThan(first)
  expect(await whileUnchanged(record, 'view', answer)).toBe(view)
})
