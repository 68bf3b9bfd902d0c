/** Happenings in review: reports of one meeting told apart and brought together, each by one key, and taken back. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { BROWSER_TEST } from '@parley/testkit'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { happeningToReview, paged, reviewState } from '../src/api/schemas.ts'
import { brokenRules, executablePath, PageUnderTest } from './browser.ts'

const REPORTS = [
  {
    id: 'one',
    publisher: 'Вести',
    text: 'Президент России Владимир Путин и премьер-министр Армении Никол Пашинян встретились 11 января в Шуше.',
  },
  {
    id: 'two',
    publisher: 'Лента',
    text: 'Премьер-министр Армении Никол Пашинян и президент России Владимир Путин встретились 11 января в Шуше.',
  },
  {
    id: 'three',
    publisher: 'Голос',
    text: 'Президент России Владимир Путин и президент Азербайджана Ильхам Алиев встретились 11 января в Лачине.',
  },
].map(report => ({ language: 'ru', published: '2021-01-12', title: report.publisher, ...report }))

describe.skipIf(executablePath === null)('happenings', BROWSER_TEST, () => {
  const folder = mkdtempSync(join(tmpdir(), 'parley-happenings-'))
  let site: PageUnderTest
  beforeAll(async () => {
    writeFileSync(join(folder, 'reports.jsonl'), REPORTS.map(report => JSON.stringify(report)).join('\n'))
    site = await PageUnderTest.start([join(folder, 'reports.jsonl')])
  })
  afterAll(async () => {
    await site?.close()
    rmSync(folder, { recursive: true })
  })

  const ask = async (path: string) => (await site.example.app.request(`/api/v1/${path}`)).json()
  const groups = async () =>
    paged(happeningToReview)
      .parse(await ask('review/happenings'))
      .items.map(({ reports }) => reports.map(({ title }) => title).sort())
      .sort()

  test('two that are one are merged, a report of another is split off, both are undone', async () => {
    const apart = [['Вести', 'Лента'], ['Голос']]
    expect(await groups()).toEqual(apart)
    const { page, noise } = await site.open('/review?queue=happenings')
    await page.locator('#reviewer').fill('Anna')
    await page.keyboard.press('Enter')
    await page.locator('.name-form').waitFor({ state: 'detached' })
    await page.keyboard.press('KeyM')
    await expect.poll(groups).toEqual([['Вести', 'Голос', 'Лента']])
    expect(await page.locator('.told').innerText()).toMatch(/^Merged: /)
    await page.keyboard.press('KeyZ')
    await expect.poll(groups).toEqual(apart)
    await page.locator('.queue button', { hasText: '2' }).first().click()
    await page.getByRole('button', { name: 'Another: split off' }).and(page.locator(':enabled')).waitFor()
    await page.keyboard.press('Digit2')
    await page.keyboard.press('KeyX')
    await expect.poll(async () => (await groups()).length).toBe(3)
    await page.keyboard.press('KeyZ')
    await expect.poll(groups).toEqual(apart)
    expect(noise).toEqual([])
    await page.context().close()
  })

  test('axe finds nothing in either theme; on a phone nothing scrolls sideways', async () => {
    for (const colorScheme of ['light', 'dark'] as const) {
      const { page } = await site.open('/review?queue=happenings', { colorScheme })
      await page.locator('.happening-report').first().waitFor()
      expect(await brokenRules(page)).toEqual([])
      await page.setViewportSize({ width: 390, height: 844 })
      expect(await page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth')).toBe(0)
      await page.context().close()
    }
  })

  test('the timeline shows every happening once, with all its reports', async () => {
    const { page } = await site.open('/timeline')
    const rows = page.locator('main table tbody tr')
    await rows.first().waitFor()
    expect(await rows.count()).toBe(2)
    const several = page.locator('summary', { hasText: '2 reports' })
    await several.click()
    expect((await page.locator('details[open] li a').allInnerTexts()).sort()).toEqual(['Вести', 'Лента'])
    expect(await brokenRules(page)).toEqual([])
    await page.context().close()
  })

  test('how much waits, and where alpha stands', async () => {
    const state = reviewState.parse(await ask('review/state'))
    expect(state).toMatchObject({ isWhole: true, disputed: 0, agreement: { items: { items: 0, alpha: null } } })
  })
})
