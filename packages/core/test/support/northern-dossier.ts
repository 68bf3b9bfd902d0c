/**
 * An invented process for the examples of the claim tables: Norway and Denmark as sides, Iceland as guarantor, one stipulation of every
 * kind of duty, so that a kind is told by its words alone.
 */
import type { Body, Dossier, DossierName, DutyKind, Party, Place, Stipulation } from '@parley/core'
import { russianPack } from './russian.ts'

const name = (text: string, lang = 'ru'): DossierName => ({
  lang,
  text,
  kind: 'full',
  usedBy: [],
  declines: true,
  endings: null,
  source: null,
})

const party = (id: string, country: string, standing: Party['standing'], text: string, english: string): Party => ({
  id,
  kind: 'state',
  standing,
  country,
  names: [name(text), name(english, 'en')],
  source: 's1',
})

const place = (id: string, kind: Place['kind'], text: string, english: string): Place => ({
  id,
  kind,
  partOf: null,
  names: [name(text), name(english, 'en')],
  coordinates: null,
})

const body = (id: string, kind: Body['kind'], text: string, english: string): Body => ({
  id,
  kind,
  standing: 'none',
  party: null,
  partOf: null,
  names: [name(text), name(english, 'en')],
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
  'share-regional-power': ['b4'],
  'reform-judiciary': ['b5'],
  'cease-fire': ['b6'],
  'reform-constitution': ['b8'],
  'form-government': ['b7'],
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
    languages: ['ru', 'en'],
    parties: [
      party('nor', 'NO', 'party', 'Норвегия', 'Norway'),
      party('dnk', 'DK', 'party', 'Дания', 'Denmark'),
      party('isl', 'IS', 'guarantor', 'Исландия', 'Iceland'),
    ],
    bodies: [
      body('b1', 'mission', 'Северная миссия', 'Northern Mission'),
      body('b2', 'commission', 'Дорожная комиссия', 'Road Commission'),
      body('b4', 'commission', 'Областной совет', 'Regional Council'),
      body('b5', 'commission', 'Судебная комиссия', 'Court Commission'),
      body('b6', 'commission', 'Комитет тишины', 'Silence Committee'),
      body('b7', 'government', 'Кабинет единства', 'Unity Cabinet'),
      body('b8', 'commission', 'Уставная комиссия', 'Charter Commission'),
      body('b3', 'commission', 'Пограничная комиссия', 'Border Commission'),
    ],
    persons: [],
    places: [
      place('p1', 'district', 'Заречный район', 'Riverside district'),
      place('p2', 'route', 'Приморский коридор', 'Coast corridor'),
      place('p3', 'site', 'Лесной участок', 'Forest site'),
    ],
    terms: [
      { id: 't1', names: [name('Южный коридор'), name('Southern Corridor', 'en')], meaning: 'a route by another name' },
    ],
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
