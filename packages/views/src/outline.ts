/** One analysis as a reader wants it: quotations by speaker, who is named and as what. All views of a document draw this. */
import type { AnalysedQuotation, Analysis, Entity, EntityKind } from '@parley/core'

export interface SpeakerGroup {
  /** null where the speaker is no one the text lets us tell, or where no speaker is expressed. */
  readonly entity: Entity | null
  /** The entity's name, else the speaker's words as they stand; null where no speaker is expressed. */
  readonly name: string | null
  /** Indexes into `analysis.quotations`, rising. */
  readonly quotations: readonly number[]
}

/** Speakers in the order of their first quotation; words without a speaker come last. */
export function groupBySpeaker(analysis: Analysis): SpeakerGroup[] {
  const byId = new Map(analysis.entities.map(entity => [entity.id, entity]))
  const groups = new Map<string, { entity: Entity | null; name: string | null; quotations: number[] }>()
  analysis.quotations.forEach((quotation, index) => {
    const entity = quotation.speakerId === null ? null : (byId.get(quotation.speakerId) ?? null)
    const name = entity?.name ?? speakerWords(analysis, quotation)
    const key = entity !== null ? `entity ${entity.id}` : name === null ? 'nobody' : `words ${name.toLowerCase()}`
    const group = groups.get(key) ?? { entity, name, quotations: [] }
    group.quotations.push(index)
    groups.set(key, group)
  })
  return [...groups.values()].sort((a, b) => Number(a.name === null) - Number(b.name === null))
}

/** What a document is called: its title, else the headline it shows, else its id. */
export function titleOf({ document, zones, text }: Analysis): string {
  const headline = zones.find(({ kind }) => kind === 'headline')
  return oneLine(document.title ?? (headline === undefined ? document.id : text.slice(headline.start, headline.end)))
}

/** The mention that attributes the words, as it stands, or null. */
export function speakerWords(analysis: Analysis, quotation: AnalysedQuotation): string | null {
  const { speaker } = quotation
  return speaker === null ? null : oneLine(analysis.text.slice(speaker.start, speaker.end))
}

/** The quoted words; the parts of an interrupted quotation are joined by ` … `. */
export function quotedWords(analysis: Analysis, quotation: AnalysedQuotation): string {
  return quotation.parts.map(({ start, end }) => analysis.text.slice(start, end)).join(' … ')
}

export const ENTITY_KINDS: readonly EntityKind[] = ['person', 'country', 'organisation', 'group', 'place', 'document']

/** Entities of one kind: those mentioned most often first, then in the order of the text. */
export function entitiesOfKind(analysis: Analysis, kind: EntityKind): Entity[] {
  const start = (entity: Entity): number => entity.mentions[0]?.start ?? 0
  return analysis.entities
    .filter(entity => entity.kind === kind)
    .sort((a, b) => b.mentions.length - a.mentions.length || start(a) - start(b))
}

export interface Wording {
  /** As it first stands in the text. */
  readonly words: string
  readonly count: number
}

/** What an entity is called besides its name: titles, metonyms and adjectives as they stand, in the order of the text. */
export function otherWordings(analysis: Analysis, entity: Entity): Wording[] {
  const found = new Map<string, { words: string; count: number }>()
  for (const mention of entity.mentions) {
    if (mention.form === 'name' || mention.form === 'pronoun') continue
    const words = oneLine(analysis.text.slice(mention.start, mention.end))
    const key = words.toLowerCase()
    if (key === entity.name.toLowerCase()) continue
    const wording = found.get(key) ?? { words, count: 0 }
    wording.count++
    found.set(key, wording)
  }
  return [...found.values()]
}

export function countPronouns(entity: Entity): number {
  return entity.mentions.filter(({ form }) => form === 'pronoun').length
}

/** White space as single spaces: for words that stand alone in a list. */
export function oneLine(words: string): string {
  return words.replace(/\s+/g, ' ').trim()
}
