/**
 * What reviewers decide. Decisions are appended, each a link of the change log; none is changed or taken out: one that was wrong is undone by another.
 * The items they are about stay what the reader found.
 */
import { ASSERTIONS, type Assertion } from '@parley/core'
import { parseItemKey, parseSpans, parseWhoKey } from '../items/item-keys.ts'
import { appendChange, type Leaf } from '../log/change-log.ts'
import { hashOf } from '../log/hash.ts'
import type { OpenRecord } from '../store/record.ts'
import { RecordError } from '../store/record-error.ts'
import type { Db, Write } from '../store/store.ts'
import type { DecisionTable } from '../store/tables.ts'

/**
 * accept, reject: the item is as found, or is not. correct: a field of it is something else. merge, split: an event is the same happening as another,
 * or is not; somebody (`who/…`) is another in the whole record, or (`<document>/who/…`) in one report. assess: what a reviewer concludes about a stipulation as of a day.
 */
export type Verdict =
  | { readonly kind: 'accept' | 'reject'; readonly target: string }
  | { readonly kind: 'correct'; readonly target: string; readonly value: Readonly<Record<string, string | null>> }
  | { readonly kind: 'merge' | 'split'; readonly target: string; readonly value: { readonly with: string } }
  | { readonly kind: 'assess'; readonly target: string; readonly value: Assessment }

export interface Assessment {
  readonly status: Assertion
  /** The Peace Accords Matrix' scale: progress is 1 or 2 by the reviewer; the others have one value each. */
  readonly pam: 0 | 1 | 2 | 3
  /** Day it is true of. */
  readonly on: string
  /** Keys of the items it rests on. */
  readonly evidence: readonly string[]
}

export interface Decision {
  /** From 1, in the order they were made. */
  readonly seq: number
  readonly at: string
  readonly by: string
  readonly kind: Verdict['kind'] | 'undo'
  readonly target: string
  readonly value: unknown
  readonly why: string | null
  /** The decision that undid this one, or null: it stands. */
  readonly undone: number | null
}

/** Fields that a reviewer may correct, by the kind of item. `words`: places in the text, as an item key writes them: `10-20,30-40`. */
const CORRECTABLE = {
  quotation: ['speaker', 'speaker_ref', 'act', 'said', 'kind', 'words'],
  event: ['type', 'mode', 'place', 'place_ref', 'time', 'status'],
  claim: ['stipulation', 'assertion', 'claimant', 'claimant_ref', 'claimant_for', 'said', 'words'],
} as const

/** Throws RecordError for a decision that says nothing that can be: no such item, no such field, no reason for an assessment. */
export async function decide(
  record: OpenRecord,
  by: string,
  at: string,
  verdict: Verdict,
  why: string | null = null,
): Promise<number> {
  return record.store.write(async write => {
    await check(write, by, verdict, why)
    const value = 'value' in verdict ? JSON.stringify(verdict.value) : null
    return append(record, write, { at, by, kind: verdict.kind, target: verdict.target, value, why })
  })
}

/** Takes back a decision; taking back an undoing makes the first one stand again. */
export async function undoDecision(
  record: OpenRecord,
  by: string,
  at: string,
  seq: number,
  why: string | null,
): Promise<number> {
  return record.store.write(async write => {
    const row = await write.selectFrom('decisions').selectAll().where('seq', '=', seq).executeTakeFirst()
    if (row === undefined) throw new RecordError(`there is no decision ${seq}`)
    if (row.undone !== null) throw new RecordError(`decision ${seq} is undone already, by decision ${row.undone}`)
    const undoing = await append(record, write, { at, by, kind: 'undo', target: `decision/${seq}`, value: null, why })
    await write.updateTable('decisions').set({ undone: undoing }).where('seq', '=', seq).execute()
    if (row.kind === 'undo') {
      const first = Number(row.target.split('/')[1])
      await write.updateTable('decisions').set({ undone: null }).where('seq', '=', first).execute()
    }
    return undoing
  })
}

async function append(record: OpenRecord, write: Write, row: Omit<DecisionTable, 'seq' | 'undone'>): Promise<number> {
  const { last } = await write
    .selectFrom('decisions')
    .select(eb => eb.fn.max('seq').as('last'))
    .executeTakeFirstOrThrow()
  const whole: DecisionTable = { seq: (last ?? 0) + 1, ...row, undone: null }
  await record.store.insert(write, 'decisions', [whole])
  const { at, by, why } = row
  await appendChange(record.store, write, { at, by, what: 'decide', why, leaves: [decisionLeaf(whole)] })
  return whole.seq
}

