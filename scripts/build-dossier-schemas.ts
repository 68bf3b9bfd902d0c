/** Writes `dossiers/schema/*.json`, which editors complete dossiers from, out of the schema that checks them. A test holds the two together. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { DOSSIERS, jsonSchemas, readOntology } from '@parley/dossier'

const folder = resolve(DOSSIERS, 'schema')
mkdirSync(folder, { recursive: true })
const schemas = jsonSchemas(readOntology())
for (const [name, text] of schemas) writeFileSync(join(folder, name), text)
console.log(`${schemas.size} schemas in dossiers/schema`)
