/**
 * Chooses readings in a language of word order: the sequence whose readings are likely in themselves and follow each other well, by the
 * points of the table `transitions` (a Viterbi search over one sentence). Adverbs stand between two words without parting them.
 */
import type { LanguagePack } from '../../kit.ts'
import { GAP_NONE, type Sentences, type Tokens } from '../../text/tokens.ts'
import { type Form, SHAPE_CAPITAL, SHAPE_MIXED, SHAPE_UPPER } from '../form.ts'
import { ADJF, MARK, NOUN } from '../grammar.ts'
import { NumberRows } from '../number-rows.ts'
import { type Words, wordsOf } from '../readings.ts'
import { CLASSES, type ClassName, classId, classOfReading, compileAuxiliaries } from './reading-class.ts'

/** Readings of a form that are weighed. */
const MOST = 8
/** A capital inside a sentence is rather a name's. */
const CAPITAL = 2.5
const START = classId('start')
const ADVERB = classId('adverb')
const COUNT = CLASSES.length

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
  /** Of each token and reading: the reading before it on the best way. */
  #from = new Uint8Array(0)
  #score = new Float64Array(MOST)
  #next = new Float64Array(MOST)
  /** Class that the best way to each reading leaves behind: its own, or of an adverb the one before. */
  #held = new Uint8Array(MOST)
  #nextHeld = new Uint8Array(MOST)

  constructor(transitions: Transitions) {
    this.#transitions = transitions
  }

  run({ form: forms, gap }: Tokens, from: number, to: number, best: Uint8Array): void {
    const { points } = this.#transitions
    if (this.#from.length < (to - from) * MOST) this.#from = new Uint8Array((to - from) * MOST * 2)
    let count = 1
    this.#score[0] = 0
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
        let top = -Infinity
        let before = 0
        for (let p = 0; p < count; p++) {
          const total = this.#score[p] + points[this.#held[p] * COUNT + own]
          if (total > top) {
            top = total
            before = p
          }
        }
        const named = capital && (form.readings[r].pos & (NOUN | ADJF)) !== 0 ? CAPITAL : 0
        this.#next[r] = top + states[first + r * 2 + 1] / SCALE + named
        this.#nextHeld[r] = own === ADVERB ? this.#held[before] : own
        this.#from[(token - from) * MOST + r] = before
      }
      count = readings
      ;[this.#score, this.#next] = [this.#next, this.#score]
      ;[this.#held, this.#nextHeld] = [this.#nextHeld, this.#held]
    }
    let at = 0
    for (let r = 1; r < count; r++) if (this.#score[r] > this.#score[at]) at = r
    for (let token = to - 1; token >= from; token--) {
      best[token] = at
      at = this.#from[(token - from) * MOST + at]
    }
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

const SCALE = 1000
