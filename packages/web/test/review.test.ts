/** Review, as plain functions: what a decision would do, words moved by words, keys by their place. */
import { expect, test } from 'vitest'
import type { CandidateAnswer, ClaimPoint } from '../src/app/api/contract.ts'
import { correctionOf, draftOf } from '../src/app/views/review/draft.ts'
import { effectOf } from '../src/app/views/review/effect.ts'
import { actionOf } from '../src/app/views/review/keys.ts'
import { moveWords } from '../src/app/views/review/move-words.ts'

const stipulation = { id: 'tal-2024/1', due: null, amendments: [], continuing: false } as never
const point = (voice: string, assertion: ClaimPoint['assertion'], count = 1): ClaimPoint => ({
  stipulation: 'tal-2024/1',
  assertion,
  voice,
  said: '2024-05-01',
  general: false,
  count,
})
const candidate = {
  kind: 'claim',
  stipulation: 'tal-2024/1',
  assertion: 'fulfilled',
  voice: 'north',
  who: 'The north',
  said: '2024-05-01',
  general: false,
  spans: [{ start: 4, end: 9 }],
  review: { state: 'open', decisions: [] },
} as unknown as CandidateAnswer

test.each([
  ['as found, it stays', [point('north', 'fulfilled')], {}, 'fulfilled', 'fulfilled'],
  ['rejected, nobody has spoken', [point('north', 'fulfilled')], null, 'fulfilled', 'unknown'],
  ['rejected, the same is said elsewhere', [point('north', 'fulfilled', 2)], null, 'fulfilled', 'fulfilled'],
  [
    'corrected, the other side says otherwise',
    [point('north', 'fulfilled'), point('south', 'fulfilled')],
    { assertion: 'breached' },
    'fulfilled',
    'contested',
  ],
  ['moved to another point', [point('north', 'fulfilled')], { stipulation: 'tal-2024/2' }, 'fulfilled', 'unknown'],
] as const)('what a decision would do: %s', (_, points, changes, now, after) => {
  const draft = changes === null ? null : { ...draftOf(candidate), ...changes }
  expect(effectOf(candidate, draft, { points, stipulation, asOf: '2024-06-01' })).toEqual({
    stipulation: 'tal-2024/1',
    now,
    after,
  })
})

test('only what was changed is a correction', () => {
  const draft = draftOf(candidate)
  expect(correctionOf(candidate, draft)).toBeNull()
  const changed = { ...draft, who: 'The south', whoRef: 'd/south', spans: [{ start: 4, end: 12 }] }
  expect(correctionOf(candidate, changed)).toEqual({ claimant: 'The south', claimant_ref: 'd/south', words: '4-12' })
})

test.each([
  ['end', 1, 'шесть постов сняты'],
  ['end', -1, 'шесть'],
  ['start', 1, 'постов'],
  ['start', -1, 'все шесть постов'],
] as const)('the %s of the words by %i', (edge, step, words) => {
  const text = 'Вчера все шесть постов сняты.'
  const passage = { start: 100, text }
  const [{ start, end }] = moveWords([{ start: 110, end: 122 }], edge, step, passage, 'ru')
  expect(text.slice(start - 100, end - 100)).toBe(words)
})

test('no word is moved out of, nor out of the passage', () => {
  const passage = { start: 0, text: 'Посты сняты.' }
  expect(moveWords([{ start: 6, end: 11 }], 'end', -1, passage, 'ru')).toEqual([{ start: 6, end: 11 }])
  expect(moveWords([{ start: 6, end: 11 }], 'end', 1, passage, 'ru')).toEqual([{ start: 6, end: 11 }])
})

test.each([
  [{ code: 'KeyA', key: 'ф' }, { do: 'accept' }],
  [
    { code: 'Digit6', key: '6' },
    { do: 'says', place: 5 },
  ],
  [
    { code: 'BracketLeft', key: 'х' },
    { do: 'move', edge: 'end', step: -1 },
  ],
  [
    { code: 'BracketRight', shiftKey: true },
    { do: 'move', edge: 'start', step: 1 },
  ],
  [{ code: 'Slash', shiftKey: true }, { do: 'help' }],
  [{ code: 'KeyA', ctrlKey: true }, null],
  [{ code: 'Digit7' }, null],
])('%o', (pressed, action) => {
  const none = { shiftKey: false, ctrlKey: false, metaKey: false, altKey: false }
  expect(actionOf({ ...none, ...pressed } as never)).toEqual(action)
})
