/** Attributing phrases as the table has them: «по словам», «по его последним данным», «согласно». */
import { reading } from '../layers.ts'
import type { Form } from '../words/form.ts'
import { ADJECTIVAL, APRO, GENT, NPRO } from '../words/grammar.ts'
import { type CueRow, type CueTables, compileCues } from './cues.ts'
import type { Scene } from './scene.ts'

export interface PhraseCue {
  readonly from: number
  readonly to: number
  readonly row: CueRow
  /** The possessive inside: «по ЕГО словам», or -1. */
  readonly possessive: number
}

/** Whether an attributing phrase may begin with a word: asked of every word before all else. */
export function mayBegin({ keys }: Form, prepositions: CueTables['prepositions']): boolean {
  for (let i = 0; i < keys.length; i++) if (prepositions.has(keys[i])) return true
  return false
}

/** The wording of an attributing phrase, with adjectives and possessives between its preposition and its noun. */
export function matchPhrase(scene: Scene, token: number, limit: number): PhraseCue | null {
  const { tokens, pack } = scene.layers
  const { phrases, prepositions } = pack.derive(compileCues)
  const form = tokens.form[token]
  if (!mayBegin(form, prepositions)) return null
  const plain = phrases.match(tokens.form, token, limit)
  if (plain !== null) return { from: token, to: plain.to, row: plain.row, possessive: -1 }
  let at = token + 1
  let possessive = -1
  while (at < limit && at < token + 4) {
    const between = tokens.form[at]
    const isPossessive =
      (between.pos & NPRO) !== 0 &&
      (between.agr & GENT) !== 0 &&
      between.readings.some(r => (r.lex & APRO) !== 0 || (r.pos & NPRO) !== 0)
    if (!isPossessive && (reading(scene.layers, at).pos & ADJECTIVAL) === 0) break
    if (isPossessive) possessive = at
    at++
    const rest = phrases.match([form, ...tokens.form.slice(at, at + 3)], 0, Math.min(4, limit - at + 1))
    if (rest !== null && rest.to > 1) return { from: token, to: at + rest.to - 1, row: rest.row, possessive }
  }
  return null
}
