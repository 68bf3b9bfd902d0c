/** What the page asks of its server, as addresses below /api/v1: the views of a process, and searches as people make them. */

export interface PageQuestion {
  readonly name: string
  readonly path: string
  /** Milliseconds that it may take at the median. */
  readonly bar: number
}

/** A lemma, a speaker and days; and the status matrix: the bars of a record of a million quotations. */
const SEARCH = 50
const MATRIX = 300
/** A view of the page must not make its reader wait. */
const VIEW = 150

/** `source`: id of a document; `person`: a ref of the dossier. */
export function viewQuestions(dossier: string, agreement: string, source: string, person: string): PageQuestion[] {
  return [
    { name: 'the record', path: 'record', bar: VIEW },
    { name: 'the dossier', path: `dossiers/${dossier}`, bar: VIEW },
    { name: 'matrix', path: `dossiers/${dossier}/claim-points?agreement=${agreement}`, bar: MATRIX },
    { name: 'overview: all points', path: `dossiers/${dossier}/claim-points`, bar: MATRIX },
    { name: 'overview: what is planned', path: 'events?told=planned', bar: VIEW },
    {
      name: 'claims behind a cell',
      path: `dossiers/${dossier}/claims?stipulation=${agreement}/1a&voice=arm`,
      bar: VIEW,
    },
    { name: 'timeline', path: 'events', bar: VIEW },
    { name: 'timeline: meetings of days', path: 'events?type=CONSULT&from=2020-01-01&until=2020-12-31', bar: VIEW },
    { name: 'timeline: facets', path: 'events/facets', bar: VIEW },
    { name: 'speakers in no dossier', path: 'speakers', bar: VIEW },
    { name: 'people', path: `dossiers/${dossier}/people`, bar: VIEW },
    { name: 'a person', path: `dossiers/${dossier}/people/${person}`, bar: VIEW },
    { name: 'network of meetings', path: `dossiers/${dossier}/network`, bar: VIEW },
    { name: 'network of namings', path: `dossiers/${dossier}/network?kind=namings`, bar: VIEW },
    { name: 'places', path: `dossiers/${dossier}/places`, bar: VIEW },
    { name: 'sources', path: 'sources', bar: VIEW },
    { name: 'sources: of a publisher', path: `sources?q=${encodeURIComponent('Outlet 7')}`, bar: VIEW },
    { name: 'a source', path: `sources/${source}`, bar: VIEW },
    { name: 'review: claims', path: 'review?queue=claims', bar: VIEW },
    { name: 'review: speakers', path: 'review?queue=speakers', bar: VIEW },
    { name: 'review: disputed', path: 'review?queue=disputed', bar: VIEW },
    { name: 'assessments', path: `dossiers/${dossier}/assessments`, bar: VIEW },
  ]
}

type Terms = Readonly<Record<string, string>>

const SEARCHES: readonly (readonly [string, Terms])[] = [
  ['a lemma, a speaker, days', { q: 'переговоров', by: 'Путин', from: '2016-01-01', until: '2018-12-31' }],
  ['a common lemma, a speaker, days', { q: 'России', by: 'Иванов', from: '2016-01-01', until: '2020-12-31' }],
  ['two words', { q: 'режим огня' }],
  ['two common words', { q: 'президент России' }],
  ['a phrase', { q: '«министра обороны»' }],
  ['a rare lemma', { q: 'экспедиция' }],
  ['a word nobody said', { q: 'абракадабра' }],
  ['a common lemma', { q: 'президента' }],
  ['a common lemma, by relevance', { q: 'президента', sort: 'relevance' }],
  ['two words, by relevance', { q: 'режим прекращения огня', sort: 'relevance' }],
  ['a speaker', { by: 'Алиев' }],
  ['a common surname', { by: 'Иванов' }],
  ['a kind of act', { act: 'deny' }],
  ['a common kind of act', { act: 'say' }],
  ['indirect speech', { kind: 'indirect' }],
  ['a publisher', { publisher: 'Outlet 7' }],
  ['a lemma of a publisher', { q: 'президента', publisher: 'Outlet 7' }],
  ['part of an address', { source: 'Outlet 7' }],
  ['a language', { language: 'ru' }],
  ['a language there is none of', { language: 'en' }],
  ['a stipulation', { stipulation: 'karabakh-2020/1a' }],
  ['a side', { side: 'arm' }],
  ['a lemma and a side', { q: 'перемирие', side: 'aze' }],
  ['a place named', { about: 'Лачин' }],
  ['a country named', { about: 'Россия' }],
  ['a year', { year: '2019' }],
  ['nothing: the newest', {}],
]

/** Searches, and the counts of their facets. */
export function searchQuestions(): PageQuestion[] {
  return SEARCHES.flatMap(([name, terms]) => {
    const { sort: _, ...counted } = terms
    return [
      { name, path: `statements?${new URLSearchParams(terms)}`, bar: SEARCH },
      { name: `${name}: facets`, path: `statements/facets?${new URLSearchParams(counted)}`, bar: VIEW },
    ]
  })
}

/** A search from a day that no other begins with, before all days of a record or among the first of those asked for: nothing that was kept answers it. */
export function onItsOwn(path: string, nth: number): string {
  const [route, query] = path.split('?')
  const terms = new URLSearchParams(query)
  const from = new Date(terms.get('from') ?? '1900-01-01')
  from.setUTCDate(from.getUTCDate() + (terms.has('from') ? nth % 300 : nth))
  terms.set('from', from.toISOString().slice(0, 10))
  return `${route}?${terms}`
}
