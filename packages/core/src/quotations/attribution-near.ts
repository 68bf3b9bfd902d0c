/** The attribution of direct speech: the cue and speaker beside a pair of marks or a stretch of speech. */
import { reading } from '../layers.ts'
import { type NounPhrase, nounPhraseAt } from '../mentions/noun-phrase.ts'
import type { Span } from '../span.ts'
import { COLON, COMMA, DASH, STOP } from '../text/marks.ts'
import { SHAPE_LOWER } from '../words/form.ts'
import { ACCS, CASE, GENT, GRND, LATN, NOMN, NPRO, PERSON, VERB } from '../words/grammar.ts'
import type { Cue, CueRow } from './cues.ts'
import type { Quotation, SpeakerWords } from './quotation.ts'
import type { Scene } from './scene.ts'
import { subjectOf } from './subject.ts'

export interface Attribution {
  /** null: only a colon, or nothing, says who speaks. */
  readonly cue: Cue | null
  readonly colon: number
  readonly speaker: SpeakerWords | null
  /** First token after the attribution. */
  readonly end: number
  readonly rule: string
}

/** An attribution that begins at `token`, right after speech: `, — сказал X …`; `limit` ends the sentence. */
export function attributionAfter(scene: Scene, token: number, limit: number): Attribution | null {
  let at = token
  let marks = 0
  while (at < limit && marks < 3 && (scene.mark[at] === COMMA || scene.mark[at] === DASH)) {
    at++
    marks++
  }
  if (marks === 0) return null
  const end = segmentEnd(scene, at, Math.min(limit, at + 60))
  // «», а X ответил: «…»»: that is whose the next words are.
  if (scene.mark[end] === COLON && scene.pairs[scene.pairOf[end + 1]]?.open === end + 1) return null
  for (let start = at; start < end; start++) {
    // Beyond a comma the clause is another's, unless what stands between is a gerund's: «», — выступая в городе, сказал X».
    if (scene.mark[start] === COMMA && !besideGerund(scene, at, start, end)) return null
    const index = scene.cueAt[start]
    if (index < 0) continue
    const cue = scene.cues[index]
    if ((cue.verbReading.pos & VERB) === 0 && !cue.row.frames.has('impersonal')) continue
    if (!cue.row.frames.has('quote') && !cue.row.frames.has('parenthesis')) continue
    // Only small words and the subject may stand before the cue: «— в пятницу сказал он», «— он сказал».
    const subject = subjectOf(scene, cue, at, end)
    const words = speakerOfWords(scene, cue, end)
    if (words !== null) return { cue, colon: -1, speaker: words, end, rule: 'after' }
    if (subject.phrase === null && !cue.row.frames.has('impersonal')) continue
    return { cue, colon: -1, speaker: subject.phrase, end, rule: 'after' }
  }
  return null
}

/** `», — вскинулся X`: behind speech in marks, a comma and a dash any verb whose subject follows it says who spoke. */
export function unlistedAfter(scene: Scene, token: number, limit: number): Attribution | null {
  if (scene.mark[token] !== COMMA || scene.mark[token + 1] !== DASH) return null
  const verb = token + 2
  if (verb >= limit || scene.cueAt[verb] >= 0 || !scene.isFinite(verb)) return null
  const end = segmentEnd(scene, verb, Math.min(limit, verb + 60))
  const cue: Cue = { from: verb, to: verb + 1, verb, verbReading: reading(scene.layers, verb), row: UNLISTED }
  const subject = subjectOf(scene, cue, verb, end)
  return subject.side === 'right' && subject.phrase !== null
    ? { cue, colon: -1, speaker: subject.phrase, end, rule: 'after' }
    : null
}

/** A verb that the table of cues does not list. */
const UNLISTED: CueRow = { row: 'cues/unlisted', act: 'state', frames: new Set(['quote']) }

function besideGerund(scene: Scene, from: number, comma: number, end: number): boolean {
  if (comma + 1 >= end) return false
  const { pos } = reading(scene.layers, comma + 1)
  return (pos & GRND) !== 0 || (reading(scene.layers, scene.segmentFrom(comma, from)).pos & GRND) !== 0
}

