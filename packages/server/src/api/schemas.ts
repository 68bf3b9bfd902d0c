/** What the API answers: one declaration checks the answers in tests, gives the types and is published as OpenAPI. */
import { z } from '@hono/zod-openapi'

const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/)
const texts = z.record(z.string(), z.string()).describe('Text by language code')
const assertion = z.enum(['breached', 'halted', 'not-begun', 'planned', 'progress', 'fulfilled'])

export const problem = z.object({ message: z.string() }).openapi('Problem')

export const recordFacts = z
  .object({
    name: z.string(),
    documents: z.number().int(),
    newest: day.nullable().describe('Day the newest report was published'),
    dossiers: z.array(
      z.object({ id: z.string(), titles: texts, agreements: z.array(z.object({ id: z.string(), titles: texts })) }),
    ),
    languages: z.array(z.string()),
  })
  .openapi('Record')
export type RecordFacts = z.infer<typeof recordFacts>

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
    analysis: z.object({ format: z.literal('parley/analysis@1') }).loose(),
  })
  .openapi('Source')
export type Source = SourceItem & {
  readonly taken: string | null
  readonly archive: string | null
  readonly analysis: import('@parley/core').Analysis
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
  })
  .openapi('Statement')
export type Statement = z.infer<typeof statement>

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
    place: z.string().nullable(),
    time: z.string().nullable().describe('When it happened'),
    status: z.enum(['occurred', 'ongoing', 'planned', 'denied', 'hypothetical']),
    background: z.boolean().describe('Retold, not news'),
    reported: z.string().nullable(),
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

/** A page of a list; `next` begins the one behind it. */
export interface Paged<Item> {
  readonly items: readonly Item[]
  readonly next: string | null
}

export function paged<Item extends z.ZodType>(item: Item) {
  return z.object({ items: z.array(item), next: z.string().nullable() })
}

export { assertion, day, z }
