/**
 * An invented process for the examples of the claim tables: Norway and Denmark as sides, Iceland as guarantor, one stipulation of every
 * kind of duty, so that a kind is told by its words alone.
 */
import type { Body, Dossier, DossierName, DutyKind, Party, Place, Stipulation } from '@parley/core'
import { russianPack } from './russian.ts'

const name = (text: string): DossierName => ({
  lang: 'ru',
  text,
  kind: 'full',
  usedBy: [],
  declines: true,
  endings: null,
  source: null,
})

const party = (id: string, country: string, standing: Party['standing'], text: string): Party => ({
  id,
  kind: 'state',
  standing,
  country,
  names: [name(text)],
  source: 's1',
})

const place = (id: string, kind: Place['kind'], text: string): Place => ({
  id,
  kind,
  partOf: null,
  names: [name(text)],
  coordinates: null,
})

const body = (id: string, kind: Body['kind'], text: string): Body => ({
  id,
  kind,
  standing: 'none',
  party: null,
  partOf: null,
  names: [name(text)],
  since: null,
  until: null,
  source: 's1',
})

/** What some duties are about. */
const ABOUT: Readonly<Record<string, readonly string[]>> = {
  'hand-over-territory': ['p1'],
  'hold-corridor': ['p2'],
  'guarantee-passage': ['p2', 't1'],
  'allow-monitoring': ['b1'],
  monitor: ['b1'],
  disengage: ['p3'],
  'unblock-links': ['b2'],
  'settle-boundaries': ['b3'],
}

export function northernDossier(): Dossier {
  const kinds = [
    ...new Set(
      russianPack()
        .table('duties')
        .map(row => row.duty),
    ),
  ]
  const stipulations = kinds.map(
    (duty): Stipulation => ({
      id: `north/${duty}`,
      titles: {},
      summaries: {},
      bearers: ['nor', 'dnk'],
      duty,
      object: duty,
      about: ABOUT[duty] ?? [],
      due: null,
      amendments: [],
      continuing: false,
      pam: '',
    }),
  )
  return {
    id: 'north',
    titles: { en: 'An invented process' },
    scope: { en: 'Examples of tables' },
    languages: ['ru'],
    parties: [
      party('nor', 'NO', 'party', 'Норвегия'),
      party('dnk', 'DK', 'party', 'Дания'),
      party('isl', 'IS', 'guarantor', 'Исландия'),
    ],
    bodies: [
      body('b1', 'mission', 'Северная миссия'),
      body('b2', 'commission', 'Дорожная комиссия'),
      body('b3', 'commission', 'Пограничная комиссия'),
    ],
    persons: [],
    places: [
      place('p1', 'district', 'Заречный район'),
      place('p2', 'route', 'Приморский коридор'),
      place('p3', 'site', 'Лесной участок'),
    ],
    terms: [{ id: 't1', names: [name('Южный коридор')], meaning: 'a route by another name' }],
    sources: [
      {
        id: 's1',
        kind: 'agreement',
        title: 'Invented',
        publisher: 'Parley',
        lang: null,
        date: null,
        url: null,
        symbol: null,
        side: null,
      },
    ],
    agreements: [
      {
        id: 'north',
        titles: {},
        signed: '2020-01-01',
        source: 's1',
        signatories: ['nor', 'dnk'],
        provisions: stipulations.map(stipulation => ({
          id: stipulation.duty,
          source: 's1',
          stipulations: [stipulation],
        })),
      },
    ],
    duties: kinds.map((id): DutyKind => ({ id, definition: id, pam: '', speaksFor: [], speaksAgainst: [] })),
    hash: 'north',
  }
}
