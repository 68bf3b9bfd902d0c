/**
 * Chooses readings in a language of word order: the sequence whose readings are likely in themselves and follow each other well, by the
 * points of the table `transitions` (a Viterbi search over one sentence). Adverbs stand between two words without parting them. A whole
 * sentence without a finite verb is searched again for the likeliest way that has one: «both sides hope to return».
 */
import type { LanguagePack } from '../../kit.ts'
import { GAP_NONE, type Sentences, type Tokens } from '../../text/tokens.ts'
import { type Form, SHAPE_CAPITAL, SHAPE_LOWER, SHAPE_MIXED, SHAPE_UPPER } from '../form.ts'
import { ADJF, MARK, NOUN } from '../grammar.ts'
import { NumberRows } from '../number-rows.ts'
import { type Words, wordsOf } from '../readings.ts'
import { CLASSES, type ClassName, classId, classOfReading, compileAuxiliaries } from './reading-class.ts'

/** Readings of a form that are weighed. */
const MOST = 8
/** A capital inside a sentence is rather a name's. */
const CAPITAL = 2.5
/** Points that a sentence may lose for a finite verb. */
const VERB_IS_WORTH = 3
const START = classId('start')
const ADVERB = classId('adverb')
const COUNT = CLASSES.length
const FINITE: ReadonlySet<number> = new Set((['finite', 'be', 'have', 'do', 'modal'] as const).map(classId))

interface Transitions {
  /** Points of a class (column) after another (row). */
  readonly points: Float64Array
  readonly auxiliaries: ReadonlyMap<string, string>
  /** What is kept of forms: two numbers a reading, its class, and the logarithm of its weight in 1/SCALE. */
  readonly rows: NumberRows
}

function compileTransitions(pack: LanguagePack): Transitions {
  const points = new Float64Array(COUNT * COUNT)
  for (const row of pack.table('transitions'))
    points[classId(row.before as ClassName) * COUNT + classId(row.class as ClassName)] = Number(row.points)
  return { points, auxiliaries: pack.derive(compileAuxiliaries), rows: new NumberRows() }
}

export function chooseByOrder(tokens: Tokens, sentences: Sentences, pack: LanguagePack): Words {
  const transitions = pack.derive(compileTransitions)
  const best = new Uint8Array(tokens.count)
  const search = new Search(transitions)
  for (let i = 0; i < sentences.count; i++) search.run(tokens, sentences.from[i], sentences.to[i], best)
  return wordsOf(tokens, best)
}

class Search {
  readonly #transitions: Transitions
  /** Of each token and state: the state before it on the best way. A state is a reading, or reading + MOST once a finite verb was passed. */
  #from = new Uint8Array(0)
  #score = new Float64Array(MOST * 2)
  #next = new Float64Array(MOST * 2)
  /** Class that the best way to each state leaves behind: its own, or of an adverb the one before. */
  #held = new Uint8Array(MOST * 2)
  #nextHeld = new Uint8Array(MOST * 2)

  constructor(transitions: Transitions) {
    this.#transitions = transitions
  }

