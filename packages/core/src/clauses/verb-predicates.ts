/** The verbal predicates of a sentence: heads with their arguments, subjects and marks. */
import { compileCopulas } from '../coreference/copulas.ts'
import { reading } from '../layers.ts'
import type { Scene } from '../quotations/scene.ts'
import type { Reading } from '../words/form.ts'
import { ADJS, FUTR, GRND, INFN, PAST, PERF, PRED, PRES, PRTF, PRTS, VERB } from '../words/grammar.ts'
import type { Clause } from './build-clauses.ts'
import { argumentsIn, stretchesOf } from './collect-arguments.ts'
import { type Draft, finish, mergeLists } from './draft.ts'
import { govern } from './governed-infinitive.ts'
import type { MarkRow } from './mark-words.ts'
import { ownSubjects } from './own-subject.ts'
import { participleDraft } from './participles.ts'
import type { Predicate, PredicateKind } from './predicate.ts'
import { clauseMarks, negationBefore } from './read-marks.ts'
import { addRelative } from './relative-clause.ts'
import { shareSubject } from './shared-subject.ts'

/** The predicates of the clauses of one sentence, by head. Clauses stand behind the one they hang on. */
export function clausePredicates(scene: Scene, clauses: readonly Clause[]): Predicate[] {
  const ofClause: Draft[][] = []
  for (const clause of clauses) {
    const auxiliaries = takeAuxiliaries(scene, clause)
    const held = clauseMarks(scene, clause)
    const stretches = stretchesOf(scene, clause)
    const parent = clause.parent < 0 ? [] : ofClause[clause.parent]
    const drafts = clause.heads.map((head, h) =>
      draftOf(scene, clause, head, stretches[h], auxiliaries.get(head) ?? -1),
    )
    if (clause.opener === 'participle') drafts.unshift(participleDraft(scene, clause, drafts.length > 0))
    ofClause.push(drafts)
    for (const [d, draft] of drafts.entries()) {
      if (clause.opener === 'relative') addRelative(scene, clause, draft)
      shareSubject(scene, clause, drafts, d, parent)
    }
    for (const [d, draft] of drafts.entries()) {
      // «может быть задержан»: the auxiliary is the infinitive.
      const auxiliary = auxiliaries.get(draft.head) ?? -1
      const isHeld = auxiliary >= 0 && (reading(scene.layers, auxiliary).pos & INFN) !== 0
      if (draft.kind === 'infinitive' || isHeld) govern(scene, clause, drafts, d, parent)
      finish(draft, held)
    }
  }
  return ofClause.flat().sort((a, b) => a.head - b.head)
}

/** «будет подписан», «был готов»: the auxiliary is no head; its tense is that of the head it helps. Takes it out of the heads; by head, the auxiliary. */
function takeAuxiliaries(scene: Scene, clause: Clause): Map<number, number> {
  const { auxiliary } = scene.layers.pack.derive(compileCopulas)
  const { tokens } = scene.layers
  const found = new Map<number, number>()
  for (let h = clause.heads.length - 1; h >= 0; h--) {
    const token = clause.heads[h]
    if (tokens.form[token].keys.length === 0 || auxiliary.match(tokens.form, token, token + 1) === null) continue
    const next = clause.heads[h + 1]
    const before = clause.heads[h - 1]
    const isHelped = (head: number | undefined): head is number =>
      head !== undefined && (reading(scene.layers, head).pos & (PRTS | ADJS | INFN | PRED)) !== 0 && !found.has(head)
    const helped = isHelped(next)
      ? next
      : isHelped(before) && (reading(scene.layers, before).pos & INFN) === 0
        ? before
        : -1
    if (helped < 0) continue
    found.set(helped, token)
    clause.heads.splice(h, 1)
  }
  return found
}

function draftOf(
  scene: Scene,
  clause: Clause,
  head: number,
  stretch: readonly (readonly [from: number, to: number])[],
  auxiliary: number,
): Draft {
  const chosen = reading(scene.layers, head)
  const own = mergeLists(stretch.map(([from, to]) => argumentsIn(scene, from, to)))
  const kind = kindOf(chosen)
  const tenseFrom = auxiliary >= 0 ? reading(scene.layers, auxiliary) : chosen
  const subjects = kind === 'finite' || kind === 'short' ? ownSubjects(scene, own, head, chosen) : []
  const marks: MarkRow[] = negationBefore(scene, auxiliary >= 0 ? auxiliary : head)
  if (auxiliary >= 0 && marks.length === 0) marks.push(...negationBefore(scene, head))
  return {
    head,
    from: head,
    kind,
    reading: chosen,
    tense: tenseOf(tenseFrom, kind, auxiliary >= 0),
    perfective: (chosen.agr & PERF) !== 0,
    passive: kind === 'short' && (scene.layers.tokens.form[head].pos & PRTS) !== 0,
    negated: false,
    modalities: [],
    phase: null,
    marks,
    subjects,
    subjectFrom: subjects.length > 0 ? 'own' : 'none',
    objects: own.filter(argument => argument.preposition === '' && !subjects.includes(argument)),
    governed: own.filter(argument => argument.preposition !== ''),
    governor: null,
    opener: clause.word,
  }
}

function kindOf({ pos }: Reading): PredicateKind {
  if ((pos & VERB) !== 0) return 'finite'
  if ((pos & (PRTS | ADJS)) !== 0) return 'short'
  if ((pos & INFN) !== 0) return 'infinitive'
  if ((pos & GRND) !== 0) return 'gerund'
  if ((pos & PRTF) !== 0) return 'participle'
  return 'predicative'
}

function tenseOf({ agr }: Reading, kind: PredicateKind, helped: boolean): Predicate['tense'] {
  if ((agr & PAST) !== 0) return 'past'
  if ((agr & FUTR) !== 0) return 'future'
  if ((agr & PRES) !== 0) return kind === 'short' && !helped ? 'past' : 'present'
  return kind === 'short' ? 'past' : kind === 'predicative' ? 'present' : null
}
