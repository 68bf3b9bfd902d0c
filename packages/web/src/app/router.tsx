/** Every view has an address, and the address is its state. */
import {
  createHashHistory,
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  retainSearchParams,
} from '@tanstack/react-router'
import { createElement } from 'react'
import { EVENT_FACETS, type EventFacetName, FACETS, type FacetName } from './api/contract.ts'
import { isSite } from './api/site.ts'
import { AccountView } from './session/AccountView.tsx'
import { LogInView } from './session/LogInView.tsx'
import { Failed } from './shell/Failed.tsx'
import { NotFound } from './shell/NotFound.tsx'
import { Shell } from './shell/Shell.tsx'
import { HomeView } from './views/home/HomeView.tsx'
import { MatrixView } from './views/matrix/MatrixView.tsx'
import { ONLY, type Only } from './views/matrix/Tally.tsx'
import { PEOPLE_KINDS, type PeopleKind, PeopleView } from './views/people/PeopleView.tsx'
import { ReadView } from './views/read/ReadView.tsx'
import { QUEUES, type QueueName, ReviewView } from './views/review/ReviewView.tsx'
import { SourceView } from './views/source/SourceView.tsx'
import { SourcesView } from './views/sources/SourcesView.tsx'
import { StatementsView } from './views/statements/StatementsView.tsx'
import { TimelineView } from './views/timeline/TimelineView.tsx'
import { isIsoDay } from './words/dates.ts'

interface RootSearch {
  readonly process?: string | undefined
}

const root = createRootRoute({
  component: Shell,
  // Of a record with several processes, which one; every way on the page keeps it.
  validateSearch: (search): RootSearch => text('process', search.process),
  search: { middlewares: [retainSearchParams<RootSearch>(['process'])] },
})

const home = createRoute({
  getParentRoute: () => root,
  path: '/',
  validateSearch: (search): { readonly since?: string | undefined } => day('since', search.since),
  component: HomeView,
})

interface ReadSearch {
  readonly published?: string | undefined
  readonly language?: string | undefined
  /** The chosen item (document/found.ts). */
  readonly i?: string | undefined
  readonly show?: 'json' | undefined
}

const read = createRoute({
  getParentRoute: () => root,
  path: '/read',
  validateSearch: (search): ReadSearch => ({
    ...text('published', search.published),
    ...text('language', search.language),
    ...text('i', search.i),
    show: search.show === 'json' ? 'json' : undefined,
  }),
  component: ReadView,
})

interface MatrixSearch {
  readonly asof?: string | undefined
  /** Day compared with. */
  readonly since?: string | undefined
  /** `8.arm`: number of the stipulation and voice. */
  readonly cell?: string | undefined
  readonly only?: Only | undefined
  /** 0: general claims are not counted. */
  readonly general?: 0 | undefined
}

const matrix = createRoute({
  getParentRoute: () => root,
  path: '/matrix/$dossier/$agreement',
  validateSearch: (search): MatrixSearch => ({
    ...day('asof', search.asof),
    ...day('since', search.since),
    ...text('cell', search.cell),
    only: ONLY.find(name => name === search.only),
    general: search.general === 0 ? 0 : undefined,
  }),
  component: MatrixView,
})

export interface StatementSearch extends Readonly<Partial<Record<FacetName, readonly string[] | undefined>>> {
  readonly q?: string | undefined
  readonly by?: string | undefined
  readonly about?: string | undefined
  readonly from?: string | undefined
  readonly until?: string | undefined
  readonly sort?: 'relevance' | undefined
  /** Key of the statement whose context is open. */
  readonly i?: string | undefined
}

const statements = createRoute({
  getParentRoute: () => root,
  path: '/statements',
  validateSearch: (search): StatementSearch => ({
    ...text('q', search.q),
    ...text('by', search.by),
    ...text('about', search.about),
    ...day('from', search.from),
    ...day('until', search.until),
    sort: search.sort === 'relevance' ? 'relevance' : undefined,
    ...text('i', search.i),
    ...Object.fromEntries(FACETS.map(name => [name, values(search[name])])),
  }),
  component: StatementsView,
})

/** Values of a facet, each once; a year may stand in the address as a number. */
function values(given: unknown): string[] | undefined {
  const all = (Array.isArray(given) ? given : [given])
    .filter(value => typeof value === 'string' || typeof value === 'number')
    .map(String)
    .filter(value => value !== '')
  return all.length === 0 ? undefined : [...new Set(all)]
}

export const SHOWN_IN_TIMELINE = ['events', 'statements'] as const

export interface TimelineSearch extends Readonly<Partial<Record<EventFacetName, readonly string[] | undefined>>> {
  /** Absent: both. */
  readonly show?: (typeof SHOWN_IN_TIMELINE)[number] | undefined
  /** Absent: by the day it happened. */
  readonly order?: 'reported' | undefined
  readonly place?: string | undefined
  readonly from?: string | undefined
  readonly until?: string | undefined
}

