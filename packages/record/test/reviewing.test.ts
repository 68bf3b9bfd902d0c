import { expect, test } from 'vitest'
import {
  agreementOnAssessments,
  agreementOnItems,
  decide,
  listDecisions,
  listQuotations,
  type OpenRecord,
  parseItemKey,
  quotationKey,
  reviewState,
  undoDecision,
  verifyRecord,
} from '../src/index.ts'
import { onEachEngine } from './engines.ts'
import { AT, readAll, takeIn } from './reports.ts'

onEachEngine('reviewing', ({ make }) => {
  const filled = async (): Promise<{ record: OpenRecord; keys: string[] }> => {
    const record = await make()
    await takeIn(record)
    await readAll(record)
    const { rows } = await listQuotations(record, {}, 100)
    return { record, keys: rows.map(quotationKey) }
  }
  const state = async (record: OpenRecord, target: string) => reviewState(await listDecisions(record.db, { target }))

  test('decisions stand side by side, and one that is undone stands no more', async () => {
    const { record, keys } = await filled()
    expect(await state(record, keys[0])).toBe('open')
    await decide(record, 'Анна', AT, { kind: 'accept', target: keys[0] })
    expect(await state(record, keys[0])).toBe('accepted')
    const second = await decide(record, 'Борис', AT, { kind: 'reject', target: keys[0] }, 'слова другого')
    expect(await state(record, keys[0])).toBe('disputed')
    const undoing = await undoDecision(record, 'Борис', AT, second, 'ошибся')
    expect(await state(record, keys[0])).toBe('accepted')
    await expect(undoDecision(record, 'Борис', AT, second, null)).rejects.toThrow('is undone already')
    await undoDecision(record, 'Борис', AT, undoing, 'всё же нет')
    expect(await state(record, keys[0])).toBe('disputed')
    expect((await listDecisions(record.db, { all: true })).map(({ kind }) => kind)).toEqual([
      'accept',
      'reject',
      'undo',
      'undo',
    ])
    expect((await verifyRecord(record)).faults).toEqual([])
  })

  test('decisions outlive a new reading', async () => {
    const { record, keys } = await filled()
    await decide(record, 'Анна', AT, { kind: 'correct', target: keys[1], value: { speaker: 'Никто' } })
    await readAll(record, '9.9.9')
    const { rows } = await listQuotations(record, {}, 100)
    expect(rows.map(quotationKey)).toContain(keys[1])
    expect(await listDecisions(record.db, { target: keys[1] })).toMatchObject([
      { seq: 1, by: 'Анна', kind: 'correct', value: { speaker: 'Никто' }, undone: null },
    ])
    expect((await verifyRecord(record)).faults).toEqual([])
  })

  test('a decision somebody changed is named', async () => {
    const { record, keys } = await filled()
    await decide(record, 'Анна', AT, { kind: 'accept', target: keys[0] })
    await record.db.updateTable('decisions').set({ by: 'Борис' }).execute()
    expect((await verifyRecord(record)).faults).toMatchObject([{ where: 'decision 1' }])
    await record.db.updateTable('decisions').set({ by: 'Анна', undone: 1 }).execute()
    expect((await verifyRecord(record)).faults).toMatchObject([{ where: 'decision 1' }])
    await record.db.deleteFrom('decisions').execute()
    expect((await verifyRecord(record)).faults).toMatchObject([
      { where: 'decision 1', what: expect.stringMatching('gone') },
    ])
  })

  test('what cannot be decided is refused', async () => {
    const { record, keys } = await filled()
    const refuse = (verdict: Parameters<typeof decide>[3], why: string | null = null) =>
      expect(decide(record, 'Анна', AT, verdict, why)).rejects
    const [target] = keys
    await refuse({ kind: 'accept', target: 'x' }).toThrow('x names no item')
    await refuse({ kind: 'accept', target: target.replace(/\d+$/, '99999') }).toThrow('there is no item')
    await refuse({ kind: 'correct', target, value: { quote: 'другое' } }).toThrow('quote is no field')
    await refuse({ kind: 'correct', target, value: { said: 'вчера' } }).toThrow('вчера is no day')
    await refuse({ kind: 'correct', target, value: { words: '5-2' } }).toThrow('no place of words')
    await refuse({ kind: 'correct', target, value: { words: '0-999999' } }).toThrow('no place of words')
    await refuse({ kind: 'merge', target, value: { with: target } }).toThrow('only events')
    const value = { status: 'progress', pam: 1, on: '2024-01-01', evidence: [target] } as const
    await refuse({ kind: 'assess', target: 'tal-2024/1a', value }).toThrow('has a reason')
    await refuse({ kind: 'assess', target: 'tal-2024/1a', value: { ...value, pam: 3 } }, 'да').toThrow('1 or 2')
    await refuse({ kind: 'assess', target: 'nothing', value }, 'да').toThrow('no stipulation')
    expect(await listDecisions(record.db, { all: true })).toEqual([])
    await decide(record, 'Анна', AT, { kind: 'assess', target: 'tal-2024/1a', value }, 'мост строится')
  })

  test('how far reviewers agree', async () => {
    const { record, keys } = await filled()
    const votes = ['aa', 'aa', 'rr', 'ar', 'aa', 'rr']
    for (const [i, vote] of votes.entries()) {
      for (const [j, by] of ['Анна', 'Борис'].entries())
        await decide(record, by, AT, { kind: vote[j] === 'a' ? 'accept' : 'reject', target: keys[i] })
    }
    const agreement = agreementOnItems(await listDecisions(record.db))
    expect(agreement).toMatchObject({ items: 6, reviewers: ['Анна', 'Борис'] })
    // 12 values, 7 accepted and 5 rejected, one pair of six apart: 1 - 11 * 2 / (2 * 7 * 5).
    expect(agreement.alpha).toBeCloseTo(1 - 22 / 70, 10)
    expect(agreementOnAssessments([])).toEqual({ items: 0, reviewers: [], alpha: null })
  })
})

test('keys of items are read back', () => {
  const document = 'ab'.repeat(16)
  expect(parseItemKey(`${document}/quotation/1-5,9-20`)).toEqual({
    document,
    kind: 'quotation',
    spans: [
      { start: 1, end: 5 },
      { start: 9, end: 20 },
    ],
    what: '',
  })
  expect(parseItemKey(`${document}/claim/1-5/minsk-2015/4`)?.what).toBe('minsk-2015/4')
  for (const wrong of ['', 'x', `${document}/zone/1-2`, `${document}/claim/1-`]) expect(parseItemKey(wrong)).toBeNull()
})
