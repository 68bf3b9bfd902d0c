/**
 * The tables of a record, as TypeScript sees them; `migrations.ts` makes them. The same on both engines. Instants are ISO strings in UTC,
 * days `YYYY-MM-DD`, hashes lower-case hex, offsets UTF-16 code units of a document's text; JSON columns hold text.
 */
import type { Generated } from 'kysely'

/** Pairs that belong to the whole record: the version of the schema. */
export interface MetaTable {
  key: string
  value: string
}

/** One run that took things in: what a rollback takes back. */
export interface ImportTable {
  id: string
  at: string
  by: string
  /** JSON: the inputs as the user named them. */
  what: string
  /** When it was rolled back, or null. */
  withdrawn: string | null
}

/** Archived bytes, by their hash. */
export interface ArchiveTable {
  sha256: string
  bytes: number
}

/** One taking of bytes from one place: where, when and how. */
export interface CaptureTable {
  id: string
  sha256: string
  /** Path or address, as it was named. */
  origin: string
  url: string | null
  media_type: string | null
  /** file, stdin, fetch, feed or warc. */
  how: string
  at: string
  /** JSON: response headers, or null. */
  headers: string | null
  import: string
  /** 1 once all documents of these bytes are in the record. */
  finished: number
}

export interface TextTable {
  sha256: string
  text: string
}

export interface DocumentTable {
  /** Short number inside this database; ids are what counts outside it. */
  n: number
  id: string
  name: string
  text: string
  language: string | null
  published: string | null
  title: string | null
  url: string | null
  publisher: string | null
}

/** The reading whose items stand in the item tables. */
export interface ReadingTable {
  document: number
  reader: string
  /** MinHash signature of the text, or null: too short to have near duplicates. */
  signature: Uint8Array | null
}

/** Near duplicates: documents that tell one story, named by the first of them. */
export interface StoryTable {
  document: number
  /** Id of a document. */
  story: string
}

/** Which document came out of which capture. */
export interface SourceTable {
  document: number
  capture: string
  /** Where in the bytes: the line of a JSONL file; '' for all of them. */
  part: string
}

/** A version of the reader with its language data and dossier. */
export interface ReaderTable {
  id: string
  version: string
  languages: string
  dossier: string | null
}

export interface AnalysisTable {
  id: string
  document: number
  reader: string
  at: string
  /** Analysis JSON without its text, zstd; null when the reading failed. */
  body: Uint8Array | null
  /** SHA-256 of the JSON. */
  sha256: string | null
  failure: string | null
  /** JSON: what this reading found anew, kept and no longer finds, against the one before it; null for the first. */
  changes: string | null
}

interface ItemColumns {
  n: number
  document: number
  /** Index in the analysis. */
  position: number
  start: number
  end: number
}

export interface QuotationTable extends ItemColumns {
  kind: string
  act: string | null
  /** JSON: [start, end] of each part. */
  parts: string
  /** The exact words, parts joined by ` … `. */
  quote: string
  speaker: string | null
  speaker_ref: string | null
  said: string | null
  reported: string | null
  rule: string
}

export interface EventTable extends ItemColumns {
  type: string
  mode: string | null
  words: string
  /** JSON: [{ name, ref }]. */
  actors: string
  recipients: string
  place: string | null
  place_ref: string | null
  time: string | null
  status: string
  background: number
  rule: string
}

export interface ClaimTable extends ItemColumns {
  stipulation: string
  assertion: string
  /** null: the document's own voice. */
  claimant: string | null
  claimant_ref: string | null
  /** Id of the party or body whose official the text calls the claimant, or null. */
  claimant_for: string | null
  words: string
  general: number
  said: string | null
  reported: string | null
  /** Position of the quotation it stands in, or null. */
  quotation: number | null
  event: number | null
  rule: string
}

/** A stretch of a text short enough to be one thing to find. */
export interface PassageTable {
  n: number
  document: number
  start: number
  end: number
}

/** The first document that brought a band of its signature: where near duplicates of it are looked for. */
export interface BandTable {
  band: string
  document: number
}

/** A feed that is polled, and what the server said of it last. */
export interface FeedTable {
  url: string
  title: string | null
  etag: string | null
  modified: string | null
  /** When it was asked last, or null. */
  checked: string | null
}

/** What somebody should know of an input that was taken in all the same; vouched for by nothing. */
export interface NoticeTable {
  import: string
  input: string
  message: string
}

export interface FailureTable {
  import: string
  input: string
  reason: string
  at: string
}

/** A link of the change log's chain. Rows are never changed or deleted. */
export interface LogTable {
  seq: number
  at: string
  by: string
  what: string
  why: string | null
  /** The leaves, one a line. */
  body: string
  /** Merkle root of the leaves. */
  root: string
  previous: string
  hash: string
}

/** What a reviewer decided; the same stands in the log. */
export interface DecisionTable {
  seq: number
  at: string
  by: string
  kind: string
  target: string
  /** JSON. */
  value: string | null
  why: string | null
  /** Seq of the decision that undid this one, or null. */
  undone: number | null
}

/** Where the evidence of an item stands in a later version of its page. */
export interface AnchorTable {
  target: string
  document: number
  state: string
  start: number | null
  end: number | null
}

/** Who may log in. */
export interface UserTable {
  name: string
  /** The name as it is compared: one spelling, lower case. */
  folded: string
  /** Its hash, with what made it; null: logs in by tokens alone. */
  password: string | null
  role: string
  /** 1: may export. */
  export: number
  at: string
}

export interface SessionTable {
  /** SHA-256 of the session's id: what the database holds opens nothing. */
  hash: string
  user: string
  at: string
  /** Last use, to the minute. */
  seen: string
  expires: string
}

export interface TokenTable {
  /** SHA-256 of the token. */
  hash: string
  /** What it is called by whoever lists and removes it. */
  id: string
  user: string
  /** Parted by spaces. */
  scopes: string
  note: string | null
  at: string
  expires: string | null
  seen: string | null
}

/** One thing that somebody did. Rows are never changed or deleted. */
export interface AuditTable {
  n: Generated<number>
  at: string
  /** Name of the user, or of the user of the machine; null: nobody who logged in. */
  who: string | null
  /** session, token and its id, local, none, or command line. */
  how: string
  /** Network address, or null at the machine itself. */
  from: string | null
  what: string
  about: string | null
}

export interface Tables {
  meta: MetaTable
  imports: ImportTable
  archive: ArchiveTable
  captures: CaptureTable
  texts: TextTable
  documents: DocumentTable
  sources: SourceTable
  readers: ReaderTable
  readings: ReadingTable
  stories: StoryTable
  analyses: AnalysisTable
  quotations: QuotationTable
  events: EventTable
  claims: ClaimTable
  passages: PassageTable
  bands: BandTable
  feeds: FeedTable
  failures: FailureTable
  notices: NoticeTable
  log: LogTable
  decisions: DecisionTable
  anchors: AnchorTable
  users: UserTable
  sessions: SessionTable
  tokens: TokenTable
  audit: AuditTable
}

export type TableName = keyof Tables
