/** What the words of one sentence assert of kinds of duty: anchors, the predicates they stand with, and the operators over them. */
import type { Clause } from '../clauses/build-clauses.ts'
import type { Clauses, SentenceClauses } from '../clauses/clauses.ts'
import type { Argument, Predicate } from '../clauses/predicate.ts'
import { negationBefore } from '../clauses/read-marks.ts'
import { compileCopulas } from '../coreference/copulas.ts'
import { type Layers, reading } from '../layers.ts'
import type { Phrase } from '../mentions/find-phrases.ts'
import { isQuantity } from '../mentions/noun-phrase.ts'
import type { TokenRange } from '../span.ts'
import type { Assertion } from '../status/assertion.ts'
import {
  ACCS,
  ADJECTIVAL,
  ADVB,
  CONJ,
  GENT,
  GRND,
  INFN,
  INTR,
  NOMN,
  NOUN,
  NUMB,
  NUMR,
  PREP,
  PRTF,
  PRTS,
  VERB,
} from '../words/grammar.ts'
import { type Anchor, findAnchors } from './anchors.ts'
import { type Need, NOUN_ROLES } from './claim-words.ts'
import { type Aspect, type ClaimOperators, compileOperators, type Operator, type Reach } from './operators.ts'
import type { Named, Sides } from './sides.ts'
import type { DutyIndex } from './stipulations.ts'

/** What a sentence asserts of a kind of duty, before it is known of which stipulation. */
export interface Finding {
  readonly duty: string
  readonly assertion: Assertion
  readonly rule: string
  /** The anchor's token: where the words stand. */
  readonly at: number
  readonly clause: Clause
  /** Names that met a need: what it is about. */
  readonly refs: readonly Named[]
  /** Topics of things beside it. */
  readonly topics: ReadonlySet<string>
  /** Head of who says so in the sentence itself («Дания обвинила»), or -1. */
  readonly speaker: number
  readonly subjects: readonly Argument[]
}

interface Found<Row> {
  readonly from: number
  readonly to: number
  readonly row: Row
}

/** Where a thing stands; without a head its last token counts. */
interface Place extends TokenRange {
  readonly head?: number
}

interface Outcome {
  readonly assertion: Assertion
  readonly rule: string
  readonly speaker: number
}

/** How far behind a noun its own words are looked for. */
const BEHIND = 9
const BEFORE = 4
const LONGEST_CHAIN = 5

export class SentenceReader {
  readonly layers: Layers
  readonly clauses: Clauses
  readonly sides: Sides
  readonly index: DutyIndex
  readonly sentence: SentenceClauses
  readonly from: number
  readonly to: number
  readonly anchors: readonly Anchor[]
  readonly #tables: ClaimOperators
  readonly #operators: readonly Found<Operator>[]
  readonly #silences: readonly Found<Reach>[]

  constructor(layers: Layers, clauses: Clauses, sides: Sides, index: DutyIndex, from: number, to: number) {
    this.layers = layers
    this.clauses = clauses
    this.sides = sides
    this.index = index
    this.from = from
    this.to = to
    this.sentence = clauses.ofSentence(layers.sentences.of[from])
    this.anchors = findAnchors(layers, index, from, to)
    this.#tables = layers.pack.derive(compileOperators)
    this.#operators = this.#all(this.#tables.operators)
    this.#silences = this.#all(this.#tables.silences)
  }

