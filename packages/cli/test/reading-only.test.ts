/** A record that may not be written: another's folder, a disk that is read-only. What looks at it works, what would write says why it cannot. */
import { spawnSync } from 'node:child_process'
import { chmodSync, cpSync, readdirSync, renameSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { openRecordToRead } from '@parley/record'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { BIN, parley, Workshop } from './run.ts'

/** Whoever may do everything is refused nothing: then the commands run as nobody, where nobody can reach them. */
const isRoot = process.getuid?.() === 0
const other = isRoot ? { uid: 65_534 } : {}
const canBeTried = spawnSync(process.execPath, [BIN, '--version'], other).status === 0

const shop = new Workshop()
chmodSync(shop.folder, 0o755)
const folder = shop.path('record')

function everywhere(path: string, mode: number): void {
  const isFolder = statSync(path).isDirectory()
  chmodSync(path, isFolder ? mode : mode & 0o666)
  if (!isFolder) return
  for (const name of readdirSync(path)) everywhere(join(path, name), mode)
}

const run = (argv: readonly string[], cwd = folder) => parley(argv, { cwd, ...other, env: { NODE_COMPILE_CACHE: '' } })

describe.skipIf(!canBeTried)('a record that may not be written', () => {
  beforeAll(async () => {
    await parley(['init', folder])
    const report = shop.put('a.txt', '«Дорога открыта», — сообщил министр Лев Орешников.\n')
    await parley(['add', report, '--record', folder])
    cpSync(folder, shop.path('left'), { recursive: true })
    everywhere(folder, 0o555)
  })
  afterAll(() => {
    everywhere(folder, 0o755)
    everywhere(shop.path('left'), 0o755)
    shop.clear()
  })

  test.each([
    { argv: ['search', 'дорога'], says: '1 statement' },
    { argv: ['timeline'], says: 'Дорога открыта' },
    { argv: ['export', '--format', 'csv'], says: 'Дорога открыта' },
    { argv: ['review', '--what', 'quotations'], says: '1 open' },
    { argv: ['verify'], says: 'The index of words was not checked' },
    { argv: ['user', 'list'], says: '' },
  ])('$argv looks at it, and says so once', async ({ argv, says }) => {
    const { code, stdout, stderr } = await run(argv)
    expect({ code, stdout }).toEqual({ code: 0, stdout: expect.stringContaining(says) })
    expect(stderr).toMatch(/^parley: \. is opened for reading only: no permission to write .*\n$/)
  })

  test.each([
    ['add', 'x'],
    ['decide', 'x', 'accept'],
    ['user', 'add', 'x', '--role', 'admin'],
    ['init', '.'],
  ])('%s says why it cannot', async (...argv) => {
    const { code, stderr } = await run(argv)
    expect({ code, stderr }).toEqual({
      code: 2,
      stderr: expect.stringMatching(/may only be read here: no permission to write/),
    })
  })

  test('what is still beside the file is not passed over', async () => {
    const left = shop.path('left')
    const database = new DatabaseSync(join(left, 'record.sqlite'))
    database.exec("pragma wal_autocheckpoint = 0; insert into meta (key, value) values ('a', 'b')")
    cpSync(join(left, 'record.sqlite-wal'), join(left, 'kept'))
    database.close()
    renameSync(join(left, 'kept'), join(left, 'record.sqlite-wal'))
    everywhere(left, 0o555)
    const { code, stderr } = await run(['quotes'], left)
    expect({ code, stderr }).toEqual({ code: 2, stderr: expect.stringContaining('record.sqlite-wal') })
  })
})

test.skipIf(isRoot)('a file that is written after all is not taken for what it was', async () => {
  const place = shop.path('changing')
  await parley(['init', place])
  const file = join(place, 'record.sqlite')
  chmodSync(place, 0o555)
  const record = await openRecordToRead(place)
  expect(await record.db.selectFrom('documents').selectAll().execute()).toEqual([])
  chmodSync(file, 0o644)
  writeFileSync(file, 'x', { flag: 'a' })
  await expect(record.db.selectFrom('documents').selectAll().execute()).rejects.toThrow('written by another process')
  await record.close()
  chmodSync(place, 0o755)
})
