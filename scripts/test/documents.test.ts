/** What the documents name must be there: links, npm scripts, files of the repository. */
import { existsSync, globSync, readFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { expect, test } from 'vitest'
import { readmeSample } from '../readme-sample.ts'

const root = resolve(import.meta.dirname, '../..')
const documents = globSync(
  ['*.md', 'packages/*/*.md', 'docs/*.md', 'examples/*.md', 'languages/*/*.md', 'training/**/*.md'],
  {
    cwd: root,
    exclude: ['**/node_modules/**'],
  },
)

test.each(documents)('%s names nothing that is not there', file => {
  const content = readFileSync(join(root, file), 'utf8')
  const missing: string[] = []
  for (const [, target] of content.matchAll(/\]\(([^)#\s]+)(?:#[^)]*)?\)/g))
    if (!/^\w+:/.test(target) && !existsSync(join(root, dirname(file), target))) missing.push(target)
  const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
    scripts: Record<string, string>
  }
  for (const [, name] of content.matchAll(/npm run ([\w-]+)/g)) if (!(name in scripts)) missing.push(`npm run ${name}`)
  // A path in backquotes that begins with a folder of ours and names a file.
  const ours = /`((?:packages|scripts|bench|languages|ontology|examples|gold|training)\/[\w./-]+\.\w+)`/g
  for (const [, path] of content.matchAll(ours)) if (!existsSync(join(root, path))) missing.push(path)
  expect(missing).toEqual([])
})

test('the sample in the README is what the command prints', () => {
  const { stands, ought } = readmeSample()
  expect(stands, 'run node scripts/readme-sample.ts, and read what has changed').toBe(ought)
})
