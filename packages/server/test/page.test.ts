/** The page on a real record in a real browser: its views, keys, addresses, both themes, axe's rules, and no word of complaint. */
import { BROWSER_TEST, CHROMIUM_ARGUMENTS, findChromium } from '@parley/testkit'
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { buildWebIfStale } from '../../../scripts/build-web.ts'
import { type Listening, listen } from '../src/index.ts'
import { brokenRules } from './browser.ts'
import { exampleApp } from './example-record.ts'

const executablePath = findChromium()

const VIEWS = [
  '/',
  '/matrix/karabakh-2020/karabakh-2020',
  '/matrix/karabakh-2020/karabakh-2020?cell=1a.arm',
  '/timeline',
  '/statements',
  '/sources',
  '/review',
  '/people',
  '/people/person-0001',
  '/add',
  '/read',
] as const

describe.skipIf(executablePath === null)('the page', BROWSER_TEST, () => {
  let example: Awaited<ReturnType<typeof exampleApp>>
  let server: Listening
  let browser: Browser

  beforeAll(async () => {
    await buildWebIfStale()
    example = await exampleApp()
    server = await listen(example.app, { host: '127.0.0.1', port: 0 })
    browser = await chromium.launch({ executablePath: executablePath as string, args: [...CHROMIUM_ARGUMENTS] })
  })
  afterAll(async () => {
    await browser?.close()
    await server?.stop()
    await example?.close()
  })

  /** A page at an address, and what it complained of or asked for elsewhere. */
  async function open(path: string, options: BrowserContextOptions = {}): Promise<{ page: Page; noise: string[] }> {
    const context = await browser.newContext({ locale: 'en-GB', ...options })
    const page = await context.newPage()
    const noise: string[] = []
    page.on('console', message => noise.push(message.text()))
    page.on('pageerror', error => noise.push(String(error)))
    page.on('request', request => {
      if (!request.url().startsWith(server.address)) noise.push(request.url())
    })
    page.setDefaultTimeout(10_000)
    await page.goto(server.address + path)
    await page
      .locator('h1')
      .waitFor()
      .catch(async error => {
        throw new Error(`${path} shows nothing: ${noise.join('\n')}\n${await page.content()}`, { cause: error })
      })
    return { page, noise }
  }

  test.each(VIEWS)('%s: no complaint, and axe finds nothing in either theme', async view => {
    for (const colorScheme of ['light', 'dark'] as const) {
      const { page, noise } = await open(view, { colorScheme })
      await page.waitForLoadState('networkidle')
      expect(await brokenRules(page)).toEqual([])
      expect(noise).toEqual([])
      await page.context().close()
    }
  })

  test.each(VIEWS)('%s: nothing scrolls sideways at 390 pixels', async view => {
    const { page } = await open(view, { viewport: { width: 390, height: 844 } })
    await page.waitForLoadState('networkidle')
    const wider = await page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth')
    expect(wider).toBeLessThanOrEqual(0)
    await page.context().close()
  })

  test('Russian by choice, kept for the next time', async () => {
    const { page } = await open('/statements')
    await page.locator('summary', { hasText: 'View' }).click()
    await page.getByLabel('Русский').check()
    await page.locator('h1', { hasText: 'Высказывания' }).waitFor()
    await page.reload()
    await page.locator('h1', { hasText: 'Высказывания' }).waitFor()
    expect(await page.locator('html').getAttribute('lang')).toBe('ru')
    await page.context().close()
  })

  test('the overview has the newest statements of each side, each with the way to all of them', async () => {
    const { page } = await open('/')
    const sides = page.locator('.newest-by-side > div')
    await sides.locator('blockquote').first().waitFor()
    expect(await sides.count()).toBeGreaterThan(1)
    for (const side of await sides.all()) expect(await side.locator('blockquote').count()).toBeLessThan(3)
    await page.getByRole('link', { name: 'All of these statements' }).first().click()
    await expect.poll(() => new URL(page.url()).searchParams.get('side')).toMatch(/^\["\w+"\]$/)
    await page.context().close()
  })

  test('a statement leads to its words in the source', async () => {
    const { page } = await open('/statements')
    // What is not in sight yet has no inner text.
    const words = (await page.locator('.statements blockquote').first().textContent()) ?? ''
    await page.locator('.statements a').first().click()
    await page.locator('.found [aria-current]').waitFor()
    const marked = await page.evaluate(
      "[...CSS.highlights.get('chosen')].map(range => range.toString().replace(/\\s+/g, ' ').trim()).join(' … ')",
    )
    expect(marked).toBe(words.replace(/\s+/g, ' ').trim())
    await page.context().close()
  })

  test('a text is read on the page, and an address brings the choice back', async () => {
    const { page, noise } = await open('/read?published=2023-06-14')
    await page.locator('textarea').fill('«Мы готовы к переговорам», — заявил вчера президент Ардании Лев Сорокин.')
    await page.getByText('Лев Сорокин', { exact: true }).first().click()
    await page.getByRole('tab', { name: /Times/ }).click()
    await page.locator('.found button').first().click()
    expect(page.url()).toContain('i=t0')
    await page.reload()
    await page.locator('.why').waitFor()
    expect(await page.locator('.why').innerText()).toContain('2023-06-13')
    expect(noise).toEqual([])
    await page.context().close()
  })

  test('review by keys alone, under another layout: a name once, then one key a claim; undo brings it back', async () => {
    const { page, noise } = await open('/review')
    const current = page.locator('.queue [aria-current] .queue-words')
    const standing = () =>
      page.evaluate(
        "fetch('/api/v1/decisions?by=Anna').then(answer => answer.json()).then(({ items }) => items.length)",
      )
    const words = await current.innerText()
    await page.keyboard.press('KeyA')
    await page.keyboard.type('Anna')
    await page.keyboard.press('Enter')
    await page.locator('.name-form').waitFor({ state: 'detached' })
    expect(await current.innerText()).toBe(words)
    // «Ф» stands where A stands.
    await page.evaluate("dispatchEvent(new KeyboardEvent('keydown', { key: 'ф', code: 'KeyA', bubbles: true }))")
    await page.locator('.queue .done').waitFor()
    expect(await current.innerText()).not.toBe(words)
    expect(await page.getByRole('status').innerText()).toMatch(/^Accepted: .*Next: /s)
    await expect.poll(standing).toBe(1)
    await page.keyboard.press('KeyZ')
    await page.locator('.queue .done').waitFor({ state: 'detached' })
    expect(await current.innerText()).toBe(words)
    await expect.poll(standing).toBe(0)
    expect(noise).toEqual([])
    await page.context().close()
  })

  test('a claim is put right by keys: what it says, its words; what that does to the finding is said before', async () => {
    const { page } = await open('/review')
    await page.locator('#reviewer').fill('Boris')
    await page.keyboard.press('Enter')
    const marked = page.locator('.passage mark')
    const words = await marked.innerText()
    await page.keyboard.press('6')
    expect(await page.locator('.says [aria-pressed=true]').innerText()).toMatch(/^breached/)
    await page.locator('.effect').nth(1).waitFor()
    expect(await page.locator('.effect').first().innerText()).toMatch(/^If accepted\s+Finding of/)
    await page.keyboard.press('[')
    const shorter = await marked.innerText()
    expect(words.startsWith(shorter) && shorter.length < words.length).toBe(true)
    await page.keyboard.press('Shift+]')
    expect(shorter.endsWith(await marked.innerText())).toBe(true)
    await page.keyboard.press('KeyA')
    expect(await page.getByRole('status').innerText()).toMatch(/^Corrected and accepted: /)
    await page.goto(`${server.address}/review?queue=decided`)
    await page.locator('.others').waitFor()
    expect(await page.locator('.others').innerText()).toMatch(/Boris corrected/)
    expect(await page.locator('.passage mark').innerText()).not.toBe(words)
    await page.keyboard.press('KeyZ')
    await expect.poll(() => page.getByRole('status').innerText()).toMatch(/^Undone/)
    await page.context().close()
  })

  test('nobody decides on what is not yet on the screen', async () => {
    const { page } = await open('/review')
    await page.locator('#reviewer').fill('Vera')
    await page.keyboard.press('Enter')
    await page.locator('.passage mark').waitFor()
    await page.route('**/review/item?*', () => {})
    await page.locator('.queue button').nth(8).click()
    await page.locator('.passage').waitFor({ state: 'detached' })
    await page.keyboard.press('KeyR')
    await page.keyboard.press('KeyA')
    expect(await page.locator('.queue .done').count()).toBe(0)
    await page.context().close()
  })

  test('keys are dead in fields, and can be switched off', async () => {
    const { page } = await open('/review')
    await page.locator('#reviewer').fill('Vera')
    await page.keyboard.press('Enter')
    await page.locator('#speaker').waitFor()
    await page.keyboard.press('KeyS')
    await page.keyboard.type('ra')
    expect(await page.locator('.queue .done').count()).toBe(0)
    await page.keyboard.press('Escape')
    await page.keyboard.press('Shift+Slash')
    await page.getByLabel('use single keys').uncheck()
    await page.keyboard.press('Escape')
    await page.keyboard.press('KeyR')
    expect(await page.locator('.queue .done').count()).toBe(0)
    await page.context().close()
  })

  test('an assessment stands beside the finding, with name, day and reason', async () => {
    const { page } = await open('/matrix/karabakh-2020/karabakh-2020?cell=1a.arm')
    await page.locator('.assessments summary').click()
    await page.locator('#reviewer').fill('Galina')
    await page.keyboard.press('Enter')
    await page.locator('.assess-form select').first().selectOption('planned')
    await page.locator('.assess-form textarea').fill('Both sides named a day.')
    await page.locator('.assess-form button[type=submit]').click()
    await page.locator('.assessment').waitFor()
    expect(await page.locator('.assessment').innerText()).toMatch(/planned\s+Galina.*Both sides named a day\./s)
    expect(await page.locator('.assessed').innerText()).toMatch(/planned\s+Galina/)
    await page.locator('.assessment button').click()
    await page.locator('.assessed').waitFor({ state: 'detached' })
    await page.context().close()
  })

  test('the matrix is moved about in by keys: open a cell, close it, the focus is back', async () => {
    const { page } = await open('/matrix/karabakh-2020/karabakh-2020')
    const cells = page.locator('[data-cell]')
    await cells.first().waitFor()
    await cells.first().focus()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('ArrowRight')
    const focused = () => page.evaluate("document.activeElement.dataset.cell ?? ''")
    const cell = await focused()
    expect(cell).toMatch(/^1b\./)
    await page.keyboard.press('Enter')
    await page.locator('.panel').waitFor()
    expect(page.url()).toContain(`cell=${cell}`)
    await page.keyboard.press('Escape')
    await page.locator('.panel').waitFor({ state: 'detached' })
    expect(await focused()).toBe(cell)
    await page.context().close()
  })

  test('/ leads to the search from any view', async () => {
    const { page } = await open('/timeline')
    await page.keyboard.press('/')
    await page.waitForFunction("document.activeElement?.matches('input[data-find]')")
    expect(page.url()).toBe(`${server.address}/statements`)
    await page.context().close()
  })

  test.each([
    ...['banana', '-1', '%3Cscript%3E', '%7B%22a%22%3A1%7D', '[]', '2021-02-30', '9999-99-99'].flatMap(word => [
      `/?since=${word}`,
      `/matrix/karabakh-2020/karabakh-2020?asof=${word}&since=${word}&cell=${word}&only=${word}&general=${word}`,
    ]),
    '/timeline?from=banana&until=-1&show=banana&order=banana&type=banana&told=%7B%22a%22%3A1%7D&place=-1',
    '/statements?from=banana&until=2021-02-30&side=banana&year=-1&sort=banana&i=banana&q=%7B%22a%22%3A1%7D',
    '/people?kind=banana',
    '/people/network?kind=banana&side=banana&who=banana&edge=banana&from=banana',
    '/people/map?place=banana&from=banana',
    '/review?queue=banana',
    '/add?import=banana',
    '/read?language=banana&i=banana&show=banana',
  ])('parts of an address that are nonsense are as if they were not there: %s', async path => {
    const { page, noise } = await open(path)
    await page.waitForLoadState('networkidle')
    const said = await page.locator('body').innerText()
    expect(said.match(/undefined|NaN|\[object|\b[a-z]+\.[a-z]+\.[a-z]+\b/g)).toBeNull()
    expect(await page.getByRole('alert').count()).toBe(0)
    expect(noise.filter(line => !line.includes('WebGL'))).toEqual([])
    await page.context().close()
  })

  test('an address without a view, a record without an agreement and a server that is gone are said in words', async () => {
    const { page } = await open('/nowhere')
    expect(await page.locator('h1').innerText()).toBe('Nothing here')

    const edit = (pattern: string, change: (answer: object) => object) =>
      page.route(pattern, async route => route.fulfill({ json: change(await (await route.fetch()).json()) }))
    await edit('**/api/v1/record', answer => ({ ...answer, newest: null, documents: 0 }))
    await edit('**/api/v1/dossiers/karabakh-2020', answer => ({ ...answer, agreements: [] }))
    await edit('**/api/v1/dossiers/*/claim-points', () => [])
    await page.goto(`${server.address}/`)
    await page.locator('main .note').waitFor()
    expect(await page.locator('main .note').innerText()).toContain('no report and no agreement')

    await page.goto(`${server.address}/sources`)
    await page.locator('h1').waitFor()
    await page.route('**/api/**', route => route.abort())
    await page.getByRole('link', { name: 'Timeline' }).click()
    expect(await page.getByRole('alert').first().innerText()).toContain('the server does not answer')
    await page.context().close()
  })
})
