/** What the relative word of a clause stands for: «договор, который подписали стороны». */
import { reading } from '../layers.ts'
import type { Scene } from '../quotations/scene.ts'
import { ACCS, ADJF, CASE, NOMN } from '../words/grammar.ts'
import { antecedentOf } from './antecedent.ts'
import type { Clause } from './build-clauses.ts'
import { plainPreposition } from './collect-arguments.ts'
import type { Draft } from './draft.ts'
import { agreesWithVerb } from './own-subject.ts'
import type { Argument } from './predicate.ts'

/** Gives a predicate behind the relative word what that word stands for, as subject, object or behind a preposition. */
export function addRelative(scene: Scene, clause: Clause, draft: Draft): void {
  if (draft.head < clause.word) return
  const word = clause.word
  const pronoun = scene.layers.tokens.form[word]
  if ((pronoun.pos & ADJF) === 0) return
  const phrase = antecedentOf(scene, clause.segments[0].from, pronoun.agr)
  if (phrase === null) return
  const governor = word - 1 >= clause.segments[0].from ? word - 1 : -1
  const preposition = governor >= 0 ? plainPreposition(scene, governor) : ''
  const chosen = reading(scene.layers, word)
  const argument: Argument = { phrase, cases: chosen.agr & CASE, preposition, list: -1 }
  if (preposition !== '') draft.governed = [...draft.governed, argument]
  else if (draft.subjects.length === 0 && (pronoun.agr & NOMN) !== 0 && agreesWithVerb(pronoun.agr, draft.reading)) {
    draft.subjects = [argument]
    draft.subjectFrom = 'antecedent'
  } else if ((chosen.agr & CASE & ~NOMN) !== 0 || (pronoun.agr & ACCS) !== 0)
    draft.objects = [...draft.objects, { ...argument, cases: pronoun.agr & CASE & ~NOMN }]
}
