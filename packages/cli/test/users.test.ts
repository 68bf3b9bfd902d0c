/** Users, tokens and the audit by command line, and the server that they open. */
import { spawn } from 'node:child_process'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { BIN, parley, Workshop } from './run.ts'

const shop = new Workshop()
const record = shop.path('record')
beforeAll(async () => {
  await parley(['init', record])
})
afterAll(() => shop.clear())

const user = (stdin: string, ...words: string[]) => parley(['user', ...words, '--record', record], { stdin })

interface Serving {
  readonly address: string
  /** Ends it with a signal; its exit code and all it wrote. */
  stop(signal: NodeJS.Signals): Promise<{ code: number | null; stderr: string }>
}

function serve(...words: readonly string[]): Promise<Serving> {
  const child = spawn(process.execPath, [BIN, 'serve', record, '--port', '0', ...words])
  let stderr = ''
  return new Promise((resolve, reject) => {
    const ended = new Promise<number | null>(done => child.on('close', done))
    child.on('error', reject)
    void ended.then(code => reject(new Error(`it ended with ${code}: ${stderr}`)))
    child.stderr.setEncoding('utf8').on('data', (piece: string) => {
      stderr += piece
      const [address] = /http:\S+/.exec(stderr) ?? []
      if (address === undefined) return
      const stop = async (signal: NodeJS.Signals) => {
        child.kill(signal)
        return { code: await ended, stderr }
      }
      resolve({ address: address.replace('0.0.0.0', '127.0.0.1'), stop })
    })
  })
}

test('beyond this machine it listens for nobody while nobody could be told apart', async () => {
  const { code, stderr } = await parley(['serve', record, '--host', '0.0.0.0', '--port', '0'])
  expect(code).toBe(2)
  expect(stderr).toMatch(/others would reach this record on 0\.0\.0\.0, and it has no users: add one .*--public/)
  const proxied = await parley(['serve', record, '--proxy', '127.0.0.1', '--port', '0'])
  expect([proxied.code, proxied.stderr]).toEqual([2, expect.stringMatching(/through the proxy, and it has no users/)])
  expect((await parley(['serve', record, '--proxy', 'nowhere'])).stderr).toMatch(/'nowhere' is no address or network/)
})

test('a user is added, listed, changed and removed; each is in the audit', async () => {
  expect((await user('anna horse battery\n', 'add', 'Anna', '--role', 'admin', '--export')).code).toBe(0)
  expect((await user('', 'add', 'bot', '--role', 'reader', '--no-password')).code).toBe(0)
  expect((await user('', 'role', 'bot', 'coder', '--export')).code).toBe(0)
  const { stdout } = await user('', 'list')
  expect(stdout).toMatch(
    /^Anna {2}admin · may export · since .*\nbot {2}coder · may export · tokens only · since .*\n$/,
  )
  expect((await user('', 'remove', 'bot')).code).toBe(0)
  const audit = await parley(['audit', '--record', record, '--format', 'jsonl'])
  const entries = audit.stdout
    .trim()
    .split('\n')
    .map(line => JSON.parse(line))
  expect(entries.map(({ what, about, how }) => [what, about, how])).toEqual([
    ['remove user', 'bot', 'command line'],
    ['change role', 'bot: coder, may export', 'command line'],
    ['add user', 'bot: reader', 'command line'],
    ['add user', 'Anna: admin, may export', 'command line'],
  ])
  const first = await parley(['audit', '--record', record, '--limit', '3'])
  expect(first.stdout).toMatch(/more: --after \d+\n$/)
})

test.each<[string, string[], string, RegExp]>([
  ['a short password', ['add', 'Boris', '--role', 'coder'], 'short\n', /12 to 128 characters/],
  ['no password', ['add', 'Boris', '--role', 'coder'], '', /there is nothing/],
  ['one there is', ['add', 'ANNA', '--role', 'coder', '--no-password'], '', /a user 'ANNA' already/],
  ['no name', ['add', '../x', '--role', 'coder', '--no-password'], '', /no name of a user/],
  ['no role', ['add', 'Boris', '--role', 'owner'], '', /reader, coder, editor, admin/],
  ['no role at all', ['add', 'Boris'], '', /--role/],
  ['another role that is none', ['role', 'Anna', 'owner'], '', /'owner' is no role/],
  ['nobody', ['remove', 'Boris'], '', /no user 'Boris'/],
])('%s is told in one line', async (_, words, stdin, message) => {
  const { code, stderr } = await user(stdin, ...words)
  expect(code).toBe(2)
  expect(stderr).toMatch(message)
  expect(stderr).not.toMatch(/\n\s+at /)
})

test('a record with users is served to them; a token opens what it may; it ends in order', async () => {
  const made = await parley([
    'token',
    'add',
    'anna',
    '--scope',
    'read',
    'measure',
    '--expires',
    '30d',
    '--record',
    record,
  ])
  const token = made.stdout.trim()
  expect(token).toMatch(/^parley_[\w-]{43}$/)
  const { address, stop } = await serve('--host', '0.0.0.0')
  const get = async (path: string, headers = {}) => (await fetch(address + path, { headers })).status
  const authorization = { authorization: `Bearer ${token}` }
  expect([await get('/api/v1/record'), await get('/api/v1/record', authorization)]).toEqual([401, 200])
  expect([await get('/metrics'), await get('/metrics', authorization)]).toEqual([401, 200])
  expect([await get('/healthz'), await get('/readyz'), await get('/api/v1/audit', authorization)]).toEqual([
    200, 200, 403,
  ])
  const sent = { method: 'POST', headers: { 'content-type': 'application/json' } }
  const body = JSON.stringify({ name: 'anna', password: 'anna horse battery' })
  expect((await fetch(`${address}/api/v1/session`, { ...sent, body })).status).toBe(201)
  const { code, stderr } = await stop('SIGTERM')
  expect(code).toBe(0)
  expect(stderr).toMatch(/no TLS here/)
  const lines = stderr
    .split('\n')
    .filter(line => line.startsWith('{'))
    .map(line => JSON.parse(line))
  expect(lines.map(({ route, status }) => [route, status])).toContainEqual(['/api/v1/session', 201])
  expect(stderr).not.toMatch(/horse|parley_/)
  const [, id] = /^token (\w+) of anna/.exec(made.stderr) ?? []
  expect((await parley(['token', 'list', '--record', record])).stdout).toMatch(
    new RegExp(`^${id} {2}Anna {2}read measure · until .* · used `),
  )
  expect((await parley(['token', 'remove', id, '--record', record])).code).toBe(0)
  expect((await parley(['token', 'list', '--record', record])).stdout).toBe('')
})

test('a public record is read by anybody', async () => {
  const { address, stop } = await serve('--host', '0.0.0.0', '--public', '--log', 'silent')
  expect((await fetch(`${address}/api/v1/record`)).status).toBe(200)
  const { code, stderr } = await stop('SIGINT')
  expect([code, stderr.includes('{')]).toEqual([0, false])
})
