/** Reasons: what is said is read back as it was meant. */
import { expect, test } from 'vitest'
import { NOTICE_CODES, noticeCauseOf, noticeOf } from '../src/notices.ts'
import { because, causeOf, REASON_CODES, type ReasonCode } from '../src/reasons.ts'

const PARAMS = {
  ...{ most: '64', pages: '5001', columns: 'id, date', status: '403 Forbidden', media: 'image/png', text: 'ht tp://x' },
  ...{ scheme: 'ftp:', host: '10.0.0.1', encoding: 'lzma', languages: 'en, ru', language: 'Georgian' },
  ...{ field: 'url', got: 'an array', line: '3', column: '17', expected: 'a value', found: '"}"', record: '4' },
  ...{ endings: '.txt, .md', number: '12', seconds: '30' },
  detail: 'a bracket (within), at 3; and {more}',
}

test.each(REASON_CODES)('%s is read back off its line', code => {
  const line = because(code, PARAMS)
  const cause = causeOf(line)
  expect(cause?.code).toBe(code)
  expect(PARAMS).toMatchObject(cause?.params ?? {})
  expect(because(code, cause?.params)).toBe(line)
})

test.each(NOTICE_CODES)('%s is read back off its line', code => {
  const line = noticeOf(code, { encoding: 'KOI8-R', number: 3 })
  expect(noticeCauseOf(line)?.code).toBe(code)
  expect(noticeOf(code, noticeCauseOf(line)?.params)).toBe(line)
})

test.each<[string, ReasonCode]>([
  ['record 3 does not begin with WARC/', 'warcStart'],
  ['record 3 has no length', 'warcLength'],
  ['record 3 is cut short', 'warcCut'],
  ['nothing but empty lines', 'warcBlank'],
  ['incorrect header check', 'warcBroken'],
])('a web archive that is broken: %s', (detail, code) => {
  expect(causeOf(because('warcBroken', { detail }))?.code).toBe(code)
})

test('a line that is in no list has no cause, and a parameter that is missing is a mistake of ours', () => {
  expect(causeOf('the disk is on fire')).toBeNull()
  expect(causeOf('a PDF with a password, and more')).toBeNull()
  expect(causeOf('')).toBeNull()
  expect(() => because('pdfPages', { pages: 3 })).toThrow('reason pdfPages without its most')
})
