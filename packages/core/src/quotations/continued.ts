/** Speech in marks with no attribution of its own, right after a quotation: the same speaker goes on. */
import { STOP } from '../text/marks.ts'
import type { Quotation } from './quotation.ts'
import type { Scene } from './scene.ts'

/** `X сказал C1. «C2»`: a second quotation, without a cue, of the first one's speaker. */
export function continueSpeech(scene: Scene, quotations: readonly Quotation[]): Quotation[] {
  const { sentences } = scene.layers
  const bySentence = new Map<number, Quotation>()
  const covered = new Set(quotations.flatMap(quotation => quotation.parts.map(part => part.start)))
  for (const quotation of quotations) {
    if (quotation.cue === null || quotation.speaker === null) continue
    bySentence.set(sentences.of[quotation.cue.from], quotation)
  }
  const found: Quotation[] = []
  for (const pair of scene.pairs) {
    if (pair.inside >= 0 || !pair.closed || pair.close - pair.open < 5) continue
    const sentence = sentences.of[pair.open]
    if (sentences.from[sentence] !== pair.open || sentence === 0) continue
    const end = sentences.to[sentences.of[pair.close]]
    let alone = true
    for (let token = pair.close + 1; token < end; token++) if (scene.mark[token] !== STOP) alone = false
    if (!alone) continue
    const previous = bySentence.get(sentence - 1)
    const part = scene.span(pair.open + 1, pair.close)
    if (previous === undefined || part === null) continue
    if (covered.has(part.start)) continue
    if (sentences.paragraph[sentence] > sentences.paragraph[sentence - 1] + 1) continue
    const quotation: Quotation = {
      kind: 'direct',
      parts: [part],
      cue: null,
      act: previous.act,
      speaker: previous.speaker,
      rule: 'marks continued',
    }
    found.push(quotation)
    bySentence.set(sentences.of[pair.close], quotation)
  }
  return found
}
