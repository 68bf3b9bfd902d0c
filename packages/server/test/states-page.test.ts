/** States an analyst meets that no example has: several processes, nothing taken in, a server that is slow or in trouble, texts and names out of the common. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { BROWSER_TEST } from '@parley/testkit'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { brokenRules, executablePath, PageUnderTest } from './browser.ts'

const EXAMPLES = resolve(import.meta.dirname, '../../../examples/ru')

describe.skipIf(executablePath === null)('a record read with several dossiers', BROWSER_TEST, () => {
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

describe.skipIf(executablePath === null)('a server that is slow or in trouble', BROWSER_TEST, () => {
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

describe.skipIf(executablePath === null)('a record nothing was taken into yet', BROWSER_TEST, () => {
  let site: PageUnderTest

  beforeAll(async () => {
    site = await PageUnderTest.start([])
  })
  afterAll(() => site?.close())

  test.each(['/', '/sources'])('%s says so and leads to where reports are taken in', async view => {
    const { page, noise } = await site.open(view)
    await page.locator('.note').getByRole('link', { name: 'Add' }).click()
    await page.locator('h1', { hasText: 'Add to the record' }).waitFor()
    expect(noise).toEqual([])
    await page.context().close()
  })
})

describe.skipIf(executablePath === null)('texts and names out of the common', BROWSER_TEST, () => {
  let site: PageUnderTest
  let folder: string

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'parley-odd-'))
    const write = (id: string, title: string, publisher: string, text: string) =>
      writeFileSync(
        join(folder, `${id}.json`),
        JSON.stringify({ id, language: 'ru', published: '2021-04-02', title, publisher, text: `${title}\n\n${text}` }),
      )
    const body = '«Мы соблюдаем режим тишины», — сказал министр обороны Армении.'
    write('long', 'О переговорах и встречах '.repeat(20), `Агентство «${'Пограничноперевалочный'.repeat(6)}»`, body)
    write('rtl', 'خبر وكالة: الهدنة صامدة', 'وكالة الأنباء', `قال المتحدث: «الهدنة صامدة».\n\n${body}`)
    site = await PageUnderTest.start([EXAMPLES, folder])
  })
  afterAll(async () => {
    await site?.close()
    rmSync(folder, { recursive: true, force: true })
  })

  test.each(['/', '/matrix/karabakh-2020/karabakh-2020', '/statements', '/sources', '/review', '/timeline'])(
    '%s: nothing scrolls sideways at 400 per cent of 1280 pixels, in Russian',
    async view => {
      const { page } = await site.open(view, { viewport: { width: 320, height: 640 }, locale: 'ru-RU' })
      await page.waitForLoadState('networkidle')
      const wider = await page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth')
      expect(wider).toBeLessThanOrEqual(0)
      const hidden = await page.evaluate(BUTTONS_OUT_OF_SIGHT)
      expect(hidden).toEqual([])
      await page.context().close()
    },
  )

  test('words of a script that runs to the left stand at the right', async () => {
    const { page } = await site.open('/sources?q=وكالة')
    await page.locator('tbody a').click()
    await page.locator('.document p').first().waitFor()
    const [first, , last] = (await page.evaluate(
      "[...document.querySelectorAll('.document p')].map(p => { const r = document.createRange(); r.selectNodeContents(p); return p.getBoundingClientRect().right - r.getBoundingClientRect().right < 2 })",
    )) as boolean[]
    expect([first, last]).toEqual([true, false])
    await page.context().close()
  })
})

describe.skipIf(executablePath === null)('on paper, and there and back', BROWSER_TEST, () => {
  let site: PageUnderTest

  beforeAll(async () => {
    site = await PageUnderTest.start()
  })
  afterAll(() => site?.close())

  test('the matrix is printed with its day, dark on light, whatever the screen was', async () => {
    const { page } = await site.open('/matrix/karabakh-2020/karabakh-2020?asof=2021-01-01', { colorScheme: 'dark' })
    const tones = () =>
      page.evaluate("['color', 'backgroundColor'].map(name => getComputedStyle(document.documentElement)[name])")
    const onScreen = await tones()
    await page.emulateMedia({ media: 'print', colorScheme: 'dark' })
    expect(await tones()).not.toEqual(onScreen)
    expect(await page.locator('.as-of').innerText()).toContain('1 Jan 2021')
    expect(await page.locator('.as-of .track').isVisible()).toBe(false)
    await page.context().close()
  })

  test('back from a source leads to where one was in the list; a new view begins at its top; the tab is called as the view', async () => {
    const { page } = await site.open('/statements')
    await page.locator('.statements li').nth(30).waitFor()
    const link = page.locator('.statements li .facts a').nth(25)
    await link.scrollIntoViewIfNeeded()
    const there = (await page.evaluate('scrollY')) as number
    expect(there).toBeGreaterThan(900)
    await link.click()
    await page.locator('.found').waitFor()
    expect(await page.title()).toMatch(/\p{Script=Cyrillic}.* · Parley$/u)
    await page.goBack()
    await expect.poll(() => page.evaluate('scrollY')).toBe(there)
    expect(await page.title()).toBe('Statements · Parley')
    await page.locator('.nav').getByRole('link', { name: 'Timeline' }).click()
    await page.locator('h1', { hasText: 'Timeline' }).waitFor()
    await expect.poll(() => page.evaluate('scrollY')).toBe(0)
    await page.context().close()
  })

  test('a facet chosen and filters cleared are steps that back takes back', async () => {
    const { page } = await site.open('/statements')
    const chosen = () => page.locator('.chip').count()
    await page.locator('.facet input').first().check()
    await expect.poll(chosen).toBe(1)
    await page.locator('.facet').nth(2).locator('input').first().check()
    await expect.poll(chosen).toBe(2)
    await page.getByRole('button', { name: 'Clear' }).click()
    await expect.poll(chosen).toBe(0)
    await page.goBack()
    await expect.poll(chosen).toBe(2)
    await page.goBack()
    await expect.poll(chosen).toBe(1)
    await page.context().close()
  })

  test('by keys alone: the focus is not lost with a chip or with what cleared; Escape closes a context', async () => {
    const { page } = await site.open('/statements')
    const focused = () => page.evaluate("document.activeElement?.closest('.statement-bar, .statements') !== null")
    await page.locator('.facet input').first().focus()
    await page.keyboard.press('Space')
    await page.locator('.chip button').focus()
    await page.keyboard.press('Enter')
    await page.locator('.chip').waitFor({ state: 'detached' })
    await expect.poll(focused).toBe(true)
    await page.keyboard.press('Tab')
    expect(await focused()).toBe(true)
    await page.getByRole('button', { name: 'Context' }).first().focus()
    await page.keyboard.press('Enter')
    await page.locator('.statement-context').waitFor()
    await page.keyboard.press('Escape')
    await page.locator('.statement-context').waitFor({ state: 'detached' })
    expect(await focused()).toBe(true)
    await page.context().close()
  })

  test('the list of sources and its search field say the same; capitals are no matter', async () => {
    const { page } = await site.open('/sources')
    await page.locator('tbody tr').nth(3).waitFor()
    const all = await page.locator('tbody tr').count()
    await page.getByRole('searchbox').pressSequentially('дороги и', { delay: 40 })
    await expect.poll(() => page.locator('tbody tr').count()).toBe(1)
    await page.locator('.nav').getByRole('link', { name: 'Sources' }).click()
    await expect.poll(() => page.locator('tbody tr').count()).toBe(all)
    expect(await page.getByRole('searchbox').inputValue()).toBe('')
    await page.context().close()
  })
})

const BUTTONS_OUT_OF_SIGHT = `[...document.querySelectorAll('main :is(button, select, input)')]
  .filter(e => e.offsetParent !== null && e.getBoundingClientRect().right > innerWidth + 1).map(e => e.textContent)`
const HUES = `[...new Set([...document.querySelectorAll('.voice')].map(e => e.textContent + ' ' + e.className))].sort()`
const CHOSEN_IN_VIEW = `(() => {
  const { top, bottom } = [...CSS.highlights.get('chosen')][0].getBoundingClientRect()
  return top > 0 && bottom < innerHeight
})()`

function processIn(page: Page): string | null {
  return new URL(page.url()).searchParams.get('process')
}
