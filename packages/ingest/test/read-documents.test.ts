import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  because,
  fileChunks,
  type Notice,
  type ReadOptions,
  type ReadOutcome,
  readDocuments,
  reasonOfPath,
} from '../src/index.ts'
import { encode } from './encode.ts'

const SENTENCE = 'Стороны были готовы открыть дорогу, сообщил министр.'
let folder = ''

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'parley-ingest-'))
})
afterAll(() => rmSync(folder, { recursive: true }))

function put(name: string, content: string | Uint8Array): string {
  const path = join(folder, name)
  mkdirSync(join(path, '..'), { recursive: true })
  writeFileSync(path, content)
  return path
}

async function* streamOf(...pieces: (string | Uint8Array)[]): AsyncGenerator<Uint8Array> {
  for (const piece of pieces) yield Buffer.from(piece)
}

async function readAll(
  inputs: string[],
  options: Partial<ReadOptions> = {},
): Promise<{ outcomes: ReadOutcome[]; notices: Notice[] }> {
  const notices: Notice[] = []
  const all: ReadOptions = {
    language: null,
    published: null,
    onNotice: notice => notices.push(notice),
    standardInput: streamOf(),
    ...options,
  }
  const outcomes: ReadOutcome[] = []
  for await (const outcome of readDocuments(inputs, all)) outcomes.push(outcome)
  return { outcomes, notices }
}

async function reasonOf(input: string): Promise<string> {
  const { outcomes } = await readAll([input])
  expect(outcomes).toHaveLength(1)
  const [outcome] = outcomes
  if (outcome.ok) throw new Error(`${input} was read`)
  return outcome.reason
}

describe('one file', () => {
  test('a text: its name is the id, its words tell the language', async () => {
    const { outcomes, notices } = await readAll([put('report.v2.txt', `${SENTENCE}\r\n`)])
    expect(outcomes).toMatchObject([
      { ok: true, document: { id: 'report.v2', text: `${SENTENCE}\n`, language: 'ru', published: null, title: null } },
    ])
    expect(notices).toEqual([])
  })

  test('Markdown as it stands', async () => {
    const text = `# Итоги\n\n* ${SENTENCE}\n`
    expect((await readAll([put('a.md', text)])).outcomes).toMatchObject([{ document: { text } }])
  })

  test('another encoding is told', async () => {
    const path = put('old.txt', encode(SENTENCE, 'koi8-r'))
    const { outcomes, notices } = await readAll([path])
    expect(outcomes).toMatchObject([{ document: { text: SENTENCE } }])
    expect(notices).toEqual([{ input: path, message: 'read as KOI8-R' }])
  })

  test('a page', async () => {
    const html = encode(
      `<html lang="en"><head><meta charset="windows-1251"></head><body><h1>Итог</h1><p>${SENTENCE}</p></body></html>`,
      'windows-1251',
    )
    const { outcomes } = await readAll([put('page.htm', html)])
    // The template's lang="en" does not make the words English.
    expect(outcomes).toMatchObject([
      { document: { id: 'page', text: `Итог\n\n${SENTENCE}`, title: 'Итог', language: 'ru' } },
    ])
  })

  test('a document; fields of other kinds are ignored, options overrule its own', async () => {
    const path = put(
      'd.json',
      JSON.stringify({
        id: 'd/1',
        text: SENTENCE,
        language: 'ru-RU',
        published: '2024-05-14',
        quotations: 7,
        title: '',
      }),
    )
    expect((await readAll([path])).outcomes).toMatchObject([
      { document: { id: 'd/1', language: 'ru', published: '2024-05-14', title: null } },
    ])
    const { outcomes } = await readAll([path], { published: '2020-01-01', language: 'en' })
    expect(outcomes).toMatchObject([{ document: { language: 'en', published: '2020-01-01' } }])
  })
})

test('a file whose bytes nobody asks for yet is not opened', async () => {
  const chunks = fileChunks(join(folder, 'nothing-there'))
  const heard: unknown[] = []
  const hear = (error: unknown): void => void heard.push(error)
  process.prependOnceListener('uncaughtException', hear)
  await new Promise(done => setTimeout(done, 50))
  process.off('uncaughtException', hear)
  expect(heard).toEqual([])
  await expect(chunks.next()).rejects.toThrow('ENOENT')
})

test('what no database keeps comes as U+FFFD, in its place', async () => {
  const path = put(
    'halves.json',
    '{"id":"a\\u0000","title":"\\ud800","language":"ru","text":"Да \\udc00 и \\u0000 нет \\ud83d\\ude00."}',
  )
  const [outcome] = (await readAll([path])).outcomes
  expect(outcome).toMatchObject({ document: { id: 'a\ufffd', title: '\ufffd', text: 'Да \ufffd и \ufffd нет 😀.' } })
})

test('what is wrong with a path is told apart from what is wrong with the machine', () => {
  const failed = (code: string): Error => Object.assign(new Error(code), { code })
  expect(reasonOfPath(failed('EACCES'))).toBe(because('noPermission'))
  expect(reasonOfPath(failed('ENOSPC'))).toBeNull()
  expect(reasonOfPath(new Error('a mistake of ours'))).toBeNull()
})

