/** What the rules that add names share: which tokens are taken, and small questions about words. */
import { KIND_WORD } from '../text/tokens.ts'
import { type Form, type Reading, SHAPE_CAPITAL, SHAPE_MIXED } from '../words/form.ts'
import { ADJECTIVAL, agrees, GUESS, LATN, NOUN, PROPER } from '../words/grammar.ts'
import type { NameScene } from './name-scene.ts'
import type { LabelledSpan } from './spans-of-labels.ts'

/** A rule gives the spans it adds. */
export type AddingRule = (scene: NameScene, spans: readonly LabelledSpan[], taken: Taken) => LabelledSpan[]

/** Which tokens stand in a span of either chain. */
export class Taken {
  readonly #inner: Uint8Array
  readonly #outer: Uint8Array

  constructor(spans: readonly LabelledSpan[], count: number) {
    this.#inner = new Uint8Array(count)
    this.#outer = new Uint8Array(count)
    for (const span of spans) this.take(span)
  }

  take({ from, to, kind }: LabelledSpan): void {
    ;(kind === 'organisation' ? this.#outer : this.#inner).fill(1, from, to)
  }

  /** No person or place from `from` to `to`. */
  isFreeInside(from: number, to = from + 1): boolean {
    return isFree(this.#inner, from, to)
  }

  isFreeOutside(from: number, to = from + 1): boolean {
    return isFree(this.#outer, from, to)
  }
}

function isFree(taken: Uint8Array, from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (taken[i] === 1) return false
  return true
}

/** A word that the dictionary knows as more than a name: «Того», «Чад». Possessives like «Ветрин» are hardly words of the news. */
export function isCommonWord(form: Form): boolean {
  return form.readings.some(
    reading => (reading.lex & (GUESS | PROPER)) === 0 && (reading.pos & LATN) === 0 && !isPossessive(reading),
  )
}

function isPossessive({ pos, lemma }: Reading): boolean {
  return (pos & ADJECTIVAL) !== 0 && (lemma.endsWith('ин') || lemma.endsWith('ов') || lemma.endsWith('ев'))
}

/** A word of three letters or more that begins with a capital and goes on in small letters. */
export function isNameWord({ tokens }: NameScene, token: number): boolean {
  const { shape, text } = tokens.form[token]
  return tokens.kind[token] === KIND_WORD && text.length > 2 && (shape === SHAPE_CAPITAL || shape === SHAPE_MIXED)
}

/** Whether the first may be an adjective of the second. `pos`: what the second must be. */
export function mayAgree(a: Form, b: Form, pos = NOUN): boolean {
  return a.readings.some(
    x => (x.pos & ADJECTIVAL) !== 0 && b.readings.some(y => (y.pos & pos) !== 0 && agrees(x.agr, y.agr)),
  )
}
