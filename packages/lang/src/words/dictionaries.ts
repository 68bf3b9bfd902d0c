/** Where the dictionaries lie that a language.yaml may name, and which of their files decide what a pack holds. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ProblemError } from '@parley/core'
import { parse } from 'yaml'
import { DICTIONARY_FILES } from './opencorpora.ts'
import { ENGLISH_FILES } from './wordnet.ts'

export interface DictionaryFiles {
  readonly folder: string
  readonly files: readonly string[]
}

/** `folder`: `languages/<code>`; `modules`: `node_modules`. Throws ProblemError when the dictionary is not installed. */
export function dictionaryOf(folder: string, modules: string): DictionaryFiles {
  const file = join(folder, 'language.yaml')
  const { dictionary } = parse(readFileSync(file, 'utf8')) as { dictionary?: string }
  const found: DictionaryFiles =
    dictionary === 'wordnet'
      ? { folder: modules, files: ENGLISH_FILES }
      : { folder: join(modules, 'az', 'dicts'), files: DICTIONARY_FILES }
  const missing = found.files.filter(name => !existsSync(join(found.folder, name)))
  if (missing.length === 0) return found
  throw new ProblemError([
    {
      code: 'lang/no-dictionary',
      file,
      line: 1,
      column: 1,
      excerpt: String(dictionary),
      message: `the dictionary is not installed: ${missing.join(', ')}`,
      hint: 'run npm ci',
    },
  ])
}
