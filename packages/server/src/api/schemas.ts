/** What the API answers: one declaration checks the answers in tests, gives the types and is published as OpenAPI. */
import { z } from '@hono/zod-openapi'
import { RIGHTS, ROLES, SCOPES } from '../access/rights.ts'

const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/)
const texts = z.record(z.string(), z.string()).describe('Text by language code')
const spans = z.array(z.object({ start: z.number().int(), end: z.number().int() }))
const assertion = z.enum(['breached', 'halted', 'not-begun', 'planned', 'progress', 'fulfilled'])

export const problem = z.object({ message: z.string() }).openapi('Problem')

export const dossierName = z.object({
  lang: z.string(),
  text: z.string(),
  kind: z.enum(['full', 'short', 'abbreviation', 'former']),
  usedBy: z.array(z.string()).describe('Parties that use it; empty: all, or not observed'),
})

export const recordFacts = z
  .object({
    name: z.string(),
    documents: z.number().int(),
    newest: day.nullable().describe('Day the newest report was published'),
    dossiers: z.array(
      z.object({
        id: z.string(),
        titles: texts,
        agreements: z.array(z.object({ id: z.string(), titles: texts })),
        parties: z.array(
          z.object({
            id: z.string(),
            standing: z.enum(['party', 'guarantor', 'mediator', 'monitor', 'none']),
            country: z.string().nullable().describe('ISO 3166-1 alpha-2'),
            names: z.array(dossierName),
          }),
        ),
        nameLanguages: z.array(z.string()).describe('Languages its places have names in'),
      }),
    ),
    languages: z.array(z.string()),
  })
  .openapi('Record')
export type RecordFacts = z.infer<typeof recordFacts>

export const decision = z
  .object({
    seq: z.number().int(),
    at: z.string().describe('Instant, UTC'),
    by: z.string(),
    kind: z.enum(['accept', 'reject', 'correct', 'merge', 'split', 'assess', 'undo']),
    target: z.string().describe('Key of an item, or a stipulation'),
    value: z.record(z.string(), z.unknown()).nullable(),
    why: z.string().nullable(),
  })
  .openapi('Decision', { description: 'What a reviewer decided; it stands until it is undone' })
export type Decision = z.infer<typeof decision>

export const review = z
  .object({
    state: z.enum(['open', 'accepted', 'rejected', 'disputed']),
    decisions: z.array(decision).describe('Those that stand, in the order they were made'),
  })
  .openapi('Review')
export type Review = z.infer<typeof review>

export const claimPoint = z
  .object({
    stipulation: z.string(),
    assertion,
    voice: z.string().nullable().describe('Party, body, `press`, or null: others'),
    said: day.nullable(),
    general: z.boolean(),
    count: z.number().int(),
  })
  .openapi('ClaimPoint', { description: 'All claims of one voice that assert the same of one stipulation on one day' })
export type ClaimPoint = z.infer<typeof claimPoint>

const role = z.object({
  holder: z.string(),
  office: z.string(),
  since: z.string(),
  until: z.string().nullable(),
  source: z.string(),
})

export const claim = z
  .object({
    place: z.string().describe('Where a list may go on'),
    document: z.string(),
    title: z.string(),
    publisher: z.string().nullable(),
    language: z.string().nullable(),
    index: z.number().int().describe('Index into the claims of the analysis'),
    stipulation: z.string(),
    assertion,
    voice: z.string().nullable(),
    claimant: z.string().nullable().describe("As the document names them; null: the document's own voice"),
    role: role.nullable().describe('The role that gave the voice'),
    said: z.string().nullable(),
    reported: z.string().nullable(),
    general: z.boolean(),
    start: z.number().int().describe('UTF-16 code units into the text of the document'),
    end: z.number().int(),
    before: z.string(),
    words: z.string(),
    after: z.string(),
    rule: z.string(),
    key: z.string().describe('What decisions name it by'),
    review,
  })
  .openapi('Claim')
export type Claim = z.infer<typeof claim>

export const sourceItem = z
  .object({
    id: z.string(),
    title: z.string(),
    publisher: z.string().nullable(),
    language: z.string().nullable(),
    published: z.string().nullable(),
    url: z.string().nullable(),
    quotations: z.number().int(),
    events: z.number().int(),
    claims: z.number().int(),
  })
  .openapi('SourceItem')
export type SourceItem = z.infer<typeof sourceItem>

