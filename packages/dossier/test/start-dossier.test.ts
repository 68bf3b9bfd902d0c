import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { bundledDossiers, checkDossier, startDossier } from '../src/index.ts'

const scratch = mkdtempSync(join(tmpdir(), 'parley-start-'))
afterAll(() => rmSync(scratch, { recursive: true }))

/** Every file names a schema that lies where it says. */
function expectSchemas(folder: string): void {
  for (const file of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    if (!file.endsWith('.yaml')) continue
    const path = join(folder, file)
    const schema = /\$schema=(\S+)/.exec(readFileSync(path, 'utf8'))?.[1] ?? 'none'
    expect([file, existsSync(join(dirname(path), schema))]).toEqual([file, true])
  }
}

test('an empty dossier compiles and waits to be filled in', () => {
  const folder = join(scratch, 'new', 'valley')
  const started = startDossier(folder)
  expect(started.ok).toBe(true)
  const { dossier, problems } = checkDossier(folder)
  expect(problems).toEqual([])
  expect(dossier?.id).toBe('new-process')
  expectSchemas(folder)
})

test('a copy of a bundled dossier holds the same data', () => {
  for (const { name, folder } of bundledDossiers()) {
    const copy = join(scratch, name)
    expect(startDossier(copy, name).ok).toBe(true)
    expect(checkDossier(copy).dossier?.hash).toBe(checkDossier(folder).dossier?.hash)
    expectSchemas(copy)
  }
})

test('what is there is never written over, and a name nobody knows is said', () => {
  const folder = join(scratch, 'twice')
  startDossier(folder)
  expect(startDossier(folder, 'karabakh-2020')).toEqual({ ok: false, reason: `${folder} holds a dossier already` })
  expect(startDossier(join(scratch, 'other'), 'karabakh')).toEqual({
    ok: false,
    reason:
      "there is no bundled dossier 'karabakh'; there are bangsamoro-2014, karabakh-2020, minsk-2015, south-sudan-2018",
  })
})
