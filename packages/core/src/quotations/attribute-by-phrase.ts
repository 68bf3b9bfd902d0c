/** Attributing phrases: «по словам X, C», «по его мнению, C», «согласно договору, C». */
import { reading } from '../layers.ts'
import { nounPhraseAt } from '../mentions/noun-phrase.ts'
import { COLON, COMMA, DASH } from '../text/marks.ts'
import { KIND_NUMBER } from '../text/tokens.ts'
import { DATV, GENT, PREP } from '../words/grammar.ts'
import { around } from './around.ts'
import { matchPhrase, type PhraseCue } from './phrase-cue.ts'
import type { Quotation, SpeakerWords } from './quotation.ts'
import type { Scene } from './scene.ts'

/** The quotation of a phrase that begins at `token`, and the first token after the attribution. */
export function attributeByPhrase(
  scene: Scene,
  token: number,
  floor: number,
  limit: number,
): { quotation: Quotation; end: number } | null {
  const found = matchPhrase(scene, token, limit)
  if (found === null) return null
  const dative = found.row.frames.has('dative')
  const named = speakerOf(scene, found, limit, dative)
  let speaker = named?.speaker ?? null
  let end = named?.end ?? found.to
  // «по данным на пятницу», «по словам» at the end: no speaker, unless an adjective says whose («по официальным данным,»).
  if (speaker === null && (found.to - found.from < 3 || scene.mark[found.to] !== COMMA)) return null
  if (dative && (speaker === null || (!scene.isBodyNoun(speaker.head) && scene.layers.nameOf[speaker.head] < 0)))
    return null
  // An opinion is somebody's: «с точки зрения безопасности» is none.
  if (found.row.act === 'believe' && named !== null && found.possessive < 0 && !isSomebody(scene, named.speaker))
    return null
  // «согласно статье 9» is a bare legal ground.
  if (dative && end > found.to && scene.layers.tokens.kind[end - 1] === KIND_NUMBER) return null
  if (speaker !== null && dative) speaker = { ...speaker, to: end }
  if (end < limit && scene.mark[end] === 0 && token > floor && scene.mark[token - 1] === 0) return null
  end = pastCircumstance(scene, end, limit)
  // A relative clause on the speaker belongs to the attribution.
  while (end + 1 < limit && scene.mark[end] === COMMA && scene.word('relative', end + 1, limit) >= 0)
    end = scene.segmentTo(end + 1, limit)
  end = pastParallel(scene, end, limit)
  let opening = floor
  if (token > floor && scene.mark[token - 1] === COLON) opening = token
  else if (token > floor && !leadsIn(scene.mark[token - 1]) && end < limit && scene.mark[end] === COMMA) {
    // «Однако по словам X, C»: only small words before it.
    for (let at = floor; at < token; ) {
      at = scene.word('connector', at, token)
      if (at < 0) return null
    }
    opening = token
  }
  const quotation = around(scene, found, speaker, token, end, opening, limit, 'attribution')
  return quotation === null ? null : { quotation, end }
}

/** «по словам источников в администрации, C»: past a phrase with a preposition that ends in the comma. */
function pastCircumstance({ layers, mark }: Scene, end: number, limit: number): number {
  if (end + 1 >= limit || (reading(layers, end).pos & PREP) === 0) return end
  const phrase = nounPhraseAt(layers, end + 1, limit)
  return phrase !== null && phrase.to < limit && mark[phrase.to] === COMMA ? phrase.to : end
}

function leadsIn(mark: number): boolean {
  return mark === COMMA || mark === DASH
}

/** Whose words, data or opinion a phrase cites, and the first token after them; null where nobody is named. */
function speakerOf(
  scene: Scene,
  cue: PhraseCue,
  limit: number,
  dative: boolean,
): { speaker: SpeakerWords; end: number } | null {
  const { possessive } = cue
  if (possessive >= 0) return { speaker: { from: possessive, to: possessive + 1, head: possessive }, end: cue.to }
  const phrase = nounPhraseAt(scene.layers, cue.to, limit, dative ? DATV : GENT)
  if (phrase === null || phrase.agr === 0) return uninflectedName(scene, cue.to, limit)
  if (dative) return { speaker: phrase, end: scene.segmentTo(phrase.to, limit) }
  // «по данным полиции и прокуратуры, C».
  const behind = scene.word('coordinator', phrase.to, limit)
  const second = behind < 0 ? null : nounPhraseAt(scene.layers, behind, limit, GENT)
  if (second === null || second.agr === 0 || scene.mark[second.to] !== COMMA) return { speaker: phrase, end: phrase.to }
  return { speaker: { from: phrase.from, to: second.to, head: phrase.to }, end: second.to }
}

function isSomebody(scene: Scene, { from, to }: SpeakerWords): boolean {
  const phrase = nounPhraseAt(scene.layers, from, to)
  return phrase === null || scene.canSpeak({ ...phrase, preposition: -1 })
}

/** «по словам Зариф, C»: a person's name that the text left in the nominative. */
function uninflectedName(scene: Scene, at: number, limit: number): { speaker: SpeakerWords; end: number } | null {
  const { layers } = scene
  const name = layers.names[layers.nameOf[at]]
  if (name === undefined || name.kind !== 'person' || name.from !== at) return null
  const phrase = nounPhraseAt(layers, at, limit)
  return phrase === null || scene.mark[phrase.to] !== COMMA ? null : { speaker: phrase, end: phrase.to }
}

/** «по данным X, по информации Y и по словам Z, C»: past the phrases that stand beside the first. */
function pastParallel(scene: Scene, end: number, limit: number): number {
  let at = end
  while (at < limit) {
    const next = scene.mark[at] === COMMA ? at + 1 : scene.word('coordinator', at, limit)
    const parallel = next < 0 || next >= limit ? null : matchPhrase(scene, next, limit)
    if (parallel === null) return at
    const named = speakerOf(scene, parallel, limit, false)
    if (named === null) return at
    at = named.end
  }
  return at
}
