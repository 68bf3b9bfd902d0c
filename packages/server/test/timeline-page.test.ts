/** The timeline in a real browser: statements between the events, facets with counts, a chart that keys and the pointer look closer with; all of it in the address. */
import { BROWSER_TEST } from '@parley/testkit'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { brokenRules, executablePath, PageUnderTest } from './browser.ts'

describe.skipIf(executablePath === null)('timeline', BROWSER_TEST, () => {
  let site: PageUnderTest
  beforeAll(async () => {
    site = await PageUnderTest.start()
  })
  afterAll(() => site?.close())

  test('a facet leaves as many rows as it counts, with its name to take it away by', async () => {
    const { page, noise } = await site.open('/timeline?show=events')
    const rows = page.locator('.timeline tbody tr:has(td)')
    await rows.first().waitFor()
    const planned = page.getByRole('checkbox', { name: /^planned/ })
    const count = Number(/\d+$/.exec((await planned.locator('..').innerText()).trim())?.[0])
    expect(count).toBeGreaterThan(0)
    await planned.focus()
    await page.keyboard.press('Space')
    await expect.poll(() => rows.count()).toBe(count)
    await page.reload()
    await expect.poll(() => rows.count()).toBe(count)
    await page.getByRole('button', { name: 'Take away: planned' }).click()
    await expect.poll(() => rows.count()).toBeGreaterThan(count)
    expect(noise).toEqual([])
    await page.context().close()
  })

  test('statements stand between events, each leads to its words', async () => {
    const { page } = await site.open('/timeline')
    await page.locator('.timeline tr.said').first().waitFor()
    await page.getByRole('button', { name: 'Statements', exact: true }).click()
    await expect.poll(() => page.url()).toContain('show=statements')
    expect(await page.locator('.timeline tbody tr:has(td):not(.said)').count()).toBe(0)
    const words = page.locator('.timeline .quoted').first()
    const said = await words.innerText()
    await words.click()
    await page.locator('h1').waitFor()
    await expect.poll(() => page.locator('body').innerText()).toContain(said.split(' … ')[0].slice(0, 20))
    expect(page.url()).toMatch(/\/source\/.*i=q\d+/)
    await page.context().close()
  })

  test('keys look closer from years to hours and move; the whole comes back', async () => {
    const { page } = await site.open('/timeline')
    const chart = page.getByRole('group', { name: /The chart/ })
    await chart.focus()
    const ticks = () => page.locator('.lean > g > text:not(.label)').allTextContents()
    await expect.poll(async () => (await ticks()).length).toBeGreaterThan(0)
    for (let i = 0; i < 8; i++) await page.keyboard.press('+')
    await expect.poll(async () => (await ticks()).some(label => /^\d\d:\d\d$/.test(label))).toBe(true)
    const day = new URL(page.url()).searchParams
    expect(day.get('from')).toBe(day.get('until'))
    await page.keyboard.press('ArrowRight')
    await expect.poll(() => new URL(page.url()).searchParams.get('from')).not.toBe(day.get('from'))
    await page.getByRole('button', { name: 'Whole' }).click()
    await expect.poll(() => new URL(page.url()).searchParams.get('from')).toBeNull()
    await page.context().close()
  })

  test('drawing over the chart with the pointer looks closer', async () => {
    const { page } = await site.open('/timeline')
    const box = (await page.locator('svg.lean').boundingBox())!
    await page.mouse.move(box.x + box.width * 0.4, box.y + 100)
    await page.mouse.down()
    await page.mouse.move(box.x + box.width * 0.6, box.y + 100, { steps: 4 })
    await page.mouse.up()
    await expect.poll(() => new URL(page.url()).searchParams.get('from')).toMatch(/^\d{4}-\d\d-\d\d$/)
    await page.context().close()
  })

  test('on a phone a row says its day once, and another day says what it is', async () => {
    const { page } = await site.open('/timeline', { viewport: { width: 390, height: 844 } })
    const rows = page.locator('.timeline tbody tr:has(td)')
    await rows.first().waitFor()
    const texts = await rows.allInnerTexts()
    const daysIn = (text: string) => text.match(/\b\d{1,2} [A-Z][a-z]{2} \d{4}\b/g) ?? []
    for (const text of texts) expect(new Set(daysIn(text)).size, text).toBe(daysIn(text).length)
    expect(texts.join('\n')).toMatch(/First reported: \d{1,2} /)
    await page.context().close()
  })

  test('axe finds nothing, and nothing scrolls sideways but the chart', async () => {
    for (const colorScheme of ['light', 'dark'] as const) {
      const { page } = await site.open('/timeline?told=%5B%22news%22%5D', { colorScheme })
      await page.locator('.timeline tbody tr').first().waitFor()
      expect(await brokenRules(page)).toEqual([])
      await page.setViewportSize({ width: 390, height: 844 })
      expect(await page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth')).toBe(0)
      await page.context().close()
    }
  })
})
