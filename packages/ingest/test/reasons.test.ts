/** Reasons: what is said is read back as it was meant. */
import { expect, test } from 'vitest'
import { because, causeOf, REASON_CODES } from '../src/reasons.ts'

const PARAMS = {
  ...{ most: '64', pages: '5001', columns: 'id, date', status: '403 Forbidden', media: 'image/png', text: 'ht tp://x' },
  ...{ scheme: 'ftp:', host: '10.0.0.1', encoding: 'lzma', languages: 'en, ru', language: 'Georgian' },
  detail: 'a bracket (within), at 3; and {more}',
}

test.each(REASON_CODES)('%s is read back off its line', code => {
  const line = because(code, PARAMS)
  const cause = causeOf(line)
  expect(cause?.code).toBe(code)
  expect(PARAMS).toMatchObject(cause?.params ?? {})
  expect(because(code, cause?.params)).toBe(line)
})

test('a line that is in no list has no cause, and a parameter that is missing is a mistake of ours', () => {
  expect(causeOf('the disk is on fire')).toBeNull()
  expect(causeOf('a PDF with a password, and more')).toBeNull()
  expect(causeOf('')).toBeNull()
  expect(() => because('pdfPages', { pages: 3 })).toThrow('reason pdfPages without its most')
})
