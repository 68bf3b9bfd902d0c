/** Words that may tell of an event, and the predicate they head. */
import type { Clauses } from '../clauses/clauses.ts'
import type { Argument, Predicate } from '../clauses/predicate.ts'
import { type Layers, reading } from '../layers.ts'
import type { NounPhrase } from '../mentions/noun-phrase.ts'
import type { Scene } from '../quotations/scene.ts'
import type { TokenRange } from '../span.ts'
import { mayOpenQuote } from '../text/marks.ts'
import { SHAPE_CAPITAL } from '../words/form.ts'
import { NOUN } from '../words/grammar.ts'
import type { EventPattern } from './event-patterns.ts'

/** «ракеты „Штурм“», «операция Штурм»: a word in marks of its own, or with a capital inside a sentence, is a name. */
export function isTitleOfSomething({ layers, mark }: Scene, token: number): boolean {
  const { tokens, sentences } = layers
  if (tokens.form[token].shape === SHAPE_CAPITAL && token > sentences.from[sentences.of[token]]) {
    const before = mark[token - 1]
    return before === 0 || mayOpenQuote(before)
  }
  return false
}

/** Whether some companion of a row stands in the sentence at all: asked before the sentence is read closely. */
export function mayStand(layers: Layers, row: EventPattern, token: number): boolean {
  if (row.with.length === 0 || row.with.some(({ key }) => key < 0)) return true
  const { tokens, sentences } = layers
  const sentence = sentences.of[token]
  const to = Math.min(sentences.to[sentence], token + FAR)
  for (let at = Math.max(sentences.from[sentence], token - FAR); at < to; at++) {
    const { keys } = tokens.form[at]
    if (keys.length > 0 && row.with.some(({ key }) => keys.includes(key))) return true
  }
  return false
}

/** Tokens to either side within which a companion may stand. */
const FAR = 40

/** «called off talks», «carried out an attack»: what stands behind a particle of the trigger itself is no prepositional phrase. */
export function withParticle(predicate: Predicate, from: number, to: number): Predicate {
  const isOwn = ({ phrase }: Argument): boolean => phrase.preposition > from && phrase.preposition < to
  if (to === from + 1 || !predicate.governed.some(isOwn)) return predicate
  const own = predicate.governed.filter(isOwn).map(argument => ({ ...argument, preposition: '' }))
  return {
    ...predicate,
    objects: [...own, ...predicate.objects],
    governed: predicate.governed.filter(argument => !isOwn(argument)),
  }
}

/** The verb or noun of a trigger: its first word that heads a predicate. */
export function headOf(clauses: Clauses, from: number, to: number): number {
  let noun = -1
  for (let token = from; token < to; token++) {
    const predicate = clauses.at(token)
    if (predicate === null) continue
    if (predicate.kind !== 'noun') return token
    if (noun < 0 && (reading(clauses.layers, token).pos & NOUN) !== 0) noun = token
  }
  return noun
}

/** Trigger words; where the companion stands near, it too: «открыли огонь». */
export function triggerOf(companion: NounPhrase | null, from: number, to: number): TokenRange {
  if (companion === null) return { from, to }
  const { head } = companion
  if (head >= to && head < to + 3) return { from, to: head + 1 }
  return head < from && head >= from - 3 ? { from: head, to } : { from, to }
}
