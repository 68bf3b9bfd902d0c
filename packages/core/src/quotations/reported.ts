/** Reported speech: «заявил, что C», «пообещал открыть C», «потребовал, чтобы C». */
import { reading } from '../layers.ts'
import type { Span } from '../span.ts'
import { COLON, COMMA, DASH, mayOpenQuote, SEMICOLON, STOP } from '../text/marks.ts'
import { ADVB, FUTR, GRND, INFN, NOUN, PAST, PLUR, PRCL, VERB } from '../words/grammar.ts'
import { contentEnd } from './content.ts'
import type { Cue } from './cues.ts'
import type { Quotation } from './quotation.ts'
import type { Scene } from './scene.ts'
import { type Subject, subjectOf } from './subject.ts'

/** `заявил, что C`: content is the clause without `что`. */
export function reportClause(scene: Scene, cue: Cue, floor: number, limit: number): Quotation | null {
  if (!cue.row.frames.has('clause')) return null
  const that = findOpening(scene, cue, limit, 'that')
  return that < 0 ? null : report(scene, cue, that, floor, limit, 'clause')
}

/** `потребовал, чтобы C`. */
export function reportPurpose(scene: Scene, cue: Cue, floor: number, limit: number): Quotation | null {
  if (!cue.row.frames.has('purpose')) return null
  const purpose = findOpening(scene, cue, limit, 'purpose')
  return purpose < 0 ? null : report(scene, cue, purpose, floor, limit, 'purpose')
}

function report(
  scene: Scene,
  cue: Cue,
  opening: number,
  floor: number,
  limit: number,
  frame: string,
): Quotation | null {
  if (isUnsaid(scene, cue, floor)) return null
  const subject = subjectOf(scene, cue, floor, opening - 1)
  if (!isAttributed(cue, subject) && !isIndefinite(scene, cue, subject)) return null
  // «заявил, что: A; B» lists: all of it is said.
  const lists = scene.mark[opening] === COLON
  const from = lists ? opening + 1 : opening
  const to = contentEnd(scene, cue, from, limit, lists ? 'list' : 'clause')
  return reportOf(scene, cue, subject, from, to, `cues/${frame}`)
}

/** `пообещал сделать C`: content is the infinitive phrase. */
export function reportInfinitive(scene: Scene, cue: Cue, floor: number, limit: number): Quotation | null {
  if (!cue.row.frames.has('infinitive') || isUnsaid(scene, cue, floor)) return null
  let infinitive = -1
  for (let token = cue.to; token < limit; token++) {
    if (scene.isBreak(token) || scene.isFinite(token) || (scene.cueAt[token] >= 0 && isCueVerb(scene, token))) break
    const pair = scene.pairOf[token]
    if (pair >= 0 && scene.pairs[pair].open === token && pair !== scene.pairOf[cue.from]) {
      infinitive = (reading(scene.layers, token + 1).pos & INFN) !== 0 ? token : -1
      if (infinitive >= 0) break
      token = scene.pairs[pair].close
      continue
    }
    if ((reading(scene.layers, token).pos & INFN) !== 0) {
      infinitive = token
      break
    }
  }
  if (infinitive < 0) return null
  const subject = subjectOf(scene, cue, floor, infinitive)
  if ((!isAttributed(cue, subject) && !isIndefinite(scene, cue, subject)) || isAside(scene, cue, subject, infinitive))
    return null
  let from = infinitive
  while (
    from > cue.to &&
    scene.mark[from - 1] === 0 &&
    ((reading(scene.layers, from - 1).pos & PRCL) !== 0 || (scene.layers.tokens.form[from - 1].pos & ADVB) !== 0)
  )
    from--
  const to = contentEnd(scene, cue, from, limit, 'infinitive')
  return reportOf(scene, cue, subject, from, to, 'cues/infinitive')
}

/** «источник, просивший не называть его, рассказал»: how someone wants to be named, said beside the report of what they tell. */
function isAside(scene: Scene, cue: Cue, subject: Subject, infinitive: number): boolean {
  if (subject.side !== 'relative' || !isNegatedAt(scene, infinitive)) return false
  const limit = scene.sentenceTo(cue.from)
  for (let token = infinitive; token < limit; token++) {
    const next = scene.cues[scene.cueAt[token]]
    if (next !== undefined && (next.verbReading.pos & VERB) !== 0) return true
  }
  return false
}

function isNegatedAt(scene: Scene, token: number): boolean {
  return scene.word('negation', token - 1, token) >= 0
}

export function isCueVerb(scene: Scene, token: number): boolean {
  return (scene.cues[scene.cueAt[token]].verbReading.pos & (VERB | GRND)) !== 0
}

/**
 * The first token of the content after `, что` (or `чтобы`), or -1. Between cue and comma may stand a subject, an addressee,
 * circumstances and inserted phrases, but no verb of another clause and no other cue.
 */
