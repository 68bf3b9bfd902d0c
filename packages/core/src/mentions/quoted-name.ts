/** Names in quotation marks, and the closing mark or bracket right behind a name. */
import { indexedName, type Layers } from '../layers.ts'
import type { NameSpan } from '../names/name-span.ts'
import {
  CLOSE_BRACKET,
  EITHER_QUOTE,
  markClass,
  mayCloseQuote,
  mayOpenQuote,
  OPEN_BRACKET,
  OPEN_QUOTE,
} from '../text/marks.ts'
import { GAP_NONE, KIND_MARK } from '../text/tokens.ts'
import type { Form } from '../words/form.ts'
import { GENDER, LATN, NUMBER } from '../words/grammar.ts'
import { ANY_CASE, casesOf } from './name-agreement.ts'
import type { NounPhrase } from './noun-phrase.ts'

/** The name in quotation marks that opens at token `open` and closes within eleven tokens, as a phrase with its marks; or null. */
export function quotedName(layers: Layers, open: number, limit: number): NounPhrase | null {
  const { tokens } = layers
  const mark = markClass(tokens.form[open])
  if (!mayOpenQuote(mark)) return null
  const end = Math.min(limit, open + 11)
  if (open + 1 >= end || tokens.gap[open + 1] !== GAP_NONE) return null
  if (!startsWithCapital(tokens.form[open + 1])) return null
  for (let token = open + 1; token < end; token++) {
    if (tokens.kind[token] !== KIND_MARK) continue
    const closing = markClass(tokens.form[token])
    if (mayCloseQuote(closing)) {
      if (token === open + 1) return null
      return {
        from: open,
        to: token + 1,
        head: open + 1,
        agr: token === open + 2 ? agrOfWord(tokens.form[open + 1]) : ANY_CASE,
        name: indexedName(layers, open + 1),
        after: token + 1,
      }
    }
    if (closing !== 0) return null
  }
  return null
}

/** «рассказал „Вестнику“»: a single word in marks has the case of its form. */
function agrOfWord(form: Form): number {
  return casesOf(form) | NUMBER | GENDER
}

function startsWithCapital(form: Form): boolean {
  const first = form.text.charAt(0)
  return first !== first.toLowerCase() || (form.pos & LATN) !== 0
}

/** The token behind a name and its closing mark: the namer ends a name before the mark, a phrase goes past it. */
export function pastClosingMark(layers: Layers, name: NameSpan, limit: number): number {
  const { form, kind } = layers.tokens
  if (name.to >= limit || kind[name.to] !== KIND_MARK) return name.to
  const closing = markClass(form[name.to])
  if (!mayCloseQuote(closing)) return name.to
  for (let token = Math.max(0, name.from - 1); token < name.to; token++) {
    const opening = kind[token] === KIND_MARK ? markClass(form[token]) : 0
    if (opening === OPEN_QUOTE || (opening === EITHER_QUOTE && closing === EITHER_QUOTE))
      return token >= name.from ? name.to + 1 : name.to
  }
  return name.to
}

/** A bracket right after a name: «(Хорошая партия)»; returns the token after it, or `at`. */
export function skipBracket(layers: Layers, at: number, limit: number): number {
  const { tokens } = layers
  if (at >= limit || tokens.kind[at] !== KIND_MARK || markClass(tokens.form[at]) !== OPEN_BRACKET) return at
  const end = Math.min(limit, at + 16)
  for (let token = at + 1; token < end; token++) {
    if (tokens.kind[token] === KIND_MARK && markClass(tokens.form[token]) === CLOSE_BRACKET) return token + 1
  }
  return at
}
