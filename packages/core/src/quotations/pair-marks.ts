/**
 * Pairing quotation marks. « and „ open, » closes, straight and curly marks open or close by their neighbours; pairs nest. A paragraph that
 * opens a mark and does not close it runs on while the next paragraph opens with a mark again (a quotation of several paragraphs); else it ends with
 * its paragraph. A mark that closes nothing is left alone.
 */
import { CLOSE_QUOTE, EITHER_QUOTE, markClass, OPEN_QUOTE } from '../text/marks.ts'
import { GAP_NONE, KIND_MARK, type Sentences, type Tokens } from '../text/tokens.ts'

export interface MarkPair {
  /** Token of the opening mark. */
  readonly open: number
  /** Token of the closing mark, or the first token after the content where the closing mark is missing. */
  readonly close: number
  readonly closed: boolean
  /** Index of the pair around this one, or -1. */
  readonly inside: number
}

const MAX_DEPTH = 4

/** `reaches`: a quotation may run on into the next paragraph without opening a mark again, and close there. */
export function pairMarks(tokens: Tokens, sentences: Sentences, reaches = false): MarkPair[] {
  const pairs: { open: number; close: number; closed: boolean; inside: number }[] = []
  for (let paragraph = 0; paragraph < sentences.paragraphCount; paragraph++) {
    const from = sentences.paragraphFrom[paragraph]
    const to = sentences.paragraphTo[paragraph]
    const stack: number[] = []
    for (let token = from; token < to; token++) {
      if (tokens.kind[token] !== KIND_MARK) continue
      const mark = markClass(tokens.form[token])
      if (mark !== OPEN_QUOTE && mark !== CLOSE_QUOTE && mark !== EITHER_QUOTE) continue
      const opens =
        mark === OPEN_QUOTE || (mark === EITHER_QUOTE && standsBefore(tokens, token, from, to, stack.length > 0))
      if (opens) {
        if (stack.length >= MAX_DEPTH) continue
        pairs.push({ open: token, close: -1, closed: false, inside: stack.at(-1) ?? -1 })
        stack.push(pairs.length - 1)
      } else {
        const top = stack.pop() ?? (reaches ? left(pairs, from) : undefined)
        if (top === undefined) continue
        pairs[top].close = token
        pairs[top].closed = true
      }
    }
    for (const open of stack) pairs[open].close = to
    mendUnbalanced(tokens, pairs, stack)
  }
  // An unclosed inner mark swallows nothing: «слова „ещё слова» closes both at one mark.
  return pairs.map(pair => ({ ...pair, close: pair.close < 0 ? pair.open + 1 : pair.close }))
}

/** The pair that the paragraph before left open to its end. */
function left(pairs: readonly { close: number; closed: boolean; inside: number }[], from: number): number | undefined {
  const last = pairs.length - 1
  const held = last < 0 ? undefined : pairs[last]
  return held !== undefined && !held.closed && held.close === from && held.inside < 0 ? last : undefined
}

/**
 * «"A "b, — said. — C".»: two straight marks open and one closes. What closes the last inner pair closes the outer one, when what follows
 * ends a sentence: the inner mark stays alone.
 */
function mendUnbalanced(
  tokens: Tokens,
  pairs: { open: number; close: number; closed: boolean; inside: number }[],
  stack: readonly number[],
): void {
  const outer = stack[0]
  if (stack.length !== 1 || markClass(tokens.form[pairs[outer].open]) !== EITHER_QUOTE) return
  const inner = pairs.length - 1
  if (inner <= outer || pairs[inner].inside !== outer || !pairs[inner].closed) return
  pairs[outer].close = pairs[inner].close
  pairs[outer].closed = true
  pairs[inner].close = pairs[inner].open + 1
  pairs[inner].closed = false
}

/** Whether a mark of either side opens: it leans on what follows, or nothing is open and it could do both. */
function standsBefore(tokens: Tokens, token: number, from: number, to: number, isOpen: boolean): boolean {
  const spaceBefore = token === from || tokens.gap[token] !== GAP_NONE
  const spaceAfter = token + 1 >= to || tokens.gap[token + 1] !== GAP_NONE
  if (spaceBefore && !spaceAfter) return true
  if (!spaceBefore && spaceAfter) return false
  if (spaceBefore) return !isOpen
  // No space on either side: a mark after a mark like ( or — opens, one after a word closes.
  const afterMark = tokens.kind[token - 1] === KIND_MARK && markClass(tokens.form[token - 1]) !== CLOSE_QUOTE
  return afterMark ? !isOpen : !isOpen && token + 1 < to && tokens.kind[token + 1] !== KIND_MARK
}
