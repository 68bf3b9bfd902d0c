/** Random ids that open something: of sessions and of tokens. 256 random bits need no slow hash: nobody guesses them. */
import { createHash, randomBytes } from 'node:crypto'

/** What tells a token of Parley's from others, to those who look for lost ones. */
const TOKEN = 'parley_'
const SHOWN = 10

export function newSecret(): string {
  return randomBytes(32).toString('base64url')
}

/** What the database keeps of one. */
export function secretHash(secret: string): string {
  return createHash('sha256').update(secret).digest('hex')
}

/** `id`: what it is called where it must not be shown. */
export function newToken(): { readonly token: string; readonly hash: string; readonly id: string } {
  const token = TOKEN + newSecret()
  const hash = secretHash(token)
  return { token, hash, id: hash.slice(0, SHOWN) }
}
