/**
 * `node bench/first-view.ts --record WHERE`: how long a browser takes from an address to a view that is there and reacts, on a record that bench/million.ts has made. Each view is
 * opened by a server that has just started and has kept no answer, in a browser that has loaded nothing; then again and again by that server, the browser always new.
 *
 *   --record WHERE   a folder; default: out/bench-million
 *   --rounds N       openings after the first, default 5
 *   --only PART      views whose name holds it
 */
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { CHROMIUM_ARGUMENTS, findChromium } from '@parley/testkit'
import { type Browser, chromium, type Page } from 'playwright-core'
import { buildWebIfStale } from '../scripts/build-web.ts'
import { median } from './measure.ts'
import { serve } from './serve.ts'

const DOSSIER = 'karabakh-2020'
/** Milliseconds until a view is there and has reacted. */
const BAR = 1500

interface View {
  readonly name: string
  readonly path: string
  /** What the view is opened for: shown once its answers are there. */
  readonly content: string
  /** What its reader does first. */
  readonly act: (page: Page) => Promise<unknown>
  /** Shown once the view has done that. */
  readonly effect: string
}

const VIEWS: readonly View[] = [
  {
    name: 'overview',
    path: '/',
    content: '.overview-columns .duty-marks li',
    act: page => page.locator('.heading .date').fill('1999-12-31'),
    effect: 'h1:has-text("1999")',
  },
  {
    name: 'matrix',
    path: `/matrix/${DOSSIER}/${DOSSIER}`,
    content: 'table.matrix [data-cell]',
    act: page => page.locator('table.matrix [data-cell]').first().click(),
    effect: '.split.open',
  },
  {
    name: 'timeline',
    path: '/timeline',
    content: '.timeline tbody td',
    act: page => page.locator('.heading fieldset').last().locator('button').last().click(),
    effect: '.heading fieldset:last-child button:last-child[aria-pressed="true"]',
  },
  {
    name: 'statements',
    path: '/statements',
    content: '.statements > li',
    act: page => page.locator('.facets input, .facets button').first().click(),
    effect: '.statement-bar .chip',
  },
  {
    name: 'sources',
    path: '/sources',
    content: 'table.list tbody th a',
    act: page => page.locator('table.list tbody th a').first().click(),
    effect: '.source-columns .document',
  },
  {
    name: 'people',
    path: '/people',
    content: '.people-columns tbody th a',
    act: page => page.locator('.people-columns tbody th a').first().click(),
    effect: 'tr[aria-selected="true"]',
  },
]

const root = resolve(import.meta.dirname, '..')
const { values } = parseArgs({
  options: {
    record: { type: 'string', default: join(root, 'out', 'bench-million') },
    rounds: { type: 'string', default: '5' },
    only: { type: 'string', default: '' },
  },
})
const executablePath = findChromium()
if (executablePath === null) throw new Error('there is no Chromium: name it in the variable CHROMIUM')
await buildWebIfStale()

interface Opening {
  /** Milliseconds from the address to the content, from there to the effect. */
  readonly content: number
  readonly effect: number
  /** Milliseconds that the page's main thread worked. */
  readonly work: number
}

const browser = await chromium.launch({ executablePath, args: [...CHROMIUM_ARGUMENTS] })
// The first page of a browser pays for the browser.
await (await browser.newPage()).goto('about:blank')
console.log(
  "view | first: content + effect, ms | later, median: content + effect, ms | the page's processor, ms | the server's processor: first, later, ms",
)
let missed = 0
for (const view of VIEWS.filter(({ name }) => name.includes(values.only))) {
  const server = await serve(values.record, DOSSIER)
  const began = server.spent()
  const first = await open(browser, server.address, view)
  const afterFirst = server.spent()
  const rounds: Opening[] = []
  for (let i = 0; i < Number(values.rounds); i++) rounds.push(await open(browser, server.address, view))
  const later = (server.spent() - afterFirst) / rounds.length
  await server.stop()
  const middle = (of: (one: Opening) => number) => median(rounds.map(of))
  const slow = [first.content + first.effect, middle(one => one.content + one.effect)].filter(ms => ms > BAR).length
  missed += slow
  console.log(
    [
      view.name,
      `${first.content.toFixed(0)} + ${first.effect.toFixed(0)}`,
      `${middle(one => one.content).toFixed(0)} + ${middle(one => one.effect).toFixed(0)}`,
      `${first.work.toFixed(0)}, ${middle(one => one.work).toFixed(0)}`,
      `${(afterFirst - began).toFixed(0)}, ${later.toFixed(0)}`,
      ...(slow === 0 ? [] : [`TOO SLOW (bar ${BAR})`]),
    ].join(' | '),
  )
}
await browser.close()
console.log(`\n${missed} bars missed`)

async function open(browser: Browser, address: string, { path, content, act, effect }: View): Promise<Opening> {
  const context = await browser.newContext({ locale: 'en-GB' })
  const page = await context.newPage()
  page.setDefaultTimeout(30_000)
  const session = await context.newCDPSession(page)
  await session.send('Performance.enable', { timeDomain: 'threadTicks' })
  const from = performance.now()
  await page.goto(address + path, { waitUntil: 'commit' })
  await page.locator(content).first().waitFor()
  const there = performance.now()
  await act(page)
  await page.locator(effect).first().waitFor()
  const done = performance.now()
  const { metrics } = await session.send('Performance.getMetrics')
  const work = (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0) * 1000
  await context.close()
  return { content: there - from, effect: done - there, work }
}
