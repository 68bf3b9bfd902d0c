/** From layers to the exchange format: spans for tokens, ids for referents, sorted arrays. */
import type { AnalysedQuotation, AnalysedTime, Entity, EntityMention } from './analysis.ts'
import type { Resolution } from './coreference/resolve-mentions.ts'
import type { Layers } from './layers.ts'
import type { Mention } from './mentions/mention.ts'
import type { Quotation } from './quotations/quotation.ts'
import type { Span, TokenRange } from './span.ts'
import type { TimeExpression } from './times/time-expression.ts'

export interface Entities {
  readonly entities: readonly Entity[]
  /** Id of each referent, or null for one that is not reported. */
  readonly idOf: readonly (string | null)[]
}

/** Entities in the order of their first mention: all that have a name, and the unnamed that speak or hold an office of some country or body. */
export function describeEntities(layers: Layers, mentions: readonly Mention[], resolution: Resolution, speaking: ReadonlySet<number>): Entities {
  const { start, end } = layers.tokens
  const idOf: (string | null)[] = resolution.referents.map(() => null)
  const entities: Entity[] = []
  const order = resolution.referents
    .filter(referent => referent.mentions.length > 0)
    .map(referent => ({ referent, first: firstMention(mentions, referent) }))
    .sort(
      (a, b) =>
        a.first.from - b.first.from ||
        b.first.to - a.first.to ||
        (a.referent.kind < b.referent.kind ? -1 : a.referent.kind > b.referent.kind ? 1 : a.referent.index - b.referent.index),
    )
  for (const { referent } of order) {
    const held = referent.mentions.map(({ mention, rule }) => ({ mention: mentions[mention], rule }))
    const named = held.filter(({ mention }) => mention.form === 'name')
    const scoped = held.some(({ mention }) => mention.scope !== null && mention.scope.country !== null && mention.form === 'title')
    if (named.length === 0 && !speaking.has(referent.index) && !scoped && referent.country === null) continue
    const bases = baseNames(layers, held.map(({ mention }) => mention), referent)
    if (bases.length === 0) continue
    const id = `e${entities.length + 1}`
    idOf[referent.index] = id
    const seen = new Set<string>()
    const list: EntityMention[] = []
    for (const { mention, rule } of held) {
      const span = { start: start[mention.from], end: end[mention.to - 1] }
      const key = `${span.start}:${span.end}`
      if (seen.has(key)) continue
      seen.add(key)
      list.push({ ...span, form: rule === 'metonym/seat' ? 'metonym' : mention.form, rule })
    }
    list.sort((a, b) => a.start - b.start || b.end - a.end)
    entities.push({ id, kind: referent.kind, name: bases[0], aliases: bases.slice(1), ref: null, mentions: list })
  }
  return { entities, idOf }
}

/** The earliest of a referent's mentions, the longest of those that begin together. */
function firstMention(mentions: readonly Mention[], referent: { readonly mentions: readonly { readonly mention: number }[] }): TokenRange {
  return referent.mentions
    .map(({ mention }): TokenRange => mentions[mention])
    .reduce((a, b) => (b.from < a.from || (b.from === a.from && b.to > a.to) ? b : a))
}

/** The fullest name first, then the other base forms. */
function baseNames(layers: Layers, held: readonly Mention[], referent: { readonly country: string | null }): string[] {
  const names = held.filter(m => m.form === 'name' && (referent.country === null || layers.names[m.name]?.country === referent.country)).map(m => m.base)
  const counted = [...new Set(names)]
  if (counted.length === 0 && referent.country !== null) return [countryName(layers, referent.country)]
  if (counted.length > 0) {
    const fullest = counted.reduce((a, b) => (words(b) > words(a) || (words(b) === words(a) && b.length > a.length && words(b) > 1) ? b : a))
    return [fullest, ...counted.filter(name => name !== fullest)]
  }
  return [...new Set(held.filter(m => m.form === 'title').map(m => m.base))].slice(0, 4)
}

function words(name: string): number {
  return name.split(' ').length
}

function countryName(layers: Layers, code: string): string {
  const row = layers.pack.table('region-names').find(candidate => candidate.code === code)
  return row?.name ?? layers.pack.table('countries').find(candidate => candidate.code === code)?.names.split(',')[0] ?? code
}

/** Quotations with speakers resolved and nesting told, in the order they came. */
export function describeQuotations(
  layers: Layers,
  quotations: readonly Quotation[],
  speakerOf: readonly (string | null)[],
  times: readonly AnalysedTime[],
): AnalysedQuotation[] {
  const { published } = layers.document
  const reported = published === null ? null : published.slice(0, 10)
  return quotations.map((quotation, i) => ({
    kind: quotation.kind,
    parts: quotation.parts,
    cue: quotation.cue === null ? null : spanOf(layers, quotation.cue),
    act: quotation.act,
    speaker: quotation.speaker === null ? null : spanOf(layers, quotation.speaker),
    speakerId: speakerOf[i],
    inside: enclosing(quotations, i),
    said: saidOn(layers, quotation, times) ?? reported,
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

/** A day in the attributing sentence, outside the quoted words, dates the saying. */
function saidOn(layers: Layers, quotation: Quotation, times: readonly AnalysedTime[]): string | null {
  if (quotation.cue === null) return null
  const { tokens, sentences } = layers
  const sentence = sentences.of[quotation.cue.from]
  const from = tokens.start[sentences.from[sentence]]
  const to = tokens.end[sentences.to[sentence] - 1]
  for (const time of times) {
    if (time.end <= from || time.start >= to || time.value === null) continue
    if (quotation.parts.some(part => time.start < part.end && part.start < time.end)) continue
    const day = /^\d{4}-\d{2}-\d{2}/.exec(time.value)
    if (day !== null && (time.type === 'date' || time.type === 'time')) return day[0]
  }
  return null
}

export function describeTimes(times: readonly TimeExpression[]): AnalysedTime[] {
  return times.map(({ start, end, type, value, precision, rule }) => ({ start, end, type, value, precision, rule }))
}
