/** Where reported content ends: the marks and words that give the floor back to the narrator. */
import { reading } from '../layers.ts'
import { canBeSubject } from '../mentions/subject-of-verb.ts'
import { CLOSE_BRACKET, COLON, COMMA, DASH, mayCloseQuote, OPEN_BRACKET, SEMICOLON, STOP } from '../text/marks.ts'
import type { Reading } from '../words/form.ts'
import { ADVB, CONJ, GENDER, GRND, NOMN, NUMBER, PAST, PRCL, PRTF, TENSE, VERB } from '../words/grammar.ts'
import type { Cue } from './cues.ts'
import type { Scene } from './scene.ts'
import { subjectOf } from './subject.ts'

/** A list, behind a colon, goes on over semicolons. */
export type ContentKind = 'clause' | 'infinitive' | 'list'

/** First token after content that begins at `from` under `cue`, at most `limit`. */
export function contentEnd(scene: Scene, cue: Cue, from: number, limit: number, kind: ContentKind): number {
  let brackets = 0
  const outer = scene.pairOf[cue.from]
  for (let token = from; token < limit; token++) {
    const mark = scene.mark[token]
    const pair = scene.pairOf[token]
    if (pair >= 0 && pair !== outer && scene.pairs[pair].open === token && scene.pairs[pair].closed) {
      token = Math.min(limit - 1, scene.pairs[pair].close)
      continue
    }
    if (mayCloseQuote(mark) && pair === outer && pair >= 0 && scene.pairs[pair].close === token) return token
    if (mark === OPEN_BRACKET) brackets++
    else if (mark === CLOSE_BRACKET && --brackets < 0) return token
    else if (mark === COLON && endsAtColon(scene, token, limit)) return token
    else if (mark === SEMICOLON && kind !== 'list') return token
    else if (mark === COMMA || mark === DASH) {
      if (returnsToNarrator(scene, cue, token, limit, kind)) return token
    } else if (kind === 'infinitive' && mark === 0 && scene.word('coordinator', token, limit) === token + 1) {
      if (token > from && scene.mark[token - 1] !== COMMA && continuesNarration(scene, cue, token + 1, limit))
        return token
    }
  }
  return lastContent(scene, from, limit)
}

/** The sentence's final full stops are no content; marks before them are. */
export function lastContent(scene: Scene, from: number, limit: number): number {
  let end = limit
  while (end > from && scene.mark[end - 1] === STOP) end--
  return end
}

/** A colon before direct speech or at the end of a paragraph. */
function endsAtColon(scene: Scene, colon: number, limit: number): boolean {
  if (colon + 1 >= limit) return true
  const pair = scene.pairOf[colon + 1]
  return pair >= 0 && scene.pairs[pair].open === colon + 1 && startsLikeSpeech(scene, colon + 2)
}

export function startsLikeSpeech(scene: Scene, token: number): boolean {
  if (token >= scene.layers.tokens.count) return false
  const first = scene.layers.tokens.form[token].text.charAt(0)
  return first !== first.toLowerCase() || (first >= '0' && first <= '9')
}

function returnsToNarrator(scene: Scene, cue: Cue, comma: number, limit: number, kind: ContentKind): boolean {
  let at = comma + 1
  if (at < limit && scene.mark[at] === DASH) at++
  if (at >= limit) return true
  if (scene.word('after', at, limit) >= 0) return true
  const afterAs = scene.word('as', at, limit)
  const cueIndex = scene.cueAt[skipSmall(scene, afterAs >= 0 ? afterAs : at, limit)]
  if (cueIndex >= 0) {
    const next = scene.cues[cueIndex]
    if ((next.verbReading.pos & GRND) !== 0) return true
    // «…, сообщает агентство»: an attribution of the whole, when its subject stands behind it.
    const { frames } = next.row
    if ((next.verbReading.pos & VERB) !== 0 && (frames.has('parenthesis') || frames.has('object'))) {
      const subject = subjectOf(scene, next, at, limit)
      const behind = subject.side === 'right' || (subject.side === 'place' && (subject.phrase?.from ?? 0) > next.to)
      if (behind && scene.word('coordinator', at, limit) < 0) return true
    }
  }
  // «представитель, который заявил, что C, не назвал …»: the main clause goes on.
  if (isInRelative(scene, cue) && returnsToMainClause(scene, cue, skipNegation(scene, at, limit), limit)) return true
  const conjunction = scene.word('coordinator', at, limit)
  if (conjunction >= 0 && continuesNarration(scene, cue, skipNegation(scene, conjunction, limit), limit)) return true
  if (conjunction >= 0 && endsInMarks(scene, cue, comma) && leavesMarks(scene, cue, conjunction, limit)) return true
  const contrast = scene.word('contrast', at, limit)
  if (contrast >= 0 && speaksOf(scene, contrast, limit)) return true
  if (kind !== 'infinitive' || scene.word('subordinator', at, limit) >= 0 || opensRelative(scene, at, limit))
    return false
  if (awaitsVerb(scene, cue, comma, limit)) return false
  return opensClause(scene, conjunction >= 0 ? conjunction : at, limit)
}

function isInRelative(scene: Scene, cue: Cue): boolean {
  if ((cue.verbReading.pos & PRTF) !== 0) return true
  const floor = scene.sentenceFrom(cue.from)
  const segment = scene.segmentFrom(cue.from, floor)
  return segment > floor && scene.word('relative', segment, cue.from) >= 0
}

