/** Texts that try to run, and addresses that try to leave: shown as the characters they are, and refused. */
import { existsSync, readFileSync } from 'node:fs'
import { request } from 'node:http'
import { BROWSER_TEST } from '@parley/testkit'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { paged, sourceItem } from '../src/api/schemas.ts'
import { executablePath, PageUnderTest } from './browser.ts'
import { HOSTILE, hostileTexts } from './hostile-texts.ts'

describe.skipIf(executablePath === null)('hostile texts', BROWSER_TEST, () => {
  const texts = hostileTexts()
  let site: PageUnderTest
  beforeAll(async () => {
    site = await PageUnderTest.start([texts.folder])
  })
  afterAll(async () => {
    await site?.close()
    texts.remove()
  })

  async function sources() {
    const answer = await site.example.app.request('/api/v1/sources')
    return paged(sourceItem).parse(await answer.json()).items
  }

  /** What ran, and what was asked of another server. */
  async function harmOf(path: string): Promise<unknown[]> {
    const { page, noise } = await site.open(path)
    await page.waitForLoadState('networkidle')
    const ran = await page.evaluate('window.pwned ?? null')
    const dialogs = await page.locator('main [onerror], main [onload], main script').count()
    await page.context().close()
    return [ran, dialogs, noise.filter(line => /elsewhere|pwned/.test(line))]
  }

  test.each([
    '/',
    '/timeline',
    '/statements',
    '/sources',
    '/people?kind=other',
    '/people/network',
    '/people/map',
    '/review',
    '/review?queue=speakers',
    '/add',
    '/matrix/karabakh-2020/karabakh-2020',
    `/statements?q=${encodeURIComponent(HOSTILE[0])}&by=${encodeURIComponent(HOSTILE[1])}`,
    `/sources?q=${encodeURIComponent(HOSTILE[0])}`,
    `/timeline?actor=${encodeURIComponent(JSON.stringify([HOSTILE[0]]))}&place=${encodeURIComponent(HOSTILE[3])}`,
    `/people/${encodeURIComponent(HOSTILE[0])}`,
    `/${encodeURIComponent(HOSTILE[1])}`,
  ])('%s runs nothing', async path => {
    expect(await harmOf(path)).toEqual([null, 0, []])
  })

  test('every source runs nothing, and its address leads to no script', async () => {
    const all = await sources()
    expect(all.length).toBe(HOSTILE.length + 1)
    for (const { id } of all) {
      expect(await harmOf(`/source/${id}`)).toEqual([null, 0, []])
      const { page } = await site.open(`/source/${id}`)
      const links = await page.locator('a').evaluateAll(all => all.map(link => link.getAttribute('href') ?? ''))
      expect(links.filter(link => /^\s*(?:javascript|data|vbscript):/i.test(link))).toEqual([])
      await page.context().close()
    }
  })

  test('an archived page is shown in a frame without scripts: its words, and nothing that acts or loads', async () => {
    const found = (await sources()).find(({ title }) => title.startsWith('Сводка'))!
    const { page, noise } = await site.open(`/source/${found.id}`)
    await page.getByRole('button', { name: 'Page as archived' }).click()
    const frame = page.locator('.archived-page iframe')
    expect(await frame.getAttribute('sandbox')).toBe('')
    const inside = page.frameLocator('.archived-page iframe')
    await inside.getByText('наблюдатели вернулись на посты').waitFor()
    const html = (await frame.getAttribute('srcdoc'))!
    expect(html).not.toMatch(/<(?:script|style|link|meta|base|form|input|img|iframe|object|video|svg|math)\b/i)
    expect(html).not.toMatch(/\son\w+\s*=\s*["']|\s(?:href|src|style)\s*=/i)
    await page.waitForLoadState('networkidle')
    expect(await page.evaluate('window.pwned ?? null')).toBeNull()
    // What the browser says it blocked while the page was cleaned is no request.
    expect(noise.filter(line => /^\w+:\/\/elsewhere/.test(line))).toEqual([])
    await page.context().close()
  })

  test('the bytes of an archived page come back whole, as a file that no browser shows', async () => {
    const found = (await sources()).find(({ title }) => title.startsWith('Сводка'))!
    const answer = await fetch(`${site.address}/api/v1/sources/${found.id}/archive`)
    expect(answer.headers.get('content-type')).toBe('application/octet-stream')
    expect(answer.headers.get('content-disposition')).toMatch(/^attachment; filename="[0-9a-f]{64}"$/)
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff')
    expect(Buffer.from(await answer.arrayBuffer())).toEqual(readFileSync(`${texts.folder}/page.html`))
    expect((await fetch(`${site.address}/api/v1/sources/nothing/archive`)).status).toBe(404)
    const other = (await sources()).find(({ title }) => !title.startsWith('Сводка'))!
    expect((await fetch(`${site.address}/api/v1/sources/${other.id}/page`)).status).toBe(404)
  })

  test.each([
    '/../package.json',
    '/..%2f..%2fpackage.json',
    '/%2e%2e/%2e%2e/package.json',
    '/assets/../../../package.json',
    '/assets/..%2f..%2f..%2fpackage.json',
    '/assets/..%5c..%5cpackage.json',
    '/packs/%2e%2e%2f%2e%2e%2frecord.sqlite',
    '/packs/..%00/ru.pack',
    '/api/v1/sources/..%2f..%2frecord.sqlite/archive',
    '/api/v1/sources/%2e%2e/archive',
    '//etc/passwd',
    '/%c0%ae%c0%ae/etc/passwd',
  ])('%s leads out of no folder', async path => {
    expect(existsSync('package.json')).toBe(true)
    const { status, body } = await raw(path)
    expect(body).not.toMatch(/"workspaces"|SQLite format|root:/)
    // The page itself answers what is no file of its own.
    if (status === 200) expect(body).toContain('<div id="page">')
    else expect([400, 404]).toContain(status)
  })

  /** As it is written: `fetch` would tidy the path. */
  function raw(path: string): Promise<{ status: number; body: string }> {
    const { hostname, port } = new URL(site.address)
    return new Promise((resolve, reject) => {
      request({ hostname, port, path }, response => {
        const chunks: Buffer[] = []
        response.on('data', chunk => chunks.push(chunk))
        response.on('end', () =>
          resolve({ status: response.statusCode ?? 0, body: Buffer.concat(chunks).toString('latin1') }),
        )
      })
        .on('error', reject)
        .end()
    })
  }
})
