import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { defaultModel, Model } from '@opensanctions/followthemoney'
import { decide, listQuotations, makeRecord, type OpenRecord, quotationKey } from '@parley/record'
import { check } from '@placemarkio/check-geojson'
import { parse } from 'csv-parse/sync'
import ICAL from 'ical.js'
import jsonld from 'jsonld'
import { readSheet } from 'read-excel-file/node'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  addInputs,
  type ExportFormat,
  type ExportSource,
  type ExportTable,
  exportRecord,
  loadDossiers,
} from '../src/index.ts'

const AT = '2024-06-01T10:00:00.000Z'
const folder = mkdtempSync(join(tmpdir(), 'parley-export-'))
let record: OpenRecord
let source: ExportSource

const REPORTS = [
  {
    id: 'talks',
    published: '2021-01-10',
    publisher: '=Вести "Узнача", утро',
    url: 'https://uznach.example/talks',
    text: `👍 Переговоры в Шуше.\n\n«Обмен пройдёт через две недели», — сказал президент России Владимир Путин. «Мы, — добавил он, — готовы».`,
  },
  {
    id: 'visit',
    published: '2021-01-11',
    text: `Президент России Владимир Путин и премьер-министр Армении Никол Пашинян встретились 11 января в Шуше.\n\nПутин встретится с Пашиняном 20 января 2021 года в Шуше, сообщил Кремль.`,
  },
]

beforeAll(async () => {
  const input = join(folder, 'reports.jsonl')
  writeFileSync(input, REPORTS.map(report => JSON.stringify({ language: 'ru', ...report })).join('\n'))
  record = await makeRecord(join(folder, 'record'))
  const dossiers = ['karabakh-2020']
  const options = { language: null, published: null, standardInput: noInput(), now: () => AT, threads: 1 }
  await addInputs(record, [input], { ...options, kit: { dossiers } })
  source = { record, filter: {}, events: {}, claims: {}, dossiers: loadDossiers(dossiers) }
})
afterAll(async () => {
  await record.close()
  rmSync(folder, { recursive: true })
})

async function* noInput(): AsyncGenerator<Uint8Array> {}

async function exported(format: ExportFormat, what: ExportTable = 'quotations'): Promise<Buffer> {
  const pieces: Buffer[] = []
  for await (const piece of exportRecord(format, what, source, AT)) pieces.push(Buffer.from(piece as string))
  return Buffer.concat(pieces)
}

const found = async () => (await listQuotations(record, {}, 100)).rows

describe('tables', () => {
  test('csv, read back by csv-parse', async () => {
    const [first] = await found()
    await decide(record, 'Анна', AT, { kind: 'accept', target: quotationKey(first) })
    const rows = parse(await exported('csv'), { columns: true }) as Record<string, string>[]
    expect(rows.map(({ id }) => id)).toEqual((await found()).map(quotationKey))
    const row = rows.find(({ quote }) => quote.startsWith('Обмен'))
    expect(row).toMatchObject({
      speaker: 'Владимир Путин',
      quote: 'Обмен пройдёт через две недели',
      said: '2021-01-10',
      publisher: `'=Вести "Узнача", утро`,
      url: 'https://uznach.example/talks',
    })
    expect(row?.sha256).toMatch(/^[0-9a-f]{64}$/)
    expect(rows.map(({ review }) => review)).toContain('accepted')
  })

  test('xlsx, read back by read-excel-file', async () => {
    const path = join(folder, 'out.xlsx')
    writeFileSync(path, await exported('xlsx'))
    const [head, ...rows] = await readSheet(path)
    expect(head[0]).toBe('id')
    expect(rows.map(row => row[0])).toEqual((await found()).map(quotationKey))
    expect(rows.map(row => row[head.indexOf('quote')])).toEqual((await found()).map(({ quote }) => quote))
    expect(rows.map(row => row[head.indexOf('start')])).toEqual((await found()).map(({ start }) => start))
  })

  test('jsonl', async () => {
    const rows = (await exported('jsonl'))
      .toString()
      .trimEnd()
      .split('\n')
      .map(line => JSON.parse(line))
    expect(rows.map(({ quote }) => quote)).toEqual((await found()).map(({ quote }) => quote))
    expect(rows[0]).toMatchObject({ item: 'quotation', parts: expect.any(Array) })
  })

  test.each(['events', 'claims'] as const)('%s have their own columns', async what => {
    const [head, ...rows] = parse(await exported('csv', what)) as string[][]
    expect(head).toContain(what === 'events' ? 'actors' : 'stipulation')
    for (const row of rows) expect(row).toHaveLength(head.length)
  })
})

