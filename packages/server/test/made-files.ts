/** Files of each kind, made here: what somebody would drop on the page. */
import { randomUUID } from 'node:crypto'
import { makePdf } from '@parley/testkit'

export function text(words: string): Blob {
  return new Blob([words])
}

export const PAGE = new Blob([
  `<!doctype html><html lang="en"><head><title>Talks in Ardan</title><meta property="article:published_time" content="2023-06-14"></head>
<body><article><h1>Talks in Ardan</h1><p>“We are ready to open the road,” President Lev Sorokin said on Wednesday after the talks in Ardan.</p>
<p>The ministers agreed to meet again in the spring, and both sides named a day for it.</p></article></body></html>`,
])

export const PDF = new Blob([
  makePdf([['The mediator said on Monday that both sides', 'had agreed to open the road over the pass.']]) as never,
])

/** Begins as a PDF and is none. */
export const BROKEN_PDF = new Blob(['%PDF-1.7\nno more than a beginning'])

/** Two pages as a crawler keeps them. */
export const WARC = new Blob(
  ['first', 'second'].map(name => {
    const page = `<html><head><title>The ${name} round</title></head><body><article><p>The ${name} round of talks ended on Friday, the envoy said in Ardan. “We go on,” he said.</p></article></body></html>`
    const body = `HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n${page}`
    const head = [
      'WARC/1.1',
      'WARC-Type: response',
      `WARC-Target-URI: https://news.example/${name}`,
      'WARC-Date: 2024-05-14T10:00:00Z',
      `WARC-Record-ID: <urn:uuid:${randomUUID()}>`,
      'Content-Type: application/http; msgtype=response',
      `Content-Length: ${Buffer.byteLength(body)}`,
    ]
    return `${head.join('\r\n')}\r\n\r\n${body}\r\n\r\n`
  }),
)

export function form(
  files: readonly (readonly [name: string, file: Blob])[],
  fields: Record<string, string> = {},
): FormData {
  const made = new FormData()
  for (const [name, value] of Object.entries(fields)) made.append(name, value)
  for (const [name, file] of files) made.append('file', file, name)
  return made
}