/** «приводит агентство слова X»: the speaker hangs on `слова`. */
export function speakerOfWords(scene: Scene, cue: Cue, limit: number): SpeakerWords | null {
  for (let token = cue.to; token < limit && !scene.isBreak(token); token++) {
    if (scene.word('words', token, limit) < 0) continue
    // «приводит его слова»: whose they are stands before them.
    if (isPossessive(scene, token - 1)) return { from: token - 1, to: token, head: token - 1 }
    const phrase = token + 1 < limit ? nounPhraseAt(scene.layers, token + 1, limit, GENT) : null
    return phrase === null ? null : withoutQuoter(scene, phrase)
  }
  return cue.row.frames.has('object') ? objectOf(scene, cue, limit) : null
}

/** «его», «её», «их»: a pronoun in the genitive. */
function isPossessive(scene: Scene, token: number): boolean {
  const form = scene.layers.tokens.form[token]
  return form.readings.some(r => (r.pos & NPRO) !== 0 && (r.agr & GENT) !== 0 && (r.agr & PERSON) !== 0)
}

/** «цитирует X агентство»: the one quoted is the verb's object. */
function objectOf(scene: Scene, cue: Cue, limit: number): SpeakerWords | null {
  for (let i = scene.phrases.next[cue.to]; i < scene.phrases.all.length; i++) {
    const phrase = scene.phrases.all[i]
    if (phrase.from >= limit) return null
    if (phrase.preposition < 0 && (phrase.agr & ACCS) !== 0 && (phrase.agr & NOMN) === 0 && scene.canSpeak(phrase))
      return withoutQuoter(scene, phrase)
    // «цитирует его агентство»: a possessive to the eye, an object to the verb.
    const first = reading(scene.layers, phrase.from)
    if ((first.pos & NPRO) !== 0 && (first.agr & ACCS) !== 0)
      return { from: phrase.from, to: phrase.from + 1, head: phrase.from }
  }
  return null
}

/** «цитирует министра РИА „Маяк“»: the agency's name, which has no case of its own, is the subject's. */
function withoutQuoter(scene: Scene, phrase: NounPhrase): SpeakerWords {
  if (phrase.name >= 0) return phrase
  const { names } = scene.layers
  for (let token = phrase.after; token < phrase.to; token++) {
    const index = scene.layers.nameOf[token]
    if (index < 0 || names[index].from !== token || names[index].kind !== 'organisation') continue
    const inner = nounPhraseAt(scene.layers, token, phrase.to)
    if (inner !== null && inner.to === phrase.to && (inner.agr & CASE) === CASE && token > phrase.from)
      return { from: phrase.from, to: token, head: phrase.head }
  }
  return phrase
}

/** The end of an attribution: a dash, a full stop, a comma that does not go on about the speaker. */
function segmentEnd(scene: Scene, from: number, limit: number): number {
  for (let token = from; token < limit; token++) {
    const pair = scene.pairOf[token]
    if (
      pair >= 0 &&
      pair !== scene.pairOf[from] &&
      scene.pairs[pair].open === token &&
      scene.pairs[pair].closed &&
      scene.pairs[pair].close < limit
    ) {
      token = scene.pairs[pair].close
      continue
    }
    const mark = scene.mark[token]
    if (
      mark === STOP &&
      token + 1 < limit &&
      scene.layers.nameOf[token] >= 0 &&
      scene.layers.nameOf[token] === scene.layers.nameOf[token + 1]
    )
      continue
    if (mark === DASH || mark === STOP || mark === COLON) return token
    if (mark === COMMA && token + 1 < limit) {
      const next = reading(scene.layers, token + 1)
      if ((next.pos & GRND) !== 0 && scene.cueAt[token + 1] >= 0) return token
      if (scene.word('that', token + 1, limit) >= 0) return token
      if (scene.mark[token + 1] === DASH) return token
    }
  }
  return limit
}

