/** What fails a document while it is read is known by its code, as what fails it while it is taken in. */
import { causeOf } from '@parley/ingest'
import { expect, test } from 'vitest'
import { describeMistake } from '../src/own-mistake.ts'

test.each([
  [describeMistake(new RangeError('a (b) c')), 'ownMistake'],
  ['the thread that read it ended', 'threadEnded'],
  ['reading it ended the thread: out of luck', 'threadCrashed'],
  ['reading it took longer than 12 s', 'tookLong'],
  ['reading it takes more memory than there is', 'tooMuchMemory'],
])('%s', (line, code) => {
  expect(causeOf(line)?.code).toBe(code)
})
