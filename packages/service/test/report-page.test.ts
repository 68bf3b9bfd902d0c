/** The report page in a real browser: links, keys, nothing fetched, nothing refused by its own policy, and axe's rules in both themes. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { CHROMIUM_ARGUMENTS, findChromium, handMade } from '@parley/testkit'
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ENGLISH, renderContents, renderHtml } from '../src/index.ts'

const ANALYSIS = handMade(
  'Встреча на мосту\\n\\n«{q1 by=a:Мы в {o kind=place:Осло} готовы}, — {c1:сказала} {s1:{a:Анна Хольм}}. — {q1:Да}». По словам {s2:{a form=pronoun:её}}, {q2 kind=indirect by=a:в {t value=2024-05:мае} ответят}. «{q3 kind=mixed:Ответим}», — сказал {s3:источник}.',
  { published: '2024-05-14', headline: true, publisher: 'Вестник', url: 'https://example.org/a' },
)
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const executablePath = findChromium()

describe.skipIf(executablePath === null)('the report page in a browser', () => {
  const folder = mkdtempSync(join(tmpdir(), 'parley-report-'))
  const report = join(folder, 'report.html')
  const contents = join(folder, 'index.html')
  let browser: Browser

  beforeAll(async () => {
    writeFileSync(report, renderHtml(ANALYSIS, ENGLISH))
    writeFileSync(contents, renderContents('Reports', [{ href: 'report.html', analysis: ANALYSIS }], ENGLISH))
    browser = await chromium.launch({ executablePath: executablePath as string, args: [...CHROMIUM_ARGUMENTS] })
  })
  afterAll(async () => {
    await browser?.close()
    rmSync(folder, { recursive: true })
  })

  /** A page, and what it complained of or asked for. */
  async function open(path: string, options: BrowserContextOptions = {}): Promise<{ page: Page; noise: string[] }> {
    const page = await (await browser.newContext(options)).newPage()
    const noise: string[] = []
    page.on('console', message => noise.push(message.text()))
    page.on('pageerror', error => noise.push(String(error)))
    page.on('request', request => {
      if (!/^(?:file|data):/.test(request.url())) noise.push(request.url())
    })
    await page.goto(pathToFileURL(path).href)
    return { page, noise }
  }

  /** Numbers of the quotations that are marked as selected, in text and list. */
  function selected(page: Page): Promise<string[]> {
    return page.locator('[data-q].on').evaluateAll(marks => marks.map(mark => mark.getAttribute('data-q') ?? ''))
  }

  test('keys walk through the quotations, under any layout', async () => {
    const { page, noise } = await open(report)
    await expect.poll(() => selected(page)).toEqual([])
    await page.keyboard.press('KeyJ')
    await expect.poll(() => selected(page)).toEqual(['1', '1', '1']) // two parts and the list
    await page.keyboard.press('KeyJ')
    await expect.poll(() => selected(page)).toEqual(['2', '2'])
    expect(await page.locator('.speaker.on').allTextContents()).toEqual(['её'])
    await page.keyboard.press('KeyK')
    await page.keyboard.press('KeyK')
    await expect.poll(() => selected(page)).toEqual(['1', '1', '1'])
    // The focus has gone along: Enter leads to the list.
    await page.keyboard.press('Enter')
    expect(page.url()).toMatch(/#l-q1$/)
    expect(noise).toEqual([])
  })

  test('links lead both ways', async () => {
    const { page } = await open(report)
    await page.locator('#l-q2 .no').click()
    expect(page.url()).toMatch(/#q2$/)
    expect(await selected(page)).toEqual(['2', '2'])
    await page.locator('article .time a').click()
    expect(page.url()).toMatch(/#l-t1$/)
    await page.locator('article .name a', { hasText: 'Осло' }).click()
    expect(await page.locator('li:target .who').textContent()).toBe('Осло')
  })

  test('without script links and marks are there', async () => {
    const { page } = await open(report, { javaScriptEnabled: false })
    await page.locator('#l-q1 .no').click()
    expect(page.url()).toMatch(/#q1$/)
    expect(await page.locator('.keys').isVisible()).toBe(false)
  })

  test.each(['light', 'dark'] as const)('axe finds nothing (%s)', async colorScheme => {
    for (const [path, hash] of [
      [report, ''],
      [report, '#q1'],
      [report, '#l-n1'],
      [contents, ''],
    ]) {
      const { page } = await open(path, { colorScheme })
      if (hash !== '') await page.evaluate(`location.replace('${hash}')`)
      await page.evaluate(axe)
      const violations = await page.evaluate(
        "axe.run().then(({ violations }) => violations.map(({ id, nodes }) => [id, ...nodes.map(node => node.html)].join(' ')))",
      )
      expect(violations).toEqual([])
    }
  })

  test.each([360, 1280])('nothing scrolls sideways at %i pixels', async width => {
    const { page } = await open(report, { viewport: { width, height: 700 } })
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width)
  })
})
