/** The record: reports, readings, what they found, decisions, the change log. */
import { type Kysely, sql } from 'kysely'
import type { EngineName } from '../engine-name.ts'
import { keepFromChange, makeTables, type Tables } from './make-tables.ts'

export const FIRST: Tables = {
  columns: {
    meta: { key: 'text!', value: 'text' },
    imports: { id: 'text!', at: 'text', by: 'text', what: 'text', withdrawn: 'text?' },
    archive: { sha256: 'text!', bytes: 'int' },
    captures: {
      id: 'text!',
      sha256: 'text',
      origin: 'text',
      url: 'text?',
      media_type: 'text?',
      how: 'text',
      at: 'text',
      headers: 'text?',
      import: 'text',
      finished: 'int',
    },
    texts: { sha256: 'text!', text: 'text' },
    documents: {
      n: 'int!',
      id: 'text',
      name: 'text',
      text: 'text',
      language: 'text?',
      published: 'text?',
      title: 'text?',
      url: 'text?',
      publisher: 'text?',
    },
    stories: { document: 'int!', story: 'text' },
    sources: { document: 'int', capture: 'text', part: 'text' },
    readers: { id: 'text!', version: 'text', languages: 'text', dossier: 'text?' },
    readings: { document: 'int!', reader: 'text', signature: 'bytes?' },
    analyses: {
      id: 'text!',
      document: 'int',
      reader: 'text',
      at: 'text',
      body: 'bytes?',
      sha256: 'text?',
      failure: 'text?',
      changes: 'text?',
    },
    quotations: {
      n: 'int!',
      document: 'int',
      position: 'int',
      start: 'int',
      end: 'int',
      kind: 'text',
      act: 'text?',
      parts: 'text',
      quote: 'text',
      speaker: 'text?',
      speaker_ref: 'text?',
      said: 'text?',
      reported: 'text?',
      rule: 'text',
    },
    events: {
      n: 'int!',
      document: 'int',
      position: 'int',
      start: 'int',
      end: 'int',
      type: 'text',
      mode: 'text?',
      words: 'text',
      actors: 'text',
      recipients: 'text',
      place: 'text?',
      place_ref: 'text?',
      time: 'text?',
      status: 'text',
      background: 'int',
      rule: 'text',
    },
    claims: {
      n: 'int!',
      document: 'int',
      position: 'int',
      start: 'int',
      end: 'int',
      stipulation: 'text',
      assertion: 'text',
      claimant: 'text?',
      claimant_ref: 'text?',
      claimant_for: 'text?',
      words: 'text',
      general: 'int',
      said: 'text?',
      reported: 'text?',
      quotation: 'int?',
      event: 'int?',
      rule: 'text',
    },
    passages: { n: 'int!', document: 'int', start: 'int', end: 'int' },
    bands: { band: 'text!', document: 'int' },
    feeds: { url: 'text!', title: 'text?', etag: 'text?', modified: 'text?', checked: 'text?' },
    failures: { import: 'text', input: 'text', reason: 'text', at: 'text' },
    log: {
      seq: 'int!',
      at: 'text',
      by: 'text',
      what: 'text',
      why: 'text?',
      body: 'text',
      root: 'text',
      previous: 'text',
      hash: 'text',
    },
    decisions: {
      seq: 'int!',
      at: 'text',
      by: 'text',
      kind: 'text',
      target: 'text',
      value: 'text?',
      why: 'text?',
      undone: 'int?',
    },
    anchors: { target: 'text', document: 'int', state: 'text', start: 'int?', end: 'int?' },
  },
  references: {
    captures: { sha256: 'archive.sha256', import: 'imports.id' },
    documents: { text: 'texts.sha256' },
    readings: { document: 'documents.n', reader: 'readers.id' },
    stories: { document: 'documents.n' },
    sources: { document: 'documents.n', capture: 'captures.id' },
    analyses: { document: 'documents.n', reader: 'readers.id' },
    quotations: { document: 'documents.n' },
    events: { document: 'documents.n' },
    claims: { document: 'documents.n' },
    passages: { document: 'documents.n' },
    bands: { document: 'documents.n' },
    anchors: { document: 'documents.n' },
  },
  indexes: {
    captures: ['import', 'url', 'sha256'],
    documents: ['!id', 'text', 'url', 'published'],
    stories: ['story'],
    sources: ['!document, capture, part', 'capture'],
    analyses: ['!document, reader'],
    quotations: ['document, position', 'said, n', 'speaker_ref, said', 'speaker, said'],
    events: ['document, position', 'time, n', 'type, time'],
    claims: ['document, position', 'stipulation, said'],
    passages: ['document'],
    bands: ['document'],
    decisions: ['target'],
    failures: ['import'],
    anchors: ['!target, document', 'document'],
  },
}

export async function makeFirst(db: Kysely<unknown>, engine: EngineName): Promise<void> {
  await makeTables(db, engine, FIRST)
  await (engine === 'sqlite' ? finishSqlite(db) : finishPostgres(db))
}

/**
 * Words are lemmas that we have found; the index only has to keep them apart at spaces. FTS5's `ascii` tokenizer takes every character
 * beyond ASCII as part of a word, whatever edition of Unicode the library was built with.
 */
async function finishSqlite(db: Kysely<unknown>): Promise<void> {
  for (const table of ['quotation_words', 'passage_words']) {
    await sql`create virtual table ${sql.table(table)} using fts5(words, content='', contentless_delete=1, tokenize='ascii')`.execute(
      db,
    )
  }
  await keepFromChange(db, 'sqlite', 'log', 'the change log is append-only')
}

async function finishPostgres(db: Kysely<unknown>): Promise<void> {
  for (const table of ['quotations', 'passages']) {
    await sql`alter table ${sql.table(table)} add column words tsvector`.execute(db)
    await sql`create index ${sql.raw(`${table}_words`)} on ${sql.table(table)} using gin (words)`.execute(db)
  }
  // Where no folder stands beside the database, the archive's bytes stand in it, in pieces.
  await sql`create table archive_pieces (sha256 text collate "C" not null, piece bigint not null, bytes bytea not null,
    primary key (sha256, piece))`.execute(db)
  await keepFromChange(db, 'postgres', 'log', 'the change log is append-only')
}