/** Whether it was undone is told by the decision that undid it. */
export function decisionLeaf({ seq, at, by, kind, target, value, why }: Omit<DecisionTable, 'undone'>): Leaf {
  return { kind: 'decision', id: String(seq), hash: hashOf([seq, at, by, kind, target, value, why]) }
}

async function check(write: Write, by: string, verdict: Verdict, why: string | null): Promise<void> {
  if (by.trim() === '') throw new RecordError('a decision has a name under it')
  if (verdict.kind === 'assess') {
    checkAssessment(verdict.target, verdict.value, why)
    for (const key of verdict.value.evidence) await requireItem(write, key)
    return
  }
  if ((verdict.kind === 'merge' || verdict.kind === 'split') && parseWhoKey(verdict.target) !== null) {
    await checkWho(write, verdict)
    return
  }
  await requireItem(write, verdict.target)
  const { kind } = parseItemKey(verdict.target)!
  if (verdict.kind === 'correct') {
    const fields = Object.keys(verdict.value)
    const wrong = fields.find(field => !(CORRECTABLE[kind] as readonly string[]).includes(field))
    const correctable = CORRECTABLE[kind].join(', ')
    if (fields.length === 0) throw new RecordError(`nothing to correct is named (--set FIELD=VALUE): ${correctable}`)
    if (wrong !== undefined) throw new RecordError(`${wrong} is no field of a ${kind} to correct: ${correctable}`)
    await checkCorrection(write, verdict.target, verdict.value)
  }
  if (verdict.kind === 'merge' || verdict.kind === 'split') {
    if (kind !== 'event') throw new RecordError(`only events are merged and split, not a ${kind}`)
    if (verdict.value.with === verdict.target) throw new RecordError('an event is always the same as itself')
    await requireItem(write, verdict.value.with)
  }
}

async function checkWho(
  write: Write,
  { kind, target, value }: Extract<Verdict, { readonly value: { readonly with: string } }>,
): Promise<void> {
  const { who, document } = parseWhoKey(target)!
  const other = parseWhoKey(value.with)
  if (other === null || other.document !== null) throw new RecordError(`${value.with} names nobody: who/NAME`)
  if (other.who === who) throw new RecordError('somebody is always the same as themself')
  if ((kind === 'split') !== (document !== null))
    throw new RecordError(
      kind === 'split'
        ? 'somebody is split off in one report: DOCUMENT/who/NAME'
        : 'two who are one are merged in the whole record: who/NAME',
    )
  let query = write
    .selectFrom('quotations as q')
    .innerJoin('documents as d', 'd.n', 'q.document')
    .select('q.n')
    .where(eb =>
      eb.or([eb('q.speaker_ref', '=', who), eb.and([eb('q.speaker_ref', 'is', null), eb('q.speaker', '=', who)])]),
    )
  if (document !== null) query = query.where('d.id', '=', document)
  const spoke = await query.limit(1).executeTakeFirst()
  if (spoke === undefined)
    throw new RecordError(`${document === null ? 'nobody the record quotes' : 'nobody quoted there'} is called ${who}`)
}

/** What is read from a correction later must be what it says it is. */
async function checkCorrection(write: Write, target: string, value: Readonly<Record<string, string | null>>) {
  const { assertion, said, stipulation, words } = value
  if (assertion !== undefined && !(ASSERTIONS as readonly (string | null)[]).includes(assertion))
    throw new RecordError(`${assertion} is no assertion: ${ASSERTIONS.join(', ')}`)
  if (typeof said === 'string' && !/^\d{4}-\d{2}-\d{2}$/.test(said)) throw new RecordError(`${said} is no day`)
  if (stipulation !== undefined && !/^[^/\s]+\/\S+$/.test(stipulation ?? ''))
    throw new RecordError(`${stipulation} is no stipulation (agreement/number)`)
  if (words === undefined) return
  const spans = parseSpans(words ?? '')
  const { document } = parseItemKey(target)!
  const { text } = await write
    .selectFrom('documents as d')
    .innerJoin('texts as t', 't.sha256', 'd.text')
    .select('t.text')
    .where('d.id', '=', document)
    .executeTakeFirstOrThrow()
  const inOrder = spans?.every(({ start, end }, i) => start < end && end <= (spans[i + 1]?.start ?? text.length))
  if (!inOrder) throw new RecordError(`${words} is no place of words in a text of ${text.length} characters`)
}

