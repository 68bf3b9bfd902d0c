/** `parley serve` ended at any moment: what was sent to it is taken in by the next one. */
import { type ChildProcess, spawn } from 'node:child_process'
import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, expect, test } from 'vitest'
import { BIN, parley, Workshop } from './run.ts'

const shop = new Workshop()
const children: ChildProcess[] = []
const held: ServerResponse[] = []
let isHeld = true
const page = (path: string) =>
  `<html lang="en"><head><title>${path}</title></head><body><article><p>“The road ${path} is open,” the envoy said in Ardan on Friday.</p></article></body></html>`
const site = createServer((request, response) => {
  response.setHeader('content-type', 'text/html').setHeader('etag', `"${request.url}"`)
  // Fetched before, it is not sent again: what was fetched and not kept as a document must not ask like that.
  if (request.headers['if-none-match'] !== undefined) response.writeHead(304).end()
  else if (isHeld && request.url === '/second') held.push(response)
  else response.end(page(request.url ?? ''))
})

afterAll(() => {
  for (const child of children) child.kill('SIGKILL')
  site.closeAllConnections()
  site.close()
  shop.clear()
})

async function serve(record: string): Promise<{ readonly child: ChildProcess; readonly api: string }> {
  const child = spawn(process.execPath, [BIN, 'serve', record, '--port', '0', '--allow-private', '--delay', '0'])
  children.push(child)
  let said = ''
  child.stderr.setEncoding('utf8')
  const api = await new Promise<string>((resolve, reject) => {
    child.stderr.on('data', (piece: string) => {
      said += piece
      const [address] = /http:\/\/127\.0\.0\.1:\d+/.exec(said) ?? []
      if (address !== undefined) resolve(`${address}/api/v1`)
    })
    child.on('exit', () => reject(new Error(said)))
  })
  return { child, api }
}

const ended = (child: ChildProcess) =>
  new Promise<string | null>(resolve => child.on('exit', (_, signal) => resolve(signal)))
const ask = async (address: string) =>
  (await fetch(address)).json() as Promise<{ state: string; items: { title: string }[] }>
const tell = async (address: string, body: object) => {
  const headers = { 'content-type': 'application/json' }
  const response = await fetch(address, { method: 'POST', headers, body: JSON.stringify(body) })
  return (await response.json()) as { id: string }
}

test.each(['SIGKILL', 'SIGTERM'] as const)(
  '%s in the middle of an import, and another server goes on with it',
  async signal => {
    isHeld = true
    await new Promise<void>(resolve => {
      if (site.listening) resolve()
      else site.listen(0, '127.0.0.1', resolve)
    })
    const base = `http://127.0.0.1:${(site.address() as AddressInfo).port}`
    const record = shop.path(signal)
    await parley(['init', record])
    const first = await serve(record)
    const { id } = await tell(`${first.api}/imports`, {
      kind: 'addresses',
      addresses: [`${base}/first`, `${base}/second`],
    })
    await expect.poll(() => held.length, { timeout: 60_000 }).toBe(1)
    const gone = ended(first.child)
    first.child.kill(signal)
    await gone
    isHeld = false
    for (const response of held.splice(0)) response.destroy()
    const second = await serve(record)
    expect(await ask(`${second.api}/imports/${id}`)).toMatchObject({
      state: 'interrupted',
      kind: 'addresses',
      inputs: 2,
    })
    await tell(`${second.api}/imports/${id}/resume`, {})
    await expect.poll(async () => (await ask(`${second.api}/imports/${id}`)).state, { timeout: 60_000 }).toBe('done')
    const { items } = await ask(`${second.api}/imports/${id}/sources`)
    expect(items.map(({ title }) => title).sort()).toEqual(['/first', '/second'])
    const over = ended(second.child)
    second.child.kill('SIGTERM')
    expect(await over).toBe(null)
    const { stdout, code } = await parley(['verify', '--record', record])
    expect([code, stdout]).toEqual([0, expect.any(String)])
  },
  180_000,
)
