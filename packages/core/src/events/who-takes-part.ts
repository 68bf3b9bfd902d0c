/** Who fills the places of a frame: those who do it, and those to whom it is done. */
import type { Predicate } from '../clauses/predicate.ts'
import { isOrdered } from '../language.ts'
import type { NounPhrase } from '../mentions/noun-phrase.ts'
import { PER1 } from '../words/grammar.ts'
import { isStruck, type Place } from './event-patterns.ts'
import type { EventScene } from './event-scene.ts'
import { fillersOf, ownersBehind } from './fill-roles.ts'
import { keyOf } from './merge-events.ts'
import type { Participant } from './participants.ts'

/** All who fill the places (`all`), or those of the first place that is filled. */
export function participantsAt(
  events: EventScene,
  places: readonly Place[],
  predicate: Predicate,
  companion: NounPhrase | null,
  all: boolean,
): Participant[] {
  const found: Participant[] = []
  const add = (participant: Participant | null): void => {
    if (participant !== null && found.every(one => keyOf(one) !== keyOf(participant))) found.push(participant)
  }
  // Of the noun's own sides («война Ирана с Ираком», «протест рабочих») and its verb's subject the first that the frame names and the text gives stand.
  const isNoun = predicate.kind === 'noun'
  let skip: ReadonlySet<Place> = NO_PLACES
  for (const place of places) {
    if (all && skip.has(place)) continue
    const fillers = fillersOf(events.clauses, predicate, place, companion)
    if (all && place === 'subject' && fillers.length === 0 && (predicate.reading.agr & PER1) !== 0)
      add(events.participants.speakerAt(predicate.head))
    for (const filler of fillers) {
      if ('argument' in filler && events.participants.attributes(filler)) continue
      // «shared intelligence»: what belongs to the event's words does not act.
      if (
        all &&
        // «объявлен персоной нон грата»
        (place === 'object' || predicate.passive) &&
        companion !== null &&
        'argument' in filler &&
        filler.argument.phrase === companion
      )
        continue
      if (isStruck(place)) {
        if ('argument' in filler) add(placeBehind(events, filler.argument.phrase))
        continue
      }
      const participant = events.participants.of(filler)
      if (participant !== null || (all && place !== 'genitive' && place !== 'subject') || !('argument' in filler))
        add(participant)
      // «осудил действия соседей», «удар по позициям армии»: through the thing its owner is meant.
      else
        for (const owners of ownersBehind(events.clauses, filler.argument.phrase)) {
          const before = found.length
          for (const owner of owners) {
            const one = events.participants.of(owner)
            if (one !== null && mayOwn(events, one, all)) add(one)
          }
          if (found.length > before) break
        }
    }
    if (isNoun && INNER.has(place) && found.length >= (places[0] === 'между' ? 2 : 1)) skip = OUTER
    if (isNoun && place === 'subject' && places[0] === 'subject' && found.length > 0) skip = INNER
    if (!all && found.length > 0) break
  }
  return found
}

/** Places outside of a noun's own phrase, and inside of it. */
const OUTER: ReadonlySet<Place> = new Set(['subject', 'holder', 'possessive'])

const INNER: ReadonlySet<Place> = new Set(['между', 'genitive'])

const NO_PLACES: ReadonlySet<Place> = new Set()

/**
 * Whether what is done by or to a thing is done by or to its owner. By the order of words whoever is named, and to what belongs to many («the
 * positions of the rebels»): «the minister's soup» has nothing to do with the minister's office.
 */
function mayOwn({ scene, cast }: EventScene, { referent, kind }: Participant, acts: boolean): boolean {
  if (!isOrdered(scene.layers.pack) || kind === 'country') return true
  if (referent >= 0 && cast.referents[referent].name !== null) return true
  return !acts && kind !== 'person'
}

/** The place a phrase names, or one named in it: «targets in the town», «a village of the south». */
function placeBehind({ participants, clauses }: EventScene, phrase: NounPhrase): Participant | null {
  const own = participants.placeOf(phrase)
  if (own !== null) return own
  for (const owners of ownersBehind(clauses, phrase)) {
    for (const owner of owners) {
      const found = 'argument' in owner ? participants.placeOf(owner.argument.phrase) : null
      if (found !== null) return found
    }
  }
  return null
}
