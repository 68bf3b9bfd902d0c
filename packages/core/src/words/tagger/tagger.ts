/** The tagger of a language: a model's weights at work on forms. */
import type { Form } from '../form.ts'
import { NumberRows } from '../number-rows.ts'
import { Decoder, type Margins } from './decode.ts'
import { scoreForm, type TokenRow } from './form-features.ts'
import { readTaggerModel, type TaggerModel } from './model.ts'

/** Wider ones choose no better on held-out sentences, and cost a third more time. */
const MARGINS: Margins = { readings: 220, hypotheses: 130 }

export class Tagger {
  readonly #model: TaggerModel
  readonly #decoder: Decoder
  readonly #rows = new NumberRows()

  /** `bytes`: a model file. Throws RangeError for one of another version. */
  constructor(bytes: Uint8Array) {
    this.#model = readTaggerModel(bytes)
    this.#decoder = new Decoder(this.#model.weights, MARGINS)
  }

  /** Writes the index of the chosen reading of each form of a sentence (`from` to `to`) to `best`. */
  choose(forms: readonly Form[], from: number, to: number, best: Uint8Array): void {
    this.#decoder.decode(token => this.#rowOf(forms[token]), from, to, best)
  }

  /** Kept with the form: a form meets only the tagger of its own pack. */
  #rowOf(form: Form): TokenRow {
    if (form.tagger === null) {
      form.taggerAt = scoreForm(form, this.#model.contexts, this.#model.weights, this.#rows)
      form.tagger = this.#rows.rows
    }
    return form
  }
}
