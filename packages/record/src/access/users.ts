/** The users of a record that others reach. Passwords come and go as hashes; what a role allows is the server's to say. */
import { RecordError } from '../store/record-error.ts'
import type { Db } from '../store/store.ts'
import type { UserTable } from '../store/tables.ts'

export interface User {
  readonly name: string
  readonly role: string
  readonly mayExport: boolean
  /** false: comes by tokens alone. */
  readonly hasPassword: boolean
  /** When it was made. */
  readonly at: string
}

export interface NewUser {
  readonly name: string
  /** Hash of the password, or null. */
  readonly password: string | null
  readonly role: string
  readonly mayExport: boolean
}

const LONGEST = 64
/** Letters and digits of any script, with what stands inside names. */
const NAME = /^[\p{L}\p{N}](?:[\p{L}\p{M}\p{N} .'_@-]*[\p{L}\p{M}\p{N}.])?$/u

/** Latin beside Cyrillic, Greek or Armenian in one word: who reads «аnna» takes it for another (Unicode TR 39, mixed scripts). */
const LOOKALIKE =
  /\p{sc=Latin}\p{M}*[\p{sc=Cyrillic}\p{sc=Greek}\p{sc=Armenian}]|[\p{sc=Cyrillic}\p{sc=Greek}\p{sc=Armenian}]\p{M}*\p{sc=Latin}/u

/** The name in one spelling. Throws RecordError for what is none. */
function userName(typed: string): string {
  const name = typed.normalize('NFKC').trim()
  if (name.length > LONGEST || !NAME.test(name))
    throw new RecordError(`'${typed}' is no name of a user: letters, digits, spaces and .'_@-, ${LONGEST} at most`)
  if (LOOKALIKE.test(name))
    throw new RecordError(`'${typed}' is no name of a user: a word of it mixes letters of two scripts that look alike`)
  return name
}

/** Names that differ in case alone are one. */
export function foldedName(typed: string): string {
  return typed.normalize('NFKC').trim().toLowerCase()
}

export async function hasUsers(db: Db): Promise<boolean> {
  return (await db.selectFrom('users').select('name').limit(1).executeTakeFirst()) !== undefined
}

export async function listUsers(db: Db): Promise<User[]> {
  const rows = await db.selectFrom('users').selectAll().orderBy('folded').execute()
  return rows.map(userOf)
}

/** With the hash of the password; null where there is none of this name. */
export async function findUser(db: Db, name: string): Promise<(User & { readonly password: string | null }) | null> {
  const folded = foldedName(name)
  if (!NAME.test(folded)) return null // nobody's, and no engine is asked with whatever it holds
  const row = await db.selectFrom('users').selectAll().where('folded', '=', folded).executeTakeFirst()
  return row === undefined ? null : { ...userOf(row), password: row.password }
}

/** Throws RecordError where there is one of this name. */
export async function addUser(db: Db, { name: typed, password, role, mayExport }: NewUser, at: string): Promise<User> {
  const name = userName(typed)
  const row = { name, folded: foldedName(name), password, role, export: Number(mayExport), at }
  const { numInsertedOrUpdatedRows: made } = await db
    .insertInto('users')
    .values(row)
    .onConflict(conflict => conflict.doNothing())
    .executeTakeFirstOrThrow()
  if (Number(made) === 0) throw new RecordError(`there is a user '${name}' already`)
  return userOf(row)
}

/** A new password ends all sessions of the user. Throws RecordError where there is no such user. */
export async function changeUser(
  db: Db,
  name: string,
  { password, role, mayExport }: Partial<Omit<NewUser, 'name'>>,
): Promise<void> {
  const user = await requireUser(db, name)
  const change: Partial<UserTable> = {
    ...(password === undefined ? {} : { password }),
    ...(role === undefined ? {} : { role }),
    ...(mayExport === undefined ? {} : { export: Number(mayExport) }),
  }
  await db.transaction().execute(async write => {
    await write.updateTable('users').set(change).where('name', '=', user.name).execute()
    if (password !== undefined) await write.deleteFrom('sessions').where('user', '=', user.name).execute()
  })
}

/** With sessions and tokens; what the user decided stays. Throws RecordError where there is no such user. */
export async function removeUser(db: Db, name: string): Promise<void> {
  const user = await requireUser(db, name)
  await db.transaction().execute(async write => {
    await write.deleteFrom('sessions').where('user', '=', user.name).execute()
    await write.deleteFrom('tokens').where('user', '=', user.name).execute()
    await write.deleteFrom('users').where('name', '=', user.name).execute()
  })
}

async function requireUser(db: Db, name: string): Promise<User> {
  const user = await findUser(db, name)
  if (user === null) throw new RecordError(`there is no user '${name}'`)
  return user
}

function userOf({ name, role, export: mayExport, password, at }: UserTable): User {
  return { name, role, mayExport: mayExport === 1, hasPassword: password !== null, at }
}
