/** Whatever goes wrong outside is one line that names input and reason, with exit 2, and never a trace of the code. */
import { existsSync } from 'node:fs'
import { afterAll, expect, test } from 'vitest'
import { whileStoppable } from '../src/stopping.ts'
import { parley, Workshop } from './run.ts'

const shop = new Workshop()
afterAll(() => shop.clear())
const file = shop.put('a-file', 'words\n')
shop.put('a-record/record.sqlite', '')

test.each([
  { argv: ['init', `${file}/inside`], says: 'there is a file of that name' },
  { argv: ['init', '/proc/none'], says: /no folder can be made there|read-only|no permission/ },
  { argv: ['init', file], says: 'is a file, and a record is a folder' },
  { argv: ['init', ''], says: 'Expected a folder' },
  { argv: ['quotes', '--record', ''], says: 'Expected a folder' },
  { argv: ['quotes', '--record', file], says: 'is a file, and a record is a folder' },
  { argv: ['quotes', '--record', shop.path('nothing')], says: 'no record in' },
  { argv: ['quotes', '--record', `a${'b'.repeat(300)}`], says: 'too long' },
  { argv: ['quotes', '--record', 'postgres://%zz'], says: 'is not an address' },
  { argv: ['quotes', '--record', 'postgres://a:p@s/s@127.0.0.1:1/x'], says: 'postgres://a:…@127.0.0.1:1/x' },
  { argv: ['user', 'add', 'a\nb\u001b[31m', '--role', 'reader', '--no-password'], says: 'no record in' },
  { argv: ['quotes', '--from', '2025-01-01', '--until', '2024-01-01'], says: '--from 2025-01-01 lies after --until' },
  { argv: ['sources', '--from', '2025-01-01', '--until', '2024-01-01'], says: '--from 2025-01-01 lies after --until' },
  { argv: ['status', shop.path('a-record')], says: 'is a record, not an input: name it with --record' },
  { argv: ['add', shop.path('a-record')], says: 'is a record, not an input: name it with --record' },
  { argv: ['export', '--format', 'csv', '--out', ''], says: 'Expected a path' },
  { argv: ['read', file, '--out', ' '], says: 'Expected a path' },
  { argv: ['search', '«—»', '!!!'], says: 'name what to look for' },
  { argv: ['quotes', '--by', ' '], says: 'Expected a name' },
  { argv: ['quotes', '--kind', 'spoken'], says: 'Allowed choices are direct, indirect, mixed' },
  { argv: ['quotes', '--act', 'sing'], says: 'Allowed choices are accuse, ' },
  { argv: ['events', '--type', 'consult'], says: 'Allowed choices are AGREE, CONSULT' },
  { argv: ['\u001b[31mquotes'], says: 'unknown command' },
  { argv: ['audit', '--format', '\u001b]0;x\u0007'], says: 'Allowed choices' },
])('$argv', async ({ argv, says }) => {
  const { code, stdout, stderr } = await parley(argv, { cwd: shop.folder })
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
  expect(stderr).toMatch(says)
  expect(stderr).not.toMatch(/^\s+at |node:|[\u0000-\u0009\u000b-\u001f]/m)
})

test('an unknown dossier to begin with leaves nothing behind', async () => {
  const folder = shop.path('misnamed')
  const { code, stderr } = await parley(['init', folder, '--from', '../karabakh'])
  expect({ code, stderr }).toEqual({
    code: 2,
    stderr: expect.stringContaining("there is no bundled dossier '../karabakh'"),
  })
  expect(existsSync(folder)).toBe(false)
})

test('titles and names cannot move the cursor or add lines', async () => {
  const folder = shop.path('odd')
  await parley(['init', folder])
  const document = {
    id: 'a\u001b[2J\nb',
    title: 'Дорога\u001b[31m\nоткрыта',
    publisher: '\u202eгазета',
    language: 'ru',
    text: '«Дорога открыта», — сообщил министр Лев Орешников.',
  }
  await parley(['add', '-', '--record', folder], { stdin: JSON.stringify(document) })
  for (const argv of [['sources'], ['quotes'], ['search', 'дорога'], ['review', '--what', 'quotations']]) {
    const { stdout } = await parley([...argv, '--record', folder])
    expect(stdout).toContain('Дорога\ufffd[31m открыта')
    expect(stdout).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u202e]/)
  }
})

test('what stops one command leaves the next alone', async () => {
  const heard = () => ['SIGINT', 'SIGTERM'].map(signal => process.listenerCount(signal))
  const before = heard()
  await whileStoppable(async signal => {
    expect(heard()).toEqual(before.map(count => count + 1))
    expect(signal.aborted).toBe(false)
  })
  expect(heard()).toEqual(before)
})
