import { readFileSync, writeFileSync } from 'node:fs'
import { afterAll, describe, expect, test } from 'vitest'
import { parley, Workshop } from './run.ts'

const shop = new Workshop()
afterAll(() => shop.clear())

/** A copy of a bundled dossier with one file changed. */
async function copyWith(name: string, file: string, change: (text: string) => string): Promise<string> {
  await parley(['init', '--from', 'karabakh-2020', shop.path(name)])
  const folder = shop.path(`${name}/dossier`)
  const path = `${folder}/${file}`
  writeFileSync(path, change(readFileSync(path, 'utf8')))
  return folder
}

describe('parley init --from', () => {
  test('copies a bundled dossier that checks and reads', async () => {
    const made = await parley(['init', '--from', 'minsk-2015', shop.path('copy')])
    const folder = shop.path('copy/dossier')
    expect(made).toMatchObject({ code: 0, stderr: '' })
    expect(made.stdout).toContain('persons.yaml')
    expect(await parley(['check', folder])).toMatchObject({ code: 0, stdout: `${folder} (dossier): no mistakes\n` })
    const report = shop.put('report.txt', 'Представители ОБСЕ прибыли в Дебальцево.')
    const { stdout } = await parley([
      'read',
      report,
      '--format',
      'json',
      '--dossier',
      folder,
      '--published',
      '2016-02-01',
    ])
    const bundled = await parley([
      'read',
      report,
      '--format',
      'json',
      '--dossier',
      'minsk-2015',
      '--published',
      '2016-02-01',
    ])
    expect(stdout).toBe(bundled.stdout)
    const refs = JSON.parse(stdout).entities.map((entity: { ref: string | null }) => entity.ref)
    expect(refs.filter((ref: string | null) => ref !== null)).toEqual(['body-0201', 'place-0209'])
  })

  test.each([
    [
      'a dossier that is not there',
      ['--from', 'karabakh-2O20', shop.path('no')],
      "there is no bundled dossier 'karabakh-2O20'",
    ],
    ['a folder that holds one', ['--from', 'minsk-2015', shop.path('copy')], 'holds a dossier already'],
    ['a file', ['--from', 'minsk-2015', shop.put('file', '')], 'is a file'],
  ])('%s', async (_, argv, message) => {
    const { code, stderr } = await parley(['init', ...argv])
    expect(code).toBe(2)
    expect(stderr).toContain(message)
    expect(stderr.trim().split('\n')).toHaveLength(1)
  })
})

describe('parley check', () => {
  test('tells every mistake with its place', async () => {
    const folder = await copyWith('mistaken', 'persons.yaml', text =>
      text.replace('rus/president', 'rsu/president').replace('until: 2022-02-01', 'until: 2022-02-31'),
    )
    const { code, stdout } = await parley(['check', folder])
    expect(code).toBe(1)
    expect(stdout).toContain('2 mistakes')
    expect(stdout).toMatch(/persons\.yaml:6:21 office: .*\n.*\n +did you mean rus\/president\?/)
    expect(stdout).toMatch(/persons\.yaml:19:62 until: .*'2022-02-31'/)
    const json = JSON.parse((await parley(['check', folder, '--format', 'json'])).stdout)
    expect(json[0].problems.map((problem: { code: string }) => problem.code)).toEqual([
      'dossier/unknown-party',
      'dossier/bad-date',
    ])
  })

  test('language tables, too', async () => {
    shop.put('languages/xx/cues.tsv', 'wording\tact\tframe\texample\tsource\nзаявить\tstaet\tclause\tОн заявил.\tus\n')
    const { code, stdout } = await parley(['check', shop.folder])
    expect(code).toBe(1)
    expect(stdout).toContain('languages/xx (language): 1 mistake')
    expect(stdout).toMatch(/cues\.tsv:2:9 staet .*\n.*\n +did you mean state\?/)
  })

  test.each([
    ['nothing to check', [shop.path('empty')], 'neither a folder nor a bundled one'],
    ['a folder of other things', [shop.put('things/a.txt', '').replace('/a.txt', '')], 'neither a dossier nor tables'],
    ['no folder', [], 'missing required argument'],
  ])('%s is wrong use', async (_, argv, message) => {
    const { code, stderr } = await parley(['check', ...argv])
    expect(code).toBe(2)
    expect(stderr).toContain(message)
  })
})

describe('parley read --dossier', () => {
  test('a dossier with mistakes is not read with, and says which', async () => {
    const folder = await copyWith('half', 'places.yaml', text => text.replace('id: place-0117', 'id: place-0104'))
    const report = shop.put('report.txt', 'Стороны обсудили перемирие.')
    const { code, stdout, stderr } = await parley(['read', report, '--dossier', folder])
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
    expect(stderr).toContain('places.yaml:17:7 the id place-0104 stands twice')
    expect(stderr).not.toContain('    at ')
  })

  test('a name that declines as no table says', async () => {
    const folder = await copyWith('endings', 'places.yaml', text =>
      text.replace('text: Горис }', 'text: Горис, endings: noun-m-herd }'),
    )
    const report = shop.put('report.txt', 'Стороны обсудили перемирие.')
    const { code, stderr } = await parley(['read', report, '--dossier', folder])
    expect(code).toBe(2)
    expect(stderr).toContain("«Горис» declines by 'noun-m-herd'")
    expect(stderr).toContain('did you mean noun-m-hard?')
  })

  test('several dossiers: refs say whose', async () => {
    const report = shop.put('two.txt', 'Владимир Путин говорил о Карабахе.')
    const argv = [
      'read',
      report,
      '--language',
      'ru',
      '--format',
      'json',
      '--dossier',
      'minsk-2015',
      '--dossier',
      'karabakh-2020',
    ]
    const { entities } = JSON.parse((await parley(argv)).stdout)
    expect(entities.map((entity: { ref: string }) => entity.ref)).toEqual([
      'karabakh-2020#person-0001 minsk-2015#person-0203',
      'karabakh-2020#place-0104',
    ])
  })
})
