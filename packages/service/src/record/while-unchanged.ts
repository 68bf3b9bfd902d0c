/**
 * Answers that look through much of a record, kept until it changes: every reading and every decision is a link of its change log, so the number of the last link
 * says whether an answer still holds, whoever wrote it.
 */
import type { OpenRecord } from '@parley/record'
import type { CompiledQuery } from 'kysely'

interface Kept {
  readonly seq: number
  readonly answers: Map<string, Promise<unknown>>
}

interface Shelf {
  /** Answers kept of one record; the oldest goes first. */
  readonly most: number
  readonly passesDecisions: boolean
  readonly kept: WeakMap<OpenRecord, Kept>
}

const shelf = (most: number, passesDecisions = false): Shelf => ({ most, passesDecisions, kept: new WeakMap() })
const ofAll = shelf(64)
const ofReadings = shelf(64, true)
// People ask more than views do, and what they ask must not drive the views out.
const ofSearches = shelf(200)

/** `key`: the question, with all that its answer depends on beside the record. What failed is not kept. */
export function whileUnchanged<Answer>(record: OpenRecord, key: string, make: () => Promise<Answer>): Promise<Answer> {
  return keptIn(ofAll, record, key, make)
}

/** The same for an answer that does not depend on what reviewers decide. */
export function whileSameReadings<Answer>(
  record: OpenRecord,
  key: string,
  make: () => Promise<Answer>,
): Promise<Answer> {
  return keptIn(ofReadings, record, key, make)
}

/** The same for what is found by words, of which there are many questions: answers of some ten kilobytes. */
export function searchUnchanged<Answer>(record: OpenRecord, key: string, make: () => Promise<Answer>): Promise<Answer> {
  return keptIn(ofSearches, record, key, make)
}

async function keptIn<Answer>(
  { most, passesDecisions, kept }: Shelf,
  record: OpenRecord,
  key: string,
  make: () => Promise<Answer>,
): Promise<Answer> {
  const seq = await lastLink(record, passesDecisions)
  const before = kept.get(record)
  const answers = before?.seq === seq ? before.answers : new Map<string, Promise<unknown>>()
  if (answers !== before?.answers) kept.set(record, { seq, answers })
  const known = answers.get(key)
  if (known !== undefined) return known as Promise<Answer>
  const answer = make()
  answers.set(key, answer)
  if (answers.size > most) answers.delete(answers.keys().next().value as string)
  answer.catch(() => answers.delete(key))
  return answer
}

interface LastLinks {
  readonly all: CompiledQuery<{ seq: number }>
  readonly readings: CompiledQuery<{ seq: number }>
}

/** Asked before every answer: written out once. */
const lastLinks = new WeakMap<OpenRecord, LastLinks>()

async function lastLink(record: OpenRecord, passesDecisions: boolean): Promise<number> {
  const known = lastLinks.get(record) ?? askLast(record)
  lastLinks.set(record, known)
  const { rows } = await record.db.executeQuery(passesDecisions ? known.readings : known.all)
  return Number(rows[0]?.seq ?? 0)
}

function askLast({ db }: OpenRecord): LastLinks {
  const last = db.selectFrom('log').select('seq').orderBy('seq', 'desc').limit(1)
  return { all: last.compile(), readings: last.where('what', '<>', 'decide').compile() }
}
