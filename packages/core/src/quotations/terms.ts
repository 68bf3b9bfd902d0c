/** Words in marks that a document repeats in marks: a term («„шестёрка“ посредников»), not a quotation. */
import type { Form } from '../words/form.ts'
import type { MarkPair } from './pair-marks.ts'

/** Indexes of the pairs that hold a term. */
export function findTerms(pairs: readonly MarkPair[], form: readonly Form[]): ReadonlySet<number> {
  const seen = new Map<string, number>()
  const terms = new Set<number>()
  pairs.forEach((pair, i) => {
    if (pair.close - pair.open > 6) return
    let key = ''
    for (let token = pair.open + 1; token < pair.close; token++) key += `${form[token].readings[0].lemma} `
    const before = seen.get(key)
    if (before === undefined) seen.set(key, i)
    else {
      terms.add(before)
      terms.add(i)
    }
  })
  return terms
}
