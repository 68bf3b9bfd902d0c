/** The schema as JSON Schema, one a kind of file: what an editor's YAML support completes and checks from. */
import { z } from 'zod'
import type { Ontology } from './ontology.ts'
import { makeSchemas } from './schema.ts'

/** File name (`persons.json`) -> JSON text, ending in a line feed. References are left open: only the compiler knows a dossier's ids. */
export function jsonSchemas(ontology: Ontology): Map<string, string> {
  const schemas = makeSchemas(null, ontology)
  return new Map(
    Object.entries(schemas).map(([kind, schema]) => {
      const { $schema, ...rest } = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' })
      return [`${kind}.json`, `${JSON.stringify({ $schema, title: `Parley dossier: ${kind}`, ...rest }, null, 2)}\n`]
    }),
  )
}
