/**
 * The clauses of a sentence by the order of words: a finite verb heads one, so does a participle behind its noun («the accord signed in
 * May») and a gerund; an infinitive belongs to the clause of the verb it hangs on. A clause that another interrupts goes on behind it.
 */
import { reading } from '../../layers.ts'
import { verbGroup } from '../../quotations/order/cues-by-order.ts'
import type { Scene } from '../../quotations/scene.ts'
import type { TokenRange } from '../../span.ts'
import { CLOSE_BRACKET, COLON, COMMA, DASH, OPEN_BRACKET, SEMICOLON } from '../../text/marks.ts'
import { GAP_NONE, KIND_WORD } from '../../text/tokens.ts'
import { ADVB, CONJ, GRND, INFN, PREP, PRTS, RELA, SBRD, VERB } from '../../words/grammar.ts'
import type { Clause } from '../build-clauses.ts'
import type { Predicate } from '../predicate.ts'
import type { SegmentOpener } from '../split-segments.ts'
import { pastAside } from './aside.ts'

const HEADS = VERB | PRTS | GRND | INFN

/** A clause while it is being made. */
type Draft = { -readonly [K in keyof Clause]: Clause[K] }

/** Clauses of the tokens `from` to `to`, in the order of their first words. `predicateAt` reads a verb; `borders`: tokens at which another's words begin or end. */
export function clausesByOrder(
  scene: Scene,
  from: number,
  to: number,
  borders: ReadonlySet<number>,
  predicateAt: (token: number) => Predicate | null,
): Clause[] {
  const builder = new Builder(scene, from)
  const heads = headsIn(scene, from, to)
  for (let token = from; token < to; token++) {
    const mark = scene.mark[token]
    const past = mark === OPEN_BRACKET ? pastAside(scene, token, to) : -1
    if (past >= 0) {
      token = past - 1
      continue
    }
    if (mark === OPEN_BRACKET) builder.step(token)
    else if (mark === CLOSE_BRACKET) builder.back(token)
    else if (mark === SEMICOLON || (mark === COLON && !isInner(scene, token))) builder.part(token + 1)
    else if (borders.has(token) && token > from) builder.part(token)
    if (!heads.has(token)) continue
    const predicate = predicateAt(token)
    if (predicate !== null) builder.add(predicate)
  }
  return builder.end(to)
}

/** The colon of «at 00:01». */
function isInner({ layers: { tokens } }: Scene, token: number): boolean {
  return token + 1 < tokens.count && tokens.gap[token] === GAP_NONE && tokens.gap[token + 1] === GAP_NONE
}

/** Verbs of a stretch that no later verb has for its auxiliary and no noun phrase holds. */
function headsIn(scene: Scene, from: number, to: number): ReadonlySet<number> {
  const { layers, phrases } = scene
  const found = new Set<number>()
  let taken = to
  for (let token = to - 1; token >= from; token--) {
    if (layers.tokens.kind[token] !== KIND_WORD || layers.nameOf[token] >= 0 || token >= taken) continue
    const chosen = reading(layers, token)
    if ((chosen.pos & HEADS) === 0) continue
    const before = phrases.all[phrases.next[token] - 1]
    const own = phrases.all[phrases.next[token]]
    if ((before !== undefined && before.to > token) || own?.from === token) continue
    found.add(token)
    taken = verbGroup(layers, token, chosen, () => false).from
  }
  return found
}

class Builder {
  readonly #scene: Scene
  readonly #clauses: Draft[] = []
  readonly #open: number[] = []
  #current: number
  #start: number

  constructor(scene: Scene, from: number) {
    this.#scene = scene
    this.#start = from
    this.#current = this.#make('none', -1, -1)
  }

  /** Into a bracket. */
  step(token: number): void {
    this.#close(token)
    this.#open.push(this.#current)
    this.#current = this.#make('none', -1, this.#current)
    this.#start = token + 1
  }

  /** Out of a bracket. */
  back(token: number): void {
    const outer = this.#open.pop()
    if (outer === undefined) return
    this.#close(token)
    this.#current = outer
    this.#start = token + 1
  }

  /** Something new begins at a token. */
  part(token: number): void {
    this.#close(token)
    this.#current = this.#make('none', -1, -1)
    this.#start = token
  }

