/** Matrix and timeline as pages: what they hold, and in a real browser that nothing is fetched or refused and axe finds nothing. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { CHROMIUM_ARGUMENTS, findChromium } from '@parley/testkit'
import { ENGLISH_STATUS } from '@parley/views'
import { parseHTML } from 'linkedom'
import { type Browser, chromium } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { statusHtml, timelineHtml } from '../src/index.ts'
import { STATUS, TIMELINE } from './support/reports.ts'

const page = parseHTML(statusHtml(STATUS, ENGLISH_STATUS)).document

interface Heard {
  readonly textContent: string | null
  cloneNode(deep: boolean): unknown
  querySelectorAll(selector: string): Iterable<{ remove(): void }>
}

/** Words of an element as a screen reader says them: what is hidden from it is left out. */
function heard(element: Heard): string {
  const copy = element.cloneNode(true) as Heard
  for (const hidden of copy.querySelectorAll('[aria-hidden]')) hidden.remove()
  return (copy.textContent ?? '').replace(/\s+/g, ' ').trim()
}

function row(id: string): string[] {
  return [...page.querySelectorAll(`[id="r-pass-2022/${id}"] > *`)].map(cell => heard(cell as unknown as Heard))
}

test('a table whose cells say all that the marks show', () => {
  const heads = [...page.querySelectorAll('.mx thead th')].map(cell => heard(cell as unknown as Heard))
  expect(heads).toEqual(['Point and duty', 'Finding', 'party Ardania', 'party Veloria', 'guarantor Galdia', 'Press'])
  expect(row('1')).toEqual([
    '1 Ceasefire Ardania, Veloria continuing',
    'contested2 voices',
    'fulfilled general claim: covers many points 10 May 2022',
    'silent',
    'silent',
    'fulfilled breached same day 12 May 2022',
  ])
  expect(row('2')[0]).toBe('2 Heavy weapons withdrawn Ardania, Veloria due 8 May 2022 was 8 Apr 2022')
  expect(row('2')[1]).toBe('contested overdue2 voices')
  expect(row('3a')[1]).toBe('unknownno voice has spoken +1 other')
  expect(row('3b').slice(1, 4)).toEqual(['unknownno voice has spoken +1 undated', 'silent', 'progress undated'])
})

test('every cell leads to its words, these to their source, and all links of the page arrive', () => {
  const first = page.querySelector('[id="r-pass-2022/2"] td:nth-of-type(2) a')
  const target = page.getElementById(first?.getAttribute('href')?.slice(1) ?? '')
  expect(target?.querySelector('mark')?.textContent).toBe('техника отведена')
  expect(target?.querySelector('blockquote')?.textContent).toMatch(
    /^Президент Ана Первая сказала, что техника отведена, а/,
  )
  expect(target?.querySelector('.by')?.textContent).toBe('Ана Первая, president (2018 – 31 May 2022)')
  expect(target?.querySelector('.meta a')?.getAttribute('href')).toBe(
    `https://example.org/speech#:~:text=${encodeURIComponent('техника отведена')}`,
  )
  for (const link of page.querySelectorAll('a[href^="#"]')) {
    expect(page.getElementById(link.getAttribute('href')?.slice(1) ?? ''), link.outerHTML).not.toBeNull()
  }
})

test('nothing of a text becomes markup', () => {
  const evil = '"><script>alert(1)</script>'
  const documents = STATUS.documents.map(document => ({
    ...document,
    title: evil,
    publisher: evil,
    url: `javascript:${evil}`,
  }))
  for (const html of [
    statusHtml({ ...STATUS, documents }, ENGLISH_STATUS),
    timelineHtml({ ...TIMELINE, documents }, ENGLISH_STATUS),
  ]) {
    expect(html).not.toContain('<script')
    expect(html).not.toContain('javascript:')
  }
})

describe.skipIf(findChromium() === null)('in a browser', () => {
  const folder = mkdtempSync(join(tmpdir(), 'parley-status-'))
  const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
  let browser: Browser
  beforeAll(async () => {
    writeFileSync(join(folder, 'status.html'), statusHtml(STATUS, ENGLISH_STATUS))
    writeFileSync(join(folder, 'timeline.html'), timelineHtml(TIMELINE, ENGLISH_STATUS))
    browser = await chromium.launch({ executablePath: findChromium() as string, args: [...CHROMIUM_ARGUMENTS] })
  })
  afterAll(async () => {
    await browser?.close()
    rmSync(folder, { recursive: true })
  })

  test.each([
    ['status', 'light', 1280],
    ['status', 'dark', 1280],
    ['status', 'light', 390],
    ['timeline', 'light', 1280],
    ['timeline', 'dark', 390],
  ] as const)('%s, %s, %i wide', async (name, colorScheme, width) => {
    const context = await browser.newContext({ colorScheme, viewport: { width, height: 900 }, bypassCSP: true })
    const tab = await context.newPage()
    const noise: string[] = []
    tab.on('console', message => noise.push(message.text()))
    tab.on('request', request => {
      if (!/^(?:file|data):/.test(request.url())) noise.push(request.url())
    })
    await tab.goto(pathToFileURL(join(folder, `${name}.html`)).href)
    await tab.addScriptTag({ content: axe })
    const { violations } = (await tab.evaluate('axe.run()')) as {
      violations: { id: string; nodes: { html: string }[] }[]
    }
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0].html}`)).toEqual([])
    expect(noise).toEqual([])
    // Nothing scrolls sideways.
    expect(await tab.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true)
    await context.close()
  })
})
