/** The quotations of a document in a language of word order: direct speech in marks first, then cue by cue what is reported. */
import type { Quotation } from '../quotation.ts'
import type { Scene } from '../scene.ts'
import { overlaps, Stretches } from '../stretches.ts'
import { headlineByOrder } from './headline-by-order.ts'
import { joinContinued } from './join-continued.ts'
import { mayBeOwned, reportNounByOrder } from './noun-by-order.ts'
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
    if (quotation === null || (used.has(cue.from) && direct.some(({ parts }) => overlaps(parts, quotation.parts))))
      continue
    reported.push(quotation)
  }
  const { tokens } = scene.layers
  for (let token = 0; token < tokens.count; token++) {
    const isPhrase = scene.phraseCueAt(token)
    // «'s conclusion is that C»: only behind an owner.
    if (!isPhrase && !mayBeOwned(scene, token)) continue
    const [floor, limit] = stretches.around(token)
    const find = isPhrase ? attributePhraseByOrder : reportNounByOrder
    const quotation = find(scene, token, floor, limit)
    if (quotation !== null) reported.push(quotation)
  }
  return joinContinued(scene, [...direct, ...reported, ...headlineByOrder(scene)])
}
