/**
 * The YAML of one process to a `Dossier`, or every mistake in it. All or nothing: with a single mistake there is no dossier, because half a
 * dossier would answer wrongly and in silence.
 */
import { createHash } from 'node:crypto'
import { type Agreement, type Dossier, didYouMean, type Problem, type Stipulation, sortProblems } from '@parley/core'
import { checkFile } from './check-file.ts'
import { firstDay, lastDay } from './dates.ts'
import type { Ontology } from './ontology.ts'
import { type Path, readYaml, type YamlFile } from './read-yaml.ts'
import { checkRoles } from './roles.ts'
import { type Content, type FileKind, type KnownIds, makeSchemas, type RefKind } from './schema.ts'

export interface CompiledDossier {
  /** null when there are problems. */
  readonly dossier: Dossier | null
  /** Mistakes, sorted by place. */
  readonly problems: readonly Problem[]
  /** What the editor is asked to confirm: gaps and overlaps of holders of one office. They do not stand in the way. */
  readonly notes: readonly Problem[]
}

/** File -> what it holds. Agreements stand in a folder, one a file. */
export const FILES: Readonly<Record<string, Exclude<FileKind, 'agreement'>>> = {
  'process.yaml': 'process',
  'parties.yaml': 'parties',
  'bodies.yaml': 'bodies',
  'persons.yaml': 'persons',
  'places.yaml': 'places',
  'terms.yaml': 'terms',
  'sources.yaml': 'sources',
}
const REQUIRED = ['process.yaml', 'parties.yaml', 'sources.yaml']
const AGREEMENT = /^agreements\/[^/]+\.yaml$/

/** `files`: path below the dossier's folder, with `/`, -> text. `folder`: what to put before a path in a problem. */
export function compileDossier(files: ReadonlyMap<string, string>, ontology: Ontology, folder = ''): CompiledDossier {
  const problems: Problem[] = []
  const notes: Problem[] = []
  const named = (path: string) => (folder === '' ? path : `${folder}/${path}`)
  for (const path of REQUIRED) {
    if (!files.has(path))
      problems.push(
        fileProblem(named(path), 'missing-file', `${path} is missing`, `a dossier has at least ${REQUIRED.join(', ')}`),
      )
  }
  const read = new Map<string, YamlFile>()
  for (const path of [...files.keys()].sort()) {
    if (path in FILES || AGREEMENT.test(path)) read.set(path, readYaml(named(path), files.get(path)!, problems))
    else {
      const hint =
        didYouMean(path, Object.keys(FILES)) ??
        `files of a dossier: ${Object.keys(FILES).join(', ')}, agreements/<date>-<name>.yaml`
      problems.push(fileProblem(named(path), 'unknown-file', `${path} is no file of a dossier`, hint))
    }
  }

  const known = collectIds(read, problems)
  const schemas = makeSchemas(known, ontology)
  const list = <K extends Exclude<FileKind, 'process' | 'agreement'>>(kind: K, path: string): Content<K> => {
    const file = read.get(path)
    // An empty file is an empty list: what `parley init` leaves to be filled in.
    if (file === undefined || file.data === null) return [] as unknown as Content<K>
    return (checkFile(file, schemas[kind], problems) ?? []) as Content<K>
  }
  const processFile = read.get('process.yaml')
  const process = processFile === undefined ? null : checkFile(processFile, schemas.process, problems)
  const parties = list('parties', 'parties.yaml')
  const bodies = list('bodies', 'bodies.yaml')
  const persons = list('persons', 'persons.yaml')
  const places = list('places', 'places.yaml')
  const terms = list('terms', 'terms.yaml')
  const sources = list('sources', 'sources.yaml')
  const agreements: Content<'agreement'>[] = []
  for (const [path, file] of read) {
    if (!AGREEMENT.test(path)) continue
    const agreement = checkFile(file, schemas.agreement, problems)
    if (agreement !== null) agreements.push(agreement)
  }

  for (const finding of checkRoles(persons, ontology)) {
    const file = read.get('persons.yaml')!
    const problem = file.problemAt([finding.person, 'roles', finding.role], finding.code, finding.message, finding.hint)
    ;(finding.note ? notes : problems).push(problem)
  }
  for (const [i, { since, until }] of bodies.entries()) {
    if (since === null || until === null || firstDay(since) <= lastDay(until)) continue
    const message = `the body ends (${until}) before it begins (${since})`
    problems.push(read.get('bodies.yaml')!.problemAt([i, 'until'], 'date-order', message, 'mend since or until'))
  }
  findCycles(bodies, read.get('bodies.yaml'), problems)
  findCycles(places, read.get('places.yaml'), problems)

  const sorted = { problems: sortProblems(problems), notes: sortProblems(notes) }
  if (problems.length > 0 || process === null) return { dossier: null, ...sorted }
  const used = new Set(
    agreements.flatMap(one => one.provisions.flatMap(point => point.stipulations.map(item => item.duty))),
  )
  const content: Omit<Dossier, 'hash'> = {
    id: process.id,
    titles: process.titles,
    scope: process.scope,
    languages: [...process.languages].sort(),
    parties: byId(parties.map(({ names, ...party }) => ({ ...party, names: names.map(nameOf) }))),
    bodies: byId(bodies.map(({ names, part_of, ...body }) => ({ ...body, partOf: part_of, names: names.map(nameOf) }))),
    persons: byId(
      persons.map(({ names, roles, ...person }) => ({ ...person, names: names.map(nameOf), roles: rolesOf(roles) })),
    ),
    places: byId(
      places.map(({ names, part_of, ...place }) => ({ ...place, partOf: part_of, names: names.map(nameOf) })),
    ),
    terms: byId(terms.map(({ names, ...term }) => ({ ...term, names: names.map(nameOf) }))),
    sources: byId(sources),
    agreements: agreements
      .map(one => agreementOf(one, ontology))
      .sort((a, b) => compare(a.signed, b.signed) || compare(a.id, b.id)),
    duties: byId([...ontology.duties.values()].filter(duty => used.has(duty.id))),
  }
  return { dossier: { ...content, hash: hashOf(content) }, ...sorted }
}