test('FollowTheMoney, by its own model', async () => {
  const model = new Model(defaultModel)
  const entities = (await exported('followthemoney'))
    .toString()
    .trimEnd()
    .split('\n')
    .map(line => {
      const raw = JSON.parse(line)
      const entity = model.getEntity(raw)
      // The model drops what the schema does not know: all that was written must come out again.
      for (const [name, values] of Object.entries(raw.properties)) {
        expect(entity.schema.hasProperty(name), `${raw.schema}.${name}`).toBe(true)
        expect(entity.getProperty(name)).toEqual(values)
      }
      for (const name of entity.schema.required ?? [])
        expect(entity.hasProperty(name), `${raw.schema} needs ${name}`).toBe(true)
      return entity
    })
  const ids = new Set(entities.map(({ id }) => id))
  expect(ids.size).toBe(entities.length)
  for (const entity of entities) {
    for (const name of ['entity', 'proof', 'involved']) {
      if (entity.schema.hasProperty(name)) for (const value of entity.getProperty(name)) expect(ids).toContain(value)
    }
  }
  expect(entities.find(({ schema }) => schema.name === 'LegalEntity')?.getCaption()).toMatch(/\p{Lu}/u)
  expect(entities.filter(({ schema }) => schema.name === 'Article')).toHaveLength(2)
})

test('PLOVER rows, read back as tab-separated values', async () => {
  const rows = parse(await exported('plover'), { columns: true, delimiter: '\t', quote: null }) as Record<
    string,
    string
  >[]
  expect(rows.length).toBeGreaterThan(0)
  for (const row of rows) {
    expect(row['Event Type']).toMatch(/^[A-Z]+$/)
    expect(row['Event ID']).toMatch(/^[0-9a-f]{32}\/event\//)
    expect(Number(row.Sources)).toBeGreaterThan(0)
  }
})

describe('web annotations', () => {
  /** The terms of the W3C's context that are used; the test fetches nothing. */
  const CONTEXT = {
    '@vocab': 'http://www.w3.org/ns/oa#',
    id: '@id',
    type: '@type',
    motivation: { '@id': 'motivatedBy', '@type': '@vocab' },
    body: 'hasBody',
    target: 'hasTarget',
    source: { '@id': 'hasSource', '@type': '@id' },
    selector: 'hasSelector',
  }

  test('read back by jsonld; the positions cut the exact words out of the text', async () => {
    const lines = (await exported('web-annotation')).toString().trimEnd().split('\n')
    const quotations = await found()
    expect(lines).toHaveLength(quotations.length)
    for (const [i, line] of lines.entries()) {
      const annotation = JSON.parse(line)
      expect(annotation['@context']).toBe('http://www.w3.org/ns/anno.jsonld')
      const [expanded] = await jsonld.expand({ ...annotation, '@context': CONTEXT })
      expect(expanded['@type']).toEqual(['http://www.w3.org/ns/oa#Annotation'])
      expect(expanded['@id']).toBe(`urn:parley:${quotationKey(quotations[i])}`)
      expect(expanded['http://www.w3.org/ns/oa#hasTarget']).toHaveLength(JSON.parse(quotations[i].parts).length)
      const { text } = await record.db
        .selectFrom('texts')
        .select('text')
        .where('sha256', '=', quotations[i].text)
        .executeTakeFirstOrThrow()
      for (const { selector } of [annotation.target].flat()) {
        const [{ exact, prefix }, { start, end }] = selector
        expect([...text].slice(start, end).join('')).toBe(exact)
        expect([...text].slice(0, start).join('').endsWith(prefix)).toBe(true)
      }
    }
  })
})

test('a calendar, read back by ical.js', async () => {
  const calendar = new ICAL.Component(ICAL.parse((await exported('ics')).toString()))
  const events = calendar.getAllSubcomponents('vevent').map(component => new ICAL.Event(component))
  const due = events.filter(({ summary }) => summary.startsWith('Due: '))
  expect(due.length).toBeGreaterThan(3)
  const meetings = events.filter(event => !due.includes(event))
  expect(meetings.map(({ startDate, location }) => [startDate.toString(), location])).toEqual([['2021-01-20', 'Шуша']])
  expect(due.every(({ startDate }) => startDate.isDate)).toBe(true)
  expect(new Set(events.map(({ uid }) => uid)).size).toBe(events.length)
  for (const line of (await exported('ics')).toString().split('\r\n'))
    expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
})

test('a map, read back by check-geojson', async () => {
  const map = check((await exported('geojson')).toString())
  if (map.type !== 'FeatureCollection') throw new Error(`a ${map.type}`)
  const features = map.features as readonly { readonly properties: Readonly<Record<string, unknown>> | null }[]
  expect(features.map(({ properties }) => properties?.place)).toEqual(['Шуша', 'Шуша'])
})
