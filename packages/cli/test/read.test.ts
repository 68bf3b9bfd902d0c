import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ENDINGS } from '@parley/ingest'
import { afterAll, describe, expect, test } from 'vitest'
import { BIN, parley, Workshop } from './run.ts'

const TEXT = 'Дорога через перевал открыта, сообщил министр.\n\n«Автобус пойдёт 15 мая», — добавил он.\n'
const shop = new Workshop()
afterAll(() => shop.clear())

const report = shop.put('report.txt', TEXT)
const document = (id: string, more = {}): string => JSON.stringify({ id, text: TEXT, ...more })

/** "Мир" and so on in windows-1251: the alphabet stands in order from 0xC0. */
function windows1251(text: string): Uint8Array {
  return Uint8Array.from(text, character => {
    const code = character.charCodeAt(0)
    if (code >= 0x410 && code <= 0x44f) return code - 0x410 + 0xc0
    return { '«': 0xab, '»': 0xbb, '—': 0x97, ё: 0xb8 }[character] ?? code
  })
}

describe('parley read', () => {
  test('a text, for people', async () => {
    const { code, stdout, stderr } = await parley(['read', report, '--published', '2024-05-14'])
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    expect(stdout).toContain('report · 14 May 2024 · ru')
    expect(stdout).toContain('Автобус пойдёт 15 мая')
    expect(stdout).toContain('Quotations by speaker')
    expect(stdout).not.toContain('\u001b')
    expect(Math.max(...stdout.split('\n').map(line => line.length))).toBeLessThanOrEqual(80)
  })

  test('colour where it is asked for', async () => {
    const { stdout } = await parley(['read', report], { env: { FORCE_COLOR: '1' } })
    expect(stdout).toContain('\u001b[')
  })

  test('JSON is one object a line, and the same bytes each time', async () => {
    const twice = [report, shop.put('other.txt', TEXT), '--format', 'json']
    const first = await parley(['read', ...twice])
    const analyses = first.stdout
      .trimEnd()
      .split('\n')
      .map(line => JSON.parse(line))
    expect(analyses.map(({ document: { id } }) => id)).toEqual(['report', 'other'])
    expect(analyses[0]).toMatchObject({
      format: 'parley/analysis@1',
      text: TEXT,
      document: { language: 'ru', published: null },
    })
    expect((await parley(['read', ...twice])).stdout).toBe(first.stdout)
    expect((await parley(['read', ...twice.slice(0, 2), '--format', 'jsonl'])).stdout).toBe(first.stdout)
  })

  test('HTML and CSV', async () => {
    const html = await parley(['read', report, '--format', 'html'])
    expect(html.stdout).toMatch(/^<!doctype html>[\s\S]*<\/html>\n$/)
    const csv = await parley(['read', report, report, '--format', 'csv'])
    expect(csv.stdout.split('\r\n').filter(line => line.startsWith('document,'))).toHaveLength(1)
    expect(csv.stdout).toContain('report,,')
  })

  test('several pages have no place on one output', async () => {
    const { code, stdout, stderr } = await parley(['read', report, report, '--format', 'html'])
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
    expect(stderr).toContain('--out DIR')
  })

  test('standard input', async () => {
    const { code, stdout, stderr } = await parley(['read', '-', '--format', 'json'], { stdin: `\n <p>${TEXT}</p>` })
    expect({ code, stderr }).toEqual({ code: 0, stderr: '-: read as HTML\n' })
    expect(JSON.parse(stdout).document.id).toBe('stdin')
  })
})

