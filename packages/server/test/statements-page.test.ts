/** Statements in a real browser: found as one types, narrowed by facets, read in context, copied with their citation; all of it in the address. */
import type { Analysis } from '@parley/core'
import { decide, undoDecision } from '@parley/record'
import { BROWSER_TEST } from '@parley/testkit'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { brokenRules, executablePath, PageUnderTest } from './browser.ts'

describe.skipIf(executablePath === null)('statements', BROWSER_TEST, () => {
  let site: PageUnderTest
  beforeAll(async () => {
    site = await PageUnderTest.start()
  })
  afterAll(() => site?.close())

  test('by keys alone: / to search, words in any form are marked, a facet narrows, the address brings it back', async () => {
    const { page, noise } = await site.open('/statements')
    const statements = page.locator('.statements > li')
    await statements.first().waitFor()
    await page.keyboard.press('Slash')
    await page.keyboard.type('огня')
    await page.locator('.statements mark').first().waitFor()
    for (const word of await page.locator('.statements mark').allInnerTexts())
      expect(word.toLowerCase()).toMatch(/^ог(?:о)?н/)
    const before = await statements.count()
    const direct = page.getByRole('checkbox', { name: /^indirect/ })
    const count = Number(/\d+$/.exec((await direct.locator('..').innerText()).trim())?.[0])
    await direct.focus()
    await page.keyboard.press('Space')
    await expect.poll(() => statements.count()).toBe(count)
    expect(count).toBeLessThan(before)
    await page.reload()
    await expect.poll(() => statements.count()).toBe(count)
    expect(await direct.isChecked()).toBe(true)
    await page.getByRole('button', { name: 'Take away: indirect' }).click()
    await expect.poll(() => statements.count()).toBe(before)
    await page.getByRole('button', { name: 'best answer first' }).click()
    await expect.poll(() => page.url()).toContain('sort=relevance')
    await expect.poll(() => statements.count()).toBe(before)
    expect(noise).toEqual([])
    await page.context().close()
  })

  test('a facet of what a person has checked: what was rejected is shown there, and says so', async () => {
    const { items } = (await (await site.example.app.request('/api/v1/statements')).json()) as {
      items: { key: string }[]
    }
    await decide(site.example.record, 'Anna', '2026-01-02T03:04:05Z', { kind: 'reject', target: items[0].key })
    const { page } = await site.open('/statements')
    await page
      .getByRole('group', { name: 'Checked by a person' })
      .getByRole('checkbox', { name: /^rejected/ })
      .check()
    const statements = page.locator('.statements > li')
    await expect.poll(() => statements.count()).toBe(1)
    expect(await statements.innerText()).toContain('Anna rejected')
    expect(await brokenRules(page)).toEqual([])
    await undoDecision(site.example.record, 'Anna', '2026-01-02T03:04:06Z', 1, null)
    await page.context().close()
  })

  test('a citation holds words, speaker, source, places and hash; as JSON its places give back the words', async () => {
    const { page } = await site.open('/statements?q=%D0%BE%D0%B3%D0%BD%D1%8F', {
      permissions: ['clipboard-read', 'clipboard-write'],
    })
    const first = page.locator('.statements > li').first()
    await first.waitFor()
    const words = await first.locator('blockquote').innerText()
    const copied = () => page.evaluate('navigator.clipboard.readText()') as Promise<string>
    await first.getByRole('button', { name: 'Copy with citation' }).click()
    await expect.poll(copied).toContain(words)
    const text = await copied()
    expect(text).toMatch(
      /^«.*»\n— .*, (?:said|undated).*\n.*\.\ncharacters \d+–\d+.* \(UTF-16\) of the text with SHA-256 [0-9a-f]{64}\.\nhttp/s,
    )
    await first.getByRole('button', { name: 'Copy as JSON' }).click()
    await expect.poll(copied).toContain('"offsetUnit"')
    const { quote, parts, source } = JSON.parse(await copied())
    const answer = await site.example.app.request(`/api/v1/sources/${source.document}`)
    const { analysis } = (await answer.json()) as { analysis: Analysis }
    expect(
      parts.map(({ start, end }: { start: number; end: number }) => analysis.text.slice(start, end)).join(' … '),
    ).toBe(quote)
    expect(source.sha256).toBe(analysis.document.sha256)
    await page.context().close()
  })

  test('context shows the words in their place; on a phone facets stand behind a word; axe finds nothing', async () => {
    for (const colorScheme of ['light', 'dark'] as const) {
      const { page } = await site.open('/statements?kind=%5B%22direct%22%5D', { colorScheme })
      const first = page.locator('.statements > li').first()
      await first.getByRole('button', { name: 'Context' }).click()
      const context = first.locator('.statement-context')
      await context.waitFor()
      expect((await context.locator('mark').allInnerTexts()).join(' … ')).toBe(
        await first.locator('blockquote').innerText(),
      )
      expect(page.url()).toContain('&i=')
      expect(await brokenRules(page)).toEqual([])
      await page.context().close()
    }
    const { page } = await site.open('/statements?kind=%5B%22direct%22%5D', { viewport: { width: 390, height: 844 } })
    const group = page.getByRole('group', { name: 'Words' })
    expect(await group.isVisible()).toBe(false)
    await page.locator('summary', { hasText: 'Filter · 1' }).click()
    expect(await group.isVisible()).toBe(true)
    expect(await brokenRules(page)).toEqual([])
    await page.context().close()
  })

  test('a speaker who is somebody else: in the whole record, and taken back', async () => {
    const { page } = await site.open('/statements')
    await page.evaluate("localStorage.setItem('parley.reviewer', 'Anna')")
    await page.reload()
    const first = page.locator('.statements > li').first()
    await first.getByRole('button', { name: 'Context' }).click()
    const name = await first.locator('.statement-by b').innerText()
    await first.locator('.who-is-who input').fill('Somebody Else')
    await first.getByRole('button', { name: 'in the whole record' }).click()
    await expect.poll(() => first.locator('.statement-by b').innerText()).toBe('Somebody Else')
    expect(await page.locator('.statement-by b').allInnerTexts()).not.toContain(name)
    await first.getByRole('button', { name: 'Undo' }).click()
    await expect.poll(() => first.locator('.statement-by b').innerText()).toBe(name)
    expect(await brokenRules(page)).toEqual([])
    await page.context().close()
  })
})
