/** Who met whom, persons to meetings, so that a meeting of three is one thing; and whose statements name whom. */
import type { Dossier, DossierName } from '@parley/core'
import { type Cursor, eventKey, type FoundEvent, groupHappenings, type Happening } from '@parley/record'
import { decisionsAbout, listReviewedEvents, othersFirst, toFilter, whileUnchanged } from '@parley/service'
import type { Actor, Meeting, Naming, Network } from '../api/network-schemas.ts'
import { actorsOf } from './actors.ts'
import { speakersOf } from './counted.ts'
import { nameFacts, placeNames } from './names.ts'
import { type Days, refTo, withoutUndefined } from './places.ts'
import type { Shelf } from './shelf.ts'

export interface NetworkQuestion extends Days {
  readonly kind: 'meetings' | 'namings'
  /** Only what has a hand of this party in it; absent: all. */
  readonly side?: string | undefined
}

/** Rows of events looked through. */
const ROWS = 1_000
const PAGE = 200
const MOST_MEETINGS = 120
const MOST_NAMINGS = 300
/** Reports told of one meeting; all are counted. */
const REPORTS = 6
/** Speakers beside those of the dossier, most quoted first, who may be named. */
const MOST_OTHERS = 40
/** Statements counted that name one actor. */
const MOST_STATEMENTS = 2_000

export async function networkOf(shelf: Shelf, dossier: Dossier, question: NetworkQuestion): Promise<Network> {
  const { kind, from, until, side } = question
  const key = `network ${JSON.stringify([dossier.id, kind, from, until, side])}`
  return whileUnchanged(shelf.record, key, () =>
    kind === 'meetings' ? meetingsOf(shelf, dossier, question) : namingsOf(shelf, dossier, question),
  )
}

async function meetingsOf(shelf: Shelf, dossier: Dossier, question: NetworkQuestion): Promise<Network> {
  const { actorFor, known } = actorsOf(dossier)
  const { events, isCut } = await consultations(shelf, question)
  // Rejected ones are gone; merged and split ones are what reviewers made of them.
  const decisions = await decisionsAbout(shelf.record, events.map(eventKey))
  const namesOf = placeNames([dossier])
  const all = groupHappenings(events, [...decisions.values()].flat())
    .map(happening => describe(happening, actorFor, namesOf))
    .filter(({ present }) => present.length > 1)
    .filter(({ present }) => question.side === undefined || present.some(key => known.get(key)?.side === question.side))
  const meetings = all.slice(0, MOST_MEETINGS)
  const shown = new Set(meetings.flatMap(({ present }) => present))
  return {
    actors: [...known.values()].filter(({ key }) => shown.has(key)),
    meetings,
    namings: [],
    isCut: isCut || all.length > meetings.length,
  }
}

/** Meetings and talks, latest first, in pages by the index of type and day. */
async function consultations({ record }: Shelf, days: Days): Promise<{ events: FoundEvent[]; isCut: boolean }> {
  const events: FoundEvent[] = []
  let after: Cursor | null = null
  while (events.length < ROWS) {
    const page = await listReviewedEvents(record, { type: 'CONSULT', ...withoutUndefined(days) }, PAGE, after)
    events.push(...page.rows)
    after = page.next
    if (after === null) return { events, isCut: false }
    await othersFirst()
  }
  return { events, isCut: true }
}

function describe(
  { id, events, sources }: Happening,
  actorFor: (named: { name: string; ref: string | null }) => Actor,
  namesOf: (place: string | null) => readonly DossierName[],
): Meeting {
  const [first] = events
  const { place, place_ref } = events.find(event => event.place !== null) ?? first
  const taking = events.flatMap(({ actors, recipients }) => [...JSON.parse(actors), ...JSON.parse(recipients)])
  return {
    key: id,
    time: first.time,
    status: first.status as Meeting['status'],
    background: events.every(({ background }) => background === 1),
    place,
    placeNames: namesOf(place_ref).map(nameFacts),
    present: [...new Set(taking.map(named => actorFor(named).key))],
    sources,
    evidence: events.slice(0, REPORTS).map(event => ({
      document: event.document,
      index: event.position,
      title: event.title ?? event.name,
      publisher: event.publisher,
      language: event.language,
      words: event.words,
      reported: event.published,
    })),
  }
}

async function namingsOf(shelf: Shelf, dossier: Dossier, question: NetworkQuestion): Promise<Network> {
  const { record, kit } = shelf
  const { actorFor, known } = actorsOf(dossier)
  const period = withoutUndefined(question)
  const named = [
    ...[...dossier.parties, ...dossier.bodies, ...dossier.persons].map(({ id, names }) => ({
      name: names[0]?.text ?? id,
      ref: refTo(id, dossier, kit.dossiers.length) as string | null,
    })),
    ...(await otherSpeakers(shelf)).map(name => ({ name, ref: null })),
  ]
  const found: Naming[] = []
  let isCut = false
  for (const one of named) {
    const filter = toFilter({ about: one.ref ?? one.name, ...period }, kit)
    const speakers = await speakersOf(record, filter, MOST_STATEMENTS)
    isCut ||= speakers.reduce((sum, { count }) => sum + count, 0) >= MOST_STATEMENTS
    for (const { speaker, ref, count, last } of speakers) {
      const by = actorFor({ name: speaker, ref }).key
      const of = actorFor(one).key
      if (by !== of) found.push({ by, of, count, last })
    }
    await othersFirst()
  }
  const { side } = question
  const all = found
    .filter(({ by, of }) => side === undefined || [by, of].some(key => known.get(key)?.side === side))
    .sort((a, b) => b.count - a.count || (`${a.by} ${a.of}` < `${b.by} ${b.of}` ? -1 : 1))
  const namings = all.slice(0, MOST_NAMINGS)
  const shown = new Set(namings.flatMap(({ by, of }) => [by, of]))
  return {
    actors: [...known.values()].filter(({ key }) => shown.has(key)),
    meetings: [],
    namings,
    isCut: isCut || all.length > namings.length,
  }
}

/** Names of speakers no dossier knows, most quoted first. Counted by the index of names alone; whom a dossier knows is told apart after. */
async function otherSpeakers({ record: { db } }: Shelf): Promise<string[]> {
  const rows = await db
    .selectFrom('quotations')
    .select('speaker')
    .select(eb => eb.fn.countAll<number>().as('count'))
    .where('speaker', 'is not', null)
    .groupBy('speaker')
    .orderBy('count', 'desc')
    .orderBy('speaker')
    .limit(2 * MOST_OTHERS)
    .execute()
  const others: string[] = []
  for (const { speaker } of rows) {
    if (others.length === MOST_OTHERS) break
    const unknown = await db
      .selectFrom('quotations')
      .select('n')
      .where('speaker', '=', speaker)
      .where('speaker_ref', 'is', null)
      .limit(1)
      .executeTakeFirst()
    if (unknown !== undefined) others.push(speaker as string)
  }
  return others
}
