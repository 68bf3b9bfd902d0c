/** Figures of a map and a network: the same on both engines, and as many as the lists have. */
import { toFilter } from '@parley/service'
import { expect, test } from 'vitest'
import {
  countEventsAtOtherPlaces,
  countEventsByPlace,
  countQuotations,
  countSpeakers,
  listEvents,
  listQuotations,
  type OpenRecord,
} from '../src/index.ts'
import { onEachEngine } from './engines.ts'
import { kit, readAll, takeIn } from './reports.ts'

onEachEngine('counting', ({ make }) => {
  let filled: Promise<OpenRecord> | null = null
  const record = (): Promise<OpenRecord> => {
    filled ??= make().then(async made => {
      await takeIn(made)
      await readAll(made)
      return made
    })
    return filled
  }

  test.each([
    [{}],
    [{ words: 'автобусы' }],
    [{ about: 'Узнач' }],
    [{ from: '2024-01-11', until: '2024-01-31' }],
    [{ words: 'ледокол' }],
  ])('as many statements as are listed, and by whom: %j', async asked => {
    const filter = toFilter(asked, kit)
    const { rows } = await listQuotations(await record(), filter, 100)
    const { count, last, isCut } = await countQuotations(await record(), filter, 100)
    expect({ count, isCut }).toEqual({ count: rows.length, isCut: false })
    expect(last).toBe(rows.map(({ said }) => said).find(said => said !== null) ?? null)
    const speakers = await countSpeakers(await record(), filter, 100)
    const named = rows.filter(({ speaker }) => speaker !== null)
    expect(speakers.reduce((sum, each) => sum + each.count, 0)).toBe(named.length)
    expect(new Set(speakers.map(({ speaker }) => speaker))).toEqual(new Set(named.map(({ speaker }) => speaker)))
  })

  test('a count ends at its limit and says so', async () => {
    expect(await countQuotations(await record(), {}, 2)).toMatchObject({ count: 2, isCut: true })
  })

  test('events by their places, known to a dossier or not', async () => {
    const { store } = await record()
    const all = await listEvents(await record(), {}, 100)
    const [known, ...others] = all.rows
    await store.write(async write => {
      await write.updateTable('events').set({ place: 'Узнач' }).execute()
      await write.updateTable('events').set({ place_ref: 'place-1' }).where('n', '=', known.n).execute()
    })
    expect(others.length).toBeGreaterThan(0)
    expect(await countEventsByPlace(await record(), {})).toEqual([{ place: 'place-1', count: 1, last: known.time }])
    expect(await countEventsAtOtherPlaces(await record(), {}, 100)).toEqual([
      { place: 'Узнач', count: others.length, last: others[0].time },
    ])
    expect(await countEventsByPlace(await record(), { from: '1990-01-01', until: '1990-12-31' })).toEqual([])
  })

  test('what is known by its week, month, season or year alone is found by every day of it, by no other', async () => {
    const { store } = await record()
    const [{ n }] = (await listEvents(await record(), {}, 1)).rows
    const found = async (from: string, until: string) => {
      const { rows } = await listEvents(await record(), { from, until }, 100)
      const places = await countEventsByPlace(await record(), { from, until })
      expect(places.length).toBe(rows.some(row => row.n === n) ? 1 : 0)
      return places.length === 1
    }
    for (const [time, first, last, before, after] of [
      ['1990-W47', '1990-11-19', '1990-11-25', '1990-11-18', '1990-11-26'],
      ['1990-11', '1990-11-01', '1990-11-30', '1990-10-31', '1990-12-01'],
      ['1990-SU', '1990-06-01', '1990-08-31', '1990-05-31', '1990-09-01'],
      ['1990', '1990-01-01', '1990-12-31', '1989-12-31', '1991-01-01'],
      ['1991-W01', '1990-12-31', '1991-01-06', '1990-12-30', '1991-01-07'],
      ['1990-11-26T15:30', '1990-11-26', '1990-11-26', '1990-11-25', '1990-11-27'],
    ]) {
      await store.write(write =>
        write.updateTable('events').set({ time, place: 'Узнач', place_ref: 'place-1' }).where('n', '=', n).execute(),
      )
      expect(await found(first, first), time).toBe(true)
      expect(await found(last, last), time).toBe(true)
      expect(await found(before, before), time).toBe(false)
      expect(await found(after, after), time).toBe(false)
    }
  })
})
