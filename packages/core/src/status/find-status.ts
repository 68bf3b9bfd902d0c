/**
 * From claims to status: one row of the implementation matrix, for one stipulation as of one day. A pure function over plain
 * values; the rule stands in words in `status-rule.ts` and as cases in `gold/status.tsv`. Claims are not facts: the row
 * says what the voices assert, and nobody's assessment is made here.
 */
import type { Stipulation } from '../dossier.ts'
import { ASSERTIONS, type Assertion, isContradictory, rankOf } from './assertion.ts'
import { dueOn, lastDayOf, monthsBefore } from './due-date.ts'
import type { CellLine, FindingLine, OverdueLine } from './status-rule.ts'

/** The document's own voice. */
export const PRESS = 'press'

/** What the rule needs of a claim; what is handed in comes out again, so evidence may hang on it. */
export interface StatusClaim {
  readonly assertion: Assertion
  /** Id of a party or body whose standing makes it a voice, `press` for the document's own, null for anyone else. */
  readonly voice: string | null
  /** The day the words were said, `YYYY-MM-DD`, or null: undated. */
  readonly said: string | null
  /** A sweeping claim on the whole agreement. */
  readonly general: boolean
}

export interface StatusCell<C extends StatusClaim = StatusClaim> {
  readonly voice: string
  /** What counts in the finding; null where only undated claims stand here, or the voice contradicts itself on its latest day. */
  readonly assertion: Assertion | null
  /** The latest day it spoke; null with undated claims only. */
  readonly said: string | null
  /** Shown in brackets: it rests on sweeping claims alone. */
  readonly general: boolean
  readonly sameDay: boolean
  /** The claims of that day, the most advanced first, else as handed in. */
  readonly claims: readonly C[]
  /** Shown as "+1 undated". */
  readonly undated: readonly C[]
  readonly line: CellLine
}

export type Finding = Assertion | 'contested' | 'reported' | 'unknown'

export interface StatusRow<C extends StatusClaim = StatusClaim> {
  readonly finding: Finding
  /** The line of the rule that decided. */
  readonly line: FindingLine
  /** How many voices count in the finding. */
  readonly voices: number
  /** In the order of `voices` as handed in, then voices the caller did not name, sorted; silent voices have no cell. */
  readonly cells: readonly StatusCell<C>[]
  /** All that count are sweeping claims. */
  readonly general: boolean
  readonly overdue: boolean
  readonly overdueLine: OverdueLine
  /** The due date in force on the day, as written, or null. */
  readonly due: string | null
  /** Claims of others, said up to the day or undated: shown by name, never counted. */
  readonly others: readonly C[]
}

export interface StatusOptions {
  /** `YYYY-MM-DD`: later claims do not exist yet. */
  readonly asOf: string
  /** Claims older than so many months before `asOf` are left out; null or absent: none are. */
  readonly months?: number | null
  /** Order of the cells; a setting of the viewer, without weight. */
  readonly voices?: readonly string[]
}

const DAY = /^\d{4}-\d{2}-\d{2}$/

