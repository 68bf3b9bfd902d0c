/** The bundled example reports as documents, for benches and whole-reader tests. */
import { globSync, readFileSync } from 'node:fs'
import { basename, join, resolve } from 'node:path'
import type { DocumentFields } from '@parley/core'

const root = resolve(import.meta.dirname, '..')

/** Every `.json` document and `.txt` report below examples/, by name. A text report has no date of its own. */
export function exampleDocuments(): DocumentFields[] {
  const files = globSync('examples/**/*.{json,txt,md}', { cwd: root }).filter(file => basename(file) !== 'README.md')
  return files.sort().map(file => {
    const content = readFileSync(join(root, file), 'utf8')
    if (file.endsWith('.json')) return JSON.parse(content) as DocumentFields
    return { id: basename(file).replace(/\.\w+$/, ''), text: content, language: 'ru' }
  })
}
