/** Whether a phrase can be the subject of a cue, and so its speaker. */
import { reading } from '../layers.ts'
import type { Phrase } from '../mentions/find-phrases.ts'
import { canBeSubject } from '../mentions/subject-of-verb.ts'
import { CONJ, NOMN, NPRO, PER1, PER2, PLUR, SING, VERB } from '../words/grammar.ts'
import type { Cue } from './cues.ts'
import type { SpeakerWords } from './quotation.ts'
import type { Scene } from './scene.ts'

export interface Subject {
  readonly phrase: SpeakerWords | null
  readonly side: 'left' | 'right' | 'far' | 'relative' | 'place' | 'shared' | 'self' | 'none'
}

export const NONE: Subject = { phrase: null, side: 'none' }
/** «я», «мы», «вы»: whoever speaks there. */
export const SELF: Subject = { phrase: null, side: 'self' }

/** A subject; 'speaker' for «я», «мы», «вы»: whoever speaks there, the narrator or the one quoted. */
export type Found = SpeakerWords | 'speaker' | null

export function asSubject(scene: Scene, cue: Cue, phrase: Phrase): Found {
  if (phrase.preposition >= 0) return null
  const pair = coordinated(scene, cue, phrase)
  if (pair !== null) return pair
  if (!canBeSubject(scene.layers, phrase, cue.verbReading)) return null
  const chosen = reading(scene.layers, phrase.head)
  if ((chosen.pos & NPRO) !== 0 && (chosen.agr & (PER1 | PER2)) !== 0) return 'speaker'
  return scene.canSpeak(phrase) ? phrase : null
}

/** «Иванов и Петров заявили»: two singular subjects of a plural verb. The head is the conjunction: the two are one speaker, neither alone. */
function coordinated(scene: Scene, cue: Cue, phrase: Phrase): SpeakerWords | null {
  if (!isPlural(cue) || (phrase.agr & SING) === 0 || (phrase.agr & NOMN) === 0) return null
  const { phrases, layers } = scene
  const at = phrases.next[phrase.from]
  for (const other of [phrases.all[at - 1], phrases.all[at + 1]]) {
    if (other === undefined || other.preposition >= 0 || (other.agr & NOMN) === 0) continue
    const [first, second] = other.from < phrase.from ? [other, phrase] : [phrase, other]
    if (
      second.from !== first.to + 1 ||
      scene.word('coordinator', first.to, second.from) !== second.from ||
      (reading(layers, first.to).pos & CONJ) === 0
    )
      continue
    if (scene.canSpeak(first) && scene.canSpeak(second)) return { from: first.from, to: second.to, head: first.to }
  }
  return null
}

export function isPlural(cue: Cue): boolean {
  return (cue.verbReading.agr & PLUR) !== 0 && (cue.verbReading.pos & VERB) !== 0
}
