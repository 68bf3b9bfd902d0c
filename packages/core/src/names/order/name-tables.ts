/** The tables by which names are told in a language of capitals and word order. */
import type { LanguagePack } from '../../kit.ts'
import { FEMN, MASC } from '../../words/grammar.ts'
import { compileCountries } from '../countries.ts'

export type ListedKind = 'organisation' | 'country' | 'place'

interface Node {
  readonly next: Map<string, Node>
  kind: ListedKind | null
}

export interface NameTables {
  /** Names that stand in tables, by their words as spelled. */
  readonly listed: Node
  /** Folded word -> what it says that a name names. */
  readonly heads: ReadonlyMap<string, string>
  /** Folded word -> gender bits of the person it stands before. */
  readonly honorifics: ReadonlyMap<string, number>
  readonly particles: ReadonlySet<string>
}

const GENDERS: Readonly<Record<string, number>> = { m: MASC, f: FEMN, mf: MASC | FEMN }

export function compileNameTables(pack: LanguagePack): NameTables {
  const listed: Node = { next: new Map(), kind: null }
  const add = (name: string, kind: ListedKind): void => {
    let node = listed
    for (const word of wordsOf(name)) {
      let next = node.next.get(word)
      if (next === undefined) {
        next = { next: new Map(), kind: null }
        node.next.set(word, next)
      }
      node = next
    }
    node.kind ??= kind
  }
  for (const row of pack.table('names/organisations')) add(row.name, 'organisation')
  for (const row of pack.table('countries'))
    for (const name of row.names.split(', ')) if (name !== '') add(name, 'country')
  for (const row of pack.table('region-names')) for (const name of [row.name, row.short]) add(name, 'country')
  for (const row of pack.table('countries'))
    for (const name of row.capital.split(', ')) if (name !== '') add(name, 'place')
  for (const row of pack.table('seats')) add(row.name, 'organisation')
  pack.derive(compileCountries)
  return {
    listed,
    heads: new Map(pack.table('names/heads').map(row => [row.word, row.kind])),
    honorifics: new Map(pack.table('names/honorifics').map(row => [row.word, GENDERS[row.gender]])),
    particles: new Set(pack.table('names/particles').map(row => row.word)),
  }
}

/** Words and marks as the tokens of a text have them: `U.S.` is four. */
function wordsOf(name: string): string[] {
  const words: string[] = []
  for (const part of name.split(' ')) {
    let word = ''
    for (const letter of part) {
      if ('.&/,'.includes(letter)) {
        if (word !== '') words.push(word)
        words.push(letter)
        word = ''
      } else word += letter === '’' ? "'" : letter
    }
    if (word !== '') words.push(word)
  }
  return words
}

/** The longest listed name that begins at `from` and ends before `limit`: its end and kind, or null. */
export function listedAt(
  tables: NameTables,
  spelling: (token: number) => string,
  from: number,
  limit: number,
): { readonly to: number; readonly kind: ListedKind } | null {
  let node: Node | undefined = tables.listed
  let best: { to: number; kind: ListedKind } | null = null
  for (let token = from; token < limit; token++) {
    node = node.next.get(spelling(token).replace('’', "'"))
    if (node === undefined) break
    if (node.kind !== null) best = { to: token + 1, kind: node.kind }
  }
  return best
}
