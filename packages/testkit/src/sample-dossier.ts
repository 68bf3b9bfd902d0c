/** A small dossier of an invented process, for tests of all that takes one. Neither its countries nor its people exist. */
import type { Dossier, DossierName, Person, PersonRole, Stipulation } from '@parley/core'

const name = (lang: string, text: string, kind: DossierName['kind'] = 'full'): DossierName => ({
  lang,
  text,
  kind,
  usedBy: [],
  declines: true,
  endings: null,
  source: null,
})

const role = (holder: string, office: string, since: string, until: string | null = null): PersonRole => ({
  holder,
  office,
  since,
  until,
  source: 's1',
})

const person = (id: string, text: string, ...roles: PersonRole[]): Person => ({
  id,
  gender: null,
  names: [name('en', text)],
  roles,
})

const stipulation = (id: string, title: string, bearers: string[], more: Partial<Stipulation> = {}): Stipulation => ({
  id,
  titles: { en: title },
  summaries: { en: title },
  bearers,
  duty: 'cease-fire',
  object: title,
  about: [],
  due: null,
  amendments: [],
  continuing: false,
  pam: 'Cease Fire',
  ...more,
})

/** Parties `ard` and `vel`, guarantor `gal`, monitor `mission`; agreement `pass-2022` with the stipulations 1, 2, 3a and 3b. */
export const SAMPLE_DOSSIER: Dossier = {
  id: 'pass-2022',
  titles: { en: 'The statement on the pass' },
  scope: { en: 'The statement of Ardania and Veloria.' },
  languages: ['en', 'ru'],
  parties: [
    {
      id: 'ard',
      kind: 'state',
      standing: 'party',
      country: null,
      names: [name('en', 'Republic of Ardania'), name('en', 'Ardania', 'short'), name('ru', 'Ардания')],
      source: 's1',
    },
    {
      id: 'gal',
      kind: 'state',
      standing: 'guarantor',
      country: null,
      names: [name('en', 'Galdia', 'short')],
      source: 's1',
    },
    {
      id: 'vel',
      kind: 'state',
      standing: 'party',
      country: null,
      names: [name('en', 'Republic of Veloria'), name('en', 'Veloria', 'short'), name('ru', 'Велория')],
      source: 's1',
    },
  ],
  bodies: [
    {
      id: 'group',
      kind: 'working-group',
      standing: 'none',
      party: null,
      partOf: null,
      names: [name('en', 'Working group')],
      since: null,
      until: null,
      source: 's1',
    },
    {
      id: 'mission',
      kind: 'mission',
      standing: 'monitor',
      party: null,
      partOf: null,
      names: [name('en', 'Observer Mission'), name('ru', 'Миссия наблюдателей')],
      since: null,
      until: null,
      source: 's1',
    },
    {
      id: 'vel-mod',
      kind: 'ministry',
      standing: 'none',
      party: 'vel',
      partOf: null,
      names: [name('en', 'Ministry of Defence of Veloria')],
      since: null,
      until: null,
      source: 's1',
    },
  ],
  persons: [
    person('p1', 'Ana First', role('ard', 'president', '2018', '2022-05-31')),
    person('p2', 'Bo Second', role('ard', 'president', '2022-06-01')),
    person('p3', 'Cy Third', role('vel-mod', 'defence-minister', '2020-03')),
    person('p4', 'Di Fourth', role('mission', 'head', '2021'), role('gal', 'envoy', '2021')),
    person('p5', 'Ed Fifth', role('group', 'co-chair', '2021')),
  ],
  places: [],
  terms: [],
  sources: [
    {
      id: 's2',
      kind: 'outlet',
      title: 'Голос Велории',
      publisher: 'Veloria',
      lang: 'ru',
      date: null,
      url: null,
      symbol: null,
      side: 'vel',
    },
  ],
  agreements: [
    {
      id: 'pass-2022',
      titles: { en: 'Statement on the pass' },
      signed: '2022-03-09',
      source: 's1',
      signatories: ['ard', 'vel'],
      provisions: [
        {
          id: '1',
          source: 's1',
          stipulations: [
            stipulation('pass-2022/1', 'Ceasefire', ['ard', 'vel'], { due: '2022-03-09', continuing: true }),
          ],
        },
        {
          id: '2',
          source: 's1',
          stipulations: [
            stipulation('pass-2022/2', 'Heavy weapons withdrawn', ['ard', 'vel'], {
              due: '2022-04-08',
              amendments: [{ due: '2022-05-08', since: '2022-04-08', source: 's1' }],
            }),
          ],
        },
        {
          id: '3',
          source: 's1',
          stipulations: [
            stipulation('pass-2022/3a', 'Railway over the pass', ['vel'], { due: '2023-10-01' }),
            stipulation('pass-2022/3b', 'Detained persons exchanged', ['ard', 'vel']),
          ],
        },
      ],
    },
  ],
  duties: [],
  hash: 'd'.repeat(64),
}
