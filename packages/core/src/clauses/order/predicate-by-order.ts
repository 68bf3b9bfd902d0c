/**
 * What a verb or a verbal noun says, by the order of words: its subject stands before it, its object behind it, the rest hangs on
 * prepositions; a light verb lends its subject to the noun it carries («held talks with X»).
 */
import { reading } from '../../layers.ts'
import type { Phrase } from '../../mentions/find-phrases.ts'
import { verbGroup } from '../../quotations/order/cues-by-order.ts'
import { sharedSubject, subjectLeft } from '../../quotations/order/subject-by-order.ts'
import type { SpeakerWords } from '../../quotations/quotation.ts'
import type { Scene } from '../../quotations/scene.ts'
import { COMMA } from '../../text/marks.ts'
import {
  ABLT,
  ACCS,
  CONJ,
  FUTR,
  GENT,
  GRND,
  INFN,
  NOMN,
  NOUN,
  NPRO,
  PAST,
  PRCL,
  PRED,
  PRTS,
  RELA,
  SBRD,
  VERB,
} from '../../words/grammar.ts'
import type { MarkRow } from '../mark-words.ts'
import type { Argument, Predicate } from '../predicate.ts'
import { marksAt, summary } from '../read-marks.ts'

/** Tokens behind a predicate in which its arguments stand. */
const REACH = 30

/** The predicate whose head is a token, or null. */
export function predicateByOrder(scene: Scene, token: number): Predicate | null {
  const chosen = reading(scene.layers, token)
  if ((chosen.pos & (VERB | PRTS | GRND | INFN)) !== 0) return verbPredicate(scene, token, 0)
  return (chosen.pos & NOUN) !== 0 ? nounPredicate(scene, token) : null
}

function isNegation(scene: Scene): (token: number) => boolean {
  return token => scene.word('negation', token, token + 1) > 0
}

function verbPredicate(scene: Scene, head: number, depth: number): Predicate {
  const { layers } = scene
  const chosen = reading(layers, head)
  const floor = scene.sentenceFrom(head)
  const group = verbGroup(layers, head, chosen, isNegation(scene))
  const marks: MarkRow[] = []
  for (let token = group.from; token < head; token++) marks.push(...marksAt(scene, token))
  const isInfinitive = (chosen.pos & INFN) !== 0 && !hasModal(scene, group.from, head)
  const governor = depth < 3 && isInfinitive ? governorOf(scene, group.from, floor, depth) : null
  if (governor !== null) marks.push(...marksAt(scene, governor.head), ...governor.marks)
  // A participle behind its noun is passive: «soldiers killed in the attack».
  const reduced = (chosen.pos & PRTS) !== 0 && !group.speaks
  const passive = group.passive || reduced
  const behind = argumentsBehind(scene, head + 1, scene.sentenceTo(head))
  const own = governor === null ? subjectsOf(scene, group.from, floor, chosen.pos) : []
  const agent = passive ? behind.filter(one => one.isAgent).map(({ argument }) => ({ ...argument, cases: ABLT })) : []
  const plain = behind.filter(one => !(passive && one.isAgent)).map(({ argument }) => argument)
  const { negated, modalities, phase } = summary(marks.filter(mark => mark.kind !== 'light'))
  const future = tenseIsFuture(scene, group.from, head)
  return {
    head,
    kind: isInfinitive ? 'infinitive' : (chosen.pos & GRND) !== 0 ? 'gerund' : 'finite',
    reading: chosen,
    tense: governor?.tense ?? (future ? 'future' : (chosen.agr & PAST) !== 0 || passive ? 'past' : 'present'),
    perfective: (chosen.agr & PAST) !== 0 || (chosen.pos & PRTS) !== 0,
    passive,
    negated: negated || group.negated,
    modalities,
    phase,
    marks,
    subjects: own.length > 0 ? own : (governor?.subjects ?? []),
    subjectFrom: own.length > 0 ? 'own' : governor !== null ? 'governor' : 'none',
    objects: [...plain.filter(({ preposition }) => preposition === '').slice(0, passive ? 0 : LISTED), ...agent],
    governed: plain.filter(({ preposition }) => preposition !== ''),
    governor,
    opener: -1,
  }
}

