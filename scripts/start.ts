/**
 * `npm start`: the bundled example reports as a record, shown on the page. The same three commands make a record of your own; each is named as it runs.
 * The record lies in out/example-record and is kept; reports known to it are not read again.
 */
import { existsSync } from 'node:fs'
import { join, relative, resolve } from 'node:path'
import { main } from '@parley/cli'
import { buildWebIfStale } from './build-web.ts'

const root = resolve(import.meta.dirname, '..')
const record = join(root, 'out', 'example-record')

async function run(...words: readonly string[]): Promise<void> {
  const shown = words.map(word => (word.startsWith(root) ? relative(process.cwd(), word) || '.' : word))
  process.stdout.write(`\n$ parley ${shown.join(' ')}\n`)
  await main([process.execPath, 'parley', ...words])
  if ((process.exitCode ?? 0) !== 0) process.exit()
}

await buildWebIfStale()
if (!existsSync(join(record, 'record.sqlite'))) await run('init', record, '--from', 'karabakh-2020')
await run('add', ...['ru', 'en'].map(language => join(root, 'examples', language)), '--record', record)
// `npm start -- --port 8080`: what is said beside it is for the page's server.
await run('serve', record, ...process.argv.slice(2))
