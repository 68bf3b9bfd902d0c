/** A speaker and a colon: headlines («X: C»), and the lines of a transcript. */
import { COLON, EITHER_QUOTE } from '../../text/marks.ts'
import type { Quotation } from '../quotation.ts'
import type { Scene } from '../scene.ts'

const LONGEST_SPEAKER = 8

export function headlineByOrder(scene: Scene): Quotation[] {
  const { sentences, names, nameOf } = scene.layers
  const found: Quotation[] = []
  for (let paragraph = 0; paragraph < sentences.paragraphCount; paragraph++) {
    const isHeadline = sentences.zone[paragraph] === 'headline'
    const first = sentences.paragraphFrom[paragraph]
    const from = scene.mark[first] === EITHER_QUOTE ? first + 1 : first
    const to = sentences.paragraphTo[paragraph]
    const phrase = scene.phrases.all[scene.phrases.next[from]]
    if (phrase === undefined || phrase.from !== from || phrase.to >= to || phrase.to - from > LONGEST_SPEAKER) continue
    if (scene.mark[phrase.to] !== COLON) continue
    const name = phrase.name >= 0 ? names[phrase.name] : nameOf[phrase.head] >= 0 ? names[nameOf[phrase.head]] : null
    if (name === null || (name.kind === 'place' && name.seatOf === null)) continue
    // Beside a headline only a transcript names its speakers so.
    if (!isHeadline && (name.kind !== 'person' || phrase.to > from + 3)) continue
    const part = scene.span(phrase.to + 1, to)
    if (part === null) continue
    found.push({
      kind: isHeadline ? 'indirect' : 'direct',
      parts: [part],
      cue: { from: phrase.to, to: phrase.to + 1 },
      act: 'state',
      speaker: { from: phrase.from, to: phrase.to, head: phrase.head },
      rule: isHeadline ? 'marks headline' : 'marks speaker-colon',
    })
  }
  return found
}
