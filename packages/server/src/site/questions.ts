/**
 * Every question of the API that a page without a server can put: the views of the record without filters, and what their rows open. Others (words
 * sought, filters set by hand) need the server; days are filtered on the page, in the answer without them.
 */
import type { Dossier } from '@parley/core'
import { TOLD_AS } from '@parley/record'

/** Path and search of the API, as `questionKey` writes them. */
export interface Question {
  readonly path: string
  readonly search?: Readonly<Record<string, string>>
}

/** What is found by asking, and asked with. */
export interface Found {
  /** Ids of the sources. */
  readonly sources: readonly string[]
  /** One value of one facet at a time. */
  readonly facets: readonly { readonly facet: string; readonly values: readonly { readonly value: string }[] }[]
  /** Who takes part in events most. */
  readonly actors: readonly string[]
  /** Of each dossier: refs of people with statements or not, places, pairs that name each other, claims by voice. */
  readonly dossiers: readonly {
    readonly dossier: Dossier
    readonly people: readonly { readonly ref: string; readonly said: readonly string[]; readonly statements: number }[]
    readonly places: readonly { readonly asked: string; readonly events: number; readonly statements: number }[]
    readonly namings: readonly { readonly by: string; readonly of: string }[]
    readonly points: readonly { readonly stipulation: string; readonly voice: string | null }[]
  }[]
}

/** `path?name=value&…` with the names in order: the page and the files of a site call a question the same. */
export function questionKey({ path, search = {} }: Question): string {
  const asked = Object.keys(search)
    .sort()
    .map(name => `${name}=${search[name]}`)
  return asked.length === 0 ? path : `${path}?${asked.join('&')}`
}

/** Questions whose answers hold what others are asked with. */
export function firstQuestions(dossiers: readonly Dossier[], types: readonly string[]): Question[] {
  return [
    { path: 'record' },
    { path: 'sources' },
    { path: 'speakers' },
    ...statementsBy({}),
    ...eventsBy({}),
    ...types.flatMap(type => eventsBy({ type })),
    ...TOLD_AS.flatMap(told => eventsBy({ told })),
    { path: 'events', search: { order: 'reported' } },
    ...dossiers.flatMap(ofDossier),
  ]
}

function ofDossier({ id, agreements, parties }: Dossier): Question[] {
  const at = `dossiers/${id}`
  const sides = parties.map(party => party.id)
  return [
    { path: at },
    { path: `${at}/claim-points` },
    ...agreements.map(agreement => ({ path: `${at}/claim-points`, search: { agreement: agreement.id } })),
    { path: `${at}/assessments` },
    { path: `${at}/people` },
    { path: `${at}/places` },
    ...['meetings', 'namings'].flatMap(kind => [
      { path: `${at}/network`, search: { kind } },
      ...sides.map(side => ({ path: `${at}/network`, search: { kind, side } })),
    ]),
  ]
}

/** The statements and how many each facet would leave. */
function statementsBy(search: Readonly<Record<string, string>>): Question[] {
  return [
    { path: 'statements', search },
    { path: 'statements/facets', search },
  ]
}

/** The events and how many each facet would leave. */
function eventsBy(search: Readonly<Record<string, string>>): Question[] {
  return [
    { path: 'events', search },
    { path: 'events/facets', search },
  ]
}

export function laterQuestions({ sources, facets, actors, dossiers }: Found): Question[] {
  return [
    ...facets.flatMap(({ facet, values }) => values.flatMap(({ value }) => statementsBy({ [facet]: value }))),
    ...actors.flatMap(actor => eventsBy({ actor })),
    ...sources.map(id => ({ path: `sources/${encodeURIComponent(id)}` })),
    ...dossiers.flatMap(({ dossier, people, places, namings, points }) => {
      const at = `dossiers/${dossier.id}`
      return [
        ...people.map(({ ref }) => ({ path: `${at}/people/${encodeURIComponent(ref)}` })),
        ...people
          .filter(({ statements }) => statements > 0)
          .flatMap(({ ref, said }) => [
            ...statementsBy({ by: ref }),
            ...said.flatMap(about => statementsBy({ by: ref, about })),
          ]),
        ...places.filter(({ events }) => events > 0).map(({ asked }) => ({ path: 'events', search: { place: asked } })),
        ...places.filter(({ statements }) => statements > 0).flatMap(({ asked }) => statementsBy({ about: asked })),
        ...namings.flatMap(({ by, of }) => statementsBy({ by, about: of })),
        ...points.flatMap(({ stipulation, voice }) => [
          { path: `${at}/claims`, search: { stipulation, voice: voice ?? 'other' } },
          { path: `${at}/claims`, search: { stipulation } },
        ]),
      ]
    }),
  ]
}
