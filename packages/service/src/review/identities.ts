/** Who reviewers say is who: two names of one person brought together in the whole record, or one name that is another's in one report. */
import { type Decision, listDecisions, type OpenRecord, parseWhoKey } from '@parley/record'

export interface Who {
  readonly name: string
  /** Id in the dossier, or null. */
  readonly ref: string | null
}

/** null: as found. `document`: id of the report. */
export type IdentityOf = (who: Who, document: string) => Who | null

export interface Identities {
  readonly of: IdentityOf
  /** Everybody who may be somebody else: ids, or names of those without one. */
  readonly named: readonly string[]
  /** Reports in which somebody is split off. */
  readonly documents: ReadonlySet<string>
}

/** From standing merges and splits of persons; the last one of a name holds. */
export async function identitiesIn(record: OpenRecord): Promise<Identities> {
  const decisions = (await listDecisions(record.db)).filter(({ target }) => parseWhoKey(target) !== null)
  const merged = new Map<string, string>()
  const split = new Map<string, string>()
  for (const { kind, target, value } of decisions) {
    const { who, document } = parseWhoKey(target)!
    const other = parseWhoKey((value as { with: string }).with)!.who
    if (kind === 'merge') merged.set(who, other)
    else if (document !== null) split.set(`${document} ${who}`, other)
  }
  const facts = new Map<string, Who>()
  for (const other of new Set([...merged.values(), ...split.values()])) facts.set(other, await factsOf(record, other))
  const named = new Set([...decisions.map(({ target }) => parseWhoKey(target)!.who)])
  return {
    named: [...named].sort(),
    documents: new Set(decisions.flatMap(documentOf)),
    of: (who, document) => {
      const found = who.ref ?? who.name
      const seen = new Set([found])
      let now = split.get(`${document} ${found}`) ?? merged.get(found)
      // A is B, and B is C; a ring ends where it began.
      for (let next = now; next !== undefined && !seen.has(next); next = merged.get(next)) {
        seen.add(next)
        now = next
      }
      return now === undefined || now === found ? null : facts.get(now)!
    },
  }
}

function documentOf({ target }: Decision): string[] {
  const { document } = parseWhoKey(target)!
  return document === null ? [] : [document]
}

/** An id of the dossier with the name reports give it most often; else it is a name. */
export async function factsOf({ db }: OpenRecord, who: string): Promise<Who> {
  const row = await db
    .selectFrom('quotations')
    .select('speaker')
    .where('speaker_ref', '=', who)
    .where('speaker', 'is not', null)
    .groupBy('speaker')
    .orderBy(eb => eb.fn.countAll(), 'desc')
    .orderBy('speaker')
    .executeTakeFirst()
  return row === undefined ? { name: who, ref: null } : { name: row.speaker!, ref: who }
}