export const source = sourceItem
  .extend({
    taken: z.string().nullable().describe('Instant, UTC'),
    archive: z.string().nullable().describe('SHA-256 of the archived bytes'),
    isPage: z.boolean().describe('The archived bytes are an HTML page that can be shown'),
    analysis: z.object({ format: z.literal('parley/analysis@1') }).loose(),
    reviews: z.array(
      z.object({
        kind: z.enum(['quotation', 'event', 'claim']),
        index: z.number().int().describe('Index into the analysis'),
        review,
      }),
    ),
  })
  .openapi('Source')
export type Source = SourceItem & {
  readonly taken: string | null
  readonly archive: string | null
  readonly isPage: boolean
  readonly analysis: import('@parley/core').Analysis
  readonly reviews: readonly {
    readonly kind: 'quotation' | 'event' | 'claim'
    readonly index: number
    readonly review: Review
  }[]
}

export const statement = z
  .object({
    document: z.string(),
    title: z.string(),
    publisher: z.string().nullable(),
    language: z.string().nullable(),
    index: z.number().int().describe('Index into the quotations of the analysis'),
    kind: z.enum(['direct', 'indirect', 'mixed']),
    act: z.string().nullable(),
    words: z.string().describe('Parts of an interrupted quotation are joined by ` … `'),
    found: z
      .array(z.object({ start: z.number().int(), end: z.number().int() }))
      .describe('Where sought words stand in `words`'),
    speaker: z.string().nullable(),
    speakerRef: z.string().nullable(),
    said: z.string().nullable(),
    reported: z.string().nullable(),
    key: z.string().describe('What decisions name it by'),
    voice: z.string().nullable().describe('Whom the speaker spoke for that day, by an office the dossier knows'),
    office: z.string().nullable(),
    points: z.array(z.object({ stipulation: z.string(), assertion })).describe('What claims in it are about'),
    parts: spans.describe('UTF-16 code units into the text of the document'),
    published: z.string().nullable(),
    url: z.string().nullable(),
    sha256: z.string().describe('Of the text of the document'),
    review,
  })
  .openapi('Statement')
export type Statement = z.infer<typeof statement>

function facetOf<const Names extends readonly [string, ...string[]]>(names: Names) {
  return z.object({
    facet: z.enum(names),
    values: z
      .array(z.object({ value: z.string(), label: z.string().nullable(), count: z.number().int() }))
      .describe('The most frequent first; those chosen always'),
    others: z.number().int().describe('Values that are not told'),
    isWhole: z.boolean().describe('false: counts are the least there are'),
  })
}

export const facetCounts = z
  .object({
    total: z.number().int(),
    isWhole: z.boolean().describe('false: `total` is the least there are'),
    facets: z.array(
      facetOf(['side', 'speaker', 'act', 'kind', 'stipulation', 'year', 'publisher', 'language', 'checked']),
    ),
  })
  .openapi('FacetCounts')
export type FacetCounts = z.infer<typeof facetCounts>

export const eventFacets = z
  .object({
    total: z.number().int(),
    isWhole: z.boolean().describe('false: `total` is the least there are'),
    facets: z.array(facetOf(['told', 'type', 'actor'])),
  })
  .openapi('EventFacets')
export type EventFacets = z.infer<typeof eventFacets>

const named = z.object({ name: z.string(), ref: z.string().nullable() })

export const eventItem = z
  .object({
    document: z.string(),
    title: z.string(),
    publisher: z.string().nullable(),
    language: z.string().nullable(),
    index: z.number().int().describe('Index into the events of the analysis'),
    type: z.string().describe('PLOVER type'),
    mode: z.string().nullable(),
    words: z.string().describe('The words that name it'),
    actors: z.array(named),
    recipients: z.array(named),
    place: z.string().nullable().describe('As the document names it'),
    placeNames: z.array(dossierName).describe('As the sides name it, where a dossier knows it'),
    time: z.string().nullable().describe('When it happened'),
    status: z.enum(['occurred', 'ongoing', 'planned', 'denied', 'hypothetical']),
    background: z.boolean().describe('Retold, not news'),
    reported: z.string().nullable(),
    sources: z.number().int().describe('Documents that report it'),
    reports: z
      .array(
        z.object({
          document: z.string(),
          title: z.string(),
          publisher: z.string().nullable(),
          index: z.number().int(),
          reported: z.string().nullable(),
        }),
      )
      .describe('All of them; the event itself is as the first tells it'),
  })
  .openapi('Event')
export type EventItem = z.infer<typeof eventItem>

export const dossierFacts = z
  .object({
    id: z.string(),
    titles: texts,
    parties: z.array(z.object({ id: z.string() }).loose()),
    bodies: z.array(z.object({ id: z.string() }).loose()),
    agreements: z.array(z.object({ id: z.string(), titles: texts, signed: z.string() }).loose()),
  })
  .openapi('Dossier')

