/** Stopping: what was asked is answered, nothing new is taken, and whoever only listens on is let go. */
import { OpenAPIHono } from '@hono/zod-openapi'
import { expect, test } from 'vitest'
import { listen } from '../src/index.ts'

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
