import { mkdirSync, mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { FolderArchive } from '../src/archive/folder-archive.ts'

const folder = mkdtempSync(join(tmpdir(), 'parley-archive-'))
afterAll(() => rmSync(folder, { recursive: true }))

async function* bytes(words: string): AsyncGenerator<Uint8Array> {
  yield new TextEncoder().encode(words)
}

test('what a killed run left half written goes after a day, what another writes just now stays', async () => {
  const incoming = join(folder, 'incoming')
  mkdirSync(incoming)
  for (const name of ['left', 'written']) writeFileSync(join(incoming, name), 'half a fi')
  const twoDaysAgo = Date.now() / 1000 - 2 * 24 * 60 * 60
  utimesSync(join(incoming, 'left'), twoDaysAgo, twoDaysAgo)
  const archive = new FolderArchive(folder)
  const { sha256 } = await archive.put(bytes('a whole file'))
  expect(readdirSync(incoming)).toEqual(['written'])
  expect(await archive.has(sha256)).toBe(true)
})
