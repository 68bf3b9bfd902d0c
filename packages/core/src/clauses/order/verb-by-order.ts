/**
 * What a verb says, by the order of words: its subject stands before it, its object behind it, the rest hangs on prepositions; an infinitive
 * takes its subject from the verb it hangs on.
 */
import { reading } from '../../layers.ts'
import { verbGroup } from '../../quotations/order/cues-by-order.ts'
import type { Scene } from '../../quotations/scene.ts'
import { ABLT, GRND, INFN, PAST, PRCL, PRTS, VERB } from '../../words/grammar.ts'
import type { MarkRow } from '../mark-words.ts'
import type { Predicate } from '../predicate.ts'
import { marksAt, summary } from '../read-marks.ts'
import { argumentsBehind } from './arguments-behind.ts'
import { LISTED } from './bounds.ts'
import { askedBy, followsTo, infinitiveBefore } from './infinitive-by-order.ts'
import { isParticiple } from './reduced-clause.ts'
import { nounBefore, subjectsOf } from './subjects-before.ts'
import { helpOf, tenseOf } from './verb-help.ts'

/** What the verb at token `head` says. `depth`: how many infinitives hang on it already («agreed to try to sign»); the search for what it hangs on ends at three. */
export function verbPredicate(scene: Scene, head: number, depth: number): Predicate {
  const { layers } = scene
  const chosen = reading(layers, head)
  const floor = scene.sentenceFrom(head)
  const group = verbGroup(layers, head, chosen, token => scene.word('negation', token, token + 1) > 0)
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
  const isReduced = isParticiple(scene, chosen, group, head)
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