export const candidate = z
  .object({
    key: z.string(),
    kind: z.enum(['claim', 'quotation']),
    document: z.string(),
    title: z.string(),
    publisher: z.string().nullable(),
    language: z.string().nullable(),
    published: z.string().nullable(),
    index: z.number().int().describe('Index into the claims or quotations of the analysis'),
    spans: spans.describe('UTF-16 code units into the text of the document'),
    words: z.string(),
    stipulation: z.string().nullable().describe('null for a quotation'),
    assertion: assertion.nullable(),
    voice: z.string().nullable(),
    who: z
      .string()
      .nullable()
      .describe("Claimant or speaker as the document names them; null: the document's own voice, or nobody named"),
    role: role.nullable(),
    act: z.string().nullable(),
    said: z.string().nullable(),
    general: z.boolean(),
    rule: z.string(),
    review,
  })
  .openapi('Candidate', { description: 'An item a person is to decide on' })
export type Candidate = z.infer<typeof candidate>

export const candidateInPlace = candidate
  .extend({
    passage: z.object({ start: z.number().int(), text: z.string() }).describe('The words with what stands around them'),
    speakers: z.array(z.object({ name: z.string(), ref: z.string().nullable(), voice: z.string().nullable() })),
  })
  .openapi('CandidateInPlace')
export type CandidateInPlace = z.infer<typeof candidateInPlace>

const eventReport = z.object({
  key: z.string(),
  document: z.string(),
  title: z.string(),
  publisher: z.string().nullable(),
  language: z.string().nullable(),
  published: z.string().nullable(),
  index: z.number().int(),
  actors: z.array(z.string()),
  place: z.string().nullable(),
  before: z.string(),
  words: z.string(),
  after: z.string(),
})
const happening = z.object({
  id: z.string().describe('Key of its first event'),
  type: z.string(),
  mode: z.string().nullable(),
  status: z.string(),
  time: z.string().nullable(),
  place: z.string().nullable(),
  sources: z.number().int().describe('Documents that report it'),
  reports: z.array(eventReport),
})
export const happeningToReview = happening
  .extend({ near: z.array(happening), decisions: z.array(decision) })
  .openapi('HappeningToReview', { description: 'Reports that are taken for one happening, and what stands near' })
export type HappeningToReview = z.infer<typeof happeningToReview>

export const dispute = z
  .object({
    kind: z.enum(['event', 'happening', 'who', 'assessment']),
    target: z.string().describe('Key of an event, of somebody, or a stipulation'),
    type: z.string().nullable().describe('Of the event'),
    name: z.string().nullable().describe('Who it is about, as reports name them'),
    document: z
      .object({ id: z.string(), title: z.string(), language: z.string().nullable() })
      .nullable()
      .describe('The one report it is about; null: the whole record'),
    reports: z.array(eventReport).describe('Of the event or of both'),
    sides: z
      .array(decision.extend({ other: z.string().nullable().describe('Who they say it is') }))
      .describe('The latest decision of each reviewer'),
  })
  .openapi('Dispute', {
    description: 'Decided differently by two reviewers; claims and quotations stand in /review?queue=disputed',
  })
export type Dispute = z.infer<typeof dispute>

const agreement = z.object({
  items: z.number().int().describe('Decided by two reviewers or more'),
  reviewers: z.array(z.string()),
  alpha: z.number().nullable().describe("Krippendorff's alpha; null where chance cannot be told from agreement"),
})
export const reviewState = z
  .object({
    claims: z.number().int().describe('Without a decision'),
    isWhole: z.boolean().describe('false: there are more'),
    disputed: z.number().int(),
    agreement: z.object({ items: agreement, assessments: agreement }),
  })
  .openapi('ReviewState')
export type ReviewState = z.infer<typeof reviewState>

export const personItem = z
  .object({
    ref: z.string().describe('Id in the dossier'),
    kind: z.enum(['person', 'body', 'party']),
    names: z.array(dossierName),
    roles: z
      .array(
        role.extend({
          holderNames: z.array(dossierName),
          sourceTitle: z.string(),
          sourceUrl: z.string().nullable(),
        }),
      )
      .describe('In order of `since`'),
    statements: z.number().int().describe('Quotations in the record'),
  })
  .openapi('PersonItem')
export type PersonItem = z.infer<typeof personItem>

export const speakers = z
  .object({
    items: z.array(
      z.object({
        speaker: z.string().describe('As the documents name them'),
        statements: z.number().int(),
        last: z.string().nullable().describe('Day of the last one'),
      }),
    ),
    total: z.number().int().describe('Speakers, told or not'),
    isWhole: z.boolean().describe('false: counted among the newest statements alone'),
  })
  .openapi('Speakers')
