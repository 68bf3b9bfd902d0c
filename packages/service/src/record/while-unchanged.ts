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

const kept = new WeakMap<OpenRecord, Kept>()

/** `key`: the question, with all that its answer depends on beside the record. What failed is not kept. */
export async function whileUnchanged<Answer>(
  record: OpenRecord,
  key: string,
  make: () => Promise<Answer>,
): Promise<Answer> {
  const answers = await answersOf(record)
  const known = answers.get(key)
  if (known !== undefined) return known as Promise<Answer>
  const answer = make()
  answers.set(key, answer)
  if (answers.size > MOST) answers.delete(answers.keys().next().value as string)
  answer.catch(() => answers.delete(key))
  return answer
}

async function answersOf(record: OpenRecord): Promise<Kept['answers']> {
  const { last } = await record.db
    .selectFrom('log')
    .select(eb => eb.fn.max('seq').as('last'))
    .executeTakeFirstOrThrow()
  const seq = Number(last)
  const before = kept.get(record)
  if (before?.seq === seq) return before.answers
  const now = { seq, answers: new Map() }
  kept.set(record, now)
  return now.answers
}
