/**
 * Compiles a language folder and the dictionary it names into one pack file. What is in the folder decides what is in the
 * pack: `*.tsv` become tables, `*.yaml` data, `models/*.bin` models, each by its path without extension.
 */
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { type Problem, ProblemError } from '@parley/core'
import { regionNames } from './names/region-names.ts'
import { bytesOf, type PackSection, writeContainer } from './packing/container.ts'
import { type LanguageFiles, readLanguageFiles } from './tables/language-files.ts'
import { SCHEMAS } from './tables/schemas.ts'
import { compileOpenCorpora } from './words/compile-opencorpora.ts'
import { compileWordnet } from './words/compile-wordnet.ts'

export interface CompileOptions {
  /** `languages/<code>`. */
  readonly folder: string
  readonly code: string
  /** `ontology`: tables that hold for every language. */
  readonly ontology: string
  /** Folder of the data of the dictionary that language.yaml names: `az/dicts`; `node_modules` where it is several packages. */
  readonly dictionary: string
  /** Hash of everything the pack is made from (see inputsHash), kept in the header. */
  readonly inputs: string
}

export const PACK_FORMAT = 'parley/pack@1'

/** Returns the pack's bytes: the same inputs and the same ICU give the same bytes. Throws ProblemError for bad tables. */
export function compileLanguage(options: CompileOptions): Uint8Array {
  const problems: Problem[] = []
  const files = readLanguageFiles(options.folder, `languages/${options.code}`, options.ontology, problems)
  if (problems.length > 0) throw new ProblemError(problems)
  const words = compileWordsOf(files, options.dictionary, problems)
  if (problems.length > 0) throw new ProblemError(problems)
  const sections = [...fileSections(files), regionSection(options.code), ...words.sections]
  return writeContainer({ ...headerOf(options, words), hash: hashOf(sections) }, sections)
}

/** The words of a language: the sections its lexicon reads, and whose they are. */
export interface CompiledWords {
  readonly sections: readonly PackSection[]
  /** Licence and attribution, for people. */
  readonly notice: string
  readonly licence: { readonly name: string; readonly url: string; readonly source: string }
}

export type WordCompiler = (files: LanguageFiles, dictionary: string, problems: Problem[]) => CompiledWords

/** By the `dictionary` that language.yaml names. */
const COMPILERS: Readonly<Record<string, WordCompiler>> = {
  opencorpora: compileOpenCorpora,
  wordnet: compileWordnet,
}

/** `dictionary`: the folder of the dictionary that language.yaml names. Mistakes of tables are pushed to `problems`. */
export function compileWordsOf(files: LanguageFiles, dictionaryFolder: string, problems: Problem[]): CompiledWords {
  const { dictionary } = files.data.get('language') as { dictionary: string }
  const compiler = COMPILERS[dictionary]
  if (compiler === undefined) {
    const known = Object.keys(COMPILERS).join(', ')
    throw new RangeError(`no dictionary is called "${dictionary}" (language.yaml may name ${known})`)
  }
  return compiler(files, dictionaryFolder, problems)
}

function fileSections({ tables, data, models }: LanguageFiles): PackSection[] {
  return [
    ...[...data].map(([name, json]) => ({ name: `data/${name}`, json })),
    ...[...models].map(([name, bytes]) => ({ name: `model/${name}`, bytes })),
    ...[...tables].map(([name, { columns, rows }]) => ({ name: `table/${name}`, json: { columns, rows } })),
    // A table that the language does not have yet is an empty one.
    ...Object.entries(SCHEMAS)
      .filter(([name]) => !tables.has(name))
      .map(([name, { columns }]) => ({ name: `table/${name}`, json: { columns: Object.keys(columns), rows: [] } })),
  ]
}

function regionSection(code: string): PackSection {
  const rows = regionNames(code).map(region => [region.code, region.name, region.short])
  return { name: 'table/region-names', json: { columns: ['code', 'name', 'short'], rows } }
}

function headerOf(options: CompileOptions, words: CompiledWords): Record<string, unknown> {
  return {
    format: PACK_FORMAT,
    code: options.code,
    notice: words.notice,
    licence: { words: words.licence },
    icu: process.versions.icu ?? '',
    inputs: options.inputs,
  }
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
