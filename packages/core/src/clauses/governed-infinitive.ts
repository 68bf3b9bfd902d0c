/** Infinitives: the verb or word they hang on, and who does what they tell. */
import type { Scene } from '../quotations/scene.ts'
import { ACCS, DATV } from '../words/grammar.ts'
import type { Clause } from './build-clauses.ts'
import { type Draft, take } from './draft.ts'
import type { MarkRow } from './mark-words.ts'
import type { Argument } from './predicate.ts'
import { marksAt } from './read-marks.ts'

/** Of these the subject does not do what is asked; of the others, too, where somebody in the dative or accusative is asked. */
const ASKS = new Set(['calls', 'forbids'])
const MAY_ASK = new Set(['calls', 'forbids', 'must', 'can', 'plans'])

/** What an infinitive hangs on: a predicate, where there is one, and the rows of the word that takes the infinitive. */
interface Hold {
  readonly governor: Draft | null
  readonly rows: readonly MarkRow[]
}

/** Gives the infinitive `drafts[d]` of a clause its governor with the governor's tense and marks, and its subject. `parent`: predicates of the clause above. */
export function govern(
  scene: Scene,
  clause: Clause,
  drafts: readonly Draft[],
  d: number,
  parent: readonly Draft[],
): void {
  const draft = drafts[d]
  const last = d > 0 ? drafts[d - 1] : undefined
  const before = rowsBefore(scene, draft.head, Math.max(clause.segments[0].from, (last?.head ?? -1) + 1))
  if (last !== undefined && before.length === 0 && isHeldInfinitive(scene, last)) {
    joinInfinitive(draft, last)
    return
  }
  const { governor, rows } = holdOf(scene, before, last, drafts.slice(d + 1), parent, draft.head)
  draft.governor = governor
  draft.marks = [...draft.marks, ...rows.filter(row => row.kind !== 'light'), ...(governor?.marks ?? [])]
  if (governor === null) return
  draft.tense = governor.tense
  const asks = rows.some(row => ASKS.has(row.sense))
  const mayAsk = rows.some(row => MAY_ASK.has(row.sense) || row.kind === 'light')
  const asked = mayAsk ? governor.objects.filter(object => mayBeAsked(scene, object, draft.head)) : []
  if (asked.length > 0) take(draft, asked, 'governor')
  else if (!asks && (!governor.passive || rows.length > 0)) take(draft, governor.subjects, 'governor')
}

function infinitiveRows(scene: Scene, token: number): readonly MarkRow[] {
  return marksAt(scene, token).filter(row => row.infinitive)
}

/** The rows of the nearest word between `floor` and `head` that takes an infinitive: «намерен», «возможность». */
function rowsBefore(scene: Scene, head: number, floor: number): readonly MarkRow[] {
  for (let token = head - 1; token >= floor; token--) {
    const rows = infinitiveRows(scene, token)
    if (rows.length > 0) return rows
  }
  return []
}

/** The predicate before in the clause, else one behind that takes an infinitive («подписать соглашение стороны обязаны»), else one of the clause above. */
function holdOf(
  scene: Scene,
  before: readonly MarkRow[],
  last: Draft | undefined,
  behind: readonly Draft[],
  parent: readonly Draft[],
  head: number,
): Hold {
  if (last !== undefined) return { governor: last, rows: before.length > 0 ? before : infinitiveRows(scene, last.head) }
  if (before.length > 0) return { governor: null, rows: before }
  const next = behind.find(other => marksAt(scene, other.head).some(row => row.infinitive))
  if (next !== undefined) return { governor: next, rows: infinitiveRows(scene, next.head) }
  return { governor: parent.findLast(other => other.head < head) ?? null, rows: [] }
}

/** An infinitive that hangs on a verb and takes none itself. */
function isHeldInfinitive(scene: Scene, { kind, governor, head }: Draft): boolean {
  return kind === 'infinitive' && governor !== null && marksAt(scene, head).every(row => !row.infinitive)
}

/** «начать и закончить переговоры»: coordinated infinitives hang on one verb. */
function joinInfinitive(draft: Draft, last: Draft): void {
  draft.governor = last.governor
  const shared = last.marks.filter(row => row.kind !== 'negation' || last.governor?.marks.includes(row))
  draft.marks = [...draft.marks, ...shared]
  take(draft, last.subjects, last.subjectFrom)
}

/** Somebody in the dative or accusative before the infinitive: «призвал стороны отвести войска». */
function mayBeAsked(scene: Scene, { cases, phrase }: Argument, head: number): boolean {
  return (cases & (DATV | ACCS)) !== 0 && phrase.to <= head && scene.canSpeak(phrase) && phrase.from !== head
}
