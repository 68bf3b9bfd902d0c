import { expect, test } from 'vitest'
import { describeDay, describeTime } from '../src/index.ts'

test.each([
  ['2020-11-10', '10 Nov 2020'],
  ['2020-11', 'Nov 2020'],
  ['2020', '2020'],
  ['2020-11-10T14:30', '10 Nov 2020, 14:30'],
  ['2020-11-10T14', '10 Nov 2020, 14:00'],
  ['2020-11-10TMO', 'morning of 10 Nov 2020'],
  ['2017-W08', 'week of 20 Feb 2017'],
  ['2017-W28-WE', 'weekend of 10 Jul 2017'],
  ['2017-Q1', 'first quarter of 2017'],
  ['2017-H2', 'second half of 2017'],
  ['2020-FA', 'autumn of 2020'],
  ['199X', 'the 1990s'],
  ['19XX', 'the 1900s'],
  ['P1Y', '1 year'],
  ['P1Y6M', '1 year 6 months'],
  ['PT4H', '4 hours'],
  ['P2W', '2 weeks'],
  ['PXD', 'some days'],
  ['PRESENT_REF', 'now'],
  ['XXXX-WXX-1', 'XXXX-WXX-1'],
  ['T14:00', 'T14:00'],
  ['P', 'P'],
  ['Pnonsense', 'Pnonsense'],
])('%s is %s', (value, words) => expect(describeTime(value)).toBe(words))

test('a day of publication', () => {
  expect(describeDay('2021-11-26T18:30:05+03:00')).toBe('26 Nov 2021, 18:30')
  expect(describeDay('2021-11-26')).toBe('26 Nov 2021')
})
