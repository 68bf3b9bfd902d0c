/**
 * Text -> tokens, in one pass over its code units. Words keep inner hyphens and apostrophes (Ростов-на-Дону, О'Нил),
 * words with digits in them are one (COVID-19, 43-летний); digits alone are numbers; every other visible character is
 * a mark of its own. What is white space is said in letters.ts.
 */
import type { Form, Lexicon } from '../words/form.ts'
import { CONJ, GUESS } from '../words/grammar.ts'
import { type Clitics, startOfClitic } from './clitics.ts'
import { endOfAddress, endOfHandle, endOfUrl, isLocalPart } from './find-link.ts'
import {
  CLASS_DIGIT,
  CLASS_JOINED,
  CLASS_LETTER,
  CLASS_LINE,
  CLASS_MARK,
  CLASS_SPACE,
  classOf,
  classOfPair,
  endOfRun,
  isApostrophe,
  isHighSurrogate,
  isHyphen,
  isLowSurrogate,
} from './letters.ts'
import {
  GAP_LINE,
  GAP_NONE,
  GAP_PARAGRAPH,
  GAP_SPACE,
  KIND_LINK,
  KIND_MARK,
  KIND_NUMBER,
  KIND_WORD,
  type Tokens,
} from './tokens.ts'

const HASH = 0x23
const AT = 0x40

/** `clitics`: what ends a word and is a word of its own (clitics.ts); none when left out. */
export function splitTokens(text: string, lexicon: Lexicon, clitics: Clitics | null = null): Tokens {
  const columns = new Columns(text, lexicon, clitics)
  const length = text.length
  let at = 0
  let gap = GAP_PARAGRAPH // the start of a text starts a paragraph
  while (at < length) {
    const code = text.charCodeAt(at)
    const kind = classAt(text, at, code)
    if (kind === CLASS_SPACE) {
      if (gap === GAP_NONE) gap = GAP_SPACE
      at++
    } else if (kind === CLASS_LINE) {
      // \r\n of a text nobody normalised is one line end.
      const width = code === 0x0d && text.charCodeAt(at + 1) === 0x0a ? 2 : 1
      gap = gap < GAP_LINE ? GAP_LINE : GAP_PARAGRAPH
      at += width
    } else {
      const start = at
      if (kind === CLASS_MARK) {
        at = code === AT || code === HASH ? columns.addHandle(at, gap) : columns.addMark(at, code, gap)
      } else {
        at = columns.addWord(start, kind, gap)
      }
      gap = GAP_NONE
    }
  }
  return columns.finish()
}

function classAt(text: string, at: number, code: number): number {
  return isHighSurrogate(code) && isLowSurrogate(text.charCodeAt(at + 1)) ? classOfPair(text, at) : classOf(code)
}

/** Growing columns of the token layer, and how one token of each kind is read. */
class Columns {
  readonly #text: string
  readonly #lexicon: Lexicon
  readonly #clitics: Clitics | null
  #start: Int32Array
  #end: Int32Array
  #kind: Uint8Array
  #gap: Uint8Array
  readonly #form: Form[] = []
  /** Forms of one-unit marks: the same few come again and again. */
  readonly #marks = new Map<number, Form>()
  #count = 0

  constructor(text: string, lexicon: Lexicon, clitics: Clitics | null) {
    this.#text = text
    this.#lexicon = lexicon
    this.#clitics = clitics
    const room = (text.length >> 2) + 16
    this.#start = new Int32Array(room)
    this.#end = new Int32Array(room)
    this.#kind = new Uint8Array(room)
    this.#gap = new Uint8Array(room)
  }

