/** Who does the verb: the search for the words that name a cue's speaker. */
import { reading } from '../layers.ts'
import type { Phrase } from '../mentions/find-phrases.ts'
import { nounPhraseAt } from '../mentions/noun-phrase.ts'
import { COLON, COMMA } from '../text/marks.ts'
import { KIND_WORD } from '../text/tokens.ts'
import { ADJS, GENDER, GRND, NOMN, NUMBER, PAST, PLUR, PRTF, PRTS, VERB } from '../words/grammar.ts'
import { asSubject, type Found, isPlural, NONE, SELF, type Subject } from './as-subject.ts'
import type { Cue } from './cues.ts'
import { placeSpeaker } from './place-speaker.ts'
import type { Scene } from './scene.ts'
import { firstSubject, isPerson, mayBeAddressee, misreadBefore } from './subject-behind.ts'

export type { Subject }

/** The speaker of a verbal cue inside the tokens `floor`..`limit` of its sentence. */
export function subjectOf(scene: Scene, cue: Cue, floor: number, limit: number): Subject {
  if (cue.row.frames.has('impersonal')) return placeSpeaker(scene, cue, floor, limit, true)
  if ((cue.verbReading.pos & GRND) !== 0) return sharedSubject(scene, cue, floor)
  if ((cue.verbReading.pos & PRTF) !== 0) return participleSubject(scene, cue, floor)
  const segment = scene.segmentFrom(cue.from, floor)
  const relative = relativeSubject(scene, cue, segment, floor)
  if (relative !== null) return relative
  const near = lastSubject(scene, cue, segment, cue.from)
  // «Об этом РИА „Маяк“ сообщил посол».
  if (near !== null && near !== 'speaker' && mayBeAddressee(scene, near)) {
    const teller = firstSubject(scene, cue, limit)
    if (teller !== null && teller !== 'speaker' && isPerson(scene, teller)) return { phrase: teller, side: 'right' }
  }
  if (near !== null) return near === 'speaker' ? SELF : { phrase: near, side: 'left' }
  const right = firstSubject(scene, cue, limit)
  if (right !== null) return right === 'speaker' ? SELF : { phrase: right, side: 'right' }
  const subordinate = opensSubordinate(scene, segment, cue.from)
  if (!subordinate) {
    const place = isPlural(cue) ? placeSpeaker(scene, cue, segment, limit, false) : NONE
    if (place.phrase !== null) return place
    const far = farSubject(scene, cue, segment, floor)
    if (far !== null) return far === 'speaker' ? SELF : { phrase: far, side: 'far' }
  }
  const place = isPlural(cue) ? placeSpeaker(scene, cue, floor, limit, false) : NONE
  if (place.phrase !== null) return place
  const misread = misreadBefore(scene, cue, segment)
  if (misread !== null) return { phrase: misread, side: 'left' }
  if (!subordinate) return isPlural(cue) ? placeSpeaker(scene, cue, floor, limit, false, true) : NONE
  // A subordinate clause without a subject shares that of the main clause: «приступ, после которого она пошутила».
  const shared = farSubject(scene, cue, segment, floor)
  return shared === null || shared === 'speaker' ? NONE : { phrase: shared, side: 'far' }
}

/** «президент, который заявил»: the words before the comma. */
function relativeSubject(scene: Scene, cue: Cue, segment: number, floor: number): Subject | null {
  const { layers, phrases } = scene
  if (segment === floor || scene.word('relative', segment, cue.from) < 0) return null
  const pronoun = layers.tokens.form[segment]
  if ((pronoun.agr & NOMN) === 0 || (pronoun.agr & cue.verbReading.agr & NUMBER) === 0) return null
  // Between the pronoun and the verb there must be no subject of its own.
  const between = lastSubject(scene, cue, segment + 1, cue.from)
  if (between !== null && between !== 'speaker') return { phrase: between, side: 'left' }
  for (let i = phrases.next[segment] - 1; i >= 0; i--) {
    const phrase = phrases.all[i]
    if (phrase.from < floor) break
    if (phrase.to > segment) continue
    const antecedent = innermost(scene, phrase, pronoun.agr, cue)
    if (antecedent !== null) return { phrase: antecedent, side: 'relative' }
  }
  return null
}

/** Of «жалоба известного адвоката Петрова» the last part that agrees and can speak: «известного адвоката Петрова». */
function innermost(scene: Scene, phrase: Phrase, pronoun: number, cue: Cue): Phrase | null {
  const { layers } = scene
  let best: Phrase | null = null
  for (let from = phrase.to - 1; from >= phrase.from; from--) {
    const inner = from === phrase.from ? phrase : nounPhraseAt(layers, from, phrase.to)
    if (inner === null || inner.to !== phrase.to) continue
    if (best !== null && inner.head !== best.head && inner.name !== best.name) break
    const candidate: Phrase = { ...inner, preposition: -1 }
    if ((inner.agr & pronoun & NUMBER) === 0 || !agreesInKind(scene, candidate, cue) || !scene.canSpeak(candidate))
      continue
    best = candidate
  }
  return best
}

