/** Every reason why an input was not taken in, and every notice of one that was, has words in every language of the page, with the same parameters. */
import { because, causeOf, NOTICE_CODES, noticeCauseOf, noticeOf, REASON_CODES, readDocuments } from '@parley/ingest'
import { expect, test } from 'vitest'
import en from '../src/app/words/en.json' with { type: 'json' }
import ru from '../src/app/words/ru.json' with { type: 'json' }

const NAMES = ['most', 'pages', 'columns', 'status', 'media', 'text', 'scheme', 'host', 'encoding', 'languages']
const MORE = ['field', 'got', 'line', 'column', 'expected', 'found', 'record', 'endings', 'number', 'seconds']
const PARAMS = Object.fromEntries([...NAMES, ...MORE, 'language', 'detail'].map(name => [name, name]))

const namesIn = (line: string): string[] => [...line.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name).sort()

test.each(REASON_CODES)('%s', code => {
  const names = Object.keys(causeOf(because(code, PARAMS))?.params ?? {}).sort()
  for (const words of [en, ru]) expect(namesIn((words.failure as Record<string, string>)[code])).toEqual(names)
})

test.each(NOTICE_CODES)('%s', code => {
  const names = Object.keys(noticeCauseOf(noticeOf(code, PARAMS))?.params ?? {}).sort()
  for (const words of [en, ru]) expect(namesIn((words.notice as Record<string, string>)[code])).toEqual(names)
})

test.each([
  ...[
    '{"a" 1}',
    '{"a": 1,}',
    '{1: 2}',
    '{"a": [1 2]}',
    '{"a": "open',
    '{"a": "x\ty"}',
    '{"a": "\\q"}',
    '{} 1',
    '{"a": tru}',
    '{',
    '{"a": 1',
  ],
  ...['{}', '{"id": "1"}', '{"id": 1}', '{"id": [], "text": ""}', '{"id": "1", "text": "t", "url": {}}'],
])('why %s is no document is said in Russian, to the last word', async json => {
  for await (const outcome of readDocuments(['-'], { ...OPTIONS, standardInput: bytesOf(json) })) {
    const { code = '', params = {} } = outcome.ok ? {} : (causeOf(outcome.reason) ?? {})
    expect((ru.failure as Record<string, string>)[code]).toMatch(/\p{Script=Cyrillic}/u)
    const words = [params.expected, params.found, params.got].filter(
      word => word !== undefined && !/^".{1,2}"$|^U\+/.test(word),
    )
    for (const word of words)
      expect((ru.failureWord as Record<string, string>)[word]).toMatch(/\p{Script=Cyrillic}|null/u)
  }
})

const OPTIONS = { language: null, published: null, onNotice: () => {} }

async function* bytesOf(text: string): AsyncGenerator<Uint8Array> {
  yield Buffer.from(text)
}
