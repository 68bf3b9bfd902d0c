/** A referent: someone or something the document speaks of, with all that it says of who that is. */
import type { EntityKind } from '../analysis.ts'
import type { Scope } from '../mentions/mention.ts'

/** An office the document gives a person: «президент республики Иван Петров». */
export interface OfficeFact {
  readonly office: string
  readonly scope: Scope
  /** Index of the mention that says so. */
  readonly mention: number
}

export interface PersonName {
  readonly given: string | null
  readonly patronymic: string | null
  readonly surname: string | null
}

export interface Referent {
  readonly index: number
  kind: EntityKind
  /** Folded name parts met so far, of a person; null for all else and for the unnamed. */
  name: PersonName | null
  /** Gender bits still possible. */
  gender: number
  readonly offices: OfficeFact[]
  /** Mentions in order, with the rule that joined each. */
  readonly mentions: { readonly mention: number; readonly rule: string }[]
  /** Key of a country (ISO code), or the folded base of any other name. */
  readonly key: string | null
  readonly country: string | null
}
