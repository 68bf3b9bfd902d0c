/** What the API answers of places and of who meets and names whom. */
import { dossierName, z } from './schemas.ts'

const counted = z.number().int()

export const place = z
  .object({
    ref: z.string().nullable().describe('Id in the dossier; null: a place it does not know'),
    name: z.string().describe('A name of it; that of the record for a place no dossier knows'),
    asked: z.string().describe('What `/events?place=` and `/statements?about=` find it by'),
    kind: z.string().nullable(),
    partOf: z.string().nullable(),
    names: z.array(dossierName),
    coordinates: z
      .object({
        lat: z.number(),
        lon: z.number(),
        within: z.number().describe('How far the point may be off, in kilometres'),
        sourceTitle: z.string(),
        sourceUrl: z.string().nullable(),
      })
      .nullable(),
    events: counted.describe('Reports of events there; `/events` tells each happening once'),
    lastEvent: z.string().nullable(),
    statements: counted.describe('Quotations that name it'),
    lastStatement: z.string().nullable(),
    isCut: z.boolean().describe('More statements name it than were counted'),
  })
  .openapi('Place')
export type Place = z.infer<typeof place>

export const actor = z
  .object({
    key: z.string().describe('Id in the dossier, or the name the record has'),
    ref: z.string().nullable().describe('null: nobody the dossier knows'),
    name: z.string().describe('As the record names them'),
    names: z.array(dossierName),
    kind: z.enum(['person', 'body', 'party']).nullable(),
    side: z.string().nullable().describe('Party they belong to or hold their last office for'),
  })
  .openapi('Actor')
export type Actor = z.infer<typeof actor>

export const meeting = z
  .object({
    key: z.string().describe('Key of its first event'),
    time: z.string().nullable(),
    status: z.enum(['occurred', 'ongoing', 'planned', 'denied', 'hypothetical']),
    background: z.boolean(),
    place: z.string().nullable(),
    placeNames: z.array(dossierName),
    present: z.array(z.string()).describe('Keys of actors'),
    sources: counted,
    evidence: z
      .array(
        z.object({
          document: z.string(),
          index: counted.describe('Index into the events of the analysis'),
          title: z.string(),
          publisher: z.string().nullable(),
          language: z.string().nullable(),
          words: z.string(),
          reported: z.string().nullable(),
        }),
      )
      .describe('The first reports of it'),
  })
  .openapi('Meeting', { description: 'One meeting or talk, however many reports tell of it' })
export type Meeting = z.infer<typeof meeting>

export const naming = z
  .object({
    by: z.string().describe('Key of the actor who speaks'),
    of: z.string().describe('Key of the actor named in the words'),
    count: counted,
    last: z.string().nullable(),
  })
  .openapi('Naming', { description: 'Statements of one actor that name another' })
export type Naming = z.infer<typeof naming>

export const network = z
  .object({
    actors: z.array(actor),
    meetings: z.array(meeting).describe('Latest first; those of two or more'),
    namings: z.array(naming).describe('Most first'),
    isCut: z.boolean().describe('There is more than is told here'),
  })
  .openapi('Network')
export type Network = z.infer<typeof network>
