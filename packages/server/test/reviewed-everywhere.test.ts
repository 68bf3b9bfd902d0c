/** What reviewers decide holds wherever the item is shown: the matrix of the page and of the command line are one, and lists and exports follow. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { findStatus, type MatrixClaim, matrixClaims } from '@parley/core'
import { listAnalyses, openRecord } from '@parley/record'
import {
  CHECKED,
  exportRecord,
  listReviewedEvents,
  listReviewedQuotations,
  loadKit,
  recordStatus,
  recordTimeline,
} from '@parley/service'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { ClaimPoint, FacetCounts } from '../src/api/schemas.ts'
import { exampleApp } from './example-record.ts'

const ASKED = { asOf: '2030-01-01', today: '2030-01-01', months: null, order: [], stipulations: [], by: [] }
const kit = loadKit({ dossiers: ['karabakh-2020'] })

const REPORTS = join(import.meta.dirname, '../../../examples/ru')
const folder = mkdtempSync(join(tmpdir(), 'parley-reviewed-'))

let example: Awaited<ReturnType<typeof exampleApp>>
beforeAll(async () => {
  // A report a second time as a body of the dossier published it: its own voice is that body's.
  const report = JSON.parse(readFileSync(join(REPORTS, 'statement-december.json'), 'utf8'))
  const text = `${report.text}\n\nПленные переданы.`
  writeFileSync(join(folder, 'own.json'), JSON.stringify({ ...report, id: 'own', text, publisher: 'МИД Армении' }))
  example = await exampleApp([REPORTS, join(folder, 'own.json')])
})
afterAll(async () => {
  await example.close()
  rmSync(folder, { recursive: true })
})

async function ask<Answer>(path: string): Promise<Answer> {
  return (await (await example.app.request(`/api/v1/${path}`)).json()) as Answer
}

async function decide(body: object): Promise<number> {
  const response = await example.app.request('/api/v1/decisions', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ by: 'Anna', ...body }),
  })
  const answer = (await response.json()) as { seq: number; message?: string }
  if (answer.message !== undefined) throw new Error(answer.message)
  return answer.seq
}

const undo = (seq: number) =>
  example.app.request(`/api/v1/decisions/${seq}/undo`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ by: 'Anna' }),
  })

/** Stipulation -> finding, voices and claims that count, as the page makes them and as `parley status` does. */
async function bothMatrices() {
  const points = await ask<ClaimPoint[]>('dossiers/karabakh-2020/claim-points')
  const status = await recordStatus(example.record, kit, ASKED)
  const rows = status.matrices.flatMap(({ agreements }) => agreements.flatMap(one => one.rows))
  const stipulations = kit.dossiers[0].agreements.flatMap(({ provisions }) =>
    provisions.flatMap(one => one.stipulations),
  )
  const page = stipulations.map(stipulation => {
    const own = points.filter(point => point.stipulation === stipulation.id)
    const { finding, voices, overdue } = findStatus(stipulation, own, { asOf: ASKED.asOf })
    return [stipulation.id, finding, voices, overdue, own.reduce((sum, { count }) => sum + count, 0)]
  })
  const line = rows.map(({ id, finding, voices, overdue, claims }) => [id, finding, voices, overdue, claims.length])
  return { page, line }
}

test('the matrix of the command line is that of the page, before and after decisions of every kind', async () => {
  const before = await bothMatrices()
  expect(before.line).toEqual(before.page)
  const keys = (await ask<{ items: { key: string; stipulation: string; voice: string | null }[] }>('review')).items
  expect(keys.length).toBeGreaterThan(5)
  const changes = [
    { kind: 'reject', target: keys[0].key },
    { kind: 'correct', target: keys[1].key, value: { stipulation: 'karabakh-2020/5a', assertion: 'breached' } },
    { kind: 'correct', target: keys[2].key, value: { claimant: 'Никол Пашинян', claimant_ref: 'person-0002' } },
    { kind: 'correct', target: keys[3].key, value: { claimant: 'кто-то' } },
    { kind: 'correct', target: keys[4].key, value: { claimant: null } },
    { kind: 'correct', target: keys[5].key, value: { said: '2020-12-01' } },
  ]
  const made: number[] = []
  for (const change of changes) {
    made.push(await decide(change))
    const now = await bothMatrices()
    expect(now.line).toEqual(now.page)
  }
  expect((await bothMatrices()).line).not.toEqual(before.line)
  for (const seq of made.reverse()) await undo(seq)
  expect(await bothMatrices()).toEqual(before)
})

