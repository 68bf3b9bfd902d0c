/** The phrases before a verb that are its subjects: all of a list. */
import { reading } from '../../layers.ts'
import type { Phrase } from '../../mentions/find-phrases.ts'
import { sharedSubject, subjectLeft } from '../../quotations/order/subject-by-order.ts'
import { isTimeWord } from '../../quotations/order/time-word.ts'
import type { SpeakerWords } from '../../quotations/quotation.ts'
import type { Scene } from '../../quotations/scene.ts'
import { COMMA } from '../../text/marks.ts'
import { ANIM, GENT, GRND, INFN, NOMN, PRTS, VERB } from '../../words/grammar.ts'
import type { Argument } from '../predicate.ts'
import { LISTED } from './bounds.ts'

/** The subjects of the verb whose group begins at token `from`, not before `floor`; `shares`: it may share that of the verb before it. */
export function subjectsOf(scene: Scene, from: number, floor: number, shares: boolean): Argument[] {
  // «with the sides having failed», «shells hitting homes»: right before a gerund stands who does it.
  if ((reading(scene.layers, from).pos & GRND) !== 0) {
    const before = scene.phrases.all[scene.phrases.next[from] - 1]
    if (before !== undefined && before.to === from && isSomebody(scene, before) && !isTimeWord(scene, before.head))
      return [{ phrase: before, cases: NOMN | GENT, preposition: '', list: 0 }]
  }
  const found = shares ? sharedSubject(scene, from, floor) : subjectLeft(scene, from, floor)
  if (found === null || found === 'self') return []
  return asArguments(scene, found, floor)
}

/** The phrase that ends right before a token, as what a verb says something of. */
export function nounBefore(scene: Scene, to: number): Argument | null {
  const phrase = scene.phrases.all[scene.phrases.next[to] - 1]
  return phrase?.to === to ? { phrase, cases: NOMN | GENT, preposition: '', list: 0 } : null
}

/** A subject's words as arguments: all of a list («the army, the police and the guard»). */
function asArguments(scene: Scene, { from, to, head }: SpeakerWords, floor: number): Argument[] {
  const { all, next } = scene.phrases
  const found: Argument[] = []
  const add = (phrase: Phrase): unknown => found.unshift({ phrase, cases: NOMN | GENT, preposition: '', list: 0 })
  let i = next[from]
  while (i < all.length && all[i].to < to) i++
  if (i >= all.length || all[i].from >= to) return []
  const last = all[i]
  add(last.head === head || head === last.from - 1 || last.to === to ? last : all[next[from]])
  if (found[0].phrase !== last) return found
  let first = last
  for (let isListed = false; i > 0 && found.length < LISTED * 2; i--) {
    const before = all[i - 1]
    if (before.from < floor || before.preposition >= 0 || !listJoins(scene, before, first, isListed)) break
    if (before.from > floor && (reading(scene.layers, before.from - 1).pos & (VERB | INFN | PRTS | GRND)) !== 0) break
    add(before)
    first = before
    isListed = true
  }
  return found
}

/** «A and B», «A, B and C»: before the last a conjunction, before the others commas. */
function listJoins(scene: Scene, before: Phrase, phrase: Phrase, isListed: boolean): boolean {
  let at = before.to
  const isComma = scene.mark[at] === COMMA
  if (isComma) at++
  const past = scene.word('coordinator', at, phrase.from)
  return past === phrase.from || (isListed && isComma && at === phrase.from)
}

/** A name, or people. */
export function isSomebody({ layers }: Scene, { head, name }: Phrase): boolean {
  return name >= 0 || layers.nameOf[head] >= 0 || (reading(layers, head).agr & ANIM) !== 0
}
