/** The Add view in a real browser: files dropped, a text pasted, addresses told apart; progress that survives a reload; failures with reasons; the way back. */
import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { BROWSER_TEST, CHROMIUM_ARGUMENTS, findChromium } from '@parley/testkit'
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { buildWebIfStale } from '../../../scripts/build-web.ts'
import { type Listening, listen } from '../src/index.ts'
import { brokenRules } from './browser.ts'
import { exampleApp } from './example-record.ts'
import { BROKEN_PDF } from './made-files.ts'

const executablePath = findChromium()
const SAID = '«Мы готовы к переговорам», — заявил президент Ардании Лев Сорокин в среду.'

describe.skipIf(executablePath === null)('adding on the page', BROWSER_TEST, () => {
  let example: Awaited<ReturnType<typeof exampleApp>>
  let server: Listening
  let browser: Browser
  let site: { readonly address: string; readonly held: ServerResponse[]; close(): void }

  beforeAll(async () => {
    await buildWebIfStale()
    example = await exampleApp()
    server = await listen(example.app, { host: '127.0.0.1', port: 0 })
    browser = await chromium.launch({ executablePath: executablePath as string, args: [...CHROMIUM_ARGUMENTS] })
    site = await makeSite()
  })
  afterAll(async () => {
    site?.close()
    await browser?.close()
    await example?.close()
    await server?.stop()
  })

  async function open(path: string, options: BrowserContextOptions = {}): Promise<{ page: Page; noise: string[] }> {
    const context = await browser.newContext({ locale: 'en-GB', ...options })
    const page = await context.newPage()
    const noise: string[] = []
    page.on('console', message => noise.push(message.text()))
    page.on('pageerror', error => noise.push(String(error)))
    page.setDefaultTimeout(60_000)
    await page.goto(server.address + path)
    await page.locator('.drop').waitFor()
    return { page, noise }
  }

  /** As a drop from the desktop comes. */
  async function drop(page: Page, files: readonly { readonly name: string; readonly text: string }[]): Promise<void> {
    const data = await page.evaluateHandle(`(() => {
      const data = new DataTransfer()
      for (const { name, text } of ${JSON.stringify(files)}) data.items.add(new File([text], name))
      return data
    })()`)
    await page.dispatchEvent('.drop', 'dragover', { dataTransfer: data })
    await page.dispatchEvent('.drop', 'drop', { dataTransfer: data })
  }

  const finished = (page: Page) => page.locator('.import .figures b', { hasText: /^Done$/ }).waitFor()

  test('files are dropped, counted, taken in and opened; one that fails says why; the foot counts anew', async () => {
    const { page, noise } = await open('/add')
    const foot = await page.locator('.foot').innerText()
    await drop(page, [
      { name: 'statement.txt', text: SAID },
      { name: 'broken.pdf', text: await BROKEN_PDF.text() },
    ])
    await page.locator('.plan', { hasText: '2 files' }).waitFor()
    await page.getByRole('button', { name: 'Take in 2 files' }).click()
    await finished(page)
    expect(page.url()).toContain('?import=')
    expect(await page.locator('.import .figures').innerText()).toMatch(/1 report · 1 failed/)
    const failed = page.locator('.import-table', { hasText: 'failed' })
    expect(await failed.locator('tbody').innerText()).toMatch(/broken\.pdf\s+not a PDF that can be read/)
    await expect.poll(() => page.locator('.foot').innerText()).not.toBe(foot)
    for (const colorScheme of ['light', 'dark'] as const) {
      // Without motion: a colour half-way from one theme to the other is neither's.
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
      expect(await brokenRules(page)).toEqual([])
    }
    await page.locator('.import-table a', { hasText: 'statement' }).click()
    await page.locator('h1', { hasText: 'statement' }).waitFor()
    expect(await page.locator('main').innerText()).toContain('Мы готовы к переговорам')
    expect(noise).toEqual([])
    await page.context().close()
  })

  test('a text is told apart from addresses before it is sent, and comes in with what is known of it', async () => {
    const { page } = await open('/add')
    const box = page.locator('.pasted textarea')
    await box.fill('https://news.example/rss')
    expect(await page.locator('.pasted').innerText()).toMatch(/An address that looks like a feed’s.*keep the feed/s)
    await box.fill('https://news.example/1\nhttps://news.example/2')
    expect(await page.locator('.pasted').innerText()).toContain('2 addresses.')
    await box.fill(`${SAID} Он приехал вчера.`)
    expect(await page.locator('.pasted').innerText()).toMatch(/A text\. \d+ characters/)
    await page.getByLabel('Title').fill('Заявление Сорокина')
    await page.getByLabel('Published').fill('2023-06-14')
    await page.getByRole('button', { name: 'Take in' }).click()
    await finished(page)
    expect(await page.locator('.import-table tbody').innerText()).toMatch(
      /Заявление Сорокина\s+14 Jun 2023\s+quotations 1/,
    )
    await page.context().close()
  })

  test('a reload in the middle of an import changes nothing; what failed is tried again', async () => {
    const { page, noise } = await open('/add')
    await page.locator('.pasted textarea').fill(`${site.address}/first\n${site.address}/gone\n${site.address}/held`)
    await page.getByRole('button', { name: 'Fetch' }).click()
    await expect.poll(() => site.held.length, { timeout: 60_000 }).toBe(1)
    await page.reload()
    await page.locator('.import h2', { hasText: 'Reading now' }).waitFor()
    await page.locator('.import-table', { hasText: 'gone' }).waitFor()
    // Without the address of the import as well: it is the one that goes on.
    await page.goto(`${server.address}/add`)
    await page.locator('.bar').waitFor()
    expect(await page.getByRole('progressbar').count()).toBe(1)
    for (const response of site.held.splice(0)) response.end(pageOf('held'))
    await page.locator('.import').waitFor({ state: 'detached' })
    await page.locator('.import-list a').first().click()
    await finished(page)
    expect(await page.locator('.import .figures').innerText()).toMatch(/2 reports · 1 failed/)
    await page.getByRole('button', { name: 'Try again' }).click()
    await page.locator('.import-name', { hasText: '1 address:' }).waitFor()
    await finished(page)
    expect(noise).toEqual([])
    await page.context().close()
  })

  test('an import is taken back once it is confirmed, by keys alone', async () => {
    const { page } = await open('/add')
    await drop(page, [{ name: 'mistake.txt', text: `${SAID} По ошибке.` }])
    await page.getByRole('button', { name: 'Take in 1 file' }).click()
    await finished(page)
    const takeBack = page.getByRole('button', { name: 'Take it back' })
    await takeBack.focus()
    await page.keyboard.press('Enter')
    await page.getByText('1 report leaves the record').waitFor()
    await page.keyboard.press('Escape')
    await takeBack.waitFor()
    await takeBack.focus()
    await page.keyboard.press('Enter')
    await page.keyboard.press('Enter')
    await page.locator('.import .figures b', { hasText: 'Taken back' }).waitFor()
    expect(await page.locator('.import-table').count()).toBe(0)
    await page.context().close()
  })

  test.each([
    [1024, 'en-GB'],
    [1024, 'ru'],
    [390, 'en-GB'],
    [390, 'ru'],
  ])('nothing scrolls sideways at %i pixels (%s)', async (width, locale) => {
    const { page } = await open('/add', { viewport: { width, height: 844 }, locale })
    await page.locator('.import-list a').first().click()
    await page.locator('.import').waitFor()
    await page.locator('.pasted textarea').fill(SAID)
    const wider = await page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth')
    expect(wider).toBeLessThanOrEqual(0)
    await page.context().close()
  })

  test('what failed is said in the language of the page, and what was guessed of what came in is said, too', async () => {
    const { page } = await open('/add', { locale: 'ru-RU' })
    const old = [0xcc, 0xe8, 0xf0, 0x20, 0xe2, 0xee, 0xe7, 0xec, 0xee, 0xe6, 0xe5, 0xed, 0x2e]
    await page
      .locator('input[type=file]')
      .first()
      .setInputFiles([
        { name: 'empty.txt', mimeType: 'text/plain', buffer: Buffer.alloc(0) },
        { name: 'old.txt', mimeType: 'text/plain', buffer: Buffer.from(old) },
      ])
    await page.locator('.give .button.main', { hasText: '2 файла' }).click()
    const table = (words: string) => page.locator('.import-table', { hasText: words }).locator('tbody')
    await table('Не добавлено').waitFor()
    expect(await table('Не добавлено').innerText()).toMatch(/empty\.txt\s+файл пуст/)
    await table('замечание').waitFor()
    expect(await table('замечание').innerText()).toMatch(/old\.txt\s+прочитано в кодировке windows-1251/)
    await page.reload()
    await table('замечание').waitFor()
    expect(await table('замечание').innerText()).toMatch(/old\.txt\s+прочитано в кодировке windows-1251/)
    expect(await brokenRules(page)).toEqual([])
    await page.context().close()
  })
})

const pageOf = (name: string) =>
  `<html lang="en"><head><title>${name}</title></head><body><article><p>“The ${name} road is open,” the envoy said in Ardan on Friday.</p></article></body></html>`

/** Answers at once, but under /held, which waits, and /gone, where there is nothing. */
async function makeSite() {
  const held: ServerResponse[] = []
  const server = createServer((request, response) => {
    response.setHeader('content-type', 'text/html')
    if (request.url === '/held') held.push(response)
    else if (request.url === '/gone') response.writeHead(404).end()
    else response.end(pageOf('first'))
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  return {
    held,
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () => {
      server.closeAllConnections()
      server.close()
    },
  }
}
