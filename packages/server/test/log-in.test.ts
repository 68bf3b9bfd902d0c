/** Logging in and out on the page, in a real browser: by keys, in both languages and themes, with axe's rules. */
import { addUser, changeUser, findUser } from '@parley/record'
import { BROWSER_TEST, CHROMIUM_ARGUMENTS, findChromium } from '@parley/testkit'
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { buildWebIfStale } from '../../../scripts/build-web.ts'
import { proxiesOf } from '../src/access/connection.ts'
import { type Listening, listen } from '../src/index.ts'
import { brokenRules } from './browser.ts'
import { exampleApp } from './example-record.ts'
import { addOneOfEach, PASSWORD } from './visitors.ts'

const executablePath = findChromium()
const LONG_NAME = 'Александра Константинопольская-Задунайская'

describe.skipIf(executablePath === null)('the page of a record with users', BROWSER_TEST, () => {
  const access = { isPublic: false, isLocal: true, proxies: proxiesOf([]) }
  let example: Awaited<ReturnType<typeof exampleApp>>
  let server: Listening
  let shown: Awaited<ReturnType<typeof exampleApp>>
  let publicServer: Listening
  let browser: Browser

  beforeAll(async () => {
    await buildWebIfStale()
    example = await exampleApp(undefined, { access })
    await addOneOfEach(example.record)
    const { password } = (await findUser(example.record.db, 'reader'))!
    const long = { name: LONG_NAME, password, role: 'editor', mayExport: true }
    await addUser(example.record.db, long, '2026-01-01T00:00:00Z')
    server = await listen(example.app, { host: '127.0.0.1', port: 0 })
    shown = await exampleApp(undefined, { access: { ...access, isPublic: true } })
    await addOneOfEach(shown.record)
    publicServer = await listen(shown.app, { host: '127.0.0.1', port: 0 })
    browser = await chromium.launch({ executablePath: executablePath as string, args: [...CHROMIUM_ARGUMENTS] })
  })
  afterAll(async () => {
    await browser?.close()
    for (const each of [server, publicServer]) await each?.stop()
    for (const each of [example, shown]) await each?.close()
  })

  async function open(path: string, options: BrowserContextOptions = {}, { address } = server): Promise<Page> {
    const context = await browser.newContext({ locale: 'en-GB', ...options })
    const page = await context.newPage()
    page.setDefaultTimeout(10_000)
    await page.goto(address + path)
    await page.locator('h1').waitFor()
    return page
  }

  /** By keys alone. */
  async function logIn(page: Page, name: string, password = PASSWORD): Promise<void> {
    await page.locator('#session-name').fill(name)
    await page.keyboard.press('Tab')
    await page.keyboard.type(password)
    await page.keyboard.press('Enter')
  }

  async function faults(page: Page): Promise<unknown> {
    await page.waitForLoadState('networkidle')
    return brokenRules(page)
  }

  test.each(['light', 'dark'] as const)(
    'axe finds nothing on the log-in and the account, %s; nothing scrolls sideways',
    async colorScheme => {
      const page = await open('/statements', { colorScheme, viewport: { width: 390, height: 844 } })
      expect(await page.locator('h1').innerText()).toBe('Log in')
      expect(await faults(page)).toEqual([])
      await logIn(page, 'nobody')
      await page.getByRole('alert').waitFor()
      expect(await faults(page)).toEqual([])
      const wider = 'document.documentElement.scrollWidth - document.documentElement.clientWidth'
      expect(await page.evaluate(wider)).toBe(0)
      await logIn(page, LONG_NAME)
      await page.locator('.session-menu').waitFor()
      await page.goto(`${server.address}/account`)
      await page.locator('.session-rights').waitFor()
      expect(await faults(page)).toEqual([])
      expect(await page.evaluate(wider)).toBe(0)
      await page.context().close()
    },
  )

  test('an address asked for opens once one has logged in, and closes with logging out', async () => {
    const page = await open('/statements?q=%D0%BF%D0%BE%D1%81%D1%82')
    expect(await page.evaluate('document.activeElement.id')).toBe('session-name')
    await logIn(page, 'admin', 'wrong guess')
    expect(await page.getByRole('alert').innerText()).toContain('name or password is wrong')
    expect(await page.locator('#session-password').inputValue()).toBe('')
    expect(await page.evaluate('document.activeElement.id')).toBe('session-password')
    await logIn(page, 'coder')
    await page.locator('h1', { hasText: 'Statements' }).waitFor()
    expect(page.url()).toContain('/statements?q=')
    await page.locator('summary', { hasText: 'coder' }).click()
    await page.getByRole('button', { name: 'Log out' }).click()
    await page.locator('h1', { hasText: 'Log in' }).waitFor()
    expect(await page.content()).not.toContain('<blockquote')
    await page.goBack().catch(() => null)
    expect(await page.locator('blockquote').count()).toBe(0)
    await page.context().close()
  })

  test('one decides under one’s own name, and a reader only looks', async () => {
    const page = await open('/review')
    await logIn(page, 'coder')
    await page.locator('.queue [aria-current]').waitFor()
    expect(await page.locator('.name-form').count()).toBe(0)
    await page.keyboard.press('KeyA')
    await page.locator('.queue .done').waitFor()
    const kept = "fetch('/api/v1/decisions?by=coder').then(answer => answer.json()).then(({ items }) => items.length)"
    await expect.poll(() => page.evaluate(kept)).toBe(1)
    await page.keyboard.press('KeyZ')
    await expect.poll(() => page.evaluate(kept)).toBe(0)
    await page.context().close()
    const other = await open('/review')
    await logIn(other, 'reader')
    await other.getByText('You may look here, not decide.').waitFor()
    await other.locator('.queue [aria-current]').waitFor()
    await other.keyboard.press('KeyA')
    expect(await other.locator('.queue .done').count()).toBe(0)
    expect(await other.locator('.verdicts .button.main').isDisabled()).toBe(true)
    await other.context().close()
  })

  test('a session that ends under the page asks for the log-in, at the same address', async () => {
    const page = await open('/sources')
    await logIn(page, 'editor')
    await page.locator('h1', { hasText: 'Sources' }).waitFor()
    await example.record.db.deleteFrom('sessions').execute()
    await page.getByRole('link', { name: 'Timeline' }).click()
    await page.locator('h1', { hasText: 'Log in' }).waitFor()
    expect(page.url()).toContain('/timeline')
    await logIn(page, 'editor')
    await page.locator('.session-menu').waitFor()
    expect(await page.locator('h1').innerText()).not.toBe('Log in')
    await page.context().close()
  })

  test('a new password, then in again with it', async () => {
    const page = await open('/account')
    await logIn(page, 'exporter')
    await page.locator('#session-old').fill(PASSWORD)
    await page.locator('#session-next').fill('another horse battery')
    await page.keyboard.press('Enter')
    await page.locator('#session-name').waitFor()
    await logIn(page, 'exporter', 'another horse battery')
    await page.locator('#session-old').waitFor()
    await page.context().close()
  })

  test('an admin adds a user, gives another role, removes; the audit says so; axe finds nothing', async () => {
    const page = await open('/manage')
    await logIn(page, 'admin')
    await page.locator('.manage-add input').first().fill('Vera')
    await page.getByLabel('First password').fill('vera horse battery')
    await page.keyboard.press('Enter')
    const row = page.locator('tr', { has: page.getByRole('rowheader', { name: 'Vera' }) })
    await row.getByLabel('Role of Vera').selectOption('coder')
    await page.getByText('Vera: coder').waitFor()
    await row.getByLabel('Vera may export').check()
    expect(await faults(page)).toEqual([])
    await page.setViewportSize({ width: 390, height: 844 })
    expect(await page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth')).toBe(0)
    await row.getByRole('button', { name: 'Remove Vera' }).click()
    await row.getByRole('button', { name: 'Really remove? Vera' }).click()
    await row.waitFor({ state: 'detached' })
    await page.getByText('removed a user Vera').waitFor()
    await page.context().close()
  })

  test('an admin makes a token: it is shown once, opens what it was given, and is removed; axe finds nothing', async () => {
    const page = await open('/manage')
    await logIn(page, 'admin')
    await page.getByLabel('What it is for').fill('the newsroom')
    await page.locator('.token-scopes input').nth(3).check()
    await page.getByRole('button', { name: 'Make a token' }).click()
    const token = await page.locator('.token-made code').innerText()
    const row = page.locator('tr', { has: page.getByRole('rowheader', { name: 'the newsroom' }) })
    expect(await row.innerText()).toMatch(/see what the record holds; add reports.*without end.*never/s)
    const asked = (path: string) =>
      page
        .context()
        .request.get(new URL(`/api/v1/${path}`, page.url()).href, { headers: { authorization: `Bearer ${token}` } })
    expect((await asked('record')).status()).toBe(200)
    expect(await faults(page)).toEqual([])
    await page.setViewportSize({ width: 390, height: 844 })
    expect(await page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth')).toBe(0)
    await page.getByRole('button', { name: 'I have kept it' }).click()
    await row.getByRole('button', { name: 'Remove the newsroom' }).click()
    await row.getByRole('button', { name: 'Really remove? the newsroom' }).click()
    await row.waitFor({ state: 'detached' })
    await page.getByText('removed a token').waitFor()
    await page.context().close()
  })

  test('in Russian', async () => {
    const page = await open('/', { locale: 'ru-RU' })
    expect(await page.locator('h1').innerText()).toBe('Войти')
    await logIn(page, 'reader', 'не тот пароль')
    expect(await page.getByRole('alert').innerText()).toContain('имя или пароль не подходят')
    await logIn(page, 'reader')
    await page.locator('summary', { hasText: 'reader' }).click()
    expect(await page.locator('.session-menu').innerText()).toMatch(/читатель[\s\S]*Ваша учётная запись[\s\S]*Выйти/)
    await page.context().close()
  })

  test('who has no account can read a text of their own', async () => {
    const page = await open('/')
    await page.locator('.session-without a').click()
    await page.locator('textarea').fill('«Мы готовы к переговорам», — заявил министр.')
    await page.locator('.found').waitFor()
    await page.context().close()
  })

  test('a public record is read without logging in, and one may', async () => {
    const page = await open('/statements', {}, publicServer)
    expect(await page.locator('h1').innerText()).toBe('Statements')
    await page.getByRole('link', { name: 'Log in' }).click()
    await logIn(page, 'coder')
    await page.locator('.session-menu').waitFor()
    await expect.poll(() => new URL(page.url()).pathname).toBe('/')
    await changeUser(shown.record.db, 'coder', { role: 'reader' })
    await page.context().close()
  })
})
