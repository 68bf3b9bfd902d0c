/**
 * Noun phrases, read from left to right: adjectives that agree, a head, then what hangs on it: genitives («министр обороны
 * страны»), a name in apposition («лидер партии Иван Петров»), a quoted name («партия „Рассвет“»), a bracket that explains.
 * A shallow grammar: enough to say who is the subject of a verb and how far a description reaches.
 */

import { isOrdered } from '../language.ts'
import { indexedName, type Layers, reading } from '../layers.ts'
import { compileClauseWords } from '../quotations/clause-words.ts'
import { COMMA, markClass } from '../text/marks.ts'
import { KIND_LINK, KIND_MARK, KIND_NUMBER, KIND_WORD } from '../text/tokens.ts'
import type { Form, Reading } from '../words/form.ts'
import {
  ADJECTIVAL,
  ADJF,
  ADVB,
  ANIM,
  APRO,
  agrees,
  CASE,
  CONJ,
  FIXD,
  GENT,
  INTJ,
  NOUN,
  NPRO,
  NUMBER,
  NUMR,
  PERSON,
  PLUR,
  PRCL,
  PRED,
  PREP,
  SBRD,
  VERB,
} from '../words/grammar.ts'
import { dependentsAt, isPronoun } from './dependents.ts'
import { ANY_CASE, agrOfName } from './name-agreement.ts'
import { isNameStart } from './name-of-title.ts'
import { nounPhraseByOrder } from './order/noun-phrase-by-order.ts'
import { quantityAt } from './quantity.ts'
import { pastClosingMark, quotedName, skipBracket } from './quoted-name.ts'

export interface NounPhrase {
  readonly from: number
  readonly to: number
  /** Token of the head; of a bare name its first token. */
  readonly head: number
  /** Case, number and gender bits the head may have here. */
  readonly agr: number
  /** Index of the head's own name (a bare name), or of the person's name in apposition to the head; -1 for none. */
  readonly name: number
  /** First token of the head's dependents, after its wording. */
  readonly after: number
}

/** How deep phrases hang on one another. */
export const MAX_DEPTH = 5
// Each level takes several dependents, so depth alone lets a chain of genitives («президента министра президента …») run to thousands
// of words, and every word of it begins a phrase of its own. Sixty tokens are more than any sentence spends on one.
const LONGEST = 60

/**
 * The noun phrase that begins at token `from` and ends before `end`, or null. `want`: cases it must allow; `depth`: how deep it hangs;
 * `title`: agreement bits of the title it hangs on, if any.
 */
export function nounPhraseAt(
  layers: Layers,
  from: number,
  end: number,
  want = 0,
  depth = 0,
  title = 0,
): NounPhrase | null {
  if (isOrdered(layers.pack)) return nounPhraseByOrder(layers, from, end)
  const { tokens } = layers
  const limit = depth === 0 ? Math.min(end, from + LONGEST) : end
  if (from >= limit) return null
  let at = from
  // «„Интерфакс“ сообщает»: a quoted name stands as a noun.
  if (tokens.kind[at] === KIND_MARK) return quotedName(layers, at, limit)
  if (tokens.kind[at] === KIND_LINK) return { from, to: at + 1, head: at, agr: ANY_CASE, name: -1, after: at + 1 }
  const quantity = quantityAt(layers, at, limit, depth)
  if (quantity !== null) return quantity
  while (at < limit && indexedName(layers, at) === -1 && isModifier(layers, at))
    at = lastModifier(layers, at, limit) + 1
  if (at >= limit) return nominalised(layers, from, at, limit)
  const named = indexedName(layers, at)
  if (named >= 0) {
    const name = layers.names[named]
    if (name.from !== at || name.to > limit) return null
    const agr = at > from ? narrowed(agrOfName(layers, named), reading(layers, at - 1)) : agrOfName(layers, named)
    if ((agr & CASE) === 0) return null
    if (want !== 0 && (agr & want & CASE) === 0) return null
    const after = pastClosingMark(layers, name, limit)
    const to =
      name.kind === 'organisation'
        ? dependentsAt(layers, after, limit, agr, depth).to
        : skipBracket(layers, after, limit)
    return { from, to, head: at, agr, name: named, after }
  }
  if (tokens.kind[at] !== KIND_WORD) return nominalised(layers, from, at, limit)
  const noun = agrOfNoun(layers, at, from, want)
  if (noun === null) return nominalised(layers, from, at, limit)
  const { to, name } = isPronoun(layers, at)
    ? { to: at + 1, name: -1 }
    : dependentsAt(layers, at + 1, limit, noun, depth, title)
  return { from, to, head: at, agr: noun, name, after: at + 1 }
}

