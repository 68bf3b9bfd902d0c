/**
 * Direct speech in marks, by the order of words. For each outermost pair: the attribution behind it («…,» X said), before it (X said: «…»), or,
 * for a sentence wholly in marks, the speaker of the pair before it in the paragraph. Pairs under one attribution are one quotation.
 */
import { reading } from '../../layers.ts'
import type { Span } from '../../span.ts'
import { COLON, COMMA, DASH, STOP } from '../../text/marks.ts'
import { KIND_MARK } from '../../text/tokens.ts'
import { SHAPE_LOWER } from '../../words/form.ts'
import { NPRO, PRED, PREP, RELA, VERB } from '../../words/grammar.ts'
import type { MarkPair } from '../pair-marks.ts'
import type { Quotation } from '../quotation.ts'
import type { Scene } from '../scene.ts'
import { attributionOf, holdsFinite, type OrderedAttribution, pastAdjuncts } from './attribution-by-order.ts'

export interface OrderedSpeech {
  quotation: Quotation
  /** Tokens of the first mark, and after the last mark or the attribution. */
  readonly from: number
  to: number
}

/** Words of an attribution before or behind a pair: a longer stretch says something itself. */
const LONGEST_ATTRIBUTION = 45

export function findSpeechByOrder(scene: Scene): OrderedSpeech[] {
  const found: OrderedSpeech[] = []
  const usedCues = new Set<number>()
  for (let i = 0; i < scene.pairs.length; i++) {
    const pair = scene.pairs[i]
    if (pair.inside >= 0) continue
    const group = paragraphsOf(scene, i)
    const last = scene.pairs[group[group.length - 1]]
    const parts = group
      .map(p => scene.span(scene.pairs[p].open + 1, scene.pairs[p].close))
      .filter(part => part !== null)
    if (parts.length === 0) continue
    const end = last.closed ? last.close + 1 : last.close
    const previous = found.at(-1)
    const behind = attributionBehind(scene, last, end)
    if (behind !== null && !usedCues.has(behind.cue.from)) {
      usedCues.add(behind.cue.from)
      found.push({ quotation: speech(behind, parts, 'behind'), from: pair.open, to: behind.to })
      i = group[group.length - 1]
      continue
    }
    if (previous !== undefined && goesOn(scene, previous, pair)) {
      previous.quotation = { ...previous.quotation, parts: [...previous.quotation.parts, ...parts] }
      previous.to = end
      i = group[group.length - 1]
      continue
    }
    const before = isSpeech(scene, pair) ? attributionBefore(scene, pair) : null
    if (before !== null && !usedCues.has(before.cue.from)) {
      usedCues.add(before.cue.from)
      found.push({ quotation: speech(before, parts, 'before'), from: pair.open, to: end })
      i = group[group.length - 1]
      continue
    }
    if (previous !== undefined && isSentence(scene, pair, end) && sameParagraph(scene, previous.from, pair.open)) {
      found.push({
        quotation: { ...previous.quotation, cue: null, parts, rule: 'marks continued' },
        from: pair.open,
        to: end,
      })
    }
    i = group[group.length - 1]
  }
  return found
}

/** A pair that no mark closes in its paragraph goes on in the next, which opens a mark again. */
function paragraphsOf(scene: Scene, index: number): number[] {
  const { sentences } = scene.layers
  const group = [index]
  let at = index
  while (!scene.pairs[at].closed) {
    let next = at + 1
    while (next < scene.pairs.length && scene.pairs[next].inside >= 0) next++
    if (next >= scene.pairs.length) break
    const paragraph = sentences.paragraph[sentences.of[scene.pairs[at].open]]
    const { open } = scene.pairs[next]
    if (sentences.paragraph[sentences.of[open]] !== paragraph + 1 || sentences.paragraphFrom[paragraph + 1] !== open)
      break
    group.push(next)
    at = next
  }
  return group
}

