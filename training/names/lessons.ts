/** A whole course: first a namer for each part of the data from the other parts, then the one that learns both passes from all. */
import type { KnownWords } from '../../packages/core/src/names/known-words.ts'
import { labelOnce } from '../../packages/core/src/names/label-tokens.ts'
import type { Labels } from '../../packages/core/src/names/name-labels.ts'
import { Namer, type NamerWeights } from '../../packages/core/src/names/namer-model.ts'
import type { Example } from './examples.ts'
import { type Lesson, type TrainingOptions, train } from './trainer.ts'

const PARTS = 3
const FIRST_EPOCHS = 2

/** Labels that a namer gives a document it learned from are too good to learn from: each part is labelled by a namer of the others. */
export function course(examples: readonly Example[], known: KnownWords, options: TrainingOptions): NamerWeights {
  const labels = new Map<Example, Labels>()
  for (let part = 0; part < PARTS; part++) {
    const others: Lesson[] = examples.filter((_, i) => i % PARTS !== part).map(example => ({ example, labels: null }))
    const weights = train(others, known, { ...options, epochs: FIRST_EPOCHS })
    const namer = new Namer(weights, known)
    for (const [i, example] of examples.entries()) {
      if (i % PARTS !== part) continue
      forget(example)
      labels.set(example, labelOnce(example.tokens, example.sentences, example.columns, namer))
      forget(example)
    }
  }
  const lessons = examples.flatMap(example => [
    { example, labels: null },
    { example, labels: labels.get(example) ?? null },
  ])
  return train(lessons, known, options)
}

/** Forms keep the scores of the pack's one namer; here there are several. */
export function forget(example: Example): void {
  for (const form of example.tokens.form) form.namer = null
}
