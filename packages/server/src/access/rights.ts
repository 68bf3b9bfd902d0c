/** What one may do here, and which role may do it. */

/**
 * read: see. review: accept, reject, correct, and undo one's own. edit: assess, merge and split, undo what others decided, roll back. add: take
 * reports in. export: take items out in bulk. measure: see the metrics. manage: users, tokens, the audit.
 */
export const RIGHTS = ['read', 'review', 'edit', 'add', 'export', 'measure', 'manage'] as const
export type Right = (typeof RIGHTS)[number]

export const ROLES = ['reader', 'coder', 'editor', 'admin'] as const
export type Role = (typeof ROLES)[number]

/** The right to export is given apart from roles: who may judge the items need not be trusted with all of them at once. */
const ROLE_RIGHTS: Readonly<Record<Role, readonly Right[]>> = {
  reader: ['read'],
  coder: ['read', 'review'],
  editor: ['read', 'review', 'edit', 'add'],
  admin: ['read', 'review', 'edit', 'add', 'measure', 'manage'],
}

/** `role` as the record has it; one that is unknown here gives no right. */
export function rightsOf(role: string, mayExport: boolean): ReadonlySet<Right> {
  const own = ROLES.find(each => each === role)
  return new Set<Right>(own === undefined ? [] : [...ROLE_RIGHTS[own], ...(mayExport ? (['export'] as const) : [])])
}

/** Nobody's, where the record is public. */
export const PUBLIC_RIGHTS: ReadonlySet<Right> = new Set<Right>(['read'])

/** Those of whoever sits at this machine while the record has no users. */
export const LOCAL_RIGHTS: ReadonlySet<Right> = new Set(RIGHTS)

/** What a token may be given; nobody manages users by one. */
export const SCOPES = ['read', 'review', 'edit', 'add', 'export', 'measure'] as const satisfies readonly Right[]
