/** Rows in which somebody is named whom reviewers call another, and the rows with who they are. */
import type { FoundClaim, FoundEvent, FoundQuotation, OpenRecord } from '@parley/record'
import { sql } from 'kysely'
import type { IdentityOf, Who } from './identities.ts'

export function renameQuotation(row: FoundQuotation, identityOf: IdentityOf): FoundQuotation | null {
  const { speaker: name, speaker_ref: ref, document } = row
  const who = name === null ? null : identityOf({ name, ref }, document)
  return who === null ? null : { ...row, speaker: who.name, speaker_ref: who.ref }
}

/** Whose official the text called them was said of the name as found. */
export function renameClaim(row: FoundClaim, identityOf: IdentityOf): FoundClaim | null {
  const { claimant: name, claimant_ref: ref, document } = row
  const who = name === null ? null : identityOf({ name, ref }, document)
  return who === null ? null : { ...row, claimant: who.name, claimant_ref: who.ref, claimant_for: null }
}

export function renameEvent(row: FoundEvent, identityOf: IdentityOf): FoundEvent | null {
  const renamed = (json: string): string =>
    JSON.stringify((JSON.parse(json) as Who[]).map(who => identityOf(who, row.document) ?? who))
  const [actors, recipients] = [renamed(row.actors), renamed(row.recipients)]
  return actors === row.actors && recipients === row.recipients ? null : { ...row, actors, recipients }
}

export function quotationsNaming(record: OpenRecord, who: readonly string[]): Promise<number[]> {
  return naming(record, 'quotations', 'speaker', who)
}

export function claimsNaming(record: OpenRecord, who: readonly string[]): Promise<number[]> {
  return naming(record, 'claims', 'claimant', who)
}

async function naming({ db }: OpenRecord, table: string, column: string, who: readonly string[]): Promise<number[]> {
  const [name, ref] = [sql.ref(column), sql.ref(`${column}_ref`)]
  const list = sql.join(who)
  const { rows } = await sql<{ n: number }>`select n from ${sql.table(table)}
    where ${ref} in (${list}) or (${ref} is null and ${name} in (${list}))`.execute(db)
  return rows.map(({ n }) => n)
}

/** Names stand in JSON of the record's own making: a value as JSON.stringify writes it. */
export async function eventsNaming({ db, store }: OpenRecord, who: readonly string[]): Promise<number[]> {
  const at = sql.raw(store.engine === 'sqlite' ? 'instr' : 'strpos')
  const holds = who.map(one => sql`${at}(actors || recipients, ${`:${JSON.stringify(one)}`}) > 0`)
  const { rows } = await sql<{ n: number }>`select n from events where ${sql.join(holds, sql` or `)}`.execute(db)
  return rows.map(({ n }) => n)
}
