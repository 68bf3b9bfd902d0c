/** Decisions that cannot be written: kept with their reason, over views and reloads, until they are written, taken back or saved as a file. */
import { readFileSync } from 'node:fs'
import { BROWSER_TEST } from '@parley/testkit'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { decision, paged } from '../src/api/schemas.ts'
import { brokenRules, executablePath, PageUnderTest } from './browser.ts'

describe.skipIf(executablePath === null)('decisions that are not written', BROWSER_TEST, () => {
  let site: PageUnderTest
  beforeAll(async () => {
    site = await PageUnderTest.start()
  })
  afterAll(() => site?.close())

  const standing = async (by: string) =>
    paged(decision).parse(await (await site.example.app.request(`/api/v1/decisions?by=${by}`)).json()).items
  const openAs = async (by: string, path = '/review') => {
    const opened = await site.open(path)
    await opened.page.locator('#reviewer').fill(by)
    await opened.page.keyboard.press('Enter')
    await opened.page.locator('.passage mark').waitFor()
    return opened
  }
  const deny = (page: Page, status: number | null) =>
    page.route('**/api/v1/decisions', route =>
      status === null
        ? route.abort()
        : route.fulfill({ status, contentType: 'application/json', body: '{"message":"somebody was faster"}' }),
    )
  const unwritten = (page: Page) => page.locator('.unwritten li')

  test('a server that is gone: decided all the same, told on every view, there after a reload, written when it is back', async () => {
    const { page } = await openAs('Anna')
    await deny(page, null)
    const words = await page.locator('.queue [aria-current] .queue-words').innerText()
    await page.keyboard.press('KeyA')
    await unwritten(page).first().waitFor()
    await page.locator('.passage mark').waitFor()
    await page.keyboard.press('KeyR')
    await page.getByRole('heading', { name: '2 decisions are not written yet' }).waitFor()
    expect(await unwritten(page).first().innerText()).toContain(words.slice(0, 20))
    expect(await unwritten(page).first().innerText()).toMatch(/^Accepted.*Anna.*the server does not answer/s)
    expect(await page.locator('.queue .done').count()).toBe(2)
    await page.getByRole('link', { name: 'Timeline' }).click()
    await page.locator('.unwritten-note').waitFor()
    await page.reload()
    await page.locator('.unwritten-note a').click()
    await page.getByRole('heading', { name: '2 decisions are not written yet' }).waitFor()
    await expect.poll(() => page.locator('.queue .done').count()).toBe(2)
    expect(await standing('Anna')).toEqual([])
    await page.unroute('**/api/v1/decisions')
    await page.getByRole('button', { name: 'Write them now' }).click()
    await page.locator('.unwritten').waitFor({ state: 'detached' })
    expect((await standing('Anna')).map(({ kind }) => kind)).toEqual(['reject', 'accept'])
    await page.context().close()
  })

  test.each([
    [403, /you may not decide this/],
    [409, /the record does not take it: somebody was faster/],
    [500, /something went wrong on the server/],
  ])('answered %i: the reason stands beside it, and taken back it is open again', async (status, reason) => {
    const { page } = await openAs('Boris')
    await deny(page, status)
    await page.keyboard.press('KeyA')
    await unwritten(page).waitFor()
    expect(await unwritten(page).innerText()).toMatch(reason)
    expect(await brokenRules(page)).toEqual([])
    await page.getByRole('button', { name: 'Take back' }).click()
    await page.locator('.unwritten').waitFor({ state: 'detached' })
    expect(await page.locator('.queue .done').count()).toBe(0)
    expect(await standing('Boris')).toEqual([])
    await page.context().close()
  })

  test('undo takes back what is not written; the network back writes what is left, once', async () => {
    const { page } = await openAs('Vera')
    await deny(page, null)
    await page.keyboard.press('KeyA')
    await unwritten(page).first().waitFor()
    await page.locator('.passage mark').waitFor()
    await page.keyboard.press('KeyA')
    await unwritten(page).nth(1).waitFor()
    await page.keyboard.press('KeyZ')
    await unwritten(page).nth(1).waitFor({ state: 'detached' })
    await page.unroute('**/api/v1/decisions')
    // It arrives, and its answer is lost: sent again it is not decided twice.
    await page.route('**/api/v1/decisions', async route => {
      if (route.request().method() === 'POST') await route.fetch()
      await route.abort()
    })
    await page.evaluate("dispatchEvent(new Event('online'))")
    await expect.poll(async () => (await standing('Vera')).length).toBe(1)
    // Else the browser sends what the route holds still.
    await page.unrouteAll({ behavior: 'wait' })
    await page.evaluate("dispatchEvent(new Event('online'))")
    await page.locator('.unwritten').waitFor({ state: 'detached' })
    expect(await standing('Vera')).toHaveLength(1)
    await page.context().close()
  })

  test('saved as a file they are lines that the command line decides from', async () => {
    const { page } = await openAs('Galina')
    await deny(page, 403)
    await page.keyboard.press('KeyR')
    await unwritten(page).waitFor()
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Save as a file' }).click(),
    ])
    const line = JSON.parse(readFileSync(await download.path(), 'utf8'))
    expect(line).toMatchObject({ kind: 'reject', by: 'Galina', target: expect.stringContaining('/claim/') })
    await page.setViewportSize({ width: 390, height: 844 })
    expect(await page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth')).toBe(0)
    await page.context().close()
  })
})
