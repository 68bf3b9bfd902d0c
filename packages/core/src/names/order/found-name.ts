/** A name as its rule found it, before the document is heard on what it names. */
import type { NameKind } from '../name-span.ts'

/** Tokens `from`, up to but without `to`. */
export interface Run {
  readonly from: number
  readonly to: number
}

/** A name, its kind and the gender bits of grammar.ts that its words tell (0: none). */
export interface Found extends Run {
  readonly kind: NameKind
  readonly gender: number
  readonly rule: string
  /** The shape alone spoke: what the document says elsewhere of the same words decides. */
  readonly guessed: boolean
}

/** Words in the longest name. */
export const LONGEST = 12

/** What a kind of head, as the table of heads has it, makes of a name; other heads name nothing. */
export const KIND_OF_HEAD: Readonly<Record<string, NameKind>> = {
  organ: 'organisation',
  organisation: 'organisation',
  media: 'organisation',
  team: 'organisation',
  place: 'place',
  facility: 'place',
}
