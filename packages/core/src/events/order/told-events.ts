/** By the order of words: promises, threats and demands in what somebody is reported to say. */
import { type Clauses, tokenAt } from '../../clauses/clauses.ts'
import type { FoundEvent } from '../event.ts'
import type { EventScene } from '../event-scene.ts'
import type { Participant } from '../participants.ts'
import { isPower } from '../politics.ts'
import { asAnnounced, demandAt, isHarsh, isModal } from './told-deeds.ts'

/** «plans to impose sanctions», «vowed to attack»: who promises a harsh deed threatens with it. */
export function withThreats(clauses: Clauses, found: readonly FoundEvent[]): FoundEvent[] {
  return found.map(event => {
    const { type, mode, trigger } = event
    if (type !== 'AGREE' || mode !== 'promise') return event
    const deed = found.find(other => {
      const above = isHarsh(other.type) ? clauses.at(other.trigger.from)?.governor : null
      return above?.head === trigger.from
    })
    if (deed === undefined) return event
    const recipients = event.recipients.length > 0 ? event.recipients : deed.recipients
    return { ...event, type: 'THREATEN', mode: null, recipients, rule: `${event.rule} with harm` }
  })
}

/** By the order of words: promises, threats and demands in what somebody is reported to say. */
export function withTold(
  { scene, cast, clauses, participants, timeline }: EventScene,
  found: readonly FoundEvent[],
): FoundEvent[] {
  const { of, from: starts, to: ends } = scene.layers.sentences
  const events = found.map(event => asAnnounced(clauses, participants, event))
  const isOfPower = (one: Participant): boolean => isPower(cast, participants, one)
  for (const { parts } of cast.quotations) {
    const first = tokenAt(scene.layers, parts[0].start)
    if (first >= of.length) continue
    const sentence = of[first]
    for (let token = Math.max(first, starts[sentence]); token < ends[sentence]; token++) {
      if (!isModal(clauses, token)) continue
      const demand = demandAt(clauses, participants, token, isOfPower)
      const predicate = demand === null ? null : clauses.at(demand.head)
      if (demand === null || predicate === null) continue
      // The deed asked for is told by the demand.
      const isOther = ({ trigger }: FoundEvent): boolean => demand.head < trigger.from || demand.head >= trigger.to
      if (events.some(({ type, trigger }) => type === 'REQUEST' && of[trigger.from] === sentence)) break
      const trigger = { from: demand.from, to: demand.from + 1 }
      const rest = events.filter(isOther)
      events.length = 0
      events.push(...rest, {
        type: 'REQUEST',
        mode: null,
        trigger,
        actors: [demand.actor],
        recipients: demand.recipients,
        place: null,
        time: null,
        status: 'occurred',
        background: timeline.of(predicate, trigger).background,
        quotation: null,
        rule: 'events/request/said to be due',
      })
      break
    }
  }
  return events.sort((a, b) => a.trigger.from - b.trigger.from)
}
