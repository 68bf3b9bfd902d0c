/** Where reviewers differ, case by case: what each decided, and what is in dispute. */
import { expect, test } from 'vitest'
import { type Decision, disputesAmong, reviewState } from '../src/index.ts'

const DOCUMENT = '0123456789abcdef0123456789abcdef'
const CLAIM = `${DOCUMENT}/claim/5-40/talks/6a`
const QUOTATION = `${DOCUMENT}/quotation/10-20`
const EVENT = `${DOCUMENT}/event/5-9/CONSULT`
const OTHER = `${DOCUMENT}/event/50-59/CONSULT`
const WHO = 'who/Л. Сорокин'

type Said = readonly [by: string, kind: Decision['kind'], target: string, value?: object]

const made = (said: readonly Said[]): Decision[] =>
  said.map(([by, kind, target, value = null], i) => ({
    ...{ seq: i + 1, at: '2026-01-02T03:04:05Z', by, kind, target, value, why: null, undone: null },
  }))
const merge = (by: string, other: string, kind: 'merge' | 'split' = 'merge'): Said => [by, kind, WHO, { with: other }]
const assess = (by: string, status: string, on: string): Said => [by, 'assess', 'talks/6a', { status, pam: 1, on }]

test.each<[string, readonly Said[], string[]]>([
  ['nobody decided', [], []],
  ['one alone', [['А', 'reject', CLAIM]], []],
  [
    'one who thought better of it',
    [
      ['А', 'reject', CLAIM],
      ['А', 'accept', CLAIM],
    ],
    [],
  ],
  [
    'a claim, as found or not',
    [
      ['А', 'accept', CLAIM],
      ['Б', 'reject', CLAIM],
    ],
    ['claim А:accept Б:reject'],
  ],
  [
    'an event, as found or not',
    [
      ['А', 'correct', EVENT, { time: '2021-01-01' }],
      ['Б', 'reject', EVENT],
    ],
    ['event А:correct Б:reject'],
  ],
  [
    'accepted as found, then corrected',
    [
      ['А', 'accept', QUOTATION],
      ['Б', 'correct', QUOTATION, { speaker: 'Х' }],
    ],
    [],
  ],
  [
    'the same correction',
    [
      ['А', 'correct', QUOTATION, { speaker: 'Х' }],
      ['Б', 'correct', QUOTATION, { speaker: 'Х' }],
    ],
    [],
  ],
  [
    'corrections of different fields',
    [
      ['А', 'correct', QUOTATION, { speaker: 'Х' }],
      ['Б', 'correct', QUOTATION, { said: null }],
    ],
    [],
  ],
  [
    'two speakers of one quotation',
    [
      ['А', 'correct', QUOTATION, { speaker: 'Х' }],
      ['Б', 'correct', QUOTATION, { speaker: 'У' }],
    ],
    ['quotation А:correct Б:correct'],
  ],
  [
    'one happening or two, whichever is named first',
    [
      ['А', 'merge', EVENT, { with: OTHER }],
      ['Б', 'split', OTHER, { with: EVENT }],
    ],
    ['happening А:merge Б:split'],
  ],
  [
    'one happening, said twice',
    [
      ['А', 'merge', EVENT, { with: OTHER }],
      ['Б', 'merge', OTHER, { with: EVENT }],
    ],
    [],
  ],
  [
    'somebody who is two others',
    [merge('А', 'who/Лев Сорокин'), merge('Б', 'who/Леонид Сорокин')],
    ['who А:merge Б:merge'],
  ],
  ['somebody in two reports', [['А', 'split', `${DOCUMENT}/${WHO}`, { with: 'who/Х' }], merge('Б', 'who/У')], []],
  [
    'an assessment of one day',
    [assess('А', 'progress', '2021-01-01'), assess('Б', 'halted', '2021-01-01')],
    ['assessment А:assess Б:assess'],
  ],
  ['assessments of two days', [assess('А', 'progress', '2021-01-01'), assess('Б', 'halted', '2021-02-01')], []],
  [
    'the one that went on last comes last',
    [
      ['А', 'accept', CLAIM],
      ['А', 'accept', EVENT],
      ['Б', 'reject', EVENT],
      ['Б', 'reject', CLAIM],
      ['В', 'reject', EVENT],
    ],
    ['claim А:accept Б:reject', 'event А:accept Б:reject В:reject'],
  ],
])('%s', (_, said, expected) => {
  const disputes = disputesAmong(made(said))
  expect(
    disputes.map(({ kind, decisions }) => [kind, ...decisions.map(each => `${each.by}:${each.kind}`)].join(' ')),
  ).toEqual(expected)
})

test('what is disputed counts as found: it is neither accepted nor rejected', () => {
  const two = made([
    ['А', 'correct', QUOTATION, { speaker: 'Х' }],
    ['Б', 'correct', QUOTATION, { speaker: 'У' }],
  ])
  expect(reviewState(two)).toBe('disputed')
  expect(reviewState([...two, { ...two[0], seq: 3, by: 'А', value: { speaker: 'У' } }])).toBe('accepted')
})
