import { anyText, checkProperty } from '@parley/testkit'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  anchorAgain,
  decide,
  listAnchors,
  listQuotations,
  markAnchors,
  quotationKey,
  selectorOf,
} from '../src/index.ts'
import { onEachEngine } from './engines.ts'
import { AT, REPORTS, readAll, takeIn } from './reports.ts'

const OLD = 'Мост откроют в мае, сказал министр. Дорога закрыта. Мост ждут все.'
const span = (words: string, from = 0) => {
  const start = OLD.indexOf(words, from)
  return { start, end: start + words.length }
}

/** Words of the old text, the new text, and what became of them. */
const CASES: readonly (readonly [string, string, string])[] = [
  ['Дорога закрыта', OLD, 'kept'],
  ['Дорога закрыта', OLD.replace('все', 'многие'), 'kept'],
  ['Дорога закрыта', `Новости дня. ${OLD}`, 'moved'],
  ['Дорога закрыта', OLD.replace('закрыта', 'открыта'), 'lost'],
  ['Дорога закрыта', 'Дорога закрыта', 'lost'],
  ['Мост откроют в мае, сказал министр', 'Да: Мост откроют в мае, сказал министр', 'moved'],
  ['сказал', 'и сказал он, и сказал он', 'lost'],
  ['Дорога', 'Дорога, дорога', 'lost'],
]

test.each(CASES)('%s in %s: %s', (words, now, state) => {
  const anchor = anchorAgain(selectorOf(OLD, span(words)), now)
  expect(anchor.state).toBe(state)
  if (anchor.state !== 'lost') expect(now.slice(anchor.start, anchor.end)).toBe(words)
})

test('in the same text every span is kept; in any text what is found are the words', () => {
  checkProperty(fc.tuple(anyText(), anyText(), fc.nat(), fc.nat()), ([before, now, a, b]) => {
    const [start, end] = [a % (before.length + 1), b % (before.length + 1)].sort((x, y) => x - y)
    const selector = selectorOf(before, { start, end })
    if (end > start) expect(anchorAgain(selector, before).state).toBe('kept')
    const anchor = anchorAgain(selector, now)
    if (anchor.state !== 'lost') expect(now.slice(anchor.start, anchor.end)).toBe(selector.exact)
  })
})

onEachEngine('a page that was fetched again', ({ make }) => {
  test('its evidence is kept, moved or lost, and decisions stay with the version they were made on', async () => {
    const record = await make()
    const [bridge] = REPORTS
    await takeIn(record, [bridge], 'first')
    await readAll(record)
    const { rows } = await listQuotations(record, {}, 10)
    await decide(record, 'Анна', AT, { kind: 'accept', target: quotationKey(rows[0]) })
    const later = `Обновлено.\n\n${bridge.text}`.replace('до весны', 'до лета')
    await takeIn(record, [{ ...bridge, text: later }], 'second')
    await readAll(record)
    expect(await markAnchors(record)).toBe(1)
    const anchors = await listAnchors(record.db, rows[0].document)
    expect(anchors).toHaveLength(rows.length)
    const states = anchors.map(({ state }) => state)
    expect(states.filter(state => state === 'lost')).toHaveLength(1)
    expect(states.filter(state => state === 'moved')).toHaveLength(rows.length - 1)
    const moved = anchors.find(({ state }) => state === 'moved')!
    const old = rows.find(row => quotationKey(row) === moved.target)!
    expect(later.slice(moved.start!, moved.end!)).toContain(old.quote.split(' … ')[0])
    expect(await markAnchors(record)).toBe(0)
  })
})
