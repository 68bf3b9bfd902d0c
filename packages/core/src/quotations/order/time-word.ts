/** Words of the calendar that stand bare beside a verb: «said Tuesday», «today told». */
import type { Layers } from '../../layers.ts'
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
import type { Scene } from '../scene.ts'

const TIME_WORDS: ReadonlySet<number> = new Set([MONTH, WEEKDAY, DAYS_FROM_NOW, DAY_PART_NOUN, DAY_PART])
const DAYS: ReadonlySet<number> = new Set([WEEKDAY, DAYS_FROM_NOW])
const RELATIONS: ReadonlySet<number> = new Set([RELATION])
const UNITS: ReadonlySet<number> = new Set([UNIT])

/** `last week`, `this year`: a unit of the calendar behind a word that says which. */
export function isRelativeUnit({ layers: { pack, tokens } }: Scene, from: number, to: number): boolean {
  return to === from + 2 && mayMean(pack, tokens.form[from], RELATIONS) && mayMean(pack, tokens.form[from + 1], UNITS)
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