/** `"…," X said` and `"…," said X`: only the attribution stands between the mark and its verb. */
function attributionBehind(scene: Scene, pair: MarkPair, end: number): OrderedAttribution | null {
  if (!pair.closed || end >= scene.layers.tokens.count) return null
  const { sentences } = scene.layers
  const own = sentences.of[pair.close]
  const asks = end >= sentences.to[own] && endsInQuestion(scene, pair)
  const sentence = asks ? sentences.of[end] : own
  const limit = Math.min(sentences.to[sentence], end + LONGEST_ATTRIBUTION)
  if (end >= limit || !sameParagraph(scene, pair.close, end)) return null
  // Words before the marks in the same sentence: the marks hold a part of what is said.
  if (!opensSpeech(scene, pair) || isTitled(scene, pair)) return null
  const inner = scene.mark[lastInside(scene, pair)]
  const outer = scene.mark[end]
  if (inner !== COMMA && inner !== STOP && inner !== DASH && outer !== COMMA && outer !== DASH) return null
  const from = outer === COMMA || outer === DASH ? end + 1 : end
  let relative: OrderedAttribution | null = null
  for (let token = from; token < limit; token++) {
    const pairThere = scene.pairOf[token]
    if (pairThere >= 0 && scene.pairs[pairThere].inside < 0 && scene.pairs[pairThere].open >= end) return relative
    const index = scene.cueAt[token]
    if (index < 0) {
      continue
    }
    const cue = scene.cues[index]
    if (!cue.row.frames.has('quote') && !cue.row.frames.has('parenthesis')) continue
    const attribution = attributionOf(scene, cue, from, limit)
    if (attribution === null) continue
    // Nothing but small words may stand before the subject.
    if (attribution.from > from + 4 && !attribution.inverted) return relative
    // «an official who asked not to be named said»: the verb of the clause itself comes behind.
    if (relative === null && isInRelative(scene, attribution)) {
      relative = attribution
      continue
    }
    if (relative !== null && attribution.speaker?.from !== relative.speaker?.from) continue
    // «"Why?" Orlova asked.»: a sentence of its own that says something else introduces nothing.
    if (asks && (attribution.from > from || !endsThere(scene, attribution.to, sentences.to[sentence]))) return null
    return attribution
  }
  return relative
}

/** A relative word stands between who says it and the verb. */
function isInRelative(scene: Scene, { speaker, cue, inverted }: OrderedAttribution): boolean {
  if (speaker === null || inverted) return false
  for (let token = speaker.to; token < cue.from; token++)
    if (scene.mark[token] === 0 && (reading(scene.layers, token).lex & RELA) !== 0) return true
  return false
}

/** A question or a cry in marks ends a sentence, though its attribution follows. */
function endsInQuestion(scene: Scene, pair: MarkPair): boolean {
  const { text } = scene.layers.tokens.form[lastInside(scene, pair)]
  return text.endsWith('?') || text.endsWith('!')
}

/** Nothing but a circumstance between an attribution and the end of its sentence. */
function endsThere(scene: Scene, from: number, to: number): boolean {
  for (let token = from; token < to; token++)
    if (scene.mark[token] === COLON || scene.word('that', token, to) >= 0) return false
  return !holdsFinite(scene, from, to)
}

/** The last token inside the marks, inner marks aside: «‘miracles,’”». */
function lastInside(scene: Scene, pair: MarkPair): number {
  let last = pair.close - 1
  while (last > pair.open + 1 && scene.mark[last] === 0 && scene.layers.tokens.kind[last] === KIND_MARK) last--
  return last
}

/** «In his book, "Roads of the North," X said C»: words before the marks, and a capital on each longer word inside. */
function isTitled(scene: Scene, pair: MarkPair): boolean {
  if (scene.sentenceFrom(pair.open) === pair.open) return false
  const { form } = scene.layers.tokens
  let capitals = 0
  for (let token = pair.open + 1; token < pair.close; token++) {
    if (scene.mark[token] !== 0) continue
    const { shape, text } = form[token]
    if (shape !== SHAPE_LOWER) capitals++
    else if (text.length > LONGEST_SMALL_WORD) return false
  }
  return capitals > 1
}

