/**
 * Builds what a browser needs into build/web/: `parley.js` (the reader as a module), `reader-worker.js`, and each language pack gzipped.
 * Prints the sizes over the wire. Called by the browser test and the bench; a server may serve the folder as it lies.
 */
import { globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { basename, join, resolve } from 'node:path'
import { gzipSync } from 'node:zlib'
import { build } from 'vite'

const root = resolve(import.meta.dirname, '..')

export interface WebFile {
  readonly name: string
  /** Bytes as served, each file at its smallest lawful for a plain server: code gzipped on the way, packs gzipped as they lie. */
  readonly wire: number
  readonly raw: number
}

/** Builds into `out` and tells the files, packs last. */
export async function buildWeb(out = join(root, 'build', 'web')): Promise<WebFile[]> {
  const packs = globSync('build/packs/*.pack', { cwd: root }).sort()
  if (packs.length === 0) throw new Error('no language packs in build/packs: run `npm run prepare` first')
  rmSync(out, { recursive: true, force: true })
  const entries = { parley: 'index.ts', 'reader-worker': 'reader-worker.ts' }
  for (const [name, file] of Object.entries(entries)) {
    await build({
      root: join(root, 'packages', 'web'),
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
  mkdirSync(out, { recursive: true })
  const code = Object.keys(entries).map(name => {
    const bytes = readFileSync(join(out, `${name}.js`))
    return { name: `${name}.js`, raw: bytes.length, wire: gzipSync(bytes, { level: 9 }).length }
  })
  const zipped = packs.map(pack => {
    const bytes = readFileSync(join(root, pack))
    const gzip = gzipSync(bytes, { level: 9 })
    const name = `${basename(pack)}.gz`
    writeFileSync(join(out, name), gzip)
    return { name, raw: bytes.length, wire: gzip.length }
  })
  return [...code, ...zipped]
}

if (import.meta.main) {
  for (const { name, raw, wire } of await buildWeb())
    console.log(
      `${name.padEnd(20)} ${raw.toLocaleString('en').padStart(12)} bytes, ${wire.toLocaleString('en')} over the wire`,
    )
}
