import { expect, test } from 'vitest'
import { type Decision, eventKey, type FoundEvent, groupHappenings } from '../src/index.ts'

let n = 0
/** `CONSULT 2024-02-03 arm,aze @ Вена`: one event, each in a report of its own. */
function event(line: string): FoundEvent {
  const [, type, time, people, place] = /^(\S+) (\S+) (\S*) @ ?(.*)$/.exec(line)!
  n++
  const actors = people === '' ? [] : people.split(',').map(name => ({ name, ref: null }))
  return {
    n,
    document: n.toString(16).padStart(32, '0'),
    name: `report-${n}`,
    title: null,
    publisher: null,
    url: null,
    published: null,
    language: 'ru',
    text: '',
    position: 0,
    start: 0,
    end: 1,
    type,
    mode: null,
    words: 'x',
    actors: JSON.stringify(actors),
    recipients: '[]',
    place: place === '' ? null : place,
    place_ref: null,
    time: time === '-' ? null : time,
    status: 'occurred',
    background: 0,
    rule: 'test',
  }
}

/** Events that belong together stand in one list. */
const CASES: readonly (readonly string[][])[] = [
  [['CONSULT 2024-02-03 arm,aze @ Вена', 'CONSULT 2024-02-03T10:00 aze @', 'CONSULT 2024-02-03 arm,rus @ Вена']],
  [['CONSULT 2024-02-03 arm,aze @ Вена'], ['CONSULT 2024-02-04 arm,aze @ Вена']],
  [['CONSULT 2024-02-03 arm,aze @ Вена'], ['CONSULT 2024-02-03 arm,aze @ Прага']],
  [['CONSULT 2024-02-03 arm,aze @ Вена'], ['ASSAULT 2024-02-03 arm,aze @ Вена']],
  [['CONSULT 2024-02-03 arm @ Вена'], ['CONSULT 2024-02-03 rus @ Вена']],
  [['ASSAULT 2024-02-03  @ Шуша', 'ASSAULT 2024-02-03 aze @ Шуша'], ['ASSAULT 2024-02-03  @']],
  [['CONSULT - arm,aze @ Вена'], ['CONSULT - arm,aze @ Вена']],
]

test.each(CASES.map(groups => ({ groups })))('$groups', ({ groups }) => {
  const found = groupHappenings(groups.flat().map(event))
  expect(found.map(({ events }) => events.length)).toEqual(groups.map(group => group.length))
  expect(found.map(({ sources }) => sources)).toEqual(groups.map(group => group.length))
})

const decision = (kind: 'merge' | 'split', a: FoundEvent, b: FoundEvent): Decision => ({
  seq: 1,
  at: '',
  by: '',
  kind,
  target: eventKey(a),
  value: { with: eventKey(b) },
  why: null,
  undone: null,
})

test('a reviewer parts what the rule joins and joins what it parts', () => {
  const [a, b, c] = ['CONSULT 2024-02-03 arm,aze @', 'CONSULT 2024-02-03 arm,rus @', 'CONSULT 2024-02-05 usa @'].map(
    event,
  )
  const groups = (...decisions: Decision[]) =>
    groupHappenings([a, b, c], decisions).map(({ events }) => events.map(({ n }) => n))
  expect(groups()).toEqual([[a.n, b.n], [c.n]])
  expect(groups(decision('split', b, a))).toEqual([[a.n], [b.n], [c.n]])
  expect(groups(decision('merge', c, b))).toEqual([[a.n, b.n, c.n]])
})