/** After a relative clause: a finite verb in the number of its antecedent, without a subject behind it. */
function returnsToMainClause(scene: Scene, cue: Cue, from: number, limit: number): boolean {
  const at = skipSmall(scene, from, limit)
  if (at >= limit || !scene.isFinite(at)) return false
  const verb = reading(scene.layers, at)
  return (verb.agr & cue.verbReading.agr & NUMBER) !== 0 && !hasSubjectBehind(scene, at, verb)
}

function skipNegation(scene: Scene, at: number, limit: number): number {
  const after = scene.word('negation', at, limit)
  return after < 0 ? at : after
}

/** Adverbs and particles before a verb: «также», «при этом». */
function skipSmall(scene: Scene, from: number, limit: number): number {
  let at = from
  while (
    at < limit - 1 &&
    at < from + 3 &&
    scene.cueAt[at] < 0 &&
    (reading(scene.layers, at).pos & (ADVB | PRCL | CONJ)) !== 0 &&
    scene.mark[at] === 0
  )
    at++
  return at
}

/** «…, и призвал …»: a finite verb without a subject of its own that goes with the cue's subject. */
function continuesNarration(scene: Scene, cue: Cue, from: number, limit: number): boolean {
  const at = skipSmall(scene, from, limit)
  if (at >= limit || !scene.isFinite(at)) return false
  const verb = reading(scene.layers, at)
  const main = cue.verbReading
  if ((main.pos & VERB) === 0) return false
  if ((verb.agr & main.agr & TENSE) === 0 || (verb.agr & NUMBER) !== (main.agr & NUMBER)) return false
  if ((verb.agr & PAST) !== 0 && (verb.agr & main.agr & GENDER) !== (main.agr & GENDER)) return false
  if ((verb.agr & PAST) === 0 && scene.cueAt[at] < 0) return false
  return !hasSubjectBehind(scene, at, verb)
}

/** Whether quoted words end right before the comma. */
function endsInMarks(scene: Scene, cue: Cue, comma: number): boolean {
  const pair = scene.pairOf[comma - 1]
  return pair >= 0 && pair !== scene.pairOf[cue.from] && scene.pairs[pair].close === comma - 1
}

/** «что „C“, но срок не назвал»: behind quoted words, a verb that goes with the cue's subject, and no other subject. */
function leavesMarks(scene: Scene, cue: Cue, from: number, limit: number): boolean {
  const end = scene.segmentTo(from, limit)
  for (let token = from; token < end; token++)
    if (scene.isFinite(token))
      return continuesNarration(scene, cue, token, limit) && !hasSubject(scene, from, end, reading(scene.layers, token))
  return false
}

/** «…, а депутат возразил, что»: the next speaker and cue. */
function speaksOf(scene: Scene, from: number, limit: number): boolean {
  const end = scene.segmentTo(from, limit)
  for (let token = from; token < end; token++) {
    if (!scene.isFinite(token)) continue
    const next = scene.cues[scene.cueAt[token]]
    if (next === undefined || !next.row.frames.has('clause')) return false
    return (
      (scene.mark[end] === COLON || scene.word('that', end + 1, limit) >= 0) &&
      hasSubject(scene, from, token, next.verbReading)
    )
  }
  return false
}

/** A subject right behind the verb makes it a clause of its own. */
function hasSubjectBehind(scene: Scene, at: number, verb: Reading): boolean {
  const phrase = scene.phrases.all[scene.phrases.next[at + 1]]
  return (
    phrase !== undefined &&
    phrase.from === at + 1 &&
    phrase.preposition < 0 &&
    (reading(scene.layers, phrase.head).agr & NOMN) !== 0 &&
    canBeSubject(scene.layers, phrase, verb)
  )
}

/** «который …», «в котором …», «слова которой …». */
export function opensRelative(scene: Scene, from: number, limit: number): boolean {
  for (let token = from; token < Math.min(limit, from + 3); token++)
    if (scene.word('relative', token, limit) >= 0) return true
  return false
}

/** «налог, который, по оценкам мэрии, принесёт …»: before the comma stands a subordinate clause without its verb. */
function awaitsVerb(scene: Scene, cue: Cue, comma: number, limit: number): boolean {
  for (let token = comma - 1; token > cue.to && !scene.isFinite(token); token--) {
    if (scene.mark[token - 1] !== COMMA) continue
    if (scene.word('subordinator', token, limit) >= 0 || opensRelative(scene, token, limit)) return true
  }
  return false
}

/** A clause with a subject and a finite verb of its own. */
function opensClause(scene: Scene, from: number, limit: number): boolean {
  const end = scene.segmentTo(from, limit)
  let verb = -1
  for (let token = from; token < end && verb < 0; token++) if (scene.isFinite(token)) verb = token
  if (verb < 0) return false
  return hasSubject(scene, from, end, reading(scene.layers, verb))
}

/** Whether a phrase in `from`..`to` can be the subject of this verb. */
function hasSubject(scene: Scene, from: number, to: number, verb: Reading): boolean {
  for (let i = scene.phrases.next[from]; i < scene.phrases.all.length; i++) {
    const phrase = scene.phrases.all[i]
    if (phrase.from >= to) return false
    if (phrase.preposition < 0 && canBeSubject(scene.layers, phrase, verb)) return true
  }
  return false
}
