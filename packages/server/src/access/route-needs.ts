/**
 * What each route of the API asks of who comes: the one place where it stands. A route without a row is refused when the application is made, so
 * none is open because somebody forgot it.
 */
import type { Right } from './rights.ts'

export interface Need {
  /** null: anybody, logged in or not. */
  readonly right: Right | null
  /** What the audit calls it, once it is done; absent: only looked at. */
  readonly does?: string
  /** What a request that writes may carry; absent: JSON, `SMALL` bytes. */
  readonly body?: Body
  /** The answer goes on for as long as it is listened to, or takes what it takes: no time limit. */
  readonly isLong?: true
}

export interface Body {
  readonly types: readonly string[]
  readonly largest: number
  /** The route reads it as it comes and counts for itself. */
  readonly isStreamed?: true
}

/** Bytes of a decision with its reason. */
const SMALL = 32 * 1024
export const SMALL_JSON: Body = { types: ['application/json'], largest: SMALL }

const see: Need = { right: 'read' }
/** What came in by whom is for those who take in. */
const seeImports: Need = { right: 'add' }
/** Bytes of a pasted text of a few million characters. */
const TEXT = 16 * 1024 * 1024
/** Bytes of an upload; its route counts them itself, file by file. */
const UPLOAD = 8 * 1024 ** 3

/** Method and path below /api/v1, as OpenAPI writes it. */
export const ROUTE_NEEDS: Readonly<Record<string, Need>> = {
  'GET /record': see,
  'GET /dossiers/{dossier}': see,
  'GET /dossiers/{dossier}/claim-points': see,
  'GET /dossiers/{dossier}/claims': see,
  'GET /dossiers/{dossier}/people': see,
  'GET /dossiers/{dossier}/people/{ref}': see,
  'GET /dossiers/{dossier}/places': see,
  'GET /dossiers/{dossier}/network': see,
  'GET /dossiers/{dossier}/assessments': see,
  'GET /speakers': see,
  'GET /sources': see,
  'GET /sources/{source}': see,
  'GET /sources/{source}/page': see,
  'GET /sources/{source}/archive': { right: 'export', does: 'take an original' },
  'GET /statements': see,
  'GET /statements/facets': see,
  'GET /events': see,
  'GET /events/facets': see,
  'GET /review': see,
  'GET /review/item': see,
  'GET /review/happenings': see,
  'GET /review/disputes': see,
  'GET /review/state': see,
  'GET /decisions': see,
  // An assessment, a merging and a splitting, and undoing what another decided, need `edit`: review-routes.ts looks at what is decided.
  'POST /decisions': { right: 'review', does: 'decide' },
  'POST /decisions/{seq}/undo': { right: 'review', does: 'undo a decision' },
  'GET /export': { right: 'export', does: 'export', isLong: true },
  'GET /session': { right: null },
  'POST /session': { right: null, does: 'log in' },
  'DELETE /session': { right: null },
  'PUT /session/password': { right: null, does: 'change own password' },
  'GET /audit': { right: 'manage' },
  'GET /users': { right: 'manage' },
  'POST /users': { right: 'manage', does: 'add user' },
  'PATCH /users/{name}': { right: 'manage', does: 'change user' },
  'DELETE /users/{name}': { right: 'manage', does: 'remove user' },
  'GET /tokens': { right: 'manage' },
  'POST /tokens': { right: 'manage', does: 'add token' },
  'DELETE /tokens/{id}': { right: 'manage', does: 'remove token' },
  'GET /imports': seeImports,
  'GET /imports/limits': seeImports,
  'GET /imports/{id}': seeImports,
  'GET /imports/{id}/events': { right: 'add', isLong: true },
  'GET /imports/{id}/sources': seeImports,
  'GET /imports/{id}/failures': seeImports,
  'GET /imports/{id}/notices': seeImports,
  'POST /imports': { right: 'add', does: 'take in', body: { types: ['application/json'], largest: TEXT } },
  'POST /imports/files': {
    right: 'add',
    does: 'take in',
    body: { types: ['multipart/form-data'], largest: UPLOAD, isStreamed: true },
    isLong: true,
  },
  'POST /imports/{id}/cancel': { right: 'add', does: 'cancel an import' },
  'POST /imports/{id}/resume': { right: 'add', does: 'resume an import' },
  'POST /imports/{id}/rollback': { right: 'edit', does: 'roll back an import' },
  'GET /feeds': seeImports,
  'POST /feeds/forget': { right: 'add', does: 'forget a feed' },
}
