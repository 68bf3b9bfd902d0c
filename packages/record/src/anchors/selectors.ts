/**
 * Evidence as W3C Web Annotation selectors: a place and the words that stand there, with what stands before and after. In a later version of the
 * text the words are looked for again; where they cannot be told for certain the evidence is lost, and never put somewhere else.
 */
import type { Span } from '@parley/core'

export interface Selector extends Span {
  readonly exact: string
  readonly prefix: string
  readonly suffix: string
}

/** UTF-16 code units of context on either side. */
const CONTEXT = 32

export function selectorOf(text: string, { start, end }: Span): Selector {
  return {
    start,
    end,
    exact: text.slice(start, end),
    prefix: text.slice(Math.max(0, start - CONTEXT), start),
    suffix: text.slice(end, end + CONTEXT),
  }
}

/** kept: the same words at the same place; moved: the same words elsewhere; lost: the words are gone, or stand in several places alike. */
export type Anchor =
  | ({ readonly state: 'kept' | 'moved' } & Span)
  | { readonly state: 'lost'; readonly start: null; readonly end: null }

const LOST: Anchor = { state: 'lost', start: null, end: null }

export function anchorAgain(selector: Selector, text: string): Anchor {
  const { start, end, exact } = selector
  if (exact === '') return LOST
  const places: { at: number; context: number }[] = []
  for (let at = text.indexOf(exact); at >= 0 && places.length < MOST_PLACES; at = text.indexOf(exact, at + 1))
    places.push({ at, context: sharedContext(selector, text, at) })
  if (places.length === 0) return LOST
  const most = Math.max(...places.map(({ context }) => context))
  const best = places.filter(({ context }) => context === most)
  const own = best.find(({ at }) => at === start)
  if (own !== undefined) return { state: 'kept', start, end }
  // One word may stand anywhere; a sentence that stands once is itself.
  if (best.length > 1 || (most === 0 && exact.length < CERTAIN)) return LOST
  return { state: 'moved', start: best[0].at, end: best[0].at + exact.length }
}

/** Places looked at: a text of one word over and over is no evidence. */
const MOST_PLACES = 1000
/** Code units from which on words are told by themselves, without their neighbours. */
const CERTAIN = 24

/** How much of the context stands around a place: code units, counted outward from the words. */
function sharedContext({ exact, prefix, suffix }: Selector, text: string, at: number): number {
  let before = 0
  while (before < prefix.length && text[at - 1 - before] === prefix[prefix.length - 1 - before]) before++
  let after = 0
  const behind = at + exact.length
  while (after < suffix.length && text[behind + after] === suffix[after]) after++
  return before + after
}
