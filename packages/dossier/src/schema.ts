/**
 * What each file of a dossier may hold: one declaration. It checks the files (`check-file.ts`), and `json-schema.ts` publishes it
 * so that editors complete what one types. Descriptions say what is expected; they end up in both.
 */
import { z } from 'zod'
import { DATE, DATE_TIME, existsInCalendar } from './dates.ts'
import type { Ontology } from './ontology.ts'

/** What a reference may lead to. */
export type RefKind = 'party' | 'body' | 'person' | 'place' | 'term' | 'source' | 'agreement' | 'language'

/** Ids that exist in the dossier, by kind; null where their file could not be read: one mistake there is told, not a hundred elsewhere. */
export type KnownIds = Readonly<Record<RefKind, ReadonlySet<string> | null>>

/** What a check of ours says beside the message; see `check-file.ts`. */
export interface IssueParams {
  readonly code: string
  /** For «did you mean». */
  readonly known?: Iterable<string>
  readonly hint?: string
}

const text = (description: string) =>
  z
    .string()
    .regex(/\S/, 'words, not an empty text')
    .refine(isNfc, NOT_NFC)
    .refine(isPlain, NOT_PLAIN)
    .describe(description)
const NOT_NFC = {
  error: 'letters in Unicode normal form C',
  params: { code: 'not-nfc', hint: 'save the file as NFC' } satisfies IssueParams,
}

const NOT_PLAIN = {
  error: 'words without control characters and half characters',
  params: { code: 'control-character', hint: 'leave it out' } satisfies IssueParams,
}

/** A control character other than the white space of a folded text, or half a surrogate pair: no report holds it, and not every database keeps it. */
function isPlain(value: string): boolean {
  return !/[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]/.test(value) && value.isWellFormed()
}

function isNfc(value: string): boolean {
  return value.normalize('NFC') === value
}

/** YAML reads a bare year as a number; as a date it is as good as in quotes. */
const yearAsText = (value: unknown): unknown => (typeof value === 'number' ? String(value) : value)

function calendarDate(pattern: RegExp) {
  const params: IssueParams = { code: 'bad-date', hint: 'as 2018, 2018-05 or 2018-05-08' }
  return z
    .string()
    .regex(pattern, 'a date: 2018, 2018-05 or 2018-05-08')
    .refine(value => !pattern.test(value) || existsInCalendar(value), {
      error: 'a date of the calendar',
      params: { ...params },
    })
}

function date(description: string, pattern = DATE) {
  return z
    .preprocess(yearAsText, calendarDate(pattern))
    .meta({ description, type: ['string', 'integer'], pattern: pattern.source })
}

function dateOrNull(description: string, pattern = DATE) {
  return z
    .preprocess(yearAsText, calendarDate(pattern).nullable())
    .meta({ description, type: ['string', 'integer', 'null'], pattern: pattern.source, anyOf: undefined })
}

const id = (description: string) =>
  z
    .string()
    .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, 'an id: small letters a-z, digits and hyphens')
    .describe(description)
/** Of persons, places, bodies, terms and sources: a kind and a number, so that no name hides in a key. */
const numbered = (kind: string) =>
  z
    .string()
    .regex(new RegExp(`^${kind}-\\d+$`), `an id that carries no name: ${kind}-0001`)
    .describe(`Id that carries no name: ${kind}-0001`)