describe('inputs that fail are named, the rest is read, exit 1', () => {
  test('of every kind', async () => {
    const bad: [string, string | Uint8Array, string][] = [
      ['empty.txt', '', 'the file is empty'],
      ['blank.txt', '\n \n', 'the file holds nothing but white space'],
      ['photo.txt', Uint8Array.of(137, 80, 0, 0), 'a binary file, not a text (it holds NUL bytes)'],
      [
        'broken.json',
        '{"id": "a", "text" "b"}',
        'not JSON: line 1, column 20: expected ":" after the name, found "\\""',
      ],
      ['list.json', '[1]', 'expected a document { "id": …, "text": … }, got an array'],
      [
        'bericht.txt',
        'Die Parteien haben sich geeinigt, die Straße über den Pass im Mai zu öffnen.',
        'German is not a language Parley reads (yet: en, ru)',
      ],
    ]
    const paths = bad.map(([name, content]) => shop.put(`bad/${name}`, content))
    const lines = shop.put('bad/lines.jsonl', `${document('a')}\n{"id": "b"}\nno\n`)
    const old = shop.put('bad/old.txt', windows1251(TEXT))
    const missing = shop.path('bad/missing.txt')
    const bare = shop.put('bare/picture.png', 'x').replace('/picture.png', '')
    const { code, stdout, stderr } = await parley(['read', ...paths, missing, bare, lines, old, '--format', 'jsonl'])
    expect(code).toBe(1)
    expect(stderr.trimEnd().split('\n')).toEqual([
      ...bad.map(([, , reason], at) => `${paths[at]}: ${reason}`),
      `${missing}: there is no such file or folder`,
      `${bare}: nothing to read in this folder: only 1 file of other kinds; Parley reads .txt, .md, .html, .htm, .json, .jsonl, .pdf, .docx, .csv, .tsv, .warc, .warc.gz, .rss, .atom, .opml`,
      `${lines}:2: expected a document { "id": …, "text": … }, but it has no "text"`,
      `${lines}:3: not JSON: one document a line; line 1, column 1: expected a value, found "n"`,
      `${old}: read as windows-1251`,
    ])
    expect(
      stdout
        .trimEnd()
        .split('\n')
        .map(line => JSON.parse(line).document.id),
    ).toEqual(['a', 'old'])
  })

  test('documents of other formats: what they are and what to do', async () => {
    const word = shop.put('letter.odt', 'PK\u0003\u0004 mimetypeapplication/vnd.oasis.opendocument.text')
    const scan = shop.put('scan.rtf', '{\\rtf1 }')
    const { code, stderr } = await parley(['read', word, scan, report])
    expect({ code, stderr }).toEqual({
      code: 1,
      stderr: `${word}: an OpenDocument text (.odt), which Parley does not read; save it as plain text (.txt) or as a web page (.html)
${scan}: an RTF file, which Parley does not read; save it as plain text (.txt) or as a web page (.html)\n`,
    })
  })

  test('a name with a line break is told in one line', async () => {
    const { stderr } = await parley(['read', 'no\nsuch\u001b[31m.txt'])
    expect(stderr).toBe('no such\ufffd[31m.txt: there is no such file or folder\n')
  })
})

describe('wrong use ends with 2 and no stack', () => {
  test.each([
    [[], 'Usage: parley'],
    [['raed', 'a.txt'], '(Did you mean read?)'],
    [['read'], "missing required argument 'input'"],
    [['read', report, '--format', 'xml'], 'Allowed choices are pretty, json, jsonl, html, csv'],
    [['read', report, '--published', '2021-02-30'], 'Expected an ISO date such as 2021-11-26'],
    [['read', report, '--language', 'xx'], 'xx is no language that Parley reads; choices are auto,'],
    [['read', report, '--language', 'hy'], 'Armenian is no language that Parley reads; choices are auto,'],
    [['read', report, '--language', '../ru'], 'No such language; choices are auto,'],
    [['read', report, '--nonsense'], "unknown option '--nonsense'"],
    [['read', report, '--out', report], `--out ${report}: no folder can be made there (there is a file of that name)`],
    [['explain', report], "missing required argument 'offset'"],
    [['explain', report, 'x'], 'Expected a whole number from 0'],
    [['explain', report, '-1'], 'Expected a whole number from 0'],
    [['explain', report, '5000'], `lies beyond the text (length ${TEXT.length})`],
  ])('parley %j', async (argv, message) => {
    const { code, stdout, stderr } = await parley(argv)
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
    expect(stderr).toContain(message)
    expect(stderr).not.toMatch(/^\s+at /m)
  })

  test('asking for help is right use', async () => {
    expect(await parley(['--help'])).toMatchObject({ code: 0, stdout: expect.stringContaining('explain') })
    expect(await parley(['read', '--help'])).toMatchObject({ code: 0, stdout: expect.stringContaining('--published') })
    expect(await parley(['help', 'read'])).toMatchObject({ code: 0, stdout: expect.stringContaining('--published') })
  })

  test('help names every kind of file that is read', async () => {
    const { stdout } = await parley(['read', '--help'])
    for (const ending of ENDINGS) expect(stdout).toContain(ending)
    expect(await parley(['--version'])).toEqual({
      code: 0,
      stdout: expect.stringMatching(/^\d+\.\d+\.\d+\n$/),
      stderr: '',
    })
  })
})

