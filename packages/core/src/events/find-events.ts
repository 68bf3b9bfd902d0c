/**
 * Events: what one actor does towards another, in the types of `ontology/event-types.tsv`. A word of the tables `events/*` is a trigger; its
 * predicate (clauses layer) gives the arguments, the row's frame says who of them acts and who is acted upon.
 */
import type { AnalysedTime } from '../analysis.ts'
import { type Clauses, tokenAt } from '../clauses/clauses.ts'
import { standsInPreposition } from '../clauses/collect-arguments.ts'
import type { Argument, Predicate } from '../clauses/predicate.ts'
import type { Cast } from '../coreference/cast.ts'
import { isOrdered } from '../language.ts'
import { type Layers, reading } from '../layers.ts'
import type { NounPhrase } from '../mentions/noun-phrase.ts'
import type { Scene } from '../quotations/scene.ts'
import type { TokenRange } from '../span.ts'
import { EITHER_QUOTE, OPEN_QUOTE } from '../text/marks.ts'
import { KIND_WORD } from '../text/tokens.ts'
import type { Trace } from '../trace.ts'
import { SHAPE_CAPITAL } from '../words/form.ts'
import { INFN, NOUN, PER1 } from '../words/grammar.ts'
import type { FoundEvent } from './event.ts'
import { type Companion, compileEventPatterns, type EventPattern, type Place } from './event-patterns.ts'
import { statusOf } from './event-status.ts'
import { fillersOf, ownersOf } from './fill-roles.ts'
import { keyOf, mergeEvents } from './merge-events.ts'
import { subjectOfThat } from './order/fill-by-order.ts'
import { asAnnounced, demandAt, isModal } from './order/told-deeds.ts'
import { type Described, type Participant, Participants, quotationAt } from './participants.ts'
import { placeOf, Timeline } from './place-and-time.ts'
import { Elsewhere, isPower, mayMatter } from './politics.ts'

export interface Events {
  /** In the order of their triggers. */
  readonly events: readonly FoundEvent[]
  /** Participants whom no mention names. */
  readonly described: readonly Described[]
}

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
      if (pattern.isSpeechAct) holding.set(predicate.head, pattern)
      found.push(event)
      break
    }
    token = match.to - 1
  }
  const told = isOrdered(pack) ? withTold(around, found) : found
  const events = mergeEvents(
    withColleagues(around, told).filter(event => !isHeld(clauses, event, holding, told)),
    token => sentences.zone[sentences.paragraph[sentences.of[token]]] === 'headline',
  )
  return withUsed(events, participants.described)
}

