import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { loadKit, PackError } from '../src/index.ts'

const folder = mkdtempSync(join(tmpdir(), 'parley-packs-'))
afterAll(() => rmSync(folder, { recursive: true }))

test('packs that are missing or no packs say what to run', () => {
  const message = (): string => {
    try {
      loadKit({ packs: folder })
    } catch (error) {
      if (error instanceof PackError) return error.message
      throw error
    }
    return 'opened'
  }
  expect(message()).toContain('npm run prepare')
  writeFileSync(join(folder, 'ru.pack'), 'not a pack at all')
  expect(message()).toContain('npm run prepare')
  expect(() => loadKit({ packs: join(folder, 'nowhere') })).toThrow(PackError)
})
