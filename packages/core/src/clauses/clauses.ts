/**
 * The clauses of a document: who does what to whom, whether it is so, how far it has come. A shallow reading after the sentence's marks,
 * the small words of `clauses.tsv` and the phrases layer; made when asked for, one sentence at a time, in time linear in its length.
 *
 *     const clauses = new Clauses(scene, quotations)
 *     clauses.ofSentence(n)      the verbal predicates of sentence n, in order
 *     clauses.at(token)          the predicate whose head is this verb or noun, or null: «переговоры» in «провели переговоры с послом»
 *                                has the governor «провели», its subject, its tense, its negation, and «с послом» as its own
 *
 * A predicate carries what holds for it in the end: in «не намерены прекращать переговоры» the noun has phase stop, modality plans,
 * negated true. Marks (`marks`) name the rows that said so. Nothing here is a judgment on facts: it is what the words say.
 */
import { isOrdered } from '../language.ts'
import { type Layers, reading } from '../layers.ts'
import type { Phrase } from '../mentions/find-phrases.ts'
import type { Quotation } from '../quotations/quotation.ts'
import type { Scene } from '../quotations/scene.ts'
import { KIND_WORD } from '../text/tokens.ts'
import { NOUN, PRTF } from '../words/grammar.ts'
import { buildClauses, type Clause } from './build-clauses.ts'
import { nounPredicate } from './noun-predicate.ts'
import { predicateByOrder } from './order/predicate-by-order.ts'
import { clausesByOrder } from './order/sentence-by-order.ts'
import { participlePredicate } from './participles.ts'
import type { Predicate } from './predicate.ts'
import { splitSegments } from './split-segments.ts'
import { clausePredicates } from './verb-predicates.ts'

/** Tokens of a sentence that are read: one longer than this is a list or a broken text. */
const LONGEST = 400

export interface SentenceClauses {
  readonly clauses: readonly Clause[]
  /** Verbal predicates in the order of their heads. */
  readonly predicates: readonly Predicate[]
}

export class Clauses {
  readonly scene: Scene
  readonly layers: Layers
  readonly #borders: ReadonlySet<number>
  readonly #ordered: boolean
  readonly #sentences = new Map<number, SentenceClauses>()
  readonly #byHead = new Map<number, Predicate | null>()

  constructor(scene: Scene, quotations: readonly Quotation[]) {
    this.scene = scene
    this.layers = scene.layers
    this.#ordered = isOrdered(scene.layers.pack)
    this.#borders = bordersOf(scene.layers, quotations)
  }

  ofSentence(sentence: number): SentenceClauses {
    let found = this.#sentences.get(sentence)
    if (found === undefined) {
      const { from, to } = this.layers.sentences
      const end = Math.min(to[sentence], from[sentence] + LONGEST)
      found = this.#ordered ? this.#byOrder(from[sentence], end) : this.#byCase(from[sentence], end)
      this.#sentences.set(sentence, found)
    }
    return found
  }

  #byCase(from: number, to: number): SentenceClauses {
    const clauses = buildClauses(this.scene, splitSegments(this.scene, from, to, this.#borders))
    const predicates = clausePredicates(this.scene, clauses)
    for (const predicate of predicates) this.#byHead.set(predicate.head, predicate)
    return { clauses, predicates }
  }

  #byOrder(from: number, to: number): SentenceClauses {
    const clauses = clausesByOrder(this.scene, from, to, this.#borders, token => this.at(token))
    const predicates = clauses.flatMap(({ heads }) => heads.map(head => this.at(head))).filter(one => one !== null)
    return { clauses, predicates: predicates.sort((a, b) => a.head - b.head) }
  }

  /** The predicate whose head is this token; null for a word that heads none. */
  at(token: number): Predicate | null {
    // Where the order of words tells who does what, predicates are read one by one.
    const sentence = this.#ordered ? null : this.ofSentence(this.layers.sentences.of[token])
    const known = this.#byHead.get(token)
    if (known !== undefined) return known
    const { pos } = reading(this.layers, token)
    let made: Predicate | null = null
    if (this.layers.tokens.kind[token] === KIND_WORD) {
      if (sentence === null) made = predicateByOrder(this.scene, token)
      else if ((pos & NOUN) !== 0) made = nounPredicate(this, sentence, token)
      else if ((pos & PRTF) !== 0) made = participlePredicate(this.scene, token)
    }
    this.#byHead.set(token, made)
    return made
  }

  /** Index of the outermost phrase that holds a token, or -1. */
  phraseOf(token: number): number {
    const { all, next } = this.scene.phrases
    const at = next[token]
    if (at < all.length && all[at].from === token) return at
    return at > 0 && all[at - 1].to > token ? at - 1 : -1
  }

  phrase(index: number): Phrase {
    return this.scene.phrases.all[index]
  }
}

/** Tokens at which somebody's own words begin or end. */
function bordersOf(layers: Layers, quotations: readonly Quotation[]): ReadonlySet<number> {
  const borders = new Set<number>()
  for (const { kind, parts } of quotations) {
    if (kind !== 'direct') continue
    for (const part of parts) {
      borders.add(tokenAt(layers, part.start))
      borders.add(tokenAt(layers, part.end))
    }
  }
  return borders
}

/** The first token that begins at or after an offset. */
export function tokenAt({ tokens }: Layers, offset: number): number {
  let low = 0
  let high = tokens.count
  while (low < high) {
    const middle = (low + high) >> 1
    if (tokens.start[middle] < offset) low = middle + 1
    else high = middle
  }
  return low
}
