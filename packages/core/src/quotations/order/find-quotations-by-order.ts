/** The quotations of a document in a language of word order: direct speech in marks first, then cue by cue what is reported. */
import type { Span } from '../../span.ts'
import type { Quotation } from '../quotation.ts'
import type { Scene } from '../scene.ts'
import { headlineByOrder } from './headline-by-order.ts'
import { attributePhraseByOrder } from './phrase-by-order.ts'
import { reportByOrder } from './report-by-order.ts'
import { findSpeechByOrder } from './speech-by-order.ts'

/** Not sorted; the same words may be found twice. */
export function findQuotationsByOrder(scene: Scene): Quotation[] {
  const direct = findSpeechByOrder(scene).map(speech => speech.quotation)
  const used = new Set(direct.flatMap(({ cue }) => (cue === null ? [] : [cue.from])))
  const stretches = new Stretches(
    scene,
    direct.flatMap(quotation => quotation.parts),
  )
  const reported: Quotation[] = []
  for (const cue of scene.cues) {
    const [floor, limit] = stretches.around(cue.from)
    const quotation = reportByOrder(scene, cue, floor, limit)
    if (quotation === null || (used.has(cue.from) && overlapsAny(quotation.parts, direct))) continue
    reported.push(quotation)
  }
  const { tokens } = scene.layers
  for (let token = 0; token < tokens.count; token++) {
    if (!scene.phraseCueAt(token)) continue
    const [floor, limit] = stretches.around(token)
    const quotation = attributePhraseByOrder(scene, token, floor, limit)
    if (quotation !== null) reported.push(quotation)
  }
  return [...direct, ...reported, ...headlineByOrder(scene)]
}

function overlapsAny(parts: readonly Span[], quotations: readonly Quotation[]): boolean {
  return quotations.some(other => other.parts.some(a => parts.some(b => a.start < b.end && b.start < a.end)))
}

/** Which tokens stand in which stretch of direct speech. */
class Stretches {
  readonly #scene: Scene
  /** Stretch of each token, -1 for the narrator's words. */
  readonly #of: Int32Array

  constructor(scene: Scene, parts: readonly Span[]) {
    this.#scene = scene
    const { start, count } = scene.layers.tokens
    this.#of = new Int32Array(count).fill(-1)
    const sorted = [...parts].sort((a, b) => a.start - b.start)
    let part = 0
    for (let token = 0; token < count && part < sorted.length; token++) {
      while (part < sorted.length && sorted[part].end <= start[token]) part++
      if (part < sorted.length && start[token] >= sorted[part].start) this.#of[token] = part
    }
  }

  /** The tokens of a speech's sentence that stay in the speech; a narrator's sentence whole. */
  around(token: number): [number, number] {
    let floor = this.#scene.sentenceFrom(token)
    let limit = this.#scene.sentenceTo(token)
    const stretch = this.#of[token]
    if (stretch >= 0) {
      while (this.#of[floor] !== stretch) floor++
      while (this.#of[limit - 1] !== stretch) limit--
    }
    return [floor, limit]
  }
}
