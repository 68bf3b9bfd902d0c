/** The companions of a row: words that must stand beside its trigger, and words that must not. */
import type { Argument, Predicate } from '../clauses/predicate.ts'
import { reading } from '../layers.ts'
import type { NounPhrase } from '../mentions/noun-phrase.ts'
import { isQuantity } from '../mentions/quantity.ts'
import { ACCS, ADJECTIVAL, DATV, GENT } from '../words/grammar.ts'
import type { Companion, Frame } from './event-patterns.ts'
import type { EventScene } from './event-scene.ts'

/** The phrase of the first companion that stands among the arguments, or null. */
export function companionIn(
  events: EventScene,
  companions: readonly Companion[],
  predicate: Predicate,
  frame: Frame | null = null,
): NounPhrase | null {
  const { layers } = events.scene
  // «защита предоставила поручительства»: what does it is no companion of what is done.
  const isActive =
    predicate.kind !== 'noun' &&
    !predicate.passive &&
    predicate.objects.some(({ cases }) => (cases & (ACCS | GENT)) !== 0)
  // «отдал городу сорок лет»: to whom it is done is not what is given.
  const isTaker = ({ cases, phrase }: Argument): boolean =>
    frame?.recipient[0] === 'dative' &&
    (cases & layers.tokens.form[phrase.head].agr & DATV) !== 0 &&
    (cases & ACCS) === 0
  for (const { preposition, lemma } of companions) {
    for (const argument of [...predicate.objects, ...predicate.governed, ...(isActive ? [] : predicate.subjects)]) {
      const { phrase } = argument
      if (preposition === '' ? argument.preposition !== '' : argument.preposition !== preposition) continue
      if (preposition === '' && isTaker(argument)) continue
      if (lemma === '*') return phrase
      if (lemma === '@place') {
        // «Россия передала», «передала России»: neither who gives nor who is given to is what is given.
        const isGiven = (argument.cases & ACCS) !== 0 || (predicate.passive && predicate.subjects.includes(argument))
        if (isGiven && events.participants.placeOf(phrase) !== null) return phrase
        continue
      }
      // «десятки тысяч военных»: what is counted, too.
      const end = layers.nameOf[phrase.head] >= 0 || isQuantity(phrase) ? phrase.to : phrase.head + 1
      for (let token = phrase.head; token < end; token++)
        if (reading(layers, token).lemma.replaceAll('ё', 'е') === lemma) return phrase
    }
  }
  return null
}

/** Whether words that a row does not go with stand beside it: as arguments, right before it («мозговой штурм»), in the phrase of its companion. */
export function isBarred(
  events: EventScene,
  words: readonly Companion[],
  predicate: Predicate,
  companion: NounPhrase | null,
  from: number,
): boolean {
  if (words.length === 0) return false
  if (companionIn(events, words, predicate) !== null) return true
  const { layers } = events.scene
  const bare = words.filter(({ preposition }) => preposition === '')
  const isOne = (token: number): boolean => {
    const { keys } = layers.tokens.form[token]
    return keys.length > 0 && bare.some(({ key }) => keys.includes(key))
  }
  for (let token = from - 1; token >= layers.sentences.from[layers.sentences.of[from]]; token--) {
    if ((reading(layers, token).pos & ADJECTIVAL) === 0) break
    if (isOne(token)) return true
  }
  for (let token = companion?.from ?? 0; token < (companion?.to ?? 0); token++) if (isOne(token)) return true
  return false
}