  read(): Finding[] {
    if (this.#silences.some(({ row }) => row === 'sentence')) return []
    const found: Finding[] = []
    for (const anchor of this.anchors) {
      if (anchor.word.role === 'thing' || anchor.word.role === 'apart') continue
      const clause = this.clauseOf(anchor.head)
      if (clause === null || this.#isApart(anchor.word.duty, clause)) continue
      const made = NOUN_ROLES.has(anchor.word.role) ? this.#readNoun(anchor, clause) : this.#readVerb(anchor, clause)
      if (made !== null) found.push(made)
    }
    return found
  }

  // — verbs —

  #readVerb(anchor: Anchor, clause: Clause): Finding | null {
    const { word, head } = anchor
    const { pos } = reading(this.layers, head)
    if ((pos & PRTF) !== 0 || ((pos & ADJECTIVAL) !== 0 && this.#isAttributive(head))) return null
    const predicate = this.#predicateAt(anchor) ?? (word.role === 'keeps' ? this.#carrierOf(head, clause) : null)
    if ((pos & ADVB) !== 0 && !this.#isSaidByItself(clause)) return null
    const met = this.#meetNeeds(anchor, clause, predicate)
    if (met === null) return null
    const outcome = this.#outcomeOfVerb(anchor, predicate, clause)
    if (outcome === null) return null
    return { duty: word.duty, ...outcome, at: head, clause, ...met, subjects: predicate?.subjects ?? [] }
  }

  #outcomeOfVerb(anchor: Anchor, predicate: Predicate | null, clause: Clause): Outcome | null {
    const { word } = anchor
    const { role } = word
    const aspect: Aspect = role === 'breaks' ? 'breach' : role === 'keeps' ? 'state' : 'deed'
    const negated = predicate !== null && this.#ownNegation(predicate) && !this.#holdsNegation(anchor)
    let outcome: Outcome | null
    if (this.#isInstead(clause))
      return aspect === 'deed' && !negated ? { assertion: 'not-begun', rule: word.row, speaker: -1 } : null
    if (predicate !== null && predicate.kind === 'infinitive') {
      const start = { assertion: asserted(aspect, negated), rule: word.row, speaker: -1 }
      const turned = !negated ? aspect : aspect === 'breach' ? 'state' : 'breach'
      outcome = this.#climb(predicate, turned, start, true)
    } else {
      const assertion = this.#plainVerb(role, predicate, negated)
      outcome = assertion === null ? null : { assertion, rule: word.row, speaker: -1 }
      if (outcome !== null && predicate !== null) outcome = this.#afterTense(outcome, predicate, negated, aspect)
    }
    return outcome === null ? null : this.#graded(this.#silenced(outcome, clause, predicate), role, clause)
  }

  #plainVerb(role: string, predicate: Predicate | null, negated: boolean): Assertion | null {
    if (role === 'breaks') return negated ? 'fulfilled' : 'breached'
    if (role === 'keeps') return negated ? 'breached' : 'fulfilled'
    if (negated) return 'not-begun'
    if (predicate === null) return 'fulfilled'
    const done = predicate.kind === 'short' || predicate.perfective || predicate.kind === 'predicative'
    return done ? 'fulfilled' : 'progress'
  }

  // — nouns —

  #readNoun(anchor: Anchor, clause: Clause): Finding | null {
    const { word, head } = anchor
    const met = this.#meetNeeds(anchor, clause, null)
    if (met === null) return null
    const aspect = this.#turned(anchor, word.role === 'step' ? 'deed' : (word.role as Aspect))
    if (aspect === null) return null
    const predicate = this.#carrierOf(head, clause)
    if (this.#isInstead(clause) && aspect === 'deed')
      return {
        duty: word.duty,
        assertion: 'not-begun',
        rule: word.row,
        speaker: -1,
        at: head,
        clause,
        ...met,
        subjects: [],
      }
    const outcome = this.#outcomeOfNoun(anchor, aspect, predicate, clause)
    if (outcome === null) return null
    const graded = this.#graded(this.#silenced(outcome, clause, predicate), word.role, clause)
    if (graded === null) return null
    return { duty: word.duty, ...graded, at: head, clause, ...met, subjects: predicate?.subjects ?? [] }
  }

  #outcomeOfNoun(anchor: Anchor, aspect: Aspect, predicate: Predicate | null, clause: Clause): Outcome | null {
    if (predicate === null) {
      const idle = this.#operators.find(
        ({ from, to }) => this.#inClause(clause, from) && !overlaps(anchor, { from, to }) && !this.#isHead(from, to),
      )
      if (idle === undefined || clause.heads.length > 0) return null
      const assertion = idle.row.plain[aspect]
      return assertion === null ? null : { assertion, rule: `${anchor.word.row} ${idle.row.row}`, speaker: -1 }
    }
    const start = { assertion: asserted(aspect, false), rule: anchor.word.row, speaker: -1 }
    return this.#climb(predicate, aspect, start, false)
  }

  /** Nouns that this noun hangs on, the nearest first. */
  #turned(anchor: Anchor, aspect: Aspect): Aspect | null {
    let at = anchor.from - 1
    let now: Aspect = aspect
    for (let steps = 0; steps < 8 && at >= this.from; steps++, at--) {
      const { pos } = reading(this.layers, at)
      const turn = this.#turnEndingAt(at)
      if (turn !== null) {
        const turned = turn.row[now]
        if (turned === null) return null
        now = turned
        at = turn.from
        continue
      }
      if ((pos & (ADJECTIVAL | PREP | CONJ)) === 0 && (pos & NOUN) === 0) break
      // Another noun between may hang on the same one; after two the chain is lost.
      if ((pos & NOUN) !== 0 && steps > 3) break
      if ((pos & PREP) !== 0 && this.#turnEndingAt(at - 1) === null) break
    }
    return now
  }

  #turnEndingAt(
    token: number,
  ): { readonly row: Readonly<Record<Aspect, Aspect | null>>; readonly from: number } | null {
    for (let from = Math.max(this.from, token - 1); from <= token; from++) {
      const found = this.#tables.turns.match(this.layers.tokens.form, from, token + 1)
      if (found !== null && found.to === token + 1) return { row: found.row, from }
    }
    return null
  }

