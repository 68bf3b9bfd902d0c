/**
 * The implementation matrix of a dossier as of a day: a row for each stipulation, a cell for each voice that spoke of it. Pure; plain
 * data throughout, so that the same value is printed, drawn, sent and kept. Its rows are those of `findStatus`.
 */
import type { Agreement, Dossier, DossierName, Standing, Stipulation, Texts } from '../dossier.ts'
import type { Assertion } from './assertion.ts'
import { type Finding, findStatus, PRESS, type StatusCell } from './find-status.ts'
import type { MatrixClaim } from './matrix-claims.ts'
import type { CellLine, FindingLine, OverdueLine } from './status-rule.ts'

export interface MatrixOptions {
  /** `YYYY-MM-DD`: later claims do not exist yet. */
  readonly asOf: string
  /** Claims older than so many months before `asOf` are left out; null: none are. */
  readonly months?: number | null
  /** Voices that come first, in this order; the others follow by standing and id, the press last. */
  readonly order?: readonly string[]
  /** Which stipulations get a row; all by default. */
  readonly rows?: (stipulation: Stipulation, agreement: Agreement) => boolean
}

export interface Matrix {
  readonly dossier: { readonly id: string; readonly hash: string; readonly titles: Texts }
  readonly asOf: string
  readonly months: number | null
  /** All voices of the dossier, in the order of the columns. */
  readonly voices: readonly MatrixVoice[]
  readonly agreements: readonly MatrixAgreement[]
  /** Claims on these rows that were said after `asOf`, and so left out. */
  readonly later: number
}

export interface MatrixVoice {
  /** Id of a party or body, or `press`. */
  readonly id: string
  readonly standing: Exclude<Standing, 'none'> | 'press'
  /** Empty for the press. */
  readonly names: readonly Pick<DossierName, 'lang' | 'text' | 'kind' | 'usedBy'>[]
}

export interface MatrixAgreement {
  readonly id: string
  readonly titles: Texts
  readonly signed: string
  /** In the agreement's own order. */
  readonly rows: readonly MatrixRow[]
}

export interface MatrixRow {
  /** Id of the stipulation: `karabakh-2020/6a`. */
  readonly id: string
  /** Its numbered point: `6`. */
  readonly provision: string
  readonly titles: Texts
  /** Parties and bodies that must do it, with their names. */
  readonly bearers: readonly MatrixBearer[]
  readonly duty: string
  readonly pam: string
  /** The due date in force on the day, and the one first agreed where that is another; as written, or null. */
  readonly due: string | null
  readonly dueFirst: string | null
  readonly continuing: boolean
  readonly finding: Finding
  /** The line of `STATUS_RULE` that decided. */
  readonly line: FindingLine
  /** How many voices count in the finding. */
  readonly voices: number
  /** It rests on general claims alone. */
  readonly general: boolean
  readonly overdue: boolean
  readonly overdueLine: OverdueLine
  /** Undated claims of voices: shown, not counted. */
  readonly undated: number
  /** In the order of the columns; a silent voice has none. */
  readonly cells: readonly MatrixCell[]
  /** Claims of those who speak for no voice, shown by name, never counted: indexes into `claims`. */
  readonly others: readonly number[]
  /** Claims said up to the day, superseded ones too: by day, undated last, then by document and place in it. */
  readonly claims: readonly MatrixClaim[]
}

export interface MatrixBearer {
  readonly id: string
  readonly names: MatrixVoice['names']
}

export interface MatrixCell {
  readonly voice: string
  /** What counts; null where only undated claims stand here, or the voice contradicts itself on its latest day. */
  readonly assertion: Assertion | null
  readonly said: string | null
  /** Shown in brackets. */
  readonly general: boolean
  readonly sameDay: boolean
  readonly line: CellLine
  /** The claims of that day, the most advanced first: indexes into the row's `claims`. */
  readonly claims: readonly number[]
  /** Shown as "+1 undated": indexes into the row's `claims`. */
  readonly undated: readonly number[]
}

