/** Speech in marks with no attribution of its own, right after a quotation: the same speaker goes on. */

import { STOP } from '../text/marks.ts'
import { joinParagraphs } from './direct.ts'
import type { Quotation } from './quotation.ts'
import type { Scene } from './scene.ts'

/** `X сказал C1. «C2»`: a second quotation, without a cue, of the first one's speaker; also one that opens a mark in each of its paragraphs. */
export function continueSpeech(scene: Scene, quotations: readonly Quotation[]): Quotation[] {
  const { sentences, tokens } = scene.layers
  const bySentence = new Map<number, Quotation>()
  for (const quotation of quotations) {
    if (quotation.cue === null || quotation.speaker === null) continue
    bySentence.set(sentences.of[quotation.cue.from], quotation)
  }
  const covered = quotations.flatMap(quotation => quotation.parts).sort((a, b) => a.start - b.start)
  const found: Quotation[] = []
  let done = 0
  let next = 0
  let coveredTo = 0
  for (let i = 0; i < scene.pairs.length; i++) {
    const pair = scene.pairs[i]
    const inner = tokens.end[pair.open]
    while (next < covered.length && covered[next].start <= inner) coveredTo = Math.max(coveredTo, covered[next++].end)
    if (pair.inside >= 0 || pair.open < done || coveredTo > inner) continue
    const group = joinParagraphs(scene, i)
    const last = scene.pairs[group[group.length - 1]]
    if (!last.closed || last.close - pair.open < 5) continue
    const sentence = sentences.of[pair.open]
    if (sentences.from[sentence] !== pair.open || sentence === 0) continue
    const end = sentences.to[sentences.of[last.close]]
    let alone = true
    for (let token = last.close + 1; token < end; token++) if (scene.mark[token] !== STOP) alone = false
    if (!alone) continue
    const previous = bySentence.get(sentence - 1)
    const parts = group
      .map(g => scene.span(scene.pairs[g].open + 1, scene.pairs[g].close))
      .filter(part => part !== null)
    if (previous === undefined || parts.length === 0) continue
    if (sentences.paragraph[sentence] > sentences.paragraph[sentence - 1] + 1) continue
    const quotation: Quotation = {
      kind: 'direct',
      parts,
      cue: null,
      act: previous.act,
      speaker: previous.speaker,
      rule: 'marks continued',
    }
    found.push(quotation)
    bySentence.set(sentences.of[last.close], quotation)
    done = last.close
  }
  return found
}
