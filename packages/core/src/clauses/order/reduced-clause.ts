/** Whether a past form is a participle that tells of its noun («soldiers killed in the attack») or the verb of the sentence. */
import { reading } from '../../layers.ts'
import type { Phrase } from '../../mentions/find-phrases.ts'
import type { VerbGroup } from '../../quotations/order/cues-by-order.ts'
import { isTimeWord } from '../../quotations/order/time-word.ts'
import type { Scene } from '../../quotations/scene.ts'
import { COMMA } from '../../text/marks.ts'
import type { Reading } from '../../words/form.ts'
import { CONJ, GRND, INFN, PAST, PRCL, PRED, PRTS, RELA, SBRD, VERB } from '../../words/grammar.ts'
import { compileAuxiliaries } from '../../words/order/reading-class.ts'
import { REACH } from './bounds.ts'
import { followsTo } from './infinitive-by-order.ts'
import { isSomebody } from './subjects-before.ts'

/** Whether the verb at token `head` is such a participle; what it tells was done to its noun. */
export function isParticiple(scene: Scene, chosen: Reading, { from, speaks }: VerbGroup, head: number): boolean {
  const isRead = (chosen.pos & PRTS) !== 0 && !speaks && !isActive(scene, chosen, from, head)
  return isRead || isLedAstray(scene, chosen, from, head)
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

/** «expelled two men based in the town»: whether a past form right behind a verb's object is a participle. The verb must not tell what somebody says. */
export function followsObject(scene: Scene, verb: number, object: Phrase, at: number): boolean {
  const { layers } = scene
  if (verb < 0 || verb !== object.from - 1 || (layers.tokens.form[at].pos & PRTS) === 0) return false
  const { pos, agr } = reading(layers, at)
  if ((pos & VERB) !== 0 && (agr & PAST) === 0) return false
  const isAuxiliary = layers.pack.derive(compileAuxiliaries).has(reading(layers, at).lemma)
  if (isAuxiliary || (reading(layers, verb).pos & (VERB | INFN | PRTS | GRND)) === 0) return false
  const cue = scene.cueAt[verb]
  return cue < 0 || !scene.cues[cue].row.frames.has('clause')
}