/** Objects of one list. */
const LISTED = 4

function hasModal(scene: Scene, from: number, head: number): boolean {
  for (let token = from; token < head; token++) if ((reading(scene.layers, token).pos & PRED) !== 0) return true
  return false
}

function tenseIsFuture(scene: Scene, from: number, head: number): boolean {
  for (let token = from; token < head; token++) {
    const { pos, agr } = reading(scene.layers, token)
    if ((pos & PRED) !== 0 && (agr & FUTR) !== 0) return true
  }
  return false
}

/** The verb before `to` that an infinitive hangs on: «agreed to sign», «urged X to sign». */
function governorOf(scene: Scene, from: number, floor: number, depth: number): Predicate | null {
  const { layers } = scene
  let at = from - 1
  if (at >= floor && (reading(layers, at).pos & PRCL) !== 0) at--
  for (let steps = 0; at >= floor && steps < 8; at--, steps++) {
    if (scene.mark[at] !== 0) return null
    const { pos } = reading(layers, at)
    if ((pos & (VERB | PRTS | INFN | GRND)) !== 0) return verbPredicate(scene, at, depth + 1)
  }
  return null
}

function subjectsOf(scene: Scene, from: number, floor: number, pos: number): Argument[] {
  const found = (pos & GRND) !== 0 ? sharedSubject(scene, from, floor) : subjectLeft(scene, from, floor)
  if (found === null || found === 'self') return []
  return asArguments(scene, found)
}

/** A speaker's words as one argument, or two where a conjunction joins them. */
function asArguments(scene: Scene, { from, to, head }: SpeakerWords): Argument[] {
  const { all, next } = scene.phrases
  const found: Argument[] = []
  for (let i = next[from]; i < all.length && all[i].from < to; i++) {
    if (all[i].head === head || head === all[i].from - 1 || head === all[i].to)
      found.push({ phrase: all[i], cases: NOMN | GENT, preposition: '', list: 0 })
  }
  return found
}

interface Behind {
  readonly argument: Argument
  readonly isAgent: boolean
}

/** The phrases behind a predicate, to the next clause: bare ones are objects, until a preposition comes. */
function argumentsBehind(scene: Scene, from: number, limit: number): Behind[] {
  const { layers, phrases } = scene
  const found: Behind[] = []
  const end = Math.min(limit, from + REACH)
  let list = 0
  let closed = false
  let at = from
  while (at < end) {
    const phrase = phrases.all[phrases.next[at]]
    if (phrase !== undefined && phrase.from === at) {
      const preposition = phrase.preposition < 0 ? '' : layers.tokens.form[phrase.preposition].folded
      const joins = joinsList(scene, found.at(-1)?.argument.phrase, phrase)
      const before = found.at(-1)?.argument
      const own = joins && preposition === '' && before !== undefined ? before.preposition : preposition
      if (!joins) list++
      if (own !== '' || !closed || joins) {
        const isAgent = phrase.preposition >= 0 && scene.word('agent', phrase.preposition, limit) > 0
        found.push({ argument: { phrase, cases: ACCS, preposition: own, list }, isAgent })
      }
      if (own !== '') closed = true
      at = phrase.to
      continue
    }
    const { pos, lex } = reading(layers, at)
    if (scene.mark[at] !== 0 && scene.mark[at] !== COMMA) break
    if (scene.mark[at] === 0) {
      if ((pos & (VERB | PRED)) !== 0 || (lex & (SBRD | RELA)) !== 0 || scene.word('that', at, limit) > 0) break
      if ((pos & (INFN | GRND | PRTS)) !== 0) break
    }
    at++
  }
  return found
}

