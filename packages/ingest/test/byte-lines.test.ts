import fc from 'fast-check'
import { expect, test } from 'vitest'
import { splitByteLines } from '../src/bytes/byte-lines.ts'

async function* chunksOf(text: string, size: number): AsyncGenerator<Uint8Array> {
  const bytes = Buffer.from(text)
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
}

async function linesOf(text: string, size: number, limit = 1000): Promise<(string | null)[]> {
  const lines: (string | null)[] = []
  for await (const line of splitByteLines(chunksOf(text, size), limit)) {
    expect(line.number).toBe(lines.length + 1)
    lines.push(line.bytes === null ? null : Buffer.from(line.bytes).toString())
  }
  return lines
}

test('lines are the same however the bytes come in', async () => {
  const text = fc.array(fc.constantFrom('а', 'b', '\n', '—')).map(letters => letters.join(''))
  await fc.assert(
    fc.asyncProperty(text, fc.integer({ min: 1, max: 9 }), async (whole, size) => {
      const expected = whole.split('\n')
      if (expected.at(-1) === '') expected.pop()
      expect(await linesOf(whole, size)).toEqual(expected)
    }),
  )
})

test('a line beyond the limit is let go, the next one is read', async () => {
  expect(await linesOf(`${'a'.repeat(50)}\nb\n`, 7, 10)).toEqual([null, 'b'])
})
