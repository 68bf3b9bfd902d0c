/** Hashes of values, as ids and in the change log. */
import { createHash } from 'node:crypto'

export function sha256Hex(data: string | Uint8Array): string {
  return createHash('sha256').update(data).digest('hex')
}

/** Of values in a fixed order; lengths need no marks, since JSON keeps values apart. */
export function hashOf(values: readonly (string | number | null)[]): string {
  return sha256Hex(JSON.stringify(values))
}

/** 128 bits are enough to tell things apart in one record. */
export function idOf(values: readonly (string | number | null)[]): string {
  return hashOf(values).slice(0, 32)
}
