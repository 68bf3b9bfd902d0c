/** Subjects that a verb shares with another of its clause, or with that of the clause it hangs on. */
import { canBeSubject } from '../mentions/subject-of-verb.ts'
import type { Scene } from '../quotations/scene.ts'
import type { Reading } from '../words/form.ts'
import { PLUR } from '../words/grammar.ts'
import type { Clause } from './build-clauses.ts'
import { type Draft, take } from './draft.ts'
import { agreesWithVerb } from './own-subject.ts'
import type { Argument } from './predicate.ts'

/** Gives `drafts[d]` of a clause, if it has none, the subjects of a verb before it, or of one in `parent`, the clause above; a gerund those of the main verb. */
export function shareSubject(
  scene: Scene,
  clause: Clause,
  drafts: readonly Draft[],
  d: number,
  parent: readonly Draft[],
): void {
  const draft = drafts[d]
  if (draft.subjects.length > 0 || draft.kind === 'predicative' || draft.kind === 'infinitive') return
  if (draft.kind === 'gerund') {
    const main = [...drafts, ...parent].find(other => other.kind === 'finite' || other.kind === 'short')
    if (main !== undefined) take(draft, main.subjects, main.passive ? 'none' : 'shared')
    return
  }
  for (let i = d - 1; i >= 0; i--) {
    const other = drafts[i]
    if (other.subjects.length === 0 || other.kind === 'gerund') continue
    if (agreesWithSubjects(scene, other.subjects, draft.reading)) take(draft, other.subjects, 'shared')
    return
  }
  if (clause.opener !== 'subordinate') return
  const main = parent.findLast(other => other.head < draft.head && other.subjects.length > 0)
  if (main !== undefined && agreesWithSubjects(scene, main.subjects, draft.reading))
    take(draft, main.subjects, 'shared')
}

function agreesWithSubjects(scene: Scene, subjects: readonly Argument[], verb: Reading): boolean {
  if (subjects.length > 1) return (verb.agr & PLUR) !== 0
  return subjects.every(({ phrase }) => canBeSubject(scene.layers, phrase, verb) || agreesWithVerb(phrase.agr, verb))
}
