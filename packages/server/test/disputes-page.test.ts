/** What two reviewers decided differently, of every kind: listed, counted, each side told, withdrawn by a click. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { decide, eventKey, listEvents, listQuotations, quotationKey, type Verdict } from '@parley/record'
import { BROWSER_TEST } from '@parley/testkit'
import type { DisputeAnswer } from '@parley/web/contract'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { candidate, dispute, paged, reviewState, z } from '../src/api/schemas.ts'
import { brokenRules, executablePath, PageUnderTest } from './browser.ts'

const TEXT = `Президент России Владимир Путин и премьер-министр Армении Никол Пашинян встретились 11 января в Шуше.

«Мы готовы к переговорам», — заявил посредник Лев Сорокин. «Список передан», — сказал эксперт Л. Орлов.`
const OTHER = 'Премьер-министр Армении Никол Пашинян и президент России Владимир Путин встретились 12 января в Лачине.'
const REPORTS = [TEXT, OTHER].map((text, i) => ({
  ...{ id: `r${i}`, title: `Сообщение ${i + 1}`, publisher: 'Вести', language: 'ru', published: '2021-01-13', text },
}))

describe.skipIf(executablePath === null)('what reviewers differ on', BROWSER_TEST, () => {
  const folder = mkdtempSync(join(tmpdir(), 'parley-disputes-'))
  let site: PageUnderTest
  beforeAll(async () => {
    writeFileSync(join(folder, 'reports.jsonl'), REPORTS.map(report => JSON.stringify(report)).join('\n'))
    site = await PageUnderTest.start([join(folder, 'reports.jsonl')])
    const { record } = site.example
    const [one, other] = (await listEvents(record, {}, 10)).rows.filter(({ type }) => type === 'CONSULT').map(eventKey)
    const quotation = (await listQuotations(record, {}, 10)).rows.find(({ quote }) => quote.includes('готовы'))!
    const target = quotationKey(quotation)
    const who = `who/${quotation.speaker_ref ?? quotation.speaker}`
    const assessed = { kind: 'assess', target: 'karabakh-2020/6a' } as const
    const value = { status: 'progress', pam: 1, on: '2021-01-13', evidence: [] } as const
    const said: [string, Verdict][] = [
      ['Anna', { kind: 'correct', target, value: { speaker: 'Л. Орлов' } }],
      ['Boris', { kind: 'correct', target, value: { speaker: 'Никол Пашинян' } }],
      ['Anna', { kind: 'merge', target: one, value: { with: other } }],
      ['Boris', { kind: 'split', target: other, value: { with: one } }],
      ['Anna', { kind: 'merge', target: who, value: { with: 'who/Л. Орлов' } }],
      ['Boris', { kind: 'merge', target: who, value: { with: 'who/person-0001' } }],
      ['Anna', { kind: 'accept', target: one }],
      ['Boris', { kind: 'reject', target: one }],
      ['Anna', { ...assessed, value }],
      ['Boris', { ...assessed, value: { ...value, status: 'halted', pam: 0 } }],
    ]
    for (const [by, verdict] of said) await decide(record, by, '2026-01-02T03:04:05Z', verdict, 'as I read it')
  })
  afterAll(async () => {
    await site?.close()
    rmSync(folder, { recursive: true })
  })

  const ask = async (path: string) => (await site.example.app.request(`/api/v1/${path}`)).json()

  test('the API: every kind is counted; claims and quotations stand in the queue, the rest in a list with its reports', async () => {
    expect(reviewState.parse(await ask('review/state')).disputed).toBe(5)
    const { items } = paged(candidate).parse(await ask('review?queue=disputed'))
    expect(items.map(({ kind, review }) => [kind, review.state])).toEqual([['quotation', 'disputed']])
    const others: readonly DisputeAnswer[] = z.array(dispute).parse(await ask('review/disputes'))
    expect(others.map(({ kind, reports, sides }) => [kind, reports.length, sides.map(({ kind: did }) => did)])).toEqual(
      [
        ['happening', 2, ['merge', 'split']],
        ['who', 0, ['merge', 'merge']],
        ['event', 1, ['accept', 'reject']],
        ['assessment', 0, ['assess', 'assess']],
      ],
    )
    expect(others[1]).toMatchObject({ name: 'Лев Сорокин', document: null })
    expect(others[1].sides[0].other).toBe('Л. Орлов')
  })

  test('the page: both sides of each, the speakers of a quotation among them; one withdrawn settles it', async () => {
    const { page, noise } = await site.open('/review?queue=disputed')
    await page.locator('#reviewer').fill('Boris')
    await page.keyboard.press('Enter')
    const said = await page.locator('.others').innerText()
    expect(said).toMatch(/Anna corrected.*speaker Л\. Орлов.*Boris corrected.*speaker Никол Пашинян/s)
    const disputes = page.locator('.disputes > ul > li')
    expect(await disputes.count()).toBe(4)
    expect((await disputes.allInnerTexts()).map(text => text.split('\n')[0])).toEqual([
      'One happening or two: meets, talks',
      'Who Лев Сорокин is',
      'Whether this happened as found: meets, talks',
      'How point 6a stands',
    ])
    expect(await disputes.nth(1).locator('.sides').innerText()).toMatch(
      /Anna says: it is Л\. Орлов.*Boris says: it is/s,
    )
    await disputes.nth(0).getByRole('button', { name: 'withdraw Boris' }).click()
    await expect.poll(() => disputes.count()).toBe(3)
    expect(noise).toEqual([])
    await page.context().close()
  })

  test('axe finds nothing in either theme; on a phone nothing scrolls sideways', async () => {
    for (const colorScheme of ['light', 'dark'] as const) {
      const { page } = await site.open('/review?queue=disputed&language=ru', { colorScheme })
      await page.locator('.disputes li').first().waitFor()
      await page.locator('.button.main:enabled').first().waitFor()
      expect(await brokenRules(page)).toEqual([])
      await page.setViewportSize({ width: 390, height: 844 })
      expect(await page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth')).toBe(0)
      await page.context().close()
    }
  })
})
