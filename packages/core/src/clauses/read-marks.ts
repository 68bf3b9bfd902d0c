/** What the words around a predicate say of it: negation, modality, phase. */
import { reading } from '../layers.ts'
import type { Scene } from '../quotations/scene.ts'
import { ADVB, COMP, PRCL } from '../words/grammar.ts'
import type { Clause } from './build-clauses.ts'
import { compileMarkWords, type MarkRow, type Modality, type Phase } from './mark-words.ts'

const NONE: readonly MarkRow[] = []

/** The rows whose wording begins at a token. */
export function marksAt(scene: Scene, token: number): readonly MarkRow[] {
  const { tokens, pack, sentences } = scene.layers
  if (tokens.form[token].keys.length === 0) return NONE
  const limit = sentences.to[sentences.of[token]]
  const { lemma } = reading(scene.layers, token)
  return pack.derive(compileMarkWords).match(tokens.form, token, limit, lemma)?.rows ?? NONE
}

/** Particles that negate the word at `head`: right before it, or before the adverbs and particles there. */
export function negationBefore(scene: Scene, head: number): MarkRow[] {
  const floor = Math.max(scene.sentenceFrom(head), head - 3)
  for (let token = head - 1; token >= floor; token--) {
    const rows = marksAt(scene, token)
    const found = rows.filter(row => row.sense === 'particle')
    if (found.length > 0) return found
    if (rows.some(row => row.sense === 'none')) return []
    if (scene.mark[token] !== 0 || (reading(scene.layers, token).pos & (ADVB | PRCL | COMP)) === 0) return []
  }
  return []
}

/** Rows that hold for a whole clause: «бы», «если», «якобы». */
export function clauseMarks(scene: Scene, clause: Clause): MarkRow[] {
  const found: MarkRow[] = []
  for (const { from, to } of clause.segments) {
    for (let token = from; token < to; token++)
      for (const row of marksAt(scene, token)) if (row.clause && !found.includes(row)) found.push(row)
  }
  return found
}

export interface MarkSummary {
  readonly negated: boolean
  readonly modalities: readonly Modality[]
  readonly phase: Phase | null
}

const ENDS: ReadonlySet<Phase> = new Set<Phase>(['stop', 'suspend', 'complete'])

/** Negations of the chain that reaches a predicate cancel each other: «не отказались от переговоров»; marks come nearest first. */
export function summary(marks: readonly MarkRow[]): MarkSummary {
  const modalities: Modality[] = []
  let phase: Phase | null = null
  let negations = 0
  for (const { kind, sense } of marks) {
    if (kind === 'modality') {
      if (!modalities.includes(sense as Modality)) modalities.push(sense as Modality)
    } else if (kind === 'phase') phase ??= sense as Phase
    else if (kind === 'negation' && sense !== 'none') {
      // «не прекращают», «не завершили»: what has not stopped goes on.
      if (phase !== null && ENDS.has(phase)) phase = 'continue'
      else negations++
    }
  }
  return { negated: negations % 2 === 1, modalities, phase }
}
