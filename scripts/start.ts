/** `npm start`: reads the bundled example reports, shows in the terminal what they say, and writes a page for each. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { main } from '@parley/cli'
import { type ContentsEntry, ENGLISH, loadKit, readInputs, renderContents, renderHtml } from '@parley/service'

const root = join(import.meta.dirname, '..')
const examples = join(root, 'examples', 'ru')
const out = join(root, 'out', 'examples')

await main([process.execPath, 'parley', 'read', examples])

mkdirSync(out, { recursive: true })
const entries: ContentsEntry[] = []
const options = { language: null, published: null, onNotice: () => {}, standardInput: process.stdin }
for await (const outcome of readInputs([examples], loadKit(), options)) {
  if (!outcome.ok) continue // told above
  const { analysis } = outcome
  // The examples are ours: their ids are fit for files.
  const href = `${analysis.document.id}.html`
  writeFileSync(join(out, href), renderHtml(analysis, ENGLISH))
  entries.push({ href, analysis })
}
const contents = join(out, 'index.html')
writeFileSync(contents, renderContents('What the example reports say', entries, ENGLISH))

const names = entries.map(({ href }) => `  ${relative(process.cwd(), join(out, href))}`)
process.stdout.write(`
${entries.length} reports read. With every quotation, name and date in its place:
${names.join('\n')}
Begin here: ${contents}
Your own: npx --no parley read FILE…
`)
