/** Builds the pack of every language whose sources changed since its pack was built. */
import { closeSync, existsSync, mkdirSync, openSync, readdirSync, readSync, renameSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { compileLanguage, inputsHash } from './compile-language.ts'
import { listFiles } from './language-files.ts'
import { DICTIONARY_FILES } from './opencorpora.ts'

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
  const dictionary = join(dirname(fileURLToPath(import.meta.resolve('az/package.json'))), 'dicts')
  const out = join(root, 'build', 'packs')
  const ontology = join(root, 'ontology')
  const results: BuiltPack[] = []
  for (const code of languageCodes(root)) {
    const started = performance.now()
    const folder = join(root, 'languages', code)
    const path = join(out, `${code}.pack`)
    const inputs = inputsHash(
      [
        ...listFiles(folder).map(name => ({ name, path: join(folder, name) })),
        ...listFiles(ontology).map(name => ({ name: `ontology/${name}`, path: join(ontology, name) })),
        ...DICTIONARY_FILES.map(name => ({ name, path: join(dictionary, name) })),
        ...ownSources(),
      ],
      [process.versions.icu ?? ''],
    )
    const known = existsSync(path) ? headOf(path) : ''
    const built = !known.includes(`"inputs":"${inputs}"`)
    let bytes = known.length
    if (built) {
      const pack = compileLanguage({ folder, code, ontology, dictionary, inputs })
      mkdirSync(out, { recursive: true })
      // Whoever reads meanwhile sees the old pack or the new one, never half of one.
      writeFileSync(`${path}.${process.pid}`, pack)
      renameSync(`${path}.${process.pid}`, path)
      bytes = pack.length
    }
    results.push({ code, path, built, bytes, milliseconds: performance.now() - started })
  }
  return results
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
