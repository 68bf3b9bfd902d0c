/** A JSON value -> the fields of a document, or what is wrong with it. Fields that no document has are ignored. */
import type { DocumentFields } from '@parley/core'
import { isIsoDate } from './iso-date.ts'
import { because, type ReasonCode } from './reasons.ts'

export type FieldsRead =
  | { readonly ok: true; readonly fields: DocumentFields }
  | { readonly ok: false; readonly reason: string }

export function readDocumentFields(value: unknown): FieldsRead {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return wrong('fieldsNot', { got: kindOf(value) })
  const record = value as Readonly<Record<string, unknown>>
  if (typeof record.format === 'string' && record.format.startsWith('parley/analysis@')) {
    return wrong('fieldsAnalysis')
  }
  for (const field of ['id', 'text'] as const) {
    if (!(field in record)) return wrong('fieldMissing', { field })
    if (typeof record[field] !== 'string') return wrong('fieldString', { field, got: kindOf(record[field]) })
    if (record[field].trim() === '') return wrong('fieldEmpty', { field })
  }
  for (const field of OPTIONAL) {
    const cell = record[field] ?? null
    if (cell !== null && typeof cell !== 'string') {
      return wrong('fieldText', { field, got: kindOf(cell) })
    }
  }
  const published = optional(record.published)
  if (published !== null && !isIsoDate(published)) {
    return wrong('fieldDate', { got: JSON.stringify(published) })
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

function wrong(code: ReasonCode, params: Readonly<Record<string, string>> = {}): FieldsRead {
  return { ok: false, reason: because(code, params) }
}

function kindOf(value: unknown): string {
  if (value === null) return 'null'
  if (Array.isArray(value)) return 'an array'
  if (typeof value === 'object') return 'an object'
  return `a ${typeof value}`
}
