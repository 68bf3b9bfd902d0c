/**
 * Tokens -> paragraphs and sentences. A line break ends a paragraph; within one, a sentence ends at . ! ? … with the
 * closing quotation marks and brackets after it, unless one of the rules at the end of this file says that it goes on.
 */
import type { LanguagePack } from '../kit.ts'
import { monthsOf } from '../times/time-words.ts'
import { type Form, SHAPE_LOWER, SHAPE_NONE } from '../words/form.ts'
import { ADJECTIVAL, ADVB, GENT, GUESS, NAMELIKE, NOUN, NPRO, PATR, PRCL, PREP, VERBAL } from '../words/grammar.ts'
import {
  type Abbreviations,
  abbreviationsOf,
  ENDS_BEFORE_CAPITAL,
  ENDS_FREELY,
  ENDS_NEVER,
  ENDS_UNLESS_NAME,
} from './abbreviations.ts'
import { endOfDateline } from './find-dateline.ts'
import { zonesOfParagraphs } from './find-zones.ts'
import {
  closesBefore,
  isClosingBracket,
  isClosingQuote,
  isDash,
  isEnd,
  isOpeningBracket,
  isOpeningQuote,
  isStraightQuote,
} from './punctuation.ts'
import { GAP_LINE, GAP_NONE, KIND_MARK, KIND_NUMBER, KIND_WORD, type Sentences, type Tokens } from './tokens.ts'

export function splitSentences(text: string, tokens: Tokens, pack: LanguagePack): Sentences {
  const { count } = tokens
  const paragraphStarts: number[] = []
  for (let i = 0; i < count; i++) {
    if (i === 0 || tokens.gap[i] >= GAP_LINE) paragraphStarts.push(i)
  }
  const paragraphFrom = Int32Array.from(paragraphStarts)
  const paragraphTo = new Int32Array(paragraphFrom.length)
  for (let p = 0; p < paragraphFrom.length; p++) {
    paragraphTo[p] = p + 1 < paragraphFrom.length ? paragraphFrom[p + 1] : count
  }

  const abbreviations = abbreviationsOf(pack)
  const isMonth = monthsOf(pack)
  const starts: number[] = []
  const paragraphs: number[] = []
  for (let p = 0; p < paragraphFrom.length; p++) {
    const from = paragraphFrom[p]
    const to = paragraphTo[p]
    starts.push(from)
    paragraphs.push(p)
    const dateline = endOfDateline(text, tokens, from, to, isMonth)
    if (dateline > from && dateline < to) {
      starts.push(dateline)
      paragraphs.push(p)
    }
    const first = Math.max(from, dateline)
    const context: Context = { text, tokens, abbreviations, limit: to, sentence: first, mark: 0, last: 0, next: 0 }
    let at = first
    while (at < to) {
      if (tokens.kind[at] !== KIND_MARK || !isEnd(codeAt(text, tokens, at))) {
        at++
        continue
      }
      context.mark = at
      context.last = endOfCluster(text, tokens, at, to)
      context.next = context.last + 1
      if (context.next < to && endsSentence(context)) {
        starts.push(context.next)
        paragraphs.push(p)
        context.sentence = context.next
      }
      at = context.next
    }
  }

  const from = Int32Array.from(starts)
  const to = new Int32Array(from.length)
  const of = new Int32Array(count)
  for (let s = 0; s < from.length; s++) {
    to[s] = s + 1 < from.length ? from[s + 1] : count
    of.fill(s, from[s], to[s])
  }
  return {
    count: from.length,
    from,
    to,
    of,
    paragraph: Int32Array.from(paragraphs),
    paragraphCount: paragraphFrom.length,
    paragraphFrom,
    paragraphTo,
    zone: zonesOfParagraphs(text, tokens, paragraphFrom, paragraphTo, isMonth),
  }
}

function codeAt(text: string, tokens: Tokens, token: number): number {
  const code = text.charCodeAt(tokens.start[token])
  // Two apostrophes stand for a mark of quotation.
  return (code === 0x27 || code === 0x60) && tokens.end[token] - tokens.start[token] === 2 ? 0x22 : code
}

