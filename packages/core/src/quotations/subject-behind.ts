/** The subject behind its verb: «сообщил РИА „Маяк“ посол», «сообщила, ссылаясь на штаб, газета». */
import { type Layers, reading } from '../layers.ts'
import type { Phrase } from '../mentions/find-phrases.ts'
import { nounPhraseAt } from '../mentions/noun-phrase.ts'
import { canBeSubject } from '../mentions/subject-of-verb.ts'
import { COMMA, OPEN_BRACKET } from '../text/marks.ts'
import { ANIM, CASE, GRND, INFN, NOMN, SING } from '../words/grammar.ts'
import { asSubject, type Found, isPlural } from './as-subject.ts'
import type { Cue } from './cues.ts'
import { placeSpeaker } from './place-speaker.ts'
import type { SpeakerWords } from './quotation.ts'
import type { Scene } from './scene.ts'

/** The first phrase after the verb, before the next clause. */
export function firstSubject(scene: Scene, cue: Cue, limit: number): Found {
  const { phrases } = scene
  const end = endOfClause(scene, cue, limit)
  let addressee: SpeakerWords | null = null
  for (let i = phrases.next[cue.to]; i < phrases.all.length; i++) {
    const phrase = phrases.all[i]
    if (phrase.from >= end) break
    if (hasInfinitiveBefore(scene, cue.to, phrase.from)) break
    const verdict = asSubject(scene, cue, phrase)
    if (verdict === null) continue
    if (verdict === 'speaker') return addressee ?? verdict
    if (addressee === null && mayBeAddressee(scene, phrase)) addressee = verdict
    else if (addressee === null || isPerson(scene, phrase)) return verdict
  }
  // «сообщили агентству в штабе»: a plural without a subject is the place's.
  const place = isPlural(cue) ? placeSpeaker(scene, cue, cue.from, end, false).phrase : null
  if (addressee !== null) return place ?? addressee
  return place === null ? (lastName(scene, cue, end) ?? misreadName(scene, cue)) : null
}

/** The end of what may hold the subject behind a verb, past gerunds between commas: «сообщила, ссылаясь на штаб, газета». */
function endOfClause(scene: Scene, cue: Cue, limit: number): number {
  const { phrases } = scene
  let end = cue.to
  while (end < limit && !scene.isFinite(end)) {
    if (scene.isBreak(end) && scene.mark[end] !== OPEN_BRACKET) {
      if (scene.mark[end] !== COMMA || end + 1 >= limit || (reading(scene.layers, end + 1).pos & GRND) === 0) break
      const after = scene.segmentTo(end + 1, limit)
      if (after >= limit || scene.mark[after] !== COMMA || scene.cueAt[end + 1] >= 0) break
      end = after + 1
      continue
    }
    // A title may hold a comma in brackets or quotation marks; a phrase that spans it is taken whole.
    const next = phrases.next[end]
    if (next < phrases.all.length && phrases.all[next].from === end)
      end = Math.max(end + 1, Math.min(limit, phrases.all[next].to))
    else end++
  }
  return end
}

/** «сообщил РИА „Маяк“ посол»: a body's name without an ending that shows its case may be whom it was told to. */
export function mayBeAddressee({ layers }: Scene, words: SpeakerWords): boolean {
  const phrase = nounPhraseAt(layers, words.from, words.to)
  if (phrase === null || (phrase.agr & CASE) !== CASE) return false
  return phrase.name < 0 || layers.names[phrase.name].kind !== 'person'
}

/** A person by name, or a word for persons. */
export function isPerson({ layers }: Scene, words: SpeakerWords): boolean {
  const phrase = nounPhraseAt(layers, words.from, words.to)
  if (phrase === null) return false
  if (phrase.name >= 0 && layers.names[phrase.name].kind === 'person') return true
  return (phrase.agr & CASE) !== CASE && (reading(layers, phrase.head).agr & ANIM) !== 0
}

/**
 * «рассказал об итогах исследования Ветров», «пишут во вторник „Известия“»: a name at the end of the clause that a phrase before it has taken for
 * its own.
 */
function lastName(scene: Scene, cue: Cue, end: number): SpeakerWords | null {
  const { layers, phrases } = scene
  const phrase = phrases.all[phrases.next[end] - 1]
  if (phrase === undefined || phrase.from < cue.to || phrase.to !== end) return null
  if (hasInfinitiveBefore(scene, cue.to, phrase.from)) return null
  for (let token = phrase.head + 1; token < end; token++) {
    const isName = layers.nameOf[token] >= 0 && layers.names[layers.nameOf[token]].from === token
    // «каждому из вступавших в должность президента США»: a country behind a title is the title's.
    if (isName && layers.names[layers.nameOf[token]].kind === 'country' && scene.isTitleNoun(token - 1)) continue
    if (!isName && scene.pairs[scene.pairOf[token]]?.open !== token && !scene.isBodyNoun(token)) continue
    const inner = nounPhraseAt(layers, token, end)
    if (inner === null || inner.to !== end || !canBeSubject(layers, inner, cue.verbReading)) continue
    return scene.canSpeak({ ...inner, preposition: -1 }) ? inner : null
  }
  return null
}

/** «заявил Вона»: a person's name right behind the verb, in the nominative of a gender that the verb has not: a foreign one, guessed wrong. */
function misreadName(scene: Scene, cue: Cue): SpeakerWords | null {
  const { layers, phrases } = scene
  const phrase = phrases.all[phrases.next[cue.to]]
  return phrase !== undefined && phrase.from === cue.to && isForeignName(layers, phrase, cue) ? phrase : null
}

/**
 * The same right before the verb; or a name without endings that a phrase before it has taken for its own: «в мае США предупредили», «с начала
 * года СМИ отмечали».
 */
export function misreadBefore(scene: Scene, cue: Cue, segment: number): SpeakerWords | null {
  const { layers, phrases } = scene
  const phrase = phrases.all[phrases.next[cue.from] - 1]
  if (phrase === undefined || phrase.to !== cue.from || phrase.from < segment) return null
  if (isForeignName(layers, phrase, cue)) return phrase
  for (let token = phrase.to - 1; token > phrase.head; token--) {
    const inner = nounPhraseAt(layers, token, cue.from)
    if (inner === null || inner.to !== cue.from) continue
    const candidate: Phrase = { ...inner, preposition: -1 }
    return canBeSubject(layers, inner, cue.verbReading) && scene.canSpeak(candidate) ? inner : null
  }
  return null
}

function isForeignName(layers: Layers, phrase: Phrase, cue: Cue): boolean {
  if (phrase.preposition >= 0 || (cue.verbReading.agr & SING) === 0 || (phrase.agr & NOMN) === 0) return false
  const index = layers.nameOf[phrase.head]
  return index >= 0 && layers.names[index].kind === 'person' && layers.names[index].from === phrase.head
}

function hasInfinitiveBefore(scene: Scene, from: number, to: number): boolean {
  for (let token = from; token < to; token++) if ((reading(scene.layers, token).pos & INFN) !== 0) return true
  return false
}
