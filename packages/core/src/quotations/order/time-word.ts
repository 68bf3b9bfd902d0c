/** Words of the calendar that stand bare beside a verb: «said Tuesday», «today told». */
import { type Layers, reading } from '../../layers.ts'
import {
  DAY_PART,
  DAY_PART_NOUN,
  DAYS_FROM_NOW,
  MONTH,
  mayMean,
  RELATION,
  UNIT,
  WEEKDAY,
} from '../../times/time-words.ts'
import { ADJF, ADVB } from '../../words/grammar.ts'
import type { Scene } from '../scene.ts'

const TIME_WORDS: ReadonlySet<number> = new Set([MONTH, WEEKDAY, DAYS_FROM_NOW, DAY_PART_NOUN, DAY_PART])
const DAYS: ReadonlySet<number> = new Set([WEEKDAY, DAYS_FROM_NOW])
const RELATIONS: ReadonlySet<number> = new Set([RELATION])
const UNITS: ReadonlySet<number> = new Set([UNIT])

/** `last week`, `earlier this year`: a unit of the calendar behind a word that says which, and at most one word before. */
export function isRelativeUnit({ layers: { pack, tokens } }: Scene, from: number, to: number): boolean {
  const length = to - from
  return (
    (length === 2 || length === 3) &&
    mayMean(pack, tokens.form[to - 2], RELATIONS) &&
    mayMean(pack, tokens.form[to - 1], UNITS)
  )
}

/** Past «two days ago», «a day later»: an adverb right behind a phrase that counts time; null where there is none. */
export function pastDistance({ layers }: Scene, head: number, to: number): number | null {
  const { pack, tokens } = layers
  if (to >= tokens.count || !mayMean(pack, tokens.form[head], UNITS)) return null
  return (tokens.form[to].pos & ADVB) !== 0 && (reading(layers, to).pos & (ADVB | ADJF)) !== 0 ? to + 1 : null
}

export function isTimeWord(scene: Scene, token: number): boolean {
  return isTimeWordAt(scene.layers, token)
}

export function isTimeWordAt({ pack, tokens }: Layers, token: number): boolean {
  return mayMean(pack, tokens.form[token], TIME_WORDS)
}

/** «Tuesday», «today»: a word that alone says which day. */
export function isDayAt({ pack, tokens }: Layers, token: number): boolean {
  return mayMean(pack, tokens.form[token], DAYS)
}
