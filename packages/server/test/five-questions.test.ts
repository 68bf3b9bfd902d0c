/**
 * What an analyst asks all day, from the page as it opens, each answered in under four clicks or keys: who said what, what is contested, what is overdue,
 * where the evidence is; and a claim is accepted. Every click and key goes through a counter.
 */

import { BROWSER_TEST } from '@parley/testkit'
import type { Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { executablePath, PageUnderTest } from './browser.ts'

const MOST = 3

class Hand {
  steps = 0
  readonly page: Page

  constructor(page: Page) {
    this.page = page
  }

  async click(what: Locator): Promise<void> {
    this.steps++
    await what.click()
  }

  async press(key: string): Promise<void> {
    this.steps++
    await this.page.keyboard.press(key)
  }
}

describe.skipIf(executablePath === null)('five questions', BROWSER_TEST, () => {
  let site: PageUnderTest
  beforeAll(async () => {
    site = await PageUnderTest.start()
  })
  afterAll(() => site?.close())

  async function sit(): Promise<Hand> {
    const { page } = await site.open('/')
    await page.waitForLoadState('networkidle')
    return new Hand(page)
  }
  const way = (hand: Hand, name: string) =>
    hand.page.locator('header nav').first().getByRole('link', { name, exact: false })

  test.each([1440, 1024])('at %i pixels', async width => {
    const told: Record<string, number> = {}
    const ask = async (question: string, answer: (hand: Hand) => Promise<void>) => {
      const hand = await sit()
      await hand.page.setViewportSize({ width, height: 900 })
      await answer(hand)
      told[question] = hand.steps
      expect([question, hand.steps <= MOST]).toEqual([question, true])
      await hand.page.context().close()
    }

    await ask('who said what', async hand => {
      await hand.click(way(hand, 'Statements'))
      await hand.page.locator('.statements > li').first().waitFor()
      const speaker = hand.page.getByRole('group', { name: 'Speaker' }).locator('label').first()
      const name = (await speaker.locator('.facet-name').innerText()).trim()
      await hand.click(speaker)
      await hand.page.locator('.chip').waitFor()
      await expect
        .poll(async () => new Set(await hand.page.locator('.statement-by b').allInnerTexts()))
        .toEqual(new Set([name]))
    })

    await ask('what is contested', async hand => {
      await hand.click(way(hand, 'Matrix'))
      await hand.click(
        hand.page
          .locator('main')
          .getByRole('button', { name: /contested/ })
          .first(),
      )
      const rows = hand.page.locator('main table tbody tr')
      await expect.poll(() => rows.count()).toBeGreaterThan(0)
      for (const row of await rows.all()) expect(await row.innerText()).toContain('contested')
    })

    await ask('what is overdue', async hand => {
      await hand.click(way(hand, 'Matrix'))
      await hand.click(
        hand.page
          .locator('main')
          .getByRole('button', { name: /overdue/ })
          .first(),
      )
      const rows = hand.page.locator('main table tbody tr')
      await expect.poll(() => rows.count()).toBeGreaterThan(0)
      for (const row of await rows.all()) expect(await row.innerText()).toContain('overdue')
    })

    await ask('where the evidence is', async hand => {
      await hand.click(way(hand, 'Matrix'))
      await hand.click(hand.page.locator('[data-cell="1a.arm"]'))
      await hand.click(hand.page.locator('.panel a[href*="/source/"]').first())
      await hand.page.locator('.found [aria-current]').waitFor()
      const marked = await hand.page.evaluate(
        "[...CSS.highlights.get('chosen')].map(range => range.toString()).join('')",
      )
      expect(marked).not.toBe('')
    })

    await ask('accept a claim', async hand => {
      // The name under decisions is given once for all, before.
      await hand.page.evaluate("localStorage.setItem('parley.reviewer', 'Anna')")
      await hand.page.reload()
      await hand.page.waitForLoadState('networkidle')
      await hand.click(way(hand, 'Review'))
      await hand.page.locator('.passage mark').waitFor()
      await hand.press('KeyA')
      await hand.page.locator('.queue .done').waitFor()
      expect(await hand.page.locator('.told').innerText()).toMatch(/^Accepted: /)
      await hand.page.keyboard.press('KeyZ')
      await hand.page.locator('.queue .done').waitFor({ state: 'detached' })
    })
    expect(Object.keys(told)).toHaveLength(5)
  })
})