/** Last token of the run of ends and closing marks that begins at `at`: `?!`, `.»`, `…")`. */
function endOfCluster(text: string, tokens: Tokens, at: number, limit: number): number {
  let last = at
  while (last + 1 < limit && tokens.kind[last + 1] === KIND_MARK) {
    const code = codeAt(text, tokens, last + 1)
    const attached = tokens.gap[last + 1] === GAP_NONE
    if (isEnd(code)) {
      // `. . .` is one ellipsis too
    } else if (isClosingBracket(code) || isClosingQuote(code)) {
      if (!attached && !isClosingQuote(code)) break
    } else if (!(isStraightQuote(code) && attached && closesBefore(tokens, last + 2, limit))) {
      break
    }
    last++
  }
  return last
}

/** What a rule looks at: the cluster `mark..last` that may end the sentence begun at `sentence`, and the token `next` after it. */
interface Context {
  readonly text: string
  readonly tokens: Tokens
  readonly abbreviations: Abbreviations
  /** End of the paragraph. */
  readonly limit: number
  sentence: number
  mark: number
  last: number
  next: number
}

const GOES_ON = false
const ENDS = true
/** Says that the sentence ends here, that it goes on, or nothing (null). */
type Rule = (context: Context) => boolean | null

function endsSentence(context: Context): boolean {
  for (const rule of RULES) {
    const verdict = rule(context)
    if (verdict !== null) return verdict
  }
  return ENDS
}

/** 10.11.2020, lenta.ru, А.Б: what is written together stays together, save for a forgotten space: `конец.Начало`. */
function writtenTogether({ text, tokens, mark, last, next }: Context): boolean | null {
  if (tokens.gap[next] !== GAP_NONE || isOpening(text, tokens, next)) return null
  if (mark === 0 || tokens.kind[next] !== KIND_WORD || tokens.kind[mark - 1] !== KIND_WORD) return GOES_ON
  const before = tokens.form[mark - 1]
  const after = tokens.form[next]
  const long = before.text.length > 2 && after.text.length > 1
  const capital = before.shape === SHAPE_LOWER && after.shape !== SHAPE_LOWER && after.shape !== SHAPE_NONE
  return (long && capital && isCyrillic(before) === isCyrillic(after)) || last > mark ? null : GOES_ON
}

function isCyrillic(form: Form): boolean {
  return form.text.charCodeAt(0) >= 0x400
}

/** `(!)`, `(?)`: the writer's wonder, not an end. */
function markAlone({ text, tokens, mark, sentence }: Context): boolean | null {
  if (mark === sentence || tokens.gap[mark] !== GAP_NONE) return null
  return isOpeningBracket(codeAt(text, tokens, mark - 1)) ? GOES_ON : null
}

/** No sentence begins with a small letter: `«Зачем?» спросил он`, `руб. в год`. */
function smallLetter({ tokens, next }: Context): boolean | null {
  return isSmall(tokens, next) ? GOES_ON : null
}

/** Nor with a comma, a colon, a closing bracket: `и т. д., и т. п.` */
function middleMark({ text, tokens, next, limit }: Context): boolean | null {
  if (tokens.kind[next] !== KIND_MARK) return null
  const code = codeAt(text, tokens, next)
  if (code === 0x2c || code === 0x3b || code === 0x3a || code === 0x25 || code === 0x2f) return GOES_ON // , ; : % /
  if (isClosingBracket(code)) return GOES_ON
  if (isOpening(text, tokens, next)) return startsSmall(text, tokens, next, limit) ? GOES_ON : null
  return null
}

/** `«Нет!» — сказал он` goes on; `— Нет. — Он встал` ends before the second dash. */
function beforeDash({ text, tokens, mark, last, next, limit }: Context): boolean | null {
  if (tokens.kind[next] !== KIND_MARK || !isDash(codeAt(text, tokens, next))) return null
  if (last > mark && !isEnd(codeAt(text, tokens, last))) return GOES_ON // after a closing mark comes the attribution
  return startsSmall(text, tokens, next, limit) ? GOES_ON : null
}