/**
 * «израильские и палестинские службы», «американские, испанские и британские службы»: of the plural adjective at `at` and those that agree with it
 * behind commas and one «и», before a noun that agrees with all, the last; else `at`.
 */
function lastModifier(layers: Layers, at: number, limit: number): number {
  const first = reading(layers, at)
  if ((first.pos & ADJF) === 0 || (first.agr & NUMBER) !== PLUR || isPossessive(layers.tokens.form[at])) return at
  const goesOn = (token: number): boolean =>
    token < limit && (reading(layers, token).pos & ADJF) !== 0 && agrees(first.agr, reading(layers, token).agr)
  let last = at
  while (goesOn(last + 2) && isComma(layers, last + 1)) last += 2
  if (last + 3 >= limit || !goesOn(last + 2)) return at
  const joint = reading(layers, last + 1)
  const noun = reading(layers, last + 3)
  const isJoint = (joint.pos & CONJ) !== 0 && (joint.lex & SBRD) === 0
  // The second adjective begins the name of a body.
  if (isJoint && isNameStart(layers, last + 2)) return last + 1
  return isJoint && (noun.pos & NOUN) !== 0 && agrees(first.agr, noun.agr) ? last + 2 : at
}

function isComma({ tokens }: Layers, token: number): boolean {
  return tokens.kind[token] === KIND_MARK && markClass(tokens.form[token]) === COMMA
}

/** The cases of a name that its modifier has as well: «68-летняя Хиллари Клинтон» is no genitive. */
function narrowed(agr: number, modifier: Reading): number {
  return (modifier.pos & ADJECTIVAL) === 0 || (modifier.agr & CASE) === 0 ? agr : agr & (~CASE | (modifier.agr & CASE))
}

/** «один из них», «раненый сообщил», «все»: an adjective or numeral that stands as a noun. */
function nominalised(layers: Layers, from: number, at: number, limit: number): NounPhrase | null {
  const head = at - 1
  if (head < from) return null
  const chosen = reading(layers, head)
  let to = at
  if (to < limit && layers.pack.derive(compileClauseWords).partitive.match(layers.tokens.form, to, limit) !== null) {
    const inner = nounPhraseAt(layers, to + 1, limit, GENT, MAX_DEPTH)
    if (inner !== null) to = inner.to
  }
  return { from, to, head, agr: chosen.agr & ANY_CASE, name: -1, after: at }
}

function isModifier(layers: Layers, token: number): boolean {
  const { form, kind } = layers.tokens
  if (kind[token] !== KIND_WORD) return kind[token] === KIND_NUMBER
  if ((reading(layers, token).pos & (ADJECTIVAL | NUMR)) === 0 && !isPossessive(form[token])) return false
  return layers.pack.derive(compileClauseWords).relative.match(form, token, token + 1) === null
}

/** «его», «её», «их» before a noun: a possessive that does not agree. */
function isPossessive(form: Form): boolean {
  const lex = APRO | FIXD
  if ((form.lex & lex) !== lex) return false
  return form.readings.some(candidate => (candidate.pos & ADJECTIVAL) !== 0 && (candidate.lex & lex) === lex)
}

/**
 * Categories of the reading under which a token heads a noun phrase: the chosen one, or another noun reading that agrees with its modifiers;
 * null for none.
 */
function agrOfNoun(layers: Layers, token: number, from: number, want: number): number | null {
  const form = layers.tokens.form[token]
  const chosen = reading(layers, token)
  const modifier = token > from ? reading(layers, token - 1) : null
  if (mayHead(chosen, modifier, want)) return chosen.agr & KEPT
  if ((form.pos & (NOUN | NPRO)) === 0 || (chosen.pos & (VERB | PREP | CONJ | PRCL | ADVB | INTJ | PRED)) !== 0)
    return null
  for (const candidate of form.readings) if (mayHead(candidate, modifier, want)) return candidate.agr & KEPT
  return (chosen.pos & (NOUN | NPRO)) !== 0 && want === 0 ? chosen.agr & KEPT : null
}

const KEPT = ANY_CASE | PERSON | ANIM

function mayHead({ pos, agr }: Reading, modifier: Reading | null, want: number): boolean {
  if ((pos & (NOUN | NPRO)) === 0 || (want !== 0 && (agr & want & CASE) === 0)) return false
  return modifier === null || (modifier.pos & ADJECTIVAL) === 0 || agrees(modifier.agr, agr)
}
