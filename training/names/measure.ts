/** Names as the user gets them: the whole reader with some namer in its pack, and how its names compare with the annotated ones. */
import type { Analysis, Kit } from '../../packages/core/src/index.ts'
import { makeDocument, openPack, READER_VERSION, readDocument } from '../../packages/core/src/index.ts'
import { compileKnownWords } from '../../packages/core/src/names/known-words.ts'
import { compileListedNames } from '../../packages/core/src/names/listed-names.ts'
import { compileNamer, Namer, type NamerWeights } from '../../packages/core/src/names/namer-model.ts'
import type { Span } from '../../packages/core/src/span.ts'
import type { GoldDocument, GoldKind } from './corpus.ts'

/** A kit of one pack (`file`: its bytes) whose namer has these weights. The pack is its own: forms keep the scores of one namer. */
export function kitWithNamer(file: Uint8Array, weights: NamerWeights): Kit {
  const pack = openPack(file)
  const namer = new Namer(weights, pack.derive(compileKnownWords), pack.derive(compileListedNames))
  const derive = <T>(make: (from: typeof pack) => T): T =>
    make === (compileNamer as unknown) ? (namer as T) : pack.derive(make)
  return {
    version: READER_VERSION,
    packs: new Map([[pack.code, { ...pack, derive }]]),
    languages: pack.hash,
    dossiers: [],
    dossier: null,
  }
}

export function read({ id, text }: GoldDocument, kit: Kit): Analysis {
  return readDocument(makeDocument({ id, text, language: [...kit.packs.keys()][0], published: null }), kit)
}

const KINDS = ['person', 'place', 'organisation'] as const
const KIND_OF: Readonly<Record<string, GoldKind>> = {
  person: 'person',
  place: 'place',
  country: 'place',
  organisation: 'organisation',
  group: 'organisation',
}

/** Precision, recall and F1 by kind: exact borders, and any overlap. Metonyms are names; adjectives, titles and pronouns are none. */
export function measure(results: readonly { readonly document: GoldDocument; readonly analysis: Analysis }[]): string {
  return KINDS.map(kind => {
    let gold = 0
    let read = 0
    let exact = 0
    let goldHit = 0
    let readHit = 0
    for (const { document, analysis } of results) {
      const wanted = document.names.filter(name => name.kind === kind)
      const found = namesOf(analysis, kind)
      const keys = new Set(found.map(span => `${span.start}:${span.end}`))
      gold += wanted.length
      read += found.length
      exact += wanted.filter(name => keys.has(`${name.start}:${name.end}`)).length
      goldHit += wanted.filter(name => found.some(span => overlap(span, name))).length
      readHit += found.filter(span => wanted.some(name => overlap(span, name))).length
    }
    const figures = (name: string, hitRead: number, hitGold: number): string => {
      const precision = read === 0 ? 0 : hitRead / read
      const recall = gold === 0 ? 0 : hitGold / gold
      const f1 = precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall)
      return `${name} P ${precision.toFixed(3)} R ${recall.toFixed(3)} F1 ${f1.toFixed(3)}`
    }
    return `${kind.padEnd(13)} ${figures('exact', exact, exact)}   ${figures('overlap', readHit, goldHit)}`
  }).join('\n')
}

function namesOf({ entities }: Analysis, kind: GoldKind): Span[] {
  return entities
    .filter(entity => KIND_OF[entity.kind] === kind)
    .flatMap(entity => entity.mentions.filter(({ form }) => form === 'name' || form === 'metonym'))
}

function overlap(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end
}
