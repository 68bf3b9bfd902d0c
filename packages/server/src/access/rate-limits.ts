/**
 * How often one may ask. Counted in this process's memory: a restart forgets, and a second process counts for itself.
 * Logging in is counted before a password is looked at, so that ten thousand tries cost a few hashes.
 */
import { HTTPException } from 'hono/http-exception'
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'
import { secretHash } from './secrets.ts'

export interface Limits {
  /** Throw 429 with the seconds to wait. */
  askedFrom(network: string): Promise<void>
  askedBy(user: string): Promise<void>
  /** `name`: as it was typed, known or not. */
  logInTried(network: string, name: string): Promise<void>
  /** A try that was right does not count. */
  loggedIn(network: string, name: string): Promise<void>
}

export function makeLimits(): Limits {
  // A page asks some ten questions a view; an office may sit behind one address.
  const askingFrom = new RateLimiterMemory({ keyPrefix: 'from', points: 6000, duration: 60 })
  const askingBy = new RateLimiterMemory({ keyPrefix: 'by', points: 1800, duration: 60 })
  const tryingFrom = new RateLimiterMemory({ keyPrefix: 'try-from', points: 20, duration: 10 * 60 })
  // More than one address has: one that guesses cannot lock the owner out, many together meet this one.
  const tryingName = new RateLimiterMemory({ keyPrefix: 'try-name', points: 60, duration: 60 * 60 })
  return {
    askedFrom: network => take(askingFrom, network),
    askedBy: user => take(askingBy, user),
    logInTried: async (network, name) => {
      await take(tryingFrom, network)
      await take(tryingName, secretHash(name))
    },
    loggedIn: async (network, name) => {
      await tryingFrom.reward(network)
      await tryingName.reward(secretHash(name))
    },
  }
}

async function take(limiter: RateLimiterMemory, key: string): Promise<void> {
  try {
    await limiter.consume(key)
  } catch (reason) {
    if (!(reason instanceof RateLimiterRes)) throw reason
    throw tooMany(Math.ceil(reason.msBeforeNext / 1000))
  }
}

function tooMany(seconds: number): HTTPException {
  const message = `too many at a time: ask again in ${seconds} s`
  const res = Response.json({ message }, { status: 429, headers: { 'retry-after': String(seconds) } })
  return new HTTPException(429, { message, res })
}
