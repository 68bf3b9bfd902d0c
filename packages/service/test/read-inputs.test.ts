import { type Kit, PackLacksError } from '@parley/core'
import { expect, test } from 'vitest'
import { loadKit, PackError, readInputs } from '../src/index.ts'

const kit = loadKit()

async function read(text: string, language: string | null = null, by: Kit = kit): Promise<unknown[]> {
  async function* standardInput(): AsyncGenerator<Uint8Array> {
    yield Buffer.from(text)
  }
  const outcomes = []
  const options = { language, published: '2024-05-14', onNotice: () => {}, standardInput: standardInput() }
  for await (const outcome of readInputs(['-'], by, options)) outcomes.push(outcome)
  return outcomes
}

test('a Russian text is analysed', async () => {
  const outcomes = await read('«Дорога открыта», — сообщил министр.')
  expect(outcomes).toMatchObject([
    { ok: true, input: '-', analysis: { document: { id: 'stdin', language: 'ru', published: '2024-05-14' } } },
  ])
})

test('a language without a pack is a failure in words', async () => {
  const reason = 'German is not a language Parley reads (yet: en, ru)'
  expect(await read('Die Parteien einigten sich darauf, die Straße zu öffnen.')).toEqual([
    { ok: false, input: '-', reason },
  ])
  expect(await read('Дорога открыта.', 'de')).toEqual([{ ok: false, input: '-', reason }])
  expect(await read('1 2 3')).toMatchObject([{ ok: false, reason: expect.stringContaining('--language') }])
})

/** A kit whose Russian fails with an error at the first word. */
function failing(error: Error): Kit {
  const russian = kit.packs.get('ru')!
  const derive = (): never => {
    throw error
  }
  return { ...kit, packs: new Map([['ru', { ...russian, derive }]]) }
}

test('a mistake of ours fails its document and says where it was made', async () => {
  expect(await read('Дорога открыта.', 'ru', failing(new RangeError('span 4..5 ends\nbeyond')))).toEqual([
    {
      ok: false,
      input: '-',
      reason: expect.stringMatching(
        /^a mistake in Parley stopped it \(RangeError: span 4..5 ends beyond at .*read-inputs\.test\.ts:\d+:\d+\)?.*; please report it$/,
      ),
    },
  ])
})

test('a pack of another version is no mistake of the document', async () => {
  await expect(
    read('Дорога открыта.', 'ru', failing(new PackLacksError('the pack has no section table/x'))),
  ).rejects.toThrow(PackError)
})