test('the matrix is made of rows, and is the one that whole analyses give', async () => {
  const { matrices, documents } = await recordStatus(example.record, kit, ASKED)
  const claims: MatrixClaim[] = []
  const read: unknown[] = []
  for await (const { analysis } of listAnalyses(example.record, { holding: 'claims' })) {
    claims.push(...matrixClaims(analysis, kit.dossiers[0]))
    read.push(analysis.document)
  }
  const byPlace = (list: readonly MatrixClaim[]) => list.map(claim => JSON.stringify(claim)).sort()
  expect(byPlace(matrices[0].agreements.flatMap(({ rows }) => rows.flatMap(row => row.claims)))).toEqual(
    byPlace(claims),
  )
  expect(documents).toEqual(read)
  expect(claims.some(({ claimant }) => claimant.because === 'publisher')).toBe(true)
})

test('a quotation corrected is found by its new speaker alone; one rejected is gone, unless it is asked for', async () => {
  const { rows } = await listReviewedQuotations(example.record, {}, 100)
  const known = rows.find(({ speaker_ref }) => speaker_ref !== null)!
  const value = { speaker: 'Лев Орешников', speaker_ref: null }
  const corrected = await decide({ kind: 'correct', target: known.id, value })
  const said = (by: string) => ask<{ items: { words: string }[] }>(`statements?by=${encodeURIComponent(by)}`)
  expect((await said('Орешников')).items.map(({ words }) => words)).toEqual([known.quote])
  expect((await said(known.speaker_ref!)).items.map(({ words }) => words)).not.toContain(known.quote)
  const timeline = await recordTimeline(example.record, kit, { from: null, until: null, by: 'Орешников', about: null })
  expect(timeline.items.map(({ evidence }) => evidence[0].quote)).toEqual([known.quote.split(' … ')[0]])
  await undo(corrected)
  const rejected = await decide({ kind: 'reject', target: known.id })
  const csv = async (keep: boolean): Promise<string> => {
    let whole = ''
    const source = { record: example.record, filter: {}, events: {}, claims: {}, dossiers: [], rejected: keep }
    for await (const piece of exportRecord('csv', 'quotations', source, ASKED.asOf)) whole += piece
    return whole
  }
  expect(await csv(false)).not.toContain(known.id)
  expect(await csv(true)).toContain(known.id)
  expect((await listReviewedQuotations(example.record, {}, 100)).rows.length).toBe(rows.length - 1)
  await undo(rejected)
})

test('pages by key hold each item once and in order, corrected ones at their new place', async () => {
  const { rows } = await listReviewedQuotations(example.record, {}, 1000)
  const made = [
    await decide({ kind: 'correct', target: rows[rows.length - 1].id, value: { said: '2025-05-05' } }),
    await decide({ kind: 'correct', target: rows[0].id, value: { said: null } }),
    await decide({ kind: 'correct', target: rows[3].id, value: { said: rows[7].said } }),
  ]
  const whole = (await listReviewedQuotations(example.record, {}, 1000)).rows.map(({ id }) => id)
  expect(new Set(whole).size).toBe(rows.length)
  const paged: string[] = []
  for (let after = null as Awaited<ReturnType<typeof listReviewedQuotations>>['next']; ; ) {
    const page = await listReviewedQuotations(example.record, {}, 2, after)
    paged.push(...page.rows.map(({ id }) => id))
    if (page.next === null) break
    after = page.next
  }
  expect(paged).toEqual(whole)
  expect(whole[0]).toBe(rows[rows.length - 1].id)
  for (const seq of made) await undo(seq)
})

test('an event whose type was corrected is listed under it, and decisions of another process are seen', async () => {
  const [event] = (await listReviewedEvents(example.record, { type: 'CONSULT' }, 10)).rows
  const seq = await decide({ kind: 'correct', target: event.id, value: { type: 'AGREE', mode: null } })
  const other = await openRecord(example.record.location)
  const ids = async (type: string) => (await listReviewedEvents(other, { type }, 100)).rows.map(({ id }) => id)
  expect(await ids('AGREE')).toContain(event.id)
  expect(await ids('CONSULT')).not.toContain(event.id)
  await undo(seq)
  expect(await ids('CONSULT')).toContain(event.id)
  await other.close()
})