function joinsList(scene: Scene, before: Phrase | undefined, phrase: Phrase): boolean {
  if (before === undefined || phrase.preposition >= 0) return false
  for (let token = before.to; token < phrase.from; token++) {
    if (scene.mark[token] === COMMA) continue
    const { pos, lex } = reading(scene.layers, token)
    if ((pos & CONJ) === 0 || (lex & SBRD) !== 0) return false
  }
  return phrase.from > before.to
}

/** A verbal noun: what hangs on it behind, and the verb that carries it before. */
function nounPredicate(scene: Scene, head: number): Predicate | null {
  const { layers } = scene
  const floor = scene.sentenceFrom(head)
  const chosen = reading(layers, head)
  const carrier = carrierOf(scene, head, floor)
  const marks: MarkRow[] = carrier === null ? [] : [...marksAt(scene, carrier.head), ...carrier.marks]
  const behind = argumentsBehind(scene, head + 1, scene.sentenceTo(head)).map(({ argument }) => argument)
  const owner = ownerOf(scene, head, floor)
  const inner = innerOf(scene, head)
  const { negated, modalities, phase } = summary(marks.filter(mark => mark.kind !== 'light'))
  return {
    head,
    kind: 'noun',
    reading: chosen,
    tense: carrier?.tense ?? null,
    perfective: carrier?.perfective ?? true,
    passive: false,
    negated: negated || (carrier?.negated ?? false),
    modalities,
    phase,
    marks,
    subjects: carrier === null ? [] : carrier.passive ? [] : carrier.subjects,
    subjectFrom: carrier === null ? 'none' : 'governor',
    objects: owner === null ? [] : [{ phrase: owner, cases: GENT, preposition: '', list: 0 }],
    governed: [...inner, ...behind.filter(({ preposition }) => preposition !== '')],
    governor: carrier,
    opener: -1,
  }
}

/** The light verb right before the noun's phrase: «held a new round of talks». */
function carrierOf(scene: Scene, head: number, floor: number): Predicate | null {
  for (let at = head - 1, steps = 0; at >= floor && steps < 8; at--, steps++) {
    if (scene.mark[at] !== 0) return null
    const { pos } = reading(scene.layers, at)
    if ((pos & (VERB | PRTS | INFN | GRND)) === 0) continue
    return marksAt(scene, at).length > 0 ? verbPredicate(scene, at, 1) : null
  }
  return null
}

/** Whose it is: «the army's attack», and the phrase of `of` inside its own. */
function ownerOf(scene: Scene, head: number, floor: number): Phrase | null {
  const { all, next } = scene.phrases
  let i = next[head]
  if (i >= all.length || all[i].from !== head) i--
  const phrase = all[i]
  if (phrase === undefined || phrase.to <= head || phrase.from < floor || phrase.head === phrase.from) return null
  const { pos } = reading(scene.layers, phrase.from)
  return scene.layers.nameOf[phrase.from] >= 0 || (pos & (NOUN | NPRO)) !== 0
    ? { ...phrase, head: phrase.from, to: phrase.from + 1, name: scene.layers.nameOf[phrase.from] }
    : null
}

/** What stands behind `of` within the noun's phrase. */
function innerOf(scene: Scene, head: number): Argument[] {
  const { all, next } = scene.phrases
  let i = next[head]
  if (i >= all.length || all[i].from !== head) i--
  const phrase = all[i]
  if (phrase === undefined || phrase.to <= head + 2 || scene.word('partitive', head + 1, phrase.to) < 0) return []
  const name = scene.layers.nameOf[head + 2]
  const from = head + 2
  const inner: Phrase = { ...phrase, from, head: phrase.to - 1, name, preposition: head + 1, after: phrase.to }
  return [{ phrase: inner, cases: GENT, preposition: scene.layers.tokens.form[head + 1].folded, list: 0 }]
}
