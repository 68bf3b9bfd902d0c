/**
 * Names that the namer's labels missed and the rest of the document, a table or a head noun gives away. A rule adds a span where none of
 * its chain stands yet: persons and places are one chain, organisations the other.
 */
import {
  addAuthorities,
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
import { nameCoordinated } from './coordinated-places.ts'
import { nameDatelines } from './dateline-places.ts'
import { takeInitials } from './mend-spans.ts'
import type { NameScene } from './name-scene.ts'
import { mendOrganisation } from './organisation-borders.ts'
import { partKnownSurnames } from './part-persons.ts'
import type { LabelledSpan } from './spans-of-labels.ts'
import { type AddingRule, Taken } from './taken.ts'

/** All spans, sorted by first token, the longer first. */
export function addNames(labelled: readonly LabelledSpan[], scene: NameScene): LabelledSpan[] {
  const seen = nameCoordinated(nameDatelines(labelled, scene), scene)
  const all = nameBrackets(joinGivenNames(partKnownSurnames(seen, scene), scene), scene)
  const taken = new Taken(all, scene.tokens.count)
  const add = (rules: readonly AddingRule[], mend: (span: LabelledSpan) => LabelledSpan): void => {
    for (const rule of rules) {
      for (const found of rule(scene, all, taken)) {
        const span = mend(found)
        taken.take(span)
        all.push(span)
      }
    }
  }
  add(INNER_RULES, span => takeInitials(span, scene)?.[0] ?? span)
  const inner = new Map(all.filter(span => span.kind !== 'organisation').map(span => [span.from, span]))
  const mend = (span: LabelledSpan): LabelledSpan => mendOrganisation(span, scene, inner)
  for (let i = 0; i < all.length; i++) {
    if (all[i].kind !== 'organisation') continue
    all[i] = mend(all[i])
    taken.take(all[i])
  }
  add(OUTER_RULES, mend)
  add([addNested], span => span)
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

/** Persons and places first: organisations end where they begin, or hold them. */
const INNER_RULES: readonly AddingRule[] = [
  addRegions,
  addApposed,
  addListedCountries,
  addCountries,
  spreadPersons,
  addSurnames,
]

const OUTER_RULES: readonly AddingRule[] = [
  addQuoted,
  addCapitalised,
  addListed,
  addOrgans,
  addAuthorities,
  spreadOrganisations,
]
