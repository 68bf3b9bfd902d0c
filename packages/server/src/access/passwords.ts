/**
 * Passwords as argon2id hashes (RFC 9106), by Node's own OpenSSL. The parameters are the first choice of OWASP's Password Storage Cheat Sheet for
 * little memory: 19 MiB, two passes, one lane; a hash names those it was made with, so that they can grow.
 */
import { argon2, randomBytes, timingSafeEqual } from 'node:crypto'
import { promisify } from 'node:util'

const MEMORY = 19_456 // KiB
const PASSES = 2
const LANES = 1
const SALT_BYTES = 16
const HASH_BYTES = 32
const VERSION = 19

/** Hashes made at a time: each takes a thread that files and names are looked up by, too. */
const AT_A_TIME = 2
/** Hashes that wait; whoever comes after these is told to come again. */
const WAITING = 32

const SHORTEST = 12
const LONGEST = 128

export class PasswordError extends Error {}
/** Too many passwords are being checked. */
export class BusyError extends Error {}

const derive = promisify(argon2)
let running = 0
const queue: (() => void)[] = []

/** In PHC's notation: `$argon2id$v=19$m=19456,t=2,p=1$salt$hash`. Throws PasswordError for one that is too easy or too long. */
export async function hashPassword(typed: string): Promise<string> {
  const password = typed.normalize('NFKC')
  const length = [...password].length
  if (length < SHORTEST || length > LONGEST)
    throw new PasswordError(
      `a password has ${SHORTEST} to ${LONGEST} characters: a few words that do not belong together are good`,
    )
  if (new Set(password).size < 5) throw new PasswordError('a password has at least five different characters')
  const salt = randomBytes(SALT_BYTES)
  const hash = await inTurn(() => hashOf(password, salt, MEMORY, PASSES, LANES))
  return `$argon2id$v=${VERSION}$m=${MEMORY},t=${PASSES},p=${LANES}$${unpadded(salt)}$${unpadded(hash)}`
}

/** A hash that no password has, made once: an unknown name takes as long as a wrong password. */
const NOBODYS = `$argon2id$v=${VERSION}$m=${MEMORY},t=${PASSES},p=${LANES}$${unpadded(randomBytes(SALT_BYTES))}$${unpadded(randomBytes(HASH_BYTES))}`

/** `hash` null: there is no such user, or none with a password; takes the same time. Throws BusyError where too many wait. */
export async function isPassword(typed: string, hash: string | null): Promise<boolean> {
  const match = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$([^$]+)\$([^$]+)$/.exec(hash ?? NOBODYS)
  if (match === null) throw new RangeError('a hash of a password that is none: not $argon2id$v=19$…')
  const [, memory, passes, lanes, salt, expected] = match
  const made = await inTurn(() =>
    hashOf(typed.normalize('NFKC'), Buffer.from(salt, 'base64'), Number(memory), Number(passes), Number(lanes)),
  )
  return timingSafeEqual(made, Buffer.from(expected, 'base64')) && hash !== null
}

function hashOf(message: string, nonce: Buffer, memory: number, passes: number, parallelism: number): Promise<Buffer> {
  return derive('argon2id', { message, nonce, memory, passes, parallelism, tagLength: HASH_BYTES })
}

async function inTurn<T>(act: () => Promise<T>): Promise<T> {
  if (running >= AT_A_TIME) {
    if (queue.length >= WAITING) throw new BusyError('too many passwords are being checked')
    await new Promise<void>(resolve => queue.push(resolve))
  } else running++
  try {
    return await act()
  } finally {
    // The turn is handed on, or given back.
    const next = queue.shift()
    if (next === undefined) running--
    else next()
  }
}

function unpadded(bytes: Buffer): string {
  return bytes.toString('base64').replace(/=+$/, '')
}
