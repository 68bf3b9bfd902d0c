/** A verbal noun as a predicate: what hangs on it, and what the verb or noun that carries it says of it. */
import { reading } from '../layers.ts'
import { nounPhraseAt } from '../mentions/noun-phrase.ts'
import { isQuantity } from '../mentions/quantity.ts'
import { ACCS, ADJECTIVAL, CASE, GENT, NOMN, NOUN, PREP, PRTF, PSSV } from '../words/grammar.ts'
import type { Clauses, SentenceClauses } from './clauses.ts'
import { argumentsIn, plainPreposition } from './collect-arguments.ts'
import type { MarkRow } from './mark-words.ts'
import type { Argument, Predicate } from './predicate.ts'
import { marksAt, negationBefore, summary } from './read-marks.ts'

/** Prepositional phrases behind a noun that are looked at. */
const TRAIN = 6

export function nounPredicate(clauses: Clauses, sentence: SentenceClauses, head: number): Predicate | null {
  const { scene, layers } = clauses
  const index = clauses.phraseOf(head)
  const chosen = reading(layers, head)
  const own = index < 0 ? [] : dependents(clauses, head, clauses.phrase(index).to)
  const carried = carrierOf(clauses, sentence, head)
  const marks: MarkRow[] = [...negationBefore(scene, head), ...adjectiveMarks(clauses, head), ...carried.marks]
  const { governor } = carried
  return {
    head,
    from: head,
    kind: 'noun',
    reading: chosen,
    tense: governor?.tense ?? null,
    perfective: governor?.perfective ?? false,
    passive: false,
    ...summary(marks),
    marks,
    subjects: carried.subjects,
    subjectFrom: carried.subjects.length > 0 ? 'governor' : 'none',
    objects: own.filter(argument => argument.preposition === ''),
    governed: own.filter(argument => argument.preposition !== ''),
    governor,
    opener: governor?.opener ?? -1,
  }
}

/** The verb of whose arguments the noun is one, whatever it says of it: «в ходе визита премьер подписал», «заявил о готовности». */
export function verbAround(clauses: Clauses, head: number): Predicate | null {
  const index = clauses.phraseOf(head)
  if (index < 0) return null
  const { from, preposition } = clauses.phrase(index)
  const holds = (list: readonly Argument[]): boolean =>
    list.some(({ phrase }) => phrase.from === from || (preposition >= 0 && phrase.preposition === preposition))
  const { predicates } = clauses.ofSentence(clauses.layers.sentences.of[head])
  return predicates.find(verb => holds(verb.governed) || holds(verb.objects)) ?? null
}

/** Genitives inside the noun's phrase, then the prepositional phrases and agents right behind it. */
function dependents(clauses: Clauses, head: number, end: number): Argument[] {
  const { scene, layers } = clauses
  const limit = scene.sentenceTo(head)
  const found: Argument[] = []
  let at = head + 1
  if (at < end) {
    const inner = nounPhraseAt(layers, at, end)
    if (inner !== null) {
      found.push({ phrase: { ...inner, preposition: -1 }, cases: inner.agr & CASE, preposition: '', list: 0 })
      at = inner.to
    }
  }
  at = Math.max(at, end)
  // What follows without a break hangs on the noun as far as a shallow reading can tell.
  let to = at
  for (let steps = 0; steps < TRAIN && to < limit; steps++) {
    const { next, all } = scene.phrases
    const phrase = all[next[to]]
    if (phrase === undefined || phrase.from >= limit || phrase.from - to > 3) break
    let blocked = false
    for (let token = to; token < phrase.from; token++)
      if ((scene.mark[token] !== 0 && token > to) || scene.isBreak(token) || scene.isFinite(token)) blocked = true
    if (blocked) break
    to = phrase.to
  }
  const first = found.length
  const start = first > 0 ? found[0].phrase.from : at
  const behind = argumentsIn(scene, start, to)
  // The first list may go on from the genitive: «переговоры России и Турции».
  return first > 0 && behind.length > 0 && behind[0].phrase.from === start
    ? behind
    : [...found, ...behind.map(a => ({ ...a, list: a.list + 1 }))]
}

function adjectiveMarks(clauses: Clauses, head: number): MarkRow[] {
  const { scene, layers } = clauses
  const found: MarkRow[] = []
  const floor = Math.max(scene.sentenceFrom(head), head - 4)
  for (let token = head - 1; token >= floor; token--) {
    const { pos, agr } = reading(layers, token)
    if ((pos & ADJECTIVAL) === 0 || scene.mark[token] !== 0) break
    // «намеченный визит» is planned as in «визит намечен».
    const isPassive = (pos & PRTF) !== 0 && (agr & PSSV) !== 0
    for (const row of marksAt(scene, token)) {
      const denies = row.kind === 'negation' && (row.cases & GENT) !== 0 && !isPassive
      if (row.agrees || denies || (isPassive && (row.cases & ACCS) !== 0)) found.push(row)
    }
  }
  return found
}

interface Carrier {
  readonly governor: Predicate | null
  readonly marks: readonly MarkRow[]
  readonly subjects: readonly Argument[]
}

const FREE: Carrier = { governor: null, marks: [], subjects: [] }

