import { expect, test } from 'vitest'
import { loadKit, readInputs } from '../src/index.ts'

const kit = loadKit()

async function read(text: string, language: string | null = null): Promise<unknown[]> {
  async function* standardInput(): AsyncGenerator<Uint8Array> {
    yield Buffer.from(text)
  }
  const outcomes = []
  const options = { language, published: '2024-05-14', onNotice: () => {}, standardInput: standardInput() }
  for await (const outcome of readInputs(['-'], kit, options)) outcomes.push(outcome)
  return outcomes
}

test('a Russian text is analysed', async () => {
  const outcomes = await read('«Дорога открыта», — сообщил министр.')
  expect(outcomes).toMatchObject([
    { ok: true, input: '-', analysis: { document: { id: 'stdin', language: 'ru', published: '2024-05-14' } } },
  ])
})

test('a language without a pack is a failure in words', async () => {
  const reason = 'German is not a language Parley reads (yet: ru)'
  expect(await read('Die Parteien einigten sich darauf, die Straße zu öffnen.')).toEqual([
    { ok: false, input: '-', reason },
  ])
  expect(await read('Дорога открыта.', 'de')).toEqual([{ ok: false, input: '-', reason }])
  expect(await read('1 2 3')).toMatchObject([{ ok: false, reason: expect.stringContaining('--language') }])
})
