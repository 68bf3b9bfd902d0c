/**
 * `npm test`: types, import arrows, lint and format, and every test. Each static check counts as one. The last line is `N passed, N failed`;
 * exit 1 when anything failed. What needs a browser runs where a Chromium is found, and else is named as not run.
 */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { findChromium, KNOWN_TO_FAIL, postgresAddress } from '@parley/testkit'
import { buildWebIfStale } from './build-web.ts'

const root = resolve(import.meta.dirname, '..')
const module = (path: string) => join(root, 'node_modules', path)

/** Name, and the arguments to Node. The same Node runs everything. */
const CHECKS: readonly (readonly [string, readonly string[]])[] = [
  ['types', [module('typescript/bin/tsc'), '--noEmit']],
  ['types of the core, without DOM and Node', [module('typescript/bin/tsc'), '--noEmit', '-p', 'packages/core']],
  ['types of the page', [module('typescript/bin/tsc'), '--noEmit', '-p', 'packages/web']],
  ['imports', ['scripts/check-imports.ts']],
  ['lint and format', [module('@biomejs/biome/bin/biome'), 'check', '.']],
]

interface TestReport {
  readonly numPassedTests: number
  readonly numFailedTests: number
  readonly numPendingTests: number
  readonly testResults: readonly {
    readonly name: string
    readonly status: string
    readonly assertionResults: readonly { readonly fullName: string; readonly status: string }[]
  }[]
}

let passed = 0
let failed = 0

function node(argv: readonly string[]): boolean {
  return spawnSync(process.execPath, argv, { cwd: root, stdio: 'inherit' }).status === 0
}

// Tables may have been edited since the packs were compiled; where nothing changed this takes no time.
if (!node(['scripts/build-packs.ts'])) {
  console.error('\nthe language packs could not be built\n\n0 passed, 1 failed')
  process.exit(1)
}

for (const [name, argv] of CHECKS) {
  console.log(`\n== ${name}`)
  if (node(argv)) passed++
  else {
    failed++
    console.error(`== ${name}: FAILED`)
  }
}

console.log('\n== tests')
const chromium = findChromium()
// Once for all tests of the page.
if (chromium !== null) await buildWebIfStale()
const reportPath = join(root, 'out', 'tests.json')
mkdirSync(join(root, 'out'), { recursive: true })
rmSync(reportPath, { force: true })
const run = node([
  module('vitest/vitest.mjs'),
  'run',
  '--reporter=dot',
  '--reporter=json',
  `--outputFile.json=${reportPath}`,
  ...process.argv.slice(2),
])
let notRun = 0
let knownToFail = 0
if (existsSync(reportPath)) {
  const report = JSON.parse(readFileSync(reportPath, 'utf8')) as TestReport
  passed += report.numPassedTests
  failed += report.numFailedTests
  notRun = report.numPendingTests
  for (const file of report.testResults) {
    // A file that could not even be loaded has no failed test to count.
    if (file.status === 'failed' && file.assertionResults.every(test => test.status !== 'failed')) failed++
    knownToFail += file.assertionResults.filter(test => test.fullName.includes(KNOWN_TO_FAIL)).length
  }
}
// An error outside all tests (an unhandled rejection) fails the run, too.
if (!run && failed === 0) failed++

if (knownToFail > 0) console.log(`\n${knownToFail} gold lines are known to fail (they start with "? ")`)
if (chromium === null) {
  console.error(
    '\n********************************************************************************\n' +
      '*  NOT RUN: the tests in a browser. No Chromium was found on PATH              *\n' +
      '*  (chromium, chromium-browser, google-chrome) nor in the variable CHROMIUM.   *\n' +
      '********************************************************************************',
  )
}
if ((await postgresAddress()) === null) {
  console.error(
    '\n********************************************************************************\n' +
      '*  NOT RUN: the record on PostgreSQL. No server answers on 127.0.0.1:5432      *\n' +
      '*  nor at the address in the variable PARLEY_POSTGRES.                         *\n' +
      '********************************************************************************',
  )
}
if (notRun > 0) console.error(`\n${notRun} tests did not run`)
console.log(`\n${passed} passed, ${failed} failed`)
process.exitCode = failed > 0 ? 1 : 0