  /** Adds the word, number or URL at `start`, whose first character is of class `kind`; returns its end. */
  addWord(start: number, kind: number, gap: number): number {
    const text = this.#text
    const first = text.charCodeAt(start)
    if (first < 0x80 && kind === CLASS_LETTER) {
      const end = endOfUrl(text, start)
      if (end !== -1) return this.#add(start, end, KIND_LINK, gap, this.#lexicon.formAt(text, start, end))
    }
    let at = start
    if (kind === CLASS_DIGIT) {
      do at++
      while (classOf(text.charCodeAt(at)) === CLASS_DIGIT)
      // 43-летний, 1997-м: a word; 10-15: two numbers.
      const joined = isHyphen(text.charCodeAt(at)) && isLetterAt(text, at + 1)
      if (!joined) return this.#add(start, at, KIND_NUMBER, gap, this.#lexicon.formAt(text, start, at))
      at++
    }
    let plain = true
    let apostrophe = -1
    let visible = kind !== CLASS_JOINED
    for (;;) {
      const run = endOfRun(text, at)
      if (run > at) {
        visible = true
        at = run
      }
      const code = text.charCodeAt(at)
      const next = at < text.length ? classAt(text, at, code) : CLASS_MARK
      if (next === CLASS_LETTER || next === CLASS_DIGIT) {
        visible = true
        at += isHighSurrogate(code) ? 2 : 1
      } else if (next === CLASS_JOINED) {
        plain = false
        at += isHighSurrogate(code) ? 2 : 1
      } else if (next === CLASS_MARK && visible && isHyphen(code) && isWordAt(text, at + 1)) {
        at++
      } else if (next === CLASS_MARK && visible && isApostrophe(code) && isLetterAt(text, at + 1)) {
        apostrophe = at
        at++
      } else {
        break
      }
    }
    // Combining marks with nothing to stand on are no word.
    if (!visible) return this.#add(start, at, KIND_MARK, gap, this.#lexicon.formAt(text, start, at))
    const clitic =
      apostrophe < 0 || this.#clitics === null ? -1 : startOfClitic(this.#clitics, text, start, apostrophe, at)
    if (clitic > start && plain) {
      this.#add(start, clitic, KIND_WORD, gap, this.#lexicon.formAt(text, start, clitic))
      return this.#add(
        clitic,
        at,
        KIND_WORD,
        GAP_NONE,
        this.#lexicon.form(text.slice(clitic, at).replace('\u2019', "'")),
      )
    }
    if (plain && isHyphen(text.charCodeAt(at))) {
      const whole = this.#brokenWord(start, at)
      if (whole !== null) return this.#add(start, whole.end, KIND_WORD, gap, whole.form)
    }
    const form = plain ? this.#lexicon.formAt(text, start, at) : this.#lexicon.form(spellingOf(text.slice(start, at)))
    return this.#add(start, at, KIND_WORD, gap, form)
  }

  /** «imple- mentation», as a page breaks it: the word from `start` to the hyphen at `hyphen` with what stands behind the break, where the dictionary has the whole; or null. */
  #brokenWord(start: number, hyphen: number): { readonly end: number; readonly form: Form } | null {
    const text = this.#text
    let next = hyphen + 1
    let lines = 0
    for (; next < text.length && next - hyphen <= LONGEST_BREAK; next++) {
      const kind = classOf(text.charCodeAt(next))
      if (kind === CLASS_LINE) lines++
      else if (kind !== CLASS_SPACE) break
    }
    if (next === hyphen + 1 || lines > 1 || !isLetterAt(text, next)) return null
    const end = endOfRun(text, next)
    const rest = text.slice(next, end)
    if (rest !== rest.toLowerCase()) return null
    const form = this.#lexicon.form(text.slice(start, hyphen) + rest)
    const isKnown = (form.readings[0].lex & GUESS) === 0
    // «pre- and post-war»: what stands behind such a hyphen is a word itself.
    return isKnown && (this.#lexicon.form(rest).pos & CONJ) === 0 ? { end, form } : null
  }

  /** Adds the mark at `at`; returns its end. */
  addMark(at: number, code: number, gap: number): number {
    const text = this.#text
    if (isHighSurrogate(code) && isLowSurrogate(text.charCodeAt(at + 1))) {
      return this.#add(at, at + 2, KIND_MARK, gap, this.#lexicon.form(text.slice(at, at + 2)))
    }
    // Two apostrophes or two grave accents are one mark of quotation in plain-text typing.
    if ((code === 0x27 || code === 0x60) && text.charCodeAt(at + 1) === code)
      return this.#add(at, at + 2, KIND_MARK, gap, this.#lexicon.form(text.slice(at, at + 2)))
    let form = this.#marks.get(code)
    if (form === undefined) {
      form = this.#lexicon.form(text[at])
      this.#marks.set(code, form)
    }
    return this.#add(at, at + 1, KIND_MARK, gap, form)
  }

  /** Adds what begins with @ or #, or what an @ joins to the words before it; returns its end. */
  addHandle(at: number, gap: number): number {
    const text = this.#text
    const before = text.charCodeAt(at) === AT && gap === GAP_NONE ? this.#addressStart(at) : -1
    const address = before === -1 ? -1 : endOfAddress(text, at)
    if (address !== -1) {
      const opening = this.#tokenAt(before)
      const joined = this.#gap[opening]
      this.#count = opening
      this.#form.length = opening
      return this.#add(before, address, KIND_LINK, joined, this.#lexicon.formAt(text, before, address))
    }
    const attached = gap === GAP_NONE && this.#kind[this.#count - 1] !== KIND_MARK
    const end = attached ? -1 : endOfHandle(text, at)
    if (end === -1) return this.addMark(at, text.charCodeAt(at), gap)
    return this.#add(at, end, KIND_LINK, gap, this.#lexicon.formAt(text, at, end))
  }

  /** Start of the local part that ends at `at`, on a token's border, or -1. Each token is looked at once: links stay closed. */
  #addressStart(at: number): number {
    let start = -1
    for (let token = this.#count - 1; token >= 0; token--) {
      if (this.#kind[token] === KIND_LINK) break
      let index = this.#start[token]
      while (index < this.#end[token] && isLocalPart(this.#text.charCodeAt(index))) index++
      if (index < this.#end[token]) break
      if (this.#kind[token] !== KIND_MARK) start = this.#start[token]
      if (this.#gap[token] !== GAP_NONE || at - this.#start[token] > LONGEST_LOCAL_PART) break
    }
    return start
  }

  #tokenAt(start: number): number {
    let token = this.#count - 1
    while (this.#start[token] > start) token--
    return token
  }

  #add(start: number, end: number, kind: number, gap: number, form: Form): number {
    if (this.#count === this.#start.length) this.#grow()
    const index = this.#count++
    this.#start[index] = start
    this.#end[index] = end
    this.#kind[index] = kind
    this.#gap[index] = gap
    this.#form[index] = form
    return end
  }

  #grow(): void {
    const room = this.#start.length * 2
    this.#start = copyInto(new Int32Array(room), this.#start)
    this.#end = copyInto(new Int32Array(room), this.#end)
    this.#kind = copyInto(new Uint8Array(room), this.#kind)
    this.#gap = copyInto(new Uint8Array(room), this.#gap)
  }

  finish(): Tokens {
    const count = this.#count
    return {
      count,
      start: this.#start.slice(0, count),
      end: this.#end.slice(0, count),
      kind: this.#kind.slice(0, count),
      gap: this.#gap.slice(0, count),
      form: this.#form,
    }
  }
}

/** RFC 5321 allows 64; also what keeps a megabyte of `a.a.a.@` linear. */
const LONGEST_LOCAL_PART = 64

/** White space at the end of a line within a broken word. */
const LONGEST_BREAK = 4

function copyInto<T extends Int32Array | Uint8Array>(target: T, source: T): T {
  target.set(source)
  return target
}

function isLetterAt(text: string, at: number): boolean {
  if (at >= text.length) return false
  return classAt(text, at, text.charCodeAt(at)) === CLASS_LETTER
}

function isWordAt(text: string, at: number): boolean {
  if (at >= text.length) return false
  const kind = classAt(text, at, text.charCodeAt(at))
  return kind === CLASS_LETTER || kind === CLASS_DIGIT
}

/** The word as the dictionary spells it: without soft hyphens, joiners and stress marks. */
function spellingOf(word: string): string {
  let spelling = ''
  for (let i = 0; i < word.length; i++) {
    const code = word.charCodeAt(i)
    if (code === 0xad || code === 0x200c || code === 0x200d || code === 0x2060) continue
    if ((code === 0x300 || code === 0x301) && isCyrillic(word.charCodeAt(i - 1))) continue
    spelling += word[i]
  }
  return spelling === '' ? word : spelling
}

function isCyrillic(code: number): boolean {
  return code >= 0x400 && code < 0x530
}
