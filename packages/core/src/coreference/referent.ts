/** A referent: someone or something the document speaks of, with all that it says of who that is. */
import type { EntityKind } from '../analysis.ts'
import type { KnownThing } from '../dossier-names/known-name.ts'
import type { Scope } from '../mentions/mention.ts'

/** An office the document gives a person: «президент республики Иван Петров». */
export interface OfficeFact {
  readonly office: string
  readonly scope: Scope
}

export interface PersonName {
  readonly given: string | null
  readonly patronymic: string | null
  readonly surname: string | null
}

export interface Referent {
  readonly index: number
  readonly kind: EntityKind
  /** ISO code of a country, else null. */
  readonly country: string | null
  /** Folded name parts met so far, of a named person; null for all else. */
  name: PersonName | null
  /** What it is in the dossiers; at most one thing of each. */
  things: readonly KnownThing[]
  /** Gender bits still possible; of a person. */
  gender: number
  readonly offices: OfficeFact[]
  /** Mentions in the order they were joined. */
  readonly mentions: number[]
}
