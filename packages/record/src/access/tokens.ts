/** Tokens by which programs come, each in the name of a user. Of a token the database holds only the hash. */
import { RecordError } from '../store/record-error.ts'
import type { Db } from '../store/store.ts'
import type { TokenTable } from '../store/tables.ts'
import { findUser, type User } from './users.ts'

export interface Token {
  /** What it is called: not the token. */
  readonly id: string
  readonly user: string
  readonly scopes: readonly string[]
  readonly note: string | null
  readonly at: string
  readonly expires: string | null
  /** Last use, to the minute; null: never. */
  readonly seen: string | null
}

export type NewToken = Omit<Token, 'seen'> & { readonly hash: string }

/** Throws RecordError where there is no such user. */
export async function addToken(db: Db, { hash, id, user: name, scopes, note, at, expires }: NewToken): Promise<void> {
  const user = await findUser(db, name)
  if (user === null) throw new RecordError(`there is no user '${name}'`)
  if (expires !== null && expires <= at) throw new RecordError(`a token that ends before it begins: ${expires}`)
  const row = { hash, id, user: user.name, scopes: scopes.join(' '), note, at, expires, seen: null }
  await db.insertInto('tokens').values(row).execute()
}

export async function listTokens(db: Db): Promise<Token[]> {
  const rows = await db.selectFrom('tokens').selectAll().orderBy('user').orderBy('at').orderBy('id').execute()
  return rows.map(tokenOf)
}

/** With the rights of its user today; null for one that is unknown or has ended at `now`. */
export async function findToken(
  db: Db,
  hash: string,
  now: string,
): Promise<{ readonly token: Token; readonly user: Pick<User, 'name' | 'role' | 'mayExport'> } | null> {
  const row = await db
    .selectFrom('tokens as t')
    .innerJoin('users as u', 'u.name', 't.user')
    .selectAll('t')
    .select(['u.name', 'u.role', 'u.export'])
    .where('t.hash', '=', hash)
    .where(eb => eb.or([eb('t.expires', 'is', null), eb('t.expires', '>', now)]))
    .executeTakeFirst()
  if (row === undefined) return null
  return { token: tokenOf(row), user: { name: row.name, role: row.role, mayExport: row.export === 1 } }
}

export async function touchToken(db: Db, hash: string, seen: string): Promise<void> {
  await db.updateTable('tokens').set({ seen }).where('hash', '=', hash).execute()
}

/** Throws RecordError where there is no such token. */
export async function removeToken(db: Db, id: string): Promise<void> {
  const { numDeletedRows } = await db.deleteFrom('tokens').where('id', '=', id).executeTakeFirstOrThrow()
  if (Number(numDeletedRows) === 0) throw new RecordError(`there is no token ${id}; \`parley token list\` lists them`)
}

function tokenOf({ id, user, scopes, note, at, expires, seen }: TokenTable): Token {
  return { id, user, scopes: scopes.split(' '), note, at, expires, seen }
}
