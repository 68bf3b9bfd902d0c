/** Participles: behind their noun, as a clause of their own («агента, обвиняемого в …»), or before it («подписанное в столице соглашение»). */
import { reading } from '../layers.ts'
import type { Phrase } from '../mentions/find-phrases.ts'
import type { Scene } from '../quotations/scene.ts'
import type { Reading } from '../words/form.ts'
import { ACCS, agrees, CASE, GENT, NOMN, PAST, PERF, PRES, PSSV } from '../words/grammar.ts'
import { antecedentOf } from './antecedent.ts'
import type { Clause } from './build-clauses.ts'
import { argumentsIn } from './collect-arguments.ts'
import { type Draft, finish, mergeLists } from './draft.ts'
import type { Argument, Predicate } from './predicate.ts'
import { negationBefore } from './read-marks.ts'

const ALIKE = GENT | ACCS

/** The predicate of a clause that a participle opens; `hasHeads`: whether verbs stand in it, too. */
export function participleDraft(scene: Scene, clause: Clause, hasHeads: boolean): Draft {
  const head = clause.word
  const chosen = reading(scene.layers, head)
  const end = hasHeads ? clause.heads[0] : Number.POSITIVE_INFINITY
  const own = mergeLists(
    clause.segments.map(({ from, to }) => argumentsIn(scene, Math.max(from, head + 1), Math.min(to, end))),
  )
  // «агента, обвиняемого в …»: of those who live the genitive and the accusative look alike, and either may have been read.
  const alike = (chosen.agr & ALIKE) !== 0 ? scene.layers.tokens.form[head].agr & ALIKE : 0
  const phrase = antecedentOf(scene, clause.segments[0].from, chosen.agr, (chosen.agr & CASE) | alike)
  return participle(scene, head, chosen, phrase, own, clause.word)
}

/** «подписанное в столице соглашение»: a participle before its noun, or null when no noun behind it agrees. */
export function participlePredicate(scene: Scene, head: number): Predicate | null {
  const { layers, phrases } = scene
  const chosen = reading(layers, head)
  const limit = Math.min(scene.sentenceTo(head), head + 12)
  for (let i = Math.max(0, phrases.next[head] - 1); i < phrases.all.length && phrases.all[i].from < limit; i++) {
    const phrase = phrases.all[i]
    if (phrase.head <= head || !agrees(phrase.agr, chosen.agr)) continue
    const own = argumentsIn(scene, head + 1, phrase.from > head ? phrase.from : head + 1)
    const draft = participle(scene, head, chosen, { ...phrase, preposition: -1 }, own, -1)
    finish(draft, [])
    return draft
  }
  return null
}

function participle(
  scene: Scene,
  head: number,
  chosen: Reading,
  phrase: Phrase | null,
  own: readonly Argument[],
  opener: number,
): Draft {
  const subjects: Argument[] = phrase === null ? [] : [{ phrase, cases: NOMN, preposition: '', list: -1 }]
  return {
    head,
    from: head,
    kind: 'participle',
    reading: chosen,
    tense: (chosen.agr & PAST) !== 0 ? 'past' : (chosen.agr & PRES) !== 0 ? 'present' : null,
    perfective: (chosen.agr & PERF) !== 0,
    passive: (chosen.agr & PSSV) !== 0,
    negated: false,
    modalities: [],
    phase: null,
    marks: negationBefore(scene, head),
    subjects,
    subjectFrom: phrase === null ? 'none' : 'antecedent',
    objects: own.filter(argument => argument.preposition === ''),
    governed: own.filter(argument => argument.preposition !== ''),
    governor: null,
    opener,
  }
}
