/**
 * Names in a language where capitals mark them: listed names; then runs of capitalised words, told by their heads («Ministry of
 * Health», «Red River»), by given names, by honorifics and titles before them («Mr», «President»), by what the document says elsewhere
 * of the same word, and last by their shape.
 */
import type { LanguagePack } from '../../kit.ts'
import { KIND_WORD, type Sentences, type Tokens } from '../../text/tokens.ts'
import { SHAPE_UPPER } from '../../words/form.ts'
import { ADJF, APRO, GUESS, NOUN, NPRO, PREP, PROPER } from '../../words/grammar.ts'
import type { Words } from '../../words/readings.ts'
import { countryNamed, isCountryCode } from '../countries.ts'
import type { NameSpan } from '../name-span.ts'
import { runEnd } from './capital-run.ts'
import { classify } from './classify-run.ts'
import { type Found, KIND_OF_HEAD, LONGEST } from './found-name.ts'
import { listedAt } from './name-tables.ts'
import { NameText } from './name-text.ts'
import { settleNames, spanOf, withSurnames } from './settle-names.ts'

/** Names of a document, sorted by first token. */
export function findNamesByOrder(tokens: Tokens, sentences: Sentences, words: Words, pack: LanguagePack): NameSpan[] {
  const text = new NameText(tokens, sentences, words, pack)
  const found: Found[] = []
  for (let token = 0; token < tokens.count; ) {
    const runs = namesAt(text, token)
    if (runs.length === 0) token = Math.max(token + 1, text.pastTitle(token))
    else {
      found.push(...runs)
      token = runs[runs.length - 1].to
    }
  }
  return settleNames(text, withSurnames(text, found)).map(name => spanOf(text, name))
}

/** The names that begin at a token: one, or none. */
function namesAt(text: NameText, token: number): Found[] {
  if (text.tokens.kind[token] !== KIND_WORD) return []
  const limit = text.limit(token)
  const listed = listedAt(text.tables, at => text.tokens.form[at].text, token, Math.min(limit, token + LONGEST))
  if (!text.isCapital(token) && listed === null) return []
  if (listed !== null && isListedHere(text, token, listed.to)) {
    const longer = runEnd(text, token, limit)
    if (longer <= listed.to || listed.kind !== 'organisation' || text.head(longer - 1) === undefined) {
      const country = countryNamed(text.pack, text.wordsOf(token, listed.to))
      const person = listed.kind === 'place' && longer > listed.to && text.isGiven(token)
      if (!person && !(listed.kind === 'country' && isAdjectiveHere(text, token, listed.to, longer)))
        return placeThenHead(text, token, listed.to, longer, listed.kind, country)
    }
  }
  if (!mayBegin(text, token)) return []
  const end = runEnd(text, token, limit)
  const found = classify(text, token, end)
  return found === null ? [] : [found]
}

/** «Kabul University», «Geneva Conference»: a place before a head belongs to the head's name. */
function placeThenHead(
  text: NameText,
  from: number,
  to: number,
  end: number,
  kind: 'organisation' | 'country' | 'place',
  country: string | null,
): Found[] {
  if (kind !== 'organisation' && end > to) {
    const head = text.head(end - 1)
    if (head !== undefined && text.isUnbroken(from, end)) {
      const whole = KIND_OF_HEAD[head]
      if (whole !== undefined)
        return [{ from, to: end, kind: whole, gender: 0, rule: `names/heads ${head}`, guessed: false }]
    }
  }
  const real = kind === 'country' && country !== null && !isCountryCode(country) ? 'place' : kind
  return [{ from, to, kind: real, gender: 0, rule: `names/listed`, guessed: false }]
}

/** A listed name of one word that is a common word too counts only where a capital is no sentence's beginning: «Time», «Hill». */
function isListedHere(text: NameText, from: number, to: number): boolean {
  if (to > from + 1 || text.tokens.form[from].shape === SHAPE_UPPER) return true
  const form = text.tokens.form[from]
  // «Turkey said», «China said»: in the news a country, whatever the dictionary has besides.
  if (countryNamed(text.pack, form.text) !== null) return true
  const common = form.readings.some(r => (r.lex & (PROPER | GUESS)) === 0)
  return !common || !text.startsSentence(from)
}

/** «U.S. troops», «UK officials» is the country still; but a person's name is none: «Chad Smith». */
function isAdjectiveHere(text: NameText, from: number, to: number, end: number): boolean {
  return end > to && text.isGiven(from) && to === from + 1
}

/** Whether a name may begin here: no weekday, no word that begins a sentence and is only a common word. */
function mayBegin(text: NameText, token: number): boolean {
  const form = text.tokens.form[token]
  if (text.isTimeWord(token))
    return text.isGiven(token) && text.isCapital(token + 1 < text.tokens.count ? token + 1 : token)
  if (form.readings.every(r => (r.pos & (NPRO | PREP)) !== 0 || (r.lex & APRO) !== 0)) return false
  if (text.isVerbOfHeadline(token)) return false
  if (!text.startsSentence(token)) return true
  if (!text.isCommon(form)) return true
  const chosen = text.words.chosen[token]
  const goesOn = token + 1 < text.tokens.count && text.isCapital(token + 1)
  if (!goesOn) return false
  return (chosen.pos & (NOUN | ADJF)) !== 0 && (chosen.lex & APRO) === 0
}