/** `1. Прекратить огонь`, `IV. Порядок`, `а. Стороны`: the number of a point opens its sentence. */
function numberOfPoint({ tokens, sentence, mark, last }: Context): boolean | null {
  if (last !== mark || mark === sentence || mark - sentence > 5) return null
  for (let i = sentence; i < mark; i++) {
    const word = tokens.kind[i] === KIND_WORD
    if (word && tokens.form[i].text.length > 1 && !isRoman(tokens.form[i].text)) return null
    if (word && i > sentence) return null
    if (i > sentence && tokens.gap[i] !== GAP_NONE) return null
  }
  return GOES_ON
}

function isRoman(text: string): boolean {
  if (text.length > 8) return false
  for (const letter of text) {
    if (!'IVXLCХ'.includes(letter)) return false
  }
  return true
}

/** The table of abbreviations, those of several words first. */
function abbreviation({ text, tokens, abbreviations, sentence, mark, last, next, limit }: Context): boolean | null {
  if (last !== mark || mark === sentence || tokens.kind[mark - 1] !== KIND_WORD) return null
  if (codeAt(text, tokens, mark) !== 0x2e || tokens.gap[mark] !== GAP_NONE) return null
  const word = tokens.form[mark - 1].folded
  let first = mark - 1
  let row = abbreviations.rows.get(word)
  if (abbreviations.lastWords.has(word)) {
    let words = word
    for (let i = mark - 1; i - 2 >= sentence && mark - i < 7; i -= 2) {
      if (tokens.kind[i - 2] !== KIND_WORD || codeAt(text, tokens, i - 1) !== 0x2e) break
      words = `${tokens.form[i - 2].folded}.${words}`
      const longer = abbreviations.rows.get(words)
      if (longer === undefined) continue
      row = longer
      first = i - 2
    }
  }
  if (row === undefined) return null
  const afterNumber = first > sentence && isNumeral(tokens, first - 1)
  const ends = afterNumber ? row.endsAfterNumber : row.ends
  if (ends === ENDS_FREELY) return null
  if (ends === ENDS_UNLESS_NAME) return isNameLike(text, tokens, next) ? GOES_ON : null
  if (ends !== ENDS_BEFORE_CAPITAL) return GOES_ON
  if (row.ends === ENDS_NEVER && isOpeningPhrase(tokens, sentence, mark)) return GOES_ON
  return startsCapital(text, tokens, next, limit) ? ENDS : GOES_ON
}

/** What may follow `им.` or `ген.`: a name, an initial, a genitive (`долл. США`, `им. Парижской коммуны`). */
function isNameLike(text: string, tokens: Tokens, token: number): boolean {
  if (tokens.kind[token] !== KIND_WORD) return false
  const { pos, agr, lex } = tokens.form[token]
  if (tokens.form[token].text.length === 1) return token + 1 < tokens.count && codeAt(text, tokens, token + 1) === 0x2e
  if ((lex & (NAMELIKE | GUESS)) !== 0) return true
  return (pos & (NOUN | ADJECTIVAL)) !== 0 && (pos & NPRO) === 0 && (agr & GENT) !== 0
}

const LONGEST_OPENING = 8

/** `В 1995 г.`, `Ещё к 5 мая 2020 г.`: a preposition begins it and nothing is said yet, whatever capital follows. */
function isOpeningPhrase(tokens: Tokens, sentence: number, mark: number): boolean {
  if (mark - sentence >= LONGEST_OPENING) return false
  const second = tokens.form[sentence].pos & (ADVB | PRCL) ? sentence + 1 : sentence
  if (tokens.kind[second] !== KIND_WORD || (tokens.form[second].pos & PREP) === 0) return false
  for (let i = second + 1; i < mark; i++) {
    if (tokens.kind[i] === KIND_WORD && (tokens.form[i].readings[0].pos & VERBAL) !== 0) return false
  }
  return true
}

/** 2020, 1990-е, XX, and a range's second half. */
function isNumeral(tokens: Tokens, token: number): boolean {
  if (tokens.kind[token] === KIND_NUMBER) return true
  // `20 млн т.`
  if (token > 0 && tokens.kind[token - 1] === KIND_NUMBER && tokens.form[token].shape === SHAPE_LOWER) return true
  const { text } = tokens.form[token]
  return (
    tokens.kind[token] === KIND_WORD && (isRoman(text) || (text.charCodeAt(0) >= 0x30 && text.charCodeAt(0) < 0x3a))
  )
}

