/** Reading the annotated corpora the namer learns from, as documents with name spans in UTF-16 code units. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

export type GoldKind = 'person' | 'organisation' | 'place'

export interface GoldName {
  readonly start: number
  readonly end: number
  readonly kind: GoldKind
  readonly base?: string
}

export interface GoldDocument {
  readonly id: string
  readonly text: string
  readonly names: readonly GoldName[]
  /** Which annotation scheme: the model learns what they share and what each has of its own. */
  readonly scheme: 'factrueval' | 'bsnlp'
}

/** A folder of JSON files, one a document: the layout of our gold sets. */
export function readFolder(folder: string): GoldDocument[] {
  const files = readdirSync(folder)
    .filter(file => file.endsWith('.json'))
    .sort()
  return files.map(file => ({ ...JSON.parse(readFileSync(join(folder, file), 'utf8')), scheme: 'factrueval' }))
}

/** BSNLP 2021, one JSON document a line. */
export function readBsnlp(file: string): GoldDocument[] {
  const lines = readFileSync(file, 'utf8').split('\n').filter(Boolean)
  return lines.map(line => ({ ...JSON.parse(line), scheme: 'bsnlp' }))
}
