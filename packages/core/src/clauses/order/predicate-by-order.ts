/**
 * What a verb or a verbal noun says, by the order of words: its subject stands before it, its object behind it, the rest hangs on
 * prepositions; a light verb lends its subject to the noun it carries («held talks with X»).
 */
import { reading } from '../../layers.ts'
import type { Phrase } from '../../mentions/find-phrases.ts'
import { verbGroup } from '../../quotations/order/cues-by-order.ts'
import { sharedSubject, subjectLeft } from '../../quotations/order/subject-by-order.ts'
import { isTimeWord } from '../../quotations/order/time-word.ts'
import type { SpeakerWords } from '../../quotations/quotation.ts'
import type { Scene } from '../../quotations/scene.ts'
import { COMMA, OPEN_BRACKET } from '../../text/marks.ts'
import type { Reading } from '../../words/form.ts'
import {
  ABLT,
  ACCS,
  ADVB,
  ANIM,
  CLIT,
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
import { compileAuxiliaries } from '../../words/order/reading-class.ts'
import type { MarkRow } from '../mark-words.ts'
import type { Argument, Predicate } from '../predicate.ts'
import { marksAt, summary } from '../read-marks.ts'
import { pastAside } from './aside.ts'

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
  const help = helpOf(scene, group.from, head)
  const marks: MarkRow[] = []
  for (let token = group.from; token < head; token++) marks.push(...marksAt(scene, token))
  const before = depth < 3 ? infinitiveBefore(scene, chosen, group.from, head, floor) : -1
  const isInfinitive =
    ((chosen.pos & INFN) !== 0 && !help.modal) || help.infinitive || before >= 0 || followsTo(scene, group.from, head)
  // «the elections to be held in May»: what is to come stands before it.
  const awaited = help.infinitive && group.passive ? nounBefore(scene, group.from - 1) : null
  const governor = depth < 3 && isInfinitive && awaited === null ? governorOf(scene, group.from, floor, depth) : null
  if (governor !== null) {
    // «is willing to withdraw», «announced its readiness to withdraw»
    for (let token = governor.head + 1; token < group.from; token++)
      marks.push(...marksAt(scene, token).filter(({ infinitive }) => infinitive))
    marks.push(...marksAt(scene, governor.head), ...governor.marks)
  }
  // A participle behind its noun is passive: «soldiers killed in the attack».
  const isReduced =
    ((chosen.pos & PRTS) !== 0 && !group.speaks && !isActive(scene, chosen, group.from, head)) ||
    isLedAstray(scene, chosen, group.from, head)
  const isGerund = (chosen.pos & GRND) !== 0 && !help.be
  const passive = group.passive || isReduced
  const behind = argumentsBehind(scene, head + 1, scene.sentenceTo(head))
  // «crimes committed by soldiers»: a participle tells of the noun right before it.
  const described = awaited ?? (isReduced && governor === null ? nounBefore(scene, group.from) : null)
  const own = described !== null ? [described] : governor === null ? subjectsOf(scene, group.from, floor, isGerund) : []
  const agent = passive ? behind.filter(one => one.isAgent).map(({ argument }) => ({ ...argument, cases: ABLT })) : []
  const plain = behind.filter(one => !(passive && one.isAgent)).map(({ argument }) => argument)
  const objects = plain.filter(({ preposition }) => preposition === '').slice(0, passive ? 0 : LISTED)
  // «no violations were recorded», «recorded no violations»
  for (const { phrase } of [...own.slice(0, 1), ...objects.slice(0, 1)])
    marks.push(...marksAt(scene, phrase.from).filter(({ sense }) => sense === 'particle'))
  // «if the rebels leave»: what opens the clause stands right before its subject.
  const opening = own.length > 0 && !isInfinitive ? own[0].phrase.from - 1 : -1
  if (opening >= floor) marks.push(...marksAt(scene, opening).filter(({ clause }) => clause))
  const { negated, modalities, phase } = summary(marks.filter(mark => mark.kind !== 'light'))
  return {
    head,
    from: group.from,
    kind: isInfinitive ? 'infinitive' : isGerund ? 'gerund' : isReduced ? 'participle' : 'finite',
    reading: chosen,
    tense: awaited !== null ? 'future' : (governor?.tense ?? tenseOf(chosen, help, passive)),
    perfective: !help.goesOn && ((chosen.agr & PAST) !== 0 || (chosen.pos & PRTS) !== 0),
    passive,
    negated: negated || group.negated,
    modalities,
    phase,
    marks,
    subjects: own.length > 0 ? own : askedBy(scene, governor, group.from),
    subjectFrom: own.length > 0 ? 'own' : governor !== null ? 'governor' : 'none',
    objects: [...objects, ...agent],
    governed: plain.filter(({ preposition }) => preposition !== ''),
    governor,
    opener: isReduced ? head : -1,
  }
}

