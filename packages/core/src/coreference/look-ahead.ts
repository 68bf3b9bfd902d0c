/**
 * A pronoun before its name: «Он заверил, что дорога откроется. „Это будет скоро“, — добавил Ветров». Who is said to add has spoken before,
 * so that a speaker whom nobody before the pronoun explains is the one named there.
 */
import { compileCues } from '../quotations/cues.ts'
import type { TokenRange } from '../span.ts'
import { PLUR, SING } from '../words/grammar.ts'
import type { Cast } from './cast.ts'
import { genderAsked } from './gender-asked.ts'

export function lookAhead(cast: Cast): void {
  for (const [m, mention] of cast.mentions.entries()) {
    const q = cast.speaks[m]
    if (mention.form !== 'pronoun' || mention.kind !== 'person' || cast.of[m] >= 0 || q < 0) continue
    const adding = q + 1
    const speaker = cast.speakerOf[adding] ?? -1
    if (speaker < 0 || cast.of[speaker] < 0 || !adds(cast, cast.quotations[adding].cue)) continue
    const referent = cast.referents[cast.of[speaker]]
    const gender = genderAsked(cast, m)
    const isSeveral = (mention.agr & PLUR) !== 0 && (mention.agr & SING) === 0
    const isOther = gender !== 0 && referent.gender !== 0 && (referent.gender & gender) === 0
    if (referent.kind !== 'person' || isSeveral || isOther || paragraphOf(cast, m) !== paragraphOf(cast, speaker))
      continue
    cast.join(m, referent, 'pronoun/before its name')
  }
}

function adds({ layers: { tokens, pack } }: Cast, cue: TokenRange | null): boolean {
  if (cue === null) return false
  return pack.derive(compileCues).verbs.match(tokens.form, cue.from, cue.to)?.row.frames.has('adds') ?? false
}

function paragraphOf(cast: Cast, mention: number): number {
  return cast.layers.sentences.paragraph[cast.sentenceOf(cast.mentions[mention])]
}
