/**
 * YAML 1.2 text to plain data that remembers where everything stands. Anchors and aliases are refused: a dossier has no need of them, and
 * without them a small file cannot unfold into a huge one, nor into a cycle.
 */
import type { Problem } from '@parley/core'
import { isMap, isScalar, isSeq, type Node, parseDocument, visit } from 'yaml'

export type Path = readonly (string | number)[]

export interface YamlFile {
  readonly file: string
  /** Plain data; undefined when the file could not be read. */
  readonly data: unknown
  /** A problem at the value at `path`; or, with `key`, at that key of the map there. A path that leads nowhere points at the nearest thing above it. */
  problemAt(path: Path, code: string, message: string, hint?: string, key?: string): Problem
}

/** A dossier's file is written by hand; 4 million characters are some 20,000 places. */
const MOST_CHARACTERS = 4_000_000

export function readYaml(file: string, text: string, problems: Problem[]): YamlFile {
  // A lone CR ends a line in YAML 1.2, but not for the parser, which would take the rest of the file for one comment.
  const source = text.replace(/^\uFEFF/, '').replace(/\r(?!\n)/g, '\n')
  const place = placesIn(source)
  const at = (offset: number, code: string, message: string, hint = ''): Problem => {
    const { line, column, words } = place(offset)
    return { code: `dossier/${code}`, file, line, column, excerpt: excerptOf(words), message, hint }
  }
  const failed: YamlFile = { file, data: undefined, problemAt: (_, code, message, hint) => at(0, code, message, hint) }
  if (source.length > MOST_CHARACTERS) {
    problems.push(
      at(0, 'too-large', `the file has ${source.length} characters, more than ${MOST_CHARACTERS}`, 'split the dossier'),
    )
    return failed
  }
  // What bytes that are no UTF-8 were read as (Windows-1251, UTF-16): names would be kept as marks that no report holds.
  const foreign = source.search(/[\uFFFD\0]/)
  if (foreign >= 0) {
    problems.push(at(foreign, 'encoding', 'the file is not UTF-8, or damaged', 'save it as UTF-8'))
    return failed
  }
  const depth = deepestFlow(source)
  if (depth.levels > 50) {
    problems.push(
      at(depth.offset, 'too-deep', `brackets ${depth.levels} levels deep`, 'a dossier is never deeper than ten'),
    )
    return failed
  }

  const document = parseDocument(source, {
    version: '1.2',
    prettyErrors: false,
    stringKeys: true,
  })
  for (const error of [...document.errors, ...document.warnings]) {
    // A tab where spaces must stand is told as several mistakes; each names the same place.
    const tab = error.code === 'TAB_AS_INDENT' || /^ *\t/.test(place(error.pos[0]).words)
    const code = tab ? 'tab' : error.code === 'DUPLICATE_KEY' ? 'double-key' : 'yaml'
    const hint = tab ? 'put spaces in its place' : ''
    const message = tab
      ? 'a tab begins the line; YAML is indented with spaces'
      : `not YAML: ${firstLine(error.message)}`
    const problem = at(error.pos[0], code, message, hint)
    if (!problems.some(other => other.file === file && other.line === problem.line && other.code === problem.code))
      problems.push(problem)
  }
  let aliases = 0
  // Most files hold neither mark, and to visit ten thousand places takes its time.
  if (/[&*]/.test(source))
    visit(document, {
      Alias: (_, node) => {
        aliases++
        problems.push(
          at(node.range?.[0] ?? 0, 'alias', `*${node.source} points to another part of the file`, 'write it out'),
        )
      },
      Node: (_, node) => {
        if ('anchor' in node && node.anchor) {
          problems.push(
            at(
              node.range?.[0] ?? 0,
              'alias',
              `&${node.anchor} is an anchor`,
              'leave it out: each thing is written where it stands',
            ),
          )
          aliases++
        }
      },
    })
  if (document.errors.length > 0 || aliases > 0) return failed

  const nodeAt = (path: Path): Node | null => {
    let node = document.contents as Node | null
    for (const step of path) {
      const next = isMap(node) || isSeq(node) ? (node.get(step, true) as Node | undefined) : undefined
      if (next === undefined) break
      node = next
    }
    return node
  }
  return {
    file,
    data: document.toJS({ maxAliasCount: 0 }),
    problemAt(path, code, message, hint = '', key) {
      const node = nodeAt(path)
      const pair =
        key !== undefined && isMap(node)
          ? node.items.find(item => isScalar(item.key) && item.key.value === key)
          : undefined
      const place = (pair?.key as Node | undefined) ?? node
      return at(place?.range?.[0] ?? 0, code, message, hint)
    },
  }
}

/** Offset -> line and column from 1, and the words of that line. An offset outside the source counts as its nearest end. */
function placesIn(source: string): (offset: number) => { line: number; column: number; words: string } {
  const starts = [0]
  for (const match of source.matchAll(/\r\n?|\n/g)) starts.push(match.index + match[0].length)
  return offset => {
    const clamped = Math.min(Math.max(offset, 0), source.length)
    let low = 0
    let high = starts.length
    while (high - low > 1) {
      const middle = (low + high) >> 1
      if (starts[middle] <= clamped) low = middle
      else high = middle
    }
    const words = source.slice(starts[low], starts[low + 1] ?? source.length).replace(/[\r\n]+$/, '')
    return { line: low + 1, column: clamped - starts[low] + 1, words }
  }
}

/** Where brackets nest deepest, strings included: an upper bound that needs no parser, for the parser calls itself at each level. */
function deepestFlow(source: string): { levels: number; offset: number } {
  let level = 0
  let deepest = { levels: 0, offset: 0 }
  for (let i = 0; i < source.length; i++) {
    const mark = source[i]
    if (mark === '[' || mark === '{') level++
    else if (mark === ']' || mark === '}') level = Math.max(0, level - 1)
    if (level > deepest.levels) deepest = { levels: level, offset: i }
  }
  return deepest
}

function excerptOf(line: string): string {
  const trimmed = line.trim()
  return trimmed.length <= 120 ? trimmed : `${trimmed.slice(0, 119)}…`
}

function firstLine(message: string): string {
  return message.split('\n')[0]
}