/**
 * «The reforms called for in May remain undone», «The mission, set up in May, left»: a past form is a participle when another verb follows
 * that has no subject of its own between.
 */
function isLedAstray(scene: Scene, chosen: Reading, from: number, head: number): boolean {
  const { layers, phrases } = scene
  const isPast = (chosen.pos & VERB) !== 0 && (chosen.agr & PAST) !== 0
  if (!isPast || from !== head || (layers.tokens.form[head].pos & PRTS) === 0 || head === scene.sentenceFrom(head))
    return false
  // «the laws reviewed by the council»
  if (head + 1 < layers.tokens.count && scene.word('agent', head + 1, head + 2) > 0) return true
  const object = phrases.all[phrases.next[head] - 1]
  if (object?.to === head && object.preposition < 0 && followsObject(scene, object.from - 1, object, head)) return true
  if (object?.to === head && isDoneBy(scene, head)) return true
  const end = Math.min(scene.sentenceTo(head), head + REACH)
  for (let at = head + 1; at < end; at++) {
    if (scene.mark[at] === COMMA && scene.mark[head - 1] === COMMA && at + 1 < end)
      return (reading(layers, at + 1).pos & (VERB | PRED)) !== 0 && scene.mark[at + 1] === 0
    if (scene.mark[at] !== 0) return false
    const phrase = phrases.all[phrases.next[at]]
    if (phrase?.from === at) {
      if (phrase.preposition < 0) return false
      at = phrase.to - 1
      continue
    }
    const { pos, lex } = reading(layers, at)
    if ((pos & (CONJ | PRCL)) !== 0 || (lex & (SBRD | RELA)) !== 0) return false
    if ((pos & VERB) !== 0 && followsTo(scene, at, at)) return false
    if ((pos & (VERB | PRED)) !== 0) return true
  }
  return false
}

/** «opened an inquiry into crimes committed by soldiers»: somebody behind `by`, and another verb before. */
function isDoneBy(scene: Scene, head: number): boolean {
  const { layers, phrases } = scene
  if (head + 1 >= scene.sentenceTo(head) || scene.word('agent', head + 1, head + 2) < 0) return false
  const agent = phrases.all[phrases.next[head + 1]]
  if (agent === undefined || agent.preposition !== head + 1 || !isSomebody(scene, agent)) return false
  for (let at = head - 1; at >= scene.sentenceFrom(head) && at > head - REACH; at--) {
    if (scene.mark[at] !== 0 || (reading(layers, at).pos & CONJ) !== 0) return false
    if ((reading(layers, at).pos & VERB) !== 0) return true
  }
  return false
}

/**
 * Who does what an infinitive tells. «urged the sides to withdraw», «called on the sides to withdraw»: a verb that asks names him behind it;
 * «sent experts to the town to investigate», «visited the capital to mediate»: else he who does the verb above.
 */
function askedBy(scene: Scene, governor: Predicate | null, from: number): readonly Argument[] {
  if (governor === null) return []
  if (governor.passive) return governor.subjects
  // «gave the rebels a chance to leave»: who gets it does it.
  const [first, ...others] = governor.objects
  if (first !== undefined && others.some(({ list, phrase }) => list !== first.list && phrase.to === from - 1))
    return governor.objects.filter(({ list }) => list === first.list)
  if (scene.word('asking', governor.head, from) < 0) return governor.subjects
  const behind = [governor.objects, governor.governed].map(list =>
    list.filter(one => !isTimeWord(scene, one.phrase.head)),
  )
  const asked = behind.find(list => list.length > 0)
  if (asked === undefined) return governor.subjects
  const { list } = asked[0]
  return asked.filter(one => one.list === list && one.cases === ACCS)
}

