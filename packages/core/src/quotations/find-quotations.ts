/**
 * The quotations of a document. First direct speech, in marks and without; then, cue by cue, the frames of reported speech in the order of
 * `FRAMES` at the end of this file: the first to apply wins.
 */
import { isOrdered } from '../language.ts'
import { attributeByPhrase } from './attribute-by-phrase.ts'
import { attributeBack } from './back.ts'
import { reportColon } from './colon.ts'
import { continueSpeech } from './continued.ts'
import { type Cue, compileCues } from './cues.ts'
import { findDirectSpeech } from './direct.ts'
import { quoteFragments } from './fragments.ts'
import { findQuotationsByOrder } from './order/find-quotations-by-order.ts'
import { attributeAfter, attributeWithAs } from './parenthesis.ts'
import { mayBegin } from './phrase-cue.ts'
import type { Quotation } from './quotation.ts'
import { reportClause, reportInfinitive, reportPurpose } from './reported.ts'
import type { Scene } from './scene.ts'
import { overlaps, Stretches } from './stretches.ts'
import { findUnmarkedSpeech } from './unmarked.ts'

/** All quotations, sorted by first start, the longer first. */
export function findQuotations(scene: Scene): Quotation[] {
  if (isOrdered(scene.layers.pack)) return sortQuotations(findQuotationsByOrder(scene))
  const marked = findDirectSpeech(scene)
  const unmarked = findUnmarkedSpeech(scene, marked)
  const direct = [...marked, ...unmarked].map(speech => speech.quotation)
  /** Direct speech by the cue that introduces it. */
  const used = new Map<number, Quotation>()
  for (const quotation of direct) if (quotation.cue !== null) used.set(quotation.cue.from, quotation)
  const stretches = new Stretches(
    scene,
    direct.flatMap(quotation => quotation.parts),
  )
  const reported: Quotation[] = []
  for (const cue of scene.cues) {
    const [floor, limit] = stretches.around(cue.from)
    const beside = used.get(cue.from)
    for (const frame of FRAMES) {
      if (beside !== undefined && !frame.besideDirect) continue
      const quotation = frame.apply(scene, cue, floor, limit)
      if (scene.trace !== null) tell(scene, cue, frame.name, quotation)
      if (quotation === null) continue
      if (beside !== undefined && overlaps(beside.parts, quotation.parts)) continue
      // Inside someone's speech only what has a speaker of its own counts.
      if (quotation.speaker === null && stretches.holds(cue.from)) break
      reported.push(quotation)
      break
    }
  }
  const { tokens, pack } = scene.layers
  const { prepositions } = pack.derive(compileCues)
  for (let token = 0; token < tokens.count; token++) {
    if (!mayBegin(tokens.form[token], prepositions)) continue
    const [floor, limit] = stretches.around(token)
    const found = attributeByPhrase(scene, token, floor, limit)
    if (found === null) continue
    reported.push(found.quotation)
    token = found.end - 1
  }
  const all = [...direct, ...reported]
  return sortQuotations([...all, ...continueSpeech(scene, all)])
}

function sortQuotations(quotations: Quotation[]): Quotation[] {
  const length = (q: Quotation) => q.parts.reduce((sum, part) => sum + part.end - part.start, 0)
  const unique = new Map<string, Quotation>()
  for (const quotation of quotations) {
    const key = quotation.parts.map(part => `${part.start}:${part.end}`).join(' ')
    const held = unique.get(key)
    // The same words under two cues: direct speech, then the one with a speaker, then the first.
    if (held === undefined || (held.speaker === null && quotation.speaker !== null)) unique.set(key, quotation)
  }
  return [...unique.values()].sort(
    (a, b) => a.parts[0].start - b.parts[0].start || length(b) - length(a) || (a.kind < b.kind ? -1 : 1),
  )
}

function tell(scene: Scene, cue: Cue, frame: string, quotation: Quotation | null): void {
  const { start, end } = scene.layers.tokens
  const words = `${cue.row.row}, frame ${frame}`
  scene.trace?.({
    stage: 'quotations',
    rule: words,
    start: start[cue.from],
    end: end[cue.to - 1],
    spoke: quotation !== null,
    because:
      quotation === null
        ? cue.row.frames.has(frame)
          ? 'no content or no speaker of this shape here'
          : 'not a frame of this cue, or its shape is not here'
        : quotation.rule,
  })
}

interface Frame {
  readonly name: string
  /** May apply to a cue that already introduced direct speech: `сказал, что C: «Q»`. */
  readonly besideDirect: boolean
  apply(scene: Scene, cue: Cue, floor: number, limit: number): Quotation | null
}

const FRAMES: readonly Frame[] = [
  { name: 'back', besideDirect: true, apply: attributeBack },
  { name: 'as', besideDirect: false, apply: attributeWithAs },
  { name: 'clause', besideDirect: true, apply: reportClause },
  { name: 'colon', besideDirect: false, apply: reportColon },
  { name: 'infinitive', besideDirect: true, apply: reportInfinitive },
  { name: 'purpose', besideDirect: true, apply: reportPurpose },
  { name: 'parenthesis', besideDirect: false, apply: attributeAfter },
  { name: 'fragment', besideDirect: true, apply: quoteFragments },
]
