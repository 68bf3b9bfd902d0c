import { spawn } from 'node:child_process'
import { existsSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { BIN, parley, Workshop } from './run.ts'

const shop = new Workshop()
afterAll(() => shop.clear())

const TEXT = `Дорога через перевал открыта, сообщил министр транспорта Лев Орешников.

«Автобусы пойдут 15 мая», — добавил он.
`

/** Reports that differ in a number, so that none is another. */
function reports(count: number, from = 0): string {
  const line = (i: number): string =>
    JSON.stringify({ id: `report-${i}`, language: 'ru', published: '2024-05-14', text: `${TEXT}\nКилометр ${i}.` })
  return Array.from({ length: count }, (_, i) => line(from + i)).join('\n')
}

async function record(name: string): Promise<string> {
  const folder = shop.path(name)
  const { code, stderr } = await parley(['init', folder])
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
  return folder
}

const ids = async (folder: string): Promise<string[]> => {
  const { stdout } = await parley(['sources', '--record', folder, '--format', 'jsonl', '--limit', '100000'])
  return stdout
    .trimEnd()
    .split('\n')
    .map(line => JSON.parse(line).name)
    .sort()
}

describe('a record', () => {
  test('from nothing to an answer', async () => {
    const folder = await record('first')
    expect(readdirSync(folder).sort()).toEqual(['dossier', 'record.sqlite'])
    const news = shop.put('news/pass.txt', TEXT)
    const added = await parley(['add', news, '--record', folder, '--published', '2024-05-14', '--by', 'Анна'])
    expect(added).toMatchObject({ code: 0, stderr: '' })
    expect(added.stdout).toContain('1 document taken in, 1 read, 0 failed')
    const again = await parley(['add', shop.path('news'), '--record', folder])
    expect(again.stdout).toContain('0 documents taken in, 0 read')
    const found = await parley(['search', 'автобусом', '--record', folder])
    expect(found.stdout).toContain('2024-05-14 · Лев Орешников')
    expect(found.stdout).toContain('1 statement\n')
    expect((await parley(['quotes', '--by', 'Орешников'], { cwd: folder })).stdout).toContain('2 statements')
    expect((await parley(['sources'], { cwd: folder })).stdout).toContain(news)
    expect((await parley(['sources', '--imports'], { cwd: folder })).stdout).toContain('Анна')
    expect(await parley(['verify'], { cwd: folder })).toMatchObject({ code: 0, stderr: '' })
    const csv = await parley(['export', '--format', 'csv', '--by', 'Орешников'], { cwd: folder })
    expect(csv.stdout.split('\r\n')).toHaveLength(4)
    expect(csv.stdout).toMatch(/^id,/)
    await parley(['export', '--format', 'csv', '--by', 'Орешников', '--out', shop.path('out.csv')], { cwd: folder })
    expect(readFileSync(shop.path('out.csv'), 'utf8')).toBe(`\ufeff${csv.stdout}`)
    expect((await parley(['export', '--format', 'xlsx'], { cwd: folder })).stderr).toContain('needs a file')
    const site = ['export', '--format', 'site']
    expect((await parley(site, { cwd: folder })).stderr).toContain('needs a folder')
    expect((await parley([...site, 'copy', '--by', 'X'], { cwd: folder })).stderr).toContain('leave out --by')
    expect((await parley(['export', '--format', 'csv', 'copy'], { cwd: folder })).stderr).toContain('--out')
    await parley(['export', '--format', 'web-annotation', '--out', shop.path('out.jsonl')], { cwd: folder })
    expect(readFileSync(shop.path('out.jsonl'), 'utf8').trim().split('\n')).toHaveLength(2)
    const run = /import (\S+)/.exec(added.stdout)?.[1] as string
    expect((await parley(['rollback', run], { cwd: folder })).stdout).toContain('1 document and 1 input taken back')
    expect((await parley(['search', 'автобус'], { cwd: folder })).stdout).toContain('0 statements')
    expect((await parley(['verify'], { cwd: folder })).code).toBe(0)
  })

  test('the matrix and the timeline of what it holds', async () => {
    const folder = shop.path('matrix')
    await parley(['init', folder, '--from', 'karabakh-2020'])
    const text = 'Президент Азербайджана Ильхам Алиев заявил 5 января, что Агдамский район возвращён Азербайджану.\n'
    const report = shop.put('agdam.txt', text)
    const empty = JSON.parse((await parley(['status', '--format', 'json'], { cwd: folder })).stdout)
    expect(empty.documents).toEqual([])
    await parley(['add', report, '--published', '2021-01-06', '--record', folder])
    for (const verb of ['status', 'timeline']) {
      const kept = await parley([verb, '--format', 'json'], { cwd: folder })
      expect(kept).toMatchObject({ code: 0, stderr: '' })
      const read = await parley([
        ...[verb, report, '--published', '2021-01-06', '--dossier', 'karabakh-2020', '--format', 'json'],
      ])
      expect(JSON.parse(kept.stdout)).toEqual(JSON.parse(read.stdout))
    }
    const stale = await parley(['status', '--dossier', 'minsk-2015'], { cwd: folder })
    expect(stale.stderr).toContain('with another dossier')
  })

  test('what cannot be taken in is named, the rest is kept', async () => {
    const folder = await record('mixed')
    shop.put('mixed-news/good.txt', TEXT)
    shop.put('mixed-news/empty.txt', '')
    shop.put(
      'mixed-news/foreign.txt',
      'Die Straße über den Pass ist offen, sagte der Minister am Montag in der Hauptstadt.',
    )
    symlinkSync('round.txt', shop.path('mixed-news/round.txt'))
    shop.put('mixed-news/lines.jsonl', `${JSON.stringify({ id: 'a', text: TEXT })}\n{ broken\n`)
    const { code, stdout, stderr } = await parley(['add', shop.path('mixed-news'), '/no/such/file', '--record', folder])
    expect(code).toBe(1)
    expect(stdout).toContain('3 documents taken in, 2 read, 5 failed')
    expect(stderr).toMatch(/empty\.txt: the file is empty/)
    expect(stderr).toMatch(/round\.txt: its symbolic links go round in a circle/)
    expect(stderr).toMatch(/lines\.jsonl:2: not JSON/)
    expect(stderr).toMatch(/\/no\/such\/file: there is no such file or folder/)
    expect(stderr).toMatch(/mixed-news\/foreign\.txt: German is not a language Parley reads/)
    expect((await parley(['sources'], { cwd: folder })).stdout).toContain('not read: German is not')
    const again = await parley(['add', shop.path('mixed-news/foreign.txt'), '--language', 'ru', '--record', folder])
    expect(again.stdout).toContain('--language and --published hold for what is new')
    expect((await parley(['verify'], { cwd: folder })).code).toBe(0)
  })

  test('messages that nobody hears leave no work half done', async () => {
    const folder = await record('unheard')
    for (const name of ['a', 'b', 'c', 'd']) shop.put(`unheard-news/${name}.txt`, '')
    shop.put('unheard-news/good.txt', TEXT)
    const { code, stdout } = await parley(['add', shop.path('unheard-news'), '--record', folder], { isDeaf: true })
    expect({ code, stdout }).toEqual({
      code: 1,
      stdout: expect.stringContaining('1 document taken in, 1 read, 4 failed'),
    })
  })

  test('wrong use is one line', async () => {
    for (const argv of [
      ['add', 'x', '--record', shop.path('none')],
      ['verify', '--record', shop.path('none')],
    ]) {
      const { code, stderr } = await parley(argv)
      expect(code).toBe(2)
      expect(stderr).toMatch(/^parley: no record in .*parley init.*\n$/)
    }
    const { code, stderr } = await parley([
      'verify',
      '--record',
      shop.put('broken/record.sqlite', 'no database').replace('/record.sqlite', ''),
    ])
    expect(code).toBe(2)
    expect(stderr).toMatch(/^parley: .*cannot be opened: file is not a database\n$/)
  })

  test('asked to stop, it says that it goes on from there', async () => {
    const folder = await record('stopped')
    const { code, stderr } = await stopped(folder)
    expect({ code, stderr }).toEqual({ code: 130, stderr: expect.stringMatching(/^parley: stopping; .* goes on/) })
    expect((await parley(['verify', '--record', folder])).code).toBe(0)
    const again = await parley(['add', '-', '--record', folder], { stdin: reports(3) })
    expect(again.stdout).toContain('3 documents taken in')
  })

  test('killed in the middle, it goes on and ends as if it had not been', async () => {
    const input = shop.put('many.jsonl', reports(400))
    const whole = await record('whole')
    await parley(['add', input, '--record', whole])
    const killed = await record('killed')
    for (const after of [900, 1500, 2200]) {
      await killAfter(['add', input, '--record', killed], after)
      const { code, stdout } = await parley(['verify', '--record', killed])
      expect({ code, stdout }).toMatchObject({ code: 0, stdout: expect.stringContaining('nothing has changed') })
    }
    expect((await parley(['add', input, '--record', killed])).code).toBe(0)
    expect(await ids(killed)).toEqual(await ids(whole))
    const quotes = async (folder: string) => {
      const { stdout } = await parley(['quotes', '--record', folder, '--format', 'jsonl', '--limit', '100000'])
      return stdout
        .replace(/"n":\d+,/g, '')
        .split('\n')
        .sort()
    }
    expect(await quotes(killed)).toEqual(await quotes(whole))
    expect((await parley(['verify', '--record', killed])).code).toBe(0)
  })

  test('a dossier that was edited is told of, and what reading with it changes', async () => {
    const folder = shop.path('edited')
    await parley(['init', folder, '--from', 'karabakh-2020'])
    const words = 'Министерство обороны Азербайджана сообщило, что режим прекращения огня соблюдается.'
    const news = shop.put('edited-news.txt', words)
    await parley(['add', news, '--record', folder, '--published', '2020-12-12'])
    const file = join(folder, 'dossier/agreements/2020-11-09-statement.yaml')
    writeFileSync(file, readFileSync(file, 'utf8').replace('duty: cease-fire', 'duty: monitor'))
    expect((await parley(['status', '--record', folder])).stderr).toContain('reads it anew')
    const anew = await parley(['add', '--record', folder])
    expect(anew).toMatchObject({ code: 0, stderr: '' })
    expect(anew.stdout).toContain('0 documents taken in, 1 read')
    expect(anew.stdout).toMatch(/read anew, 1 document says otherwise: 0 items new, [1-9]\d* gone/)
    expect((await parley(['verify', '--record', folder])).code).toBe(0)
  })

  test('two processes that make one record at once both find it made', async () => {
    for (const name of ['twins-1', 'twins-2', 'twins-3']) {
      const both = await Promise.all([parley(['init', shop.path(name)]), parley(['init', shop.path(name)])])
      expect(both.map(({ code, stderr }) => ({ code, stderr }))).toEqual([
        { code: 0, stderr: '' },
        { code: 0, stderr: '' },
      ])
    }
  })

  test('two processes at once: nothing lost, nothing doubled', async () => {
    const folder = await record('shared')
    const inputs = [shop.put('left.jsonl', reports(150)), shop.put('right.jsonl', reports(150, 100))]
    const runs = await Promise.all(inputs.map(input => parley(['add', input, '--record', folder, '--threads', '1'])))
    expect(runs.map(({ code, stderr }) => ({ code, stderr }))).toEqual([
      { code: 0, stderr: '' },
      { code: 0, stderr: '' },
    ])
    expect(new Set(await ids(folder)).size).toBe(250)
    const verified = await parley(['verify', '--record', folder])
    expect(verified).toMatchObject({ code: 0, stdout: expect.stringContaining('250 documents, 250 analyses') })
  })
})

/** Begins to take in what never ends, asks it to stop, and tells how it ended. */
function stopped(folder: string): Promise<{ code: number | null; stderr: string }> {
  const child = spawn(process.execPath, [BIN, 'add', '-', '--record', folder])
  child.stdin.write(reports(3))
  const incoming = `${folder}/archive/incoming`
  const looking = setInterval(() => {
    if (!existsSync(incoming) || readdirSync(incoming).length === 0) return
    clearInterval(looking)
    child.kill('SIGINT')
  }, 50)
  let stderr = ''
  child.stderr.setEncoding('utf8').on('data', piece => (stderr += piece))
  return new Promise(done => child.on('close', code => done({ code, stderr })))
}

function killAfter(argv: readonly string[], milliseconds: number): Promise<void> {
  const child = spawn(process.execPath, [BIN, ...argv], { stdio: 'ignore' })
  return new Promise(done => {
    const timer = setTimeout(() => child.kill('SIGKILL'), milliseconds)
    child.on('close', () => {
      clearTimeout(timer)
      done()
    })
  })
}

afterAll(() => rmSync(shop.path('none'), { recursive: true, force: true }))
