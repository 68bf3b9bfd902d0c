/** What a row needs beside its words: who takes part, what stands behind, how it is said. */
import type { Clauses } from '../clauses/clauses.ts'
import type { Argument, Predicate } from '../clauses/predicate.ts'
import { isOrdered } from '../language.ts'
import { reading } from '../layers.ts'
import { isQuantity } from '../mentions/quantity.ts'
import { INFN, NPRO, PLUR, SING } from '../words/grammar.ts'
import type { EventPattern, Place } from './event-patterns.ts'
import type { EventScene } from './event-scene.ts'
import { fillersOf } from './fill-roles.ts'
import type { Participant } from './participants.ts'
import { isPower, mayMatter } from './politics.ts'

/** An event before it stands: a row, its predicate, who takes part, where and when. */
export interface Candidate {
  readonly events: EventScene
  readonly pattern: EventPattern
  readonly predicate: Predicate
  readonly actors: readonly Participant[]
  readonly recipients: readonly Participant[]
  readonly place: Participant | null
  /** ISO / TIMEX3, or null. */
  readonly time: string | null
}

/** What a row may need, when it is lacking, and the reason told. In the order they are asked. */
const NEEDS: readonly (readonly [need: string, isLacking: (told: Candidate) => boolean, reason: string])[] = [
  ['actor', ({ actors }) => actors.length === 0, 'nobody who does it'],
  ['recipient', ({ recipients }) => recipients.length === 0, 'nobody to whom it is done'],
  ['two', told => countOf(told) < 2 && !isAmong(told), 'fewer than two take part'],
  ['many', told => countOf(told) < 2 && !isMany(told), 'fewer than two take part'],
  // «the senator attacked the governor»: who acts alone, by name or office, does it with words; forces and crowds do it with force.
  ['forces', isAlone, 'a person alone'],
  ['person', told => !isAlone(told), 'no person alone'],
  ['himself', told => told.actors.length > 0 && !isSubject(told), 'only a thing of his'],
  ['deed', told => !hasDeed(told), 'no deed told behind it'],
  ['active', ({ predicate }) => predicate.passive, 'passive'],
  ['verb', ({ predicate }) => predicate.kind === 'noun', 'a noun'],
  ['finite', ({ predicate }) => predicate.kind !== 'finite' && !isWilled(predicate), 'only what something is for'],
  ['noun', ({ predicate }) => predicate.kind !== 'noun', 'no noun'],
  ['object', ({ predicate }) => doneTo(predicate).length === 0, 'nothing it is done to'],
  ['thing', isToPerson, 'done to a person'],
  ['plural', told => (formOf(told) & PLUR) === 0, 'not many'],
  ['place', ({ place }) => place === null, 'no place named'],
  ['carried', ({ predicate }) => !isCarried(predicate), 'no verb that carries it'],
  ['official', ({ events, actors }) => !actors.some(one => isOfPower(events, one)), 'nobody in office'],
  ['anchored', isAdrift, 'neither anybody who takes part nor a place, a time or a verb that carries it'],
  ['people', isDoneByThing, 'a thing stands where those who do it would'],
]

/** The reason why what a row tells is no event, or null. */
export function lackOf(told: Candidate): string | null {
  const { events, pattern, predicate, actors, recipients } = told
  const { needs, type } = pattern
  // «the next order of business»
  if (type === 'REQUEST' && predicate.kind === 'noun' && actors.length === 0 && isOrdered(events.scene.layers.pack))
    return 'nobody whose it is'
  for (const [need, isLacking, reason] of NEEDS) if (needs.has(need) && isLacking(told)) return reason
  if (countOf(told) === 0 && !needs.has('nobody') && !needs.has('anchored')) return 'nobody takes part'
  const all = [...actors, ...recipients]
  const matters = (one: Participant): boolean =>
    needs.has('power') ? isOfPower(events, one) : mayMatter(events.cast, events.participants, one)
  if (all.length > 0 && !needs.has('anybody') && !all.some(matters)) return 'private people'
  if (events.elsewhere.at(events.scene.layers.sentences.of[predicate.head])) return 'sport or stage'
  return null
}

function countOf({ actors, recipients }: Candidate): number {
  return actors.length + recipients.length
}

function isAlone({ actors }: Candidate): boolean {
  return actors.length > 0 && actors.every(({ kind }) => kind === 'person')
}

function isOfPower({ cast, participants }: EventScene, one: Participant): boolean {
  return isPower(cast, participants, one)
}