describe('--out', () => {
  test('one file a document, named by its id and never out of the folder', async () => {
    const ids = ['plain-1_a.b', 'доклад', '../../up', '.', '..', 'a/b c', 'CON', 'nul.txt', 'я'.repeat(200)]
    const lines = shop.put('ids.jsonl', [...ids, 'plain-1_a.b'].map(id => document(id)).join('\n'))
    const out = shop.path('out/deep')
    const { code, stdout, stderr } = await parley(['read', lines, '--out', out])
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' })
    expect(stderr.trimEnd().split('\n')).toEqual([
      `${lines}:9: ${'я'.repeat(200)}.json cannot be written (the name is too long for a file)`,
      `${lines}:10: a second document with the id "plain-1_a.b": plain-1_a.b.json is written already`,
    ])
    expect(readdirSync(out).sort()).toEqual(
      ['plain-1_a.b', 'доклад', '..%2F..%2Fup', '%2E', '%2E%2E', 'a%2Fb%20c', '%43ON', '%6Eul.txt']
        .map(name => `${name}.json`)
        .sort(),
    )
    expect(readdirSync(join(out, '..'))).toEqual(['deep'])
    expect(JSON.parse(readFileSync(join(out, 'доклад.json'), 'utf8')).document.id).toBe('доклад')
  })

  test.each([
    ['html', '<!doctype html>'],
    ['csv', '\ufeffdocument,'],
    ['jsonl', '{"format":"parley/analysis@1"'],
    ['pretty', 'report ·'],
  ])('as %s', async (format, start) => {
    const out = shop.path(`out-${format}`)
    expect(await parley(['read', report, '--out', out, '--format', format])).toMatchObject({
      code: 0,
      stdout: '',
      stderr: '',
    })
    const file = join(out, `report.${format === 'pretty' ? 'txt' : format}`)
    expect(existsSync(file)).toBe(true)
    expect(readFileSync(file, 'utf8').startsWith(start)).toBe(true)
  })
})

describe('streams', () => {
  test('a reader that leaves early ends the command quietly', async () => {
    const lines = shop.put('many.jsonl', Array.from({ length: 3000 }, (_, at) => document(`d${at}`)).join('\n'))
    const { stderr } = await parley(['read', lines, '--format', 'jsonl'], { leavesEarly: true })
    expect(stderr).toBe('')
  })

  test.skipIf(!existsSync('/dev/full'))('a full disk is said in a line', () => {
    const { status, stderr } = spawnSync(
      'sh',
      ['-c', `"$0" "$1" read "$2" --format json > /dev/full`, process.execPath, BIN, report],
      {
        encoding: 'utf8',
      },
    )
    expect({ status, stderr }).toEqual({ status: 2, stderr: 'parley: standard output cannot be written (ENOSPC)\n' })
  })

  test('a long stream passes through little memory', async () => {
    // 60 MB of lines under a heap that could not hold them.
    const padding = 'x'.repeat(300_000)
    const lines = Array.from({ length: 200 }, (_, at) => document(`d${at}`, { padding })).join('\n')
    const { code, stdout, stderr } = await parley(['read', '-', '--format', 'csv'], {
      stdin: lines,
      env: { NODE_OPTIONS: '--max-old-space-size=60' },
    })
    expect({ code, stderr }).toEqual({ code: 0, stderr: '-: read as JSON documents, one a line\n' })
    expect(stdout).toContain('\r\nd199,')
  })
})
