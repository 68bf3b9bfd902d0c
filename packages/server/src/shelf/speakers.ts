/** Who speaks in the reports and is in no dossier: by the names that documents give, the most quoted first. Counted among the newest statements. */
import { whileUnchanged } from '@parley/service'
import type { Speakers } from '../api/schemas.ts'
import { speakersOf } from './counted.ts'
import type { Shelf } from './shelf.ts'

/** Statements looked at. */
const MOST_STATEMENTS = 20_000
/** Speakers told. */
const MOST = 200

export function listSpeakers({ record }: Shelf): Promise<Speakers> {
  return whileUnchanged(record, 'speakers', async () => {
    const all = await speakersOf(record, {}, MOST_STATEMENTS)
    const isWhole = all.reduce((sum, { count }) => sum + count, 0) < MOST_STATEMENTS
    const unknown = all
      .filter(({ ref }) => ref === null)
      .sort((a, b) => b.count - a.count || (a.speaker < b.speaker ? -1 : 1))
    return {
      items: unknown.slice(0, MOST).map(({ speaker, count, last }) => ({ speaker, statements: count, last })),
      total: unknown.length,
      isWhole,
    }
  })
}
