/** Events, happenings, persons and assessments that two reviewers decided differently, each with what it is about. Claims and quotations have a queue. */
import { disputesAmong, type Dispute as Found, listDecisions, parseWhoKey } from '@parley/record'
import { EVENTS, factsOf, rowsByKey, textsOf } from '@parley/service'
import type { Dispute } from '../api/schemas.ts'
import { reportOf } from './happenings.ts'
import { answerOf } from './reviews.ts'
import type { Shelf } from './shelf.ts'

/** The one that began or went on last comes last. */
export async function listDisputes(shelf: Shelf): Promise<Dispute[]> {
  const found = disputesAmong(await listDecisions(shelf.record.db))
  return Promise.all(found.flatMap(one => (isQueued(one) ? [] : [described(shelf, one)])))
}

function isQueued({ kind }: Found): boolean {
  return kind === 'claim' || kind === 'quotation'
}

async function described(shelf: Shelf, { kind, target, other, decisions }: Found): Promise<Dispute> {
  const keys = kind === 'happening' ? [target, other as string] : kind === 'event' ? [target] : []
  const rows = (await rowsByKey(shelf.record, EVENTS, keys)).map(({ row }) => row)
  const texts = await textsOf(
    shelf.record,
    rows.map(({ text }) => text),
  )
  const who = parseWhoKey(target)
  return {
    kind: kind as Dispute['kind'],
    target,
    type: rows[0]?.type ?? null,
    name: who === null ? null : await nameOf(shelf, target),
    document: await documentOf(shelf, who?.document ?? null),
    reports: rows.map(row => reportOf(row, texts.get(row.text) ?? '')),
    sides: await Promise.all(
      decisions.map(async decision => ({
        ...answerOf(decision),
        other: kind === 'who' ? await nameOf(shelf, (decision.value as { with: string }).with) : null,
      })),
    ),
  }
}

async function nameOf({ record, kit }: Shelf, key: string): Promise<string> {
  const { who } = parseWhoKey(key)!
  const { name, ref } = await factsOf(record, who)
  if (ref !== null) return name
  // Known to the dossier, and quoted nowhere.
  const known = kit.dossiers.flatMap(({ persons, bodies, parties }) => [...persons, ...bodies, ...parties])
  return known.find(({ id }) => id === who)?.names[0]?.text ?? name
}

async function documentOf({ record }: Shelf, id: string | null): Promise<Dispute['document']> {
  if (id === null) return null
  const row = await record.db
    .selectFrom('documents')
    .select(['name', 'title', 'language'])
    .where('id', '=', id)
    .executeTakeFirst()
  return row === undefined ? null : { id, title: row.title ?? row.name, language: row.language }
}
