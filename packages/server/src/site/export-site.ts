/**
 * The record's page as files that any web server can serve, from any folder of it: the same page, with the API's own answers beside it. Read only:
 * nothing in it asks a server, so nothing can be decided, sought or added there. Browsers refuse to run a page of modules straight from the disk
 * (`file://`), so it does need a server of files.
 */
import { cpSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { OpenAPIHono } from '@hono/zod-openapi'
import { makeFolder } from '@parley/record'
import type { Network, Place } from '../api/network-schemas.ts'
import { addRoutes } from '../api/routes.ts'
import type { ClaimPoint, EventFacets, FacetCounts, PersonFacts, PersonItem } from '../api/schemas.ts'
import type { Shelf } from '../shelf/shelf.ts'
import { type Found, firstQuestions, laterQuestions, type Question, questionKey } from './questions.ts'

export interface SiteOptions {
  readonly shelf: Shelf
  /** Folder of the built page. */
  readonly page: string
  /** Made; may be there, if it is empty. */
  readonly out: string
  /** The instant, ISO 8601 in UTC. */
  readonly now: string
  /** Called after each answer written. */
  readonly onAnswer?: (count: number) => void
}

/** Nothing was written; the message says why and what to do. */
export class SiteError extends Error {}

/** Of the page: what only a server makes use of. The language packs serve the view that reads a pasted text. */
const LEFT_OUT: readonly string[] = ['packs', 'parley.js', 'reader-worker.js']

const POLICY =
  "default-src 'self'; script-src 'self'; style-src 'self'; worker-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none'; form-action 'none'"

/** Returns how many answers were written. Throws SiteError where `out` holds something or the page has not been built. */
export async function exportSite({ shelf, page, out, now, onAnswer }: SiteOptions): Promise<number> {
  if (!existsSync(join(page, 'index.html'))) throw new SiteError('the page has not been built: run `npm run prepare`')
  if (existsSync(out) && readdirSync(out).length > 0) throw new SiteError(`${out} is not empty: name a new folder`)
  makeFolder(resolve(out, 'api'))
  const answers = new Answers(join(out, 'api'), shelf, now, onAnswer)
  await answers.writeAll()
  for (const name of readdirSync(page)) {
    if (!LEFT_OUT.includes(name)) cpSync(join(page, name), join(out, name), { recursive: true })
  }
  writeFileSync(join(out, 'index.html'), asSite(readFileSync(join(page, 'index.html'), 'utf8')))
  return answers.count
}

/** The page's document with addresses that hold in any folder, the mark by which the page knows itself, and the policy a server would send. */
function asSite(document: string): string {
  return document
    .replace(/(href|src)="\//g, '$1="./')
    .replace('<html', '<html data-site="files"')
    .replace('<head>', `<head>\n    <meta http-equiv="Content-Security-Policy" content="${POLICY}" />`)
}

/** Answers as numbered files, and `index.json`: question -> number. */
class Answers {
  readonly #folder: string
  readonly #shelf: Shelf
  readonly #api = new OpenAPIHono()
  readonly #index = new Map<string, number>()
  readonly #onAnswer: (count: number) => void

  constructor(folder: string, shelf: Shelf, now: string, onAnswer: (count: number) => void = () => {}) {
    this.#folder = folder
    this.#shelf = shelf
    this.#onAnswer = onAnswer
    addRoutes(this.#api, shelf, () => now, null)
  }

  get count(): number {
    return this.#index.size
  }

  async writeAll(): Promise<void> {
    const { dossiers } = this.#shelf.kit
    for (const question of firstQuestions(dossiers, await this.#types())) await this.#write(question)
    for (const question of laterQuestions(await this.#found())) await this.#write(question)
    // Nobody logs in here, and nobody writes.
    const nobody = { kind: 'nobody', name: null, role: null, rights: ['read'], canLogIn: false }
    this.#keep({ path: 'session' }, JSON.stringify(nobody))
    writeFileSync(join(this.#folder, 'index.json'), JSON.stringify(Object.fromEntries(this.#index)))
  }

  /** Types of events the record has; meetings are asked for whether there are any or not. */
  async #types(): Promise<string[]> {
    const rows = await this.#shelf.record.db.selectFrom('events').select('type').distinct().orderBy('type').execute()
    return [...new Set([...rows.map(({ type }) => type), 'CONSULT'])]
  }

  /** One answer, and the pages behind it. */
  async #write(question: Question): Promise<void> {
    for (let next: string | null = null; ; ) {
      const asked: Question = next === null ? question : { ...question, search: { ...question.search, after: next } }
      if (this.#index.has(questionKey(asked))) return
      const body = await this.#ask(asked)
      this.#keep(asked, body)
      next = (JSON.parse(body) as { next?: string | null }).next ?? null
      if (next === null) return
    }
  }

  async #ask({ path, search = {} }: Question): Promise<string> {
    const response = await this.#api.request(`/${path}?${new URLSearchParams(search)}`)
    const body = await response.text()
    if (!response.ok) throw new Error(`${path}: ${response.status} ${body}`)
    return body
  }

  #keep(question: Question, body: string): void {
    const number = this.#index.size
    this.#index.set(questionKey(question), number)
    writeFileSync(join(this.#folder, `${number}.json`), body)
    this.#onAnswer(this.#index.size)
  }

  /** Read out of what was written. */
  async #found(): Promise<Found> {
    const read = async <Answer>(path: string, search: Record<string, string> = {}): Promise<Answer> => {
      const number = this.#index.get(questionKey({ path, search }))
      return JSON.parse(readFileSync(join(this.#folder, `${number}.json`), 'utf8'))
    }
    const sources: string[] = []
    for (let after: string | null | undefined; after !== null; ) {
      const list: { items: { id: string }[]; next: string | null } = await read('sources', after ? { after } : {})
      sources.push(...list.items.map(({ id }) => id))
      after = list.next
    }
    const dossiers = []
    for (const dossier of this.#shelf.kit.dossiers) {
      const at = `dossiers/${dossier.id}`
      const people = []
      for (const { ref, statements } of await read<PersonItem[]>(`${at}/people`)) {
        const path = `${at}/people/${encodeURIComponent(ref)}`
        await this.#write({ path })
        const { said } = await read<PersonFacts>(path)
        people.push({ ref, statements, said: [...new Set(said.map(({ stipulation }) => stipulation))] })
      }
      const { namings } = await read<Network>(`${at}/network`, { kind: 'namings' })
      dossiers.push({
        dossier,
        people,
        namings,
        places: await read<Place[]>(`${at}/places`),
        points: await read<ClaimPoint[]>(`${at}/claim-points`),
      })
    }
    const { facets } = await read<FacetCounts>('statements/facets')
    const ofEvents = (await read<EventFacets>('events/facets')).facets
    const actors = ofEvents.filter(({ facet }) => facet === 'actor').flatMap(({ values }) => values)
    return { sources, facets, actors: actors.map(({ value }) => value), dossiers }
  }
}
