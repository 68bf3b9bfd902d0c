import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { makePdf } from '@parley/testkit'
import { afterAll, describe, expect, test } from 'vitest'
import { readOpml } from '../src/formats/read-feed.ts'
import { type ReadOutcome, readDocuments } from '../src/index.ts'
import { makeDocx, paragraph, run } from './make-docx.ts'

const folder = mkdtempSync(join(tmpdir(), 'parley-formats-'))
afterAll(() => rmSync(folder, { recursive: true }))

const SENTENCE = 'Стороны были готовы открыть дорогу, сообщил министр.'

async function read(name: string, content: string | Uint8Array): Promise<ReadOutcome[]> {
  const path = join(folder, name)
  writeFileSync(path, content)
  const outcomes: ReadOutcome[] = []
  const options = { language: null, published: null, onNotice: () => {}, standardInput: emptyInput() }
  for await (const outcome of readDocuments([path], options)) outcomes.push(outcome)
  return outcomes
}

async function* emptyInput(): AsyncGenerator<Uint8Array> {}

const reasons = (outcomes: readonly ReadOutcome[]): string[] =>
  outcomes.map(outcome => (outcome.ok ? `read ${outcome.document.id}` : outcome.reason))

describe('Word', () => {
  const body = [
    paragraph(run('Мост откроют '), run('в мае')),
    paragraph(
      run('Министр транспорта сообщил, что работы закончат '),
      `<w:del w:author="a">${run('летом').replaceAll('w:t', 'w:delText')}</w:del><w:ins w:author="a">${run('до весны')}</w:ins>`,
      run('.'),
    ),
    `<w:tbl><w:tr><w:tc>${paragraph(run('Дорога закрыта.'))}</w:tc></w:tr></w:tbl>`,
  ].join('')

  test('text in paragraphs as Word shows it, title and date', async () => {
    expect(await read('bridge.docx', makeDocx(body, 'Доклад'))).toMatchObject([
      {
        ok: true,
        document: {
          id: 'bridge',
          title: 'Доклад',
          published: '2024-05-14',
          language: 'ru',
          text: 'Мост откроют в мае\n\nМинистр транспорта сообщил, что работы закончат до весны.\n\nДорога закрыта.',
        },
      },
    ])
  })

  test('told by its first bytes under any name', async () => {
    expect(await read('bridge.dat', makeDocx(body))).toMatchObject([{ ok: true }])
  })

  test('what is no Word document, or has no text', async () => {
    expect(reasons(await read('bare.docx', makeDocx('')))[0]).toBe('a Word document without text')
    expect(reasons(await read('junk.docx', 'not at all'))[0]).toMatch('not a Word document that can be read')
    const whole = makeDocx(body)
    expect(reasons(await read('cut.docx', whole.subarray(0, whole.length / 2)))[0]).toMatch('not a Word document')
  })

  test('a small file that unpacks to a large one is refused, one that lies about it gets no more than it says', async () => {
    const large = new Uint8Array(40_000_000).fill(0x20)
    const bomb = makeDocx(body, '', { 'word/footnotes.xml': large })
    expect(bomb.length).toBeLessThan(100_000)
    expect(reasons(await read('bomb.docx', bomb))[0]).toMatch('unpacks to more than')
    const lie = Buffer.from(bomb)
    for (let at = lie.indexOf(sizeOf(large)); at >= 0; at = lie.indexOf(sizeOf(large))) lie.writeUInt32LE(10, at)
    expect(reasons(await read('lie.docx', lie))[0]).toMatch('not a Word document')
    expect(await read('pictures.docx', makeDocx(body, '', { 'word/media/a.bmp': large }))).toMatchObject([{ ok: true }])
  })
})

function sizeOf({ length }: Uint8Array): Buffer {
  const size = Buffer.alloc(4)
  size.writeUInt32LE(length)
  return size
}

describe('PDF', () => {
  const pages = [
    ['Мост откроют в мае', '', 'Министр транспорта сообщил, что работы по мос-', 'ту закончат до весны.'],
    ['Дорога закрыта.'],
  ]

  test('text in paragraphs, broken words joined, title and date', async () => {
    expect(await read('bridge.pdf', makePdf(pages, 'Доклад'))).toMatchObject([
      {
        ok: true,
        part: '',
        document: {
          id: 'bridge',
          title: 'Доклад',
          published: '2024-05-14',
          language: 'ru',
          text: 'Мост откроют в мае\n\nМинистр транспорта сообщил, что работы по мосту закончат до весны.\n\nДорога закрыта.',
        },
      },
    ])
  })

  test('told by its first bytes under any name', async () => {
    expect(await read('bridge.txt', makePdf(pages))).toMatchObject([{ ok: true }])
  })

  test('what is no PDF, or has no text', async () => {
    expect(reasons(await read('empty.pdf', makePdf([[]])))[0]).toMatch('a PDF without text')
    expect(reasons(await read('junk.pdf', 'not at all'))[0]).toMatch('not a PDF that can be read')
    expect(reasons(await read('cut.pdf', makePdf(pages).subarray(0, 300)))[0]).toMatch(/PDF/)
  })
})

