/**
 * The one set of migrations, for both engines. What differs between them stands in `Dialect`: names of types, and how words are indexed.
 * A migration that has been released is never edited; the next one changes what it made.
 */
import { type CreateTableBuilder, type Kysely, type Migration, sql } from 'kysely'
import type { EngineName } from './engine-name.ts'

/** serial: a number given out by the engine, from 1. */
type Column = 'text' | 'int' | 'bytes' | 'serial'
/** `name: 'text'` is not null; a `?` at the end allows null; a `!` makes the primary key. */
type Columns = Readonly<Record<string, `${Column}${'' | '?' | '!'}`>>

const FIRST: Readonly<Record<string, Columns>> = {
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
}

/** Who may come to a record that others reach, and what they did: apart from what the record says, and no part of the change log or an export. */
const USERS: Readonly<Record<string, Columns>> = {
  users: { name: 'text!', folded: 'text', password: 'text?', role: 'text', export: 'int', at: 'text' },
  sessions: { hash: 'text!', user: 'text', at: 'text', seen: 'text', expires: 'text' },
  tokens: {
    hash: 'text!',
    id: 'text',
    user: 'text',
    scopes: 'text',
    note: 'text?',
    at: 'text',
    expires: 'text?',
    seen: 'text?',
  },
  audit: { n: 'serial!', at: 'text', who: 'text?', how: 'text', from: 'text?', what: 'text', about: 'text?' },
}

const PLAIN = { ...FIRST, ...USERS }

/** null for the column of words that only PostgreSQL has. */
export function columnKind(table: string, column: string): Column | null {
  const kind = PLAIN[table]?.[column]
  return kind === undefined ? null : (kind.replace(/[?!]/, '') as Column)
}

/** Column -> the column it must name. */
const REFERENCES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
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
  sessions: { user: 'users.name' },
  tokens: { user: 'users.name' },
}

/** Table -> indexes; a `!` before the columns makes one unique. */
const INDEXES: Readonly<Record<string, readonly string[]>> = {
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
  users: ['!folded'],
  sessions: ['user', 'expires'],
  tokens: ['!id', 'user'],
  audit: ['who, n'],
}

export function migrationsFor(engine: EngineName): Record<string, Migration> {
  return {
    '2026-11-first': { up: db => makeFirst(db as Kysely<unknown>, engine) },
    '2026-11-places': { up: db => indexPlaces(db as Kysely<unknown>) },
    '2026-11-users': { up: db => makeUsers(db as Kysely<unknown>, engine) },
    '2026-11-volume': { up: db => indexVolume(db as Kysely<unknown>) },
    '2026-11-wide': { up: db => indexWide(db as Kysely<unknown>, engine) },
  }
}

/** Events by where they happened: what a map counts and opens. */
async function indexPlaces(db: Kysely<unknown>): Promise<void> {
  await db.schema.createIndex('events_by_place_ref').on('events').columns(['place_ref', 'time']).execute()
  await db.schema.createIndex('events_by_place').on('events').columns(['place', 'time']).execute()
}

/**
 * For a million quotations. The days by number are narrow: the thirty thousand hits of a common word are sorted by day without reading thirty thousand rows
 * (`find-quotations.ts` asks for it by name). What is asked of one publisher begins with its documents; whose speaker nobody knows are found one
 * after the other, as they wait for a reviewer.
 */
async function indexVolume(db: Kysely<unknown>): Promise<void> {
  await db.schema.createIndex('quotation_days').on('quotations').columns(['n', 'said', 'document']).execute()
  await db.schema.createIndex('documents_by_publisher').on('documents').column('publisher').execute()
  await db.schema
    .createIndex('quotations_unnamed')
    .on('quotations')
    .column('n')
    .where(sql.ref('speaker'), 'is', null)
    .execute()
}

/**
 * What lists and counts look at, beside one another: rows lie as their reports came, so that two thousand of one day, one speaker or one word lie in as many pages of
 * the table. Quotations by day with what facets count; of documents what facets count; of claims what the points of a matrix differ by, and
 * which quotation they stand in. PostgreSQL reads its tables at their places and needs the order alone.
 */
