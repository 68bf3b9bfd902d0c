/** An analysis as reviewers left it: rejected items gone, corrected ones as they were corrected. Pure. */
import type { Analysis, Assertion, Entity, Span } from '@parley/core'
import { type Decision, type ItemKind, itemKey } from '@parley/record'
import { spansOf, withWho } from './correct-rows.ts'
import { type Correction, outcomeOf } from './decisions-about.ts'
import type { IdentityOf } from './identities.ts'

/**
 * `document`: its id in the record. `decisions`: standing ones by the key of their item. Who a reviewer names is an entity of the analysis where it
 * has one of that name and id, else one without mentions.
 */
export function reviewedAnalysis(
  analysis: Analysis,
  document: string,
  decisions: ReadonlyMap<string, readonly Decision[]>,
  identityOf: IdentityOf = () => null,
): Analysis {
  const entities = analysis.entities.map(entity => renamed(entity, document, identityOf))
  const outcome = (kind: ItemKind, spans: readonly Span[], what: string) =>
    outcomeOf(decisions.get(itemKey({ document, kind, spans, what })))
  const who = (
    correction: Correction,
    field: 'speaker' | 'claimant' | 'place',
    found: string | null,
  ): string | null => {
    const { [field]: name, [`${field}_ref`]: ref = null, claimant_for: speaksFor = null } = withWho(correction, field)
    if (name === undefined) return found
    if (name === null) return null
    if (field === 'place') return entityOf(entities, { name, ref, speaksFor, kind: 'place' })
    const other = identityOf({ name, ref }, document)
    return entityOf(
      entities,
      other === null ? { name, ref, speaksFor, kind: 'person' } : { ...other, speaksFor: null, kind: 'person' },
    )
  }
  /** Index before -> after; null: gone. */
  const places: (number | null)[] = []
  const quotations = analysis.quotations.flatMap(quotation => {
    const { state, correction } = outcome('quotation', quotation.parts, '')
    if (state === 'rejected') {
      places.push(null)
      return []
    }
    places.push(places.filter(place => place !== null).length)
    const { act = quotation.act, said = quotation.said, kind = quotation.kind, words } = correction
    return [
      {
        ...quotation,
        act,
        said,
        kind: kind as typeof quotation.kind,
        parts: spansOf(words) ?? quotation.parts,
        speakerId: who(correction, 'speaker', quotation.speakerId),
      },
    ]
  })
  const moved = (index: number | null): number | null => (index === null ? null : places[index])
  /** As for quotations. */
  const eventPlaces: (number | null)[] = []
  const events = analysis.events.flatMap(event => {
    const { state, correction } = outcome('event', [event.trigger], event.type)
    if (state === 'rejected') {
      eventPlaces.push(null)
      return []
    }
    eventPlaces.push(eventPlaces.filter(place => place !== null).length)
    const { type = event.type, mode = event.mode, time = event.time, status = event.status } = correction
    return [
      {
        ...event,
        type: type ?? event.type,
        mode,
        time,
        status: status as typeof event.status,
        place: who(correction, 'place', event.place),
        quotation: moved(event.quotation),
      },
    ]
  })
  const claims = analysis.claims.flatMap(claim => {
    const { state, correction } = outcome('claim', [claim.words], claim.stipulation)
    if (state === 'rejected') return []
    const { stipulation, assertion = claim.assertion, said = claim.said, words } = correction
    const spans = spansOf(words)
    return [
      {
        ...claim,
        stipulation: stipulation ?? claim.stipulation,
        assertion: assertion as Assertion,
        said,
        words: spans === null ? claim.words : { start: spans[0].start, end: spans[spans.length - 1].end },
        claimantId: who(correction, 'claimant', claim.claimantId),
        quotation: moved(claim.quotation),
        event: claim.event === null ? null : eventPlaces[claim.event],
      },
    ]
  })
  return {
    ...analysis,
    entities,
    events,
    claims,
    quotations: quotations.map(one => ({ ...one, inside: moved(one.inside) })),
  }
}

/** Whose official the text called them was said of the name as found. */
function renamed(entity: Entity, document: string, identityOf: IdentityOf): Entity {
  if (entity.kind === 'place' || entity.kind === 'document') return entity
  const who = identityOf(entity, document)
  if (who === null) return entity
  const { speaksFor: _, ...rest } = entity
  return { ...rest, name: who.name, ref: who.ref }
}

interface Named {
  readonly name: string
  readonly ref: string | null
  readonly speaksFor: string | null
  readonly kind: Entity['kind']
}

/** Id of the entity; one that the text does not have is added. */
function entityOf(entities: Entity[], { name, ref, speaksFor, kind }: Named): string {
  const known = entities.find(
    entity => entity.name === name && entity.ref === ref && (entity.speaksFor ?? null) === speaksFor,
  )
  if (known !== undefined) return known.id
  const id = `reviewed-${entities.length}`
  entities.push({ id, kind, name, aliases: [], ref, mentions: [], ...(speaksFor === null ? {} : { speaksFor }) })
  return id
}