/** Throws RangeError for a date that is no whole day, a window that is no positive number, an assertion outside the six. */
export function findStatus<C extends StatusClaim>(
  stipulation: Pick<Stipulation, 'due' | 'amendments' | 'continuing'>,
  claims: readonly C[],
  options: StatusOptions,
): StatusRow<C> {
  const { asOf, months = null } = options
  requireDay('asOf', asOf)
  if (months !== null && !(months > 0 && Number.isInteger(months))) {
    throw new RangeError(`months ${months}: a window is a whole number of months above 0`)
  }
  const from = months === null ? '' : monthsBefore(asOf, months)
  const heard = claims.filter(claim => {
    if (!ASSERTIONS.includes(claim.assertion)) throw new RangeError(`'${claim.assertion}' is no assertion`)
    if (claim.said === null) return true
    requireDay('said', claim.said)
    return claim.said <= asOf && claim.said >= from
  })

  const spoken = new Map<string, C[]>((options.voices ?? []).map(voice => [voice, []]))
  const unnamed = new Set<string>()
  for (const { voice } of heard) if (voice !== null && !spoken.has(voice)) unnamed.add(voice)
  for (const voice of [...unnamed].sort()) spoken.set(voice, [])
  const others: C[] = []
  for (const claim of heard) (claim.voice === null ? others : spoken.get(claim.voice)!).push(claim)

  const cells = [...spoken].map(([voice, list]) => cellOf(voice, list)).filter(cell => cell.line !== 'cell/silent')
  const counted = cells.filter(cell => cell.said !== null)
  const { finding, line } = findingOf(counted)
  const due = dueOn(stipulation, asOf)
  const overdueLine = overdueLineOf(stipulation.continuing, due, asOf, finding, counted)
  return {
    finding,
    line,
    voices: counted.length,
    cells,
    general: counted.length > 0 && counted.every(cell => cell.general),
    overdue: overdueLine === 'overdue/passed',
    overdueLine,
    due,
    others,
  }
}

function cellOf<C extends StatusClaim>(voice: string, claims: readonly C[]): StatusCell<C> {
  const undated = claims.filter(claim => claim.said === null)
  const dated = claims.filter(claim => claim.said !== null)
  if (dated.length === 0) {
    const line = undated.length === 0 ? 'cell/silent' : 'cell/undated'
    return { voice, assertion: null, said: null, general: false, sameDay: false, claims: [], undated, line }
  }
  const specific = dated.filter(claim => !claim.general)
  const general = specific.length === 0
  const standing = general ? dated : specific
  const said = standing.reduce((latest, claim) => (claim.said! > latest ? claim.said! : latest), '')
  const ofDay = standing.filter(claim => claim.said === said).sort((a, b) => rankOf(b.assertion) - rankOf(a.assertion))
  const sameDay = isContradictory(ofDay.map(claim => claim.assertion))
  const several = new Set(ofDay.map(claim => claim.assertion)).size > 1
  const line = sameDay ? 'cell/same-day' : general ? 'cell/general' : several ? 'cell/most-advanced' : 'cell/latest'
  return { voice, assertion: sameDay ? null : ofDay[0].assertion, said, general, sameDay, claims: ofDay, undated, line }
}

/** `counted`: the cells with a dated claim. */
function findingOf(counted: readonly StatusCell[]): { finding: Finding; line: FindingLine } {
  if (counted.length === 0) return { finding: 'unknown', line: 'finding/unknown' }
  if (counted.some(cell => cell.sameDay)) return { finding: 'contested', line: 'finding/same-day' }
  const assertions = counted.map(cell => cell.assertion!)
  if (isContradictory(assertions)) return { finding: 'contested', line: 'finding/contested' }
  if (counted.every(cell => cell.voice === PRESS)) return { finding: 'reported', line: 'finding/reported' }
  const finding = assertions.reduce((least, assertion) => (rankOf(assertion) < rankOf(least) ? assertion : least))
  if (counted.length === 1) return { finding, line: 'finding/one-voice' }
  const agreed = assertions.every(assertion => assertion === finding)
  return { finding, line: agreed ? 'finding/agreed' : 'finding/least-advanced' }
}

function overdueLineOf(
  continuing: boolean,
  due: string | null,
  asOf: string,
  finding: Finding,
  counted: readonly StatusCell[],
): OverdueLine {
  if (due === null) return 'overdue/no-date'
  if (asOf <= lastDayOf(due)) return 'overdue/not-yet'
  if (continuing) return 'overdue/continuing'
  if (finding === 'fulfilled') return 'overdue/fulfilled'
  if (finding === 'reported' && counted[0].assertion === 'fulfilled') return 'overdue/press-fulfilled'
  return 'overdue/passed'
}

function requireDay(name: string, value: string): void {
  if (!DAY.test(value)) throw new RangeError(`${name} '${value}' is no day: YYYY-MM-DD`)
}
