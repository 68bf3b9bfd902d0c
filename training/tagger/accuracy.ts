/** Counting right choices: of the part of speech, and of part of speech, case, number and gender together. */
import type { Example } from './examples.ts'
import { fitOf } from './match-readings.ts'

export interface Accuracy {
  tokens: number
  pos: number
  full: number
}

/** `choose` returns the index of a reading for each token. Tokens without letters (punctuation, digits) are not counted. */
export function measure(examples: readonly Example[], choose: (example: Example) => ArrayLike<number>): Accuracy {
  const accuracy = { tokens: 0, pos: 0, full: 0 }
  for (const example of examples) {
    const choice = choose(example)
    for (const [i, token] of example.tokens.entries()) {
      if (token.upos === 'PUNCT' || token.upos === 'SYM' || token.upos === 'X' || !/\p{L}/u.test(token.form)) continue
      const { pos, grammar } = fitOf(token, example.forms[i].readings[choice[i]])
      accuracy.tokens++
      if (pos) accuracy.pos++
      if (pos && grammar) accuracy.full++
    }
  }
  return accuracy
}

export function format(name: string, { tokens, pos, full }: Accuracy): string {
  const percent = (count: number): string => `${((count / tokens) * 100).toFixed(2)} %`
  return `${name.padEnd(28)} ${String(tokens).padStart(6)} words   part of speech ${percent(pos)}   with case, number, gender ${percent(full)}`
}