  run(tokens: Tokens, from: number, to: number, best: Uint8Array): void {
    const likeliest = this.#search(tokens, from, to, false)
    let hasVerb = !ENDS.has(tokens.form[to - 1].text)
    this.#follow(from, to, likeliest.state, (token, state) => {
      best[token] = state
      hasVerb ||= FINITE.has(this.#statesOf(tokens.form[token])[tokens.form[token].taggerAt + state * 2])
    })
    if (hasVerb) return
    const withVerb = this.#search(tokens, from, to, true)
    if (withVerb.score < likeliest.score - VERB_IS_WORTH) return
    this.#follow(from, to, withVerb.state, (token, state) => {
      best[token] = state % MOST
    })
  }

  /** Goes the best way back from the last token's state. */
  #follow(from: number, to: number, last: number, take: (token: number, state: number) => void): void {
    let at = last
    for (let token = to - 1; token >= from; token--) {
      take(token, at)
      at = this.#from[(token - from) * MOST * 2 + at]
    }
  }

  /** The last state of the best way and its points; `wanted`: of the best way with a finite verb. */
  #search({ form: forms, gap }: Tokens, from: number, to: number, wanted: boolean): { state: number; score: number } {
    const { points } = this.#transitions
    if (this.#from.length < (to - from) * MOST * 2) this.#from = new Uint8Array((to - from) * MOST * 4)
    const layers = wanted ? 2 : 1
    let count = 1
    this.#score[0] = 0
    this.#score[MOST] = -Infinity
    this.#held[0] = START
    for (let token = from; token < to; token++) {
      const form = forms[token]
      const states = this.#statesOf(form)
      const first = form.taggerAt
      const readings = Math.min(form.readings.length, MOST)
      const capital =
        token > from &&
        !opensAnew(forms[token - 1], gap[token]) &&
        form.text.length > 1 &&
        (form.shape === SHAPE_CAPITAL || form.shape === SHAPE_UPPER || form.shape === SHAPE_MIXED)
      for (let r = 0; r < readings; r++) {
        const own = states[first + r * 2]
        const named = capital && (form.readings[r].pos & (NOUN | ADJF)) !== 0 ? CAPITAL : 0
        const likely = states[first + r * 2 + 1] / SCALE + named
        // «Image: Will Lund.»: a capital is rather a name's.
        const isVerb = wanted && form.shape === SHAPE_LOWER && FINITE.has(own)
        for (let layer = 0; layer < layers; layer++) {
          let top = -Infinity
          let before = 0
          // A finite verb leads from both layers into the second.
          const low = layer === 0 || isVerb ? 0 : MOST
          const high = layer === 0 ? (isVerb ? 0 : count) : MOST + count
          for (let p = low; p < high; p++) {
            if (p === count) p = MOST
            const total = this.#score[p] + points[this.#held[p] * COUNT + own]
            if (total > top) {
              top = total
              before = p
            }
          }
          const state = layer * MOST + r
          this.#next[state] = top + likely
          this.#nextHeld[state] = own === ADVERB ? this.#held[before] : own
          this.#from[(token - from) * MOST * 2 + state] = before
        }
      }
      count = readings
      ;[this.#score, this.#next] = [this.#next, this.#score]
      ;[this.#held, this.#nextHeld] = [this.#nextHeld, this.#held]
    }
    const start = wanted ? MOST : 0
    let state = start
    for (let at = start + 1; at < start + count; at++) if (this.#score[at] > this.#score[state]) state = at
    return { state, score: this.#score[state] }
  }

  /** The array that holds the form's row, from `form.taggerAt` on. */
  #statesOf(form: Form): Int32Array {
    if (form.tagger !== null) return form.tagger
    const { auxiliaries, rows } = this.#transitions
    const readings = form.readings.slice(0, MOST)
    const at = rows.take(readings.length * 2)
    const states = rows.rows
    for (const [r, reading] of readings.entries()) {
      states[at + r * 2] = classOfReading(reading, auxiliaries)
      states[at + r * 2 + 1] = Math.round(Math.log(Math.max(reading.weight, 1e-4)) * SCALE)
    }
    form.tagger = states
    form.taggerAt = at
    return states
  }
}

/** A mark behind which a capital says nothing: a mark of quotation that opens, a colon. Behind one that closes («." Orlova») it does. */
function opensAnew({ pos, text }: Form, gap: number): boolean {
  return (pos & MARK) !== 0 && (text === ':' || (gap === GAP_NONE && !GOES_ON.has(text)))
}

/** Marks inside names, written to the next word: «J.Smith», «AT&T». */
const GOES_ON: ReadonlySet<string> = new Set(['-', '/', '&', "'", '’', '.', '('])

/** What ends a whole sentence; a headline and an item of a list have none. */
const ENDS: ReadonlySet<string> = new Set(['.', '!', '?'])

const SCALE = 1000
