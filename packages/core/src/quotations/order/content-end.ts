/** Where what is reported ends: with its sentence, or where the narrator speaks again. */
import { reading } from '../../layers.ts'
import { CLOSE_BRACKET, COMMA, DASH, OPEN_BRACKET, SEMICOLON, STOP } from '../../text/marks.ts'
import { CONJ, GRND, INFN, NPRO, PRCL, SBRD } from '../../words/grammar.ts'
import type { Cue } from '../cues.ts'
import type { Scene } from '../scene.ts'
import { attributionOf, THOUGHTS } from './attribution-by-order.ts'
import { verbGroup } from './cues-by-order.ts'
import { takesSaying } from './saying-frames.ts'
import { subjectLeft } from './subject-by-order.ts'

/** First token after content that begins at `from`: the sentence's end, or where the narrator speaks again. */
export function contentEnd(scene: Scene, from: number, limit: number): number {
  let brackets = 0
  const outer = scene.pairOf[from - 1] ?? -1
  const isParticiple = isBehindParticiple(scene, from)
  for (let token = from; token < limit; token++) {
    const pair = scene.pairOf[token]
    if (
      pair >= 0 &&
      pair !== outer &&
      scene.pairs[pair].open === token &&
      scene.pairs[pair].closed &&
      scene.pairs[pair].close < limit
    ) {
      token = scene.pairs[pair].close
      if (token + 1 < limit && scene.mark[token - 1] === COMMA && returns(scene, token + 1, from, limit))
        return token + 1
      continue
    }
    // «said the road "is safe. It will stay so."»: marks that close behind the sentence.
    if (pair >= 0 && pair !== outer && scene.pairs[pair].open === token && closesInParagraph(scene, pair))
      return scene.pairs[pair].close + 1
    const mark = scene.mark[token]
    if (mark === OPEN_BRACKET) brackets++
    else if (mark === CLOSE_BRACKET && --brackets < 0) return token
    // «demanded that C1; that C2».
    else if (mark === SEMICOLON && scene.word('that', token + 1, limit) < 0) return token
    else if ((mark === COMMA || mark === DASH) && returns(scene, token + 1, from, limit)) return token
    else if (mark === 0 && isJoinedCue(scene, token, limit, isParticiple)) return token
  }
  let end = limit
  while (end > from && scene.mark[end - 1] === STOP) end--
  return end
}

/** «the envoy, the head of the mission, said C»: the verb behind the comma has its subject in what is reported, which is a report itself. */
function isNested(scene: Scene, cue: Cue, from: number, limit: number): boolean {
  const inner = attributionOf(scene, cue, from, limit)
  return inner !== null && !inner.inverted
}

/** After a comma: another attribution, or the narrator. */
function returns(scene: Scene, at: number, from: number, limit: number): boolean {
  if (at >= limit) return true
  const { pos, lex } = reading(scene.layers, at)
  const cue = scene.cueAt[at]
  if (cue >= 0 && (pos & GRND) !== 0 && takesSaying(scene.cues[cue].row) && !isOnlyBeside(scene.cues[cue])) return true
  const start = (pos & CONJ) !== 0 && ((lex & SBRD) === 0 || scene.word('subordinator', at, limit) >= 0) ? at + 1 : at
  // «, and added that», «, but Kabul denied»: another cue with the same or another subject right there.
  for (let token = start; token < Math.min(limit, start + 14); token++) {
    if (scene.mark[token] !== 0 && token > start) break
    const index = scene.cueAt[token]
    if (index < 0) continue
    const next = scene.cues[index]
    const group = verbGroup(scene.layers, next.verb, next.verbReading, () => false)
    // «, the town and the port were attacked»: nobody says anything.
    if (!takesSaying(next.row) || !isCompleted(scene, next, limit)) continue
    if ((next.verbReading.pos & (GRND | INFN)) !== 0 && !group.progressive) break
    if (!group.speaks) break
    // «, because the guests wanted to leave»: a reason that belongs to what is said.
    if (start > at && (lex & SBRD) !== 0 && THOUGHTS.has(next.row.act)) break
    if (group.from === start) return start > at || !isNested(scene, next, from, limit)
    const subject = subjectLeft(scene, group.from, start)
    // A pronoun is rather the speaker again, in what he says, unless a contrast takes up the narrator's thread: «, but he denied C».
    return (
      subject !== null &&
      subject !== 'self' &&
      subject.from === start &&
      ((reading(scene.layers, subject.head).pos & NPRO) === 0 || (start > at && !THOUGHTS.has(next.row.act)))
    )
  }
  return scene.phraseCueAt(at)
}

/** «, and the council is considering a road»: a cue that says nothing by its verb alone has `that`, `to` or marks behind it. */
function isCompleted(scene: Scene, { row: { frames }, to }: Cue, limit: number): boolean {
  if (['clause', 'parenthesis', 'quote', 'gerund', 'object', 'subject'].some(frame => frames.has(frame))) return true
  if (frames.has('fragment')) {
    for (let token = to; token < limit; token++) if (scene.pairOf[token] >= 0) return true
  }
  if (frames.has('that') && scene.word('that', to, limit) >= 0) return true
  return frames.has('infinitive') && to < limit && (reading(scene.layers, to).pos & PRCL) !== 0
}

/** Marks that open in one sentence and close at the end of another one of the paragraph. */
function closesInParagraph(scene: Scene, pair: number): boolean {
  const { open, close, closed } = scene.pairs[pair]
  const { sentences } = scene.layers
  const last = sentences.of[close]
  if (!closed || last === sentences.of[open] || sentences.paragraph[last] !== sentences.paragraph[sentences.of[open]])
    return false
  return close + 1 >= sentences.to[last]
}

/** «beginning», «continuing»: verbs of deeds, which say something only beside words. */
function isOnlyBeside({ row: { frames } }: Cue): boolean {
  return !['clause', 'that', 'infinitive', 'fragment', 'question', 'gerund'].some(frame => frames.has(frame))
}

/** The cue right before what is reported, but for `that`, is an ing-form. */
function isBehindParticiple(scene: Scene, from: number): boolean {
  const at = from > 1 && scene.word('that', from - 1, from) === from ? from - 2 : from - 1
  const cue = at >= 0 ? scene.cueAt[at] : -1
  return cue >= 0 && (scene.cues[cue].verbReading.pos & GRND) !== 0
}

/** «and called for», «and said»: a cue right behind a conjunction goes on with the narrator's subject. */
function isJoinedCue(scene: Scene, token: number, limit: number, isParticiple: boolean): boolean {
  if (scene.word('coordinator', token, limit) !== token + 1 || token + 1 >= limit) return false
  const index = scene.cueAt[token + 1]
  if (index < 0) return false
  const next = scene.cues[index]
  // «and continued presence»: it says something only beside words.
  if (!takesSaying(next.row) || isOnlyBeside(next)) return false
  // «to write and suggest»: a base form goes on with the infinitive.
  if (scene.layers.tokens.form[next.verb].readings.some(r => (r.pos & INFN) !== 0)) return false
  // «, demanding that C1 and saying that C2»: an ing-form goes on with one before what is reported.
  if ((next.verbReading.pos & GRND) !== 0) return isParticiple && isCompleted(scene, next, limit)
  return (next.verbReading.pos & INFN) === 0 && verbGroup(scene.layers, next.verb, next.verbReading, () => false).speaks
}
