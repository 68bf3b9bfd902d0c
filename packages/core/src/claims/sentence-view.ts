/** One sentence as the rules of claims see it: anchors, operators, silences and degrees found, and the small questions they all ask. */
import type { Clause } from '../clauses/build-clauses.ts'
import type { Clauses, SentenceClauses } from '../clauses/clauses.ts'
import type { Argument, Predicate } from '../clauses/predicate.ts'
import { negationBefore } from '../clauses/read-marks.ts'
import { compileCopulas } from '../coreference/copulas.ts'
import { type Layers, reading } from '../layers.ts'
import type { TokenRange } from '../span.ts'
import { GRND, INFN, PRTS, VERB } from '../words/grammar.ts'
import type { PhraseTable } from '../words/phrases.ts'
import { type Anchor, findAnchors } from './anchors.ts'
import { type ClaimOperators, compileOperators, type Degree, type Operator, type Reach } from './operators.ts'
import type { Named, Sides } from './sides.ts'
import type { DutyIndex } from './stipulations.ts'

/** A row of a table where it stands. */
export interface Found<Row> extends TokenRange {
  readonly row: Row
}

export class SentenceView {
  readonly layers: Layers
  readonly clauses: Clauses
  readonly sides: Sides
  readonly index: DutyIndex
  readonly sentence: SentenceClauses
  readonly #number: number
  readonly from: number
  readonly to: number
  readonly anchors: readonly Anchor[]
  readonly tables: ClaimOperators
  #operators: readonly Found<Operator>[] | null = null
  #silences: readonly Found<Reach>[] | null = null
  #degrees: readonly Found<Degree>[] | null = null

  constructor(
    layers: Layers,
    clauses: Clauses,
    sides: Sides,
    index: DutyIndex,
    sentence: number,
    anchors: readonly Anchor[],
  ) {
    this.layers = layers
    this.clauses = clauses
    this.sides = sides
    this.index = index
    this.#number = sentence
    this.from = layers.sentences.from[sentence]
    this.to = layers.sentences.to[sentence]
    this.sentence = clauses.ofSentence(sentence)
    this.anchors = anchors
    this.tables = layers.pack.derive(compileOperators)
  }

  get operators(): readonly Found<Operator>[] {
    this.#operators ??= this.#all(this.tables.operators)
    return this.#operators
  }

  get silences(): readonly Found<Reach>[] {
    this.#silences ??= this.#all(this.tables.silences)
    return this.#silences
  }

  get degrees(): readonly Found<Degree>[] {
    this.#degrees ??= this.#all(this.tables.degrees)
    return this.#degrees
  }

  /** The sentence before in the same paragraph, without its anchors; or null. */
  before(): SentenceView | null {
    const { paragraph } = this.layers.sentences
    const before = this.#number - 1
    return before >= 0 && paragraph[before] === paragraph[this.#number]
      ? new SentenceView(this.layers, this.clauses, this.sides, this.index, before, [])
      : null
  }

  clauseOf(token: number): Clause | null {
    return this.sentence.clauses.find(clause => inClause(clause, token)) ?? null
  }

  /** The verbal predicate that a wording holds, or null. */
  predicateIn({ from, to, head }: Anchor): Predicate | null {
    const { predicates } = this.sentence
    return (
      predicates.find(predicate => predicate.head === head) ??
      predicates.find(predicate => predicate.head >= from && predicate.head < to) ??
      null
    )
  }

  operatorAt(token: number): Found<Operator> | null {
    return this.operators.find(({ from, to }) => from <= token && token < to) ?? null
  }

  /** Operators in a clause that are no verb of it: «в тупике», «на паузе». */
  idleOperators(clause: Clause, but: TokenRange): readonly Found<Operator>[] {
    return this.operators.filter(found => inClause(clause, found.from) && !overlaps(found, but) && !this.isVerb(found))
  }

  /** Whether a wording holds the head of a verbal predicate. */
  isVerb({ from, to }: TokenRange): boolean {
    return this.sentence.predicates.some(({ head }) => head >= from && head < to)
  }

  /** Negation of the predicate itself, without that of what governs it. */
  isNegated({ marks, governor }: Predicate): boolean {
    const count = (list: Predicate['marks']): number =>
      list.filter(({ kind, sense }) => kind === 'negation' && sense === 'particle').length
    return (count(marks) - count(governor?.marks ?? [])) % 2 === 1
  }

  isNegatedAt(token: number): boolean {
    return negationBefore(this.clauses.scene, token).length > 0
  }

  /** Whether a wording of several words holds its own negation: «не пропустить». */
  holdsNegation({ from, to }: TokenRange, head: number): boolean {
    return to - from > 1 && from < head && this.isNegatedAt(head)
  }

  /** «в спокойной обстановке»: an adjective of a noun says nothing of its own. */
  isAttributive(token: number): boolean {
    const phrase = this.clauses.phraseOf(token)
    return phrase >= 0 && this.clauses.phrase(phrase).head !== token
  }

  /** «на линии тихо», «стало тихо»: an adverb beside a verb of its own tells how that is done. */
  hasOnlyCopulas({ heads }: Clause): boolean {
    const { auxiliary, becoming } = this.layers.pack.derive(compileCopulas)
    const { form } = this.layers.tokens
    return heads.every(
      head =>
        (reading(this.layers, head).pos & (VERB | INFN | PRTS | GRND)) === 0 ||
        auxiliary.match(form, head, head + 1) !== null ||
        becoming.match(form, head, head + 1) !== null,
    )
  }

  /** «вместо того, чтобы вернуть»: what was to be done and was not. */
  isInstead({ segments }: Clause): boolean {
    const { from } = segments[0]
    return this.silences.some(({ row, to }) => row === 'instead' && to <= from + 3 && to >= from - 1)
  }

  /** Whether a word beside which the duty's words mean something else stands between the same marks as `token`. */
  isApart(duty: string, { segments }: Clause, token: number): boolean {
    const own = segments.find(({ from, to }) => from <= token && token < to)
    if (own === undefined) return false
    return this.anchors.some(
      ({ word, head }) => word.role === 'apart' && word.duty === duty && own.from <= head && head < own.to,
    )
  }

  named(): readonly Named[] {
    return this.sides.within(this.from, this.to)
  }

  #all<Row>(table: PhraseTable<Row>): Found<Row>[] {
    const { form } = this.layers.tokens
    const found: Found<Row>[] = []
    for (let token = this.from; token < this.to; token++) {
      const match = table.match(form, token, this.to)
      if (match === null) continue
      found.push({ from: token, to: match.to, row: match.row })
      token = match.to - 1
    }
    return found
  }
}

/** The anchors of a sentence, and whether any of them asserts something. */
export function anchorsOf(layers: Layers, index: DutyIndex, sentence: number): readonly Anchor[] {
  const { from, to } = layers.sentences
  return findAnchors(layers, index, from[sentence], to[sentence])
}

export function inClause({ segments }: Clause, token: number): boolean {
  return segments.some(({ from, to }) => from <= token && token < to)
}

export function overlaps(a: TokenRange, b: TokenRange): boolean {
  return a.from < b.to && b.from < a.to
}

export function holds({ phrase }: Argument, token: number): boolean {
  return phrase.from <= token && token < phrase.to
}
