/** Every reason why an input was not taken in has words in every language of the page, with the same parameters. */
import { because, causeOf, REASON_CODES } from '@parley/ingest'
import { expect, test } from 'vitest'
import en from '../src/app/words/en.json' with { type: 'json' }
import ru from '../src/app/words/ru.json' with { type: 'json' }

const NAMES = ['most', 'pages', 'columns', 'status', 'media', 'text', 'scheme', 'host', 'encoding', 'languages']
const PARAMS = Object.fromEntries([...NAMES, 'language', 'detail'].map(name => [name, name]))

const namesIn = (line: string): string[] => [...line.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name).sort()

test.each(REASON_CODES)('%s', code => {
  const names = Object.keys(causeOf(because(code, PARAMS))?.params ?? {}).sort()
  for (const words of [en, ru]) expect(namesIn((words.failure as Record<string, string>)[code])).toEqual(names)
})
