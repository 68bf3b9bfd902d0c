/**
 * Reads the import lines of the repository and refuses one that turns an arrow of ARCHITECTURE.md back: a package that imports
 * another it must not know, a path into another package's inside, Node's modules where the code must run in a browser,
 * a library the package does not declare.
 */
import { existsSync, globSync, readFileSync } from 'node:fs'
import { builtinModules } from 'node:module'
import { dirname, join, relative, resolve, sep } from 'node:path'

/** Whom each package may import, and where `node:*` is allowed in its `src` (prefixes of paths below `packages/`). */
const PACKAGES: Readonly<Record<string, { readonly imports: readonly string[]; readonly node: readonly string[] }>> = {
  core: { imports: [], node: [] },
  lang: { imports: ['core'], node: ['lang/src/'] },
  dossier: { imports: ['core'], node: ['dossier/src/'] },
  views: { imports: ['core'], node: [] },
  record: { imports: ['core'], node: ['record/src/'] },
  ingest: { imports: ['core'], node: ['ingest/src/'] },
  service: { imports: ['core', 'views', 'lang', 'dossier', 'record', 'ingest'], node: ['service/src/'] },
  server: { imports: ['core', 'record', 'service'], node: ['server/src/'] },
  cli: {
    imports: ['core', 'views', 'lang', 'dossier', 'record', 'ingest', 'service', 'server'],
    node: ['cli/src/', 'cli/bin/'],
  },
  web: { imports: ['core', 'views'], node: [] },
  testkit: { imports: ['core'], node: ['testkit/src/'] },
}

/**
 * What is not shipped may reach into a package whose inside it makes or checks: weights are made of a stage's features and labels; the
 * automaton that lang writes is the one core reads.
 */
const REACHES: readonly (readonly [folder: string, into: string])[] = [
  ['training/', 'core'],
  ['packages/lang/test/', 'core'],
]

/** Source folders of a package; everything else that is code (tests, scripts, benches) may import any package by its door. */
const SHIPPED = /^packages\/[^/]+\/(?:src|bin)\//
const CODE = [
  'packages/*/{src,bin,test}/**/*.{ts,tsx,js}',
  'scripts/**/*.ts',
  'bench/**/*.ts',
  'training/**/*.ts',
  '*.ts',
]

export interface ImportProblem {
  /** Path from the root, with `/`. */
  readonly file: string
  /** From 1. */
  readonly line: number
  readonly message: string
}

interface ImportLine {
  readonly specifier: string
  readonly line: number
}

/**
 * `import … from 'x'`, `export … from 'x'`, `import 'x'`, `import('x')`, in source order. Relies on the formatter: a
 * statement begins at the start of a line, specifiers stand in single quotes, code shown in a string in double quotes.
 */
export function importLines(source: string): ImportLine[] {
  // Blanks of the same length keep the line numbers.
  const code = source.replace(/"[^"\n]*"|\/\*[\s\S]*?\*\/|(?<=^|\s)\/\/[^\n]*/g, hidden =>
    hidden.replace(/[^\n]/g, ' '),
  )
  const pattern = /(?:^(?:import|export)\s(?:[^'"`;()=]*?\sfrom\s+)?|(?<![\w.$])import\(\s*)'([^'\n]+)'/gm
  const found: ImportLine[] = []
  for (const match of code.matchAll(pattern)) {
    const at = match.index + match[0].length
    found.push({ specifier: match[1], line: code.slice(0, at).split('\n').length })
  }
  return found
}

function packageName(specifier: string): string {
  return specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/')
}

interface Manifest {
  readonly exports?: Record<string, unknown>
  readonly dependencies?: Record<string, string>
  readonly devDependencies?: Record<string, string>
}

function manifestOf(folder: string): Manifest {
  const path = join(folder, 'package.json')
  return existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as Manifest) : {}
}

/** Names of the libraries a package declares. */
function declared(folder: string): Set<string> {
  const manifest = manifestOf(folder)
  return new Set([...Object.keys(manifest.dependencies ?? {}), ...Object.keys(manifest.devDependencies ?? {})])
}

/** All refused imports below `root`, sorted by file and line. */
export function checkImports(root: string): ImportProblem[] {
  const problems: ImportProblem[] = []
  const rootDependencies = declared(root)
  const files = globSync(CODE, { cwd: root, exclude: ['**/node_modules/**'] })
  for (const path of files.map(file => file.split(sep).join('/')).sort()) {
    const here = /^packages\/([^/]+)\//.exec(path)?.[1] ?? null
    const shipped = SHIPPED.test(path)
    const rules = here === null ? null : PACKAGES[here]
    const dependencies = here === null ? rootDependencies : declared(join(root, 'packages', here))
    const refuse = (line: number, message: string) => problems.push({ file: path, line, message })
    if (here !== null && rules === undefined) refuse(1, `package ${here} has no row in scripts/check-imports.ts`)

    for (const { specifier, line } of importLines(readFileSync(join(root, path), 'utf8'))) {
      if (specifier.startsWith('.')) {
        const target = relative(root, resolve(root, dirname(path), specifier))
          .split(sep)
          .join('/')
        const there = /^packages\/([^/]+)\//.exec(target)?.[1] ?? null
        const reaches = REACHES.some(([folder, into]) => path.startsWith(folder) && into === there)
        if (there !== here && there !== null && !reaches)
          refuse(line, `'${specifier}' reaches into ${there}: import '@parley/${there}'`)
        else if (shipped && !SHIPPED.test(target) && !target.endsWith('.json'))
          refuse(line, `'${specifier}' leaves the package's src`)
      } else if (specifier.startsWith('@parley/')) {
        const [, name, ...deep] = specifier.split('/')
        const doors = manifestOf(join(root, 'packages', name)).exports ?? {}
        if (deep.length > 0 && !(`./${deep.join('/')}` in doors))
          refuse(line, `'${specifier}': deep import; the doors of ${name} stand in its package.json`)
        else if (shipped && name === here) refuse(line, `'${specifier}': a package imports itself by relative paths`)
        else if (shipped && rules !== undefined && rules !== null && !rules.imports.includes(name))
          refuse(line, `${here} must not know ${name} (it may import: ${rules.imports.join(', ') || 'none'})`)
      } else if (specifier.startsWith('node:') || builtinModules.includes(specifier)) {
        if (!specifier.startsWith('node:')) refuse(line, `'${specifier}': write 'node:${specifier}'`)
        if (shipped && rules && !rules.node.some(prefix => path.slice('packages/'.length).startsWith(prefix)))
          refuse(line, `'${specifier}': this file must run without Node`)
      } else {
        const name = packageName(specifier)
        // A package may consist of types alone: `geojson` is @types/geojson.
        const isTypes = dependencies.has(`@types/${name}`)
        const known = isTypes || dependencies.has(name) || (!shipped && rootDependencies.has(name))
        if (!known) refuse(line, `'${name}' is not declared in ${here === null ? '' : `packages/${here}/`}package.json`)
      }
    }
  }
  return problems
}

if (import.meta.main) {
  const root = resolve(import.meta.dirname, '..')
  const problems = checkImports(root)
  for (const { file, line, message } of problems) console.error(`${file}:${line}: ${message}`)
  if (problems.length > 0) process.exitCode = 1
  else console.log('imports: every arrow points the right way')
}
