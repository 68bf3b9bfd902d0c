/** A narrow door: what those need who make users and tokens, without the server. */
export { hashPassword, PasswordError } from './access/passwords.ts'
export { ROLES, type Role, SCOPES } from './access/rights.ts'
export { newToken } from './access/secrets.ts'
