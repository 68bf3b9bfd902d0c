/** An attribution: a verb of saying with who says it, as it stands beside what is said. */
import { reading } from '../../layers.ts'
import { CLOSE_BRACKET, COLON, COMMA, DASH, STOP } from '../../text/marks.ts'
import {
  ADJF,
  ADVB,
  CLIT,
  CONJ,
  EXPL,
  GRND,
  INFN,
  NPRO,
  PRCL,
  PRED,
  PREP,
  PRTS,
  RELA,
  SBRD,
  VERB,
} from '../../words/grammar.ts'
import type { Cue } from '../cues.ts'
import type { SpeakerWords } from '../quotation.ts'
import type { Scene } from '../scene.ts'
import { controlledSpeaker } from './controlled-infinitive.ts'
import { verbGroup } from './cues-by-order.ts'
import { hasMainVerb } from './main-verb.ts'
import { participleSubject } from './participle-subject.ts'
import { subjectLeft, subjectRight } from './subject-by-order.ts'
import { isRelativeUnit, isTimeWord, pastDistance } from './time-word.ts'

export interface OrderedAttribution {
  readonly cue: Cue
  readonly speaker: SpeakerWords | null
  /** First token of the attribution, its subject included, and the first after its verb, subject and addressee. */
  readonly from: number
  readonly to: number
  readonly inverted: boolean
  /** An ing-form that another verb lends its subject: «X left, saying C». */
  readonly participle: boolean
}

/** Who says what a cue introduces; null when nobody does, or it is denied, or «I» and «you» say it. */
export function attributionOf(scene: Scene, cue: Cue, floor: number, limit: number): OrderedAttribution | null {
  const group = verbGroup(
    scene.layers,
    cue.verb,
    cue.verbReading,
    token => scene.word('negation', token, token + 1) > 0 || scene.word('possible', token, token + 1) > 0,
  )
  if (group.negated) return null
  // «Asked whether C1, X said C2».
  if (cue.from === floor && cue.row.frames.has('object') && (scene.layers.tokens.form[floor].pos & PRTS) !== 0)
    return impersonal(scene, cue, floor, floor, limit)
  if (!group.speaks) return controlled(scene, cue, floor)
  const isPassive = cue.row.frames.has('passive')
  if (group.passive !== isPassive) return group.passive ? impersonal(scene, cue, group.from, floor, limit) : null
  const isParticiple = (cue.verbReading.pos & GRND) !== 0 && !group.progressive
  // «is limited to deciding whether C», «stopped short of saying C».
  if (isParticiple && group.from - 2 >= floor && scene.word('undone', group.from - 2, group.from) === group.from)
    return null
  if (!isParticiple && isSaid(cue) && isOpening(scene, cue, group.from, floor)) {
    const right = subjectRight(scene, cue.to, limit)
    if (right !== null && !opensClause(scene, right.to, limit) && isInverted(scene, cue, right.to, floor, limit)) {
      if (right.speaker === 'self' || right.speaker === null) return null
      const own = behindInsertion(scene, cue, floor)
      if (own !== null) return own
      return { cue, speaker: right.speaker, from: group.from, to: right.to, inverted: true, participle: false }
    }
  }
  const left = isParticiple ? participleSubject(scene, group.from, floor) : subjectLeft(scene, group.from, floor)
  if (left === null || left === 'self') return null
  return {
    cue,
    speaker: left,
    from: isParticiple ? group.from : left.from,
    to: cue.to,
    inverted: false,
    participle: isParticiple,
  }
}

function controlled(scene: Scene, cue: Cue, floor: number): OrderedAttribution | null {
  const found = controlledSpeaker(scene, cue.verb, floor)
  if (found === null || found.speaker === null || found.speaker === 'self') return null
  return {
    cue,
    speaker: found.speaker,
    from: Math.min(found.from, found.speaker.from),
    to: cue.to,
    inverted: false,
    participle: false,
  }
}

/** What a verb can stand before its subject with: words that are said as they are. */
function isSaid({ row: { frames } }: Cue): boolean {
  return frames.has('clause') || frames.has('parenthesis') || frames.has('quote')
}

/** «The film - which was long - explains the war»: the dash closes an insertion, and the verb has its subject before it. */
function behindInsertion(scene: Scene, cue: Cue, floor: number): OrderedAttribution | null {
  if (cue.from <= floor || scene.mark[cue.from - 1] !== DASH) return null
  const left = subjectLeft(scene, cue.from, floor)
  if (left === null || left === 'self' || hasMainVerb(scene, floor, cue.from - 1)) return null
  return { cue, speaker: left, from: left.from, to: cue.to, inverted: false, participle: false }
}

/** Acts of a mind rather than of speech. */
export const THOUGHTS: ReadonlySet<string> = new Set(['believe', 'hope', 'decide'])