/** Every id that stands anywhere, whatever else is wrong beside it: so that one mistake is told once. */
function collectIds(read: ReadonlyMap<string, YamlFile>, problems: Problem[]): KnownIds {
  const known: Record<RefKind, Set<string> | null> = {
    party: new Set(),
    body: new Set(),
    person: new Set(),
    place: new Set(),
    term: new Set(),
    source: new Set(),
    agreement: new Set(),
    language: new Set(),
  }
  const seen = new Map<string, string>()
  const take = (file: YamlFile, kind: RefKind, holder: unknown, path: Path, space = ''): void => {
    const id = fieldOf(holder, 'id')
    if (typeof id !== 'string') return
    known[kind]?.add(id)
    claim(file, space + id, [...path, 'id'])
  }
  const claim = (file: YamlFile, id: string, path: Path): void => {
    const problem = file.problemAt(path, 'duplicate-id', `the id ${id} stands twice`)
    const first = seen.get(id)
    if (first !== undefined) problems.push({ ...problem, hint: `first at ${first}` })
    else seen.set(id, `${problem.file}:${problem.line}`)
  }
  const lists = {
    'parties.yaml': 'party',
    'bodies.yaml': 'body',
    'persons.yaml': 'person',
    'places.yaml': 'place',
    'terms.yaml': 'term',
    'sources.yaml': 'source',
  } as const
  for (const [path, kind] of Object.entries(lists)) {
    const file = read.get(path)
    if (isUnread(path, file)) known[kind] = null
    for (const [i, item] of listOf(file?.data).entries()) take(file!, kind, item, [i])
  }
  if (isUnread('process.yaml', read.get('process.yaml'))) known.language = null
  for (const language of listOf(fieldOf(read.get('process.yaml')?.data, 'languages'))) {
    if (typeof language === 'string') known.language?.add(language)
  }
  for (const [path, file] of read) {
    if (!AGREEMENT.test(path)) continue
    // Agreements and parties may share a short code with nothing else, but not with each other's points.
    take(file, 'agreement', file.data, [], 'agreement ')
    for (const [i, provision] of listOf(fieldOf(file.data, 'provisions')).entries()) {
      const number = fieldOf(provision, 'id')
      if (typeof number === 'string') claim(file, `${path} provision ${number}`, ['provisions', i, 'id'])
      for (const [j, stipulation] of listOf(fieldOf(provision, 'stipulations')).entries()) {
        const id = fieldOf(stipulation, 'id')
        if (typeof id === 'string')
          claim(file, `${String(fieldOf(file.data, 'id'))}/${id}`, ['provisions', i, 'stipulations', j, 'id'])
      }
    }
  }
  return known
}

