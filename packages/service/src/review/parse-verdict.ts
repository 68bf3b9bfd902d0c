/** A decision as it comes from outside, as plain data -> one the record takes. What it says of items is checked by the record itself. */
import type { Dossier } from '@parley/core'
import { storableStrings } from '@parley/ingest'
import { RecordError, type Verdict } from '@parley/record'
import { z } from 'zod'

const STATUSES = ['breached', 'halted', 'not-begun', 'planned', 'progress', 'fulfilled'] as const

const words = z.string().trim().min(1)
const target = words
const verdict = z.discriminatedUnion('kind', [
  z.object({ kind: z.enum(['accept', 'reject']), target }),
  z.object({ kind: z.literal('correct'), target, value: z.record(z.string(), z.string().nullable()) }),
  z.object({ kind: z.enum(['merge', 'split']), target, value: z.object({ with: words }) }),
  z.object({
    kind: z.literal('assess'),
    target,
    value: z.object({
      status: z.enum(STATUSES),
      pam: z.union([z.literal(0), z.literal(1), z.literal(2), z.literal(3)]),
      on: words,
      evidence: z.array(words).default([]),
    }),
  }),
])
const signed = z.object({ by: words, why: words.nullable().default(null) })

export interface SignedVerdict {
  readonly verdict: Verdict
  readonly by: string
  readonly why: string | null
}

/** Field -> what it is to be, with the option of `parley decide` that gives it. */
const EXPECTED: Readonly<Record<string, string>> = {
  kind: 'accept, reject, correct, merge, split or assess',
  target: 'the id of an item or of a stipulation',
  value: 'what each field is to be (--set FIELD=VALUE)',
  'value.with': 'the other item (--with ITEM)',
  'value.status': `${STATUSES.join(', ')} (--status)`,
  'value.pam': '0, 1, 2 or 3 (--pam)',
  'value.on': 'the day it was so (--on 2021-11-26)',
  'value.evidence': 'ids of items (--evidence)',
  by: 'the name of whoever decides (--by)',
  why: 'words',
}

/** Throws RecordError naming the field. */
export function parseVerdict(said: unknown): SignedVerdict {
  const kept = storableStrings(said)
  const about = verdict.safeParse(kept)
  const name = signed.safeParse(kept)
  const issue = about.error?.issues[0] ?? name.error?.issues[0]
  if (about.data === undefined || name.data === undefined)
    throw new RecordError(describe(issue?.path.filter(part => typeof part === 'string').join('.') ?? ''))
  return { verdict: about.data, ...name.data }
}

function describe(field: string): string {
  return field === ''
    ? 'a decision is an object with kind and target'
    : `${field}: expected ${EXPECTED[field] ?? EXPECTED.value}`
}

export function hasStipulation(dossiers: readonly Dossier[], id: string): boolean {
  return dossiers.some(({ agreements }) =>
    agreements.some(({ provisions }) =>
      provisions.some(({ stipulations }) => stipulations.some(stipulation => stipulation.id === id)),
    ),
  )
}
