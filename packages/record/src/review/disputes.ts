/** Where reviewers differ: of each thing that two of them decided differently, what each said last. Pure. */
import { parseItemKey, parseWhoKey } from '../items/item-keys.ts'
import { type Decision, reviewState } from './decisions.ts'

/**
 * claim, quotation, event: as found or not, or what else. happening: whether two reports tell of one. who: who somebody is, in the whole record or in one
 * report. assessment: how a stipulation stands on one day.
 */
export type DisputeKind = 'claim' | 'quotation' | 'event' | 'happening' | 'who' | 'assessment'

export interface Dispute {
  readonly kind: DisputeKind
  /** Key of an item, of somebody, or a stipulation. */
  readonly target: string
  /** Key of the other event of a happening; day of an assessment; null of all else. */
  readonly other: string | null
  /** The latest of each reviewer, in the order they were made. */
  readonly decisions: readonly Decision[]
}

/** `decisions`: those that stand, in order. The dispute that began or went on last comes last. */
export function disputesAmong(decisions: readonly Decision[]): Dispute[] {
  const matters = new Map<string, Omit<Dispute, 'decisions'> & { readonly all: Decision[] }>()
  for (const decision of decisions) {
    const matter = matterOf(decision)
    if (matter === null) continue
    const id = `${matter.kind} ${matter.target} ${matter.other}`
    const known = matters.get(id)
    if (known === undefined) matters.set(id, { ...matter, all: [decision] })
    else known.all.push(decision)
  }
  return [...matters.values()]
    .map(({ all, ...matter }) => ({ ...matter, decisions: latestOf(all) }))
    .filter(({ kind, decisions: latest }) => DIFFER[kind](latest))
    .sort((a, b) => lastOf(a) - lastOf(b))
}

function matterOf({ kind, target, value }: Decision): Omit<Dispute, 'decisions'> | null {
  if (kind === 'assess') return { kind: 'assessment', target, other: (value as { on: string }).on }
  if (kind === 'merge' || kind === 'split') {
    if (parseWhoKey(target) !== null) return { kind: 'who', target, other: null }
    // Which of two was named first says nothing.
    const [one, other] = [target, (value as { with: string }).with].sort()
    return { kind: 'happening', target: one, other }
  }
  const item = parseItemKey(target)
  return item === null ? null : { kind: item.kind, target, other: null }
}

function latestOf(decisions: readonly Decision[]): Decision[] {
  const latest = new Map(decisions.map(decision => [decision.by, decision]))
  return [...latest.values()].sort((a, b) => a.seq - b.seq)
}

const isDisputed = (latest: readonly Decision[]) => reviewState(latest) === 'disputed'

const DIFFER: Readonly<Record<DisputeKind, (latest: readonly Decision[]) => boolean>> = {
  claim: isDisputed,
  quotation: isDisputed,
  event: isDisputed,
  happening: saidOtherwise(({ kind }) => kind),
  who: saidOtherwise(({ value }) => (value as { with: string }).with),
  assessment: saidOtherwise(({ value }) => {
    const { status, pam } = value as { status: string; pam: number }
    return `${status} ${pam}`
  }),
}

function saidOtherwise(what: (decision: Decision) => string): (latest: readonly Decision[]) => boolean {
  return latest => new Set(latest.map(what)).size > 1
}

function lastOf({ decisions }: Dispute): number {
  return decisions[decisions.length - 1].seq
}