async function indexWide(db: Kysely<unknown>, engine: EngineName): Promise<void> {
  await db.schema.dropIndex('quotations_1').execute()
  await (engine === 'sqlite'
    ? db.schema
        .createIndex('quotations_newest')
        .on('quotations')
        .columns(['said', 'n', 'document', 'position', 'kind', 'act', 'speaker_ref', 'speaker', 'reported'])
        .execute()
    : sql`create index quotations_newest on quotations (said desc nulls last, n desc)`.execute(db))
  await db.schema.createIndex('document_facets').on('documents').columns(['n', 'publisher', 'language']).execute()
  await db.schema.createIndex('documents_by_language').on('documents').column('language').execute()
  await db.schema
    .createIndex('claims_of_quotations')
    .on('claims')
    .columns(['document', 'quotation', 'stipulation'])
    .execute()
  await db.schema
    .createIndex('claim_points')
    .on('claims')
    .columns(['stipulation', 'assertion', 'general', 'claimant', 'claimant_ref', 'claimant_for'])
    .columns(['said', 'reported', 'document'])
    .execute()
}

async function makeFirst(db: Kysely<unknown>, engine: EngineName): Promise<void> {
  await makeTables(db, engine, FIRST)
  await (engine === 'sqlite' ? finishSqlite(db) : finishPostgres(db))
}

async function makeUsers(db: Kysely<unknown>, engine: EngineName): Promise<void> {
  await makeTables(db, engine, USERS)
  await keepFromChange(db, engine, 'audit', 'the audit is append-only')
}

async function makeTables(
  db: Kysely<unknown>,
  engine: EngineName,
  tables: Readonly<Record<string, Columns>>,
): Promise<void> {
  for (const [table, columns] of Object.entries(tables)) {
    await makeTable(db, engine, table, columns)
    for (const [i, index] of (INDEXES[table] ?? []).entries()) {
      const isUnique = index.startsWith('!')
      const create = db.schema.createIndex(`${table}_${i}`).on(table)
      const indexed = index.replace('!', '').split(', ')
      await (isUnique ? create.unique() : create).columns(indexed).execute()
    }
  }
}

async function makeTable(db: Kysely<unknown>, engine: EngineName, name: string, columns: Columns): Promise<void> {
  let table: CreateTableBuilder<string, string> = db.schema.createTable(name)
  for (const [column, kind] of Object.entries(columns)) {
    const type = sql.raw(TYPES[engine][kind.replace(/[?!]/, '') as Column])
    const reference = REFERENCES[name]?.[column]
    table = table.addColumn(column, type, made => {
      let one = kind.endsWith('!') ? made.primaryKey() : made
      if (!kind.endsWith('?')) one = one.notNull()
      return reference === undefined ? one : one.references(reference)
    })
  }
  await (engine === 'sqlite' ? table.modifyEnd(sql`strict`) : table).execute()
}

// Compared by code point on both engines: the same order on every machine, whatever its locale.
const TYPES: Readonly<Record<EngineName, Readonly<Record<Column, string>>>> = {
  sqlite: { text: 'text', int: 'integer', bytes: 'blob', serial: 'integer' },
  postgres: {
    text: 'text collate "C"',
    int: 'bigint',
    bytes: 'bytea',
    serial: 'bigint generated by default as identity',
  },
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

/** Rows of the table are written once. `message` without quotes. */
async function keepFromChange(db: Kysely<unknown>, engine: EngineName, table: string, message: string): Promise<void> {
  if (engine === 'sqlite') {
    for (const what of ['update', 'delete']) {
      await sql`create trigger ${sql.raw(`${table}_no_${what}`)} before ${sql.raw(what)} on ${sql.table(table)}
        begin select raise(abort, ${sql.lit(message)}); end`.execute(db)
    }
    return
  }
  const keep = sql.raw(`keep_${table}`)
  await sql`create function ${keep}() returns trigger language plpgsql as
    $$ begin raise exception ${sql.lit(message)}; end $$`.execute(db)
  await sql`create trigger ${sql.raw(`${table}_append_only`)} before update or delete on ${sql.table(table)}
    for each row execute function ${keep}()`.execute(db)
}