/** True where what the file holds is not known: it is missing though it must be there, or it is not YAML, or no list. */
function isUnread(path: string, file: YamlFile | undefined): boolean {
  if (file === undefined) return REQUIRED.includes(path)
  return path === 'process.yaml'
    ? fieldOf(file.data, 'languages') === undefined
    : file.data !== null && !Array.isArray(file.data)
}

function listOf(value: unknown): unknown[] {
  return Array.isArray(value) ? value : []
}

function fieldOf(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, key)
    ? (value as Record<string, unknown>)[key]
    : undefined
}

/** Something that is part of itself, however far around; each round is told once, at its first member. */
function findCycles(
  items: readonly { id: string; part_of: string | null }[],
  file: YamlFile | undefined,
  problems: Problem[],
): void {
  const above = new Map(items.map(item => [item.id, item.part_of]))
  const done = new Set<string>()
  for (const { id } of items) {
    const way: string[] = []
    let at: string | null | undefined = id
    while (at !== null && at !== undefined && !done.has(at)) {
      done.add(at)
      way.push(at)
      at = above.get(at)
    }
    if (at === null || at === undefined || !way.includes(at)) continue
    const round = [...way.slice(way.indexOf(at)), at].join(' in ')
    const index = items.findIndex(item => item.id === at)
    problems.push(
      file!.problemAt([index, 'part_of'], 'cycle', `${at} is part of itself: ${round}`, 'leave out one part_of'),
    )
  }
}

function agreementOf(agreement: Content<'agreement'>, ontology: Ontology): Agreement {
  return {
    ...agreement,
    provisions: agreement.provisions.map(provision => ({
      id: provision.id,
      source: provision.source ?? agreement.source,
      stipulations: provision.stipulations.map(
        ({ bearer, amended, pam, ...stipulation }): Stipulation => ({
          ...stipulation,
          id: `${agreement.id}/${stipulation.id}`,
          bearers: bearer,
          amendments: [...amended].sort((a, b) => compare(a.since, b.since)),
          pam: pam ?? ontology.duties.get(stipulation.duty)!.pam,
        }),
      ),
    })),
  }
}

function nameOf({ used_by, ...name }: Content<'places'>[number]['names'][number]) {
  return { ...name, usedBy: [...used_by].sort() }
}

function rolesOf(roles: Content<'persons'>[number]['roles']) {
  return roles
    .map(({ office, since, until, source }) => {
      const [holder, what] = office.split('/')
      return { holder, office: what, since, until, source }
    })
    .sort((a, b) => compare(a.since, b.since) || compare(`${a.holder}/${a.office}`, `${b.holder}/${b.office}`))
}

function byId<T extends { readonly id: string }>(items: readonly T[]): T[] {
  return [...items].sort((a, b) => compare(a.id, b.id))
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

/** Fields in the order of their names, so that the hash depends on the data alone. */
function hashOf(content: unknown): string {
  const canonical = JSON.stringify(content, (_, value: unknown) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => compare(a, b)))
      : value,
  )
  return createHash('sha256').update(canonical).digest('hex')
}

function fileProblem(file: string, code: string, message: string, hint: string): Problem {
  return { code: `dossier/${code}`, file, line: 1, column: 1, excerpt: '', message, hint }
}
