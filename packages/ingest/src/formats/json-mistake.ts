/**
 * Where a text stops being JSON. `JSON.parse` says so only in some of its messages and in the words of one engine; a user
 * needs line and column in each case. Called only after `JSON.parse` has refused the text.
 */

export interface JsonMistake {
  /** From 1. */
  readonly line: number
  /** From 1, in characters (UTF-16 code units). */
  readonly column: number
  readonly expected: string
  /** The character found there, or `the end`. */
  readonly found: string
}

/** The first place where `text` breaks the grammar of RFC 8259, or null when it does not. */
export function findJsonMistake(text: string): JsonMistake | null {
  const scanner = new Scanner(text)
  const expected = scanner.scan()
  return expected === null ? null : { ...placeOf(text, scanner.at), expected, found: describe(text, scanner.at) }
}

const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y
const SPACE = /[ \t\n\r]*/y
// Each run of plain characters is taken in one step; what stops it is a quote, an escape or a control character.
const PLAIN = /[^"\\\u0000-\u001f]*/y
const ESCAPE = /\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/y

/** Walks the text with a stack of its own: nesting is as deep as the input likes. */
class Scanner {
  at = 0
  readonly #text: string
  /** `{` and `[` that are open. */
  readonly #open: string[] = []

  constructor(text: string) {
    this.#text = text
  }

  /** What was expected at `this.at`, or null when the whole text is one JSON value. */
  scan(): string | null {
    for (;;) {
      this.#take(SPACE)
      const opened = this.#character()
      if (opened === '{' || opened === '[') {
        this.at++
        this.#take(SPACE)
        if (this.#character() !== (opened === '{' ? '}' : ']')) {
          this.#open.push(opened)
          const wrong = opened === '{' ? this.#name() : null
          if (wrong !== null) return wrong
          continue
        }
        this.at++
      } else {
        const wrong = this.#scalar()
        if (wrong !== null) return wrong
      }
      const wrong = this.#afterValue()
      if (wrong !== null) return wrong === DONE ? null : wrong
    }
  }

  /** Closes what ends here, then steps over the comma to the next value. */
  #afterValue(): string | null {
    for (;;) {
      this.#take(SPACE)
      const character = this.#character()
      const open = this.#open.at(-1)
      if (open === undefined) return character === '' ? DONE : 'nothing more after the value'
      const close = open === '{' ? '}' : ']'
      if (character === close) {
        this.#open.pop()
        this.at++
      } else if (character === ',') {
        this.at++
        return open === '{' ? this.#name() : null
      } else return `"," or "${close}"`
    }
  }

  #name(): string | null {
    this.#take(SPACE)
    if (this.#character() !== '"') return 'a name in double quotes'
    const wrong = this.#string()
    if (wrong !== null) return wrong
    this.#take(SPACE)
    if (this.#character() !== ':') return '":" after the name'
    this.at++
    return null
  }

  #scalar(): string | null {
    if (this.#character() === '"') return this.#string()
    for (const word of ['true', 'false', 'null']) {
      if (!this.#text.startsWith(word, this.at)) continue
      this.at += word.length
      return null
    }
    return this.#take(NUMBER) ? null : 'a value'
  }

  #string(): string | null {
    this.at++
    for (;;) {
      this.#take(PLAIN)
      const character = this.#character()
      if (character === '"') {
        this.at++
        return null
      }
      if (character === '') return 'a closing double quote'
      if (character !== '\\') return 'an escape such as \\n in place of a bare control character'
      if (!this.#take(ESCAPE)) return 'a lawful escape after "\\"'
    }
  }

  #character(): string {
    return this.#text.charAt(this.at)
  }

  /** Moves past what the pattern matches here; false when that is nothing. */
  #take(pattern: RegExp): boolean {
    pattern.lastIndex = this.at
    if (!pattern.test(this.#text)) return false
    const moved = pattern.lastIndex > this.at
    this.at = pattern.lastIndex
    return moved
  }
}

const DONE = 'done'

function placeOf(text: string, offset: number): { line: number; column: number } {
  let line = 1
  let lineStart = 0
  for (let at = text.indexOf('\n'); at >= 0 && at < offset; at = text.indexOf('\n', at + 1)) {
    line++
    lineStart = at + 1
  }
  return { line, column: offset - lineStart + 1 }
}

function describe(text: string, at: number): string {
  const point = text.codePointAt(at)
  if (point === undefined) return 'the end'
  if (point < 0x20) return `U+${point.toString(16).toUpperCase().padStart(4, '0')}`
  return JSON.stringify(String.fromCodePoint(point))
}
