import { afterAll, describe, expect, test } from 'vitest'
import { parley, Workshop } from './run.ts'

const shop = new Workshop()
afterAll(() => shop.clear())

const TEXT = 'Выставка в музее открыта, сообщил министр.\n\n«Автобус пойдёт 15 мая», — добавил он.\n'
const report = shop.put('report.json', JSON.stringify({ id: 'report', text: TEXT, published: '2024-05-14' }))
const dossier = ['--dossier', 'karabakh-2020']

describe('parley status', () => {
  test('every point of every agreement, though nobody spoke', async () => {
    const { code, stdout, stderr } = await parley(['status', ...dossier, report])
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    expect(stdout).toContain('as of 14 May 2024 · 1 document · 0 claims')
    expect(stdout).toContain('6a  Kelbajar district handed over')
    expect(Math.max(...stdout.split('\n').map(line => line.length))).toBeLessThanOrEqual(80)
  })

  test('JSON, the same bytes whatever the order of the inputs; a text given twice counts once', async () => {
    const other = shop.put('other.json', JSON.stringify({ id: 'other', text: `${TEXT}Да.`, published: '2024-05-15' }))
    const argv = ['--format', 'json', '--as-of', '2024-06-01', '--within', '6', '--order', 'rus']
    const there = await parley(['status', ...dossier, ...argv, report, other, report])
    expect(there.stderr).toBe(`${report}: the same text as ${report}: counted once\n`)
    const made = JSON.parse(there.stdout)
    expect(made).toMatchObject({
      format: 'parley/status@1',
      asOf: '2024-06-01',
      months: 6,
      documents: [{ id: 'report' }, { id: 'other' }],
    })
    expect(made.matrices[0].voices.map((voice: { id: string }) => voice.id).slice(0, 3)).toEqual(['rus', 'arm', 'aze'])
    const back = JSON.parse((await parley(['status', ...dossier, ...argv, other, report])).stdout)
    expect(back.matrices).toEqual(made.matrices)
  })

  test('rows asked for, several dossiers, CSV and HTML', async () => {
    const csv = await parley([
      'status',
      ...dossier,
      '--dossier',
      'minsk-2015',
      '--stipulation',
      '6a,minsk-2/1',
      '--format',
      'csv',
      report,
    ])
    const ids = csv.stdout
      .trimEnd()
      .split('\r\n')
      .slice(1)
      .map(line => line.split(',')[2])
    expect(ids).toContain('karabakh-2020/6a')
    expect(ids.filter(id => id.startsWith('karabakh-2020/'))).toEqual(['karabakh-2020/6a'])
    expect(ids.some(id => /^minsk-2\/1[a-z]*$/.test(id))).toBe(true)
    const html = await parley(['status', ...dossier, '--format', 'html', report])
    expect(html.stdout).toMatch(/^<!doctype html>[\s\S]*<table class="mx"[\s\S]*<\/html>\n$/)
  })

  test('inputs that fail are named, the rest counts', async () => {
    const empty = shop.put('empty.txt', '')
    const { code, stdout, stderr } = await parley(['status', ...dossier, empty, report])
    expect({ code, stderr }).toEqual({ code: 1, stderr: `${empty}: the file is empty\n` })
    expect(stdout).toContain('1 document')
    // Where all fail there is no matrix of nothing.
    for (const verb of [['status', ...dossier], ['timeline']]) {
      expect(await parley([...verb, empty])).toEqual({ code: 1, stdout: '', stderr: `${empty}: the file is empty\n` })
    }
  })
})

describe('parley timeline', () => {
  test('statements under their days', async () => {
    const { code, stdout } = await parley(['timeline', report])
    expect(code).toBe(0)
    expect(stdout).toContain('14 May 2024\n')
    expect(stdout).toContain('Автобус пойдёт 15 мая')
  })

  test('filters, JSON, CSV and HTML', async () => {
    const none = await parley(['timeline', report, '--until', '2024-05-13', '--format', 'json'])
    expect(JSON.parse(none.stdout)).toMatchObject({
      format: 'parley/timeline@1',
      filter: { until: '2024-05-13' },
      items: [],
    })
    const some = await parley(['timeline', report, '--by', 'министр', '--format', 'json'])
    expect(JSON.parse(some.stdout).items.length).toBeGreaterThan(0)
    const csv = await parley(['timeline', report, '--format', 'csv'])
    expect(csv.stdout).toMatch(/^kind,time,first_day,/)
    expect((await parley(['timeline', report, '--format', 'html'])).stdout).toContain('<table class="tl"')
  })
})

test.each([
  [['status', report], 'status of files needs a dossier: --dossier FOLDER|NAME'],
  [['status', ...dossier], 'no record in .: make one with `parley init .`'],
  [['status', '--dossier', 'karabakh', report], "there is no dossier 'karabakh'"],
  [['status', ...dossier, '--as-of', '2021-02-30', report], 'Expected a day such as 2021-11-26'],
  [['status', ...dossier, '--as-of', '2021', report], 'Expected a day such as 2021-11-26'],
  [['status', ...dossier, '--within', '0', report], 'Expected a whole number of months above 0'],
  [['status', ...dossier, '--order', 'fra', report], "'fra' is no voice of these dossiers: arm, aze, rus"],
  [['status', ...dossier, '--stipulation', '66', report], "no point '66' in these agreements: karabakh-2020,"],
  [['status', ...dossier, '--format', 'xml', report], 'Allowed choices are pretty, json, csv, html'],
  [
    ['timeline', '--from', '2024-02-01', '--until', '2024-01-01', report],
    '--from 2024-02-01 lies after --until 2024-01-01',
  ],
  [['timeline', '--by', ' ', report], 'Expected a name or an id'],
  [['timeline', '--from', 'gestern', report], 'Expected a day such as 2021-11-26'],
])('wrong use: parley %j', async (argv, message) => {
  const { code, stdout, stderr } = await parley(argv)
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
  expect(stderr).toContain(message)
  expect(stderr).not.toMatch(/^\s+at /m)
})
