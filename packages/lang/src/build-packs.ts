/** Builds the pack of every language whose sources changed since its pack was built. */
import { closeSync, existsSync, mkdirSync, openSync, readdirSync, readSync, renameSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Problem, ProblemError } from '@parley/core'
import { compileLanguage, inputsHash } from './compile-language.ts'
import { listFiles } from './tables/language-files.ts'
import { dictionaryOf } from './words/dictionaries.ts'

export interface BuiltPack {
  readonly code: string
  readonly path: string
  /** False: the pack was there and its sources had not changed. */
  readonly built: boolean
  readonly bytes: number
  readonly milliseconds: number
}

/** `root`: the project's root folder. Packs go to `build/packs/<code>.pack`. Throws ProblemError for bad tables. */
export function buildPacks(root: string): BuiltPack[] {
  const modules = dirname(dirname(fileURLToPath(import.meta.resolve('az/package.json'))))
  const results: BuiltPack[] = []
  // A language that fails keeps no other from being built.
  const problems: Problem[] = []
  for (const code of languageCodes(root)) {
    try {
      results.push(buildPack(root, code, modules))
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error
      problems.push(...error.problems)
    }
  }
  if (problems.length > 0) throw new ProblemError(problems)
  return results
}

function buildPack(root: string, code: string, modules: string): BuiltPack {
  const out = join(root, 'build', 'packs')
  const ontology = join(root, 'ontology')
  const started = performance.now()
  const folder = join(root, 'languages', code)
  const path = join(out, `${code}.pack`)
  const dictionary = dictionaryOf(folder, modules)
  const inputs = inputsHash(
    [
      ...listFiles(folder).map(name => ({ name, path: join(folder, name) })),
      ...listFiles(ontology).map(name => ({ name: `ontology/${name}`, path: join(ontology, name) })),
      ...dictionary.files.map(name => ({ name, path: join(dictionary.folder, name) })),
      ...ownSources(),
    ],
    [process.versions.icu ?? ''],
  )
  const known = existsSync(path) ? headOf(path) : ''
  const built = !known.includes(`"inputs":"${inputs}"`)
  let bytes = known.length
  if (built) {
    const pack = compileLanguage({ folder, code, ontology, dictionary: dictionary.folder, inputs })
    mkdirSync(out, { recursive: true })
    // Whoever reads meanwhile sees the old pack or the new one, never half of one.
    writeFileSync(`${path}.${process.pid}`, pack)
    renameSync(`${path}.${process.pid}`, path)
    bytes = pack.length
  }
  return { code, path, built, bytes, milliseconds: performance.now() - started }
}

/** Languages that have a dictionary to compile: a folder with `language.yaml`. */
function languageCodes(root: string): string[] {
  const folder = join(root, 'languages')
  return readdirSync(folder)
    .filter(code => existsSync(join(folder, code, 'language.yaml')))
    .sort()
}

/** This package and the core's grammar decide what a pack holds as much as the tables do. */
function ownSources(): { name: string; path: string }[] {
  const here = dirname(fileURLToPath(import.meta.url))
  const grammar = fileURLToPath(import.meta.resolve('@parley/core/grammar'))
  return [...listFiles(here).map(name => ({ name, path: join(here, name) })), { name: 'core/grammar', path: grammar }]
}

/** The beginning of a pack file, where its header stands. */
function headOf(path: string): string {
  const file = openSync(path, 'r')
  try {
    const head = Buffer.alloc(16384)
    return head.toString('latin1', 0, readSync(file, head, 0, head.length, 0))
  } finally {
    closeSync(file)
  }
}
