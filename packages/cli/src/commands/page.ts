/** The built page, and what it calls the record it shows. */
import { basename, resolve } from 'node:path'

/** Where `npm ci` builds the page. */
export const PAGE = resolve(import.meta.dirname, '../../../../build/web')

/** Without the password that an address may hold. */
export function recordName(location: string): string {
  return /^postgres(?:ql)?:\/\//.test(location) ? new URL(location).pathname.slice(1) : basename(resolve(location))
}