/** «opened the bridge to allow trade»: what a deed is for is not yet done. «decided to allow»: right behind its verb it is what that verb is about. */
function isWilled({ governor, head }: Predicate): boolean {
  return governor !== null && head - governor.head === 2
}

function doneTo(predicate: Predicate): readonly Argument[] {
  return predicate.passive ? predicate.subjects : predicate.objects
}

function isToPerson({ events, predicate }: Candidate): boolean {
  return doneTo(predicate).some(argument => events.participants.of({ argument })?.kind === 'person')
}

function formOf({ events, predicate }: Candidate): number {
  return events.scene.layers.tokens.form[predicate.head].agr
}

function isCarried({ marks }: Predicate): boolean {
  return marks.some(mark => mark.kind === 'light' || mark.kind === 'phase')
}

function isAdrift(told: Candidate): boolean {
  return countOf(told) === 0 && told.place === null && told.time === null && !isCarried(told.predicate)
}

function isDoneByThing({ events, pattern, predicate, actors, recipients }: Candidate): boolean {
  if (actors.length > 0 || (predicate.kind !== 'noun' && recipients.length > 0)) return false
  return isOfThing(events, pattern, predicate)
}

/** Whether an infinitive or «к» with its noun follows: «готов помочь», «готовность к диалогу». */
function hasDeed({ events, predicate: { head, governed } }: Candidate): boolean {
  const { layers } = events.scene
  if (governed.some(({ preposition, phrase }) => preposition === 'к' && phrase.from > head)) return true
  const limit = Math.min(layers.sentences.to[layers.sentences.of[head]], head + DEED)
  for (let token = head + 1; token < limit; token++) if ((reading(layers, token).pos & INFN) !== 0) return true
  return false
}

/** Tokens within which the deed promised begins. */
const DEED = 6

/** «the sides met»: several under one word, who meet one another, nothing else. */
/** «встреча между представителями двух стран»: several, told by one plural. */
function isAmong({ events: { clauses, participants }, predicate }: Candidate): boolean {
  return fillersOf(clauses, predicate, 'между').some(
    one =>
      'argument' in one &&
      participants.of(one) !== null &&
      (one.argument.phrase.agr & PLUR) !== 0 &&
      (one.argument.phrase.agr & SING) === 0,
  )
}

function isMany({ events: { clauses, participants }, pattern: { frame }, predicate }: Candidate): boolean {
  if (predicate.kind !== 'noun' && predicate.objects.length > 0) return false
  return frame.actor.some(place =>
    fillersOf(clauses, predicate, place).some(one => {
      if (!('argument' in one) || participants.of(one) === null) return false
      const { agr } = reading(clauses.layers, one.argument.phrase.head)
      return (agr & PLUR) !== 0 && (agr & SING) === 0
    }),
  )
}

/** «Norwegian aid arrived» tells of no visit: whether those who act are the subject themselves. */
function isSubject({ events: { clauses, participants }, predicate }: Candidate): boolean {
  return fillersOf(clauses, predicate, 'subject').some(one => participants.of(one) !== null)
}

/** «демонстрация фильма», «перестрелка шутками», «the shares rallied»: where he who does it would stand, right behind a noun or before a verb, there is a thing, not somebody. */
function isOfThing({ clauses, participants }: EventScene, { frame }: EventPattern, predicate: Predicate): boolean {
  return ACTING.some(
    place =>
      (place === 'of' ? predicate.kind === 'noun' : frame.actor.includes(place)) &&
      // A noun's verb has a subject of its own: «протесты охватили столицу».
      (place !== 'subject' || predicate.kind !== 'noun') &&
      fillersOf(clauses, predicate, place).some(
        one =>
          'argument' in one &&
          (predicate.kind !== 'noun' || place === 'of' || one.argument.phrase.from === predicate.head + 1) &&
          !isCountOf(clauses, one.argument) &&
          participants.of(one) === null,
      ),
  )
}

/** «thousands protested», «they protested»: people not told more of. */
function isCountOf({ scene, layers }: Clauses, { phrase }: Argument): boolean {
  const isPronoun = (reading(layers, phrase.head).pos & NPRO) !== 0
  return isPronoun || isQuantity(phrase) || scene.word('measure', phrase.head, phrase.head + 1) >= 0
}

/** Places where a thing may stand for those who do it. */
const ACTING: readonly Place[] = ['genitive', 'instrumental', 'of', 'subject']
