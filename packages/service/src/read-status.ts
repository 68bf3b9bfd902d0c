/** The verb `status`: inputs in, the matrix of each dossier out. Of each document its claims are kept, not its text. */
import {
  type Agreement,
  type Analysis,
  isWithin,
  type Kit,
  lastDayOf,
  type Matrix,
  type MatrixClaim,
  makeMatrix,
  matrixClaims,
  type Stipulation,
} from '@parley/core'
import type { ReadOptions } from '@parley/ingest'
import { type Collect, readOnce, type Telling } from './read-once.ts'

export interface StatusRequest {
  /** `YYYY-MM-DD`; null: the latest day that the documents know of, so that the same inputs give the same matrix. */
  readonly asOf: string | null
  /** Stands in where neither is known: the day of the run. */
  readonly today: string
  readonly months: number | null
  /** Voices that come first. */
  readonly order: readonly string[]
  /** Ids of stipulations, points or agreements: rows of these alone; empty: of all. */
  readonly stipulations: readonly string[]
  /** Voices, ids of persons or parts of names: rows of which one of them spoke; empty: all. The finding counts everybody all the same. */
  readonly by: readonly string[]
}

/** The exchange format `parley/status@1`, described in docs/STATUS.md. */
export interface StatusReport {
  readonly format: 'parley/status@1'
  readonly reader: Analysis['reader']
  readonly asOf: string
  /** Claims older than so many months before `asOf` are left out; null: none are. */
  readonly months: number | null
  /** What was read, in the order of the inputs. */
  readonly documents: readonly StatusDocument[]
  /** One for each dossier, by id. */
  readonly matrices: readonly Matrix[]
}

export type StatusDocument = Analysis['document']

/** A setting that fits none of the dossiers: an unknown stipulation or voice. The message says what there is. */
export class StatusError extends Error {}

/** What a matrix is made of, wherever it comes from. */
export interface StatusClaims {
  /** What was read, in the order it came. */
  readonly documents: readonly StatusDocument[]
  /** Of each dossier of the kit, in its order: claims on its stipulations. */
  readonly claims: readonly (readonly MatrixClaim[])[]
}

/** Throws StatusError. */
export function readStatus(
  inputs: readonly string[],
  kit: Kit,
  reading: ReadOptions,
  request: StatusRequest,
  telling: Telling,
): Promise<StatusReport> {
  return statusOf(() => claimsOf(take => readOnce(inputs, kit, reading, telling, take), kit), kit, request)
}

async function claimsOf(collect: Collect, { dossiers }: Kit): Promise<StatusClaims> {
  const documents: StatusDocument[] = []
  const claims = dossiers.map((): MatrixClaim[] => [])
  await collect(analysis => {
    const found = dossiers.map(dossier => matrixClaims(analysis, dossier))
    documents.push(analysis.document)
    found.forEach((list, at) => {
      for (const claim of list) claims[at].push(claim)
    })
  })
  return { documents, claims }
}

/** The matrices of claims, which are asked for once the request is seen to be one. Throws StatusError. */
export async function statusOf(
  collect: () => Promise<StatusClaims>,
  kit: Kit,
  request: StatusRequest,
): Promise<StatusReport> {
  const rows = rowsAsked(kit, request.stipulations)
  checkOrder(kit, request.order)
  const { documents, claims } = await collect()
  const asOf = request.asOf ?? latestDay(documents, claims.flat()) ?? request.today
  const { months } = request
  const matrices = kit.dossiers.map((dossier, at) => {
    const voices = new Set([...dossier.parties, ...dossier.bodies].map(({ id }) => id).concat('press'))
    const order = request.order.filter(id => voices.has(id))
    return spokenBy(makeMatrix(dossier, claims[at], { asOf, months, order, rows }), request.by)
  })
  const reader = { version: kit.version, languages: kit.languages, dossier: kit.dossier }
  return { format: 'parley/status@1', reader, asOf, months, documents, matrices }
}

function latestDay(documents: readonly StatusDocument[], claims: readonly MatrixClaim[]): string | null {
  let latest: string | null = null
  // Days repeat: each is looked at once.
  for (const date of new Set([...documents.map(({ published }) => published), ...claims.map(({ said }) => said)])) {
    const day = date === null ? null : lastDayOf(date)
    if (day !== null && (latest === null || day > latest)) latest = day
  }
  return latest
}

function rowsAsked(kit: Kit, asked: readonly string[]): (stipulation: Stipulation, agreement: Agreement) => boolean {
  if (asked.length === 0) return () => true
  const isAsked = ({ id }: Stipulation, name: string): boolean => isWithin(id, name)
  for (const name of asked) {
    const agreements = kit.dossiers.flatMap(dossier => dossier.agreements)
    const stipulations = agreements.flatMap(({ provisions }) => provisions.flatMap(one => one.stipulations))
    if (stipulations.some(stipulation => isAsked(stipulation, name))) continue
    const ids = agreements.map(({ id }) => id).join(', ')
    throw new StatusError(
      `no point '${name}' in these agreements: ${ids}; a point is written ${stipulations[0]?.id ?? 'agreement/1a'}`,
    )
  }
  return stipulation => asked.some(name => isAsked(stipulation, name))
}

function checkOrder(kit: Kit, order: readonly string[]): void {
  for (const id of order) {
    const known = kit.dossiers.map(dossier => makeMatrix(dossier, [], { asOf: '0001-01-01' }).voices.map(one => one.id))
    if (!known.some(ids => ids.includes(id)))
      throw new StatusError(`'${id}' is no voice of these dossiers: ${[...new Set(known.flat())].join(', ')}`)
  }
}

function spokenBy(matrix: Matrix, by: readonly string[]): Matrix {
  if (by.length === 0) return matrix
  const isOne = ({ voice, claimant }: MatrixClaim): boolean =>
    by.some(
      asked =>
        voice === asked ||
        claimant.ref === asked ||
        (claimant.name?.toLowerCase().includes(asked.toLowerCase()) ?? false),
    )
  const agreements = matrix.agreements.map(agreement => ({
    ...agreement,
    rows: agreement.rows.filter(row => row.claims.some(isOne)),
  }))
  return { ...matrix, agreements: agreements.filter(({ rows }) => rows.length > 0) }
}
