/** The known-names layer: stretches of tokens that are a name of something in a dossier, in any case form. */
import type { Dossier } from '../dossier.ts'
import type { TokenRange } from '../span.ts'

export type KnownKind = 'person' | 'party' | 'body' | 'place' | 'term'

/** Something a dossier names. */
export interface KnownThing {
  readonly dossier: Dossier
  readonly kind: KnownKind
  /** Id in its dossier. */
  readonly id: string
  /** Of a party, ISO code of the country it governs; null for all else. */
  readonly country: string | null
}

export interface KnownName extends TokenRange {
  /** What is named, as entities name it (refs.ts); null where several things of one dossier bear the name. */
  readonly ref: string | null
  readonly kind: KnownKind
  /** Code of the language of the name. */
  readonly lang: string
  /** All that bear the name, sorted by dossier and id. */
  readonly things: readonly KnownThing[]
  /** The name in the nominative, as its dossier writes it. */
  readonly base: string
  /**
   * name: a name as the dossier has it; surname: a person's last name alone; adjective: «лачинский»; shared: an adjective whose noun stands
   * further on, for several: «Кельбаджарский, Лачинский и Агдамский районы».
   */
  readonly form: 'name' | 'surname' | 'adjective' | 'shared'
}
