/**
 * Names that tables list, found by the stems of their words: bodies of `names/organisations`, countries of several words. A listing is
 * evidence for the namer, not a verdict: «Единая Россия» is a party wherever it stands, «Локомотив» is not always a club.
 */
import type { LanguagePack } from '../kit.ts'
import { KIND_WORD, type Sentences, type Tokens } from '../text/tokens.ts'
import { type Form, SHAPE_MIXED, SHAPE_UPPER } from '../words/form.ts'
import { stemOfName } from './name-stem.ts'

export const UNLISTED = 0
export const ORGANISATION_STARTS = 1
export const ORGANISATION_GOES_ON = 2
export const COUNTRY_STARTS = 3
export const COUNTRY_GOES_ON = 4
/** Values run below this. */
export const LISTINGS = 5

interface Listing {
  readonly stems: readonly string[]
  /** The first word is written in capitals. */
  readonly shouted: boolean
  readonly starts: number
}

/** By the stem of the first word, the longer names first. */
export type ListedNames = ReadonlyMap<string, readonly Listing[]>

export function compileListedNames(pack: LanguagePack): ListedNames {
  const listed = new Map<string, Listing[]>()
  const add = (name: string, starts: number): void => {
    const words = name.split(' ')
    const stems = words.map(word => stemOfName(fold(word)))
    const listing = { stems, shouted: isShouted(words[0]), starts }
    const known = listed.get(stems[0])
    if (known === undefined) listed.set(stems[0], [listing])
    else known.push(listing)
  }
  for (const row of pack.table('names/organisations')) add(row.name, ORGANISATION_STARTS)
  for (const row of pack.table('countries')) for (const name of row.names.split(',')) add(name.trim(), COUNTRY_STARTS)
  for (const row of pack.table('seats')) add(row.name, COUNTRY_STARTS)
  for (const listings of listed.values()) listings.sort((a, b) => b.stems.length - a.stems.length)
  return listed
}

/** For each token its part in a listed name. `starts`: tokens whose stem begins one. */
export function markListed(
  tokens: Tokens,
  sentences: Sentences,
  listed: ListedNames,
  starts: readonly number[],
): Uint8Array {
  const marks = new Uint8Array(tokens.count)
  for (const i of starts) {
    if (marks[i] !== UNLISTED || tokens.kind[i] !== KIND_WORD) continue
    const limit = sentences.to[sentences.of[i]]
    const found = listed.get(stemOfName(tokens.form[i].folded))?.find(listing => standsAt(listing, tokens, i, limit))
    if (found === undefined) continue
    marks[i] = found.starts
    marks.fill(found.starts + 1, i + 1, i + found.stems.length)
  }
  return marks
}

function standsAt(listing: Listing, tokens: Tokens, at: number, limit: number): boolean {
  const { stems } = listing
  if (at + stems.length > limit || (listing.shouted && !hasCapitals(tokens.form[at]))) return false
  for (let word = 1; word < stems.length; word++) {
    if (stemOfName(tokens.form[at + word].folded) !== stems[word]) return false
  }
  return true
}

function isShouted(word: string): boolean {
  return word.length > 1 && word === word.toUpperCase()
}

function hasCapitals(form: Form): boolean {
  return form.shape === SHAPE_UPPER || form.shape === SHAPE_MIXED
}

function fold(word: string): string {
  return word.toLowerCase().replaceAll('ё', 'е')
}