/** Letters of a word that a title may write small: «of», «with». */
const LONGEST_SMALL_WORD = 4

/** The marks stand at the head of their sentence, behind a comma or a colon with a capital, or go on from a paragraph before. */
function opensSpeech(scene: Scene, pair: MarkPair): boolean {
  const floor = scene.sentenceFrom(pair.open)
  for (let token = floor; token < pair.open; token++) if (scene.mark[token] === 0) return isSpeech(scene, pair)
  return true
}

/** `X said: "…"`, `X said, "…"`, `X told reporters "…"`. */
function attributionBefore(scene: Scene, pair: MarkPair): OrderedAttribution | null {
  const floor = Math.max(scene.sentenceFrom(pair.open), pair.open - LONGEST_ATTRIBUTION)
  if (pair.open === floor) return colonParagraph(scene, pair)
  return cueBefore(scene, pair.open, floor)
}

function cueBefore(scene: Scene, open: number, floor: number): OrderedAttribution | null {
  for (let token = open - 1; token >= floor; token--) {
    const index = scene.cueAt[token]
    if (index < 0) continue
    const cue = scene.cues[index]
    if (!cue.row.frames.has('quote') && !cue.row.frames.has('clause')) continue
    const attribution = attributionOf(scene, cue, floor, open)
    if (attribution === null) continue
    const mark = scene.mark[open - 1]
    // «said that, "A" is B»: the marks hold the head of a longer clause.
    if (isPartOfClause(scene, open, floor)) return null
    const at = pastAdjuncts(scene, attribution, open)
    if (at >= open - 1 && (at >= open || mark === COMMA || mark === COLON || scene.word('that', at, open) === open))
      return attribution
    // «said during the debate last week, "C"»: nothing but circumstances between.
    const circumstances = mark === COMMA && !attribution.inverted && leadsOn(scene, attribution.to, open)
    return mark === COLON || circumstances ? attribution : null
  }
  return null
}

/** `that` stands before the marks, and their sentence goes on behind them. */
function isPartOfClause(scene: Scene, open: number, floor: number): boolean {
  const before = open > floor && scene.mark[open - 1] === COMMA ? open - 2 : open - 1
  if (before < floor || scene.word('that', before, open) !== before + 1) return false
  const pair = scene.pairs[scene.pairOf[open]]
  const { sentences } = scene.layers
  if (pair === undefined || !pair.closed || sentences.of[pair.close] !== sentences.of[open]) return false
  const limit = scene.sentenceTo(open)
  for (let token = pair.close + 1; token < limit; token++) if (scene.mark[token] !== STOP) return true
  return false
}

/** Behind the verb a preposition, or the pronoun of who is told, and no other verb up to the marks. */
function leadsOn(scene: Scene, from: number, open: number): boolean {
  const isPronoun = (scene.layers.tokens.form[from].pos & NPRO) !== 0 && from + 2 === open
  return (isPronoun || (reading(scene.layers, from).pos & PREP) !== 0) && !holdsFinite(scene, from, open)
}

/** A paragraph that ends with a colon introduces the next. */
function colonParagraph(scene: Scene, pair: MarkPair): OrderedAttribution | null {
  const { sentences } = scene.layers
  const paragraph = sentences.paragraph[sentences.of[pair.open]]
  if (paragraph === 0 || sentences.paragraphFrom[paragraph] !== pair.open) return null
  const colon = sentences.paragraphTo[paragraph - 1] - 1
  if (scene.mark[colon] !== COLON) return null
  return cueBefore(scene, colon + 1, scene.sentenceFrom(colon))
}

