/**
 * Whose name of a thing is shown, where its names differ by side: every side's, those of one language, or one party's. A name that nobody
 * claims (`usedBy` empty) serves whoever has none of their own. Never used inside a quotation, a title of a source or an id.
 */
import type { DossierName } from '@parley/core'
import type { NameAnswer, PartyFacts } from '../api/contract.ts'

export type Whose =
  | { readonly kind: 'every' }
  | { readonly kind: 'party'; readonly id: string }
  | { readonly kind: 'language'; readonly code: string }

export interface NameChoice {
  readonly whose: Whose
  /** Parties in the reader's order. */
  readonly parties: readonly Pick<PartyFacts, 'id' | 'standing'>[]
  /** Language of the page. */
  readonly language: string
}

/** `every`, the id of a party, `lang.az`; anything else is every side's. */
export function readWhose(value: string, parties: readonly Pick<PartyFacts, 'id'>[]): Whose {
  const [, code] = /^lang\.([a-z]{2,3})$/.exec(value) ?? []
  if (code !== undefined) return { kind: 'language', code }
  return parties.some(({ id }) => id === value) ? { kind: 'party', id: value } : { kind: 'every' }
}

export function writeWhose(whose: Whose): string {
  if (whose.kind === 'every') return 'every'
  return whose.kind === 'party' ? whose.id : `lang.${whose.code}`
}

const KINDS: readonly DossierName['kind'][] = ['short', 'full', 'abbreviation', 'former']

/** '' where there is no name at all. Names of several sides are joined by ` / `, in the order of the parties. */
export function nameBy(names: readonly NameAnswer[], { whose, parties, language }: NameChoice): string {
  const first = whose.kind === 'language' ? [whose.code] : []
  const tried = [...first, language, 'en', null]
  if (whose.kind === 'party') {
    for (const lang of tried) {
      const found = nameFor(whose.id, inLanguage(names, lang))
      if (found !== null) return found
    }
  }
  for (const lang of tried) {
    const own = inLanguage(names, lang)
    if (own.length > 0) return everySide(own, parties)
  }
  return ''
}

/** Former names only where there is nothing else. */
function inLanguage(names: readonly NameAnswer[], lang: string | null): readonly NameAnswer[] {
  const own = lang === null ? names : names.filter(name => name.lang === lang)
  const inUse = own.filter(({ kind }) => kind !== 'former')
  return inUse.length > 0 ? inUse : own
}

function everySide(names: readonly NameAnswer[], parties: NameChoice['parties']): string {
  const isClaimed = names.some(({ usedBy }) => usedBy.length > 0)
  if (!isClaimed) return preferred(names) ?? ''
  const sides = parties.filter(
    ({ id, standing }) => standing === 'party' || names.some(name => name.usedBy.includes(id)),
  )
  const found = sides.map(({ id }) => nameFor(id, names)).filter(name => name !== null)
  return found.length === 0 ? (preferred(names) ?? '') : [...new Set(found)].join(' / ')
}

/** What a party calls it: its own name, else one that nobody claims. */
function nameFor(party: string, names: readonly NameAnswer[]): string | null {
  return (
    preferred(names.filter(({ usedBy }) => usedBy.includes(party))) ??
    preferred(names.filter(({ usedBy }) => usedBy.length === 0))
  )
}

function preferred(names: readonly NameAnswer[]): string | null {
  for (const kind of KINDS) {
    const found = names.find(name => name.kind === kind)
    if (found !== undefined) return found.text
  }
  return null
}
