/**
 * Events: what one actor does towards another, in the types of `ontology/event-types.tsv`. A word of the tables `events/*` is a trigger; its
 * predicate (clauses layer) gives the arguments, the row's frame says who of them acts and who is acted upon.
 */
import type { AnalysedTime } from '../analysis.ts'
import type { Clauses } from '../clauses/clauses.ts'
import { standsInPreposition } from '../clauses/collect-arguments.ts'
import type { Predicate } from '../clauses/predicate.ts'
import type { Cast } from '../coreference/cast.ts'
import { isOrdered } from '../language.ts'
import { reading } from '../layers.ts'
import type { Scene } from '../quotations/scene.ts'
import { KIND_WORD } from '../text/tokens.ts'
import type { Trace } from '../trace.ts'
import { companionIn, isBarred } from './companions.ts'
import type { Events, FoundEvent } from './event.ts'
import { compileEventPatterns, compileIdioms, type EventPattern, type Place } from './event-patterns.ts'
import type { EventScene } from './event-scene.ts'
import { statusOf } from './event-status.ts'
import { headOf, isTitleOfSomething, mayStand, triggerOf, withParticle } from './find-triggers.ts'
import { isHeld } from './held-deeds.ts'
import { keyOf, mergeEvents } from './merge-events.ts'
import { lackOf } from './needs.ts'
import { withThreats, withTold } from './order/told-events.ts'
import { type Participant, Participants, quotationAt } from './participants.ts'
import { placeOf, Timeline } from './place-and-time.ts'
import { Elsewhere } from './politics.ts'
import { withColleagues, withoutInner, withUsed } from './settle-events.ts'
import { participantsAt } from './who-takes-part.ts'
import { isTopicOfWork } from './works.ts'

export function findEvents(
  scene: Scene,
  cast: Cast,
  clauses: Clauses,
  times: readonly AnalysedTime[],
  trace: Trace | null = null,
): Events {
  const { layers } = scene
  const { tokens, sentences, pack } = layers
  const patterns = pack.derive(compileEventPatterns)
  const idioms = pack.derive(compileIdioms)
  const participants = new Participants(cast)
  const timeline = new Timeline(layers, times)
  const elsewhere = new Elsewhere(layers)
  const around: EventScene = { scene, cast, clauses, participants, timeline, elsewhere }
  const found: FoundEvent[] = []
  const holding = new Map<number, EventPattern>()
  for (let token = 0; token < tokens.count; token++) {
    if (tokens.kind[token] !== KIND_WORD || tokens.form[token].keys.length === 0 || layers.nameOf[token] >= 0) continue
    if (isTitleOfSomething(scene, token)) continue
    const limit = sentences.to[sentences.of[token]]
    const match = patterns.match(tokens.form, token, limit, reading(layers, token).lemma)
    const idiom = idioms.match(tokens.form, token, limit)
    if (idiom !== null && idiom.to > (match?.to ?? token)) {
      token = idiom.to - 1
      continue
    }
    if (match === null) continue
    // «с помощью союзников» is no help.
    if (standsInPreposition(scene, token)) continue
    const rows = match.rows.filter(row => mayStand(layers, row, token))
    if (rows.length === 0) continue
    const head = headOf(clauses, token, match.to)
    const plain = head < 0 ? null : clauses.at(head)
    if (plain === null) continue
    const predicate = withParticle(plain, token, match.to)
    // A row that asks for a companion says more than one that does not.
    for (const pattern of rows.sort((a, b) => Number(b.with.length > 0) - Number(a.with.length > 0))) {
      const event = eventOf(around, pattern, predicate, token, match.to)
      if (trace !== null) {
        const span = { start: tokens.start[token], end: tokens.end[match.to - 1] }
        trace({
          stage: 'events',
          rule: pattern.rule,
          ...span,
          spoke: typeof event !== 'string',
          because: typeof event === 'string' ? event : `${event.type} ${event.status}`,
        })
      }
      if (typeof event === 'string') continue
      // «прибыл, передаёт агентство»: a verb that passes words on tells of no deed of its own.
      if (!pattern.isSpeechAct && participants.passesOn(token)) continue
      if (pattern.isSpeechAct) holding.set(predicate.head, pattern)
      found.push(event)
      break
    }
    token = match.to - 1
  }
  const own = withoutInner(found)
  const told = isOrdered(pack) ? withTold(around, withThreats(clauses, own)) : own
  const events = mergeEvents(
    withColleagues(around, told).filter(event => !isHeld(clauses, event, holding, told)),
    token => sentences.zone[sentences.paragraph[sentences.of[token]]] === 'headline',
  )
  return withUsed(events, participants.described)
}

/** The event, or the reason why there is none. */
function eventOf(
  events: EventScene,
  pattern: EventPattern,
  predicate: Predicate,
  from: number,
  to: number,
): FoundEvent | string {
  const { clauses, timeline, participants } = events
  if (isTopicOfWork(clauses.scene, from)) return 'what a work or a lesson is about'
  // «похищенный журналист» tells of the journalist; «похищенный боевиками журналист» of the deed.
  if (predicate.kind === 'participle' && predicate.opener < 0 && predicate.objects.length === 0)
    return 'a participle that only describes'
  const companion = companionIn(events, pattern.with, predicate, pattern.frame)
  if (pattern.with.length > 0 && companion === null) return 'none of its companions stands beside it'
  if (isBarred(events, pattern.without, predicate, companion, from)) return 'one of the words it does not go with'
  const trigger = triggerOf(companion, from, to)
  const { frame } = pattern
  const actors = participantsAt(events, frame.actor, predicate, companion, true)
  const others = (from: readonly Place[]): Participant[] =>
    participantsAt(events, from, predicate, companion, false).filter(one =>
      actors.every(actor => keyOf(actor) !== keyOf(one)),
    )
  const recipients = others(frame.recipient)
  const place = placeOf(participants, clauses, frame, predicate, [...actors, ...recipients])
  const when = timeline.of(predicate, trigger)
  const told = { events, pattern, predicate, actors, recipients, place, time: when.value }
  const lacking = lackOf(told)
  if (lacking !== null) return lacking
  return {
    type: pattern.type,
    mode: pattern.mode,
    trigger,
    actors,
    // A town that is shelled is where it happens, too; alone it makes no event.
    recipients: recipients.length > 0 ? recipients : others(frame.struck),
    place,
    time: when.value,
    status: statusOf(predicate, pattern.type),
    background: when.background,
    quotation: quotationAt(events.cast.quotations, clauses.layers.tokens.start[trigger.from]),
    rule: pattern.rule,
  }
}
