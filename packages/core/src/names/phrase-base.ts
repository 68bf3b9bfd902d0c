/**
 * Base forms of places and organisations: the head and the adjectives that agree with it in the nominative, the rest as it stands: «Совета
 * Безопасности ООН» -> «Совет Безопасности ООН».
 */
import type { LanguagePack } from '../kit.ts'
import { GAP_NONE, KIND_WORD, type Tokens } from '../text/tokens.ts'
import { type Reading, SHAPE_CAPITAL } from '../words/form.ts'
import {
  ADJECTIVAL,
  agrees,
  CASE,
  FIXD,
  GENDER,
  GEOX,
  GUESS,
  LATN,
  NOMN,
  NOUN,
  PLUR,
  PROPER,
  SING,
} from '../words/grammar.ts'
import type { Words } from '../words/readings.ts'
import { likeInText } from './letter-case.ts'

/** Tokens `from`..`to` as one string in the nominative; the number stays. `isPlace`: a name that agrees with the head declines too («реки Нева»). */
export function phraseBase(
  pack: LanguagePack,
  tokens: Tokens,
  words: Words,
  from: number,
  to: number,
  isPlace: boolean,
): string {
  const head = headOf(tokens, words, from, to)
  const spelled = new Map<number, string>()
  if (head >= 0) {
    const modifiers: number[] = []
    for (let token = from; token < head; token++) modifiers.push(token)
    const reading = headReading(tokens, words, head, modifiers, isPlace)
    if (reading !== null && (reading.agr & NOMN) === 0) {
      const number = (reading.agr & PLUR) !== 0 && (reading.agr & SING) === 0 ? PLUR : SING
      spelled.set(head, nominative(pack, tokens.form[head].text, reading, number, 0))
      for (const token of modifiers) {
        const agreeing = tokens.form[token].readings.find(r => (r.pos & ADJECTIVAL) !== 0 && agrees(r.agr, reading.agr))
        if (agreeing === undefined) continue
        const gender = number === SING ? reading.agr & GENDER : 0
        spelled.set(token, nominative(pack, tokens.form[token].text, agreeing, number, gender))
      }
      if (isPlace && head + 2 === to) {
        const apposed = tokens.form[head + 1].readings.find(
          r => (r.pos & NOUN) !== 0 && agrees(r.agr, reading.agr) && (r.lex & FIXD) === 0,
        )
        const stays = tokens.form[head + 1].readings.some(r => (r.agr & NOMN) !== 0 && (r.agr & SING) !== 0)
        if (apposed !== undefined && !stays) {
          spelled.set(head + 1, nominative(pack, tokens.form[head + 1].text, apposed, number, 0))
        }
      }
    }
  }
  let base = ''
  for (let token = from; token < to; token++) {
    const text = spelled.get(token) ?? tokens.form[token].text
    base += token > from && tokens.gap[token] !== GAP_NONE ? ` ${text}` : text
  }
  return base
}

/** The first noun; adjectives may stand before it, nothing else. -1 where the name begins otherwise. */
function headOf(tokens: Tokens, words: Words, from: number, to: number): number {
  for (let token = from; token < to; token++) {
    const form = tokens.form[token]
    if (tokens.kind[token] !== KIND_WORD || (form.pos & LATN) !== 0) return -1
    const next = token + 1 < to ? tokens.form[token + 1] : null
    const isModifier =
      (form.pos & ADJECTIVAL) !== 0 &&
      next !== null &&
      form.readings.some(a => (a.pos & ADJECTIVAL) !== 0 && next.readings.some(b => agrees(a.agr, b.agr)))
    // «нового правительства»: an adjective that could be a noun is one where it is not read as an adjective.
    const isAdjective = ((form.readings[0].pos | words.chosen[token].pos) & ADJECTIVAL) !== 0
    if ((form.pos & NOUN) !== 0 && !(isAdjective && isModifier)) return token
    if (!isModifier && !(token + 1 === to && (form.pos & ADJECTIVAL) !== 0)) return -1
    if (token + 1 === to) return token
  }
  return -1
}

/** The reading of the head: the chosen one when it fits its modifiers, else the first that does. A place that the dictionary knows by its name is read as that name. */
function headReading(
  tokens: Tokens,
  words: Words,
  head: number,
  modifiers: readonly number[],
  isPlace: boolean,
): Reading | null {
  const { readings, shape } = tokens.form[head]
  const fits = (reading: Reading): boolean =>
    (reading.pos & (NOUN | ADJECTIVAL)) !== 0 &&
    (reading.agr & CASE) !== 0 &&
    modifiers.every(token =>
      tokens.form[token].readings.some(r => (r.pos & ADJECTIVAL) !== 0 && agrees(r.agr, reading.agr)),
    )
  const chosen = words.chosen[head]
  if (isPlace && shape === SHAPE_CAPITAL && (chosen.pos & NOUN) !== 0 && (chosen.lex & PROPER) === 0) {
    const named = readings.find(r => (r.lex & GEOX) !== 0 && (r.lex & GUESS) === 0 && fits(r))
    if (named !== undefined) return named
  }
  if (fits(chosen)) return chosen
  return readings.find(fits) ?? null
}

function nominative(pack: LanguagePack, text: string, reading: Reading, number: number, gender: number): string {
  if ((reading.lex & FIXD) !== 0) return text
  const { lexicon } = pack
  const word = lexicon.inflect(reading, NOMN | number | gender) ?? lexicon.inflect(reading, NOMN | number)
  if (word === null) return text
  const own = lexicon.inflect(reading, (reading.agr & CASE) | number)
  const spelled = likeInText(text, superlative(pack, text, reading, word, number | gender) ?? word, own)
  return isShouted(text) ? spelled.toUpperCase() : spelled
}

/** Letters that a superlative's endings have, and those its nominative ends with. */
const LONGEST_ENDING = 4
const NOMINATIVE_ENDING = 2

/** «высшая» for «высшей», which the dictionary gives to «высокий» and inflects as «высокая»; null for all other words. */
function superlative(
  pack: LanguagePack,
  text: string,
  { lemma, pos }: Reading,
  word: string,
  agr: number,
): string | null {
  const lower = text.toLowerCase()
  // The stem of «высокий» is not that of «высшей»: all its forms share more with each other.
  if ((pos & ADJECTIVAL) === 0 || lower.startsWith(word.slice(0, -LONGEST_ENDING + 1))) return null
  for (let cut = 1; cut <= LONGEST_ENDING; cut++) {
    const candidate = lower.slice(0, -cut) + word.slice(-NOMINATIVE_ENDING)
    const fits = pack.lexicon
      .form(candidate)
      .readings.some(r => r.lemma === lemma && (r.agr & NOMN) !== 0 && (r.agr & agr) === agr)
    if (fits) return candidate
  }
  return null
}

/** «МИДА»: all capitals, as in a headline; the base keeps them. */
function isShouted(text: string): boolean {
  return text.length > 1 && text === text.toUpperCase() && text !== text.toLowerCase()
}
