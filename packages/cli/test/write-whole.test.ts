import { spawn } from 'node:child_process'
import { existsSync, lstatSync, readdirSync, readFileSync, symlinkSync } from 'node:fs'
import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, expect, test } from 'vitest'
import { writeWhole } from '../src/write-whole.ts'
import { Workshop } from './run.ts'

const shop = new Workshop()
afterAll(() => shop.clear())

async function* pieces(...all: readonly (string | Error)[]): AsyncGenerator<string> {
  for (const piece of all) {
    if (piece instanceof Error) throw piece
    yield piece
  }
}

const filesIn = (folder: string) => readdirSync(shop.path(folder)).sort()

test('a new file and one over an old one', async () => {
  const old = shop.put('plain/old.csv', 'before')
  await writeWhole(old, pieces('after, ', 'whole'))
  await writeWhole(shop.path('plain/new.csv'), pieces('new'))
  expect(readFileSync(old, 'utf8')).toBe('after, whole')
  expect(filesIn('plain')).toEqual(['new.csv', 'old.csv'])
})

test('what fails half-way leaves what was there, and nothing beside it', async () => {
  const old = shop.put('half/old.csv', 'before')
  const cut = new Error('the record went away')
  await expect(writeWhole(old, pieces('aft', cut))).rejects.toBe(cut)
  await expect(writeWhole(shop.path('half/new.csv'), pieces('ne', cut))).rejects.toBe(cut)
  expect(readFileSync(old, 'utf8')).toBe('before')
  expect(filesIn('half')).toEqual(['old.csv'])
})

test('what the system refuses is its own error', async () => {
  await expect(writeWhole(shop.path('no folder/new.csv'), pieces('new'))).rejects.toMatchObject({ code: 'ENOENT' })
  shop.put('folder/file', '')
  await expect(writeWhole(shop.path('folder'), pieces('new'))).rejects.toMatchObject({ code: 'EISDIR' })
})

test.skipIf(process.platform === 'win32')(
  'a link leads where it led; what is no file is written as it comes',
  async () => {
    const real = shop.put('links/real.csv', 'before')
    symlinkSync(real, shop.path('links/link.csv'))
    await writeWhole(shop.path('links/link.csv'), pieces('after'))
    expect(lstatSync(shop.path('links/link.csv')).isSymbolicLink()).toBe(true)
    expect(readFileSync(real, 'utf8')).toBe('after')
    await writeWhole('/dev/null', pieces('nothing'))
    expect(lstatSync('/dev/null').isFile()).toBe(false)
  },
)

test.skipIf(process.platform === 'win32').each(['SIGINT', 'SIGTERM'] as const)(
  '%s half-way leaves what was there',
  async signal => {
    const old = shop.put(`${signal}/old.csv`, 'before')
    const module = pathToFileURL(resolve(import.meta.dirname, '../src/write-whole.ts')).href
    const script = `import { writeWhole } from '${module}'
    async function* slow() { yield 'half'; console.log('begun'); await new Promise(go => setTimeout(go, 60_000)) }
    await writeWhole('${old}', slow())`
    const child = spawn(process.execPath, ['--input-type=module', '-e', script], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    const ended = new Promise<number | null>(done => child.on('close', done))
    await new Promise<void>(begun => child.stdout.once('data', () => begun()))
    child.kill(signal)
    expect(await ended).toBe(130)
    expect(readFileSync(old, 'utf8')).toBe('before')
    expect(filesIn(signal)).toEqual(['old.csv'])
    expect(existsSync(`${old}.${child.pid}.part`)).toBe(false)
  },
)