/** By the order of words: promises, threats and demands in what somebody is reported to say. */
function withTold(
  { scene, cast, clauses, participants, timeline }: EventScene,
  found: readonly FoundEvent[],
): FoundEvent[] {
  const { of, from: starts, to: ends } = scene.layers.sentences
  const events = found.map(event => asAnnounced(participants, event))
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

/** «на встрече с министрами А и Б поблагодарил коллег»: those whom he meets in the same sentence. */
function withColleagues({ cast, scene }: EventScene, found: readonly FoundEvent[]): FoundEvent[] {
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
function withUsed(events: readonly FoundEvent[], described: readonly Described[]): Events {
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

/** «ракеты „Штурм“», «операция Штурм»: a word in marks of its own, or with a capital inside a sentence, is a name. */
function isTitleOfSomething({ layers, mark }: Scene, token: number): boolean {
  const { tokens, sentences } = layers
  if (tokens.form[token].shape === SHAPE_CAPITAL && token > sentences.from[sentences.of[token]]) {
    const before = mark[token - 1]
    return before === 0 || before === OPEN_QUOTE || before === EITHER_QUOTE
  }
  return false
}

/** Whether some companion of a row stands in the sentence at all: asked before the sentence is read closely. */
function mayStand(layers: Layers, row: EventPattern, token: number): boolean {
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

/** What the rules of events ask. */
export interface EventScene {
  readonly scene: Scene
  readonly cast: Cast
  readonly clauses: Clauses
  readonly participants: Participants
  readonly timeline: Timeline
  readonly elsewhere: Elsewhere
}

/** «called off talks», «carried out an attack»: what stands behind a particle of the trigger itself is no prepositional phrase. */
function withParticle(predicate: Predicate, from: number, to: number): Predicate {
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
function headOf(clauses: Clauses, from: number, to: number): number {
  let noun = -1
  for (let token = from; token < to; token++) {
    const predicate = clauses.at(token)
    if (predicate === null) continue
    if (predicate.kind !== 'noun') return token
    if (noun < 0 && (reading(clauses.layers, token).pos & NOUN) !== 0) noun = token
  }
  return noun
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
  // «похищенный журналист» tells of the journalist; «похищенный боевиками журналист» of the deed.
  if (predicate.kind === 'participle' && predicate.opener < 0 && predicate.objects.length === 0)
    return 'a participle that only describes'
  const companion = companionIn(events, pattern.with, predicate)
  if (pattern.with.length > 0 && companion === null) return 'none of its companions stands beside it'
  if (companionIn(events, pattern.without, predicate) !== null) return 'one of the words it does not go with'
  const trigger = triggerOf(companion, from, to)
  const { frame } = pattern
  const actors = participantsAt(events, frame.actor, predicate, companion, true)
  const recipients = participantsAt(events, frame.recipient, predicate, companion, false).filter(one =>
    actors.every(actor => keyOf(actor) !== keyOf(one)),
  )
  const place = placeOf(participants, clauses, frame, predicate, [...actors, ...recipients])
  const when = timeline.of(predicate, trigger)
  const lacking = lackOf(events, pattern, predicate, actors, recipients, place, when.value)
  if (lacking !== null) return lacking
  return {
    type: pattern.type,
    mode: pattern.mode,
    trigger,
    actors,
    recipients,
    place,
    time: when.value,
    status: statusOf(predicate, pattern.type),
    background: when.background,
    quotation: quotationAt(events.cast.quotations, clauses.layers.tokens.start[trigger.from]),
    rule: pattern.rule,
  }
}

/** The phrase of the first companion that stands among the arguments, or null. */
function companionIn(events: EventScene, companions: readonly Companion[], predicate: Predicate): NounPhrase | null {
  const { layers } = events.scene
  for (const { preposition, lemma } of companions) {
    for (const argument of [...predicate.objects, ...predicate.governed, ...predicate.subjects]) {
      const { phrase } = argument
      if (preposition === '' ? argument.preposition !== '' : argument.preposition !== preposition) continue
      if (lemma === '*') return phrase
      if (lemma === '@place') {
        if (events.participants.placeOf(phrase) !== null) return phrase
        continue
      }
      const end = layers.nameOf[phrase.head] >= 0 ? phrase.to : phrase.head + 1
      for (let token = phrase.head; token < end; token++)
        if (reading(layers, token).lemma.replaceAll('ё', 'е') === lemma) return phrase
    }
  }
  return null
}

/** Trigger words; where the companion stands near, it too: «открыли огонь». */
function triggerOf(companion: NounPhrase | null, from: number, to: number): TokenRange {
  if (companion === null) return { from, to }
  const { head } = companion
  if (head >= to && head < to + 3) return { from, to: head + 1 }
  return head < from && head >= from - 3 ? { from: head, to } : { from, to }
}

/** Places outside of a noun's own phrase, and inside of it. */
const OUTER: ReadonlySet<Place> = new Set(['subject', 'holder', 'possessive'])
const INNER: ReadonlySet<Place> = new Set(['между', 'genitive'])
const NO_PLACES: ReadonlySet<Place> = new Set()

/** All who fill the places (`all`), or those of the first place that is filled. */
function participantsAt(
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
      const participant = events.participants.of(filler)
      if (participant !== null || (all && place !== 'genitive' && place !== 'subject') || !('argument' in filler))
        add(participant)
      // «осудил действия соседей», «удар по позициям армии»: through the thing its owner is meant.
      else
        for (const owner of ownersOf(events.clauses.layers, filler.argument.phrase)) add(events.participants.of(owner))
    }
    if (isNoun && INNER.has(place) && found.length >= (places[0] === 'между' ? 2 : 1)) skip = OUTER
    if (isNoun && place === 'subject' && places[0] === 'subject' && found.length > 0) skip = INNER
    if (!all && found.length > 0) break
  }
  return found
}

/** Whether an infinitive or «к» with its noun follows: «готов помочь», «готовность к диалогу». */
function hasDeed({ layers }: Scene, { head, governed }: Predicate): boolean {
  if (governed.some(({ preposition, phrase }) => preposition === 'к' && phrase.from > head)) return true
  const limit = Math.min(layers.sentences.to[layers.sentences.of[head]], head + DEED)
  for (let token = head + 1; token < limit; token++) if ((reading(layers, token).pos & INFN) !== 0) return true
  return false
}

/** Tokens within which the deed promised begins. */
const DEED = 6

function lackOf(
  events: EventScene,
  { needs }: EventPattern,
  predicate: Predicate,
  actors: readonly Participant[],
  recipients: readonly Participant[],
  place: Participant | null,
  time: string | null,
): string | null {
  if (needs.has('actor') && actors.length === 0) return 'nobody who does it'
  if (needs.has('recipient') && recipients.length === 0) return 'nobody to whom it is done'
  if (needs.has('two') && actors.length + recipients.length < 2) return 'fewer than two take part'
  if (needs.has('deed') && !hasDeed(events.scene, predicate)) return 'no deed told behind it'
  if (needs.has('active') && predicate.passive) return 'passive'
  if (needs.has('place') && place === null) return 'no place named'
  const isCarried = predicate.marks.some(mark => mark.kind === 'light' || mark.kind === 'phase')
  if (needs.has('carried') && !isCarried) return 'no verb that carries it'
  const isOfPower = (one: Participant): boolean => isPower(events.cast, events.participants, one)
  if (needs.has('official') && !actors.some(isOfPower)) return 'nobody in office'
  if (needs.has('anchored') && actors.length + recipients.length === 0 && place === null && time === null && !isCarried)
    return 'neither anybody who takes part nor a place, a time or a verb that carries it'
  if (actors.length + recipients.length === 0 && !needs.has('nobody') && !needs.has('anchored'))
    return 'nobody takes part'
  const all = [...actors, ...recipients]
  const matters = (one: Participant): boolean =>
    needs.has('power') ? isOfPower(one) : mayMatter(events.cast, events.participants, one)
  if (all.length > 0 && !needs.has('anybody') && !all.some(matters)) return 'private people'
  if (events.elsewhere.at(events.scene.layers.sentences.of[predicate.head])) return 'sport or stage'
  return null
}

/** What is asked for, promised, threatened or refused is told by the speech act that holds it: «потребовал вывести войска». */
function isHeld(
  clauses: Clauses,
  event: FoundEvent,
  holding: ReadonlyMap<number, EventPattern>,
  found: readonly FoundEvent[],
): boolean {
  const { of } = clauses.layers.sentences
  const isBeside = (other: FoundEvent, [type, mode]: readonly [string, string | null]): boolean =>
    other !== event &&
    other.type === type &&
    (mode === null || other.mode === mode) &&
    of[other.trigger.from] === of[event.trigger.from]
  const ordered = isOrdered(clauses.layers.pack)
  // «demanded that the army withdraw»: the deed of who is asked.
  if (ordered && event.type !== 'REQUEST' && found.some(other => asksFor(clauses, other, event))) return true
  for (let token = event.trigger.from; token < event.trigger.to; token++) {
    if (holding.has(token)) continue
    let predicate = clauses.at(token)
    for (let steps = 0; steps < 4 && predicate !== null; steps++) {
      predicate = predicate.kind === 'infinitive' || predicate.kind === 'noun' ? predicate.governor : null
      const above = predicate?.head ?? -1
      // The verb of the event's own trigger holds nothing else: «launched an investigation».
      if (ordered && above >= event.trigger.from && above < event.trigger.to) continue
      if (holding.has(above) && found.some(({ trigger }) => trigger.from <= above && trigger.to > above)) return true
    }
    const { modalities = [] } = clauses.at(token) ?? {}
    for (const modality of modalities) {
      const holder = HOLDERS[modality]
      if (holder !== undefined && found.some(other => isBeside(other, holder))) return true
    }
  }
  return false
}

/** Whether an event asks, in a clause behind its trigger, for what another tells. */
function asksFor(clauses: Clauses, request: FoundEvent, event: FoundEvent): boolean {
  if (request.type !== 'REQUEST' || request.trigger.from > event.trigger.from) return false
  const verb = clauses.at(request.trigger.from)
  const deed = clauses.at(event.trigger.from)
  const asked = verb === null || deed === null ? [] : subjectOfThat(clauses, verb)
  return asked.some(({ phrase }) => deed?.subjects.some(one => one.phrase.from === phrase.from))
}

/** The speech act that holds a deed told under a modality, when it stands in the same sentence: type and mode. */
const HOLDERS: Readonly<Record<string, readonly [type: string, mode: string | null]>> = {
  calls: ['REQUEST', null],
  ready: ['AGREE', 'promise'],
  threatens: ['THREATEN', null],
}
