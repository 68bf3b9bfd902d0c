/** What the rules of quotation see of a document: the layers, with marks paired and cues found, and small questions they all ask. */
import { isOrdered } from '../language.ts'
import { type Layers, reading } from '../layers.ts'
import { compileDescriptions } from '../mentions/descriptions.ts'
import type { Phrase, Phrases } from '../mentions/find-phrases.ts'
import { isQuantity } from '../mentions/quantity.ts'
import type { Span } from '../span.ts'
import { CLOSE_BRACKET, COLON, COMMA, DASH, markClass, OPEN_BRACKET, SEMICOLON, STOP } from '../text/marks.ts'
import { GAP_NONE, KIND_LINK, KIND_MARK, KIND_WORD, type Tokens } from '../text/tokens.ts'
import type { Trace } from '../trace.ts'
import { type Reading, SHAPE_LOWER, SHAPE_UPPER } from '../words/form.ts'
import {
  ADJECTIVAL,
  ANIM,
  ANPH,
  ANUM,
  FEMN,
  LATN,
  MASC,
  NAMELIKE,
  NEUT,
  NOUN,
  NPRO,
  PERSON,
  PLUR,
  PRTF,
  SING,
  VERB,
} from '../words/grammar.ts'
import { type ClauseRole, type ClauseWords, compileClauseWords } from './clause-words.ts'
import { type Cue, compileCues, findCues } from './cues.ts'
import { findCuesByOrder } from './order/cues-by-order.ts'
import { type MarkPair, pairMarks } from './pair-marks.ts'
import { findTerms } from './terms.ts'

/** Tokens to either side that a rule looks at: a sentence longer than this is a list or a broken text, and the work must stay linear. */
const WINDOW = 250

/** The dot of an address written bare: «Maps.org» is one name, and nothing ends in it. */
function isInnerDot({ form, gap, kind, count }: Tokens, token: number): boolean {
  return (
    markClass(form[token]) === STOP &&
    token > 0 &&
    token + 1 < count &&
    gap[token] === GAP_NONE &&
    gap[token + 1] === GAP_NONE &&
    kind[token + 1] === KIND_WORD &&
    (form[token + 1].pos & LATN) !== 0
  )
}

/** The dot of «Mr.» and «U.S.»: the sentence goes on after it. */
function isShortening({ tokens, sentences }: Layers, token: number): boolean {
  if (tokens.form[token].text !== '.' || tokens.gap[token] !== GAP_NONE || token === 0) return false
  return token + 1 < sentences.to[sentences.of[token]] && tokens.kind[token + 1] === KIND_WORD
}

export class Scene {
  readonly trace: Trace | null
  readonly layers: Layers
  readonly phrases: Phrases
  readonly pairs: readonly MarkPair[]
  readonly cues: readonly Cue[]
  /** Class of each token's mark, 0 for words. */
  readonly mark: Uint8Array
  /** For each token the cue that begins there, or -1. */
  readonly cueAt: Int32Array
  /** For each token the innermost pair of marks around it (its own marks included), or -1. */
  readonly pairOf: Int32Array
  /** Pairs of marks that hold a term. */
  readonly terms: ReadonlySet<number>
  readonly #clauseWords: ClauseWords

  constructor(layers: Layers, phrases: Phrases, trace: Trace | null = null) {
    this.trace = trace
    this.layers = layers
    this.phrases = phrases
    const ordered = isOrdered(layers.pack)
    this.pairs = pairMarks(layers.tokens, layers.sentences, ordered)
    this.cues = ordered ? findCuesByOrder(layers) : findCues(layers)
    const { count, kind, form } = layers.tokens
    this.mark = new Uint8Array(count)
    for (let token = 0; token < count; token++)
      if (kind[token] === KIND_MARK && !isInnerDot(layers.tokens, token) && !(ordered && isShortening(layers, token)))
        this.mark[token] = markClass(form[token])
    this.cueAt = new Int32Array(count).fill(-1)
    this.cues.forEach((cue, i) => {
      this.cueAt[cue.from] = i
    })
    this.pairOf = new Int32Array(count).fill(-1)
    this.pairs.forEach((pair, i) => {
      this.pairOf.fill(i, pair.open, Math.min(count, pair.closed ? pair.close + 1 : pair.close))
    })
    this.terms = findTerms(this.pairs, layers.tokens.form)
    this.#clauseWords = layers.pack.derive(compileClauseWords)
  }

  /** Whether an attributing phrase begins at a token: «according to». */
  phraseCueAt(token: number): boolean {
    const { form, count } = this.layers.tokens
    if (token >= count || form[token].keys.length === 0) return false
    return this.layers.pack.derive(compileCues).phrases.match(form, token, count) !== null
  }

  /** First token of the sentence, or of the part of a very long one that is looked at from `token`. */
  sentenceFrom(token: number): number {
    return Math.max(this.layers.sentences.from[this.layers.sentences.of[token]], token - WINDOW)
  }

  sentenceTo(token: number): number {
    return Math.min(this.layers.sentences.to[this.layers.sentences.of[token]], token + WINDOW)
  }

  /** First token after a wording of this role that begins at `token`, or -1. */
  word(role: ClauseRole, token: number, limit: number): number {
    if (token >= limit) return -1
    const found = this.#clauseWords[role].match(this.layers.tokens.form, token, limit)
    return found === null ? -1 : found.to
  }

