/**
 * Direct speech without marks: a paragraph closed by `, — сказал X.`; dash speech (`— A, — сказал X. — B`); a block after a colon that ends its
 * paragraph; a headline `X: C`.
 */
import { reading } from '../layers.ts'
import type { Span } from '../span.ts'
import { COLON, COMMA, DASH, STOP } from '../text/marks.ts'
import { KIND_LINK } from '../text/tokens.ts'
import { PER1 } from '../words/grammar.ts'
import { type Attribution, attributionAfter, attributionBefore, speakerBefore, speechOf } from './attribution-near.ts'
import { holdsPredicate } from './colon.ts'
import type { DirectSpeech } from './direct.ts'
import { holdsQuotedWords } from './reported.ts'
import type { Scene } from './scene.ts'

/** All of it, in order; `marked`: direct speech in marks, whose paragraphs have none. */
export function findUnmarkedSpeech(scene: Scene, marked: readonly DirectSpeech[]): DirectSpeech[] {
  const { sentences } = scene.layers
  const found: DirectSpeech[] = []
  const taken = new Set<number>()
  for (const speech of marked) taken.add(sentences.paragraph[sentences.of[speech.from]])
  for (let paragraph = 0; paragraph < sentences.paragraphCount; paragraph++) {
    const from = sentences.paragraphFrom[paragraph]
    const to = sentences.paragraphTo[paragraph]
    if (from >= to) continue
    const block = paragraph > 0 && !taken.has(paragraph) ? blockAfterColon(scene, paragraph, from, to) : null
    if (block !== null) {
      found.push(block)
      continue
    }
    const closed = taken.has(paragraph) ? [] : closedParagraph(scene, from, to)
    if (closed.length > 0) found.push(...closed)
    else {
      const headline = speakerColon(scene, from, to)
      if (headline !== null) found.push(headline)
    }
  }
  return found
}

/** `A. B, — сказал X[, …]. [— C.]`, with or without a dash at its head; `— A? — спросил X. — B, — ответил Y.` is two voices. */
function closedParagraph(scene: Scene, from: number, to: number): DirectSpeech[] {
  const dashed = scene.mark[from] === DASH
  const found: DirectSpeech[] = []
  let start = dashed ? from + 1 : from
  let close = findClose(scene, start, to)
  while (close !== null) {
    const { attribution, dash } = close
    const parts: Span[] = []
    const speechFrom = dashed || found.length > 0 ? start : speechStart(scene, start, dash, attribution)
    const first = scene.span(speechFrom, scene.mark[dash - 1] === COMMA ? dash - 1 : dash)
    if (first !== null) parts.push(first)
    let end = attribution.end
    // «— B»: the speech goes on after the attribution, or another begins, when it has a close of its own.
    let rest = end
    while (rest < to && (scene.mark[rest] === STOP || scene.mark[rest] === COMMA)) rest++
    const goesOn = rest < to && scene.mark[rest] === DASH
    const next: Close | null = goesOn ? findClose(scene, rest + 1, to) : null
    if (goesOn && next === null) {
      const second = scene.span(rest + 1, to)
      if (second !== null) parts.push(second)
      end = to
    }
    if (parts.length === 0) break
    const rule = dashed ? 'dash-speech' : 'closed-paragraph'
    found.push({ from: speechFrom, to: end, quotation: speechOf(parts, attribution, rule) })
    start = rest + 1
    close = next
  }
  return found
}

interface Close {
  readonly dash: number
  readonly attribution: Attribution
}

/** The first `, — сказал X` of a paragraph from `start`, or null. */
function findClose(scene: Scene, start: number, to: number): Close | null {
  for (let dash = start + 1; dash + 1 < to; dash++) {
    if (scene.mark[dash] !== DASH || scene.pairOf[dash] >= 0) continue
    const before = scene.mark[dash - 1]
    if (before !== COMMA && !(before === STOP && scene.sentenceFrom(dash) < dash)) continue
    // «Мост "стоит на сваях", — сказал X»: the narrator's sentence, in which words are quoted.
    if (scene.pairOf[dash - 2] >= 0) continue
    const attribution = attributionAfter(scene, dash, scene.sentenceTo(dash))
    if (attribution !== null && isClose(scene, attribution, dash)) return { dash, attribution }
  }
  return null
}