const timeline = createRoute({
  getParentRoute: () => root,
  path: '/timeline',
  validateSearch: (search): TimelineSearch => ({
    ...Object.fromEntries(EVENT_FACETS.map(name => [name, values(search[name])])),
    show: SHOWN_IN_TIMELINE.find(name => name === search.show),
    order: search.order === 'reported' ? 'reported' : undefined,
    ...text('place', search.place),
    ...day('from', search.from),
    ...day('until', search.until),
  }),
  component: TimelineView,
})

const sources = createRoute({
  getParentRoute: () => root,
  path: '/sources',
  validateSearch: (search): { readonly q?: string | undefined } => text('q', search.q),
  component: SourcesView,
})

interface SourceSearch {
  readonly i?: string | undefined
  /** Layers that are hidden, with commas between. */
  readonly without?: string | undefined
  /** The archived page in place of the text. */
  readonly as?: 'page' | undefined
}

const source = createRoute({
  getParentRoute: () => root,
  path: '/source/$id',
  validateSearch: (search): SourceSearch => ({
    ...text('i', search.i),
    ...text('without', search.without),
    as: search.as === 'page' ? 'page' : undefined,
  }),
  component: SourceView,
})

interface ReviewSearch {
  readonly queue?: QueueName | undefined
  /** Key of an item. */
  readonly item?: string | undefined
}

const review = createRoute({
  getParentRoute: () => root,
  path: '/review',
  validateSearch: (search): ReviewSearch => ({
    queue: QUEUES.find(name => name === search.queue),
    ...text('item', search.item),
  }),
  component: ReviewView,
})

export interface NetworkSearch {
  readonly kind?: 'namings' | undefined
  /** Party that must have a hand in it. */
  readonly side?: string | undefined
  /** Key of an actor. */
  readonly who?: string | undefined
  /** Key of the edge whose evidence is open. */
  readonly edge?: string | undefined
  readonly from?: string | undefined
  readonly until?: string | undefined
}

export interface MapSearch {
  /** What the place is asked for by. */
  readonly place?: string | undefined
  readonly from?: string | undefined
  readonly until?: string | undefined
}

const people = createRoute({
  getParentRoute: () => root,
  path: '/people',
  validateSearch: (search): { readonly kind?: PeopleKind | undefined } => ({
    kind: PEOPLE_KINDS.find(name => name === search.kind),
  }),
  component: PeopleView,
})

const network = createRoute({
  getParentRoute: () => root,
  path: '/people/network',
  validateSearch: (search): NetworkSearch => ({
    kind: search.kind === 'namings' ? 'namings' : undefined,
    ...text('side', search.side),
    ...text('who', search.who),
    ...text('edge', search.edge),
    ...day('from', search.from),
    ...day('until', search.until),
  }),
  component: lazyRouteComponent(() => import('./views/network/NetworkView.tsx'), 'NetworkView'),
})

const map = createRoute({
  getParentRoute: () => root,
  path: '/people/map',
  validateSearch: (search): MapSearch => ({
    ...text('place', search.place),
    ...day('from', search.from),
    ...day('until', search.until),
  }),
  component: lazyRouteComponent(() => import('./views/map/MapView.tsx'), 'MapView'),
})

const person = createRoute({ getParentRoute: () => people, path: '$ref' })

const logIn = createRoute({ getParentRoute: () => root, path: '/log-in', component: LogInView })

const account = createRoute({ getParentRoute: () => root, path: '/account', component: AccountView })

const manage = createRoute({
  getParentRoute: () => root,
  path: '/manage',
  component: lazyRouteComponent(() => import('./views/manage/ManageView.tsx'), 'ManageView'),
})

const add = createRoute({
  getParentRoute: () => root,
  path: '/add',
  validateSearch: (search): { readonly import?: string | undefined } => text('import', search.import),
  component: lazyRouteComponent(() => import('./views/add/AddView.tsx'), 'AddView'),
})

// The router lays what is returned over the address as it was typed: a part that is nonsense has to be named undefined, or it stays.

/** A part of an address that is a whole day, or nothing. */
function day<Name extends string>(name: Name, value: unknown): { readonly [N in Name]?: string | undefined } {
  return only(name, typeof value === 'string' && isIsoDay(value) ? value : undefined)
}

/** A part of an address that is a word, or nothing: an address may be typed by hand. */
function text<Name extends string>(name: Name, value: unknown): { readonly [N in Name]?: string | undefined } {
  return only(name, typeof value === 'string' && value !== '' ? value : undefined)
}

function only<Name extends string>(name: Name, value: string | undefined) {
  return { [name]: value } as { readonly [N in Name]?: string | undefined }
}

export const router = createRouter({
  routeTree: root.addChildren([
    home,
    matrix,
    timeline,
    statements,
    sources,
    source,
    review,
    network,
    map,
    people.addChildren([person]),
    add,
    read,
    logIn,
    account,
    manage,
  ]),
  defaultPreload: 'intent',
  // A new view begins at its top; back leads to where one was.
  scrollRestoration: true,
  defaultNotFoundComponent: NotFound,
  // A mistake of ours in one view leaves the bar and the other views as they are.
  defaultErrorComponent: ({ error }) =>
    createElement(Failed, { reason: error instanceof Error ? error.message : String(error) }),
  // Files of any folder have one document: the view stands behind its #.
  ...(isSite ? { history: createHashHistory() } : {}),
})

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router
  }
}
