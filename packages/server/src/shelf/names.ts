/** A dossier's name as the API tells it: who uses it stands beside it, so that the page can show each side's. */
import { type Dossier, type DossierName, idIn } from '@parley/core'

export interface NameFacts {
  lang: string
  text: string
  kind: DossierName['kind']
  usedBy: string[]
}

export function nameFacts({ lang, text, kind, usedBy }: DossierName): NameFacts {
  return { lang, text, kind, usedBy: [...usedBy] }
}

/** The names of a place by the ref an analysis has for it; none where no dossier knows it. */
export function placeNames(dossiers: readonly Dossier[]): (ref: string | null) => readonly DossierName[] {
  const known = dossiers.map(({ id, places }) => ({
    dossier: id,
    places: new Map(places.map(place => [place.id, place])),
  }))
  return ref => {
    for (const { dossier, places } of known) {
      const place = places.get(idIn(ref, dossier) ?? '')
      if (place !== undefined) return place.names
    }
    return []
  }
}