/**
 * «to withdraw weapons, disengage and demine»: the infinitive before in a list whose verb this is, or -1. Without `to` such a verb may have
 * been read as finite.
 */
function infinitiveBefore(scene: Scene, chosen: Reading, from: number, head: number, floor: number): number {
  const { layers } = scene
  const isBare = (layers.tokens.form[head].pos & INFN) !== 0 && from === head && (chosen.agr & PAST) === 0
  if (!isBare || (chosen.pos & (VERB | INFN)) === 0) return -1
  let at = from - 1
  if (at >= floor && (reading(layers, at).pos & PRCL) !== 0) at--
  while (at >= floor && (reading(layers, at).pos & ADVB) !== 0) at--
  if (at < floor || (scene.mark[at] !== COMMA && scene.word('coordinator', at, head) < 0)) return -1
  for (let steps = 0; at >= floor && steps < REACH; at--, steps++) {
    if (scene.mark[at] !== 0 && scene.mark[at] !== COMMA) return -1
    const { pos, agr } = reading(layers, at)
    if ((pos & INFN) !== 0) return at
    if ((pos & (VERB | PRED)) === 0) continue
    const mayJoin = (layers.tokens.form[at].pos & INFN) !== 0 && (agr & PAST) === 0
    if (!mayJoin || (scene.mark[at - 1] !== COMMA && scene.word('coordinator', at - 1, at) < 0)) return -1
  }
  return -1
}

/** The phrase that ends right before a token, as what a verb says something of. */
function nounBefore(scene: Scene, to: number): Argument | null {
  const phrase = scene.phrases.all[scene.phrases.next[to] - 1]
  return phrase?.to === to ? { phrase, cases: NOMN | GENT, preposition: '', list: 0 } : null
}

/** «expelled two men based in the town»: whether a past form right behind a verb's object is a participle. The verb must not tell what somebody says. */
function followsObject(scene: Scene, verb: number, object: Phrase, at: number): boolean {
  const { layers } = scene
  if (verb < 0 || verb !== object.from - 1 || (layers.tokens.form[at].pos & PRTS) === 0) return false
  const { pos, agr } = reading(layers, at)
  if ((pos & VERB) !== 0 && (agr & PAST) === 0) return false
  const isAuxiliary = layers.pack.derive(compileAuxiliaries).has(reading(layers, at).lemma)
  if (isAuxiliary || (reading(layers, verb).pos & (VERB | INFN | PRTS | GRND)) === 0) return false
  const cue = scene.cueAt[verb]
  return cue < 0 || !scene.cues[cue].row.frames.has('clause')
}

/** «Guerrillas wounded two soldiers»: a form read as a participle that has a bare object behind it is a verb of its own. */
function isActive(scene: Scene, chosen: Reading, from: number, head: number): boolean {
  const { layers, phrases } = scene
  if ((chosen.pos & PRTS) === 0 || from !== head) return false
  const subject = phrases.all[phrases.next[head] - 1]
  if (subject?.to !== head || subject.preposition >= 0) return false
  const opens = subject.from === scene.sentenceFrom(head) || scene.mark[subject.from - 1] !== 0
  if (!opens && (reading(layers, subject.from - 1).pos & CONJ) === 0) return false
  const object = phrases.all[phrases.next[head]]
  if (object?.from === head + 1) return object.preposition < 0 && !isTimeWord(scene, object.head)
  // «Norway mediated between the sides»: with no other verb behind it a lone one is the sentence's own.
  return opens && isOnlyVerb(scene, head)
}

function isOnlyVerb(scene: Scene, head: number): boolean {
  const { layers } = scene
  if (layers.tokens.form[head + 1] !== undefined && scene.word('agent', head + 1, head + 2) > 0) return false
  for (let at = scene.sentenceFrom(head); at < scene.sentenceTo(head); at++)
    if (at !== head && (reading(layers, at).pos & (VERB | PRED)) !== 0) return false
  return true
}

/** «to immediately cease»: an adverb parts the infinitive from its `to`. */
function followsTo(scene: Scene, from: number, head: number): boolean {
  const { layers } = scene
  if (from !== head || (layers.tokens.form[head].pos & INFN) === 0 || (reading(layers, head).agr & PAST) !== 0)
    return false
  let at = head - 1
  while (at > 0 && scene.mark[at] === 0 && (reading(layers, at).pos & ADVB) !== 0) at--
  // Before an adverb `to` may have been read as a preposition.
  return at < head - 1 && at >= 0 && (layers.tokens.form[at].pos & PRCL) !== 0
}

