/** What the stages before have made of a document; every later stage reads these and adds its own. */
import type { TextDocument } from './document.ts'
import type { Dossier } from './dossier.ts'
import type { KnownName } from './dossier-names/known-name.ts'
import type { LanguagePack } from './kit.ts'
import type { NameSpan } from './names/name-span.ts'
import type { Sentences, Tokens } from './text/tokens.ts'
import type { Reading } from './words/form.ts'
import type { Words } from './words/readings.ts'

export interface Layers {
  readonly document: TextDocument
  readonly pack: LanguagePack
  readonly tokens: Tokens
  readonly sentences: Sentences
  readonly words: Words
  /** The dossiers of the kit, sorted by id. */
  readonly dossiers: readonly Dossier[]
  /** Names of things in dossiers, sorted by first token; they do not overlap. */
  readonly known: readonly KnownName[]
  /** Sorted by first token, the longer first. */
  readonly names: readonly NameSpan[]
  /** Index of the outermost name a token stands in, or -1. */
  readonly nameOf: Int32Array
  /** Index of the country name a token stands in, however deep («МИД РФ»), or -1. */
  readonly countryNameOf: Int32Array
}

/** For each token the outermost name it stands in. */
export function indexNames(names: readonly NameSpan[], tokenCount: number): Int32Array {
  const nameOf = new Int32Array(tokenCount).fill(-1)
  for (let n = names.length - 1; n >= 0; n--) {
    const name = names[n]
    for (let token = name.from; token < name.to; token++) {
      const held = nameOf[token]
      if (held < 0 || names[held].to - names[held].from < name.to - name.from) nameOf[token] = n
    }
  }
  return nameOf
}

/** For each token the country name it stands in. */
export function indexCountries(names: readonly NameSpan[], tokenCount: number): Int32Array {
  const countryNameOf = new Int32Array(tokenCount).fill(-1)
  names.forEach((name, n) => {
    if (name.kind === 'country') countryNameOf.fill(n, name.from, name.to)
  })
  return countryNameOf
}

/** The reading chosen for a token. */
export function reading(layers: Layers, token: number): Reading {
  return layers.words.chosen[token]
}

export function spelling(layers: Layers, token: number): string {
  return layers.tokens.form[token].text
}

/** The dossier's name that stands at exactly these tokens, or null. */
export function knownAt(layers: Layers, from: number, to: number): KnownName | null {
  const name = layers.known[firstKnownFrom(layers, from)]
  return name !== undefined && name.from === from && name.to === to ? name : null
}

/** The dossier's names that stand within these tokens. */
export function knownWithin(layers: Layers, from: number, to: number): readonly KnownName[] {
  const { known } = layers
  const first = firstKnownFrom(layers, from)
  let end = first
  while (end < known.length && known[end].to <= to) end++
  return known.slice(first, end)
}

/** Index of the first of the dossier's names that begins at or after a token. */
function firstKnownFrom({ known }: Layers, token: number): number {
  let low = 0
  let high = known.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (known[middle].from < token) low = middle + 1
    else high = middle
  }
  return low
}

export function textOf(layers: Layers, from: number, to: number): string {
  return layers.document.text.slice(layers.tokens.start[from], layers.tokens.end[to - 1])
}

/** Index of the outermost name a token stands in, or -1. */
export function indexedName(layers: Layers, token: number): number {
  return layers.nameOf[token]
}
