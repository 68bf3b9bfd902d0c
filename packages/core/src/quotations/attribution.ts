/** Attributing phrases: «по словам X, C», «по его мнению, C», «согласно договору, C». */
import { reading } from '../layers.ts'
import { nounPhraseAt } from '../mentions/noun-phrase.ts'
import { COMMA, DASH } from '../text/marks.ts'
import { KIND_NUMBER } from '../text/tokens.ts'
import { ADJECTIVAL, APRO, DATV, GENT, NPRO } from '../words/grammar.ts'
import { around } from './around.ts'
import { type CueRow, compileCues } from './cues.ts'
import type { Quotation, SpeakerWords } from './quotation.ts'
import type { Scene } from './scene.ts'

interface Attribution {
  readonly from: number
  readonly to: number
  readonly row: CueRow
  /** The possessive inside: «по ЕГО словам», or -1. */
  readonly possessive: number
}

export function attributeByPhrase(scene: Scene, token: number, floor: number, limit: number): Quotation | null {
  const found = matchPhrase(scene, token, limit)
  if (found === null) return null
  const dative = found.row.frames.has('dative')
  let speaker: SpeakerWords | null = null
  let end = found.to
  if (found.possessive >= 0) speaker = { from: found.possessive, to: found.possessive + 1, head: found.possessive }
  else {
    const phrase = nounPhraseAt(scene.layers, found.to, limit, dative ? DATV : GENT)
    if (phrase !== null && phrase.agr !== 0) {
      speaker = phrase
      end = phrase.to
      if (dative) end = scene.segmentTo(end, limit)
    }
  }
  // «по данным на пятницу», «по словам» at the end: no speaker, unless an adjective says whose («по официальным данным,»).
  if (speaker === null && (found.to - found.from < 3 || scene.mark[found.to] !== COMMA)) return null
  if (dative && (speaker === null || (!scene.isBodyNoun(speaker.head) && scene.layers.nameOf[speaker.head] < 0)))
    return null
  // «согласно статье 9» is a bare legal ground.
  if (dative && end > found.to && scene.layers.tokens.kind[end - 1] === KIND_NUMBER) return null
  if (speaker !== null && dative) speaker = { ...speaker, to: end }
  if (end < limit && scene.mark[end] === 0 && token > floor && scene.mark[token - 1] === 0) return null
  // A relative clause on the speaker belongs to the attribution.
  while (end + 1 < limit && scene.mark[end] === COMMA && scene.word('relative', end + 1, limit) >= 0)
    end = scene.segmentTo(end + 1, limit)
  const from = token
  if (
    from > floor &&
    scene.mark[from - 1] !== COMMA &&
    scene.mark[from - 1] !== DASH &&
    end < limit &&
    scene.mark[end] === COMMA
  ) {
    // «Однако по словам X, C»: only small words before it.
    let at = floor
    while (at < from) {
      const next = scene.word('connector', at, from)
      if (next < 0) return null
      at = next
    }
    return around(scene, found, speaker, from, end, from, limit, 'attribution')
  }
  return around(scene, found, speaker, from, end, floor, limit, 'attribution')
}

/** The wording of an attributing phrase, with adjectives and possessives between its preposition and its noun. */
function matchPhrase(scene: Scene, token: number, limit: number): Attribution | null {
  const { tokens, pack } = scene.layers
  const { phrases, prepositions } = pack.derive(compileCues)
  const form = tokens.form[token]
  if (form.keys.length === 0 || !form.keys.some(key => prepositions.has(key))) return null
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
