/**
 * Compiles a language folder and the dictionary it names into one pack file. What is in the folder decides what is in the
 * pack: `*.tsv` become tables, `*.yaml` data, `models/*.bin` models, each by its path without extension.
 */
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { type Problem, ProblemError } from '@parley/core'
import { compileWords, labelsOf } from './compile-words.ts'
import { bytesOf, type PackSection, writeContainer } from './container.ts'
import { compileEndings } from './guess-endings.ts'
import { type LanguageFiles, readLanguageFiles } from './language-files.ts'
import { compileNames } from './name-tables.ts'
import { type OpenCorpora, readOpenCorpora } from './opencorpora.ts'
import { Paradigms } from './paradigms.ts'
import { applyPatches } from './patches.ts'
import { regionNames } from './region-names.ts'
import { WordChanges } from './word-changes.ts'
import type { WordContext } from './word-context.ts'

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
  const files = readLanguageFiles(options.folder, `languages/${options.code}`, options.ontology, problems)
  const source = readOpenCorpora(options.dictionary)
  const paradigms = new Paradigms(source, () => {})
  const changes = new WordChanges()
  const labels = labelsOf(source)
  const context: WordContext = { source, paradigms, changes, problems, tables: files.tables, pathOf: files.pathOf }
  const nameSections = problems.length > 0 ? [] : compileNames(context, labels)
  if (problems.length === 0) applyPatches(context)
  if (problems.length > 0) throw new ProblemError(problems)

  const sections = [
    ...fileSections(files),
    regionSection(options.code),
    ...nameSections,
    ...compileEndings(source, paradigms, labels),
    ...compileWords(source, paradigms, changes, labels),
  ]
  return writeContainer({ ...headerOf(options, source), hash: hashOf(sections) }, sections)
}

function fileSections({ tables, data, models }: LanguageFiles): PackSection[] {
  return [
    ...[...data].map(([name, json]) => ({ name: `data/${name}`, json })),
    ...[...models].map(([name, bytes]) => ({ name: `model/${name}`, bytes })),
    ...[...tables].map(([name, { columns, rows }]) => ({ name: `table/${name}`, json: { columns, rows } })),
  ]
}

function regionSection(code: string): PackSection {
  const rows = regionNames(code).map(region => [region.code, region.name, region.short])
  return { name: 'table/region-names', json: { columns: ['code', 'name', 'short'], rows } }
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
