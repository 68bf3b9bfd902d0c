/**
 * Answers that look through much of a record, kept until it changes: every reading and every decision is a link of its change log, so the number of the last link
 * says whether an answer still holds, whoever wrote it.
 */
import type { OpenRecord } from '@parley/record'

/** Answers kept of one record; the oldest goes first. */
const MOST = 64

interface Kept {
  readonly seq: number
  readonly answers: Map<string, Promise<unknown>>
}

const ofAll = new WeakMap<OpenRecord, Kept>()
const ofReadings = new WeakMap<OpenRecord, Kept>()

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

async function keptIn<Answer>(
  kept: WeakMap<OpenRecord, Kept>,
  record: OpenRecord,
  key: string,
  make: () => Promise<Answer>,
): Promise<Answer> {
  const seq = await lastLink(record, kept === ofReadings)
  const before = kept.get(record)
  const answers = before?.seq === seq ? before.answers : new Map<string, Promise<unknown>>()
  if (answers !== before?.answers) kept.set(record, { seq, answers })
  const known = answers.get(key)
  if (known !== undefined) return known as Promise<Answer>
  const answer = make()
  answers.set(key, answer)
  if (answers.size > MOST) answers.delete(answers.keys().next().value as string)
  answer.catch(() => answers.delete(key))
  return answer
}

async function lastLink({ db }: OpenRecord, passesDecisions: boolean): Promise<number> {
  let query = db.selectFrom('log').select('seq')
  if (passesDecisions) query = query.where('what', '<>', 'decide')
  const last = await query.orderBy('seq', 'desc').limit(1).executeTakeFirst()
  return Number(last?.seq ?? 0)
}