  add({ head, kind, subjects, from: group }: Predicate): void {
    const now = this.#clauses[this.#current]
    if (kind === 'infinitive' && now.heads.length > 0) {
      now.heads.push(head)
      return
    }
    const floor = Math.max(this.#start, (now.heads.at(-1) ?? -1) + 1)
    const before = subjects.filter(({ phrase }) => phrase.from >= floor && phrase.to <= group)
    // «registration and screening of troops continued»: all of a list.
    const own: TokenRange | undefined =
      before.length === 0 ? undefined : { from: before[0].phrase.from, to: before[before.length - 1].phrase.to }
    const isReduced = kind === 'participle' || kind === 'gerund'
    const { from, opener, word } = this.#startOf(group, isReduced ? undefined : own, floor, isReduced)
    const subject = subjects[0]?.phrase
    const waiting =
      subject === undefined || isReduced || opener !== 'none' || own !== undefined
        ? -1
        : this.#clauses.findIndex(
            ({ heads, segments }) =>
              heads.length === 0 && segments.some(one => one.from <= subject.from && subject.from < one.to),
          )
    if (waiting >= 0) this.#go(waiting, from)
    else if (now.heads.length > 0 || (opener !== 'none' && from > this.#start))
      this.#go(this.#make(opener, word, opener === 'none' ? -1 : this.#current), from)
    else if (opener !== 'none') {
      now.opener = opener
      now.word = word
    }
    const clause = this.#clauses[this.#current]
    clause.heads.push(head)
    clause.finite ||= kind === 'finite'
  }

  end(to: number): Clause[] {
    this.#close(to)
    return this.#clauses.filter(({ segments }) => segments.length > 0)
  }

  #make(opener: SegmentOpener, word: number, parent: number): number {
    return this.#clauses.push({ opener, word, parent, segments: [], heads: [], finite: false }) - 1
  }

  #go(clause: number, from: number): void {
    this.#close(from)
    this.#current = clause
    this.#start = from
  }

  #close(to: number): void {
    if (to <= this.#start) return
    const clause = this.#clauses[this.#current]
    clause.segments.push({
      from: this.#start,
      to,
      after: clause.segments.length === 0 ? 'start' : 'comma',
      opener: clause.opener,
      word: clause.word,
      heads: clause.heads,
      finite: clause.finite,
    })
  }

  /** Where the clause of a verb group begins that has a subject of its own or none: behind the last mark, conjunction or opening word before it. */
  #startOf(
    group: number,
    own: TokenRange | undefined,
    floor: number,
    isReduced: boolean,
  ): { from: number; opener: SegmentOpener; word: number } {
    const scene = this.#scene
    const { layers } = scene
    let at = group
    const reduced: SegmentOpener = (reading(layers, at).pos & PRTS) !== 0 ? 'participle' : 'gerund'
    for (let token = at - 1; token >= floor; token--) {
      if (own !== undefined && token >= own.from && token < own.to) {
        token = own.from
        at = token
        continue
      }
      const mark = scene.mark[token]
      if (mark === COMMA || mark === DASH)
        return { from: token + 1, opener: isReduced ? reduced : 'none', word: isReduced ? at : -1 }
      const { pos, lex } = reading(layers, token)
      if (isReduced) {
        if ((pos & (ADVB | PREP)) !== 0 && (lex & SBRD) === 0) continue
        return { from: token + 1, opener: reduced, word: at }
      }
      const isRelative = scene.word('relative', token, at) > 0 || (lex & RELA) !== 0
      if (
        isRelative ||
        (lex & SBRD) !== 0 ||
        scene.word('subordinator', token, at) > 0 ||
        scene.word('that', token, at) > 0
      ) {
        const governed = token > floor && (reading(layers, token - 1).pos & PREP) !== 0
        return { from: governed ? token - 1 : token, opener: isRelative ? 'relative' : 'subordinate', word: token }
      }
      if ((pos & CONJ) !== 0 && scene.word('coordinator', token, at) > 0)
        return { from: token, opener: 'none', word: -1 }
      const phrase = scene.phrases.all[scene.phrases.next[token + 1] - 1]
      if ((pos & (ADVB | PREP)) !== 0) continue
      if (phrase === undefined || phrase.to !== token + 1 || phrase.preposition < floor || phrase.from < floor)
        // «said the sides withdrew»: right behind another verb's words it is what these tell of.
        return { from: at, opener: own === undefined ? 'none' : 'subordinate', word: -1 }
      token = phrase.preposition
    }
    if (isReduced) return { from: at, opener: reduced, word: at }
    if (this.#clauses[this.#current].heads.length === 0) return { from: this.#start, opener: 'none', word: -1 }
    return { from: at, opener: own === undefined ? 'none' : 'subordinate', word: -1 }
  }
}
