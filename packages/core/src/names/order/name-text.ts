/** A text as the rules of names see it: which words have capitals, stand in small letters too, or are listed as given names and heads. */
import type { LanguagePack } from '../../kit.ts'
import { compileDescriptions } from '../../mentions/descriptions.ts'
import { KIND_MARK, KIND_WORD, type Sentences, type Tokens } from '../../text/tokens.ts'
import { monthsOf, timeWordsOf, WEEKDAY } from '../../times/time-words.ts'
import { type Form, SHAPE_CAPITAL, SHAPE_LOWER, SHAPE_MIXED, SHAPE_UPPER } from '../../words/form.ts'
import { GIVEN, GUESS, NAMELIKE, PROPER, VERB } from '../../words/grammar.ts'
import type { Words } from '../../words/readings.ts'
import { compileNameTables, type NameTables } from './name-tables.ts'

export class NameText {
  readonly tokens: Tokens
  readonly sentences: Sentences
  readonly words: Words
  readonly pack: LanguagePack
  readonly tables: NameTables
  readonly #isMonth: (form: Form) => boolean

  constructor(tokens: Tokens, sentences: Sentences, words: Words, pack: LanguagePack) {
    this.tokens = tokens
    this.sentences = sentences
    this.words = words
    this.pack = pack
    this.tables = pack.derive(compileNameTables)
    this.#isMonth = monthsOf(pack)
  }

  hasConnector(from: number, end: number): boolean {
    for (let at = from; at < end; at++)
      if (this.tokens.form[at].shape === SHAPE_LOWER && !this.tables.particles.has(this.tokens.form[at].folded))
        return true
    return false
  }

  isUnbroken(from: number, end: number): boolean {
    for (let at = from; at < end; at++) if (this.tokens.form[at].shape === SHAPE_LOWER) return false
    return true
  }

  head(token: number): string | undefined {
    const form = this.tokens.form[token]
    if (form === undefined || form.shape === SHAPE_LOWER) return undefined
    return this.tables.heads.get(form.folded) ?? this.tables.heads.get(form.readings[0].lemma)
  }

  isGiven(token: number): boolean {
    return (this.tokens.form[token].lex & GIVEN) !== 0 && this.tokens.kind[token] === KIND_WORD
  }

  /** A word that stands in texts in small letters too. */
  isCommon(form: Form): boolean {
    return form.readings.some(r => (r.lex & (PROPER | GUESS)) === 0)
  }

  countCommon(from: number, end: number): number {
    let count = 0
    for (let at = from; at < end; at++) {
      const form = this.tokens.form[at]
      if (
        this.tokens.kind[at] === KIND_WORD &&
        form.text.length > 1 &&
        this.isCommon(form) &&
        (form.lex & NAMELIKE) === 0
      )
        count++
    }
    return count
  }

  isCapital(token: number): boolean {
    if (this.tokens.kind[token] !== KIND_WORD) return false
    const { shape, text } = this.tokens.form[token]
    if (shape !== SHAPE_CAPITAL && shape !== SHAPE_UPPER && shape !== SHAPE_MIXED) return false
    return text.charAt(0) !== text.charAt(0).toLowerCase() || shape === SHAPE_MIXED
  }

  isTimeWord(token: number): boolean {
    const form = this.tokens.form[token]
    const { senses } = timeWordsOf(this.pack)
    if (form.shape === SHAPE_UPPER) return false
    return this.#isMonth(form) || form.keys.some(key => senses[key]?.some(({ kind }) => kind === WEEKDAY) ?? false)
  }

  startsSentence(token: number): boolean {
    const first = this.sentences.from[this.sentences.of[token]]
    if (token === first) return true
    return (
      token > first && this.tokens.kind[token - 1] === KIND_MARK && !NOT_OPENING.has(this.tokens.form[token - 1].text)
    )
  }

  limit(token: number): number {
    return this.sentences.to[this.sentences.of[token]]
  }

  wordsOf(from: number, to: number): string {
    const { form, gap } = this.tokens
    let text = form[from].text
    for (let at = from + 1; at < to; at++) text += (gap[at] === 0 ? '' : ' ') + form[at].text
    return text
  }

  /** Whether a title's wording, «minister», «secretary of state», ends right before a token. */
  endsTitle(token: number): boolean {
    const { titles } = this.pack.derive(compileDescriptions)
    const { form, kind } = this.tokens
    for (let at = token - 1; at >= Math.max(0, token - LONGEST_TITLE) && kind[at] === KIND_WORD; at--)
      if (form[at].keys.length > 0 && titles.match(form, at, token)?.to === token) return true
    return false
  }

  /** Past a title's wording with small words in it, «Secretary of State»: its capitals begin no name; the token itself where there is none. */
  pastTitle(token: number): number {
    const { titles } = this.pack.derive(compileDescriptions)
    const { form, kind } = this.tokens
    if (kind[token] !== KIND_WORD || form[token].keys.length === 0) return token
    const to = titles.match(form, token, this.limit(token))?.to ?? token
    return to > token + 2 ? to : token
  }

  /** «Minister Says Road Is Closed»: where each word has a capital, a verb is no name. */
  isVerbOfHeadline(token: number): boolean {
    const { zone, paragraph, of } = this.sentences
    if (zone[paragraph[of[token]]] !== 'headline') return false
    const form = this.tokens.form[token]
    return (form.readings[this.words.best[token]].pos & VERB) !== 0 && (form.lex & (NAMELIKE | PROPER)) === 0
  }
}

/** In words. */
const LONGEST_TITLE = 4

/** Marks after which a capital is a name's own. */
const NOT_OPENING: ReadonlySet<string> = new Set([',', ';', '-', '/', '&', ')', "'", '’', '.'])
