/**
 * Checks an analysis against the exchange format `parley/analysis@1`: every field, its type and its closed list, no field more;
 * spans inside the text that cut no surrogate pair; arrays sorted; every id and index pointing at something; the hash of the text.
 * Written apart from the reader's own types, so that a change of those shows here.
 */
import { createHash } from 'node:crypto'

const ZONES = ['headline', 'lead', 'body', 'caption', 'dateline']
const ENTITIES = ['person', 'organisation', 'place', 'country', 'group', 'document']
const FORMS = ['name', 'title', 'pronoun', 'metonym', 'adjective']
const QUOTATIONS = ['direct', 'indirect', 'mixed']
const TIMES = ['date', 'time', 'duration', 'set']
const PRECISIONS = 'second minute hour part-of-day day week month quarter season year decade century vague'.split(' ')
const STATUSES = ['occurred', 'ongoing', 'planned', 'denied', 'hypothetical']
const ASSERTIONS = ['fulfilled', 'progress', 'planned', 'not-begun', 'halted', 'breached']
const EVENTS =
  'AGREE CONSULT SUPPORT CONCEDE COOPERATE AID RETREAT REQUEST REJECT ACCUSE THREATEN PROTEST SANCTION MOBILIZE COERCE ASSAULT'.split(
    ' ',
  )

const DATE = /^\d{4}-\d\d-\d\d$/
const DATE_OR_TIME = /^\d{4}(?:-\d\d(?:-\d\d(?:T\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:\d\d)?)?)?)?$/
/** ISO 8601 / TIMEX3, X for what is unknown, both ends of an interval. */
const TIME_VALUE =
  /^(?:(?:PRESENT|PAST|FUTURE)_REF|P(?=[\dXT])(?:(?:\d+(?:\.\d+)?|X+)[YMWD])*(?:T(?:(?:\d+(?:\.\d+)?|X+)[HMS])+)?|P(?:\d+|X)(?:Q|DE|CE|WE|XX)|(?:[\dX]{2,4}|BC\d{1,4})(?:-(?:Q[\dX]|H[\dX]|SP|SU|FA|WI|W[\dX]{2}(?:-(?:WE|[\dX]))?|[\dX]{2}(?:-[\dX]{2})?))?(?:T(?:MO|MI|AF|EV|NI|DT|[\dX]{2}(?::[\dX]{2}(?::[\dX]{2})?)?)(?:Z|[+-]\d\d:\d\d)?)?|T(?:MO|MI|AF|EV|NI|DT|\d\d(?::\d\d(?::\d\d)?)?))$/

type Plain = Readonly<Record<string, unknown>>
type Check = (value: unknown, at: string) => void

