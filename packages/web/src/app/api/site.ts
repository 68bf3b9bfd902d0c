/**
 * Answers of a page that lies as files (`parley export --format site`): those written when it was made. Days are filtered here; what else is asked
 * needs the server, and the reader is told so.
 */
import i18next from 'i18next'

/** The page is files: no server answers. */
export const isSite = document.documentElement.dataset.site === 'files'

type Search = Readonly<Record<string, string | readonly string[] | undefined>>
type Row = Readonly<Record<string, unknown>>

/** Lists whose rows have a day, and where. */
const DAYS: readonly (readonly [list: RegExp, day: string])[] = [
  [/^statements$/, 'said'],
  [/^events$/, 'time'],
  [/^dossiers\/[^/]+\/claims$/, 'said'],
]

let index: Promise<Readonly<Record<string, number>>> | null = null

/** Throws an Error whose message can be shown. */
export async function askSite<Answer>(path: string, search: Search): Promise<Answer> {
  index ??= load('index')
  const known = await index
  const exact = known[questionKey(path, search)]
  if (exact !== undefined) return load(String(exact))
  const [, day] = DAYS.find(([list]) => list.test(path)) ?? []
  const { from, until, ...rest } = search
  const whole = known[questionKey(path, rest)]
  if (day === undefined || whole === undefined) throw new Error(i18next.t('site.noAnswer'))
  const answer = await load<{ readonly items: readonly Row[] }>(String(whole))
  // An undated claim stands whatever the day; an undated event is of no day.
  const isUndatedKept = path.endsWith('/claims') && from === undefined
  const items = answer.items.filter(row =>
    isOfDays(row[day], { from: oneOf(from), until: oneOf(until) }, isUndatedKept),
  )
  return { ...answer, items } as Answer
}

/** As the server's export calls a question (server/src/site/questions.ts). */
function questionKey(path: string, search: Search): string {
  const asked = Object.keys(search)
    .sort()
    .flatMap(name => [search[name] ?? ''].flat().map(value => ({ name, value })))
    .filter(({ value }) => value !== '')
    .map(({ name, value }) => `${name}=${value}`)
  return asked.length === 0 ? path : `${path}?${asked.join('&')}`
}

function oneOf(value: string | readonly string[] | undefined): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined
}

interface Days {
  readonly from: string | undefined
  readonly until: string | undefined
}

function isOfDays(day: unknown, { from, until }: Days, isUndatedKept: boolean): boolean {
  if (typeof day !== 'string') return isUndatedKept
  return (from === undefined || day >= from) && (until === undefined || day <= `${until}T99`)
}

async function load<Answer>(name: string): Promise<Answer> {
  const address = new URL(`api/${name}.json`, document.baseURI)
  const response = await fetch(address)
  if (!response.ok) throw new Error(`${address.pathname}: ${response.status} ${response.statusText}`)
  return response.json()
}
