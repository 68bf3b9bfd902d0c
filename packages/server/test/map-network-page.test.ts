/** The map, the network and the reader's names in a real browser: over HTTP, by keyboard, in both themes, with no request that leaves this server. */
import { BROWSER_TEST, CHROMIUM_ARGUMENTS, findChromium } from '@parley/testkit'
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { buildWebIfStale } from '../../../scripts/build-web.ts'
import { type Listening, listen } from '../src/index.ts'
import { brokenRules } from './browser.ts'
import { exampleApp } from './example-record.ts'
import { placeReports } from './place-reports.ts'

const executablePath = findChromium()

const VIEWS = [
  '/people/network',
  '/people/network?kind=namings',
  '/people/network?side=aze&who=person-0002',
  '/people/map',
  '/people/map?place=place-0117&borders=disputed',
] as const

describe.skipIf(executablePath === null)('map and network', BROWSER_TEST, () => {
  const reports = placeReports()
  let example: Awaited<ReturnType<typeof exampleApp>>
  let server: Listening
  let browser: Browser

  beforeAll(async () => {
    await buildWebIfStale()
    example = await exampleApp([reports.folder])
    server = await listen(example.app, { host: '127.0.0.1', port: 0 })
    browser = await chromium.launch({ executablePath: executablePath as string, args: [...CHROMIUM_ARGUMENTS] })
  })
  afterAll(async () => {
    await browser?.close()
    await server?.stop()
    await example?.close()
    reports.remove()
  })

  /** A page whose view has come, what it complained of, and what it asked for. */
  async function open(path: string, options: BrowserContextOptions = {}) {
    const context = await browser.newContext({ locale: 'en-GB', ...options })
    const page = await context.newPage()
    const noise: string[] = []
    const asked: string[] = []
    // The software that draws here tells of its own slowness.
    page.on('console', message => {
      if (!message.text().startsWith('[.WebGL-')) noise.push(message.text())
    })
    page.on('pageerror', error => noise.push(String(error)))
    page.on('request', request => {
      asked.push(request.url())
      if (!request.url().startsWith(server.address) && !request.url().startsWith('blob:')) noise.push(request.url())
    })
    page.setDefaultTimeout(30_000)
    await page.goto(server.address + path)
    await page.locator('table').first().waitFor()
    await drawn(page)
    return { page, noise, asked }
  }

  /** Waits for the drawing, which comes after its table. */
  async function drawn(page: Page): Promise<void> {
    await page.locator('.network-drawing canvas, .world-map[data-ready]').first().waitFor()
    await page.waitForLoadState('networkidle')
  }

  test.each(VIEWS)('%s: no complaint, no request elsewhere, and axe finds nothing in either theme', async view => {
    for (const colorScheme of ['light', 'dark'] as const) {
      const { page, noise } = await open(view, { colorScheme })
      expect(await brokenRules(page)).toEqual([])
      expect(noise).toEqual([])
      await page.context().close()
    }
  })

  test.each(VIEWS)('%s: nothing scrolls sideways at 390 pixels', async view => {
    const { page } = await open(view, { viewport: { width: 390, height: 844 } })
    const wider = await page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth')
    expect(wider).toBeLessThanOrEqual(0)
    await page.context().close()
  })

  test('a meeting of three opens its two reports by keyboard, and one leads to its words', async () => {
    const { page } = await open('/people/network?from=2021-11-26&until=2021-11-26')
    expect(await page.locator('.present li').count()).toBe(3)
    await page.locator('.edge-table button').focus()
    await page.keyboard.press('Enter')
    expect(await page.locator('.edge-evidence li').count()).toBe(2)
    expect(page.url()).toContain('edge=')
    await page.locator('.edge-evidence a').first().click()
    await page.locator('.found [aria-current]').waitFor()
    await page.context().close()
  })

  test('whoever names whom opens the words', async () => {
    const { page } = await open('/people/network?kind=namings')
    await page.locator('.edge-table button').first().click()
    expect(await page.locator('.edge-evidence blockquote').first().innerText()).not.toBe('')
    await page.context().close()
  })

  test('the same answer is the same picture', async () => {
    const pictures = []
    for (let times = 0; times < 2; times++) {
      const { page } = await open('/people/network')
      pictures.push(await page.locator('.network-drawing').screenshot())
      await page.context().close()
    }
    expect(pictures[0].equals(pictures[1])).toBe(true)
  })

  test('a place on the map opens what names it; borders are fetched only when asked for', async () => {
    const { page, asked } = await open('/people/map')
    const isBorders = (url: string) => url.includes('/countries-')
    expect(asked.some(isBorders)).toBe(false)
    expect(await page.locator('.map-columns h2').first().innerText()).toMatch(/No borders are drawn/)
    await page.getByRole('button', { name: 'Goris · 1' }).click()
    await expect.poll(() => page.locator('.place-evidence').innerText()).toMatch(/переговоры/)
    await page.getByLabel('Borders').selectOption('lines')
    await expect.poll(() => asked.some(isBorders)).toBe(true)
    expect(await page.locator('.map-columns h2').first().innerText()).toMatch(/Natural Earth/)
    await page.context().close()
  })

  test('names by choice hold on every view and for the next time; an address overrides them for whoever opens it', async () => {
    const { page } = await open('/people/map')
    const town = page.locator('.places tbody th').filter({ hasText: /Khankendi|Stepanakert/ })
    expect(await town.innerText()).toMatch(/^Stepanakert \/ Khankendi/)
    await page.locator('summary', { hasText: 'View' }).click()
    await page.getByLabel('Names of places and sides').selectOption('aze')
    await expect.poll(() => town.innerText()).toMatch(/^Khankendi/)
    expect(await page.locator('.foot').innerText()).toMatch(/as one side writes them: Azerbaijan/)
    await page.reload()
    await expect.poll(() => town.innerText()).toMatch(/^Khankendi/)
    await page.goto(`${server.address}/people/map?names=lang.az`)
    await page
      .locator('.places tbody th')
      .filter({ hasText: /Xankəndi/ })
      .waitFor()
    await page.goto(`${server.address}/people/map`)
    await expect.poll(() => town.innerText()).toMatch(/^Khankendi/)
    await page.context().close()
  })

  test('sides stand by the alphabet of the page, or as the reader orders them', async () => {
    const { page } = await open('/people/map')
    const columns = async () => {
      await page.getByRole('link', { name: 'Matrix' }).click()
      return page.locator('.matrix thead .voice-name').allInnerTexts()
    }
    expect((await columns()).slice(0, 2).map(text => text.split(/\s/)[0])).toEqual(['AM', 'AZ'])
    await page.locator('summary', { hasText: 'View' }).click()
    await page.getByRole('button', { name: 'Azerbaijan: one place up' }).click()
    await expect.poll(async () => (await columns()).slice(0, 2).map(text => text.split(/\s/)[0])).toEqual(['AZ', 'AM'])
    await page.context().close()
  })

  test('neither map nor network comes with the first page', async () => {
    const context = await browser.newContext()
    const page = await context.newPage()
    const asked: string[] = []
    page.on('request', request => asked.push(request.url()))
    await page.goto(`${server.address}/people`)
    await page.locator('h1').waitFor()
    await page.waitForLoadState('networkidle')
    expect(asked.filter(url => /Map|Network|maplibre|land-/.test(url))).toEqual([])
    await context.close()
  })
})
