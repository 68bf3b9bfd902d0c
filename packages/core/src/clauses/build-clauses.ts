/** Clauses: segments of one sentence put together again where a clause was interrupted. */
import { reading } from '../layers.ts'
import { canBeSubject } from '../mentions/subject-of-verb.ts'
import type { Scene } from '../quotations/scene.ts'
import type { Segment, SegmentOpener } from './split-segments.ts'

export interface Clause {
  readonly opener: SegmentOpener
  /** Token of the opening word, or -1. */
  readonly word: number
  /** The clause around it, or -1. */
  readonly parent: number
  readonly segments: Segment[]
  readonly heads: number[]
  finite: boolean
}

export function buildClauses(scene: Scene, segments: readonly Segment[]): Clause[] {
  const clauses: Clause[] = []
  const open = (opener: SegmentOpener, word: number, parent: number): number =>
    clauses.push({ opener, word, parent, segments: [], heads: [], finite: false }) - 1
  let current = -1
  for (const segment of segments) {
    if (current < 0 || segment.after === 'full') current = open('none', -1, -1)
    else if (segment.after === 'bracket') current = open('none', -1, current)
    else if (segment.after === 'closed' && clauses[current].parent >= 0) current = clauses[current].parent
    if (segment.opener !== 'none') {
      const isFresh = clauses[current].segments.length === 0 && clauses[current].parent < 0
      // «Прибыв в столицу, он…»: the sentence opens with an insertion; its parent waits for the verb.
      current = open(segment.opener, segment.word, isFresh ? current : parentFor(clauses, current, segment))
    } else if (segment.finite) current = clauseOfFinite(scene, clauses, current, segment, open)
    const clause = clauses[current]
    clause.segments.push(segment)
    clause.heads.push(...segment.heads)
    clause.finite ||= segment.finite
  }
  return clauses
}

/** «который приехал и который уехал»: an insertion beside its like hangs on the same clause. */
function parentFor(clauses: readonly Clause[], current: number, segment: Segment): number {
  const { opener, parent } = clauses[current]
  const isInsertion = opener === 'participle' || opener === 'gerund'
  return parent >= 0 && (isInsertion || (opener === segment.opener && opener === 'relative')) ? parent : current
}

function clauseOfFinite(
  scene: Scene,
  clauses: readonly Clause[],
  current: number,
  segment: Segment,
  open: (opener: SegmentOpener, word: number, parent: number) => number,
): number {
  let at = current
  // An insertion that has its verb is over: back to the clause that still waits for one.
  if (
    clauses[at].opener !== 'none' &&
    (clauses[at].finite || clauses[at].heads.length > 0 || clauses[at].opener === 'participle')
  ) {
    let back = clauses[at].parent
    while (back >= 0 && clauses[back].finite) back = clauses[back].parent
    if (back >= 0) return back
    if (clauses[at].opener === 'participle' || clauses[at].opener === 'gerund') at = Math.max(0, clauses[at].parent)
  }
  if (!clauses[at].finite) return at
  return hasOwnSubject(scene, segment) ? open('none', -1, -1) : at
}

function hasOwnSubject(scene: Scene, segment: Segment): boolean {
  const { phrases, layers } = scene
  const head = segment.heads[0]
  for (let i = phrases.next[segment.from]; i < phrases.all.length && phrases.all[i].from < head; i++) {
    const phrase = phrases.all[i]
    if (phrase.preposition < 0 && canBeSubject(layers, phrase, reading(layers, head))) return true
  }
  return false
}
