/** A reading while it is being made: its weight may change until the form is done. */
import type { Reading } from './form.ts'

export class WordReading implements Reading {
  readonly lemma: string
  readonly pos: number
  readonly agr: number
  readonly lex: number
  weight: number
  readonly stem: string
  readonly paradigm: number
  readonly index: number
  readonly parts: readonly (Reading | string)[] | null

  constructor(
    lemma: string,
    pos: number,
    agr: number,
    lex: number,
    weight: number,
    stem: string,
    paradigm: number,
    index: number,
    parts: readonly (Reading | string)[] | null,
  ) {
    this.lemma = lemma
    this.pos = pos
    this.agr = agr
    this.lex = lex
    this.weight = weight
    this.stem = stem
    this.paradigm = paradigm
    this.index = index
    this.parts = parts
  }

  saysTheSameAs(other: Reading): boolean {
    return this.agr === other.agr && this.pos === other.pos && this.lex === other.lex && this.lemma === other.lemma
  }
}
