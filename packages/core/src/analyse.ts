/** From layers to the exchange format: spans for tokens, ids for referents, sorted arrays. */
import type { AnalysedQuotation, AnalysedTime, Entity, EntityMention } from './analysis.ts'
import { affiliationOf } from './coreference/affiliation.ts'
import type { Cast } from './coreference/cast.ts'
import type { Referent } from './coreference/referent.ts'
import { refOf } from './dossier-names/refs.ts'
import type { Described } from './events/participants.ts'
import { type Layers, reading } from './layers.ts'
import type { Mention } from './mentions/mention.ts'
import type { Quotation } from './quotations/quotation.ts'
import type { Span, TokenRange } from './span.ts'
import type { TimeExpression } from './times/time-expression.ts'
import { CONJ } from './words/grammar.ts'

export interface Entities {
  readonly entities: readonly Entity[]
  /** Id of each referent, or null for one that is not reported. */
  readonly idOf: readonly (string | null)[]
  /** Id of each of those whom only an event describes. */
  readonly describedIds: readonly string[]
}

/**
 * Entities in the order of their first mention: all that have a name or stand in a dossier, and the unnamed that speak, hold an office of some country or take part
 * in an event (`taking`, indexes of referents); beside the cast those whom only an event describes.
 */
export function describeEntities(
  cast: Cast,
  described: readonly Described[] = [],
  taking: ReadonlySet<number> = new Set(),
): Entities {
  const { layers, mentions } = cast
  const { start, end } = layers.tokens
  const idOf: (string | null)[] = cast.referents.map(() => null)
  const drafts: { readonly entity: Omit<Entity, 'id'>; readonly keep: (id: string) => void }[] = []
  const names = new Map<number, string>()
  const speaking = new Set<number>()
  for (const mention of cast.speakerOf) if (mention >= 0 && cast.of[mention] >= 0) speaking.add(cast.of[mention])
  for (const referent of inTextOrder(cast)) {
    const held = referent.mentions.map(m => mentions[m])
    if (!taking.has(referent.index) && !isReported(held, referent, speaking)) continue
    const bases = jointNames(cast, referent, names) ?? baseNames(layers, held, referent)
    if (bases.length === 0) continue
    names.set(referent.index, bases[0])
    const seen = new Set<number>()
    const list: EntityMention[] = []
    for (const m of referent.mentions) {
      const mention = mentions[m]
      const span = { start: start[mention.from], end: end[mention.to - 1] }
      const key = span.start * (layers.document.text.length + 1) + span.end
      if (seen.has(key)) continue
      seen.add(key)
      list.push({ ...span, form: cast.rule[m] === 'metonym/seat' ? 'metonym' : mention.form, rule: cast.rule[m] })
    }
    list.sort((a, b) => a.start - b.start || b.end - a.end)
    const speaksFor = refOf(affiliationOf(cast, referent), layers.dossiers)
    drafts.push({
      entity: {
        kind: referent.kind,
        name: bases[0],
        aliases: bases.slice(1),
        ref: refOf(referent.things, layers.dossiers),
        ...(speaksFor === null ? {} : { speaksFor }),
        mentions: list,
      },
      keep: id => {
        idOf[referent.index] = id
      },
    })
  }
  const describedIds: string[] = described.map(() => '')
  described.forEach(({ kind, name, mentions: ranges }, d) => {
    const list = ranges.map(range => ({ ...spanOf(layers, range), form: 'title' as const, rule: 'events/described' }))
    drafts.push({
      entity: { kind, name, aliases: [], ref: null, mentions: list },
      keep: id => {
        describedIds[d] = id
      },
    })
  })
  if (described.length > 0)
    drafts.sort(
      ({ entity: { mentions: a } }, { entity: { mentions: b } }) => a[0].start - b[0].start || b[0].end - a[0].end,
    )
  const entities = drafts.map(({ entity, keep }, i) => {
    const id = `e${i + 1}`
    keep(id)
    return { id, ...entity }
  })
  return { entities, idOf, describedIds }
}

/** «Иванов и Петров» who speak as one: the fullest names of both, when both are known by now; null for every other referent. */
function jointNames(cast: Cast, referent: Referent, names: ReadonlyMap<number, string>): string[] | null {
  const { layers, mentions } = cast
  const whole = mentions[referent.mentions[0]]
  if (referent.kind !== 'group' || (reading(layers, whole.head).pos & CONJ) === 0) return null
  const members: string[] = []
  for (let m = referent.mentions[0] + 1; m < mentions.length && mentions[m].from < whole.to; m++) {
    const name = mentions[m].form === 'name' && mentions[m].kind === 'person' ? names.get(cast.of[m]) : undefined
    if (name !== undefined && !members.includes(name)) members.push(name)
  }
  return members.length === 2 ? [`${members[0]} ${layers.tokens.form[whole.head].text} ${members[1]}`] : null
}

function inTextOrder(cast: Cast): Referent[] {
  const first = cast.referents.map(({ mentions }) =>
    mentions.reduce((least, m) => Math.min(least, m), Number.POSITIVE_INFINITY),
  )
  const begins = (referent: Referent) => cast.mentions[first[referent.index]]
  return cast.referents
    .filter(({ mentions }) => mentions.length > 0)
    .sort((a, b) => {
      // One stretch may name a person and an organisation: then the kind decides.
      const order = begins(a).from - begins(b).from || begins(b).to - begins(a).to
      return order || (a.kind < b.kind ? -1 : a.kind > b.kind ? 1 : first[a.index] - first[b.index])
    })
}

function isReported(held: readonly Mention[], referent: Referent, speaking: ReadonlySet<number>): boolean {
  if (referent.country !== null || referent.things.length > 0 || speaking.has(referent.index)) return true
  return held.some(({ form, scope }) => form === 'name' || (form === 'title' && scope?.country != null))
}

