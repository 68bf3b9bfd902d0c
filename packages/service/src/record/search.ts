/** What a user asks of a record -> what its index is asked. */
import { foldWord, type Kit, searchLemmas } from '@parley/core'
import { facet, type ItemFilter, type Question } from '@parley/record'

export interface Asked {
  /** Words in any form; between quotation marks («…» or "…") a phrase, its words one after the other. */
  readonly words?: string
  /** Name or id of the speaker. */
  readonly by?: string
  /** Name or id of somebody or something named in the words, or the id of a stipulation. */
  readonly about?: string
  readonly act?: string
  /** direct, indirect or mixed. */
  readonly kind?: string
  readonly from?: string
  readonly until?: string
  readonly language?: string
  readonly source?: string
  readonly document?: string
}

export function toFilter(asked: Asked, kit: Kit): ItemFilter {
  const { words = '', by = '', about = '', act, kind, from, until, language, source, document } = asked
  const phrases = [...words.matchAll(PHRASE)].map(match => searchLemmas(match[1] ?? match[2] ?? match[3], kit))
  const single = searchLemmas(words.replace(PHRASE, ' '), kit)
  const facets = [
    ...named('by', by, kit),
    ...named('about', about, kit),
    ...(act === undefined ? [] : [[facet('act', act)]]),
    ...(kind === undefined ? [] : [[facet('kind', kind)]]),
  ]
  const question: Question = { all: [...single, ...facets], phrases: phrases.filter(phrase => phrase.length > 0) }
  return {
    question,
    ...(from === undefined ? {} : { from }),
    ...(until === undefined ? {} : { until }),
    ...(language === undefined ? {} : { language }),
    ...(source === undefined ? {} : { source }),
    ...(document === undefined ? {} : { document }),
  }
}

const PHRASE = /«([^«»]*)»|“([^“”]*)”|"([^"]*)"/g

/**
 * An id is one word of the index; a name is as many as it has, and each may be in the language of the text or that of a dossier: «Putin» finds
 * «Путин» where a dossier has both.
 */
function named(kind: 'by' | 'about', value: string, kit: Kit): string[][] {
  return value
    .split(/\s+/)
    .map(word => [facet(kind, word), ...idsNamed(word, kit).map(id => facet(kind, id))])
    .filter(([word]) => word !== '')
}

/** Ids of those whom a dossier calls by a word, in any language. */
function idsNamed(word: string, { dossiers }: Kit): string[] {
  const folded = foldWord(word)
  if (folded === '') return []
  const ids = dossiers.flatMap(({ persons, bodies, parties, places }) =>
    [...persons, ...bodies, ...parties, ...places]
      .filter(({ names }) => names.some(({ text }) => text.split(' ').some(part => foldWord(part) === folded)))
      .map(({ id }) => id),
  )
  return [...new Set(ids)]
}