describe('what cannot be read says why', () => {
  test.each<[string, string | Uint8Array, string]>([
    ['empty.txt', '', 'the file is empty'],
    ['blank.txt', ' \n\t', 'nothing but white space'],
    ['photo.txt', Uint8Array.of(0x89, 0x50, 0, 0, 1), 'a binary file'],
    ['paper.pdf', '%PDF-1.4\n', 'not a PDF that can be read'],
    ['empty.html', '<html><body></body></html>', 'the page holds no text'],
    ['broken.json', '{"id": "a",\n "text": oops}', 'not JSON: line 2, column 10: expected a value, found "o"'],
    ['list.json', '[]', 'expected a document { "id": …, "text": … }, got an array'],
    ['noid.json', '{"text": "a"}', 'but it has no "id"'],
    ['number.json', '{"id": 5, "text": "a"}', '"id": expected a string, got a number'],
    ['notext.json', '{"id": "a", "text": " "}', '"text" is empty'],
    ['day.json', '{"id": "a", "text": "a", "published": "2021-02-30"}', '"published": expected an ISO date'],
    ['title.json', '{"id": "a", "text": "a", "title": 5}', '"title": expected a string or null, got a number'],
    ['analysis.json', '{"format": "parley/analysis@1", "text": "a"}', 'got an analysis that Parley wrote'],
    ['none.jsonl', '\n\n', 'the file holds no documents'],
  ])('%s', async (name, content, reason) => {
    expect(await reasonOf(put(name, content))).toContain(reason)
  })

  test('nothing there', async () => {
    expect(await reasonOf(join(folder, 'no such.txt'))).toBe('there is no such file or folder')
    expect(await reasonOf('https://example.org/a')).toContain('an address')
  })
})

describe('documents one a line', () => {
  const good = JSON.stringify({ id: 'a', text: SENTENCE })

  test('bad lines are named, good ones read', async () => {
    const path = put('news.jsonl', `\ufeff${good}\n\n{"id": "b"}\n${good.slice(0, 20)}\n42\r\n${good}\r\n`)
    const { outcomes } = await readAll([path])
    expect(outcomes.map(outcome => [relative(folder, outcome.input), outcome.ok ? 'read' : outcome.reason])).toEqual([
      ['news.jsonl:1', 'read'],
      ['news.jsonl:3', 'expected a document { "id": …, "text": … }, but it has no "text"'],
      [
        'news.jsonl:4',
        'not JSON: one document a line; line 1, column 21: expected a closing double quote, found the end',
      ],
      ['news.jsonl:5', 'expected a document { "id": …, "text": … }, got a number'],
      ['news.jsonl:6', 'read'],
    ])
  })

  test('UTF-16 and windows-1251 are read, and said once', async () => {
    for (const label of ['utf-16le', 'windows-1251']) {
      const path = put(`${label}.jsonl`, encode(`${good}\n${good}\n`, label))
      const { outcomes, notices } = await readAll([path])
      expect(outcomes).toMatchObject([{ document: { text: SENTENCE } }, { document: { text: SENTENCE } }])
      expect(notices).toHaveLength(1)
    }
  })

  test('a file that is no text at all fails once', async () => {
    expect(await reasonOf(put('zip.jsonl', Uint8Array.of(0, 1, 10, 0, 2, 10, 0)))).toContain('binary')
  })
})

describe('a folder', () => {
  test('all files of the known kinds, sorted; the others are counted', async () => {
    for (const name of ['b.txt', 'a/z.md', 'a/b.TXT', 'c.odt', 'a/d.png', '.hidden/e.txt'])
      put(`many/${name}`, SENTENCE)
    symlinkSync(join(folder, 'many'), join(folder, 'many', 'circle'))
    const { outcomes, notices } = await readAll([join(folder, 'many')])
    expect(outcomes.map(({ input }) => relative(join(folder, 'many'), input))).toEqual(['a/b.TXT', 'a/z.md', 'b.txt'])
    // The link to a folder counts among what was passed over.
    expect(notices).toMatchObject([{ message: 'passed over 3 files of other kinds' }])
  })

  test('without any such file fails', async () => {
    put('other/a.odt', 'x')
    mkdirSync(join(folder, 'bare'))
    expect(await reasonOf(join(folder, 'other'))).toContain('only 1 file of other kinds')
    expect(await reasonOf(join(folder, 'bare'))).toContain('no files')
  })
})

describe('standard input', () => {
  test.each([
    ['plain text', SENTENCE, SENTENCE],
    ['HTML', ` \n<p>${SENTENCE}</p>`, SENTENCE],
    ['a JSON document', `{\n "id": "x",\n "text": ${JSON.stringify(SENTENCE)}}`, SENTENCE],
    ['a JSON document', `{"id": "x", "text": ${JSON.stringify(SENTENCE)}}`, SENTENCE],
    ['JSON documents, one a line', `{"id": "x", "text": ${JSON.stringify(SENTENCE)}}\n`, SENTENCE],
  ])('is read as %s', async (kind, content, text) => {
    const bytes = Buffer.from(content)
    // However it is cut on the way.
    for (const size of [1, 7, bytes.length]) {
      const pieces: Uint8Array[] = []
      for (let at = 0; at < bytes.length; at += size) pieces.push(bytes.subarray(at, at + size))
      const { outcomes, notices } = await readAll(['-'], { standardInput: streamOf(...pieces) })
      expect(outcomes).toMatchObject([{ ok: true, document: { text } }])
      // A text is what anybody would take it for.
      expect(notices).toEqual(kind === 'plain text' ? [] : [{ input: '-', message: `read as ${kind}` }])
    }
  })

  test('empty', async () => {
    expect(await reasonOf('-')).toBe('the file is empty')
  })
})