/** The fullest name first, then the other base forms. */
function baseNames(layers: Layers, held: readonly Mention[], referent: Pick<Referent, 'country' | 'things'>): string[] {
  const names = held
    .filter(m => m.form === 'name' && (referent.country === null || layers.names[m.name]?.country === referent.country))
    .map(m => m.base)
  const counted = [...new Set(names)]
  if (counted.length === 0 && referent.country !== null) return [countryName(layers, referent.country)]
  if (counted.length > 0) {
    const fullest = counted.reduce((a, b) =>
      words(b) > words(a) || (words(b) === words(a) && b.length > a.length && words(b) > 1) ? b : a,
    )
    return [...new Set([fullest, ...counted, ...dossierNames(layers, referent, 'body')])]
  }
  const titles = held.filter(m => m.form === 'title').map(m => m.base)
  return [...new Set([...dossierNames(layers, referent, 'person'), ...titles])].slice(0, 4)
}

/** Full names that the dossier gives: to the holder of whom the text describes by an office alone; to a party or body that it may only abbreviate. */
function dossierNames(
  { pack }: Layers,
  { things }: Pick<Referent, 'things'>,
  wanted: 'person' | 'body',
): readonly string[] {
  return things.slice(0, 1).flatMap(({ dossier, id }) => {
    const lists = wanted === 'person' ? [dossier.persons] : [dossier.parties, dossier.bodies]
    const names = lists.flatMap(list => list.find(item => item.id === id)?.names ?? [])
    const name = names.find(({ lang, kind }) => lang === pack.code && kind === 'full')
    return name === undefined ? [] : [name.text]
  })
}

function words(name: string): number {
  return name.split(' ').length
}

function countryName(layers: Layers, code: string): string {
  const row = layers.pack.table('region-names').find(candidate => candidate.code === code)
  return (
    row?.name ??
    layers.pack
      .table('countries')
      .find(candidate => candidate.code === code)
      ?.names.split(',')[0] ??
    code
  )
}

/** Quotations with speakers resolved and nesting told, in the order they came. `idOf`: entity of each referent. */
export function describeQuotations(
  cast: Cast,
  idOf: readonly (string | null)[],
  times: readonly AnalysedTime[],
): AnalysedQuotation[] {
  const { layers, quotations } = cast
  const { published } = layers.document
  const reported = published === null ? null : published.slice(0, 10)
  return quotations.map((quotation, q) => ({
    kind: quotation.kind,
    parts: quotation.parts,
    cue: quotation.cue === null ? null : spanOf(layers, quotation.cue),
    act: quotation.act,
    speaker: quotation.speaker === null ? null : spanOf(layers, quotation.speaker),
    speakerId: cast.speakerOf[q] < 0 ? null : (idOf[cast.of[cast.speakerOf[q]]] ?? null),
    inside: enclosing(quotations, q),
    said: saidOn(layers, quotations, q, times) ?? reported,
    reported,
    rule: quotation.rule,
  }))
}

export function spanOf(layers: Layers, range: TokenRange): Span {
  return { start: layers.tokens.start[range.from], end: layers.tokens.end[range.to - 1] }
}

/** The smallest quotation around this one. */
function enclosing(quotations: readonly Quotation[], index: number): number | null {
  const { parts } = quotations[index]
  const { start } = parts[0]
  const { end } = parts[parts.length - 1]
  let best: number | null = null
  let size = Number.POSITIVE_INFINITY
  // Sorted by start: what holds this one stands before it, or begins with it and is longer.
  for (let i = index - 1; i >= 0 && i >= index - 50; i--) {
    for (const part of quotations[i].parts) {
      const length = part.end - part.start
      if (part.start <= start && part.end >= end && length > end - start && length < size) {
        best = i
        size = length
      }
    }
  }
  return best
}

/**
 * A day in the attributing sentence dates the saying, unless it stands in words that are reported there: in the quotation's own, or in another's
 * that does not report this one.
 */
function saidOn(
  layers: Layers,
  quotations: readonly Quotation[],
  index: number,
  times: readonly AnalysedTime[],
): string | null {
  const { cue } = quotations[index]
  if (cue === null) return null
  const { tokens, sentences } = layers
  const sentence = sentences.of[cue.from]
  const from = tokens.start[sentences.from[sentence]]
  const to = tokens.end[sentences.to[sentence] - 1]
  const at = tokens.start[cue.from]
  // Sorted by start: what reports in the same sentence stands beside.
  const beside = quotations.slice(Math.max(0, index - BESIDE), index + BESIDE)
  const isReported = (time: Span): boolean =>
    beside.some(({ parts }) => parts.some(part => holds(part, time.start) && !holds(part, at)))
  for (let i = firstAfter(times, from); i < times.length && times[i].start < to; i++) {
    const time = times[i]
    if (time.value === null || (time.type !== 'date' && time.type !== 'time') || isReported(time)) continue
    const day = /^\d{4}-\d{2}-\d{2}/.exec(time.value)
    if (day !== null) return day[0]
  }
  return null
}

/** How many quotations before and after one may report in its sentence. */
const BESIDE = 8

function holds(part: Span, offset: number): boolean {
  return offset >= part.start && offset < part.end
}

/** Index of the first time that starts at or after an offset; times are sorted. */
function firstAfter(times: readonly AnalysedTime[], offset: number): number {
  let low = 0
  let high = times.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (times[middle].start < offset) low = middle + 1
    else high = middle
  }
  return low
}

export function describeTimes(times: readonly TimeExpression[]): AnalysedTime[] {
  return times.map(({ start, end, type, value, precision, rule }) => ({ start, end, type, value, precision, rule }))
}