/** Objects of one list. */
const LISTED = 8

/** What the words that help a verb make of it. */
interface Help {
  readonly modal: boolean
  readonly future: boolean
  readonly past: boolean
  readonly have: boolean
  readonly be: boolean
  /** «is being withdrawn». */
  readonly goesOn: boolean
  /** «to be withdrawn». */
  readonly infinitive: boolean
}

function helpOf(scene: Scene, from: number, head: number): Help {
  const { layers } = scene
  const auxiliaries = layers.pack.derive(compileAuxiliaries)
  let modal = false
  let future = false
  let past = false
  let have = false
  let be = false
  let goesOn = false
  for (let token = from; token < head; token++) {
    const { pos, agr, lemma } = reading(layers, token)
    if ((pos & PRED) !== 0) {
      modal = true
      future ||= (agr & FUTR) !== 0
    }
    const role = (pos & (VERB | INFN | PRTS | GRND)) === 0 ? undefined : auxiliaries.get(lemma)
    if (role === undefined) continue
    past ||= (agr & PAST) !== 0 && (pos & VERB) !== 0
    have ||= role === 'have'
    be ||= role === 'be'
    goesOn ||= role === 'be' && (pos & GRND) !== 0
  }
  const first = reading(layers, from).pos
  const infinitive =
    !modal && from > 0 && from < head && (first & INFN) !== 0 && (reading(layers, from - 1).pos & PRCL) !== 0
  // «asked that troops be withdrawn»: what is asked for is to come.
  future ||= !modal && !infinitive && from < head && (first & INFN) !== 0
  return {
    modal,
    future,
    past,
    have,
    be,
    goesOn: goesOn || (be && (reading(layers, head).pos & GRND) !== 0),
    infinitive,
  }
}

function tenseOf({ agr }: Reading, { modal, future, past, have, goesOn }: Help, passive: boolean): Predicate['tense'] {
  if (future) return 'future'
  if (modal) return 'present'
  return past || have || (agr & PAST) !== 0 || (passive && !goesOn) ? 'past' : 'present'
}

/** Tokens between a verb and the infinitive that hangs on it: «sent 21 observers to the town on Wednesday to investigate». */
const FAR = 16

/** The verb before `to` that an infinitive hangs on: «agreed to sign», «urged X to sign». */
function governorOf(scene: Scene, from: number, floor: number, depth: number): Predicate | null {
  const { layers } = scene
  let at = from - 1
  if (at >= floor && (reading(layers, at).pos & PRCL) !== 0) at--
  for (let steps = 0; at >= floor && steps < FAR; at--, steps++) {
    if (scene.mark[at] !== 0) return null
    const { pos } = reading(layers, at)
    if ((pos & (VERB | PRTS | INFN | GRND)) !== 0) return verbPredicate(scene, at, depth + 1)
  }
  return null
}

function subjectsOf(scene: Scene, from: number, floor: number, shares: boolean): Argument[] {
  // «with the sides having failed», «shells hitting homes»: right before a gerund stands who does it.
  if ((reading(scene.layers, from).pos & GRND) !== 0) {
    const before = scene.phrases.all[scene.phrases.next[from] - 1]
    if (before !== undefined && before.to === from && isSomebody(scene, before) && !isTimeWord(scene, before.head))
      return [{ phrase: before, cases: NOMN | GENT, preposition: '', list: 0 }]
  }
  const found = shares ? sharedSubject(scene, from, floor) : subjectLeft(scene, from, floor)
  if (found === null || found === 'self') return []
  return asArguments(scene, found, floor)
}

/** A name, or people. */
function isSomebody({ layers }: Scene, { head, name }: Phrase): boolean {
  return name >= 0 || layers.nameOf[head] >= 0 || (reading(layers, head).agr & ANIM) !== 0
}

