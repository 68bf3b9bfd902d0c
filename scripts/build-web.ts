/**
 * Builds what a browser needs into build/web/: the page (`index.html`, `assets/`), the reader as a module of its own (`parley.js`,
 * `reader-worker.js`), and each language pack gzipped (`packs/`, with their list `packs.json`). Prints the sizes over the wire. A server may
 * serve the folder as it lies.
 */
import { randomUUID } from 'node:crypto'
import { existsSync, globSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { basename, join, resolve } from 'node:path'
import { gzipSync } from 'node:zlib'
import { build } from 'vite'

const root = resolve(import.meta.dirname, '..')
const web = join(root, 'packages', 'web')

export interface WebFile {
  /** Path below the folder, with `/`. */
  readonly name: string
  /** Bytes as served: fonts and packs as they lie, all else gzipped on the way. */
  readonly wire: number
  readonly raw: number
}

/** Builds into `out` and tells the files. Until all are there, `out` stays as it was: a server may be serving it. */
export async function buildWeb(out = join(root, 'build', 'web')): Promise<WebFile[]> {
  const packs = globSync('build/packs/*.pack', { cwd: root }).sort()
  if (packs.length === 0) throw new Error('no language packs in build/packs: run `npm run prepare` first')
  const made = `${out}.${process.pid}-${randomUUID()}`
  // What is built is the same whoever asks for it; a test runner names another environment.
  const environment = process.env.NODE_ENV
  process.env.NODE_ENV = 'production'
  try {
    await bundle(made)
  } finally {
    process.env.NODE_ENV = environment
  }
  zipPacks(packs, join(made, 'packs'))
  replace(made, out)
  return globSync('**/*', { cwd: out })
    .filter(name => statSync(join(out, name)).isFile())
    .sort()
    .map(name => {
      const bytes = readFileSync(join(out, name))
      const packed = /\.(?:gz|woff2)$/.test(name)
      return { name, raw: bytes.length, wire: packed ? bytes.length : gzipSync(bytes, { level: 9 }).length }
    })
}

async function bundle(out: string): Promise<void> {
  await build({
    configFile: join(web, 'vite.config.ts'),
    logLevel: 'warn',
    build: { outDir: out, emptyOutDir: true },
  })
  const entries = { parley: 'index.ts', 'reader-worker': 'reader/reader-worker.ts' }
  for (const [name, file] of Object.entries(entries)) {
    await build({
      root: web,
      configFile: false,
      logLevel: 'warn',
      build: {
        outDir: out,
        emptyOutDir: false,
        target: 'es2024',
        // One file an entry: a worker is started from one address.
        lib: { entry: join('src', file), formats: ['es'], fileName: () => `${name}.js` },
      },
    })
  }
}

/** What the page is made of. */
const SOURCES = ['packages/{web,core,views}/src/**/*', 'packages/web/{index.html,vite.config.ts}', 'package-lock.json']

/** Builds where nothing is built yet, or something it is made of has changed since. */
export async function buildWebIfStale(out = join(root, 'build', 'web')): Promise<void> {
  const made = join(out, 'packs', 'packs.json')
  const since = existsSync(made) ? statSync(made).mtimeMs : 0
  const stale = [...SOURCES, 'build/packs/*.pack']
    .flatMap(pattern => globSync(pattern, { cwd: root }))
    .some(name => statSync(join(root, name)).mtimeMs > since)
  if (stale) await buildWeb(out)
}

/** Each pack gzipped as a file of its own, and the list that the page asks for first. */
function zipPacks(packs: readonly string[], folder: string): void {
  mkdirSync(folder, { recursive: true })
  const list = packs.map(pack => {
    const file = `${basename(pack)}.gz`
    const zipped = gzipSync(readFileSync(join(root, pack)), { level: 9 })
    writeFileSync(join(folder, file), zipped)
    return { language: basename(pack, '.pack'), file, bytes: zipped.length }
  })
  writeFileSync(join(folder, 'packs.json'), JSON.stringify(list))
}

if (import.meta.main) {
  for (const { name, raw, wire } of await buildWeb())
    console.log(
      `${name.padEnd(48)} ${raw.toLocaleString('en').padStart(12)} bytes, ${wire.toLocaleString('en')} over the wire`,
    )
}

/** Two that build at once may each find the other's folder where it was just removed. */
function replace(made: string, out: string): void {
  for (let tries = 0; ; tries++) {
    rmSync(out, { recursive: true, force: true })
    try {
      renameSync(made, out)
      return
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOTEMPTY' || tries === 5) throw error
    }
  }
}
