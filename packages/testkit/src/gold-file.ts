/**
 * Gold files: one case, one line, readable aloud. `#` begins a comment line; text after a tab is the case's source (and further
 * tabbed cells, for stages that expect a value); a line starting `? ` is known to fail, and the run asks to drop the mark once it passes;
 * a line starting `! ` must find nothing.
 */
import { readFileSync } from 'node:fs'
import { describe, test } from 'vitest'

export interface GoldLine {
  readonly file: string
  /** From 1. */
  readonly line: number
  /** The case in its stage's notation. */
  readonly text: string
  /** Cells after the first tab. */
  readonly cells: readonly string[]
  readonly knownToFail: boolean
  /** Nothing may be found here. */
  readonly never: boolean
}

export function parseGold(content: string, file: string): GoldLine[] {
  const lines: GoldLine[] = []
  content.split(/\r?\n/).forEach((raw, index) => {
    if (raw.startsWith('#') || raw.trim() === '') return
    let rest = raw
    const knownToFail = rest.startsWith('? ')
    if (knownToFail) rest = rest.slice(2)
    const never = rest.startsWith('! ')
    if (never) rest = rest.slice(2)
    const [text, ...cells] = rest.split('\t')
    lines.push({ file, line: index + 1, text, cells, knownToFail, never })
  })
  return lines
}

/** Lines of the file at `url` (give `new URL('../gold/…', import.meta.url)`). Throws when the file cannot be read. */
export function readGold(url: URL): GoldLine[] {
  return parseGold(readFileSync(url, 'utf8'), url.pathname.split('/').slice(-3).join('/'))
}

/** What `scripts/test.ts` counts in the report. */
export const KNOWN_TO_FAIL = 'known to fail: '

/** One test a line. `check` throws (an `expect`, say) when the line does not hold. */
export function testGold(lines: readonly GoldLine[], check: (line: GoldLine) => void | Promise<void>): void {
  if (lines.length === 0) throw new RangeError('a gold file without cases')
  describe(lines[0].file, () => {
    for (const line of lines) {
      const name = `${line.line}: ${line.never ? 'never in ' : ''}${line.text}`
      if (!line.knownToFail) {
        test(name, () => check(line))
        continue
      }
      test(KNOWN_TO_FAIL + name, async () => {
        const failed = await Promise.resolve()
          .then(() => check(line))
          .then(
            () => false,
            () => true,
          )
        if (!failed) throw new Error(`${line.file}:${line.line} passes now: drop its \`? \``)
      })
    }
  })
}
