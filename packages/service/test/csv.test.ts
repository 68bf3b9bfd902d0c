import { handMade } from '@parley/testkit'
import { expect, test } from 'vitest'
import { csvHeader, csvRows } from '../src/index.ts'

test('one row a quotation', () => {
  const analysis = handMade(
    '«{q1 by=a act=state:Мы, соседи, «готовы»}», — {c1:сказал} {s1:{a:Анна\\nХольм}}. — «{q1:Да}».',
    { id: 'news/1', published: '2024-05-14T18:30' },
  )
  expect(csvHeader()).toBe('document,published,speaker,speaker_words,kind,cue,act,said,quote,start,end,rule\r\n')
  expect(csvRows(analysis)).toBe(
    'news/1,2024-05-14T18:30,"Анна\nХольм",Анна Хольм,direct,сказал,state,2024-05-14,"Мы, соседи, «готовы» … Да",1,50,test/quotation\r\n',
  )
})

test('quotes are doubled, what is unknown is empty', () => {
  expect(csvRows(handMade('Известно: {q1 kind=indirect:"да" сказано}'))).toBe(
    'made,,,,indirect,,,,"""да"" сказано",10,22,test/quotation\r\n',
  )
})

test.each(['=1+1', '+7 495', '-5 градусов', '@имя', '＝1'])('%s is no formula to a spreadsheet', words => {
  expect(csvRows(handMade(`{q1:${words}}`))).toContain(`,'${words},`)
})

test('nobody quoted, no rows', () => expect(csvRows(handMade('Тихо.'))).toBe(''))
