/** The verbal predicates of a sentence: heads with their arguments, subjects and marks. */
import { compileCopulas } from '../coreference/copulas.ts'
import { type Layers, reading } from '../layers.ts'
import type { Phrase } from '../mentions/find-phrases.ts'
import { type NounPhrase, nounPhraseAt } from '../mentions/noun-phrase.ts'
import { canBeSubject } from '../mentions/subject-of-verb.ts'
import type { Scene } from '../quotations/scene.ts'
import type { Reading } from '../words/form.ts'
import {
  ACCS,
  ADJF,
  ADJS,
  ANIM,
  agrees,
  CASE,
  DATV,
  FUTR,
  GENDER,
  GENT,
  GRND,
  INFN,
  NEUT,
  NOMN,
  NUMBER,
  PAST,
  PERF,
  PLUR,
  PRED,
  PRES,
  PRTF,
  PRTS,
  PSSV,
  SING,
  VERB,
} from '../words/grammar.ts'
import type { Clause } from './build-clauses.ts'
import { argumentsIn, isCounted, plainPreposition, stretchesOf } from './collect-arguments.ts'
import type { MarkRow } from './mark-words.ts'
import type { Argument, Predicate, PredicateKind } from './predicate.ts'
import { clauseMarks, marksAt, negationBefore, summary } from './read-marks.ts'

/** A predicate while it is being made. */
type Draft = { -readonly [K in keyof Predicate]: Predicate[K] }

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
      if (draft.kind === 'infinitive') govern(scene, clause, drafts, d, parent)
      finish(draft, held)
    }
  }
  return ofClause.flat().sort((a, b) => a.head - b.head)
}

/** «будет подписан», «был готов»: the auxiliary is no head; its tense is told by token of the head. */
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

