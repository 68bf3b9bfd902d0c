/** An event in words: names for ids, what the words table calls it, only the facts that say something. */
import type { AnalysedEvent, Entity } from '@parley/core'
import { expect, test } from 'vitest'
import { describeEvent, type EventWords } from '../src/index.ts'

const WORDS: EventWords = {
  eventTypes: { CONSULT: 'contact' },
  eventModes: { 'CONSULT meet': 'meeting' },
  eventStatus: { occurred: 'occurred', ongoing: 'going on', planned: 'planned', denied: 'denied', hypothetical: '?' },
  background: 'background',
  quotedEvent: number => `in quotation ${number}`,
}
const named = (id: string, name: string): Entity => ({
  id,
  kind: 'person',
  name,
  aliases: [],
  ref: null,
  mentions: [],
})
const TEXT = 'Намечена встреча.'
const ENTITIES = [named('e1', 'Анна Хольм'), named('e2', 'Вена')]
const EVENT: AnalysedEvent = {
  type: 'CONSULT',
  mode: 'meet',
  trigger: { start: 9, end: 16 },
  actors: ['e1', 'e9'],
  recipients: [],
  place: 'e2',
  time: '2024-05-14',
  status: 'planned',
  background: true,
  quotation: 2,
  rule: 'made',
}
const describe = (event: AnalysedEvent) =>
  describeEvent({ text: TEXT, entities: ENTITIES }, event, WORDS, day => `on ${day}`)

test('all there is to say', () => {
  expect(describe(EVENT)).toEqual({
    what: 'meeting',
    actors: ['Анна Хольм', 'e9'],
    recipients: [],
    facts: ['Вена', 'on 2024-05-14', 'planned', 'background', 'in quotation 3'],
    trigger: 'встреча',
  })
})

test('what is not said is left out; a type or mode without a word stands as it is', () => {
  const bare = { ...EVENT, place: null, time: null, status: 'occurred' as const, background: false, quotation: null }
  expect(describe({ ...bare, mode: 'visit' })).toMatchObject({ what: 'contact', facts: [] })
  expect(describe({ ...bare, type: 'AID', mode: null })).toMatchObject({ what: 'AID' })
})
