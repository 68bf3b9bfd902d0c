/** What the server answers from: an open record, and the dossiers that the record's claims are held against. */
import type { Dossier, Kit } from '@parley/core'
import type { OpenRecord } from '@parley/record'

export interface Shelf {
  /** What the record is called: the name of its folder or database. */
  readonly name: string
  readonly record: OpenRecord
  readonly kit: Kit
}

export function dossierOf({ kit }: Shelf, id: string): Dossier | null {
  return kit.dossiers.find(dossier => dossier.id === id) ?? null
}