/** The attribution before a colon at `colon`: `X сказал:`, `X, выступая в городе, заявил, что C:`, `X:`. */
export function attributionBefore(scene: Scene, colon: number, floor: number): Attribution | null {
  // «заявил, что: «не просил»»: the words in marks are part of the reported clause.
  if (colon > floor && scene.word('that', colon - 1, colon) >= 0) return null
  let chosen: Cue | null = null
  for (let token = colon - 1; token >= floor; token--) {
    const index = scene.cueAt[token]
    if (index < 0) continue
    const cue = scene.cues[index]
    if (cue.to > colon || !speaks(cue)) continue
    chosen = cue
    // The main cue stands before its own reported clause: keep looking left for the one that governs it.
    if (!standsInReport(scene, cue, floor)) break
  }
  if (chosen !== null) {
    const subject = subjectOf(scene, chosen, floor, colon)
    const words = speakerOfWords(scene, chosen, colon)
    if (subject.phrase !== null || words !== null || chosen.row.frames.has('impersonal')) {
      return { cue: chosen, colon, speaker: words ?? subject.phrase, end: colon + 1, rule: 'before-colon' }
    }
  }
  return speakerBefore(scene, colon, floor)
}

function speaks(cue: Cue): boolean {
  return (cue.verbReading.pos & (VERB | GRND)) !== 0 || cue.row.frames.has('impersonal')
}

/** Whether a cue stands in a clause reported by another cue of its sentence. */
function standsInReport(scene: Scene, cue: Cue, floor: number): boolean {
  for (let token = cue.from - 1; token > floor; token--) {
    if (scene.word('that', token, cue.from) >= 0 && scene.mark[token - 1] === COMMA) return true
  }
  return false
}

/** `X:` with nothing but a speaker before the colon. */
export function speakerBefore(scene: Scene, colon: number, floor: number): Attribution | null {
  if (colon === floor || colon - floor > 12) return null
  for (let token = floor; token < colon; token++) if (scene.isFinite(token) || scene.mark[token] === STOP) return null
  const index = scene.phrases.next[floor]
  const phrase = scene.phrases.all[index]
  if (phrase === undefined || phrase.from > floor + 1 || phrase.to < colon || phrase.preposition >= 0) return null
  if (!isNamed(scene, phrase.head, phrase.name)) return null
  return {
    cue: null,
    colon,
    speaker: { from: phrase.from, to: Math.min(phrase.to, colon), head: phrase.head },
    end: colon + 1,
    rule: 'speaker-colon',
  }
}

/** A bare colon needs a speaker who is named, or described by an office. */
function isNamed(scene: Scene, head: number, name: number): boolean {
  const { nameOf, names } = scene.layers
  if (name >= 0 && names[name].kind === 'person') return true
  if (nameOf[head] >= 0) return names[nameOf[head]].kind !== 'place' || names[nameOf[head]].seatOf !== null
  return scene.isTitleNoun(head) || scene.isBodyNoun(head) || isForeign(scene, head)
}

/** «Times: …»: foreign letters that begin with a capital. */
function isForeign(scene: Scene, token: number): boolean {
  const form = scene.layers.tokens.form[token]
  return (form.pos & LATN) !== 0 && form.shape !== SHAPE_LOWER
}

/** A cue right before speech without a colon: `объявила «Я готова!»`, `объявила министр: …`. */
export function attributionInline(scene: Scene, open: number, floor: number): Attribution | null {
  for (let token = open - 1; token >= floor && token >= open - 8; token--) {
    if (scene.mark[token] !== 0) return null
    const index = scene.cueAt[token]
    if (index < 0) {
      if ((reading(scene.layers, token).pos & VERB) !== 0) return null
      continue
    }
    const cue = scene.cues[index]
    if (!cue.row.frames.has('quote') || (cue.verbReading.pos & (VERB | GRND)) === 0 || cue.to > open) return null
    const subject = subjectOf(scene, cue, floor, open)
    return subject.phrase === null ? null : { cue, colon: -1, speaker: subject.phrase, end: open, rule: 'inline' }
  }
  return null
}

/** Direct speech by its attribution; `rule`: what found it. Without a cue the colon stands for one. */
export function speechOf(parts: readonly Span[], { cue, colon, speaker }: Attribution, rule: string): Quotation {
  const byColon = colon >= 0 ? { from: colon, to: colon + 1 } : null
  return {
    kind: 'direct',
    parts,
    cue: cue !== null ? { from: cue.from, to: cue.to } : byColon,
    act: cue?.row.act ?? 'state',
    speaker: speaker === null ? null : { from: speaker.from, to: speaker.to, head: speaker.head },
    rule: `${cue?.row.row ?? 'marks'} ${rule}`,
  }
}
