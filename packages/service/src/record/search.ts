/** What a user asks of a record -> what its index is asked. */
import { type Kit, searchLemmas } from '@parley/core'
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
    ...named('by', by),
    ...named('about', about),
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

/** An id is one word of the index; a name is as many as it has. */
function named(kind: 'by' | 'about', value: string): string[][] {
  return value
    .split(/\s+/)
    .map(word => [facet(kind, word)])
    .filter(([word]) => word !== '')
}