function mergeLists(parts: readonly Argument[][]): readonly Argument[] {
  if (parts.length === 1) return parts[0]
  let shift = 0
  return parts.flatMap(part => {
    const moved = part.map(argument => ({ ...argument, list: argument.list + shift }))
    shift += part.length
    return moved
  })
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

/** The nearest list to the left that agrees, else the nearest to the right; a thing that could be the object gives way to one who acts. */
function ownSubjects(scene: Scene, own: readonly Argument[], head: number, chosen: Reading): Argument[] {
  const fits = (argument: Argument): boolean => isSubject(scene, own, argument, chosen)
  const left = own.findLast(argument => argument.phrase.to <= head && fits(argument))
  const right = own.find(argument => argument.phrase.from > head && fits(argument))
  // A form that could be either is read as an object too often when it stands before its verb: «стороны подпишут».
  const isAlone = ({ list }: Argument): boolean => own.filter(other => other.list === list).length === 1
  const either = own.findLast(
    argument =>
      argument.phrase.to <= head &&
      argument.preposition === '' &&
      (scene.layers.tokens.form[argument.phrase.head].agr & NOMN) !== 0 &&
      isAlone(argument) &&
      canBeSubject(scene.layers, argument.phrase, chosen),
  )
  const speaks = (argument: Argument | undefined): boolean => argument !== undefined && scene.canSpeak(argument.phrase)
  let best = left ?? right ?? either
  if (left !== undefined && !speaks(left) && speaks(right) && (left.cases & ACCS) !== 0) best = right
  else if (left === undefined && right !== undefined && !speaks(right) && speaks(either)) best = either
  return best === undefined ? [] : own.filter(argument => argument.list === best.list)
}

function isSubject(scene: Scene, own: readonly Argument[], argument: Argument, chosen: Reading): boolean {
  if (argument.preposition !== '' || (argument.cases & NOMN) === 0) return false
  if (canBeSubject(scene.layers, argument.phrase, chosen)) return true
  // «100 стран признали», «было убито 5 солдат»
  if (isCounted(scene, argument.phrase)) return (chosen.agr & (PLUR | NEUT)) !== 0
  return (chosen.agr & PLUR) !== 0 && own.some(other => other !== argument && other.list === argument.list)
}

// — «который»: what the relative word stands for —

function addRelative(scene: Scene, clause: Clause, draft: Draft): void {
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

function agreesWithVerb(agr: number, verb: Reading): boolean {
  if ((verb.pos & (VERB | PRTS | ADJS)) === 0) return false
  if ((agr & verb.agr & NUMBER) === 0) return false
  return (verb.agr & SING) === 0 || (verb.agr & GENDER) === 0 || (agr & verb.agr & GENDER) !== 0
}

/** Last tokens of a phrase in which an antecedent of its own may begin. */
const INNER = 6

/**
 * The nearest phrase before `from` that agrees in number and gender; of a long one its last part that does, unless that is a body or place
 * and the whole somebody: «агент службы, обвиняемый в …».
 */
function antecedentOf(scene: Scene, from: number, agr: number, cases = 0): Phrase | null {
  const { phrases, layers } = scene
  const floor = scene.sentenceFrom(from)
  for (let i = phrases.next[from] - 1; i >= 0 && phrases.all[i].from >= floor; i--) {
    const phrase = phrases.all[i]
    if (phrase.to > from) continue
    const fits = (candidate: number): boolean =>
      (candidate & agr & NUMBER) !== 0 &&
      ((agr & GENDER) === 0 || (candidate & GENDER) === 0 || (agr & SING) === 0 || (candidate & agr & GENDER) !== 0) &&
      (cases === 0 || (candidate & cases & CASE) !== 0)
    const floorOfInner = Math.max(phrase.from + 1, phrase.to - INNER)
    for (let start = phrase.to - 1; start >= floorOfInner; start--) {
      const inner = nounPhraseAt(layers, start, phrase.to)
      if (inner === null || inner.to !== phrase.to || inner.name === phrase.name || !fits(inner.agr)) continue
      if (fits(phrase.agr) && isSomebody(layers, phrase) && !isSomebody(layers, inner)) continue
      if (scene.canSpeak({ ...inner, preposition: -1 }) || !fits(phrase.agr)) return { ...inner, preposition: -1 }
    }
    if (fits(phrase.agr)) return { ...phrase, preposition: -1 }
    if (from - phrase.to > 6) return null
  }
  return null
}

/** Whether a phrase is headed by a person's name or a word for a person. */
function isSomebody(layers: Layers, { head, name }: NounPhrase): boolean {
  return name >= 0 ? layers.names[name].kind === 'person' : (reading(layers, head).agr & ANIM) !== 0
}

// — participles —

const ALIKE = GENT | ACCS

function participleDraft(scene: Scene, clause: Clause, hasHeads: boolean): Draft {
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

// — subjects from elsewhere —

function shareSubject(
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

function take(draft: Draft, subjects: readonly Argument[], from: Predicate['subjectFrom']): void {
  if (from === 'none') return
  draft.subjects = subjects
  draft.subjectFrom = subjects.length > 0 ? from : 'none'
}

function agreesWithSubjects(scene: Scene, subjects: readonly Argument[], verb: Reading): boolean {
  if (subjects.length > 1) return (verb.agr & PLUR) !== 0
  return subjects.every(({ phrase }) => canBeSubject(scene.layers, phrase, verb) || agreesWithVerb(phrase.agr, verb))
}

// — infinitives —

function govern(scene: Scene, clause: Clause, drafts: readonly Draft[], d: number, parent: readonly Draft[]): void {
  const draft = drafts[d]
  const from = clause.segments[0].from
  let governor: Draft | null = null
  let rows: readonly MarkRow[] = []
  const last = d > 0 ? drafts[d - 1] : undefined
  for (let token = draft.head - 1; token >= from; token--) {
    if (last !== undefined && token <= last.head) break
    rows = marksAt(scene, token).filter(row => row.infinitive)
    if (rows.length > 0) break
  }
  if (last !== undefined) {
    governor = last
    if (rows.length === 0) {
      // «начать и закончить переговоры»: coordinated infinitives hang on one verb.
      if (
        last.kind === 'infinitive' &&
        last.governor !== null &&
        marksAt(scene, last.head).every(row => !row.infinitive)
      ) {
        draft.governor = last.governor
        draft.marks = [
          ...draft.marks,
          ...last.marks.filter(row => row.kind !== 'negation' || last.governor?.marks.includes(row)),
        ]
        take(draft, last.subjects, last.subjectFrom)
        return
      }
      rows = marksAt(scene, last.head).filter(row => row.infinitive)
    }
  } else if (rows.length === 0) {
    const next = drafts.slice(d + 1).find(other => marksAt(scene, other.head).some(row => row.infinitive))
    if (next !== undefined) {
      governor = next
      rows = marksAt(scene, next.head).filter(row => row.infinitive)
    } else governor = parent.findLast(other => other.head < draft.head) ?? null
  }
  draft.governor = governor
  draft.marks = [...draft.marks, ...rows.filter(row => row.kind !== 'light'), ...(governor?.marks ?? [])]
  if (governor === null) return
  draft.tense = governor.tense
  const asks = rows.some(row => ASKS.has(row.sense))
  const asked = rows.some(row => MAY_ASK.has(row.sense) || row.kind === 'light')
    ? governor.objects.filter(
        ({ cases, phrase }) =>
          (cases & (DATV | ACCS)) !== 0 &&
          phrase.to <= draft.head &&
          scene.canSpeak(phrase) &&
          phrase.from !== draft.head,
      )
    : []
  if (asked.length > 0) take(draft, asked, 'governor')
  else if (!asks && (!governor.passive || rows.length > 0)) take(draft, governor.subjects, 'governor')
}

/** Of these the subject does not do what is asked; of the others, too, where somebody in the dative or accusative is asked. */
const ASKS = new Set(['calls', 'forbids'])
const MAY_ASK = new Set(['calls', 'forbids', 'must', 'can', 'plans'])

function finish(draft: Draft, held: readonly MarkRow[]): void {
  const marks = [...draft.marks, ...held]
  draft.marks = marks
  Object.assign(draft, summary(marks))
}
