/** States an analyst meets that no example has: several processes, nothing taken in, a server that is slow or in trouble, texts and names out of the common. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { brokenRules, executablePath, PageUnderTest } from './browser.ts'

const EXAMPLES = resolve(import.meta.dirname, '../../../examples/ru')

describe.skipIf(executablePath === null)('a record read with several dossiers', () => {
  let site: PageUnderTest

  beforeAll(async () => {
    site = await PageUnderTest.start([EXAMPLES], { dossiers: ['karabakh-2020', 'minsk-2015'] })
  })
  afterAll(() => site?.close())

  test('shows one process at a time, named in the address; another is one choice away and is kept', async () => {
    const { page, noise } = await site.open('/')
    await expect.poll(() => processIn(page)).toBe('karabakh-2020')
    await page.locator('.process summary').click()
    await page.getByRole('link', { name: 'The Minsk agreements on eastern Ukraine' }).click()
    await expect.poll(() => processIn(page)).toBe('minsk-2015')
    expect(await page.locator('.process details[open]').count()).toBe(0)
    for (const view of ['Matrix', 'Statements', 'People', 'Overview']) {
      await page.locator('.nav').getByRole('link', { name: view, exact: true }).click()
      await page.locator('.nav [aria-current=page]', { hasText: view }).waitFor()
      expect(processIn(page)).toBe('minsk-2015')
    }
    await page.goto(`${site.address}/people`)
    await expect.poll(() => processIn(page)).toBe('minsk-2015')
    expect(await brokenRules(page)).toEqual([])
    expect(noise).toEqual([])
    await page.context().close()
  })

  test('from the matrix of one to that of another; the address alone decides for whoever opens it', async () => {
    const { page } = await site.open('/matrix/minsk-2015/minsk-2')
    expect(await page.locator('.process summary').innerText()).toContain('Minsk')
    await page.locator('.process summary').click()
    await page
      .locator('.process')
      .getByRole('link', { name: /Karabakh/ })
      .click()
    await page.waitForURL(/matrix\/karabakh-2020\/karabakh-2020/)
    await page.context().close()
  })

  test('a text that both processes know has its sides in the hue of the one shown', async () => {
    const { page } = await site.open('/sources?process=karabakh-2020')
    await page.getByRole('link', { name: 'Дороги и маршруты: что сделано к весне' }).click()
    await page.locator('.found .voice').first().waitFor()
    expect(await page.locator('.found .voice').allInnerTexts()).toContain('AM')
    await page.context().close()
  })
})

describe.skipIf(executablePath === null)('a server that is slow or in trouble', () => {
  let site: PageUnderTest
  let folder: string

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'parley-states-'))
    const lines = Array.from(
      { length: 900 },
      (_, i) =>
        `МИД Армении сообщил, что режим тишины соблюдается. «Мы обсудили ${i} вопросов», — сказал министр Лев Сорокин.`,
    )
    writeFileSync(
      join(folder, 'long.json'),
      JSON.stringify({
        id: 'long',
        language: 'ru',
        published: '2021-04-01',
        title: 'Доклад',
        text: lines.join('\n\n'),
      }),
    )
    site = await PageUnderTest.start([EXAMPLES, folder])
  })
  afterAll(async () => {
    await site?.close()
    rmSync(folder, { recursive: true, force: true })
  })

  test.each(['/', '/matrix/karabakh-2020/karabakh-2020', '/timeline', '/statements', '/people', '/sources'])(
    '%s says that something is coming, and stops saying so',
    async view => {
      const { page } = await site.open('/read')
      await page.route('**/api/v1/**', async route => {
        await new Promise(done => setTimeout(done, 700))
        await route.continue()
      })
      await page.goto(site.address + view, { waitUntil: 'commit' })
      await page.locator('.awaited p').waitFor({ state: 'visible' })
      await page.locator('.awaited p').waitFor({ state: 'detached' })
      expect(await page.locator('h1').count()).toBe(1)
      await page.context().close()
    },
  )

  test('a server in trouble is no missing record: the view stays, says why, and asks again when told to', async () => {
    const { page } = await site.open('/read')
    await page.route('**/api/v1/**', route => route.fulfill({ status: 500, json: { message: 'the disk is full' } }))
    await page.goto(`${site.address}/`)
    await page.getByRole('alert').first().waitFor()
    expect(new URL(page.url()).pathname).toBe('/')
    expect(await page.getByRole('alert').first().innerText()).toContain('the disk is full')
    await page.unroute('**/api/v1/**')
    await page.getByRole('button', { name: 'Try again' }).first().click()
    await page.locator('h1', { hasText: 'Since' }).waitFor()
    expect(await page.getByRole('alert').count()).toBe(0)
    await page.context().close()
  })

  test('an address that names words far down a long text opens on them', async () => {
    const { page } = await site.open('/sources')
    const source = await page.getByRole('link', { name: 'Доклад', exact: true }).getAttribute('href')
    for (const item of ['q1500', 'q40']) {
      await page.goto(`${site.address}${source}?i=${item}`)
      await page.locator('.found [aria-current]').waitFor()
      await expect.poll(() => page.evaluate(CHOSEN_IN_VIEW)).toBe(true)
    }
    await page.context().close()
  })

  test('a side has one hue, in every view and language', async () => {
    const hues: Record<string, string[]> = {}
    for (const locale of ['en-GB', 'ru-RU']) {
      const { page } = await site.open('/', { locale })
      await page.locator('.newest-by-side .voice').first().waitFor()
      const link = page.getByRole('link', { name: 'Дороги и маршруты: что сделано к весне' }).first()
      hues[`overview ${locale}`] = await page.evaluate(HUES)
      await link.click()
      await page.locator('.found .voice').first().waitFor()
      hues[`source ${locale}`] = await page.evaluate(HUES)
      await page.context().close()
    }
    const [first, ...others] = Object.values(hues).map(each => each.filter(hue => /^(AM|AZ|RU) /.test(hue)))
    for (const other of others) expect(other).toEqual(first)
  })
})

const HUES = `[...new Set([...document.querySelectorAll('.voice')].map(e => e.textContent + ' ' + e.className))].sort()`
const CHOSEN_IN_VIEW = `(() => {
  const { top, bottom } = [...CSS.highlights.get('chosen')][0].getBoundingClientRect()
  return top > 0 && bottom < innerHeight
})()`

function processIn(page: Page): string | null {
  return new URL(page.url()).searchParams.get('process')
}
