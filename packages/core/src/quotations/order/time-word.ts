/** Words of the calendar that stand bare beside a verb: «said Tuesday», «today told». */
import type { Layers } from '../../layers.ts'
import { DAY_PART, DAY_PART_NOUN, DAYS_FROM_NOW, MONTH, timeWordsOf, WEEKDAY } from '../../times/time-words.ts'
import type { Scene } from '../scene.ts'

const TIME_KINDS: ReadonlySet<number> = new Set([MONTH, WEEKDAY, DAYS_FROM_NOW, DAY_PART_NOUN, DAY_PART])

export function isTimeWord(scene: Scene, token: number): boolean {
  return isTimeWordAt(scene.layers, token)
}

export function isTimeWordAt({ pack, tokens }: Layers, token: number): boolean {
  const { senses } = timeWordsOf(pack)
  return tokens.form[token].keys.some(key => senses[key]?.some(({ kind }) => TIME_KINDS.has(kind)) ?? false)
}
