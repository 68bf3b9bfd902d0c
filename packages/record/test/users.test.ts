/** Users, sessions, tokens and the audit, on both engines. */
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import {
  addAudit,
  addSession,
  addToken,
  addUser,
  changeUser,
  endSession,
  findSession,
  findToken,
  findUser,
  hasUsers,
  listAudit,
  listTokens,
  listUsers,
  type OpenRecord,
  openRecord,
  removeToken,
  removeUser,
  touchSession,
  verifyRecord,
} from '../src/index.ts'
import { onEachEngine } from './engines.ts'

const AT = '2026-01-02T03:00:00Z'
const anna = { name: 'Anna Petrova', password: 'hash', role: 'coder', mayExport: false }

/** Made by migrations that follow the one of the users. */
const LATER_INDEXES = [
  'quotation_days',
  'quotations_unnamed',
  'documents_by_publisher',
  'quotations_newest',
  'document_facets',
  'documents_by_language',
  'claims_of_quotations',
  'claim_points',
]

onEachEngine('users', place => {
  test('a user is added once, whatever the case, and found by any', async () => {
    const { db } = await place.make()
    expect(await hasUsers(db)).toBe(false)
    await addUser(db, anna, AT)
    await expect(addUser(db, { ...anna, name: ' ANNA petrova' }, AT)).rejects.toThrow(/a user 'ANNA petrova' already/)
    expect(await findUser(db, 'anna petrova')).toMatchObject(anna)
    for (const name of ['nobody', '', '\0', 'anna petrova\0', '\ud800', "' or 1=1 --"])
      expect(await findUser(db, name)).toBeNull()
    await changeUser(db, 'Anna Petrova', { role: 'editor', mayExport: true })
    expect(await listUsers(db)).toEqual([
      { name: 'Anna Petrova', role: 'editor', mayExport: true, hasPassword: true, at: AT },
    ])
    expect(await hasUsers(db)).toBe(true)
    await expect(changeUser(db, 'Boris', { role: 'admin' })).rejects.toThrow(/no user 'Boris'/)
  })

  test('what is no name', async () => {
    const { db } = await place.make()
    const names = ['', ' ', '-x', 'a\nb', 'a<b', 'x'.repeat(65), '\u202eanna', "a'; drop table users --", '../x']
    for (const name of names)
      await expect(addUser(db, { ...anna, name }, AT), name).rejects.toThrow(/is no name of a user/)
    // The first letter is Cyrillic; the last name's Greek.
    for (const name of ['\u0430nna', 'Anna P\u0435trova', 'Ann\u03b1'])
      await expect(addUser(db, { ...anna, name }, AT), name).rejects.toThrow(/mixes letters/)
    expect(await hasUsers(db)).toBe(false)
    for (const name of ['Анна', 'Анна BBC', 'Աննա P', 'Müller2']) await addUser(db, { ...anna, name }, AT)
  })

  test('a session ends by its day, when it is not used, with the password, with the user', async () => {
    const { db } = await place.make()
    await addUser(db, anna, AT)
    const session = { user: anna.name, at: AT, expires: '2026-01-02T15:00:00Z' }
    const find = (hash: string, now: string, idleSince: string) => findSession(db, hash, { now, idleSince })
    await addSession(db, { hash: 'a', ...session })
    const user = { name: anna.name, role: 'coder', mayExport: false }
    expect(await find('a', '2026-01-02T04:00:00Z', '2026-01-02T02:00:00Z')).toEqual({ user, seen: AT })
    expect(await find('b', '2026-01-02T04:00:00Z', '2026-01-02T02:00:00Z')).toBeNull()
    expect(await find('a', '2026-01-02T15:00:00Z', '2026-01-02T02:00:00Z')).toBeNull()
    expect(await find('a', '2026-01-02T06:00:00Z', '2026-01-02T04:00:00Z')).toBeNull()
    await touchSession(db, 'a', '2026-01-02T05:00:00Z')
    expect(await find('a', '2026-01-02T06:00:00Z', '2026-01-02T04:00:00Z')).not.toBeNull()
    await addSession(db, { hash: 'c', ...session, at: '2026-01-03T00:00:00Z', expires: '2026-01-03T12:00:00Z' })
    expect(await find('a', '2026-01-02T06:00:00Z', '2026-01-02T04:00:00Z')).toBeNull()
    await changeUser(db, anna.name, { role: 'reader' })
    expect((await find('c', '2026-01-03T01:00:00Z', '2026-01-02T23:00:00Z'))?.user.role).toBe('reader')
    await changeUser(db, anna.name, { password: 'other' })
    expect(await find('c', '2026-01-03T01:00:00Z', '2026-01-02T23:00:00Z')).toBeNull()
    await addSession(db, { hash: 'd', ...session })
    await endSession(db, 'd')
    expect(await find('d', '2026-01-02T04:00:00Z', '2026-01-02T02:00:00Z')).toBeNull()
    await addSession(db, { hash: 'e', ...session })
    await removeUser(db, anna.name)
    expect(await find('e', '2026-01-02T04:00:00Z', '2026-01-02T02:00:00Z')).toBeNull()
  })

  test('a token ends by its day, when it is removed, with its user', async () => {
    const { db } = await place.make()
    await addUser(db, anna, AT)
    const token = { user: anna.name, scopes: ['read', 'export'], note: null, at: AT }
    await addToken(db, { hash: 'a', id: 'aa', ...token, expires: '2026-02-01T00:00:00Z' })
    await addToken(db, { hash: 'b', id: 'bb', ...token, expires: null })
    const ended = addToken(db, { hash: 'd', id: 'dd', ...token, expires: AT })
    await expect(ended).rejects.toThrow(/ends before it begins/)
    expect((await findToken(db, 'a', AT))?.token).toEqual({
      id: 'aa',
      ...token,
      expires: '2026-02-01T00:00:00Z',
      seen: null,
    })
    expect(await findToken(db, 'a', '2026-02-01T00:00:00Z')).toBeNull()
    expect((await findToken(db, 'b', '2036-02-01T00:00:00Z'))?.user).toEqual({
      name: anna.name,
      role: 'coder',
      mayExport: false,
    })
    await removeToken(db, 'aa')
    expect((await listTokens(db)).map(({ id }) => id)).toEqual(['bb'])
    await expect(removeToken(db, 'aa')).rejects.toThrow(/no token aa/)
    await removeUser(db, anna.name)
    expect(await findToken(db, 'b', AT)).toBeNull()
    await expect(addToken(db, { hash: 'c', id: 'cc', ...token, expires: null })).rejects.toThrow(/no user/)
  })

  test('the audit is read from its end in pages, and nobody rewrites it', async () => {
    const { db } = await place.make()
    for (const [i, who] of ['Anna', 'Boris', 'Anna'].entries())
      await addAudit(db, { at: AT, who, how: 'session', from: '192.0.2.1', what: 'decide', about: `decision ${i}` })
    const [last, ...before] = await listAudit(db, { limit: 2 })
    expect([last, ...before].map(({ about }) => about)).toEqual(['decision 2', 'decision 1'])
    expect((await listAudit(db, { limit: 2, before: before[0].n })).map(({ about }) => about)).toEqual(['decision 0'])
    expect(await listAudit(db, { limit: 9, who: 'Anna' })).toHaveLength(2)
    await expect(db.deleteFrom('audit').execute()).rejects.toThrow(/append-only/)
    await expect(db.updateTable('audit').set({ who: 'Boris' }).execute()).rejects.toThrow(/append-only/)
  })

  test('a record made before there were users gets them when it is opened, and nothing of it changes', async () => {
    const made: OpenRecord = await place.make()
    for (const table of ['audit', 'tokens', 'sessions', 'users', 'notices'])
      await made.db.schema.dropTable(table).execute()
    if (place.engine === 'postgres') await sql`drop function keep_audit()`.execute(made.db)
    for (const index of LATER_INDEXES) await made.db.schema.dropIndex(index).execute()
    await made.db.schema.createIndex('quotations_1').on('quotations').columns(['said', 'n']).execute()
    await sql`delete from kysely_migration where name >= '2026-11-users'`.execute(made.db)
    await made.db.updateTable('meta').set({ value: '2026-11-first' }).where('key', '=', 'schema').execute()
    const again = await openRecord(made.location)
    await addUser(again.db, anna, AT)
    expect((await verifyRecord(again)).faults).toEqual([])
    await again.close()
  })
})
