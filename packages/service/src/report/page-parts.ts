/** The fixed parts of a report page, read once: style, script and fonts, all inlined so that the page asks the network for nothing. */
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'

export interface PageParts {
  readonly style: string
  readonly script: string
  /** Content security policy: this style, this script and inlined fonts run; nothing is fetched. */
  readonly policy: string
}

const made = new Map<string, PageParts>()

/** `sheets`: style sheets of this folder beside the report's own; `script`: a script of it, or null. */
export function pageParts(sheets: readonly string[] = [], script: string | null = 'report.js'): PageParts {
  const key = [...sheets, script].join()
  const parts = made.get(key) ?? loadParts(sheets, script)
  made.set(key, parts)
  return parts
}

function loadParts(sheets: readonly string[], scriptFile: string | null): PageParts {
  const read = (file: string): string => readFileSync(join(import.meta.dirname, file), 'utf8')
  const style = [fontFaces(), ...['report.css', ...sheets].map(read)].join('\n')
  const script = scriptFile === null ? '' : read(scriptFile)
  const policy = [
    "default-src 'none'",
    'font-src data:',
    `style-src '${hashOf(style)}'`,
    scriptFile === null ? "script-src 'none'" : `script-src '${hashOf(script)}'`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ')
  return { style, script, policy }
}

function hashOf(source: string): string {
  return `sha256-${createHash('sha256').update(source, 'utf8').digest('base64')}`
}

/** Two typefaces, two speakers: Plex is Parley speaking, Literata the source. Alphabets as the reports need them. */
const FONTS = [
  ['Plex', '@fontsource-variable/ibm-plex-sans', 'ibm-plex-sans'],
  ['Literata', '@fontsource-variable/literata', 'literata'],
] as const
const RANGES = {
  latin: 'U+0000-00FF,U+0131,U+0152-0153,U+02BB-02BC,U+02C6,U+02DA,U+02DC,U+2000-206F,U+20AC,U+2122,U+2212',
  cyrillic: 'U+0301,U+0400-045F,U+0490-0491,U+04B0-04B1,U+2116',
} as const

function fontFaces(): string {
  const { resolve } = createRequire(import.meta.url)
  return FONTS.flatMap(([family, library, file]) =>
    Object.entries(RANGES).map(([alphabet, range]) => {
      const bytes = readFileSync(resolve(`${library}/files/${file}-${alphabet}-wght-normal.woff2`))
      const source = `url(data:font/woff2;base64,${bytes.toString('base64')}) format("woff2")`
      return `@font-face{font-family:"${family}";src:${source};font-weight:200 700;unicode-range:${range}}`
    }),
  ).join('\n')
}