/** What is wrong, one line a mistake, `at: what`; empty when the analysis is sound. */
export function checkAnalysis(analysis: unknown): string[] {
  const wrong: string[] = []
  const report = (at: string, what: string) => {
    // A broken layer would fill the screen with the same complaint.
    if (wrong.length < 50) wrong.push(`${at}: ${what}`)
  }
  const text = isPlain(analysis) && typeof analysis.text === 'string' ? analysis.text : ''

  const string: Check = (value, at) => {
    if (typeof value !== 'string' || value === '') report(at, `not a string with something in it: ${show(value)}`)
  }
  const anyString: Check = (value, at) => {
    if (typeof value !== 'string') report(at, `not a string: ${show(value)}`)
  }
  const boolean: Check = (value, at) => {
    if (typeof value !== 'boolean') report(at, `not true or false: ${show(value)}`)
  }
  const oneOf =
    (list: readonly string[]): Check =>
    (value, at) => {
      if (!list.includes(value as string)) report(at, `${show(value)} is none of ${list.join(', ')}`)
    }
  const matching =
    (pattern: RegExp, what: string): Check =>
    (value, at) => {
      if (typeof value !== 'string' || !pattern.test(value)) report(at, `not ${what}: ${show(value)}`)
    }
  const orNull =
    (check: Check): Check =>
    (value, at) => {
      if (value !== null) check(value, at)
    }
  const index =
    (length: number): Check =>
    (value, at) => {
      if (!Number.isInteger(value) || (value as number) < 0 || (value as number) >= length)
        report(at, `not an index below ${length}: ${show(value)}`)
    }
  const list =
    (check: Check): Check =>
    (value, at) => {
      if (!Array.isArray(value)) report(at, `not an array: ${show(value)}`)
      else
        value.forEach((item, i) => {
          check(item, `${at}[${i}]`)
        })
    }
  const record =
    (fields: Readonly<Record<string, Check>>): Check =>
    (value, at) => {
      if (!isPlain(value)) return report(at, `not an object: ${show(value)}`)
      for (const name of Object.keys(value)) if (!(name in fields)) report(`${at}.${name}`, 'no such field')
      for (const [name, check] of Object.entries(fields)) {
        if (!(name in value)) report(`${at}.${name}`, 'missing')
        else check(value[name], `${at}.${name}`)
      }
    }
  const spanWith =
    (fields: Readonly<Record<string, Check>>): Check =>
    (value, at) => {
      record({ start: index(text.length + 1), end: index(text.length + 1), ...fields })(value, at)
      if (!isPlain(value)) return
      const { start, end } = value as { start: number; end: number }
      if (!(start < end)) report(at, `empty or turned span ${start}..${end}`)
      else if (cutsPair(text, start) || cutsPair(text, end)) report(at, `${start}..${end} cuts a surrogate pair`)
      else if (/^\s|\s$/.test(text.slice(start, end))) report(at, `${start}..${end} has white space at an edge`)
    }
  const span = spanWith({})

  if (!isPlain(analysis)) return ['analysis: not an object']
  const entities = arrayOf(analysis.entities)
  const quotations = arrayOf(analysis.quotations)
  const events = arrayOf(analysis.events)
  const ids = new Set(entities.map(entity => entity.id))
  const entityId: Check = (value, at) => {
    if (!ids.has(value)) report(at, `no entity has the id ${show(value)}`)
  }

  record({
    format: oneOf(['parley/analysis@1']),
    document: record({
      id: string,
      language: string,
      published: orNull(matching(DATE_OR_TIME, 'an ISO date or date-time')),
      title: orNull(anyString),
      url: orNull(anyString),
      publisher: orNull(anyString),
      sha256: matching(/^[0-9a-f]{64}$/, 'a SHA-256 in hex'),
    }),
    reader: record({ version: string, languages: string, dossier: orNull(string) }),
    text: anyString,
    zones: list(spanWith({ kind: oneOf(ZONES) })),
    entities: list((value, at) =>
      record({
        id: string,
        kind: oneOf(ENTITIES),
        name: string,
        aliases: list(string),
        ref: orNull(string),
        ...(isPlain(value) && 'speaksFor' in value ? { speaksFor: string } : {}),
        mentions: list(spanWith({ form: oneOf(FORMS), rule: string })),
      })(value, at),
    ),
    quotations: list(
      record({
        kind: oneOf(QUOTATIONS),
        parts: list(span),
        cue: orNull(span),
        act: orNull(string),
        speaker: orNull(span),
        speakerId: orNull(entityId),
        inside: orNull(index(quotations.length)),
        said: orNull(matching(DATE_OR_TIME, 'an ISO date')),
        reported: orNull(matching(DATE_OR_TIME, 'an ISO date')),
        rule: string,
      }),
    ),
    times: list(
      spanWith({
        type: oneOf(TIMES),
        value: orNull(matching(TIME_VALUE, 'a TIMEX3 value')),
        precision: oneOf(PRECISIONS),
        rule: string,
      }),
    ),
    events: list(
      record({
        type: oneOf(EVENTS),
        mode: orNull(string),
        trigger: span,
        actors: list(entityId),
        recipients: list(entityId),
        place: orNull(entityId),
        time: orNull(string),
        status: oneOf(STATUSES),
        background: boolean,
        quotation: orNull(index(quotations.length)),
        rule: string,
      }),
    ),
    claims: list(
      record({
        stipulation: string,
        assertion: oneOf(ASSERTIONS),
        claimantId: orNull(entityId),
        words: span,
        general: boolean,
        said: orNull(matching(DATE, 'an ISO date')),
        reported: orNull(matching(DATE_OR_TIME, 'an ISO date')),
        quotation: orNull(index(quotations.length)),
        event: orNull(index(events.length)),
        rule: string,
      }),
    ),
  })(analysis, 'analysis')
  if (wrong.length > 0) return wrong

  // From here on every field has its type.
  const document = analysis.document as Plain
  if (createHash('sha256').update(text).digest('hex') !== document.sha256)
    report('analysis.document.sha256', 'not the hash of the text')
  if (text.normalize('NFC') !== text || text.includes('\r')) report('analysis.text', 'not NFC with \\n line ends')
  if (ids.size !== entities.length) report('analysis.entities', 'two entities have one id')

  const sorted = (items: readonly Plain[], first: (item: Plain) => Extent, name: string, tie: string) => {
    for (let i = 1; i < items.length; i++) {
      const a = first(items[i - 1])
      const b = first(items[i])
      const order =
        a.start - b.start || b.end - a.end || (String(items[i - 1][tie] ?? '') > String(items[i][tie] ?? '') ? 1 : 0)
      if (order > 0) report(`${name}[${i}]`, `${b.start}..${b.end} stands after ${a.start}..${a.end}`)
    }
  }
  const itself = (item: Plain) => item as unknown as Extent
  const firstOf = (key: string) => (item: Plain) => extent(item[key] as readonly Extent[])
  sorted(arrayOf(analysis.zones), itself, 'analysis.zones', 'kind')
  sorted(arrayOf(analysis.times), itself, 'analysis.times', 'type')
  sorted(events, event => event.trigger as Extent, 'analysis.events', 'type')
  sorted(arrayOf(analysis.claims), claim => claim.words as Extent, 'analysis.claims', 'stipulation')
  entities.forEach((entity, i) => {
    const at = `analysis.entities[${i}]`
    const mentions = arrayOf(entity.mentions)
    if (mentions.length === 0) report(at, 'has no mention')
    sorted(mentions, itself, `${at}.mentions`, 'form')
    if ((entity.aliases as string[]).includes(entity.name as string)) report(at, 'its name stands among its aliases')
  })
  const mentioned = entities.filter(entity => arrayOf(entity.mentions).length > 0)
  sorted(mentioned, entity => itself(arrayOf(entity.mentions)[0]), 'analysis.entities', 'kind')
  quotations.forEach((quotation, i) => {
    const at = `analysis.quotations[${i}]`
    const parts = quotation.parts as readonly Extent[]
    if (parts.length === 0) report(at, 'has no part')
    for (let k = 1; k < parts.length; k++)
      if (parts[k].start < parts[k - 1].end) report(`${at}.parts[${k}]`, 'begins before the part before it ends')
    if (quotation.speaker === null && quotation.speakerId !== null) report(at, 'a speakerId without a speaker')
    const outer = quotations[quotation.inside as number]
    if (outer !== undefined) {
      const hull = extent(outer.parts as readonly Extent[])
      const own = extent(parts)
      if (quotation.inside === i) report(at, 'stands inside itself')
      else if (own.start < hull.start || own.end > hull.end)
        report(at, `${own.start}..${own.end} is not inside ${hull.start}..${hull.end}`)
    }
  })
  if (quotations.every(quotation => (quotation.parts as Extent[]).length > 0))
    sorted(quotations, firstOf('parts'), 'analysis.quotations', 'kind')
  return wrong
}

interface Extent {
  readonly start: number
  readonly end: number
}

function extent(parts: readonly Extent[]): Extent {
  return { start: parts[0]?.start ?? 0, end: parts[parts.length - 1]?.end ?? 0 }
}

function isPlain(value: unknown): value is Plain {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function arrayOf(value: unknown): readonly Plain[] {
  return Array.isArray(value) ? value.filter(isPlain) : []
}

function show(value: unknown): string {
  return (JSON.stringify(value) ?? String(value)).slice(0, 80)
}

function cutsPair(text: string, at: number): boolean {
  return (
    at > 0 &&
    (text.charCodeAt(at - 1) & 0xfc00) === 0xd800 &&
    at < text.length &&
    (text.charCodeAt(at) & 0xfc00) === 0xdc00
  )
}
