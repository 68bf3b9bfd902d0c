/** A page in a real browser on a server of its own, and what it complained of. */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { CHROMIUM_ARGUMENTS, findChromium } from '@parley/testkit'
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core'
import { buildWebIfStale } from '../../../scripts/build-web.ts'
import { type Listening, listen } from '../src/index.ts'
import { type ExampleOptions, exampleApp } from './example-record.ts'

export const executablePath = findChromium()

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

export interface Opened {
  readonly page: Page
  /** What it said on its console, threw, or asked of another server. */
  readonly noise: readonly string[]
}

export class PageUnderTest {
  readonly example: Awaited<ReturnType<typeof exampleApp>>
  readonly address: string
  readonly #server: Listening
  readonly #browser: Browser

  private constructor(example: Awaited<ReturnType<typeof exampleApp>>, server: Listening, browser: Browser) {
    this.example = example
    this.address = server.address
    this.#server = server
    this.#browser = browser
  }

  static async start(inputs?: readonly string[], options?: ExampleOptions): Promise<PageUnderTest> {
    await buildWebIfStale()
    const example = await exampleApp(inputs, options)
    const server = await listen(example.app, { host: '127.0.0.1', port: 0 })
    const browser = await chromium.launch({ executablePath: executablePath as string, args: [...CHROMIUM_ARGUMENTS] })
    return new PageUnderTest(example, server, browser)
  }

  async open(path: string, options: BrowserContextOptions = {}): Promise<Opened> {
    const context = await this.#browser.newContext({ locale: 'en-GB', ...options })
    const page = await context.newPage()
    const noise: string[] = []
    page.on('console', message => noise.push(message.text()))
    page.on('pageerror', error => noise.push(String(error)))
    page.on('request', request => {
      if (!request.url().startsWith(this.address)) noise.push(request.url())
    })
    page.setDefaultTimeout(10_000)
    await page.goto(this.address + path)
    await page.locator('h1').waitFor()
    return { page, noise }
  }

  async close(): Promise<void> {
    await this.#browser.close()
    await this.#server.stop()
    await this.example.close()
  }
}

/** Ids of the rules of axe that the page breaks, each with the elements. */
export async function brokenRules(page: Page): Promise<unknown> {
  await page.evaluate(axe)
  return page.evaluate(
    "axe.run().then(({ violations }) => violations.map(({ id, nodes }) => [id, ...nodes.map(node => node.html)].join(' ')))",
  )
}
