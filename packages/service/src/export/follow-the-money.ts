/**
 * Entities of FollowTheMoney, one a line: reports (Article), those who speak and act (LegalEntity: the record does not say whether a name is a person's), events
 * (Event) and what was said (Note on who said it). https://followthemoney.tech
 */
import { createHash } from 'node:crypto'
import type { DocumentFacts } from '@parley/record'
import { type ExportSource, eventsOf, quotationsOf } from './source.ts'

interface Entity {
  readonly id: string
  readonly schema: string
  readonly properties: Readonly<Record<string, readonly string[]>>
}

export async function* writeFollowTheMoney(source: ExportSource): AsyncGenerator<string> {
  const written = new Set<string>()
  function* once(entity: Entity): Generator<string> {
    if (written.has(entity.id)) return
    written.add(entity.id)
    yield `${JSON.stringify(entity)}\n`
  }
  for await (const row of quotationsOf(source)) {
    yield* once(article(row))
    const speaker = row.speaker === null ? null : legalEntity(row.speaker, row.speaker_ref)
    if (speaker !== null) yield* once(speaker)
    yield* once(
      entity(row.id, 'Note', {
        name: shortened(row.quote),
        description: row.quote,
        entity: speaker?.id ?? null,
        proof: articleId(row),
        sourceUrl: row.url,
        publisher: row.publisher,
        keywords: row.act,
        createdAt: row.said,
      }),
    )
  }
  for await (const row of eventsOf(source)) {
    yield* once(article(row))
    const involved = [...people(row.actors), ...people(row.recipients)].map(({ name, ref }) => legalEntity(name, ref))
    for (const one of involved) yield* once(one)
    yield* once(
      entity(row.id, 'Event', {
        name: `${row.type}${row.mode === null ? '' : `/${row.mode}`}: ${row.words}`,
        date: row.time?.slice(0, 10) ?? null,
        location: row.place,
        involved: involved.map(({ id }) => id),
        summary: `${row.status}${row.background === 1 ? ', background' : ''}`,
        proof: articleId(row),
        sourceUrl: row.url,
        publisher: row.publisher,
      }),
    )
  }
}

/** Properties without a value are left out; ids are hashes, as the format wants them short and plain. */
function entity(
  key: string,
  schema: string,
  values: Readonly<Record<string, string | readonly string[] | null>>,
): Entity {
  const properties: Record<string, string[]> = {}
  for (const [name, value] of Object.entries(values)) {
    const list = value === null ? [] : typeof value === 'string' ? [value] : [...new Set(value)]
    if (list.length > 0) properties[name] = list
  }
  return { id: idOf(schema, key), schema, properties }
}

function article(row: DocumentFacts): Entity {
  return entity(row.document, 'Article', {
    fileName: row.name,
    title: row.title ?? row.name,
    publishedAt: row.published,
    sourceUrl: row.url,
    publisher: row.publisher,
    language: LANGUAGES[row.language ?? ''] ?? null,
  })
}

function articleId(row: DocumentFacts): string {
  return idOf('Article', row.document)
}

/** The format takes ISO 639-3. */
const LANGUAGES: Readonly<Record<string, string>> = { ru: 'rus', en: 'eng', az: 'aze', hy: 'hye' }

function legalEntity(name: string, ref: string | null): Entity {
  return entity(ref ?? name, 'LegalEntity', { name })
}

function people(json: string): { name: string; ref: string | null }[] {
  return JSON.parse(json)
}

function idOf(schema: string, key: string): string {
  return `parley-${createHash('sha256').update(`${schema} ${key}`).digest('hex').slice(0, 32)}`
}

function shortened(words: string): string {
  return words.length <= 120 ? words : `${words.slice(0, 119)}…`
}
