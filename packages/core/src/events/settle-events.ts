/** Events beside one another: those inside the words of another, colleagues who are met, participants that are used. */

import type { Events, FoundEvent } from './event.ts'
import type { EventScene } from './event-scene.ts'
import { keyOf } from './merge-events.ts'
import type { Described, Participant } from './participants.ts'

/** «held talks»: the noun in the words of another event tells no second one. */
export function withoutInner(found: readonly FoundEvent[]): FoundEvent[] {
  const isInside = ({ trigger: inner }: FoundEvent, { trigger: outer }: FoundEvent): boolean =>
    outer.from <= inner.from && inner.to <= outer.to && inner.to - inner.from < outer.to - outer.from
  return found.filter((event, i) => {
    for (let other = Math.max(0, i - BESIDE); other <= i + BESIDE && other < found.length; other++)
      if (isInside(event, found[other])) return false
    return true
  })
}

/** Events before and after one among which those stand that share its words. */
const BESIDE = 3

/** «на встрече с министрами А и Б поблагодарил коллег»: those whom he meets in the same sentence. */
export function withColleagues({ cast, scene }: EventScene, found: readonly FoundEvent[]): FoundEvent[] {
  const { of } = scene.layers.sentences
  const areColleagues = ({ referent, kind }: Participant): boolean =>
    referent >= 0 &&
    kind === 'group' &&
    cast.referents[referent].mentions.some(m => cast.mentions[m].title?.office === 'colleague')
  return found.map(event => {
    if (!event.recipients.some(areColleagues)) return event
    const meeting = found.find(
      other => other.type === 'CONSULT' && of[other.trigger.from] === of[event.trigger.from] && other !== event,
    )
    const others = meeting?.actors.filter(one => event.actors.every(actor => keyOf(actor) !== keyOf(one))) ?? []
    return others.length < 2
      ? event
      : { ...event, recipients: event.recipients.flatMap(one => (areColleagues(one) ? others : [one])) }
  })
}

/** Only those described who take part in an event that stands. */
export function withUsed(events: readonly FoundEvent[], described: readonly Described[]): Events {
  const used: Described[] = []
  const moved = new Map<number, number>()
  const move = (one: Participant): Participant => {
    if (one.described < 0) return one
    let index = moved.get(one.described)
    if (index === undefined) {
      index = used.push(described[one.described]) - 1
      moved.set(one.described, index)
    }
    return { ...one, described: index }
  }
  return {
    events: events.map(event => ({ ...event, actors: event.actors.map(move), recipients: event.recipients.map(move) })),
    described: used,
  }
}
