/** Inputs of every kind with bytes flipped, cut out, doubled and swapped: each is read or fails with a reason; nothing throws, nothing hangs. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { makePdf } from '@parley/testkit'
import { afterAll, describe, expect, test } from 'vitest'
import { readDocuments } from '../src/index.ts'
import { makeDocx, paragraph, run } from './make-docx.ts'

const folder = mkdtempSync(join(tmpdir(), 'parley-damaged-'))
afterAll(() => rmSync(folder, { recursive: true }))

const RUNS = Number(process.env.RUNS ?? 1000)
const SENTENCE = 'Стороны были готовы открыть дорогу, сообщил министр транспорта Лев Орешников.'
const PAGE = `<!doctype html><html lang="ru"><head><title>Мост</title><meta property="article:published_time" content="2024-05-14">
<script type="application/ld+json">{"@type":"NewsArticle","headline":"Мост","datePublished":"2024-05-14"}</script></head>
<body><nav>Меню</nav><article><h1>Мост</h1><p>${SENTENCE}</p><table><tr><td>1</td></tr></table></article></body></html>`
const warc = (): Uint8Array => {
  const body = Buffer.from(`HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: identity\r\n\r\n${PAGE}`)
  const head = `WARC/1.1\r\nWARC-Type: response\r\nWARC-Target-URI: https://x.example/\r\nWARC-Date: 2024-05-14T10:00:00Z\r\nContent-Type: application/http; msgtype=response\r\nContent-Length: ${body.length}\r\n\r\n`
  const record = Buffer.concat([Buffer.from(head), body, Buffer.from('\r\n\r\n')])
  return Buffer.concat([record, record])
}
const rss = `<?xml version="1.0" encoding="utf-8"?><rss version="2.0"><channel><title>Вести</title><link>https://x.example</link><description>d</description>
<item><title>Дорога</title><link>https://x.example/1</link><description><![CDATA[<p>${SENTENCE}</p>]]></description></item></channel></rss>`

const SAMPLES: readonly (readonly [name: string, bytes: Uint8Array])[] = [
  ['report.txt', Buffer.from(SENTENCE)],
  ['report16.txt', Buffer.from(`\ufeff${SENTENCE}`, 'utf16le')],
  ['page.html', Buffer.from(PAGE)],
  ['paper.pdf', makePdf([['Мост откроют в мае', '', SENTENCE], ['Дорога закрыта.']], 'Доклад')],
  ['letter.docx', makeDocx(paragraph(run(SENTENCE)), 'Доклад')],
  ['table.csv', Buffer.from(`id,date,text\na,2024-05-14,"${SENTENCE}"\nb,,"${SENTENCE}"\n`)],
  ['pages.warc', warc()],
  ['pages.warc.gz', gzipSync(warc())],
  ['news.rss', Buffer.from(rss)],
  ['feeds.opml', Buffer.from('<opml version="2.0"><body><outline xmlUrl="https://x.example/rss"/></body></opml>')],
  ['lines.jsonl', Buffer.from(`${JSON.stringify({ id: 'a', text: SENTENCE })}\n`.repeat(3))],
  ['one.json', Buffer.from(JSON.stringify({ id: 'a', text: SENTENCE, published: '2024-05-14' }))],
  ['unnamed', Buffer.from(rss)],
]

/** mulberry32: the same damage for the same number. */
function chance(seed: number): () => number {
  let state = Math.imul(seed + 1, 0x9e3779b1)
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

function damaged(bytes: Uint8Array, seed: number): Uint8Array {
  const random = chance(seed)
  const at = (length: number): number => Math.floor(random() * (length + 1))
  let data = Buffer.from(bytes)
  for (let blows = 1 + Math.floor(random() * 5); blows > 0; blows--) {
    const from = at(data.length)
    const to = Math.min(data.length, from + at(40))
    const kind = Math.floor(random() * 6)
    if (kind === 0) for (let i = from; i < to; i++) data[i] ^= 1 << Math.floor(random() * 8)
    else if (kind === 1) data = Buffer.concat([data.subarray(0, from), data.subarray(to)])
    else if (kind === 2) data = Buffer.concat([data.subarray(0, to), data.subarray(from)])
    else if (kind === 3) data = data.subarray(0, from)
    else if (kind === 4)
      data = Buffer.concat([
        data.subarray(0, from),
        Buffer.alloc(at(200), Math.floor(random() * 256)),
        data.subarray(from),
      ])
    else data = Buffer.concat([data.subarray(0, from), data, data.subarray(from)])
  }
  return data
}

describe('damaged inputs', () => {
  test.each(SAMPLES)('%s', async (name, bytes) => {
    const each = Math.ceil(RUNS / SAMPLES.length)
    let slowest = 0
    let failures = 0
    for (let seed = 0; seed < each; seed++) {
      const path = join(folder, name)
      writeFileSync(path, damaged(bytes, seed))
      const started = performance.now()
      let outcomes = 0
      const options = { language: null, published: null, onNotice: () => {}, standardInput: noInput() }
      for await (const outcome of readDocuments([path], options)) {
        outcomes++
        if (outcome.ok) expect(outcome.document.text, `seed ${seed}`).not.toBe('')
        else {
          failures++
          expect(outcome.reason, `seed ${seed}`).toMatch(/\S/)
          expect(outcome.reason, `seed ${seed}`).not.toContain('\n')
        }
      }
      // What is left may be an archive without a page, but never silence.
      expect(outcomes, `seed ${seed}`).toBeGreaterThan(0)
      slowest = Math.max(slowest, performance.now() - started)
    }
    expect(slowest).toBeLessThan(10_000)
    // Damage that no reader notices would be no test.
    if (name.endsWith('.json') || name.endsWith('.pdf')) expect(failures).toBeGreaterThan(0)
  })
})

async function* noInput(): AsyncGenerator<Uint8Array> {}