function findOpening(scene: Scene, cue: Cue, limit: number, role: 'that' | 'purpose'): number {
  const pair = scene.pairOf[cue.from]
  for (let token = cue.to; token < limit; token++) {
    const after = scene.word(role, token, limit)
    if (after >= 0 && (token === cue.to || scene.mark[token - 1] === COMMA)) return after < limit ? after : -1
    const mark = scene.mark[token]
    if (mark === COLON || mark === SEMICOLON || mark === STOP) return -1
    if (mayOpenQuote(mark) && scene.pairOf[token] !== pair && scene.pairs[scene.pairOf[token]]?.open === token) {
      const close = scene.pairs[scene.pairOf[token]]
      if (!close.closed || close.close >= limit) return -1
      token = close.close
      continue
    }
    if (mark === DASH) return -1
    // «объявил о переименовании, что означает»: the matter is named, the clause says something else of it.
    if (
      scene.word('about', token, limit) === token + 1 &&
      (scene.mark[token + 2] !== COMMA || hangsOnNoun(scene, cue, token))
    )
      return -1
    if (scene.isFinite(token) && !isInsertedRelative(scene, token, cue.to)) return -1
    if (token > cue.to && scene.cueAt[token] >= 0 && isCueVerb(scene, token)) return -1
  }
  return -1
}

/** «отмечает газета, заявления о том, что C, преждевременны»: behind a comma, the matter is a noun's. */
function hangsOnNoun(scene: Scene, cue: Cue, about: number): boolean {
  return scene.segmentFrom(about, cue.to) > cue.to && (reading(scene.layers, about - 1).pos & NOUN) !== 0
}

/** A finite verb of a relative clause that hangs on the subject: «сообщил врач, который приехал, что C». */
export function isInsertedRelative(scene: Scene, verb: number, floor: number): boolean {
  const from = scene.segmentFrom(verb, floor)
  return from > floor && scene.mark[from - 1] === COMMA && scene.word('relative', from, verb) >= 0
}

/** «не сказал, что», «потребует вернуть»: what is denied, and what somebody will say, nobody has said. */
function isUnsaid(scene: Scene, cue: Cue, floor: number): boolean {
  return (cue.verbReading.agr & FUTR) !== 0 || isNegated(scene, cue, floor)
}

/** «не сказал, что»: nothing was said. A negation that belongs to the wording («не исключил») is inside the cue. */
export function isNegated(scene: Scene, cue: Cue, floor: number): boolean {
  return cue.from > floor && scene.word('negation', cue.from - 1, cue.from) >= 0
}

/** A report needs someone who reports; only impersonal verbs do without. */
export function isAttributed(cue: Cue, subject: Subject): boolean {
  return subject.phrase !== null || cue.row.frames.has('impersonal')
}

/** «Им сказали, что», «Утверждают, что»: a verb of saying in the plural, with nobody who could be its subject. */
export function isIndefinite(scene: Scene, cue: Cue, subject: Subject): boolean {
  const { agr, pos } = cue.verbReading
  if (subject.phrase !== null || subject.side !== 'none' || (pos & VERB) === 0 || (agr & PLUR) === 0) return false
  return (agr & PAST) !== 0 ? standsFirst(scene, cue) : scene.sentenceFrom(cue.from) === cue.from
}

function standsFirst(scene: Scene, cue: Cue): boolean {
  const floor = scene.sentenceFrom(cue.from)
  const segment = scene.segmentFrom(cue.from, floor)
  return segment === floor
}

/** The reported words `from`..`to` of a cue; where all of them stand in marks, without these. null where nothing is left. */
export function reportOf(
  scene: Scene,
  cue: Cue,
  subject: Subject,
  from: number,
  to: number,
  rule: string,
): Quotation | null {
  const part = scene.span(from, to)
  if (part === null) return null
  const inner = withoutOuterMarks(scene, part)
  return {
    kind: inner !== null || holdsQuotedWords(scene, from, to, scene.pairOf[cue.from]) ? 'mixed' : 'indirect',
    parts: [inner ?? part],
    cue: { from: cue.from, to: cue.to },
    act: cue.row.act,
    speaker: subject.phrase,
    rule: `${cue.row.row} ${rule}`,
  }
}

/** Whether the content holds a pair of marks of its own that begins with a small letter, or is no single name. */
export function holdsQuotedWords(scene: Scene, from: number, to: number, outer: number): boolean {
  for (let token = from; token < to; token++) {
    const pair = scene.pairOf[token]
    if (pair < 0 || pair === outer || scene.pairs[pair].open !== token || scene.terms.has(pair)) continue
    const first = scene.layers.tokens.form[token + 1]?.text.charAt(0) ?? ''
    if (scene.layers.nameOf[token + 1] < 0 && first === first.toLowerCase()) return true
  }
  return false
}

/** A content that is wholly in marks, without them; null for any other. */
export function withoutOuterMarks(scene: Scene, part: Span): Span | null {
  const { text } = scene.layers.document
  const first = text.charAt(part.start)
  const last = text.charAt(part.end - 1)
  const inner = text.slice(part.start + 1, part.end - 1)
  const closes =
    (first === '«' && last === '»' && !inner.includes('»')) ||
    (first === '"' && last === '"' && !inner.includes('"')) ||
    (first === '“' && last === '”' && !inner.includes('”'))
  return closes ? { start: part.start + 1, end: part.end - 1 } : null
}
