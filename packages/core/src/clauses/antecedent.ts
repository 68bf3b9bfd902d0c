/** The phrase that a relative word or a participle behind it tells of. */
import { type Layers, reading } from '../layers.ts'
import type { Phrase } from '../mentions/find-phrases.ts'
import { type NounPhrase, nounPhraseAt } from '../mentions/noun-phrase.ts'
import type { Scene } from '../quotations/scene.ts'
import { ANIM, CASE, GENDER, NUMBER, SING } from '../words/grammar.ts'

/**
 * The nearest phrase before `from` that agrees in number and gender; of a long one its last part that does, unless that is a body or place
 * and the whole somebody: «агент службы, обвиняемый в …».
 */
export function antecedentOf(scene: Scene, from: number, agr: number, cases = 0): Phrase | null {
  const { phrases, layers } = scene
  const floor = scene.sentenceFrom(from)
  for (let i = phrases.next[from] - 1; i >= 0 && phrases.all[i].from >= floor; i--) {
    const phrase = phrases.all[i]
    if (phrase.to > from) continue
    const fits = (candidate: number): boolean =>
      (candidate & agr & NUMBER) !== 0 &&
      ((agr & GENDER) === 0 || (candidate & GENDER) === 0 || (agr & SING) === 0 || (candidate & agr & GENDER) !== 0) &&
      (cases === 0 || (candidate & cases & CASE) !== 0)
    const floorOfInner = Math.max(phrase.from + 1, phrase.to - INNER)
    for (let start = phrase.to - 1; start >= floorOfInner; start--) {
      const inner = nounPhraseAt(layers, start, phrase.to)
      if (inner === null || inner.to !== phrase.to || inner.name === phrase.name || !fits(inner.agr)) continue
      if (fits(phrase.agr) && isSomebody(layers, phrase) && !isSomebody(layers, inner)) continue
      if (scene.canSpeak({ ...inner, preposition: -1 }) || !fits(phrase.agr)) return { ...inner, preposition: -1 }
    }
    if (fits(phrase.agr)) return { ...phrase, preposition: -1 }
    if (from - phrase.to > 6) return null
  }
  return null
}

/** Whether a phrase is headed by a person's name or a word for a person. */
function isSomebody(layers: Layers, { head, name }: NounPhrase): boolean {
  return name >= 0 ? layers.names[name].kind === 'person' : (reading(layers, head).agr & ANIM) !== 0
}

/** Last tokens of a phrase in which an antecedent of its own may begin. */
const INNER = 6