/** The cue stands right behind the dash, with at most a few words before it. */
function isClose(scene: Scene, attribution: Attribution, dash: number): boolean {
  return (
    attribution.cue !== null &&
    attribution.cue.from <= dash + 4 &&
    attribution.cue.row.frames.has('quote') &&
    scene.mark[dash] === DASH
  )
}

/**
 * Where the speech of a closed paragraph begins: at the paragraph's head, unless sentences at its head are the narrator's:
 * they hold a cue of their own.
 */
function speechStart(scene: Scene, from: number, dash: number, attribution: Attribution): number {
  const { sentences } = scene.layers
  let start = from
  for (let sentence = sentences.of[from]; sentence < sentences.of[dash]; sentence++) {
    for (let token = sentences.from[sentence]; token < sentences.to[sentence]; token++) {
      const cue = scene.cueAt[token]
      if (
        cue >= 0 &&
        scene.cues[cue] !== attribution.cue &&
        scene.cues[cue].row.frames.has('quote') &&
        namesSpeaker(scene, sentence)
      )
        start = sentences.to[sentence]
    }
  }
  return start
}

/** A narrator's sentence names people; speech says «мы» and «вы». */
function namesSpeaker(scene: Scene, sentence: number): boolean {
  const { sentences, nameOf, names } = scene.layers
  let person = false
  for (let token = sentences.from[sentence]; token < sentences.to[sentence]; token++) {
    if (nameOf[token] >= 0 && names[nameOf[token]].kind === 'person') person = true
    if ((reading(scene.layers, token).agr & PER1) !== 0) return false
  }
  return person
}

/** The paragraph after one that ends with a colon and an attribution. */
function blockAfterColon(scene: Scene, paragraph: number, from: number, to: number): DirectSpeech | null {
  const { sentences } = scene.layers
  const colon = sentences.paragraphTo[paragraph - 1] - 1
  if (colon < sentences.paragraphFrom[paragraph - 1] || scene.mark[colon] !== COLON) return null
  const attribution = attributionBefore(scene, colon, scene.sentenceFrom(colon))
  if (attribution === null) return null
  const start = scene.mark[from] === DASH ? from + 1 : from
  const part = scene.span(start, to)
  return part === null ? null : { from: start, to, quotation: speechOf([part], attribution, 'block-after-colon') }
}

/** `X: C` as a headline, or at the head of a paragraph. First-person words are direct speech. */
function speakerColon(scene: Scene, from: number, to: number): DirectSpeech | null {
  const limit = Math.min(scene.sentenceTo(from), from + 14)
  for (let token = from; token < limit; token++) {
    if (scene.mark[token] !== COLON) {
      if (scene.mark[token] === STOP && token > from + 6) return null
      continue
    }
    const sentenceEnd = scene.sentenceTo(token)
    if (token + 1 >= sentenceEnd || scene.pairOf[token + 1] >= 0) return null
    const attribution = speakerBefore(scene, token, from)
    if (attribution === null || !saysSomething(scene, attribution, token + 1, sentenceEnd)) return null
    const part = scene.span(token + 1, stripStops(scene, token + 1, Math.min(to, sentenceEnd)))
    if (part === null) return null
    const end = sentenceEnd
    const direct = isFirstPerson(scene, token + 1, end)
    const quotation = speechOf([part], attribution, 'speaker-colon')
    return {
      from,
      to: end,
      quotation: direct
        ? quotation
        : { ...quotation, kind: holdsQuotedWords(scene, token + 1, end, -1) ? 'mixed' : 'indirect' },
    }
  }
  return null
}

/** A body before a colon («СМИ: …») speaks where a clause follows; «Источник: address», «Ресурсы: уголь, лес» do not. */
function saysSomething(scene: Scene, { speaker }: Attribution, from: number, to: number): boolean {
  if (scene.layers.tokens.kind[from] === KIND_LINK) return false
  if (speaker === null || scene.layers.nameOf[speaker.head] >= 0 || !scene.isBodyNoun(speaker.head)) return true
  return speaker.to === speaker.from + 1 && holdsPredicate(scene, from, scene.segmentTo(from, to))
}

function stripStops(scene: Scene, from: number, to: number): number {
  let end = to
  while (end > from && scene.mark[end - 1] === STOP) end--
  return end
}

function isFirstPerson(scene: Scene, from: number, to: number): boolean {
  for (let token = from; token < to; token++) {
    if ((reading(scene.layers, token).agr & PER1) !== 0 && scene.mark[token] === 0) return true
  }
  return false
}
