/** A whole course: first a namer for each part of the data from the other parts, then the one that learns both passes from all. */
import type { KnownWords } from '../../packages/core/src/names/known-words.ts'
import { labelOnce } from '../../packages/core/src/names/label-tokens.ts'
import type { ListedNames } from '../../packages/core/src/names/listed-names.ts'
import type { Labels } from '../../packages/core/src/names/name-labels.ts'
import { Namer, type NamerWeights } from '../../packages/core/src/names/namer-model.ts'
import type { Example } from './examples.ts'
import { type Lesson, type TrainingOptions, train } from './trainer.ts'

const PARTS = 2
const FIRST_EPOCHS = 2
/** One document of so many of the large set is seen in the first pass. */
const FIRST_PASS_SHARE = 3

/** Labels that a namer gives a document it learned from are too good to learn from: each part is labelled by a namer of the others. */
export function course(
  examples: readonly Example[],
  known: KnownWords,
  listed: ListedNames,
  options: TrainingOptions,
): NamerWeights {
  const labels = new Map<Example, Labels>()
  for (let part = 0; part < PARTS; part++) {
    const others: Lesson[] = examples.filter((_, i) => i % PARTS !== part).map(example => ({ example, labels: null }))
    const weights = train(others, known, { ...options, epochs: FIRST_EPOCHS })
    const namer = new Namer(weights, known, listed)
    for (const [i, example] of examples.entries()) {
      if (i % PARTS !== part) continue
      forget(example)
      labels.set(example, labelOnce(example.tokens, example.sentences, example.columns, namer))
      forget(example)
    }
  }
  // The small set is seen in both passes, of the large one each document in one.
  const lessons = examples.flatMap((example, i) => {
    const first = { example, labels: null }
    const second = { example, labels: labels.get(example) ?? null }
    if (example.document.scheme === 'factrueval') return [first, second]
    return i % FIRST_PASS_SHARE === 0 ? [first] : [second]
  })
  return train(lessons, known, options)
}

/** Forms keep the scores of the pack's one namer; here there are several. */
export function forget(example: Example): void {
  for (const form of example.tokens.form) form.namer = null
}
