import fc from 'fast-check'
import { expect, test } from 'vitest'
import { anyText, cutsOf, damageTo } from '../src/arbitraries.ts'

test('generated texts reach the marks, the words and the broken characters', () => {
  const sample = fc.sample(anyText(), { numRuns: 500, seed: 1 }).join('\u0001')
  for (const part of ['«', '»', ' — ', 'заявил', '\n\n', '\r\n']) expect(sample).toContain(part)
  expect(sample.isWellFormed()).toBe(false)
})

test('a cut is a stretch of its text; damage is not the text', () => {
  const text = 'Он сказал: «Да».'
  for (const cut of fc.sample(cutsOf(text), { numRuns: 50, seed: 1 })) expect(text).toContain(cut)
  expect(new Set(fc.sample(damageTo(text), { numRuns: 50, seed: 1 })).size).toBeGreaterThan(20)
})
