/** A file's data against its schema: typed content, or every mistake in it as a problem with its place. */
import { didYouMean, type Problem } from '@parley/core'
import { z } from 'zod'
import type { Path, YamlFile } from './read-yaml.ts'
import type { IssueParams } from './schema.ts'

/** The part of JSON Schema that tells what a field is for and which fields there are. */
interface SchemaNode {
  readonly description?: string
  readonly properties?: Readonly<Record<string, SchemaNode>>
  readonly items?: SchemaNode
  readonly additionalProperties?: SchemaNode | boolean
  readonly anyOf?: readonly SchemaNode[]
}

/** Null, with the mistakes pushed to `problems`, when the data does not fit. */
export function checkFile<S extends z.ZodType>(file: YamlFile, schema: S, problems: Problem[]): z.output<S> | null {
  if (file.data === undefined) return null
  const result = schema.safeParse(file.data)
  if (result.success) return result.data
  // Built only for a file with mistakes.
  const tree = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as SchemaNode
  for (const issue of result.error.issues) problems.push(...problemsOf(file, issue, tree))
  return null
}

function problemsOf(file: YamlFile, issue: z.core.$ZodIssue, tree: SchemaNode): Problem[] {
  const path = issue.path as Path
  const value = valueAt(file.data, path)
  const node = nodeAt(tree, path)
  const field = fieldOf(path)
  const about = node?.description ?? node?.anyOf?.find(branch => branch.description)?.description ?? ''

  if (issue.code === 'unrecognized_keys') {
    const known = Object.keys(node?.properties ?? {})
    return issue.keys.map(key => {
      const hint = didYouMean(key, known) ?? `fields here: ${known.join(', ')}`
      return file.problemAt(path, 'unknown-key', `'${key}' is no field of this`, hint, key)
    })
  }
  if (value === undefined) {
    const code = field === 'source' ? 'missing-source' : 'missing-field'
    return [file.problemAt(path, code, `${field} is missing`, about)]
  }
  if (issue.code === 'invalid_type') {
    const expected = EXPECTED[issue.expected] ?? issue.expected
    const quotes = issue.expected === 'string' && (typeof value === 'number' || typeof value === 'boolean')
    const hint = quotes ? `put it in quotes: "${value}"` : about
    return [file.problemAt(path, 'wrong-type', `${field}: expected ${expected}, found ${describe(value)}`, hint)]
  }
  if (issue.code === 'invalid_value') {
    const known = issue.values.map(String)
    const hint = (typeof value === 'string' ? didYouMean(value, known) : null) ?? `one of: ${known.join(', ')}`
    return [file.problemAt(path, 'unknown-value', `${field}: ${describe(value)} is none of its values`, hint)]
  }
  const params = (issue.code === 'custom' ? issue.params : undefined) as IssueParams | undefined
  const near = params?.known !== undefined && typeof value === 'string' ? didYouMean(value, params.known) : null
  const code = params?.code ?? (issue.code === 'too_small' && Array.isArray(value) ? 'empty' : 'bad-value')
  const message = `${field}: expected ${issue.message}, found ${describe(value)}`
  return [file.problemAt(path, code, message, near ?? params?.hint ?? about)]
}

const EXPECTED: Readonly<Record<string, string>> = {
  string: 'words',
  number: 'a number',
  boolean: 'true or false',
  array: 'a list',
  object: 'fields with values',
  record: 'texts by language',
}

function describe(value: unknown): string {
  if (value === null) return 'nothing'
  if (Array.isArray(value)) return value.length === 0 ? 'an empty list' : 'a list'
  if (typeof value === 'object') return 'fields with values'
  if (typeof value === 'string') return `'${value.length <= 60 ? value : `${value.slice(0, 59)}…`}'`
  return `the ${typeof value === 'boolean' ? 'value' : 'number'} ${String(value)}`
}

function fieldOf(path: Path): string {
  const last = path.at(-1)
  if (typeof last === 'string') return last
  const name = path.findLast(step => typeof step === 'string')
  const place = last === undefined ? 'the file' : `number ${last + 1}`
  return name === undefined ? place : `${name}, ${place}`
}

function valueAt(data: unknown, path: Path): unknown {
  let value = data
  for (const step of path) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, step)) return undefined
    value = (value as Record<string | number, unknown>)[step]
  }
  return value
}

function nodeAt(tree: SchemaNode, path: Path): SchemaNode | null {
  let node: SchemaNode | undefined = tree
  for (const step of path) {
    const branches: readonly SchemaNode[] = [node, ...(node.anyOf ?? [])]
    const next: (SchemaNode | undefined)[] = branches.map(branch => {
      if (typeof step === 'number') return branch.items
      const extra = typeof branch.additionalProperties === 'object' ? branch.additionalProperties : undefined
      return branch.properties?.[step] ?? extra
    })
    node = next.find(branch => branch !== undefined)
    if (node === undefined) return null
  }
  return node
}