function agreesInKind(scene: Scene, phrase: Phrase, cue: Cue): boolean {
  const verb = cue.verbReading.agr
  if ((phrase.agr & NUMBER & verb) === 0 && (phrase.agr & NUMBER) !== 0) return false
  if ((verb & PAST) === 0 || (verb & PLUR) !== 0) return true
  const gender = phrase.agr & GENDER
  if (gender === 0 || (gender & verb) !== 0) return true
  // A person's name may be a woman's or a man's; «гражданин Лаврии, который сообщил» is not the country.
  const { names, nameOf } = scene.layers
  return nameOf[phrase.head] >= 0 && names[nameOf[phrase.head]].kind === 'person'
}

/** The last phrase in `from`..`to` that can be the subject. */
function lastSubject(scene: Scene, cue: Cue, from: number, to: number): Found {
  const { phrases } = scene
  for (let i = phrases.next[to] - 1; i >= 0; i--) {
    const phrase = phrases.all[i]
    if (phrase.from < from) break
    const verdict = asSubject(scene, cue, phrase)
    if (verdict !== null) return verdict
  }
  return null
}

/** Further left, over commas: past inserted clauses, to a phrase whose segment is no subordinate clause. */
function farSubject(scene: Scene, cue: Cue, segment: number, floor: number): Found {
  const { phrases } = scene
  for (let i = phrases.next[segment] - 1; i >= 0; i--) {
    const phrase = phrases.all[i]
    if (phrase.from < floor) break
    if (scene.pairOf[phrase.from] !== scene.pairOf[cue.from]) continue
    const start = scene.segmentFrom(phrase.from, floor)
    if (opensSubordinate(scene, start, phrase.from + 1)) continue
    const verdict = asSubject(scene, cue, phrase)
    if (verdict !== null) return verdict
  }
  return null
}

/** Whether a segment opens a subordinate clause, perhaps after a preposition or a particle. */
function opensSubordinate(scene: Scene, from: number, to: number): boolean {
  const end = Math.min(to, from + 3)
  for (let token = from; token < end; token++) {
    if (
      scene.word('subordinator', token, scene.layers.tokens.count) >= 0 ||
      scene.word('relative', token, scene.layers.tokens.count) >= 0
    )
      return true
  }
  return (reading(scene.layers, from).pos & GRND) !== 0
}

/** A gerund's subject is that of the verb it goes with: the nearest finite verb of the sentence, left first. */
function sharedSubject(scene: Scene, cue: Cue, floor: number): Subject {
  const limit = scene.sentenceTo(cue.from)
  const verb = findVerb(scene, cue.from - 1, floor, -1) ?? findVerb(scene, cue.to, limit, 1)
  if (verb === null) return NONE
  const chosen = reading(scene.layers, verb)
  const standIn: Cue = { from: verb, to: verb + 1, verb, verbReading: chosen, row: cue.row }
  const found = subjectOf(scene, standIn, floor, limit)
  return found.phrase === null ? NONE : { phrase: found.phrase, side: 'shared' }
}

function findVerb(scene: Scene, from: number, end: number, step: 1 | -1): number | null {
  for (let token = from; step > 0 ? token < end : token >= end; token += step) {
    if (
      (reading(scene.layers, token).pos & (VERB | PRTS | ADJS)) === 0 ||
      scene.layers.tokens.kind[token] !== KIND_WORD
    )
      continue
    const start = scene.segmentFrom(token, scene.sentenceFrom(token))
    if (opensSubordinate(scene, start, token)) continue
    return token
  }
  return null
}

/** «глава ведомства, сообщивший, что»: the noun the participle goes with. */
function participleSubject(scene: Scene, cue: Cue, floor: number): Subject {
  const { phrases } = scene
  if (cue.from === floor || scene.mark[cue.from - 1] !== COMMA) return NONE
  for (let i = phrases.next[cue.from] - 1; i >= 0; i--) {
    const phrase = phrases.all[i]
    if (phrase.from < floor) break
    if (phrase.to > cue.from) continue
    if (scene.mark[phrase.to] === COLON) break
    if (scene.canSpeak(phrase) && (phrase.agr & cue.verbReading.agr & NUMBER) !== 0) return { phrase, side: 'relative' }
  }
  return NONE
}