/** «It is reported that C», «it was alleged by X that C», «they were told to C»: whoever says it, or nobody named. */
function impersonal(scene: Scene, cue: Cue, from: number, floor: number, limit: number): OrderedAttribution | null {
  const { frames } = cue.row
  const made = (speaker: SpeakerWords | null, to: number): OrderedAttribution => ({
    cue,
    speaker,
    from: Math.max(floor, from),
    to,
    inverted: false,
    participle: false,
  })
  if (frames.has('object') && isInfinitiveAhead(scene, cue.to, limit)) return made(null, cue.to)
  const by = agentOf(scene, cue.to, limit)
  // «was accused by X of doing»; «is accused of doing» tells of a case.
  if (by !== null && frames.has('gerund') && scene.word('charge', by.to, limit) >= 0) return made(by, by.to)
  // «was asked whether C».
  const asks = scene.word('whether', cue.to, limit) >= 0 || scene.word('question', cue.to, limit) >= 0
  if (frames.has('object') && frames.has('question') && asks) return made(null, cue.to)
  // «it is hoped that»: nobody says it.
  if (THOUGHTS.has(cue.row.act) || (!frames.has('clause') && !frames.has('that'))) return null
  if (scene.word('that', cue.to, limit) >= 0) return made(null, cue.to)
  return by === null || scene.word('that', by.to, limit) < 0 ? null : made(by, by.to)
}

/** «by X» right there. */
function agentOf(scene: Scene, at: number, limit: number): SpeakerWords | null {
  const agent = scene.word('agent', at, limit)
  const phrase = agent < 0 ? undefined : scene.phrases.all[scene.phrases.next[agent]]
  return phrase === undefined || phrase.from !== agent ? null : { from: phrase.from, to: phrase.to, head: phrase.head }
}

function isInfinitiveAhead(scene: Scene, at: number, limit: number): boolean {
  if (at + 1 >= limit) return false
  return (reading(scene.layers, at).pos & PRCL) !== 0 && (reading(scene.layers, at + 1).pos & INFN) !== 0
}

/** The verb stands first in its stretch: after a mark, or at the beginning. */
function isOpening(scene: Scene, cue: Cue, from: number, floor: number): boolean {
  if (from !== cue.from) return false
  if (from === floor) return true
  const before = from - 1
  // «Orlova (R-IN) said»: a bracket closes beside its subject.
  if (scene.mark[before] !== 0) return scene.mark[before] !== CLOSE_BRACKET
  const pair = scene.pairOf[before]
  return pair >= 0 && scene.pairs[pair].close === before
}

/** `«…», said X.`: nothing but a circumstance stands behind an inverted subject, unless marks of quotation stand before the verb. */
function isInverted(scene: Scene, cue: Cue, at: number, floor: number, limit: number): boolean {
  if (cue.row.frames.has('addressee') && cue.row.frames.has('object')) return false
  if (cue.from === floor || scene.mark[cue.from - 1] !== COMMA) return true
  if (at >= limit || scene.mark[at] !== 0) return true
  const { pos, lex } = reading(scene.layers, at)
  return (pos & (PREP | ADVB | CONJ)) !== 0 || (lex & RELA) !== 0 || isTimeWord(scene, at)
}

/** A verb behind a phrase makes it the subject of a clause of its own: «, said no decision had been made». */
function opensClause(scene: Scene, at: number, limit: number): boolean {
  let token = at
  // «, said the road "is open"»: the verb may stand in marks.
  if (scene.pairs[scene.pairOf[token]]?.open === token) token++
  while (token < limit && scene.mark[token] === 0 && (reading(scene.layers, token).pos & (ADVB | PRCL)) !== 0) token++
  return token < limit && scene.mark[token] === 0 && (reading(scene.layers, token).pos & (VERB | PRED)) !== 0
}

/** Whether a token may begin a clause. */
export function beginsClause(scene: Scene, token: number): boolean {
  if (scene.mark[token] !== 0) return false
  const phrase = scene.phrases.all[scene.phrases.next[token]]
  if (phrase !== undefined && phrase.from === token) return true
  const { pos, lex } = reading(scene.layers, token)
  return (
    (pos & GRND) !== 0 ||
    (lex & (SBRD | EXPL | RELA)) !== 0 ||
    ((pos & NPRO) !== 0 && (lex & RELA) === 0) ||
    (pos & (PREP | ADVB)) !== 0
  )
}

/** Whether a finite verb stands in `from`..`to`. */
export function holdsFinite(scene: Scene, from: number, to: number): boolean {
  for (let token = from; token < to; token++)
    if (scene.mark[token] === 0 && (reading(scene.layers, token).pos & (VERB | PRED)) !== 0) return true
  return false
}

/**
 * Past what stands between a verb of saying and what is said: whom it is said to, where, when. Stops at `that`, at a mark, and before a
 * phrase that begins the clause.
 */
