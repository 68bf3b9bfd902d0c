/** The files of a language folder and of the ontology, read and checked: tables, data, models. */
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { Problem } from '@parley/core'
import { parseDocument } from 'yaml'
import { checkReferences } from './check-references.ts'
import { readTable, type Table } from './tables.ts'

export interface LanguageFiles {
  /** By path without extension: `cues`, `names/given`, and those of the ontology. */
  readonly tables: ReadonlyMap<string, Table>
  /** What the YAML files say, by path without extension. */
  readonly data: ReadonlyMap<string, unknown>
  /** Bytes of `models/*.bin` by name. */
  readonly models: ReadonlyMap<string, Uint8Array>
  /** Path of a table as problems show it. */
  readonly pathOf: (table: string) => string
}

/** `folder`: `languages/<code>`; `shown`: what problems call it. Mistakes are pushed to `problems`. */
export function readLanguageFiles(folder: string, shown: string, ontology: string, problems: Problem[]): LanguageFiles {
  const tables = new Map<string, Table>()
  const paths = new Map<string, string>()
  const data = new Map<string, unknown>()
  const models = new Map<string, Uint8Array>()
  for (const [root, shownRoot] of [
    [folder, shown],
    [ontology, 'ontology'],
  ]) {
    for (const file of listFiles(root)) {
      const dot = file.lastIndexOf('.')
      const name = file.slice(0, dot)
      const path = `${shownRoot}/${file}`
      const bytes = (): Uint8Array => readFileSync(join(root, file))
      if (file.endsWith('.tsv')) {
        tables.set(name, readTable(name, path, new TextDecoder().decode(bytes()), problems))
        paths.set(name, path)
      } else if (file.endsWith('.yaml')) {
        data.set(name, readYaml(path, new TextDecoder().decode(bytes()), problems))
      } else if (file.startsWith('models/') && file.endsWith('.bin')) {
        models.set(name.slice('models/'.length), bytes())
      }
    }
  }
  const pathOf = (table: string): string => paths.get(table) ?? table
  checkReferences(tables, pathOf, problems)
  return { tables, data, models, pathOf }
}

function readYaml(file: string, text: string, problems: Problem[]): unknown {
  const document = parseDocument(text, { version: '1.2' })
  for (const error of document.errors) {
    const { line, col } = error.linePos?.[0] ?? { line: 1, col: 1 }
    const excerpt = text.split('\n')[line - 1] ?? ''
    problems.push({
      code: 'lang/bad-yaml',
      file,
      line,
      column: col,
      excerpt,
      message: error.message.split('\n')[0],
      hint: '',
    })
  }
  return document.errors.length > 0 ? null : document.toJS()
}

/** Files below a folder as sorted paths with `/`; [] when there is no folder. */
export function listFiles(folder: string): string[] {
  if (statSync(folder, { throwIfNoEntry: false })?.isDirectory() !== true) return []
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).map(file => file.replaceAll('\\', '/'))
  return files.filter(file => statSync(join(folder, file)).isFile()).sort()
}
