import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { checkImports, importLines } from '../check-imports.ts'

let root: string
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'parley-imports-'))
})
afterEach(() => rmSync(root, { recursive: true }))

function put(path: string, content: string): void {
  mkdirSync(dirname(join(root, path)), { recursive: true })
  writeFileSync(join(root, path), content)
}
const messages = () => checkImports(root).map(problem => `${problem.file}:${problem.line} ${problem.message}`)

test('reads every way to import, and nothing that only looks like one', () => {
  const source = [
    "import { a } from 'one'",
    "import type {\n  B,\n} from 'two'",
    "export { c } from 'three'",
    "import 'four'",
    "const d = await import('five')",
    "// import { e } from 'never'",
    "/* import 'never' */",
    "const words = ['from', 'never']",
    "export const name = 'never'",
  ].join('\n')
  expect(importLines(source).map(({ specifier, line }) => `${line} ${specifier}`)).toEqual([
    '1 one',
    '4 two',
    '5 three',
    '6 four',
    '7 five',
  ])
})

test('an arrow turned back, a deep import and a reach into another package are refused', () => {
  put('packages/core/package.json', '{ "exports": { ".": "./src/index.ts", "./grammar": "./src/grammar.ts" } }')
  put('packages/core/src/a.ts', "import { compile } from '@parley/lang'\n")
  put('packages/cli/src/b.ts', "import { x } from '@parley/core/src/x.ts'\nimport { y } from '../../core/src/y.ts'\n")
  put(
    'packages/service/src/c.ts',
    "import { compile } from '@parley/lang'\nimport { NOUN } from '@parley/core/grammar'\nimport { d } from './d.ts'\n",
  )
  expect(messages()).toEqual([
    "packages/cli/src/b.ts:1 '@parley/core/src/x.ts': deep import; the doors of core stand in its package.json",
    "packages/cli/src/b.ts:2 '../../core/src/y.ts' reaches into core: import '@parley/core'",
    'packages/core/src/a.ts:1 core must not know lang (it may import: none)',
  ])
})

test('core is free of Node; its tests are not', () => {
  put('packages/core/src/a.ts', "import { readFileSync } from 'node:fs'\n")
  put('packages/core/test/a.test.ts', "import { readFileSync } from 'node:fs'\n")
  put('packages/web/src/a.ts', "import { readFileSync } from 'fs'\n")
  expect(messages()).toEqual([
    "packages/core/src/a.ts:1 'node:fs': this file must run without Node",
    "packages/web/src/a.ts:1 'fs': write 'node:fs'",
    "packages/web/src/a.ts:1 'fs': this file must run without Node",
  ])
})

test('a library must be declared where it is used; tests may use those of the root', () => {
  put('package.json', '{ "devDependencies": { "vitest": "1" } }')
  put('packages/core/package.json', '{ "dependencies": { "@noble/hashes": "1" } }')
  put('packages/core/src/a.ts', "import { sha256 } from '@noble/hashes/sha2.js'\nimport { parse } from 'yaml'\n")
  put('packages/core/test/a.test.ts', "import { test } from 'vitest'\n")
  expect(messages()).toEqual(["packages/core/src/a.ts:2 'yaml' is not declared in packages/core/package.json"])
})
