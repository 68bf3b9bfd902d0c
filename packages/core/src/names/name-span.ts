/** The names layer: stretches of tokens that name a person, an organisation or a place. They may nest (a place in an organisation). */
import type { TokenRange } from '../span.ts'

export type NameKind = 'person' | 'organisation' | 'place' | 'country'

/** Base forms of a person's name: an initial is one letter. null: not said. */
export interface PersonParts {
  readonly given: string | null
  readonly patronymic: string | null
  readonly surname: string | null
  /** MASC, FEMN (grammar.ts), or both where nothing tells. */
  readonly gender: number
}

export interface NameSpan extends TokenRange {
  readonly kind: NameKind
  /** Base form of the whole name: «Олегом Ветровым» -> «Олег Ветров». */
  readonly base: string
  /** ISO 3166 code of a country; `x-…` for a place that the table of countries knows and the standard has no code for; else null. */
  readonly country: string | null
  /** For a capital or seat standing for its government: the place stays a place; the country it may stand for. */
  readonly seatOf: string | null
  /** Of a person, else null. */
  readonly parts: PersonParts | null
  readonly rule: string
}
