/** Words of the calendar that stand bare beside a verb: «said Tuesday», «today told». */
import type { Layers } from '../../layers.ts'
import {
  DAY_PART,
  DAY_PART_NOUN,
  DAYS_FROM_NOW,
  MONTH,
  RELATION,
  timeWordsOf,
  UNIT,
  WEEKDAY,
} from '../../times/time-words.ts'
import type { Scene } from '../scene.ts'

const TIME_KINDS: ReadonlySet<number> = new Set([MONTH, WEEKDAY, DAYS_FROM_NOW, DAY_PART_NOUN, DAY_PART])

/** `last week`, `this year`: a unit of the calendar behind a word that says which. */
export function isRelativeUnit(scene: Scene, from: number, to: number): boolean {
  return to === from + 2 && hasSense(scene.layers, from, RELATION) && hasSense(scene.layers, from + 1, UNIT)
}

function hasSense(layers: Layers, token: number, sense: number): boolean {
  const { senses } = timeWordsOf(layers.pack)
  return layers.tokens.form[token].keys.some(key => senses[key]?.some(({ kind }) => kind === sense) ?? false)
}

export function isTimeWord(scene: Scene, token: number): boolean {
  return isTimeWordAt(scene.layers, token)
}

export function isTimeWordAt({ pack, tokens }: Layers, token: number): boolean {
  const { senses } = timeWordsOf(pack)
  return tokens.form[token].keys.some(key => senses[key]?.some(({ kind }) => TIME_KINDS.has(kind)) ?? false)
}