export type Speakers = z.infer<typeof speakers>

export const personFacts = personItem
  .extend({
    said: z
      .array(z.object({ stipulation: z.string(), assertion, count: z.number().int(), last: z.string().nullable() }))
      .describe('Claims of theirs by point and by what they say'),
  })
  .openapi('Person')
export type PersonFacts = z.infer<typeof personFacts>

const key = z.string().max(400)
const by = z
  .string()
  .trim()
  .min(1, 'a decision has a name under it')
  .max(120)
  .optional()
  .describe('Who decides, where the record has no users; where it has, the one logged in')
const why = z.string().trim().max(4000).nullable().default(null)

export const verdict = z.discriminatedUnion('kind', [
  z.object({ kind: z.enum(['accept', 'reject']), target: key, by, why }),
  z.object({
    kind: z.literal('correct'),
    target: key,
    value: z.record(z.string().max(40), z.string().max(400).nullable()),
    by,
    why,
  }),
  z.object({ kind: z.enum(['merge', 'split']), target: key, value: z.object({ with: key }), by, why }),
  z.object({
    kind: z.literal('assess'),
    target: key,
    value: z.object({
      status: assertion,
      pam: z.union([z.literal(0), z.literal(1), z.literal(2), z.literal(3)]),
      on: day,
      evidence: z.array(key).max(50),
    }),
    by,
    why,
  }),
])
export const undoing = z.object({ by, why })
export const decided = z.object({ seq: z.number().int() }).openapi('Decided')

export const whoAmI = z
  .object({
    kind: z
      .enum(['local', 'nobody', 'user', 'token'])
      .describe('local: at the machine of a record without users; nobody: not logged in'),
    name: z.string().nullable(),
    role: z.enum(ROLES).nullable(),
    rights: z.array(z.enum(RIGHTS)),
    canLogIn: z.boolean().describe('Somebody could log in here'),
  })
  .openapi('WhoAmI')
export type WhoAmI = z.infer<typeof whoAmI>

// Longer ones than there can be are looked at all the same, and refused like any other; a megabyte is not.
const typedPassword = z.string().max(1000)
export const logIn = z.object({ name: z.string().max(200), password: typedPassword })
export const newPassword = z.object({ password: typedPassword, next: typedPassword })

const roleName = z.enum(ROLES)
export const userItem = z
  .object({
    name: z.string(),
    role: roleName,
    mayExport: z.boolean(),
    hasPassword: z.boolean().describe('false: comes by tokens alone'),
    at: z.string().describe('When it was made: an instant, UTC'),
  })
  .openapi('User')
export const newUser = z.object({
  name: z.string().max(200),
  role: roleName,
  mayExport: z.boolean().default(false),
  password: typedPassword.nullable().describe('null: comes by tokens alone'),
})
export const userChange = z
  .object({ role: roleName, mayExport: z.boolean(), password: typedPassword })
  .partial()
  .refine(change => Object.keys(change).length > 0, 'nothing is to be changed')

const scopes = z.array(z.enum(SCOPES)).min(1)
const instant = z.iso.datetime({ precision: 0 })
export const tokenItem = z
  .object({
    id: z.string().describe('What it is called: not the token'),
    user: z.string(),
    scopes,
    note: z.string().nullable(),
    at: z.string(),
    expires: instant.nullable(),
    seen: z.string().nullable().describe('Last use, to the minute'),
  })
  .openapi('Token')
export const tokenAsked = z.object({
  user: z.string().max(200),
  scopes,
  note: z.string().trim().max(200).nullable().default(null),
  expires: instant.nullable().describe('null: never'),
})
export const tokenMade = z.object({ id: z.string(), token: z.string() }).openapi('TokenMade')

export const auditEntry = z
  .object({
    n: z.number().int(),
    at: z.string().describe('Instant, UTC'),
    who: z.string().nullable().describe('null: nobody who logged in'),
    how: z.string().describe('session, token and its id, local, none, or command line'),
    from: z.string().nullable().describe('Network address'),
    what: z.string(),
    about: z.string().nullable(),
  })
  .openapi('AuditEntry')

/** A page of a list; `next` begins the one behind it. */
export interface Paged<Item> {
  readonly items: readonly Item[]
  readonly next: string | null
}

export function paged<Item extends z.ZodType>(item: Item) {
  return z.object({ items: z.array(item), next: z.string().nullable() })
}

export { assertion, day, z }
