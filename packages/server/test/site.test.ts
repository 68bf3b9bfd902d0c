/** The record's page as files: served by a plain server of files from a folder of it, clicked through in a real browser, with no server to ask. */
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { extname, join, resolve } from 'node:path'
import { BROWSER_TEST, CHROMIUM_ARGUMENTS, findChromium } from '@parley/testkit'
import { type Browser, chromium } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { buildWebIfStale } from '../../../scripts/build-web.ts'
import { exportSite, SiteError } from '../src/index.ts'
import { exampleApp } from './example-record.ts'
import { placeReports } from './place-reports.ts'

const ROOT = resolve(import.meta.dirname, '../../..')
const PAGE = join(ROOT, 'build/web')
const NOW = '2026-01-02T03:04:05Z'
const executablePath = findChromium()
/** What any server of files knows. */
const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.mjs': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
}

describe.skipIf(executablePath === null)('the page as files', BROWSER_TEST, () => {
  const reports = placeReports()
  const root = mkdtempSync(join(tmpdir(), 'parley-site-'))
  const out = join(root, 'copies', 'today')
  let example: Awaited<ReturnType<typeof exampleApp>>
  let server: Server
  let browser: Browser
  let address: string

  beforeAll(async () => {
    await buildWebIfStale()
    example = await exampleApp([join(ROOT, 'examples/ru'), reports.folder])
    await exportSite({ shelf: example.shelf, page: PAGE, out, now: NOW })
    server = createServer((request, response) => {
      const path = decodeURIComponent((request.url ?? '/').replace(/[?#].*/, ''))
      const file = join(root, path.endsWith('/') ? `${path}index.html` : path)
      const isFile = file.startsWith(root) && existsSync(file) && statSync(file).isFile()
      response.writeHead(isFile ? 200 : 404, { 'content-type': TYPES[extname(file)] ?? 'application/octet-stream' })
      response.end(isFile ? readFileSync(file) : '')
    })
    await new Promise<void>(done => server.listen(0, '127.0.0.1', done))
    address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/copies/today/`
    browser = await chromium.launch({ executablePath: executablePath as string, args: [...CHROMIUM_ARGUMENTS] })
  })
  afterAll(async () => {
    await browser?.close()
    server?.close()
    await example?.close()
    reports.remove()
    rmSync(root, { recursive: true, force: true })
  })

  async function open(view = '') {
    const page = await (await browser.newContext({ locale: 'en-GB' })).newPage()
    const noise: string[] = []
    page.on('console', message => {
      if (!message.text().startsWith('[.WebGL-')) noise.push(message.text())
    })
    page.on('pageerror', error => noise.push(String(error)))
    page.on('request', request => {
      const isOwn = request.url().startsWith(address) && request.method() === 'GET'
      if (!isOwn && !request.url().startsWith('blob:')) noise.push(`${request.method()} ${request.url()}`)
    })
    page.setDefaultTimeout(20_000)
    await page.goto(address + view)
    await page.locator('h1').waitFor()
    return { page, noise }
  }

  test('overview, matrix, the claims of a cell, their words in the source', async () => {
    const { page, noise } = await open()
    await page.getByRole('link', { name: 'Matrix' }).click()
    await page.locator('.matrix [data-cell]').first().waitFor()
    const cells = page.locator('.matrix button[data-cell]')
    await cells.first().click()
    await page.locator('.panel .evidence').first().waitFor()
    const words = await page.locator('.panel .evidence mark').first().innerText()
    await page.locator('.panel .facts a').first().click()
    await page.locator('.found [aria-current]').waitFor()
    const marked = await page.evaluate("[...CSS.highlights.get('chosen')].map(range => range.toString()).join(' … ')")
    expect(String(marked).replace(/\s+/g, ' ').trim()).toBe(words.replace(/\s+/g, ' ').trim())
    expect(noise).toEqual([])
    await page.context().close()
  })

  test.each([
    ['#/timeline', '.table.list tbody tr'],
    ['#/timeline?type=CONSULT&from=2021-01-01&until=2021-12-31', '.table.list tbody tr'],
    ['#/statements', '.statements blockquote'],
    ['#/sources', 'main a'],
    ['#/people/person-0003', '.person h2'],
    ['#/people/network', '.edge-table tbody tr'],
    ['#/people/network?kind=namings', '.edge-table tbody tr'],
    ['#/people/map?place=place-0117', '.place-evidence blockquote'],
  ])('%s shows what the server would', async (view, shown) => {
    const { page, noise } = await open(view)
    await page.locator(shown).first().waitFor()
    await page.waitForLoadState('networkidle')
    expect(noise).toEqual([])
    await page.context().close()
  })

  test('days are filtered on the page', async () => {
    const { page } = await open('#/timeline?from=2021-11-26&until=2021-11-26')
    const rows = page.locator('.table.list tbody tr')
    await rows.first().waitFor()
    // One meeting, told by two reports.
    expect(await rows.count()).toBe(1)
    await page.getByRole('button', { name: 'Clear' }).click()
    await expect.poll(() => rows.count()).toBeGreaterThan(1)
    await page.context().close()
  })

  test('what needs the server says so, and writing is not offered', async () => {
    const { page } = await open('#/statements?q=%D0%BC%D0%B8%D1%80')
    expect(await page.getByRole('alert').first().innerText()).toMatch(/without a server/)
    expect(await page.getByRole('link', { name: 'Review' }).count()).toBe(0)
    expect(await page.locator('.foot').innerText()).toMatch(/to read only/)
    await page.context().close()
  })
})

test('a folder that holds something is left as it is', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'parley-site-'))
  writeFileSync(join(folder, 'thesis.txt'), 'mine')
  const nothing = {} as never
  mkdirSync(join(folder, 'page'))
  writeFileSync(join(folder, 'page', 'index.html'), '')
  const written = exportSite({ shelf: nothing, page: join(folder, 'page'), out: folder, now: NOW })
  await expect(written).rejects.toThrow(SiteError)
  expect(readdirSync(folder).sort()).toEqual(['page', 'thesis.txt'])
  const unbuilt = exportSite({ shelf: nothing, page: join(folder, 'none'), out: join(folder, 'site'), now: NOW })
  await expect(unbuilt).rejects.toThrow(/has not been built/)
  rmSync(folder, { recursive: true, force: true })
})
