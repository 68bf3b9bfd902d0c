/**
 * Compiles a language folder and the dictionary it names into one pack file. What is in the folder decides what is in the
 * pack: `*.tsv` become tables, `*.yaml` data, `models/*.bin` models, each by its path without extension.
 */
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { type Problem, ProblemError } from '@parley/core'
import { parseDocument } from 'yaml'
import { compileWords, labelsOf } from './compile-words.ts'
import { bytesOf, type PackSection, writeContainer } from './container.ts'
import { compileEndings } from './guess-endings.ts'
import { compileNames } from './name-tables.ts'
import { type OpenCorpora, readOpenCorpora } from './opencorpora.ts'
import { Paradigms } from './paradigms.ts'
import { regionNames } from './region-names.ts'
import { readTable, type Table } from './tables.ts'
import { WordChanges } from './word-changes.ts'

export interface CompileOptions {
  /** `languages/<code>`. */
  readonly folder: string
  readonly code: string
  /** `ontology`: tables that hold for every language. */
  readonly ontology: string
  /** Folder of the OpenCorpora data (`az/dicts`). */
  readonly dictionary: string
  /** Hash of everything the pack is made from (see inputsHash), kept in the header. */
  readonly inputs: string
}

export const PACK_FORMAT = 'parley/pack@1'

/** Returns the pack's bytes: the same inputs and the same ICU give the same bytes. Throws ProblemError for bad tables. */
export function compileLanguage(options: CompileOptions): Uint8Array {
  const problems: Problem[] = []
  const files = listFiles(options.folder)
  const tables = new Map<string, Table>()
  const sections: PackSection[] = []

  for (const file of files) {
    const path = join(options.folder, file)
    const shown = `languages/${options.code}/${file}`
    if (file.endsWith('.tsv')) {
      tables.set(file.slice(0, -4), readTable(file.slice(0, -4), shown, readFileSync(path, 'utf8'), problems))
    } else if (file.endsWith('.yaml')) {
      sections.push({ name: `data/${file.slice(0, -5)}`, json: readYaml(shown, readFileSync(path, 'utf8'), problems) })
    } else if (file.startsWith('models/') && file.endsWith('.bin')) {
      sections.push({ name: `model/${file.slice('models/'.length, -4)}`, bytes: readFileSync(path) })
    }
  }
  for (const file of listFiles(options.ontology).filter(name => name.endsWith('.tsv'))) {
    const name = file.slice(0, -4)
    tables.set(name, readTable(name, `ontology/${file}`, readFileSync(join(options.ontology, file), 'utf8'), problems))
  }
  for (const [name, table] of tables) {
    sections.push({ name: `table/${name}`, json: { columns: table.columns, rows: table.rows } })
  }
  const regions = regionNames(options.code)
  sections.push({
    name: 'table/region-names',
    json: { columns: ['code', 'name', 'short'], rows: regions.map(region => [region.code, region.name, region.short]) },
  })

  const dictionary = readOpenCorpora(options.dictionary)
  const paradigms = new Paradigms(dictionary, () => {})
  const changes = new WordChanges()
  const labels = labelsOf(dictionary)
  const file = (table: string): string => `languages/${options.code}/${table}.tsv`
  sections.push(...compileNames({ source: dictionary, paradigms, changes, problems, tables, file }, labels))
  if (problems.length > 0) throw new ProblemError(problems)
  sections.push(...compileEndings(dictionary, paradigms, labels))
  sections.push(...compileWords(dictionary, paradigms, changes, labels))

  return writeContainer({ ...headerOf(options, dictionary), hash: hashOf(sections) }, sections)
}

function headerOf(options: CompileOptions, dictionary: OpenCorpora): Record<string, unknown> {
  return {
    format: PACK_FORMAT,
    code: options.code,
    notice: noticeOf(dictionary),
    licence: {
      words: {
        name: 'CC BY-SA 3.0',
        url: 'https://creativecommons.org/licenses/by-sa/3.0/',
        source: 'http://opencorpora.org/',
      },
    },
    icu: process.versions.icu ?? '',
    inputs: options.inputs,
  }
}

function noticeOf(dictionary: OpenCorpora): string {
  return [
    `Words: the OpenCorpora dictionary (http://opencorpora.org/), revision ${dictionary.revision}, (c) the OpenCorpora contributors,`,
    'licensed under Creative Commons Attribution-ShareAlike 3.0 (https://creativecommons.org/licenses/by-sa/3.0/),',
    'as compiled by pymorphy2 and packed in the npm package az; recompiled, corrected and enlarged here.',
    'This pack file is an adaptation and carries the same licence. Country names: Unicode CLDR (Unicode License v3).',
    "Models, if any, are trained on Universal Dependencies and BSNLP data (CC BY-SA 4.0): see the language's models/README.md.",
  ].join('\n')
}

function hashOf(sections: readonly PackSection[]): string {
  const hash = createHash('sha256')
  for (const section of sections) {
    hash.update(section.name)
    hash.update(bytesOf(section))
  }
  return hash.digest('hex')
}

function readYaml(file: string, text: string, problems: Problem[]): unknown {
  const document = parseDocument(text, { version: '1.2', prettyErrors: true })
  for (const error of document.errors) {
    const place = error.linePos?.[0] ?? { line: 1, col: 1 }
    const excerpt = text.split('\n')[place.line - 1] ?? ''
    const message = error.message.split('\n')[0]
    problems.push({ code: 'lang/bad-yaml', file, line: place.line, column: place.col, excerpt, message, hint: '' })
  }
  return document.errors.length > 0 ? null : document.toJS()
}

/** Files below a folder as sorted paths with `/`. */
export function listFiles(folder: string): string[] {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).map(file => file.replaceAll('\\', '/'))
  return files.filter(file => statSync(join(folder, file)).isFile()).sort()
}

/** SHA-256 over names and bytes of files, hex. */
export function inputsHash(
  files: readonly { readonly name: string; readonly path: string }[],
  also: readonly string[],
): string {
  const hash = createHash('sha256')
  for (const { name, path } of files) {
    const bytes = readFileSync(path)
    hash.update(`${name}\0${bytes.length}\0`)
    hash.update(bytes)
  }
  for (const text of also) hash.update(`${text}\0`)
  return hash.digest('hex')
}
