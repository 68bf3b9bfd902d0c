/**
 * The mini-notation of gold lines: `{q1:«Мы готовы»}, — {c1:заявил} {s1:министр}.` Marks nest. A label may carry
 * attributes: `{q1 kind=direct act=state:…}`. `\` before `{`, `}`, `|` or `\` makes them plain characters, `\n` is a line break.
 */
export interface Mark {
  /** As written: `q1`. */
  readonly label: string
  readonly attributes: Readonly<Record<string, string>>
  /** UTF-16 code units of `MarkedText.text`, half-open. */
  readonly start: number
  readonly end: number
}

export interface MarkedText {
  readonly text: string
  /** By start, longer first. */
  readonly marks: readonly Mark[]
}

const OPENING = /\{([\p{L}][\p{L}\p{N}_-]*)((?: [\p{L}][\p{L}\p{N}_-]*=[^ :{}]+)*):/uy

/** Throws a SyntaxError with the column (from 1) of a brace that has no partner, no label or nothing inside. */
export function parseMarked(line: string): MarkedText {
  let text = ''
  const marks: Mark[] = []
  const open: { label: string; attributes: Record<string, string>; start: number; column: number }[] = []
  for (let at = 0; at < line.length; ) {
    const character = line[at]
    if (character === '\\') {
      const next = line[at + 1]
      if (next === undefined || !'{}|\\n'.includes(next)) throw mistake(line, at, 'a lone backslash')
      text += next === 'n' ? '\n' : next
      at += 2
    } else if (character === '{') {
      OPENING.lastIndex = at
      const match = OPENING.exec(line)
      if (match === null) throw mistake(line, at, '`{` without `label:`')
      const attributes = Object.fromEntries(
        match[2]
          .split(' ')
          .filter(Boolean)
          .map(pair => pair.split('=', 2)),
      ) as Record<string, string>
      open.push({ label: match[1], attributes, start: text.length, column: at })
      at = OPENING.lastIndex
    } else if (character === '}') {
      const mark = open.pop()
      if (mark === undefined) throw mistake(line, at, '`}` closes nothing')
      if (mark.start === text.length) throw mistake(line, at, 'a mark around nothing')
      marks.push({ label: mark.label, attributes: mark.attributes, start: mark.start, end: text.length })
      at += 1
    } else {
      text += character
      at += 1
    }
  }
  if (open.length > 0) throw mistake(line, open[open.length - 1].column, '`{` is never closed')
  // The sort is stable: of two marks of one extent the outer one, closed later, must come first.
  marks.reverse().sort((a, b) => a.start - b.start || b.end - a.end)
  return { text, marks }
}

/** The marks with this letter: `marksOf(marks, 'q')` finds `q`, `q1`, `q2`. */
export function marksOf(marks: readonly Mark[], letter: string): Mark[] {
  return marks.filter(mark => mark.label.replace(/\d+$/, '') === letter)
}

/** The mark with this very label, or null. */
export function markOf(marks: readonly Mark[], label: string): Mark | null {
  return marks.find(mark => mark.label === label) ?? null
}

/** The notation of a text with marks: what `parseMarked` reads back. For messages: shows what was found as the gold line would. */
export function printMarked(text: string, marks: readonly Mark[]): string {
  const plain = (part: string) => part.replace(/[{}|\\]/g, '\\$&').replaceAll('\n', '\\n')
  const sorted = marks.map((mark, order) => ({ ...mark, order }))
  sorted.sort((a, b) => a.start - b.start || b.end - a.end || a.order - b.order)
  let line = ''
  let at = 0
  const ends: number[] = []
  const upTo = (position: number) => {
    line += plain(text.slice(at, position))
    at = position
  }
  const closeUntil = (position: number) => {
    while (ends.length > 0 && ends[ends.length - 1] <= position) {
      upTo(ends.pop() as number)
      line += '}'
    }
  }
  for (const { label, attributes, start, end } of sorted) {
    closeUntil(start)
    if (ends.length > 0 && end > ends[ends.length - 1])
      throw new RangeError(`mark ${label} ${start}..${end} crosses one that ends at ${ends[ends.length - 1]}`)
    upTo(start)
    const pairs = Object.entries(attributes).map(([name, value]) => ` ${name}=${value}`)
    line += `{${label}${pairs.join('')}:`
    ends.push(end)
  }
  closeUntil(text.length)
  upTo(text.length)
  return line
}

function mistake(line: string, at: number, what: string): SyntaxError {
  return new SyntaxError(`column ${at + 1}: ${what}: ${line}`)
}
