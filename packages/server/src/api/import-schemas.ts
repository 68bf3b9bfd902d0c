/** What the routes of adding take and answer. */
import { z } from './schemas.ts'

const name = z.string().trim().min(1).max(120)
const count = z.number().int()
const instant = z.string().describe('Instant, UTC')
/** A day, a month or a year, or an instant. */
const published = z
  .string()
  .regex(
    /^\d{4}(-\d{2}(-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:?\d{2})?)?)?)?$/,
    'write year-month-day, as 2021-11-26',
  )
  .refine(value => !Number.isNaN(Date.parse(value.slice(0, 10))), 'the calendar has no such day')
const language = z.string().regex(/^[a-z]{2,3}$/, 'a code such as ru or en')
const address = z
  .string()
  .trim()
  .max(2000)
  .refine(
    value => URL.canParse(value) && /^https?:$/.test(new URL(value).protocol),
    'no address that begins with http:// or https://',
  )
const words = z.string().trim().min(1).max(500)

/** A text of a megabyte is a book. */
const LONGEST_TEXT = 4_000_000
const MOST_ADDRESSES = 1000

const common = { by: name.optional(), language: language.optional() }

export const importMade = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('text'),
    text: z
      .string()
      .max(LONGEST_TEXT)
      .refine(text => text.trim() !== '', 'there is no text in it'),
    title: words.optional(),
    publisher: words.optional(),
    published: published.optional(),
    url: address.optional(),
    ...common,
  }),
  z.object({
    kind: z.literal('addresses'),
    addresses: z.array(address).min(1).max(MOST_ADDRESSES).describe('Pages, feeds, lists of feeds: told by what comes'),
    watch: z.boolean().default(false).describe('Feeds among them are polled from now on'),
    ...common,
  }),
  z.object({ kind: z.literal('feeds').describe('What is new in the feeds that the record polls'), ...common }),
])
export type ImportMade = z.infer<typeof importMade>

/** Fields of a form beside its files. */
export const uploadFields = z.object({ ...common, watch: z.literal('true').optional() })

export const importBegun = z.object({ id: z.string() }).openapi('ImportBegun')

export const importItem = z
  .object({
    id: z.string(),
    at: instant,
    by: z.string(),
    kind: z.enum(['files', 'text', 'addresses', 'feeds']).nullable().describe('null: not taken in by this server'),
    inputs: count.describe('How many were named'),
    names: z.array(z.string()).describe('The first of them'),
    state: z.enum(['waiting', 'running', 'stopping', 'interrupted', 'cancelled', 'done', 'withdrawing', 'withdrawn']),
    stage: z.enum(['archive', 'read', 'group']).nullable(),
    done: count.describe('Inputs while they are archived, documents while they are read'),
    left: count.nullable(),
    rate: z.number().nullable().describe('A second'),
    remaining: z.number().nullable().describe('Seconds'),
    item: z.string().nullable().describe('What it is at'),
    known: count.nullable().describe('Inputs that the record had already'),
    added: count.nullable().describe('Documents that the record did not have'),
    documents: count.describe('Of the record, that came by it'),
    unread: count.describe('Of these, those that nothing has read yet'),
    failed: count,
    began: instant.nullable(),
    ended: instant.nullable(),
    reason: z.string().nullable().describe('Why it was interrupted'),
  })
  .openapi('Import')
export type ImportItem = z.infer<typeof importItem>

export const importFailure = z
  .object({
    input: z.string(),
    reason: z.string().describe('One clause in English'),
    cause: z
      .object({ code: z.string(), params: z.record(z.string(), z.string()) })
      .nullable()
      .describe('What the reason says, for wording it in another language; null: known by its words alone'),
    isAddress: z.boolean().describe('It can be tried again without sending anything'),
  })
  .openapi('ImportFailure')
export type ImportFailure = z.infer<typeof importFailure>

export const importNotice = z
  .object({
    input: z.string(),
    message: z.string().describe('One clause in English'),
    cause: z
      .object({ code: z.string(), params: z.record(z.string(), z.string()) })
      .nullable()
      .describe('As for failures'),
  })
  .openapi('ImportNotice', { description: 'Of an input that was taken in all the same' })
export type ImportNotice = z.infer<typeof importNotice>

export const feed = z
  .object({
    url: z.string(),
    title: z.string().nullable(),
    checked: instant.nullable().describe('When it was asked last'),
  })
  .openapi('Feed')

export const uploadLimits = z
  .object({
    files: count,
    fileBytes: count,
    bytes: count,
    endings: z.array(z.string()).describe('Of files that are read'),
  })
  .openapi('UploadLimits')

export const rollingBack = z.object({
  by: name.optional(),
  why: z.string().trim().max(4000).nullable().default(null),
  confirm: z.string().describe('The id of the import once more: what it brought leaves the record'),
})
export const feedForgotten = z.object({ url: z.string().max(2000) })
