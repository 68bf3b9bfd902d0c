import type { TextWords } from '@parley/core'
import { expect, test } from 'vitest'
import { signatureOf } from '../src/index.ts'
import { bandsOf, SAME_STORY, similarity } from '../src/stories/near-duplicates.ts'

/** Numbers as words: enough to have shingles. */
function words(lemma: readonly string[]): TextWords {
  return { lemma, start: new Int32Array(lemma.length), paragraph: new Int32Array(lemma.length) }
}

function shingles(lemma: readonly string[]): Set<string> {
  return new Set(lemma.slice(2).map((_, i) => lemma.slice(i, i + 3).join(' ')))
}

function jaccard(a: readonly string[], b: readonly string[]): number {
  const left = shingles(a)
  const right = shingles(b)
  const both = [...left].filter(shingle => right.has(shingle)).length
  return both / (left.size + right.size - both)
}

const text = (from: number, length = 300): string[] =>
  Array.from({ length }, (_, i) => `слово${(from + i * 7919) % 100_003}`)

test('the estimate lies near the similarity of the shingles', () => {
  let worst = 0
  for (let changed = 0; changed <= 200; changed += 10) {
    const a = text(changed)
    const b = [...a.slice(changed), ...text(50_000 + changed, changed)]
    const estimate = similarity(signatureOf(words(a))!, signatureOf(words(b))!)
    worst = Math.max(worst, Math.abs(estimate - jaccard(a, b)))
  }
  // The standard error of 84 places is at most 0.055; three of them.
  expect(worst).toBeLessThan(0.165)
})

test('near copies share a band, strangers do not', () => {
  const share = (a: readonly string[], b: readonly string[]): boolean => {
    const bands = new Set(bandsOf(signatureOf(words(a))!))
    return bandsOf(signatureOf(words(b))!).some(band => bands.has(band))
  }
  let found = 0
  let false_ = 0
  for (let i = 0; i < 200; i++) {
    const a = text(i * 311)
    const copy = [...a.slice(0, 140), 'другое', ...a.slice(141)]
    expect(jaccard(a, copy)).toBeGreaterThan(SAME_STORY)
    if (share(a, copy)) found++
    if (share(a, text(i * 311 + 40_000 + 3))) false_++
  }
  expect(found).toBeGreaterThan(195)
  expect(false_).toBeLessThan(5)
})

test('a text too short to tell has no signature', () => {
  expect(signatureOf(words(text(1, 11)))).toBeNull()
  expect(signatureOf(words(text(1, 12)))).toHaveLength(336)
})
