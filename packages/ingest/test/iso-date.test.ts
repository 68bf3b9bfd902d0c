import { expect, test } from 'vitest'
import { isIsoDate, toIsoDate } from '../src/iso-date.ts'

test.each(['2021-11-26', '2024-02-29', '2021-11-26T18:30', '2021-11-26T18:30:05.250Z', '2021-11-26T18:30:00+03:00'])(
  '%s is a date',
  value => expect(isIsoDate(value)).toBe(true),
)

test.each([
  '2021-02-30',
  '2023-02-29',
  '2021-13-01',
  '2021-00-10',
  '2021-11',
  '26.11.2021',
  '2021-11-26T25:00',
  '',
  'now',
])('%s is none', value => expect(isIsoDate(value)).toBe(false))

test.each([
  ['2021-11-26 18:30:00', '2021-11-26T18:30:00'],
  ['2021-11-26T18:30:00+0300', '2021-11-26T18:30:00+03:00'],
  ['20211126T1830', '2021-11-26T18:30'],
  ['26.11.2021, 18:30', '2021-11-26T18:30'],
  ['Fri, 26 Nov 2021 18:30:00 +0300', '2021-11-26T18:30:00+03:00'],
  ['Fri, 26 Nov 2021 15:30:00 GMT', '2021-11-26T15:30:00Z'],
  [' 2021/11/26 ', '2021-11-26'],
  ['31.02.2021', null],
  ['вчера', null],
])('a page writes %s', (written, iso) => expect(toIsoDate(written)).toBe(iso))