/** A subject's words as arguments: all of a list («the army, the police and the guard»). */
function asArguments(scene: Scene, { from, to, head }: SpeakerWords, floor: number): Argument[] {
  const { all, next } = scene.phrases
  const found: Argument[] = []
  const add = (phrase: Phrase): unknown => found.unshift({ phrase, cases: NOMN | GENT, preposition: '', list: 0 })
  let i = next[from]
  while (i < all.length && all[i].to < to) i++
  if (i >= all.length || all[i].from >= to) return []
  const last = all[i]
  add(last.head === head || head === last.from - 1 || last.to === to ? last : all[next[from]])
  if (found[0].phrase !== last) return found
  let first = last
  for (let isListed = false; i > 0 && found.length < LISTED * 2; i--) {
    const before = all[i - 1]
    if (before.from < floor || before.preposition >= 0 || !listJoins(scene, before, first, isListed)) break
    if (before.from > floor && (reading(scene.layers, before.from - 1).pos & (VERB | INFN | PRTS | GRND)) !== 0) break
    add(before)
    first = before
    isListed = true
  }
  return found
}

/** «A and B», «A, B and C»: before the last a conjunction, before the others commas. */
function listJoins(scene: Scene, before: Phrase, phrase: Phrase, isListed: boolean): boolean {
  let at = before.to
  const isComma = scene.mark[at] === COMMA
  if (isComma) at++
  const past = scene.word('coordinator', at, phrase.from)
  return past === phrase.from || (isListed && isComma && at === phrase.from)
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
  let hasObject = false
  let at = from
  while (at < end) {
    const phrase = phrases.all[phrases.next[at]]
    if (phrase !== undefined && phrase.from === at) {
      const preposition = phrase.preposition < 0 ? '' : layers.tokens.form[phrase.preposition].folded
      const joins = joinsList(scene, found.at(-1)?.argument.phrase, phrase)
      const before = found.at(-1)?.argument
      const own = joins && preposition === '' && before !== undefined ? before.preposition : preposition
      if (!joins) list++
      // «lifted on Monday the state of emergency»: a heavy object waits.
      const waits =
        preposition === '' &&
        !hasObject &&
        follows(scene, found.at(-1)?.argument.phrase, at) &&
        !isTimeWord(scene, phrase.head)
      hasObject ||= own === '' && !isTimeWord(scene, phrase.head)
      if (own !== '' || !closed || joins || waits) {
        const isAgent = phrase.preposition >= 0 && scene.word('agent', phrase.preposition, limit) > 0
        found.push({ argument: { phrase, cases: ACCS, preposition: own, list }, isAgent })
      }
      if (own !== '') closed = true
      at = phrase.to
      continue
    }
    const { pos, lex } = reading(layers, at)
    const past = scene.mark[at] === OPEN_BRACKET ? pastAside(scene, at, end) : -1
    if (past >= 0) {
      at = past
      continue
    }
    if (scene.mark[at] !== 0 && scene.mark[at] !== COMMA) break
    if (scene.mark[at] === 0) {
      if ((pos & (VERB | PRED)) !== 0) {
        // «observed 12 tanks and the sides withdrew», «said the sides withdrew»: what stands right before a verb is its subject;
        // «expelled two men based in the town»: unless it is a participle.
        // «after the relatives in the town said»: so does what might have been a preposition.
        const opened = found.findLastIndex(({ argument }) => opensClause(scene, argument.phrase))
        if (opened >= 0) found.length = opened
        const last = found.at(-1)?.argument.phrase
        if (last !== undefined && last.to === at && last.preposition < 0 && !followsObject(scene, from - 1, last, at))
          found.pop()
        break
      }
      if ((lex & (SBRD | RELA)) !== 0 || scene.word('that', at, limit) > 0) break
      if ((pos & (INFN | GRND | PRTS)) !== 0) break
    }
    at++
  }
  return found
}

function opensClause(scene: Scene, { preposition, from }: Phrase): boolean {
  return (
    preposition >= 0 && (scene.word('subordinator', preposition, from) > 0 || scene.word('as', preposition, from) > 0)
  )
}

/** Right behind a phrase, or behind what only measures: «from the town more than 100 people». */
function follows(scene: Scene, before: Phrase | undefined, at: number): boolean {
  return before !== undefined && (before.to === at || scene.word('quantity', before.to, at) === at)
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
    from: head,
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
  // «the army's attack»: all before the mark of possession, its last word the head.
  for (let at = head - 1; at > phrase.from; at--)
    if ((reading(scene.layers, at).lex & CLIT) !== 0)
      return { ...phrase, head: at - 1, to: at, after: at, name: scene.layers.nameOf[at - 1] }
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
