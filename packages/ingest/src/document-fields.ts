/** A JSON value -> the fields of a document, or what is wrong with it. Fields that no document has are ignored. */
import type { DocumentFields } from '@parley/core'
import { isIsoDate } from './iso-date.ts'

export type FieldsRead =
  | { readonly ok: true; readonly fields: DocumentFields }
  | { readonly ok: false; readonly reason: string }

const EXPECTED = 'expected a document { "id": …, "text": … }'

export function readDocumentFields(value: unknown): FieldsRead {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return wrong(`${EXPECTED}, got ${kindOf(value)}`)
  const record = value as Readonly<Record<string, unknown>>
  if (typeof record.format === 'string' && record.format.startsWith('parley/analysis@')) {
    return wrong(`${EXPECTED}, got an analysis that Parley wrote`)
  }
  for (const field of ['id', 'text'] as const) {
    if (!(field in record)) return wrong(`${EXPECTED}, but it has no "${field}"`)
    if (typeof record[field] !== 'string') return wrong(`"${field}": expected a string, got ${kindOf(record[field])}`)
    if (record[field].trim() === '') return wrong(`"${field}" is empty`)
  }
  for (const field of OPTIONAL) {
    const cell = record[field] ?? null
    if (cell !== null && typeof cell !== 'string') {
      return wrong(`"${field}": expected a string or null, got ${kindOf(cell)}`)
    }
  }
  const published = optional(record.published)
  if (published !== null && !isIsoDate(published)) {
    return wrong(`"published": expected an ISO date such as 2021-11-26, got ${JSON.stringify(published)}`)
  }
  return {
    ok: true,
    fields: {
      id: record.id as string,
      text: record.text as string,
      language: optional(record.language),
      published,
      title: optional(record.title),
      url: optional(record.url),
      publisher: optional(record.publisher),
    },
  }
}

const OPTIONAL = ['language', 'published', 'title', 'url', 'publisher'] as const

/** A blank string says as little as null does, and exports of databases are full of them. */
function optional(cell: unknown): string | null {
  return typeof cell === 'string' && cell.trim() !== '' ? cell.trim() : null
}

function wrong(reason: string): FieldsRead {
  return { ok: false, reason }
}

function kindOf(value: unknown): string {
  if (value === null) return 'null'
  if (Array.isArray(value)) return 'an array'
  if (typeof value === 'object') return 'an object'
  return `a ${typeof value}`
}
