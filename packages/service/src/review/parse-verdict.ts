/** A decision as it comes from outside, as plain data -> one the record takes. What it says of items is checked by the record itself. */
import type { Dossier } from '@parley/core'
import { RecordError, type Verdict } from '@parley/record'
import { z } from 'zod'

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
      status: z.enum(['breached', 'halted', 'not-begun', 'planned', 'progress', 'fulfilled']),
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

/** Throws RecordError naming the field. */
export function parseVerdict(said: unknown): SignedVerdict {
  const about = verdict.safeParse(said)
  const name = signed.safeParse(said)
  const issue = about.error?.issues[0] ?? name.error?.issues[0]
  if (about.data === undefined || name.data === undefined)
    throw new RecordError(`${issue?.path.join('.') || 'the decision'}: ${issue?.message}`)
  return { verdict: about.data, ...name.data }
}

export function hasStipulation(dossiers: readonly Dossier[], id: string): boolean {
  return dossiers.some(({ agreements }) =>
    agreements.some(({ provisions }) =>
      provisions.some(({ stipulations }) => stipulations.some(stipulation => stipulation.id === id)),
    ),
  )
}