/** Begins like a sentence, and holds a verb or ends as one. */
function isSpeech(scene: Scene, pair: MarkPair): boolean {
  const first = scene.layers.tokens.form[pair.open + 1]
  if (first === undefined) return false
  const letter = first.text.charAt(0)
  if (letter === letter.toLowerCase() && letter !== letter.toUpperCase()) return false
  if (scene.mark[pair.close - 1] === STOP || scene.mark[pair.open - 1] === COLON || scene.mark[pair.open - 1] === COMMA)
    return true
  for (let token = pair.open + 1; token < pair.close; token++)
    if (scene.mark[token] === 0 && (reading(scene.layers, token).pos & (VERB | PRED)) !== 0) return true
  return false
}

/** Whether a pair goes on after an attribution: `"A," X said, "B"`, `"A," X said. "B."` */
function goesOn(scene: Scene, previous: OrderedSpeech, pair: MarkPair): boolean {
  const { sentences } = scene.layers
  if (!sameParagraph(scene, previous.to - 1, pair.open)) {
    // A paragraph of nothing but speech, right behind one that ended with the attribution.
    const paragraph = sentences.paragraph[sentences.of[pair.open]]
    if (paragraph === 0 || sentences.paragraphFrom[paragraph] !== pair.open || !pair.closed) return false
    for (let token = previous.to; token < pair.open; token++) if (scene.mark[token] !== STOP) return false
    return sentences.paragraphTo[paragraph] === pair.close + 1
  }
  if (sentences.of[previous.to - 1] === sentences.of[pair.open]) {
    // In the sentence of the attribution: behind a comma or a dash.
    const before = scene.mark[pair.open - 1]
    for (let token = previous.to; token < pair.open; token++) if (scene.cueAt[token] >= 0) return false
    if (before === COMMA || before === DASH || before === STOP) return true
    // «"A," he said, but "B."»
    const joins = pair.open - 2 > previous.to - 1 && scene.word('coordinator', pair.open - 1, pair.open) === pair.open
    return joins && scene.mark[pair.open - 2] === COMMA
  }
  if (!isSentence(scene, pair, pair.close + 1) && !leadsSentence(scene, pair)) return false
  // The sentence of the attribution is the one before, and ended with it.
  return sentences.of[pair.open] <= sentences.of[previous.to - 1] + 1
}

function sameParagraph(scene: Scene, a: number, b: number): boolean {
  const { sentences } = scene.layers
  return sentences.paragraph[sentences.of[a]] === sentences.paragraph[sentences.of[b]]
}

/** «"I know. It is just a tax" for the rich.»: the pair begins a sentence and holds a verb, and no verb stands behind it. */
function leadsSentence(scene: Scene, pair: MarkPair): boolean {
  const { sentences } = scene.layers
  if (!pair.closed || sentences.from[sentences.of[pair.open]] !== pair.open) return false
  const limit = sentences.to[sentences.of[pair.close]]
  for (let token = pair.close; token < limit; token++) if (scene.cueAt[token] >= 0) return false
  return holdsFinite(scene, pair.open, pair.close) && !holdsFinite(scene, pair.close, limit)
}

/** The pair begins a sentence and ends one. */
function isSentence(scene: Scene, pair: MarkPair, end: number): boolean {
  const { sentences } = scene.layers
  if (sentences.from[sentences.of[pair.open]] !== pair.open) return false
  const limit = sentences.to[sentences.of[Math.max(pair.open, pair.close - 1)]]
  for (let token = end; token < limit; token++) if (scene.mark[token] !== STOP) return false
  return pair.close - pair.open > 3
}

function speech(attribution: OrderedAttribution, parts: readonly Span[], rule: string): Quotation {
  const { cue, speaker } = attribution
  return {
    kind: 'direct',
    parts,
    cue: { from: cue.from, to: cue.to },
    act: cue.row.act,
    speaker,
    rule: `${cue.row.row} direct-${rule}`,
  }
}