export function pastAdjuncts(scene: Scene, attribution: OrderedAttribution, limit: number): number {
  const { layers, phrases } = scene
  let at = attribution.to
  if (attribution.cue.row.frames.has('addressee') && !attribution.inverted) {
    const whom = phrases.all[phrases.next[at]]
    if (whom !== undefined && whom.from === at && whom.to <= limit) at = pastName(scene, whom.to, limit)
  }
  while (at < limit) {
    if (scene.mark[at] === COMMA && !attribution.inverted) return thatBehindInsertion(scene, at, limit) ?? at
    if (scene.mark[at] !== 0 || scene.word('that', at, limit) >= 0) return at
    const phrase = phrases.all[phrases.next[at]]
    const chosen = reading(layers, at)
    if ((chosen.pos & PREP) !== 0) {
      const inner = phrases.all[phrases.next[at + 1]]
      if (inner === undefined || inner.from !== at + 1 || inner.to > limit) return at
      // What is left must still hold a clause of its own.
      if (!leavesClause(scene, inner.to, limit)) return thatBehindParticiple(scene, inner.to, limit) ?? at
      at = inner.to
      continue
    }
    if (phrase !== undefined && phrase.from === at) {
      // «said Tuesday that», «said late Friday», «said two days ago»: a bare time.
      const to = pastDistance(scene, phrase.head, phrase.to) ?? phrase.to
      if ((to === phrase.to && !isTimePhrase(scene, phrase.from, phrase.to)) || !leavesClause(scene, to, limit))
        return at
      at = to
      continue
    }
    // «said earlier that»: an adverb also where the form could be an adjective, since no noun follows.
    const isAdverb =
      ((chosen.pos & ADVB) !== 0 && (chosen.lex & RELA) === 0) ||
      ((chosen.pos & ADJF) !== 0 && (layers.tokens.form[at].pos & ADVB) !== 0)
    if (isAdverb && leavesClause(scene, at + 1, limit)) {
      at++
      continue
    }
    return at
  }
  return at
}

/** `that` behind «said, in a letter to the council, that C», «said, however, that C»; null where no comma closes right before it. */
function thatBehindInsertion(scene: Scene, comma: number, limit: number): number | null {
  for (let at = comma + 1; at + 1 < Math.min(limit, comma + LONGEST_INSERTION); at++)
    if (scene.mark[at] === COMMA) return scene.word('that', at + 1, limit) >= 0 ? at + 1 : null
  return null
}

/** `that` behind «said in a letter published on Friday that C»: what a participle adds to a circumstance. */
function thatBehindParticiple(scene: Scene, participle: number, limit: number): number | null {
  if ((scene.layers.tokens.form[participle].pos & PRTS) === 0) return null
  for (let at = participle + 1; at < Math.min(limit, participle + LONGEST_INSERTION) && scene.mark[at] === 0; at++) {
    if (scene.word('that', at, limit) >= 0) return at
    const { pos, lex } = reading(scene.layers, at)
    if ((pos & (VERB | PRED)) !== 0 || (lex & (RELA | SBRD)) !== 0) return null
  }
  return null
}

/** Words of an insertion. */
const LONGEST_INSERTION = 16

/** «told the radio show "Morning" that»: a short name in marks belongs to who is told. */
function pastName(scene: Scene, from: number, limit: number): number {
  // «told the station's "Morning"».
  const at = from < limit && (reading(scene.layers, from).lex & CLIT) !== 0 ? from + 1 : from
  const pair = at < limit ? scene.pairs[scene.pairOf[at]] : undefined
  const isName =
    pair !== undefined && pair.open === at && pair.closed && pair.close < limit && pair.close - at < LONGEST_NAME
  return isName && scene.mark[pair.close - 1] === 0 ? pair.close + 1 : from
}

const LONGEST_NAME = 7

function leavesClause(scene: Scene, at: number, limit: number): boolean {
  if (
    at >= limit ||
    scene.mark[at] === COMMA ||
    scene.mark[at] === STOP ||
    scene.mark[at] === COLON ||
    scene.mark[at] === DASH
  )
    return true
  if (scene.mark[at] !== 0) return true
  if (scene.word('that', at, limit) >= 0) return true
  const { pos, lex } = reading(scene.layers, at)
  if ((pos & CONJ) !== 0) return (lex & SBRD) !== 0
  if ((pos & (PREP | ADVB)) !== 0) return true
  return beginsClause(scene, at) && holdsFinite(scene, at, limit)
}

/** A weekday or a month, bare; «last week». */
function isTimePhrase(scene: Scene, from: number, to: number): boolean {
  if (isRelativeUnit(scene, from, to)) return true
  for (let token = from; token < to; token++) if (isTimeWord(scene, token)) return true
  return false
}