test('two names that are one person count as one everywhere; somebody split off in one report is another there alone', async () => {
  const before = await bothMatrices()
  const { rows } = await listReviewedQuotations(example.record, {}, 1000)
  const [first, second] = [...new Set(rows.map(({ speaker }) => speaker).filter(name => name !== null))]
  const count = async (name: string) =>
    (await listReviewedQuotations(example.record, { speakers: [name] }, 1000)).rows.length
  const [ofFirst, ofSecond] = [await count(first), await count(second)]
  const merged = await decide({ kind: 'merge', target: `who/${first}`, value: { with: `who/${second}` } })
  expect([await count(first), await count(second)]).toEqual([0, ofFirst + ofSecond])
  const timeline = await recordTimeline(example.record, kit, { from: null, until: null, by: null, about: null })
  const speakers = timeline.items.flatMap(item => (item.kind === 'statement' ? [item.speaker?.name] : []))
  expect(speakers).not.toContain(first)
  await undo(merged)
  const found = rows.find(({ speaker }) => speaker === first)!
  const here = rows.filter(({ speaker, document }) => speaker === first && document === found.document).length
  const split = await decide({ kind: 'split', target: `${found.document}/who/${first}`, value: { with: 'who/Другой' } })
  expect([await count(first), await count('Другой')]).toEqual([ofFirst - here, here])
  await undo(split)

  const claims = (await ask<{ items: { who: string | null; voice: string | null }[] }>('review')).items
  const official = claims.find(({ who, voice }) => who !== null && voice !== null)!
  const quoted = rows.find(({ speaker }) => speaker === official.who) ?? found
  const target = `who/${quoted.speaker_ref ?? quoted.speaker}`
  const away = await decide({ kind: 'merge', target, value: { with: 'who/Никто' } })
  const now = await bothMatrices()
  expect(now.line).toEqual(now.page)
  await undo(away)
  expect(await bothMatrices()).toEqual(before)
  for (const [body, message] of [
    [{ kind: 'merge', target: 'who/Никто', value: { with: `who/${first}` } }, /nobody the record quotes/],
    [{ kind: 'merge', target: `who/${first}`, value: { with: `who/${first}` } }, /the same as themself/],
    [{ kind: 'split', target: `who/${first}`, value: { with: 'who/x' } }, /in one report/],
  ] as const)
    await expect(decide(body)).rejects.toThrow(message)
})

test('statements by whether a person has checked them: each outcome leaves as many as it counts, with words sought and without', async () => {
  const { rows } = await listReviewedQuotations(example.record, { rejected: true }, 100)
  const [one, two, three, four] = rows.map(({ id }) => id)
  const made = [
    await decide({ kind: 'accept', target: one }),
    await decide({ kind: 'correct', target: two, value: { speaker: 'Другой' } }),
    await decide({ kind: 'reject', target: three }),
    await decide({ kind: 'accept', target: four }),
    await decide({ kind: 'reject', target: four, by: 'Boris' }),
  ]
  const word = encodeURIComponent(rows[2].quote.split(' ')[0])
  for (const asked of ['', `q=${word}&`, `speaker=${encodeURIComponent('Другой')}&`]) {
    const facet = async (query: string) =>
      (await ask<FacetCounts>(`statements/facets?${query}`)).facets.find(({ facet: name }) => name === 'checked')!
        .values
    const counted = await facet(asked)
    if (asked === '') expect(counted.map(({ value }) => value).sort()).toEqual([...CHECKED].sort())
    for (const { value, count } of counted) {
      const query = `${asked}checked=${value}`
      const { items, next } = await ask<{ items: { review: { state: string } }[]; next: string | null }>(
        `statements?${query}`,
      )
      if (next === null) expect(items.length, query).toBe(count)
      const { total } = await ask<FacetCounts>(`statements/facets?${query}`)
      expect(total, query).toBe(count)
      // What is chosen of a facet leaves its own counts as they are.
      expect(await facet(query)).toEqual(counted)
    }
    const shown = (await ask<FacetCounts>(`statements/facets?${asked}`)).total
    const all = counted.reduce((sum, { count }) => sum + count, 0)
    expect(all - (counted.find(({ value }) => value === 'rejected')?.count ?? 0)).toBe(shown)
  }
  const both = await ask<FacetCounts>('statements/facets?checked=unchecked&checked=rejected')
  expect(both.total).toBe(rows.length - 3)
  for (const seq of made.reverse()) await undo(seq)
})
