/** A dossier's name as the API tells it: who uses it stands beside it, so that the page can show each side's. */
import type { DossierName } from '@parley/core'

export interface NameFacts {
  lang: string
  text: string
  kind: DossierName['kind']
  usedBy: string[]
}

export function nameFacts({ lang, text, kind, usedBy }: DossierName): NameFacts {
  return { lang, text, kind, usedBy: [...usedBy] }
}
