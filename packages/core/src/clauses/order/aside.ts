/** Brackets that say again what stands before them. */
import type { Scene } from '../../quotations/scene.ts'
import { CLOSE_BRACKET, DASH } from '../../text/marks.ts'
import { KIND_WORD } from '../../text/tokens.ts'
import { SHAPE_MIXED, SHAPE_UPPER } from '../../words/form.ts'

/** «thirty-one (31) cases», «the Council (CNS) met»: behind a bracket that only repeats a number or a name in short; -1 for any other. */
export function pastAside({ layers, mark }: Scene, open: number, limit: number): number {
  for (let at = open + 1; at < limit && at < open + 4; at++) {
    if (mark[at] === CLOSE_BRACKET) return at > open + 1 ? at + 1 : -1
    if (mark[at] !== 0 && mark[at] !== DASH) return -1
    const { kind, form } = layers.tokens
    if (kind[at] === KIND_WORD && form[at].shape !== SHAPE_UPPER && form[at].shape !== SHAPE_MIXED) return -1
  }
  return -1
}