  /** Whether a mark parts clauses. */
  isBreak(token: number): boolean {
    const mark = this.mark[token]
    return (
      mark === COMMA ||
      mark === COLON ||
      mark === DASH ||
      mark === STOP ||
      mark === SEMICOLON ||
      mark === OPEN_BRACKET ||
      mark === CLOSE_BRACKET
    )
  }

  /** First token of the segment (stretch between breaks) that holds `token`, not before `floor`. */
  segmentFrom(token: number, floor: number): number {
    let at = token
    while (at > floor && !this.isBreak(at - 1)) at--
    return at
  }

  segmentTo(token: number, limit: number): number {
    let at = token
    while (at < limit && !this.isBreak(at)) at++
    return at
  }

  isFinite(token: number): boolean {
    return (reading(this.layers, token).pos & VERB) !== 0 && this.layers.tokens.kind[token] !== KIND_MARK
  }

  /** Tokens as a span of the text, without spaces, commas, dashes and colons at its ends. */
  span(from: number, to: number): Span | null {
    const { start, end } = this.layers.tokens
    let first = from
    let last = to
    while (first < last && (this.mark[first] === COMMA || this.mark[first] === COLON || this.mark[first] === DASH))
      first++
    while (
      first < last &&
      (this.mark[last - 1] === COMMA ||
        this.mark[last - 1] === COLON ||
        this.mark[last - 1] === DASH ||
        this.mark[last - 1] === SEMICOLON)
    )
      last--
    return first < last ? { start: start[first], end: end[last - 1] } : null
  }

  /** Whether a phrase names someone or something that can speak. */
  canSpeak(phrase: Phrase): boolean {
    const { names, nameOf, tokens, pack } = this.layers
    if (isQuantity(phrase)) return this.#countsSpeakers(phrase)
    if (phrase.name >= 0 && nameOf[phrase.head] === phrase.name) return true
    // «„Вестник“ сообщает»: a name in marks, whether or not the namer saw it.
    if (nameOf[phrase.head] >= 0 || this.pairs[this.pairOf[phrase.from]]?.open === phrase.from) return true
    const chosen = reading(this.layers, phrase.head)
    // «многие», «некоторые» are several persons; «то», «это» none.
    if ((chosen.pos & NPRO) !== 0) return (chosen.agr & PERSON) !== 0 || (chosen.agr & (PLUR | SING)) === PLUR
    if (phrase.name >= 0 && names[phrase.name].kind !== 'place') return true
    const { titles, bodies } = pack.derive(compileDescriptions)
    const limit = tokens.count
    if (
      bodies.match(tokens.form, phrase.head, limit) !== null ||
      titles.match(tokens.form, phrase.head, limit) !== null
    )
      return true
    const form = tokens.form[phrase.head]
    if (form.shape === SHAPE_UPPER && form.text.length > 2) return true
    if ((chosen.pos & NOUN) !== 0)
      return form.readings.some(
        r => (r.pos & NOUN) !== 0 && (r.agr & ANIM) !== 0 && (form.shape !== SHAPE_LOWER || (r.lex & NAMELIKE) === 0),
      )
    // «The Post пишет»: foreign letters that begin with a capital are a name, whether or not the namer saw it.
    if ((form.pos & LATN) !== 0) return form.shape !== SHAPE_LOWER
    const isBeside = (chosen.pos & PRTF) !== 0 && this.mark[phrase.from - 1] === COMMA
    return (
      (!isBeside && (chosen.agr & PLUR) !== 0) ||
      this.#isSomeone(phrase, chosen) ||
      tokens.kind[phrase.head] === KIND_LINK
    )
  }

  /** «первый ответил», «один из них», «пострадавшая сообщила»: an adjective that stands for a person, not one whose noun was missed. */
  #isSomeone(phrase: Phrase, { pos, agr, lex }: Reading): boolean {
    if ((pos & ADJECTIVAL) === 0 || (agr & (MASC | FEMN)) === 0 || (agr & NEUT) !== 0) return false
    if ((lex & (ANPH | ANUM)) !== 0 || phrase.to > phrase.after) return true
    if ((pos & PRTF) === 0 || this.mark[phrase.from - 1] === COMMA) return false
    return phrase.to >= this.layers.tokens.count || this.isFinite(phrase.to) || this.isBreak(phrase.to)
  }

  /** «несколько участников» speak, «несколько минут» do not. */
  #countsSpeakers(phrase: Phrase): boolean {
    for (let token = phrase.from; token < phrase.to; token++) {
      const { pos, agr } = reading(this.layers, token)
      if (
        this.layers.nameOf[token] >= 0 ||
        ((pos & NOUN) !== 0 && (agr & ANIM) !== 0) ||
        ((pos & NPRO) !== 0 && (agr & PERSON) !== 0)
      )
        return true
      if (this.isBodyNoun(token) && token > phrase.head) return true
    }
    // «62 % опрошенных».
    return this.isBodyNoun(phrase.head) || (reading(this.layers, phrase.head).pos & ADJECTIVAL) !== 0
  }

  /** Whether a noun names a body, a group or a document: something in which words are said. */
  isBodyNoun(token: number): boolean {
    const { tokens, pack } = this.layers
    return pack.derive(compileDescriptions).bodies.match(tokens.form, token, tokens.count) !== null
  }

  /** Whether a noun is the head of a title. */
  isTitleNoun(token: number): boolean {
    const { tokens, pack } = this.layers
    return pack.derive(compileDescriptions).titles.match(tokens.form, token, tokens.count) !== null
  }
}