/** The word that carries the noun, told by the tables of marks: a preposition («без», «для»), a noun it hangs on, or a verb. */
function carrierOf(clauses: Clauses, sentence: SentenceClauses, head: number, depth = 0): Carrier {
  const { scene } = clauses
  const index = clauses.phraseOf(head)
  if (index < 0 || depth > 3) return FREE
  const outer = clauses.phrase(index)
  if (outer.head !== head && !isQuantity(outer)) {
    const above = nounAbove(clauses, outer.from, head)
    return above < 0 ? FREE : carriedBy(clauses, sentence, above, head, GENT, '', depth)
  }
  if (outer.preposition >= 0) {
    const preposition = plainPreposition(scene, outer.preposition)
    const rows = prepositionMarks(clauses, outer.preposition)
    if (rows.length > 0) return { governor: null, marks: rows, subjects: [] }
    const before = nounBefore(clauses, outer.preposition)
    if (before >= 0 && marksAt(scene, before).some(row => row.prepositions.includes(preposition)))
      return carriedBy(clauses, sentence, before, head, 0, preposition, depth)
    for (const verb of sentence.predicates) {
      if (verb.governed.some(({ phrase }) => phrase.from === outer.from)) {
        return carriedByVerb(clauses, verb, 0, preposition)
      }
    }
    return FREE
  }
  // «соглашение, достигнутое вчера»: what a participle says of it comes before what its verb does.
  for (const verb of sentence.predicates) {
    if (verb.kind !== 'participle' || !verb.passive || verb.subjects.every(({ phrase }) => phrase.head !== head))
      continue
    const carried = carriedByVerb(clauses, verb, ACCS | GENT, '')
    if (carried !== FREE) return carried
  }
  for (const verb of sentence.predicates) {
    if (verb.subjectFrom === 'own' && verb.subjects.some(({ phrase }) => phrase.from === outer.from))
      return carriedByVerb(clauses, verb, verb.passive ? ACCS : NOMN, '')
    const object = verb.objects.find(({ phrase }) => phrase.from === outer.from)
    if (object !== undefined) return carriedByVerb(clauses, verb, objectCases(clauses, verb, object), '')
  }
  return FREE
}

/** A negated verb's object may stand in the genitive; and forms that look alike in both cases are told apart badly. */
function objectCases(clauses: Clauses, verb: Predicate, { cases, phrase }: Argument): number {
  const alike = clauses.layers.tokens.form[phrase.head].agr & CASE & ~NOMN
  return (cases & ~NOMN) | alike | (verb.negated && (cases & GENT) !== 0 ? ACCS : 0)
}

/** «в случае», «накануне», «без» right before the noun's phrase; a wording of several words ends at the preposition or begins there. */
function prepositionMarks(clauses: Clauses, preposition: number): MarkRow[] {
  for (const token of [preposition, preposition - 1]) {
    if (token < 0) continue
    const rows = marksAt(clauses.scene, token).filter(row => row.cases !== 0 && row.kind !== 'light' && !row.infinitive)
    if (rows.length > 0 && (reading(clauses.layers, token).pos & PREP) !== 0) return [...rows]
  }
  return []
}

/** The noun right before a preposition: «подготовка к визиту». */
function nounBefore(clauses: Clauses, preposition: number): number {
  const index = preposition > 0 ? clauses.phraseOf(preposition - 1) : -1
  return index < 0 ? -1 : clauses.phrase(index).head
}

/** The noun a genitive hangs on: the nearest before it in its phrase. */
function nounAbove(clauses: Clauses, from: number, head: number): number {
  for (let token = head - 1; token >= from; token--) {
    if ((reading(clauses.layers, token).pos & NOUN) !== 0 && clauses.layers.nameOf[token] < 0) return token
  }
  return -1
}

/** Carried by another noun, which is carried itself. */
function carriedBy(
  clauses: Clauses,
  sentence: SentenceClauses,
  carrier: number,
  head: number,
  cases: number,
  preposition: string,
  depth: number,
): Carrier {
  const rows = rowsFor(clauses, carrier, cases, preposition)
  if (rows.length === 0 || carrier === head) return FREE
  const above = carrierOf(clauses, sentence, carrier, depth + 1)
  return {
    governor: above.governor,
    marks: [...rows, ...negationBefore(clauses.scene, carrier), ...above.marks],
    subjects: above.subjects,
  }
}

function carriedByVerb(clauses: Clauses, verb: Predicate, cases: number, preposition: string): Carrier {
  const rows = rowsFor(clauses, verb.head, cases, preposition)
  if (rows.length === 0) return FREE
  const isThing = (cases & NOMN) !== 0 || verb.passive
  return {
    governor: verb,
    marks: [...rows, ...verb.marks],
    subjects: isThing && (cases & NOMN) !== 0 ? [] : verb.passive ? [] : verb.subjects,
  }
}

function rowsFor(clauses: Clauses, token: number, cases: number, preposition: string): MarkRow[] {
  return marksAt(clauses.scene, token).filter(row =>
    preposition === '' ? (row.cases & cases) !== 0 : row.prepositions.includes(preposition),
  )
}
