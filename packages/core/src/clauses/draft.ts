/** Predicates while the clause around them is read. */
import type { MarkRow } from './mark-words.ts'
import type { Argument, Predicate } from './predicate.ts'
import { summary } from './read-marks.ts'

export type Draft = { -readonly [K in keyof Predicate]: Predicate[K] }

/** Subjects found elsewhere, and where; `none` leaves the draft as it is. */
export function take(draft: Draft, subjects: readonly Argument[], from: Predicate['subjectFrom']): void {
  if (from === 'none') return
  draft.subjects = subjects
  draft.subjectFrom = subjects.length > 0 ? from : 'none'
}

/** Adds the marks of the whole clause, and what all marks together say. */
export function finish(draft: Draft, held: readonly MarkRow[]): void {
  const marks = [...draft.marks, ...held]
  draft.marks = marks
  Object.assign(draft, summary(marks))
}

/** Arguments of several stretches as of one: their lists numbered on. */
export function mergeLists(parts: readonly Argument[][]): readonly Argument[] {
  if (parts.length === 1) return parts[0]
  let shift = 0
  return parts.flatMap(part => {
    const moved = part.map(argument => ({ ...argument, list: argument.list + shift }))
    shift += part.length
    return moved
  })
}