/** `claims` of any number of documents, in any order. Throws RangeError as `findStatus` does, and for an unknown voice in `order`. */
export function makeMatrix(dossier: Dossier, claims: readonly MatrixClaim[], options: MatrixOptions): Matrix {
  const { asOf, months = null, rows = () => true } = options
  const voices = orderVoices(dossier, options.order ?? [])
  const byStipulation = new Map<string, MatrixClaim[]>()
  for (const claim of [...claims].sort(compareClaims)) {
    const list = byStipulation.get(claim.stipulation)
    if (list === undefined) byStipulation.set(claim.stipulation, [claim])
    else list.push(claim)
  }
  let later = 0
  const order = voices.map(({ id }) => id)
  const namesOf = new Map([...dossier.parties, ...dossier.bodies].map(({ id, names }) => [id, viewNames(names)]))
  const agreements = dossier.agreements.map(agreement => ({
    id: agreement.id,
    titles: agreement.titles,
    signed: agreement.signed,
    rows: agreement.provisions.flatMap(provision =>
      provision.stipulations
        .filter(stipulation => rows(stipulation, agreement))
        .map(stipulation => {
          const all = byStipulation.get(stipulation.id) ?? []
          const said = all.filter(claim => claim.said === null || claim.said <= asOf)
          later += all.length - said.length
          return makeRow(stipulation, provision.id, said, { asOf, months, order, namesOf })
        }),
    ),
  }))
  return {
    dossier: { id: dossier.id, hash: dossier.hash, titles: dossier.titles },
    asOf,
    months,
    voices,
    agreements: agreements.filter(agreement => agreement.rows.length > 0),
    later,
  }
}

interface RowOptions {
  readonly asOf: string
  readonly months: number | null
  readonly order: readonly string[]
  readonly namesOf: ReadonlyMap<string, MatrixVoice['names']>
}

function makeRow(
  stipulation: Stipulation,
  provision: string,
  claims: readonly MatrixClaim[],
  { asOf, months, order, namesOf }: RowOptions,
): MatrixRow {
  const status = findStatus(stipulation, claims, { asOf, months, voices: order })
  const indexOf = new Map(claims.map((claim, index) => [claim, index]))
  const indexes = (list: readonly MatrixClaim[]): number[] => list.map(claim => indexOf.get(claim)!)
  const cellOf = ({ claims: standing, undated, ...cell }: StatusCell<MatrixClaim>): MatrixCell => ({
    ...cell,
    claims: indexes(standing),
    undated: indexes(undated),
  })
  return {
    id: stipulation.id,
    provision,
    titles: stipulation.titles,
    bearers: stipulation.bearers.map(id => ({ id, names: namesOf.get(id) ?? [] })),
    duty: stipulation.duty,
    pam: stipulation.pam,
    due: status.due,
    dueFirst: status.due === stipulation.due ? null : stipulation.due,
    continuing: stipulation.continuing,
    finding: status.finding,
    line: status.line,
    voices: status.voices,
    general: status.general,
    overdue: status.overdue,
    overdueLine: status.overdueLine,
    undated: status.cells.reduce((sum, cell) => sum + cell.undated.length, 0),
    cells: status.cells.map(cellOf),
    others: indexes(status.others),
    claims,
  }
}

const STANDINGS: readonly MatrixVoice['standing'][] = ['party', 'guarantor', 'mediator', 'monitor', 'press']

function orderVoices(dossier: Dossier, first: readonly string[]): MatrixVoice[] {
  const voices: MatrixVoice[] = [{ id: PRESS, standing: 'press', names: [] }]
  for (const { id, standing, names } of [...dossier.parties, ...dossier.bodies]) {
    if (standing !== 'none') voices.push({ id, standing, names: viewNames(names) })
  }
  for (const id of first) {
    if (voices.some(voice => voice.id === id)) continue
    throw new RangeError(`'${id}' is no voice of ${dossier.id}: ${voices.map(voice => voice.id).join(', ')}`)
  }
  const place = ({ id }: MatrixVoice): number => (first.includes(id) ? first.indexOf(id) : first.length)
  const rank = ({ standing }: MatrixVoice): number => STANDINGS.indexOf(standing)
  return voices.sort((a, b) => place(a) - place(b) || rank(a) - rank(b) || (a.id < b.id ? -1 : 1))
}

function viewNames(names: readonly DossierName[]): MatrixVoice['names'] {
  return names.map(({ lang, text, kind, usedBy }) => ({ lang, text, kind, usedBy }))
}

/** By day, undated last, then by document and place: whatever the order of the documents, one order of the claims. */
function compareClaims(a: MatrixClaim, b: MatrixClaim): number {
  const [x, y] = [a.evidence, b.evidence]
  return (
    compare(a.said ?? '9999-99', b.said ?? '9999-99') ||
    compare(x.document, y.document) ||
    compare(x.sha256, y.sha256) ||
    x.start - y.start ||
    y.end - x.end ||
    compare(a.assertion, b.assertion)
  )
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
