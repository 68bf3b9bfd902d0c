/**
 * Direct speech in marks. For each outermost pair: is it speech, and whose? Evidence, in this order: an attribution inside («A, — сказал X. — B»),
 * right after (`», — сказал X`), before a colon, a cue right before it; a pair that is a sentence of its own continues what was just quoted.
 */
import { reading } from '../layers.ts'
import type { Span } from '../span.ts'
import { COLON, COMMA, DASH, STOP } from '../text/marks.ts'
import { ADJS, COMP, INFN, PRED, PRTS, VERB } from '../words/grammar.ts'
import {
  type Attribution,
  attributionAfter,
  attributionBefore,
  attributionInline,
  speechOf,
  unlistedAfter,
} from './attribution-near.ts'
import { startsLikeSpeech } from './content.ts'
import type { Quotation } from './quotation.ts'
import type { Scene } from './scene.ts'

export interface DirectSpeech {
  readonly quotation: Quotation
  /** Tokens of the first and after the last mark. */
  readonly from: number
  readonly to: number
}

/** All direct speech in marks, in order. */
export function findDirectSpeech(scene: Scene): DirectSpeech[] {
  const found: (DirectSpeech & { readonly closed: number })[] = []
  const { sentences, tokens } = scene.layers
  let done = 0
  for (let i = 0; i < scene.pairs.length; i++) {
    const pair = scene.pairs[i]
    if (pair.open < done) continue
    const group = joinParagraphs(scene, i)
    const last = scene.pairs[group.at(-1) as number]
    const to = last.closed ? last.close + 1 : last.close
    const first = pair.open
    const inner = interruptedParts(scene, pair.open + 1, last.close, group)
    let attribution: Attribution | null = inner?.attribution ?? null
    let end = to
    if (attribution === null && to < tokens.count && !standsInClause(scene, first)) {
      attribution = attributionAfter(scene, to, scene.sentenceTo(to))
      if (attribution === null && last.closed && isSpeech(scene, first + 1, last.close))
        attribution = unlistedAfter(scene, to, scene.sentenceTo(to))
      if (attribution !== null) end = attribution.end
    }
    if (attribution === null && first > 0 && scene.mark[first - 1] === COLON)
      attribution = attributionBefore(scene, first - 1, floorBefore(scene, first - 1, found.at(-1)))
    if (attribution === null && isSpeech(scene, first + 1, last.close))
      attribution = attributionInline(scene, first, scene.sentenceFrom(first))
    const parts = inner?.parts ?? partsOf(scene, group)
    if (parts.length === 0) continue
    if (attribution !== null) {
      found.push({
        from: first,
        to: end,
        closed: to,
        quotation: speechOf(parts, attribution, `direct-${attribution.rule}`),
      })
      done = to
      continue
    }
    // A sentence of its own, right after attributed speech, or the second half behind a dash: goes on.
    const previous = found.at(-1)
    if (
      previous !== undefined &&
      followsDirectly(scene, previous.to, first) &&
      (standsAlone(scene, first, to) || (scene.mark[first - 1] === DASH && previous.to > previous.closed)) &&
      sentences.paragraph[sentences.of[previous.from]] === sentences.paragraph[sentences.of[first]]
    ) {
      found[found.length - 1] = {
        from: previous.from,
        to,
        closed: to,
        quotation: { ...previous.quotation, parts: [...previous.quotation.parts, ...parts] },
      }
      done = to
    }
  }
  return found
}

/** Words in marks right behind a word: a name («получил приз „Заря“, сообщает агентство»), no speech that its attribution follows. */
function standsInClause(scene: Scene, open: number): boolean {
  return open > scene.sentenceFrom(open) && scene.mark[open - 1] === 0
}

/** Where the clause of a colon's speaker begins: behind the speech before it in the sentence, and the comma and conjunction after that. */
function floorBefore(scene: Scene, colon: number, previous: { readonly closed: number } | undefined): number {
  const floor = scene.sentenceFrom(colon)
  if (previous === undefined || previous.closed <= floor || previous.closed > colon) return floor
  let at = previous.closed
  while (at < colon && (scene.mark[at] !== 0 || scene.word('coordinator', at, colon) >= 0)) at++
  return at
}

/** A quotation that opens a mark in each paragraph and closes it in the last. */
export function joinParagraphs(scene: Scene, index: number): number[] {
  const { sentences } = scene.layers
  const group = [index]
  let at = index
  while (!scene.pairs[at].closed) {
    let next = at + 1
    while (next < scene.pairs.length && scene.pairs[next].open < scene.pairs[at].close) next++
    if (next >= scene.pairs.length) break
    const paragraph = sentences.paragraph[sentences.of[scene.pairs[at].open]]
    const open = scene.pairs[next].open
    if (sentences.paragraph[sentences.of[open]] !== paragraph + 1 || sentences.paragraphFrom[paragraph + 1] !== open)
      break
    group.push(next)
    at = next
  }
  return group
}

function partsOf(scene: Scene, group: readonly number[]): Span[] {
  return group.map(i => scene.span(scene.pairs[i].open + 1, scene.pairs[i].close)).filter(part => part !== null)
}

/** An attribution inside the marks parts the speech in two. */
function interruptedParts(
  scene: Scene,
  from: number,
  to: number,
  group: readonly number[],
): { parts: Span[]; attribution: Attribution } | null {
  if (group.length > 1) return null
  for (let token = from + 1; token + 2 < to; token++) {
    if (scene.mark[token] !== DASH || !(scene.mark[token - 1] === COMMA || scene.mark[token - 1] === STOP)) continue
    const attribution = attributionAfter(scene, token, to)
    if (attribution === null || attribution.cue === null || attribution.cue.from > token + 6) continue
    let next = attribution.end
    while (next < to && (scene.mark[next] === STOP || scene.mark[next] === COMMA || scene.mark[next] === DASH)) next++
    const parts = [scene.span(from, token), scene.span(next, to)].filter(part => part !== null)
    return { parts, attribution: { ...attribution, rule: 'interrupted' } }
  }
  return null
}

/** Words in marks that are said, not named: a clause with a verb or predicate, begun with a capital. */
function isSpeech(scene: Scene, from: number, to: number): boolean {
  if (!startsLikeSpeech(scene, from)) return false
  for (let token = from; token < to; token++) {
    if (scene.mark[token] === 0 && (reading(scene.layers, token).pos & (VERB | PRED | PRTS | ADJS | INFN | COMP)) !== 0)
      return true
  }
  return false
}

/** Opens a sentence and ends one. */
function standsAlone(scene: Scene, from: number, to: number): boolean {
  if (scene.sentenceFrom(from) !== from) return false
  const end = scene.sentenceTo(to - 1)
  for (let token = to; token < end; token++) if (scene.mark[token] !== STOP) return false
  return to - from > 4
}

function followsDirectly(scene: Scene, previous: number, from: number): boolean {
  for (let token = previous; token < from; token++) if (scene.mark[token] === 0) return false
  return true
}
