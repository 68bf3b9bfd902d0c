/** Every mistake in the tables of a language, without making a pack of them. */
import { existsSync } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Problem, sortProblems } from '@parley/core'
import { compileWordsOf } from './compile-language.ts'
import { listFiles, readLanguageFiles } from './tables/language-files.ts'
import { dictionaryOf } from './words/dictionaries.ts'

export interface CheckOptions {
  /** `languages/<code>`. */
  readonly folder: string
  /** `ontology`: tables that hold for every language. */
  readonly ontology: string
  /** What to put before a file's path in a problem: the folder as the user named it. */
  readonly shown: string
}

/** Whether a folder holds tables of a language: `language.yaml`, or below `languages` any table. */
export function isLanguageFolder(folder: string): boolean {
  if (existsSync(join(folder, 'language.yaml'))) return true
  return basename(dirname(resolve(folder))) === 'languages' && listFiles(folder).some(file => file.endsWith('.tsv'))
}

/** Sorted by place; [] for tables that compile. Words are checked against the dictionary only when all tables are in order. */
export function checkLanguage({ folder, ontology, shown }: CheckOptions): readonly Problem[] {
  const problems: Problem[] = []
  const files = readLanguageFiles(folder, shown, ontology, problems)
  // A folder without language.yaml is a beginning: no dictionary goes with it yet.
  if (problems.length === 0 && files.data.has('language')) {
    const modules = dirname(dirname(fileURLToPath(import.meta.resolve('az/package.json'))))
    compileWordsOf(files, dictionaryOf(folder, modules).folder, problems)
  }
  return sortProblems(problems)
}
