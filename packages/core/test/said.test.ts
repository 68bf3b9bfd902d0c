/** When words were said: a day in the attributing sentence, else the day of publication. */
import { expect, test } from 'vitest'
import { analyse } from './support/read.ts'

const PUBLISHED = '2022-06-14'

test.each([
  ['Министр заявил в понедельник, что мост закрыт.', ['2022-06-13']],
  ['Министр заявил, что мост закрыт с 1 июня.', [PUBLISHED]],
  ['«Мы готовы», — сказал посол 12 июня.', ['2022-06-12']],
  ['Он напомнил, что 12 апреля пост сняли, и призвал не стрелять.', [PUBLISHED, PUBLISHED]],
  ['По словам посла, мост закрыли в понедельник.', [PUBLISHED]],
])('%s', (text, days) => {
  const { quotations } = analyse(text, PUBLISHED)
  expect(quotations.map(({ said }) => said)).toEqual(days)
  expect(quotations.every(({ reported }) => reported === PUBLISHED)).toBe(true)
})

test('without a day of publication a saying is undated, unless its sentence dates it', () => {
  const days = (text: string): (string | null)[] => analyse(text).quotations.map(({ said }) => said)
  expect(days('Министр заявил, что мост закрыт.')).toEqual([null])
  expect(days('Министр заявил 12 июня 2022 года, что мост закрыт.')).toEqual(['2022-06-12'])
})