/** `А. Б. Иванов`, `Б.Асад`; but `в группе Б. Он…` ends before a word that names nobody. */
function initial({ text, tokens, sentence, mark, last, next }: Context): boolean | null {
  if (last !== mark || mark === sentence || codeAt(text, tokens, mark) !== 0x2e) return null
  const letter = tokens.form[mark - 1]
  if (tokens.kind[mark - 1] !== KIND_WORD || letter.text.length !== 1 || letter.shape === SHAPE_LOWER) return null
  if (tokens.kind[next] !== KIND_WORD) return null
  // `5G.` is no initial, nor is `B.V.` before Cyrillic.
  if (mark - 1 > sentence && tokens.gap[mark - 1] === GAP_NONE && tokens.kind[mark - 2] === KIND_NUMBER) return null
  const after = tokens.form[next]
  if (after.text.length === 1) return GOES_ON
  if (tokens.gap[next] !== GAP_NONE && isCyrillic(after) !== isCyrillic(letter) && isCyrillic(after)) {
    if (firstInitial(text, tokens, mark - 1, sentence) < mark - 1) return ENDS
  }
  const couldName = (after.lex & (NAMELIKE | GUESS)) !== 0 || (after.pos & (NOUN | ADJECTIVAL)) !== 0
  if (!couldName) return ENDS
  // `Иванов И. И. Документы…`: a surname before the initials has taken them already.
  const before = firstInitial(text, tokens, mark - 1, sentence) - 1
  const taken =
    before >= sentence && (tokens.form[before].lex & (NAMELIKE & ~PATR)) !== 0 && tokens.kind[before] === KIND_WORD
  return taken && (after.lex & (NAMELIKE | GUESS)) === 0 ? ENDS : GOES_ON
}

/** First of the initials `А. Б.` whose last letter is at `token`. */
function firstInitial(text: string, tokens: Tokens, token: number, sentence: number): number {
  let first = token
  while (first - 2 >= sentence && token - first < 6) {
    const letter = tokens.form[first - 2]
    if (codeAt(text, tokens, first - 1) !== 0x2e || letter.text.length !== 1 || letter.shape === SHAPE_LOWER) break
    if (tokens.kind[first - 2] !== KIND_WORD) break
    first -= 2
  }
  return first
}

/** The first to speak wins; where none does the sentence ends. */
const RULES: readonly Rule[] = [
  markAlone,
  writtenTogether,
  smallLetter,
  middleMark,
  beforeDash,
  numberOfPoint,
  abbreviation,
  initial,
]

function isOpening(text: string, tokens: Tokens, token: number): boolean {
  if (tokens.kind[token] !== KIND_MARK) return false
  const code = codeAt(text, tokens, token)
  return isOpeningBracket(code) || isOpeningQuote(code) || isStraightQuote(code)
}

/** First token from `at` that is no dash, opening mark or the like; looks at a few marks only. */
function firstVisible(text: string, tokens: Tokens, at: number, limit: number): number {
  const stop = Math.min(at + 4, limit)
  let token = at
  while (token < stop && tokens.kind[token] === KIND_MARK) {
    const code = codeAt(text, tokens, token)
    if (!isDash(code) && !isOpening(text, tokens, token) && code !== 0x2e && code !== 0x2026) break
    token++
  }
  return token < stop ? token : -1
}

function startsSmall(text: string, tokens: Tokens, at: number, limit: number): boolean {
  const token = firstVisible(text, tokens, at, limit)
  return token !== -1 && isSmall(tokens, token)
}

/** Begins with a small letter; `17-летний` begins with a figure, as a sentence may. */
function isSmall(tokens: Tokens, token: number): boolean {
  if (tokens.kind[token] !== KIND_WORD || tokens.form[token].shape !== SHAPE_LOWER) return false
  return tokens.form[token].text.charCodeAt(0) > 0x39
}

function startsCapital(text: string, tokens: Tokens, at: number, limit: number): boolean {
  const token = firstVisible(text, tokens, at, limit)
  if (token === -1) return true
  return tokens.kind[token] === KIND_WORD && tokens.form[token].shape !== SHAPE_LOWER
}