  /** The verb that a noun is an argument of; else the only one of its clause. */
  #carrierOf(head: number, clause: Clause): Predicate | null {
    for (const predicate of this.sentence.predicates) {
      const holds = ({ phrase }: Argument): boolean => phrase.from <= head && head < phrase.to
      if (!this.#inClause(clause, predicate.head)) continue
      if (predicate.subjects.some(holds) || predicate.objects.some(holds) || predicate.governed.some(holds))
        return predicate
    }
    const own = this.sentence.predicates.filter(({ head: verb }) => this.#inClause(clause, verb))
    return own.length === 1 ? own[0] : null
  }

  // — operators —

  /** Applies the operators over a predicate from the inside out. `isAnchor`: the predicate is the anchor itself, no operator. */
  #climb(predicate: Predicate, aspect: Aspect, start: Outcome, isAnchor: boolean): Outcome | null {
    let at: Predicate | null = predicate
    let outcome: Outcome | null = null
    let now: Aspect | null = aspect
    let own = isAnchor
    for (let steps = 0; at !== null && steps < LONGEST_CHAIN; steps++) {
      if (!own) {
        const operator = this.#operatorAt(at.head)
        if (operator !== null && now !== null) {
          outcome = this.#apply(
            operator,
            now,
            this.#ownNegation(at) && !this.#startsNegated(operator),
            at,
            outcome ?? start,
          )
          if (outcome === null) return null
          now = aspectOf(outcome.assertion)
        }
      }
      own = false
      if (at.kind !== 'infinitive') {
        if (outcome !== null) outcome = this.#afterTense(outcome, at, false, now ?? aspect)
        return outcome
      }
      const upper: Predicate | null = at.governor
      const floor: number = upper === null ? this.from : upper.head + 1
      for (const operator of this.#between(floor, at.head)) {
        if (now === null) return outcome
        outcome = this.#apply(operator, now, this.#isNegated(operator.from), at, outcome ?? start)
        if (outcome === null) return null
        now = aspectOf(outcome.assertion)
      }
      at = upper
    }
    return outcome
  }

  #apply(found: Found<Operator>, aspect: Aspect, negated: boolean, at: Predicate, before: Outcome): Outcome | null {
    const { row } = found
    const assertion = (negated ? row.negated : row.plain)[aspect]
    if (assertion === null) return null
    const subject = at.subjects[0]
    return {
      assertion,
      rule: `${before.rule} ${row.row}${negated ? ' not' : ''}`,
      speaker: row.speaker && subject !== undefined && at.subjectFrom !== 'none' ? subject.phrase.head : before.speaker,
    }
  }

  /** What is to come is planned; a threat or a guess is no claim. */
  #afterTense(outcome: Outcome, predicate: Predicate, negated: boolean, aspect: Aspect): Outcome | null {
    if (predicate.tense !== 'future') return outcome
    const { assertion } = outcome
    if (negated) return { ...outcome, assertion: aspect === 'breach' ? 'planned' : 'breached' }
    if (assertion === 'fulfilled' || assertion === 'progress') return { ...outcome, assertion: 'planned' }
    return assertion === 'planned' || assertion === 'not-begun' ? outcome : null
  }

  #silenced(outcome: Outcome | null, clause: Clause, predicate: Predicate | null): Outcome | null {
    if (outcome === null) return null
    const here = this.#silences.filter(({ from }) => this.#inClause(clause, from))
    for (const { row } of here) {
      if (row === 'clause') return null
      if (row === 'purpose') return this.#purpose(outcome, clause)
    }
    if (predicate?.modalities.some(mode => mode === 'can' || mode === 'hypothetical'))
      return outcome.rule.includes(' claims/operators/') ? outcome : null
    return outcome
  }

  /** «потребовал, чтобы пленных вернули»: planned, by whoever asks. */
  #purpose(outcome: Outcome, clause: Clause): Outcome | null {
    const parent = clause.parent < 0 ? null : this.sentence.clauses[clause.parent]
    for (const head of parent?.heads ?? []) {
      const operator = this.#operatorAt(head)
      const predicate = this.clauses.at(head)
      if (operator?.row.kind !== 'mode' || operator.row.plain.deed !== 'planned' || predicate === null) continue
      if (outcome.assertion === 'breached' || outcome.assertion === 'halted') return null
      return this.#apply(operator, 'deed', false, predicate, outcome)
    }
    return null
  }

  /** Part of it, or all. */
  #graded(outcome: Outcome | null, role: string, clause: Clause): Outcome | null {
    if (outcome === null || role === 'state' || role === 'breach' || role === 'keeps' || role === 'breaks')
      return outcome
    const degrees = this.#all(this.#tables.degrees).filter(({ from }) => this.#inClause(clause, from))
    const has = (degree: string): boolean => degrees.some(({ row }) => row === degree)
    const { assertion } = outcome
    if (has('unfinished') && (assertion === 'fulfilled' || assertion === 'not-begun'))
      return { ...outcome, assertion: 'progress' }
    if (assertion !== 'fulfilled') return outcome
    const inParts = role === 'part' || role === 'step'
    return has('part') || (inParts && !has('whole')) ? { ...outcome, assertion: 'progress' } : outcome
  }

  // — needs —

  #meetNeeds(
    anchor: Anchor,
    clause: Clause,
    predicate: Predicate | null,
  ): { refs: readonly Named[]; topics: ReadonlySet<string>; things: readonly Anchor[] } | null {
    const { word } = anchor
    const near = this.anchors.filter(
      other =>
        other.word.role === 'thing' &&
        other.word.duty === word.duty &&
        other.head !== anchor.head &&
        this.#isNear(other, anchor, clause, predicate),
    )
    const topics = new Set(near.map(({ word: { topic } }) => topic))
    if (word.needs.length === 0) return { refs: [], topics, things: near }
    for (const needs of word.needs) {
      const refs: Named[] = []
      if (needs.every(need => this.#isMet(need, anchor, clause, predicate, near, refs)))
        return { refs, topics, things: near }
    }
    return null
  }

  #isMet(
    need: Need,
    anchor: Anchor,
    clause: Clause,
    predicate: Predicate | null,
    near: readonly Anchor[],
    refs: Named[],
  ): boolean {
    const { duty } = anchor.word
    switch (need.what) {
      case 'ref': {
        const found = this.#refs(duty).filter(
          named => this.#isNear(named, anchor, clause, predicate) && this.#isAt(need, named, predicate),
        )
        refs.push(...found)
        return found.length > 0
      }
      case 'bearer':
        return this.#bearers(duty, clause, anchor).length > 0
      case 'state':
      case 'breach':
        return this.anchors.some(
          other =>
            other.word.duty === duty && other.word.role === need.what && this.#isNear(other, anchor, clause, predicate),
        )
      default:
        return near.some(thing => thing.word.topic === need.what && this.#isAt(need, thing, predicate))
    }
  }

  /** Names of what stipulations of this kind are about. */
  #refs(duty: string): readonly Named[] {
    const duties = this.index.byKind.get(duty) ?? []
    return this.sides
      .within(this.from, this.to)
      .filter(({ ids }) =>
        ids.some(id => duties.some(({ dossier, about }) => id.startsWith(`${dossier.id}#`) && about.has(idOf(id)))),
      )
  }

  #bearers(duty: string, clause: Clause, anchor: Anchor): readonly Named[] {
    const duties = this.index.byKind.get(duty) ?? []
    return this.sides
      .within(this.from, this.to)
      .filter(
        named =>
          (this.#inClause(clause, named.from) || Math.abs(named.from - anchor.head) < BEFORE) &&
          duties.some(({ dossier, bearers }) =>
            this.sides.partiesOf(named, dossier.id).some(party => bearers.has(party)),
          ),
      )
  }

  #isNear(thing: Place, anchor: Anchor, clause: Clause, predicate: Predicate | null): boolean {
    if (NOUN_ROLES.has(anchor.word.role))
      return (
        thing.from >= anchor.from - BEFORE &&
        thing.from < anchor.to + BEHIND &&
        this.#sameSegment(thing.from, anchor.head)
      )
    if (this.#inClause(clause, thing.from)) return true
    const holds = ({ phrase }: Argument): boolean => phrase.from <= thing.from && thing.to <= phrase.to
    return predicate !== null && (predicate.subjects.some(holds) || predicate.objects.some(holds))
  }

  #sameSegment(a: number, b: number): boolean {
    for (const { segments } of this.sentence.clauses)
      for (const { from, to } of segments) if (from <= a && a < to) return from <= b && b < to
    return false
  }

  /** Whether a thing stands in the place a need asks for. */
  #isAt({ slot }: Need, thing: Place, predicate: Predicate | null): boolean {
    if (slot === 'any') return true
    if (predicate === null) return false
    const turned = predicate.passive || (predicate.reading.agr & INTR) !== 0
    const fits = ({ phrase, cases, preposition }: Argument, wanted: number): boolean =>
      preposition === '' && this.#heads(thing, phrase) && ((cases | this.#casesOf(thing)) & wanted) !== 0
    const bare = [...predicate.subjects, ...predicate.objects]
    if (slot === 'subject')
      return bare.some(argument => fits(argument, NOMN)) || this.#counted(thing, turned ? bare : predicate.subjects)
    return bare.some(argument => fits(argument, turned ? NOMN | GENT : ACCS | GENT)) || this.#counted(thing, bare)
  }

  /** «пять пленных», «ни одного из районов»: the thing hangs on a number. */
  #counted(thing: Place, list: readonly Argument[]): boolean {
    return list.some(
      ({ phrase, preposition }) =>
        preposition === '' && phrase.from <= thing.from && thing.to <= phrase.to && this.#isCount(phrase, thing.from),
    )
  }

  #isCount(phrase: Phrase, to: number): boolean {
    if (isQuantity(phrase)) return true
    if (phrase.head < to) return (reading(this.layers, phrase.head).pos & NOUN) === 0
    for (let token = phrase.from; token < to; token++)
      if ((reading(this.layers, token).pos & (NUMR | NUMB)) !== 0) return true
    return false
  }

  #heads({ from, to }: Place, phrase: { from: number; head: number; to: number }): boolean {
    if (from <= phrase.head && phrase.head < to) return true
    // An adjective of the thing's noun, or one of several that share it.
    return (
      from >= phrase.from &&
      to <= phrase.head &&
      (reading(this.layers, to - 1).pos & ADJECTIVAL) !== 0 &&
      this.#isThing(phrase.head)
    )
  }

  #isThing(token: number): boolean {
    return this.anchors.some(({ word, head }) => word.role === 'thing' && head === token)
  }

  #casesOf({ to, head = to - 1 }: Place): number {
    return this.layers.tokens.form[head].agr & (NOMN | ACCS | GENT)
  }

  // — small questions —

  /** «вместо того, чтобы вернуть»: what was to be done and was not. */
  #isInstead(clause: Clause): boolean {
    const { from } = clause.segments[0]
    return this.#silences.some(found => found.row === 'instead' && found.to <= from + 3 && found.to >= from - 1)
  }

  /** «на линии тихо», «стало тихо»: an adverb beside a verb of its own tells how that is done. */
  #isSaidByItself({ heads }: Clause): boolean {
    const { auxiliary, becoming } = this.layers.pack.derive(compileCopulas)
    const { form } = this.layers.tokens
    return heads.every(
      head =>
        (reading(this.layers, head).pos & (VERB | INFN | PRTS | GRND)) === 0 ||
        auxiliary.match(form, head, head + 1) !== null ||
        becoming.match(form, head, head + 1) !== null,
    )
  }

  #isApart(duty: string, clause: Clause): boolean {
    return this.anchors.some(
      ({ word, head }) => word.role === 'apart' && word.duty === duty && this.#inClause(clause, head),
    )
  }

  /** «в спокойной обстановке»: an adjective of a noun says nothing of its own. */
  #isAttributive(token: number): boolean {
    const phrase = this.clauses.phraseOf(token)
    return phrase >= 0 && this.clauses.phrase(phrase).head !== token
  }

  clauseOf(token: number): Clause | null {
    return this.sentence.clauses.find(clause => this.#inClause(clause, token)) ?? null
  }

  #inClause(clause: Clause, token: number): boolean {
    return clause.segments.some(({ from, to }) => from <= token && token < to)
  }

  #predicateAt({ from, to, head }: Anchor): Predicate | null {
    const own = this.sentence.predicates.find(predicate => predicate.head === head)
    return own ?? this.sentence.predicates.find(predicate => predicate.head >= from && predicate.head < to) ?? null
  }

  /** Negation of the predicate itself, without that of what governs it. */
  #ownNegation({ marks, governor }: Predicate): boolean {
    const count = (list: Predicate['marks']): number =>
      list.filter(({ kind, sense }) => kind === 'negation' && sense === 'particle').length
    return (count(marks) - count(governor?.marks ?? [])) % 2 === 1
  }

  #holdsNegation({ from, head }: Anchor): boolean {
    return from < head && negationBefore(this.clauses.scene, head).length > 0
  }

  #startsNegated({ from, to }: Found<Operator>): boolean {
    return to - from > 1 && negationBefore(this.clauses.scene, to - 1).length > 0 && this.#isNegated(to - 1)
  }

  #isNegated(token: number): boolean {
    return negationBefore(this.clauses.scene, token).length > 0
  }

  #operatorAt(token: number): Found<Operator> | null {
    return this.#operators.find(({ from, to }) => from <= token && token < to) ?? null
  }

  /** Operators between two tokens that head no clause themselves («готовность», «нужно»), the nearest to the end first. */
  #between(from: number, to: number): readonly Found<Operator>[] {
    return this.#operators.filter(found => found.from >= from && found.to <= to).reverse()
  }

  #isHead(from: number, to: number): boolean {
    return this.sentence.predicates.some(({ head }) => head >= from && head < to)
  }

  #all<Row>(table: {
    match: (forms: Layers['tokens']['form'], from: number, limit: number) => { row: Row; to: number } | null
  }): Found<Row>[] {
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

function asserted(aspect: Aspect, negated: boolean): Assertion {
  if (aspect === 'breach') return negated ? 'fulfilled' : 'breached'
  return negated ? 'not-begun' : 'fulfilled'
}

/** As what an outer operator takes what an inner one has made; null: nothing more can be said of it. */
function aspectOf(assertion: Assertion): Aspect | null {
  if (assertion === 'breached') return 'breach'
  return assertion === 'halted' || assertion === 'not-begun' ? null : 'deed'
}

function overlaps(a: { from: number; to: number }, b: { from: number; to: number }): boolean {
  return a.from < b.to && b.from < a.to
}

/** `dossier#id` -> id. */
function idOf(ref: string): string {
  return ref.slice(ref.indexOf('#') + 1)
}
