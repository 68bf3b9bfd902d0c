/** Who comes: found out once for each request, and kept with it. */
import type { Context } from 'hono'
import { HTTPException } from 'hono/http-exception'
import type { Connection } from './connection.ts'
import { LOCAL_RIGHTS, PUBLIC_RIGHTS, type Right, type Role } from './rights.ts'

export interface Visitor {
  /** local: at this machine, and the record has no users. nobody: not logged in. */
  readonly kind: 'local' | 'nobody' | 'user' | 'token'
  /** Of the user; null where there is none. What a request says of itself is no name. */
  readonly name: string | null
  readonly role: Role | null
  /** How the audit says it: `session`, `token 1a2b…`, `local`, `none`. */
  readonly how: string
  readonly rights: ReadonlySet<Right>
}

export const LOCAL: Visitor = { kind: 'local', name: null, role: null, how: 'local', rights: LOCAL_RIGHTS }
/** The same, where the record may not be written. */
export const LOCAL_READER: Visitor = { ...LOCAL, rights: PUBLIC_RIGHTS }
export const NOBODY: Visitor = { kind: 'nobody', name: null, role: null, how: 'none', rights: new Set() }
export const PUBLIC: Visitor = { ...NOBODY, rights: PUBLIC_RIGHTS }

declare module 'hono' {
  interface ContextVariableMap {
    visitor: Visitor
    connection: Connection
    /** What the audit is to say of this request beside its name: a seq, an id. */
    about: string
    /** Who stands under what was written, where the visitor has no name of their own. */
    author: string
  }
}

/** 401 for who has not said who they are, 403 for who has and may not. */
export function requireRight(c: Context, right: Right | null): void {
  const { kind, rights } = c.get('visitor')
  if (right === null || rights.has(right)) return
  if (kind === 'nobody') throw new HTTPException(401, { message: 'log in first' })
  throw new HTTPException(403, { message: `this needs the right to ${right}` })
}

/** Who stands under what is written: the user, or the name given where the record has no users. Throws 400 where there is neither. */
export function authorOf(c: Context, given: string | undefined): string {
  const { kind, name } = c.get('visitor')
  const author = kind === 'local' ? given : name
  if (author === undefined || author === null) {
    throw new HTTPException(400, { message: 'by: what is decided has a name under it' })
  }
  c.set('author', author)
  return author
}
