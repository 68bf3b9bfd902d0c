import { handMade } from '@parley/testkit'
import { expect, test } from 'vitest'
import { entitiesOfKind, groupBySpeaker, otherWordings } from '../src/index.ts'

test('speakers stand in the order of their first words, the unnamed last', () => {
  const analysis = handMade(
    '{q1:раз} {q2 by=b:два} {b:Эк} {q3 by=a:три} {a:Хольм} {q4:четыре} {s4:Источник} {q5 by=b:пять} {q6:шесть} {s6:источник}',
  )
  expect(groupBySpeaker(analysis).map(({ name, quotations }) => [name, quotations])).toEqual([
    ['Эк', [1, 4]],
    ['Хольм', [2]],
    ['Источник', [3, 5]],
    [null, [0]],
  ])
})

test('who is named most stands first; titles are told as they stand', () => {
  const analysis = handMade(
    '{a:Эк} {b:Хольм} {b form=title:глава\\nмиссии} {b form=title:Глава миссии} {b form=pronoun:она}',
  )
  const [first, second] = entitiesOfKind(analysis, 'person')
  expect([first.name, second.name]).toEqual(['Хольм', 'Эк'])
  expect(otherWordings(analysis, first)).toEqual([{ words: 'глава миссии', count: 2 }])
})
