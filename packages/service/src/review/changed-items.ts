/** Items that count otherwise than they were found, because reviewers rejected or corrected them. They are few beside all that was found. */
import {
  claimKey,
  eventKey,
  type FoundClaim,
  type FoundEvent,
  type FoundQuotation,
  type ItemFilter,
  type ItemKind,
  listClaims,
  listEvents,
  listQuotations,
  type OpenRecord,
  type Page,
  parseItemKey,
  quotationKey,
  type ReviewState,
} from '@parley/record'
import { whileUnchanged } from '../record/while-unchanged.ts'
import { correctClaim, correctEvent, correctQuotation } from './correct-rows.ts'
import { type Correction, decisionsAbout, isOtherwise, outcomeOf } from './decisions-about.ts'
import { type Identities, type IdentityOf, identitiesIn } from './identities.ts'
import {
  claimsNaming,
  eventsNaming,
  quotationsNaming,
  renameClaim,
  renameEvent,
  renameQuotation,
} from './rename-rows.ts'

/** A row as reviewers left it. `id`: the key decisions name it by, made of what was found. */
export type Reviewed<Row> = Row & { readonly id: string; readonly review: ReviewState }

export interface Changed<Row> {
  readonly found: Reviewed<Row>
  /** null: rejected. */
  readonly reviewed: Reviewed<Row> | null
}

/** What the three kinds of items have in common. */
export interface KindOfItem<Row extends RowBase> {
  readonly kind: ItemKind
  readonly keyOf: (row: Row) => string
  readonly list: (record: OpenRecord, filter: ItemFilter, limit: number) => Promise<Page<Row>>
  readonly correct: (row: Row, correction: Correction, text: string) => Row
  /** Numbers of the rows in which one of these is named; ids, or names of those without one. */
  readonly naming: (record: OpenRecord, who: readonly string[]) => Promise<number[]>
  /** The row with who is who as reviewers say; null where that changes nothing. */
  readonly rename: (row: Row, identityOf: IdentityOf) => Row | null
}

interface RowBase {
  readonly n: number
  /** SHA-256 of the text. */
  readonly text: string
}

export const QUOTATIONS: KindOfItem<FoundQuotation> = {
  kind: 'quotation',
  keyOf: quotationKey,
  list: listQuotations,
  correct: correctQuotation,
  naming: quotationsNaming,
  rename: renameQuotation,
}
export const EVENTS: KindOfItem<FoundEvent> = {
  kind: 'event',
  keyOf: eventKey,
  list: listEvents,
  correct: correctEvent,
  naming: eventsNaming,
  rename: renameEvent,
}
export const CLAIMS: KindOfItem<FoundClaim> = {
  kind: 'claim',
  keyOf: claimKey,
  list: listClaims,
  correct: correctClaim,
  naming: claimsNaming,
  rename: renameClaim,
}

export function changedItems<Row extends RowBase>(
  record: OpenRecord,
  of: KindOfItem<Row>,
): Promise<readonly Changed<Row>[]> {
  return whileUnchanged(record, `changed ${of.kind}`, () => findChanged(record, of))
}

async function findChanged<Row extends RowBase>(record: OpenRecord, of: KindOfItem<Row>): Promise<Changed<Row>[]> {
  const decided = await record.db
    .selectFrom('decisions')
    .select('target')
    .distinct()
    .where('kind', 'in', ['reject', 'correct'])
    .where('undone', 'is', null)
    .execute()
  const keys = decided.map(({ target }) => target).filter(key => parseItemKey(key)?.kind === of.kind)
  const decisions = await decisionsAbout(record, keys)
  const outcomes = new Map(
    keys.map(key => [key, outcomeOf(decisions.get(key))] as const).filter(([, outcome]) => isOtherwise(outcome)),
  )
  const rows = await rowsByKey(record, of, [...outcomes.keys()])
  const texts = await textsOf(
    record,
    rows.filter(({ key }) => 'words' in outcomes.get(key)!.correction).map(({ row }) => row.text),
  )
  const identities = await identitiesIn(record)
  const renamed = (row: Row): Row => of.rename(row, identities.of) ?? row
  const changed = rows.map(({ key, row }) => {
    const { state, correction } = outcomes.get(key)!
    const found = { ...row, id: key, review: state }
    if (state === 'rejected') return { found, reviewed: null }
    const corrected = of.correct(row, correction, texts.get(row.text) ?? '')
    return { found, reviewed: { ...renamed(corrected), id: key, review: state } }
  })
  return [...changed, ...(await onlyRenamed(record, of, identities, new Set(rows.map(({ row }) => row.n))))]
}

/** Items that nobody changed but by saying who is who. */
async function onlyRenamed<Row extends RowBase>(
  record: OpenRecord,
  of: KindOfItem<Row>,
  { named, of: identityOf }: Identities,
  others: ReadonlySet<number>,
): Promise<Changed<Row>[]> {
  if (named.length === 0) return []
  const only = (await of.naming(record, named)).filter(n => !others.has(n))
  const { rows } = await of.list(record, { only }, only.length)
  const decisions = await decisionsAbout(record, rows.map(of.keyOf))
  return rows.flatMap(row => {
    const reviewed = of.rename(row, identityOf)
    if (reviewed === null) return []
    const id = of.keyOf(row)
    const review = outcomeOf(decisions.get(id)).state
    return [{ found: { ...row, id, review }, reviewed: { ...reviewed, id, review } }]
  })
}

/** Values bound in one question; engines take some thousands. */
const STRETCH = 200

/** Rows of the items that are there, by their keys. */
export async function rowsByKey<Row extends RowBase>(record: OpenRecord, of: KindOfItem<Row>, keys: readonly string[]) {
  const wanted = new Set(keys)
  const documents = [...new Set(keys.map(key => parseItemKey(key)!.document))]
  const found: { key: string; row: Row }[] = []
  for (let from = 0; from < documents.length; from += STRETCH) {
    const ids = documents.slice(from, from + STRETCH)
    const numbers = await record.db
      .selectFrom(`${of.kind}s` as 'claims')
      .innerJoin('documents as d', 'd.n', 'document')
      .select(`${of.kind}s.n` as 'claims.n')
      .where('d.id', 'in', ids)
      .execute()
    const only = numbers.map(({ n }) => n)
    const { rows } = await of.list(record, { only }, only.length)
    for (const row of rows) if (wanted.has(of.keyOf(row))) found.push({ key: of.keyOf(row), row })
  }
  return found
}

/** Texts by their hash. */
export async function textsOf({ db }: OpenRecord, hashes: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const wanted = [...new Set(hashes)]
  const texts = new Map<string, string>()
  for (let from = 0; from < wanted.length; from += STRETCH) {
    const rows = await db
      .selectFrom('texts')
      .select(['sha256', 'text'])
      .where('sha256', 'in', wanted.slice(from, from + STRETCH))
      .execute()
    for (const { sha256, text } of rows) texts.set(sha256, text)
  }
  return texts
}