describe('tables', () => {
  test.each([',', ';', '\t'])('parted by %j', async delimiter => {
    const rows = [
      ['ID', 'Date', 'Headline', 'Body', 'Source'],
      ['a', '14.05.2024', 'Мост', `"${SENTENCE}"`, 'Вести'],
      ['', '2024-05-15', '', `"${SENTENCE}\nИ ""ещё"" строка."`, ''],
      ['c', '', '', '', ''],
    ]
    const outcomes = await read('table.csv', `\ufeff${rows.map(row => row.join(delimiter)).join('\r\n')}\r\n`)
    expect(outcomes).toMatchObject([
      {
        part: 'line 2',
        document: { id: 'a', published: '2024-05-14', title: 'Мост', publisher: 'Вести', text: SENTENCE },
      },
      {
        part: 'line 4',
        document: { id: 'table-line-4', published: '2024-05-15', text: `${SENTENCE}\nИ "ещё" строка.` },
      },
      { ok: false, reason: expect.stringContaining('it has no "text"') },
    ])
  })

  test('without a column of texts', async () => {
    expect(reasons(await read('none.csv', 'a,b\n1,2\n'))).toEqual([
      'a table without a column of texts (text, body or content); it has a, b',
    ])
  })
})

describe('feeds', () => {
  const ENTRY = `<p>${SENTENCE}</p>`
  const FEEDS: readonly (readonly [string, string])[] = [
    [
      'RSS',
      `<?xml version="1.0"?><rss version="2.0"><channel><title>Вести</title><link>https://x.example</link><description>d</description>
      <item><title>Дорога</title><link>https://x.example/1</link><pubDate>Tue, 14 May 2024 10:00:00 +0300</pubDate><description><![CDATA[${ENTRY}]]></description></item></channel></rss>`,
    ],
    [
      'Atom',
      `<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><title>Вести</title><id>x</id><updated>2024-05-14T10:00:00+03:00</updated>
      <entry><id>1</id><title>Дорога</title><link href="https://x.example/1"/><published>2024-05-14T10:00:00+03:00</published><content type="html"><![CDATA[${ENTRY}]]></content></entry></feed>`,
    ],
  ]

  test.each(FEEDS)('%s', async (kind, xml) => {
    const expected = {
      title: 'Дорога',
      url: 'https://x.example/1',
      published: '2024-05-14T10:00:00+03:00',
      publisher: 'Вести',
    }
    for (const name of [`${kind}.rss`, `${kind}.xml`]) {
      expect(await read(name, xml)).toMatchObject([
        { part: 'entry 1', document: { ...expected, text: `Дорога\n\n${SENTENCE}` } },
      ])
    }
  })

  test('what is no feed', async () => {
    expect(reasons(await read('no.rss', '<html></html>'))[0]).toMatch('not a feed that can be read')
  })

  test('a list of feeds, nested', async () => {
    const opml = `<?xml version="1.0"?><opml version="2.0"><head/><body><outline text="a"><outline text="b" type="rss" xmlUrl="https://x.example/rss"/>
      </outline><outline text="c" type="rss" xmlUrl="https://y.example/rss"/></body></opml>`
    expect(await readOpml(opml)).toEqual({ ok: true, feeds: ['https://y.example/rss', 'https://x.example/rss'] })
    expect(reasons(await read('feeds.opml', opml))[0]).toMatch('a list of feeds')
  })
})

describe('web archives', () => {
  const http = (type: string, body: string, status = '200 OK') =>
    `HTTP/1.1 ${status}\r\nContent-Type: ${type}\r\n\r\n${body}`
  /** Written by hand, as the standard (ISO 28500) says. */
  function archive(pages: readonly (readonly [string, string])[]): Uint8Array {
    const records = pages.map(([url, response]) => {
      const body = Buffer.from(response)
      const head = `WARC/1.1\r\nWARC-Type: response\r\nWARC-Target-URI: ${url}\r\nWARC-Date: 2024-05-14T10:00:00Z\r\nWARC-Record-ID: <urn:uuid:${randomUUID()}>\r\nContent-Type: application/http; msgtype=response\r\nContent-Length: ${body.length}\r\n\r\n`
      return Buffer.concat([Buffer.from(head), body, Buffer.from('\r\n\r\n')])
    })
    return Buffer.concat(records)
  }
  const PAGE = `<html><head><title>Мост</title></head><body><article><h1>Мост</h1><p>${SENTENCE}</p></article></body></html>`

  test('pages in it, plain and compressed, each under its address', async () => {
    const file = archive([
      ['https://x.example/1', http('text/html; charset=utf-8', PAGE)],
      ['https://x.example/2.png', http('image/png', 'x')],
      ['https://x.example/3', http('text/html', PAGE, '404 Not Found')],
      ['https://x.example/4', http('text/plain', SENTENCE)],
    ])
    const expected = [
      {
        part: 'record 1',
        document: { id: 'https://x.example/1', url: 'https://x.example/1', text: `Мост\n\n${SENTENCE}` },
      },
      { part: 'record 4', document: { url: 'https://x.example/4', text: SENTENCE } },
    ]
    expect(await read('pages.warc', file)).toMatchObject(expected)
    expect(await read('pages.warc.gz', gzipSync(file))).toMatchObject(expected)
  })

  test('what holds no page, or is none', async () => {
    expect(
      reasons(await read('pictures.warc', archive([['https://x.example/2.png', http('image/png', 'x')]]))),
    ).toEqual(['the web archive holds no page that was fetched'])
    expect(reasons(await read('junk.warc', 'no archive at all\n'))[0]).toMatch(/web archive/)
  })
})
