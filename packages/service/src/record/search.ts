/** What a user asks of a record -> what its index is asked. */
import { firstDayOf, foldWord, idIn, type Kit, lastDayOf, searchLemmas, voiceAbove } from '@parley/core'
import { facet, type ItemFilter, type OfficeHeld, type Question } from '@parley/record'

/** Days, both included, are of what was said or happened; what reports it may be asked for by its own. */
export interface Asked
  extends Pick<ItemFilter, 'from' | 'until' | 'reportedFrom' | 'reportedUntil' | 'language' | 'source' | 'document'> {
  /** Words in any form; between quotation marks («…» or "…") a phrase, its words one after the other. */
  readonly words?: string
  /** Name or id of the speaker. */
  readonly by?: string
  /** Name or id of somebody or something named in the words, or the id of a stipulation. */
  readonly about?: string
  readonly act?: string
  /** direct, indirect or mixed. */
  readonly kind?: string
}

/** Values chosen of each facet: any of those of one, all facets at once. */
export interface Chosen {
  /** Parties and bodies whose office the speaker held that day. */
  readonly side?: readonly string[]
  /** As `speakerOf` names them. */
  readonly speaker?: readonly string[]
  readonly act?: readonly string[]
  readonly kind?: readonly string[]
  readonly stipulation?: readonly string[]
  /** Of what was said: `2021`. */
  readonly year?: readonly string[]
  readonly publisher?: readonly string[]
  readonly language?: readonly string[]
  /** Whether a person has checked it, and with what outcome. */
  readonly checked?: readonly string[]
}

export const FACETS = [
  'side',
  'speaker',
  'act',
  'kind',
  'stipulation',
  'year',
  'publisher',
  'language',
  'checked',
] as const
export type Facet = (typeof FACETS)[number]

/** A question with facets but `checked`, which the record itself answers (`withChecked`); `refs`: all ids of speakers there are, needed with several dossiers alone. */
export function toChosenFilter(asked: Asked, chosen: Chosen, kit: Kit, refs: readonly string[] = []): ItemFilter {
  const filter = toFilter(asked, kit)
  const { side, speaker, act, kind, stipulation, year, publisher, language } = chosen
  const any = (name: 'act' | 'about', values: readonly string[] | undefined): string[][] =>
    values === undefined || values.length === 0 ? [] : [values.map(value => facet(name, value))]
  const { all, phrases } = filter.question!
  return {
    ...filter,
    question: { all: [...all, ...any('act', act), ...any('about', stipulation)], phrases },
    ...(side === undefined || side.length === 0 ? {} : { offices: officesOf(side, kit, refs) }),
    ...(speaker === undefined ? {} : { speakers: speaker }),
    ...(kind === undefined ? {} : { kinds: kind }),
    ...(year === undefined ? {} : { years: year }),
    ...(publisher === undefined ? {} : { publishers: publisher }),
    ...(language === undefined ? {} : { languages: language }),
  }
}

/** Who speaks for any of these sides, and when; a day on which somebody speaks for two is a day of both. */
function officesOf(sides: readonly string[], { dossiers }: Kit, refs: readonly string[]): OfficeHeld[] {
  const found: OfficeHeld[] = []
  for (const dossier of dossiers) {
    const written = (id: string) => (dossiers.length < 2 ? [id] : refs.filter(ref => idIn(ref, dossier.id) === id))
    const isChosen = (id: string) => sides.includes(voiceAbove(dossier, id) ?? '')
    for (const { id } of [...dossier.parties, ...dossier.bodies].filter(one => isChosen(one.id)))
      for (const ref of written(id)) found.push({ ref, from: null, until: null })
    for (const { id, roles } of dossier.persons) {
      for (const { holder, since, until } of roles) {
        if (!isChosen(holder)) continue
        const days = { from: firstDayOf(since), until: until === null ? null : lastDayOf(until) }
        for (const ref of written(id)) found.push({ ref, ...days })
      }
    }
  }
  return found
}

export function toFilter(asked: Asked, kit: Kit): ItemFilter {
  const { words = '', by = '', about = '', act, kind, from, until, language, source, document } = asked
  const { reportedFrom, reportedUntil } = asked
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
    ...(reportedFrom === undefined ? {} : { reportedFrom }),
    ...(reportedUntil === undefined ? {} : { reportedUntil }),
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