const PAM: Readonly<Record<Assertion, readonly number[]>> = {
  breached: [0, 1, 2],
  halted: [0, 1, 2],
  'not-begun': [0],
  planned: [0],
  progress: [1, 2],
  fulfilled: [3],
}

function checkAssessment(target: string, { status, pam, on }: Assessment, why: string | null): void {
  if (!/^[^/\s]+\/\S+$/.test(target)) throw new RecordError(`${target} is no stipulation (agreement/number)`)
  if (!ASSERTIONS.includes(status)) throw new RecordError(`${status} is no status: ${ASSERTIONS.join(', ')}`)
  if (!PAM[status].includes(pam))
    throw new RecordError(`${status} is ${PAM[status].join(' or ')} on the scale, not ${pam}`)
  if (!/^\d{4}-\d{2}-\d{2}$/.test(on)) throw new RecordError(`${on} is no day`)
  if (why === null || why.trim() === '') throw new RecordError('an assessment has a reason')
}

async function requireItem(write: Write, key: string): Promise<void> {
  const parsed = parseItemKey(key)
  if (parsed === null) throw new RecordError(`${key} names no item`)
  const { document, kind, spans, what } = parsed
  const table = `${kind}s` as 'quotations' | 'events' | 'claims'
  let query = write
    .selectFrom(table as 'claims')
    .innerJoin('documents as d', 'd.n', `${table as 'claims'}.document`)
    .select('d.n')
    .where('d.id', '=', document)
    .where('start', '=', spans[0].start)
    .where('end', '=', spans[spans.length - 1].end)
  if (kind === 'event') query = query.where('type' as 'stipulation', '=', what)
  if (kind === 'claim') query = query.where('stipulation', '=', what)
  if ((await query.executeTakeFirst()) === undefined) throw new RecordError(`there is no item ${key}`)
}

export interface DecisionFilter {
  readonly target?: string
  readonly targets?: readonly string[]
  readonly by?: string
  /** Those that were undone, and the undoings, too. */
  readonly all?: boolean
}

/** Targets of one question; engines bind some thousands of values. */
const STRETCH = 500

/** In the order they were made. */
export async function listDecisions(
  db: Db,
  { target, targets, by, all = false }: DecisionFilter = {},
): Promise<Decision[]> {
  if (targets !== undefined && targets.length > STRETCH) {
    const found: Decision[] = []
    for (let from = 0; from < targets.length; from += STRETCH)
      found.push(
        ...(await listDecisions(db, { targets: targets.slice(from, from + STRETCH), by, all } as DecisionFilter)),
      )
    return found.sort((a, b) => a.seq - b.seq)
  }
  let query = db.selectFrom('decisions').selectAll()
  if (target !== undefined) query = query.where('target', '=', target)
  if (targets !== undefined) query = query.where('target', 'in', targets)
  if (by !== undefined) query = query.where('by', '=', by)
  if (!all) query = query.where('undone', 'is', null).where('kind', '<>', 'undo')
  const rows = await query.orderBy('seq').execute()
  return rows.map(row => ({
    ...row,
    kind: row.kind as Decision['kind'],
    value: row.value === null ? null : JSON.parse(row.value),
  }))
}

/** accepted or rejected when all reviewers who decided say so in their latest decision, disputed when they differ, open when nobody has decided. */
export type ReviewState = 'open' | 'accepted' | 'rejected' | 'disputed'

/** `decisions`: standing ones about one item, in order. A correction accepts what it does not correct; two that make different things of one field differ. */
export function reviewState(decisions: readonly Decision[]): ReviewState {
  const latest = new Map<string, Decision>()
  for (const decision of decisions) {
    const { by, kind } = decision
    if (kind === 'accept' || kind === 'correct' || kind === 'reject') latest.set(by, decision)
  }
  const said = new Set([...latest.values()].map(({ kind }) => kind !== 'reject'))
  if (said.size === 0) return 'open'
  if (said.size === 2) return 'disputed'
  if (said.has(false)) return 'rejected'
  return correctOtherwise([...latest.values()]) ? 'disputed' : 'accepted'
}

function correctOtherwise(decisions: readonly Decision[]): boolean {
  const fields = new Map<string, string | null>()
  for (const { kind, value } of decisions) {
    if (kind !== 'correct') continue
    for (const [field, what] of Object.entries(value as Readonly<Record<string, string | null>>)) {
      if (fields.has(field) && fields.get(field) !== what) return true
      fields.set(field, what)
    }
  }
  return false
}
