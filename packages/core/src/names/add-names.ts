/**
 * Names that the namer's labels missed and the rest of the document, a table or a head noun gives away. A rule adds a span where none of
 * its chain stands yet: persons and places are one chain, organisations the other.
 */
import {
  addCapitalised,
  addListed,
  addNested,
  addOrgans,
  addQuoted,
  joinOrganisations,
  spreadOrganisations,
} from './add-organisations.ts'
import { addSurnames, joinGivenNames, spreadPersons } from './add-persons.ts'
import { addApposed, addCountries, addListedCountries, addRegions } from './add-places.ts'
import { nameBrackets } from './bracketed-names.ts'
import { takeInitials } from './mend-spans.ts'
import type { NameScene } from './name-scene.ts'
import { mendOrganisation } from './organisation-borders.ts'
import type { LabelledSpan } from './spans-of-labels.ts'
import { type AddingRule, Taken } from './taken.ts'

/** All spans, sorted by first token, the longer first. */
export function addNames(labelled: readonly LabelledSpan[], scene: NameScene): LabelledSpan[] {
  const joined = nameBrackets(joinGivenNames(labelled, scene), scene)
  const inner = new Map(joined.filter(span => span.kind !== 'organisation').map(span => [span.from, span]))
  const all = joined.map(span => (span.kind === 'organisation' ? mendOrganisation(span, scene, inner) : span))
  const taken = new Taken(all, scene.tokens.count)
  for (const rule of RULES) {
    for (const found of rule(scene, all, taken)) {
      const [named] = takeInitials(found, scene)
      const span =
        named.kind === 'organisation' && named.rule !== 'nested' ? mendOrganisation(named, scene, inner) : named
      taken.take(span)
      all.push(span)
    }
  }
  return withoutDoubles(joinOrganisations(all, scene).sort((a, b) => a.from - b.from || b.to - a.to))
}

/** «А.» and «Б. Ветров» have both become «А. Б. Ветров»: of spans of one kind that begin together or lie in one another only nested organisations stay. */
function withoutDoubles(spans: readonly LabelledSpan[]): LabelledSpan[] {
  const kept: LabelledSpan[] = []
  const ends = new Map<string, number>()
  const lasts = new Map<string, LabelledSpan>()
  for (const span of spans) {
    const end = ends.get(span.kind) ?? -1
    const last = lasts.get(span.kind)
    const isSame = last !== undefined && last.from === span.from && last.to === span.to
    if (isSame || (span.kind !== 'organisation' && span.from < end)) continue
    ends.set(span.kind, Math.max(end, span.to))
    lasts.set(span.kind, span)
    kept.push(span)
  }
  return kept
}

const RULES: readonly AddingRule[] = [
  addRegions,
  addApposed,
  addListedCountries,
  addCountries,
  spreadPersons,
  addSurnames,
  addQuoted,
  addCapitalised,
  addListed,
  addOrgans,
  spreadOrganisations,
  addNested,
]