/** `known`: what references may lead to; null leaves them unchecked (for the published schema). */
export function makeSchemas(known: KnownIds | null, ontology: Ontology) {
  const ref = (kinds: readonly RefKind[], description: string) =>
    z
      .string()
      .superRefine((value, context) => {
        if (known === null || kinds.some(kind => known[kind]?.has(value) ?? true)) return
        const params: IssueParams = { code: `unknown-${kinds[0]}`, known: kinds.flatMap(kind => [...known[kind]!]) }
        context.addIssue({
          code: 'custom',
          message: `the id of a ${kinds.join(' or ')} of this dossier`,
          params: { ...params },
        })
      })
      .describe(description)
  const listed = (kind: string, values: readonly string[], description: string) =>
    z
      .string()
      .refine(value => values.includes(value), {
        error: `a ${kind} of the ontology`,
        params: { code: `unknown-${kind}`, known: values } satisfies IssueParams,
      })
      .meta({ description, enum: values })
  const lang = ref(['language'], 'Language: one of `languages` in process.yaml')
  const source = ref(['source'], 'Where it comes from: an id of sources.yaml')
  const texts = (description: string) =>
    z
      .record(z.string(), text('Text in that language, in the editors’ own words'))
      .superRefine((value, context) => {
        for (const code of Object.keys(value)) {
          if (known?.language?.has(code) ?? true) continue
          const params: IssueParams = { code: 'unknown-language', known: known!.language! }
          context.addIssue({
            code: 'custom',
            path: [code],
            message: 'a language of process.yaml',
            params: { ...params },
          })
        }
        if (Object.keys(value).length === 0)
          context.addIssue({ code: 'custom', message: 'a text in at least one language', params: { code: 'empty' } })
      })
      .describe(description)

  const name = z.strictObject({
    lang,
    text: text('The name in its base form (nominative)'),
    kind: z.enum(['full', 'short', 'abbreviation', 'former']).default('full').describe('Default: full'),
    used_by: z
      .array(ref(['party'], 'A party that uses this name'))
      .default([])
      .describe('Parties that use this name, as observed'),
    declines: z.boolean().default(true).describe('false: the name keeps one form in all cases'),
    endings: z
      .string()
      .nullable()
      .default(null)
      .describe('Row of the language’s table names/declensions, where the pack cannot work it out: noun-f-a'),
    source: source.nullable().default(null),
  })
  const names = z
    .array(name)
    .min(1, 'at least one name')
    .describe('Every side’s names, side by side; their order means nothing')
  const standing = z
    .enum(['party', 'guarantor', 'mediator', 'monitor', 'none'])
    .describe('Whose words count as a voice of the matrix: all but none')

  const process = z.strictObject({
    id: id('Short public code of the process: karabakh-2020'),
    titles: texts('Title by language'),
    scope: texts('What the dossier covers, by language'),
    languages: z
      .array(
        z
          .string()
          .regex(/^[a-z]{2,3}$/, 'a language code: ru, hy, fil')
          .describe('ISO 639 code'),
      )
      .min(1, 'at least one language'),
    editors: z.array(text('Who answers for the dossier')).min(1, 'at least one editor'),
    left_out: z
      .array(z.strictObject({ what: text('What is left out'), why: text('Why') }))
      .default([])
      .describe('What the dossier leaves out, and why'),
  })
  const party = z.strictObject({
    id: id('Short public code of the party: arm'),
    kind: z.enum(['state', 'government', 'movement', 'armed-group', 'coalition', 'authorities']),
    standing,
    country: z
      .string()
      .regex(/^[A-Z]{2}$/, 'an ISO 3166-1 code: AM')
      .nullable()
      .default(null)
      .describe('ISO 3166-1 code of the country it governs'),
    names,
    source,
  })
  const body = z.strictObject({
    id: numbered('body'),
    kind: z.enum([
      'organisation',
      'mission',
      'commission',
      'working-group',
      'government',
      'parliament',
      'ministry',
      'force',
      'court',
    ]),
    standing,
    party: ref(['party'], 'The party it speaks for').nullable().default(null),
    part_of: ref(['body'], 'The body it belongs to').nullable().default(null),
    names,
    since: dateOrNull('First day, included').default(null),
    until: dateOrNull('Last day, included').default(null),
    source,
  })
  const office = z
    .string()
    .superRefine((value, context) => {
      const [holder, what, ...rest] = value.split('/')
      const add = (message: string, params: IssueParams) =>
        context.addIssue({ code: 'custom', message, params: { ...params } })
      if (what === undefined || rest.length > 0) {
        add('a party or body, a slash, and an office: arm/head-of-government', { code: 'bad-value' })
        return
      }
      if (known !== null && known.party !== null && known.body !== null) {
        const holders = [...known.party, ...known.body]
        if (!holders.includes(holder)) {
          const near = holders.map(one => `${one}/${what}`)
          add('the id of a party or body, before the slash', { code: 'unknown-party', known: near })
        }
      }
      if (!ontology.offices.has(what)) {
        add('an office of ontology/offices.tsv, after the slash', {
          code: 'unknown-office',
          known: [...ontology.offices.keys()].map(one => `${holder}/${one}`),
        })
      }
    })
    .describe('Party or body, a slash, and an office of ontology/offices.tsv: arm/head-of-government')
  const role = z.strictObject({
    office,
    since: date('First day in office, included'),
    until: dateOrNull('Last day in office, included; null: still held'),
    source,
    confirmed: text('Why a gap or overlap of holders at its beginning is no mistake').optional(),
  })
  const person = z.strictObject({
    id: numbered('person'),
    gender: z.enum(['f', 'm']).nullable().default(null),
    names,
    roles: z.array(role).default([]),
  })
  const place = z.strictObject({
    id: numbered('place'),
    kind: z.enum([
      'city',
      'town',
      'village',
      'district',
      'region',
      'country',
      'route',
      'line',
      'border',
      'site',
      'camp',
    ]),
    part_of: ref(['place'], 'The place it lies in').nullable().default(null),
    names,
    coordinates: z
      .strictObject({
        lat: z
          .number()
          .min(-90, 'degrees from -90 to 90')
          .max(90, 'degrees from -90 to 90')
          .describe('Degrees, north positive'),
        lon: z
          .number()
          .min(-180, 'degrees from -180 to 180')
          .max(180, 'degrees from -180 to 180')
          .describe('Degrees, east positive'),
        within: z.number().positive('kilometres above 0').describe('How far the point may be off, in kilometres'),
        source,
      })
      .nullable()
      .default(null),
  })
  const term = z.strictObject({ id: numbered('term'), meaning: text('What is meant, in words no side owns'), names })
  const sourceItem = z.strictObject({
    id: numbered('src'),
    kind: z.enum(['agreement', 'statement', 'document', 'law', 'report', 'web-page', 'news', 'dataset', 'outlet']),
    title: text('Its title, or what it is'),
    publisher: text('Who published it'),
    lang: lang.nullable().default(null),
    date: dateOrNull('When it was published').default(null),
    url: z
      .string()
      .regex(/^https?:\/\/\S+$/, 'an address: https://…')
      .nullable()
      .default(null),
    symbol: text('Document symbol: S/2015/117').nullable().default(null),
    side: ref(['party'], 'The party an outlet declares itself to speak for').nullable().default(null),
  })
  const due = dateOrNull('When it is due; passed once its last day is over', DATE_TIME)
  const stipulation = z.strictObject({
    id: z
      .string()
      .regex(/^[A-Za-z0-9]+(?:[.-][A-Za-z0-9]+)*$/, 'a number as the agreement has it: 6a, in quotes')
      .describe('Number of the point, with a letter where it holds several duties: "6a"'),
    titles: texts('A short title by language'),
    summaries: texts('What is to be done, by language, in the editors’ own words'),
    bearer: z
      .array(ref(['party', 'body'], 'Who must do it'))
      .min(1, 'at least one bearer')
      .describe('Parties and bodies that must do it'),
    duty: listed('duty', [...ontology.duties.keys()], 'Kind of duty, of ontology/duties.tsv'),
    object: text('What the duty is about, in a few words of English'),
    about: z.array(ref(['place', 'term', 'body', 'person', 'party'], 'A thing the duty is about')).default([]),
    due: due.default(null),
    amended: z
      .array(z.strictObject({ due, since: date('The day it came into force'), source }))
      .default([])
      .describe('Due dates that replaced the one before'),
    continuing: z.boolean().default(false).describe('true: the duty is kept, not finished'),
    pam: listed(
      'pam',
      [...ontology.pam],
      'Type of the Peace Accords Matrix, where it is not that of the duty kind',
    ).optional(),
  })
  const agreement = z.strictObject({
    id: id('Short public code of the agreement: karabakh-2020'),
    titles: texts('Title by language'),
    signed: date('The day it was signed or announced'),
    source,
    signatories: z.array(ref(['party', 'body'], 'Who signed')).min(1, 'at least one signatory'),
    provisions: z.array(
      z.strictObject({
        id: text('Number of the point as the agreement has it: "6"'),
        source: source.optional().describe('Where the point stands, where that is not the agreement’s own source'),
        stipulations: z.array(stipulation).min(1, 'at least one stipulation'),
      }),
    ),
  })
  return {
    process,
    parties: z.array(party),
    bodies: z.array(body),
    persons: z.array(person),
    places: z.array(place),
    terms: z.array(term),
    sources: z.array(sourceItem),
    agreement,
  }
}

export type Schemas = ReturnType<typeof makeSchemas>
export type FileKind = keyof Schemas
/** A checked file's content, by kind. */
export type Content<K extends FileKind> = z.output<Schemas[K]>
