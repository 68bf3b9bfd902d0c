/** The same core in a real browser: the same bytes as Node for the same input, on the page and in a worker. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { extname, join } from 'node:path'
import { makeDocument, readDocument } from '@parley/core'
import { loadKit } from '@parley/service'
import { anyText, CHROMIUM_ARGUMENTS, cutsOf, findChromium } from '@parley/testkit'
import fc from 'fast-check'
import { type Browser, chromium, type Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { buildWeb, type WebFile } from '../../../scripts/build-web.ts'
import { exampleDocuments } from '../../../scripts/example-documents.ts'
import type { ReaderReply } from '../src/reader/reader-worker.ts'

declare global {
  interface Window {
    parley: typeof import('../src/index.ts')
  }
}

const MEGABYTE = 1_000_000
const TYPES: Readonly<Record<string, string>> = {
  '': 'text/html',
  '.js': 'text/javascript',
  '.json': 'application/json',
}

const PAGE = `<!doctype html><meta charset="utf-8"><title>parley</title>
<script type="module">import * as parley from '/parley.js'; window.parley = parley</script>`
const executablePath = findChromium()

describe.skipIf(executablePath === null)('in a browser', () => {
  const folder = mkdtempSync(join(tmpdir(), 'parley-web-'))
  let files: WebFile[]
  let server: Server
  let browser: Browser
  let page: Page
  /** Documents as the browser gets them, and what Node reads in them. */
  let inputs: string
  let expected: string[]

  beforeAll(async () => {
    files = await buildWeb(folder)
    const served = new Set(files.map(file => file.name))
    const examples = exampleDocuments()
    const generated = fc.sample(fc.oneof(anyText(), cutsOf(...examples.map(({ text }) => text))), {
      numRuns: 200,
      seed: 2,
    })
    const documents = [
      ...examples,
      ...generated.map((text, i) => ({ id: `generated-${i}`, text, language: 'ru', published: '2021-11-26' })),
    ]
    inputs = JSON.stringify(documents)
    const kit = loadKit()
    expected = documents.map(fields => JSON.stringify(readDocument(makeDocument(fields), kit)))

    server = createServer((request, response) => {
      const name = (request.url ?? '/').slice(1)
      const body =
        name === ''
          ? PAGE
          : name === 'inputs.json'
            ? inputs
            : served.has(name)
              ? readFileSync(join(folder, name))
              : null
      response.writeHead(body === null ? 404 : 200, {
        'content-type': TYPES[extname(name)] ?? 'application/octet-stream',
      })
      response.end(body)
    })
    await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
    browser = await chromium.launch({ executablePath: executablePath as string, args: [...CHROMIUM_ARGUMENTS] })
    page = await browser.newPage()
    await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`)
  })
  afterAll(async () => {
    await browser?.close()
    server?.close()
    rmSync(folder, { recursive: true, force: true })
  })
  const packs = () => files.map(file => file.name).filter(name => name.endsWith('.gz'))

  test('a page reads what Node reads, to the byte', async () => {
    const found = await page.evaluate(async packs => {
      const { loadReader } = window.parley
      const reader = await loadReader(packs)
      const documents = await (await fetch('/inputs.json')).json()
      // biome-ignore lint/suspicious/noExplicitAny: documents as served
      return documents.map((fields: any) => JSON.stringify(reader.read(fields))) as string[]
    }, packs())
    expect(found.length).toBe(expected.length)
    for (const [i, analysis] of found.entries()) expect(analysis).toBe(expected[i])
  })

  test('so does a worker', async () => {
    const found = await page.evaluate(async packs => {
      const documents = await (await fetch('/inputs.json')).json()
      const worker = new Worker('/reader-worker.js', { type: 'module' })
      const answer = () =>
        new Promise<ReaderReply>((resolve, reject) => {
          worker.onmessage = message => resolve(message.data)
          worker.onerror = () => reject(new Error('the worker failed'))
        })
      worker.postMessage({ load: packs })
      const replies = [await answer()]
      for (const [id, read] of documents.entries()) {
        worker.postMessage({ id, read })
        replies.push(await answer())
      }
      worker.terminate()
      return replies
    }, packs())
    expect(found[0]).toEqual({ ready: true })
    for (const [i, analysis] of expected.entries()) expect(found[i + 1]).toEqual({ id: i, analysis })
  })

  test('code and the Russian pack weigh under 9 MB over the wire', () => {
    const wire = files
      .filter(file => file.name === 'parley.js' || file.name.startsWith('packs/ru'))
      .reduce((sum, file) => sum + file.wire, 0)
    expect(wire).toBeLessThan(9 * MEGABYTE)
  })

  test('an address without a pack is said in words', async () => {
    const message = await page.evaluate(async () => {
      const { loadReader } = window.parley
      return loadReader(['/none.pack.gz']).then(
        () => null,
        error => (error as Error).message,
      )
    })
    expect(message).toMatch(/none\.pack\.gz/)
  })
})
