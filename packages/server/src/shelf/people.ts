/** Who is who in a process: from its dossier, with what the record has of each. */
import { type Dossier, type DossierName, idIn, type PersonRole } from '@parley/core'
import type { FoundClaim } from '@parley/record'
import { CLAIMS, changedItems, QUOTATIONS } from '@parley/service'
import type { PersonFacts, PersonItem } from '../api/schemas.ts'
import { nameFacts } from './names.ts'
import type { Shelf } from './shelf.ts'

/** Persons, then bodies, then parties; in each the most quoted first, then by id. */
export async function listPeople(shelf: Shelf, dossier: Dossier): Promise<PersonItem[]> {
  const statements = await statementsBy(shelf, dossier)
  const counted = (id: string) => statements.get(id) ?? 0
  const item = (kind: PersonItem['kind'], id: string, names: readonly DossierName[], roles: readonly PersonRole[]) => ({
    ref: id,
    kind,
    names: names.map(nameFacts),
    roles: roles.map(role => roleWithSource(dossier, role)),
    statements: counted(id),
  })
  const lists = [
    dossier.persons.map(({ id, names, roles }) => item('person', id, names, roles)),
    dossier.bodies.map(({ id, names }) => item('body', id, names, [])),
    dossier.parties.map(({ id, names }) => item('party', id, names, [])),
  ]
  return lists.flatMap(list => list.sort((a, b) => b.statements - a.statements || (a.ref < b.ref ? -1 : 1)))
}

/** One of them with what they said on what, by the record's claims; null for an id the dossier does not know. */
export async function readPerson(shelf: Shelf, dossier: Dossier, ref: string): Promise<PersonFacts | null> {
  const person = (await listPeople(shelf, dossier)).find(item => item.ref === ref)
  if (person === undefined) return null
  const rows = await shelf.record.db
    .selectFrom('claims')
    .select(['stipulation', 'assertion', 'claimant_ref'])
    .select(eb => [eb.fn.countAll<number>().as('count'), eb.fn.max('said').as('last')])
    .where('claimant_ref', 'like', `%${ref}%`)
    .groupBy(['stipulation', 'assertion', 'claimant_ref'])
    .orderBy('stipulation')
    .orderBy('assertion')
    .execute()
  const said = new Map<string, PersonFacts['said'][number]>()
  const count = ({ stipulation, assertion, claimant_ref, said: day }: SaidRow, times: number): void => {
    if (idIn(claimant_ref, dossier.id) !== ref) return
    const key = `${stipulation} ${assertion}`
    const before = said.get(key)
    const last = times > 0 && (day ?? '') > (before?.last ?? '') ? day : (before?.last ?? day)
    said.set(key, {
      stipulation,
      assertion: assertion as PersonFacts['said'][number]['assertion'],
      count: (before?.count ?? 0) + times,
      last,
    })
  }
  for (const row of rows) count({ ...row, said: row.last }, Number(row.count))
  for (const { found, reviewed } of await changedItems(shelf.record, CLAIMS)) {
    count(found, -1)
    if (reviewed !== null) count(reviewed, 1)
  }
  const byPoint = [...said].filter(([, { count }]) => count > 0).sort(([a], [b]) => (a < b ? -1 : 1))
  return { ...person, said: byPoint.map(([, one]) => one) }
}

type SaidRow = Pick<FoundClaim, 'stipulation' | 'assertion' | 'claimant_ref' | 'said'>

async function statementsBy({ record }: Shelf, dossier: Dossier): Promise<Map<string, number>> {
  const rows = await record.db
    .selectFrom('quotations')
    .select('speaker_ref')
    .select(eb => eb.fn.countAll<number>().as('count'))
    .where('speaker_ref', 'is not', null)
    .groupBy('speaker_ref')
    .execute()
  const found = new Map<string, number>()
  const count = (ref: string | null, times: number): void => {
    const id = idIn(ref, dossier.id)
    if (id !== null) found.set(id, (found.get(id) ?? 0) + times)
  }
  for (const row of rows) count(row.speaker_ref, Number(row.count))
  for (const { found: before, reviewed } of await changedItems(record, QUOTATIONS)) {
    count(before.speaker_ref, -1)
    if (reviewed !== null) count(reviewed.speaker_ref, 1)
  }
  return found
}

function roleWithSource({ sources, parties, bodies }: Dossier, role: PersonRole): PersonItem['roles'][number] {
  const source = sources.find(({ id }) => id === role.source)
  const holder = [...parties, ...bodies].find(({ id }) => id === role.holder)
  const { title = role.source, url = null } = source ?? {}
  return { ...role, holderNames: (holder?.names ?? []).map(nameFacts), sourceTitle: title, sourceUrl: url }
}
