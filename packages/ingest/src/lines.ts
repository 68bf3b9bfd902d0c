/**
 * Things said of an input: each has a code and a line of English, into which its parameters are set. The line is what is kept, hashed and printed;
 * whoever words it otherwise (the page, in another language) reads code and parameters back off it.
 */

export interface Cause<Code extends string> {
  readonly code: Code
  readonly params: Readonly<Record<string, string>>
}

export interface Lines<Code extends string> {
  /** Throws for a parameter that its line has and `params` lacks. */
  readonly write: (code: Code, params?: Readonly<Record<string, string | number>>) => string
  /** null for a line that is in no list. */
  readonly read: (line: string) => Cause<Code> | null
}

const PARAMETER = /\{(\w+)\}/g

/** `lines`: `{name}` is a parameter. Two lines never fit the same words. */
export function linesOf<Code extends string>(lines: Readonly<Record<Code, string>>): Lines<Code> {
  /** Of a line the fixed words and, between them, the names of its parameters. The longest first words are tried first. */
  const shapes = (Object.keys(lines) as Code[])
    .map((code): [Code, string[]] => [code, lines[code].split(PARAMETER)])
    .sort(([, a], [, b]) => b[0].length - a[0].length)
  return {
    write: (code, params = {}) =>
      lines[code].replace(PARAMETER, (_, name: string) => {
        if (params[name] === undefined) throw new Error(`reason ${code} without its ${name}`)
        return String(params[name])
      }),
    read: line => {
      for (const [code, parts] of shapes) {
        const params = fit(line, parts)
        if (params !== null) return { code, params }
      }
      return null
    },
  }
}

function fit(line: string, parts: readonly string[]): Readonly<Record<string, string>> | null {
  if (!line.startsWith(parts[0])) return null
  const params: Record<string, string> = {}
  let at = parts[0].length
  for (let i = 1; i < parts.length; i += 2) {
    const words = parts[i + 1]
    const isLast = i + 2 === parts.length
    const end = isLast ? line.length - words.length : line.indexOf(words, at)
    if (end <= at || !line.startsWith(words, end)) return null
    params[parts[i]] = line.slice(at, end)
    at = end + words.length
  }
  return at === line.length ? params : null
}
