/** Stopping: what was asked is answered, nothing new is taken, and whoever only listens on is let go. */

import { connect } from 'node:net'
import { OpenAPIHono } from '@hono/zod-openapi'
import { expect, test } from 'vitest'
import { ListenError, listen } from '../src/index.ts'

test('what was asked is answered, then nobody is', async () => {
  const app = new OpenAPIHono()
  let answer = (_: string): void => {}
  let onAsked = (): void => {}
  const asked = new Promise<void>(resolve => {
    onAsked = resolve
  })
  app.get('/slow', async c => {
    onAsked()
    return c.text(await new Promise<string>(resolve => (answer = resolve)))
  })
  const { address, stop } = await listen(app, { host: '127.0.0.1', port: 0 })
  const slow = fetch(`${address}/slow`)
  await asked
  const stopped = stop()
  await expect(fetch(`${address}/slow`)).rejects.toThrow()
  answer('done')
  expect(await (await slow).text()).toBe('done')
  await stopped
})

test('an answer that never ends is cut off', async () => {
  const app = new OpenAPIHono()
  app.get('/events', c =>
    c.body(new ReadableStream({ start: piece => piece.enqueue(new TextEncoder().encode('data: 1\n\n')) })),
  )
  const { address, stop } = await listen(app, { host: '127.0.0.1', port: 0 })
  const reader = (await fetch(`${address}/events`)).body!.getReader()
  await reader.read()
  const ended = reader.read().then(
    ({ done }) => done,
    () => true,
  )
  await stop()
  expect(await ended).toBe(true)
})

test('a request that never ends is cut off, too', async () => {
  const app = new OpenAPIHono()
  app.post('/', async c => c.text(await c.req.text()))
  const { address, stop } = await listen(app, { host: '127.0.0.1', port: 0 })
  const line = connect(Number(new URL(address).port), '127.0.0.1')
  line.on('error', () => {})
  await new Promise<void>(resolve =>
    line.write('POST / HTTP/1.1\r\nHost: here\r\nContent-Length: 9\r\n\r\n1', () => resolve()),
  )
  const ended = new Promise<boolean>(resolve => line.on('close', () => resolve(true)))
  await stop()
  expect(await ended).toBe(true)
}, 9_000)

test('an address that this machine has not is named', async () => {
  const place = { host: 'nowhere.invalid', port: 0, isGuarded: true }
  const failure = await listen(new OpenAPIHono(), place).catch(error => error)
  expect(failure).toBeInstanceOf(ListenError)
  expect(failure.message).toBe('nowhere.invalid is no address of this machine: choose another with --host')
})
