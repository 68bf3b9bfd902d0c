/**
 * One analysis of the readings that a document has had, one for each of its languages. All have the offsets of the whole text; an entity that
 * a dossier, a country's code or its spelling tells to be the same is one.
 */
import type {
  AnalysedClaim,
  AnalysedEvent,
  AnalysedQuotation,
  AnalysedZone,
  Analysis,
  Entity,
  EntityMention,
} from '../analysis.ts'
import type { LanguagePack } from '../kit.ts'
import type { Span } from '../span.ts'
import { EntityIndex } from './same-entity.ts'

/** What was read of a document in one language. */
export interface LanguageReading {
  readonly analysis: Analysis
  readonly pack: LanguagePack
}

/** `foreign`: readings of the paragraphs in other languages. Text and document are the first's. */
export function joinAnalyses(own: LanguageReading, foreign: readonly LanguageReading[]): Analysis {
  const parts = [own, ...foreign].map(({ analysis }) => analysis)
  const { entities, idIn } = joinEntities(own, foreign)
  const quotations = inOrder(parts, ({ quotations }) => quotations, startOfQuotation)
  const events = inOrder(
    parts,
    ({ events }) => events,
    ({ trigger }) => trigger,
  )
  const claims = inOrder(
    parts,
    ({ claims }) => claims,
    ({ words }) => words,
  )
  return {
    ...own.analysis,
    zones: parts.flatMap(({ zones }) => zones).sort(byStart<AnalysedZone>(zone => zone)),
    entities,
    quotations: quotations.items.map(({ item, part }): AnalysedQuotation => {
      const { speakerId, inside } = item
      return { ...item, speakerId: idIn(part, speakerId), inside: quotations.indexOf(part, inside) }
    }),
    times: parts.flatMap(({ times }) => times).sort(byStart(time => time)),
    events: events.items.map(({ item, part }): AnalysedEvent => {
      const idsOf = (ids: readonly string[]) => ids.map(id => idIn(part, id) as string)
      return {
        ...item,
        actors: idsOf(item.actors),
        recipients: idsOf(item.recipients),
        place: idIn(part, item.place),
        quotation: quotations.indexOf(part, item.quotation),
      }
    }),
    claims: claims.items.map(({ item, part }): AnalysedClaim => {
      return {
        ...item,
        claimantId: idIn(part, item.claimantId),
        quotation: quotations.indexOf(part, item.quotation),
        event: events.indexOf(part, item.event),
      }
    }),
  }
}

/** Ids are given anew, in the order of first mention. */
function joinEntities(
  own: LanguageReading,
  foreign: readonly LanguageReading[],
): { entities: Entity[]; idIn: (part: number, id: string | null) => string | null } {
  const index = new EntityIndex(own.pack, own.analysis.entities)
  const joined = own.analysis.entities.map(entity => ({ entity, from: [`0 ${entity.id}`] }))
  const byId = new Map(joined.map(one => [one.entity.id, one]))
  for (const [f, { analysis, pack }] of foreign.entries()) {
    for (const entity of analysis.entities) {
      const from = `${f + 1} ${entity.id}`
      const match = index.find(entity, pack)
      const one = match === null ? undefined : byId.get(match.entity.id)
      if (match === null || one === undefined) joined.push({ entity, from: [from] })
      else {
        one.entity = unite(one.entity, entity, match.rule)
        one.from.push(from)
      }
    }
  }
  joined.sort(byStart(({ entity }) => entity.mentions[0]))
  const ids = new Map<string, string>()
  const entities = joined.map(({ entity, from }, i) => {
    const id = `e${i + 1}`
    for (const place of from) ids.set(place, id)
    return { ...entity, id }
  })
  return { entities, idIn: (part, id) => (id === null ? null : (ids.get(`${part} ${id}`) ?? null)) }
}

/** The name stays the first's; the other's names become aliases. */
function unite(own: Entity, foreign: Entity, rule: string): Entity {
  const moved = foreign.mentions.map((mention): EntityMention => ({ ...mention, rule: `${mention.rule} ${rule}` }))
  const aliases = new Set([...own.aliases, foreign.name, ...foreign.aliases])
  aliases.delete(own.name)
  return {
    ...own,
    ref: own.ref ?? foreign.ref,
    aliases: [...aliases],
    mentions: [...own.mentions, ...moved].sort(byStart<EntityMention>(mention => mention)),
  }
}

interface Ordered<T> {
  readonly items: readonly { readonly item: T; readonly part: number }[]
  /** Where an item of a part stands now. */
  indexOf(part: number, index: number | null): number | null
}

function inOrder<T>(
  parts: readonly Analysis[],
  of: (part: Analysis) => readonly T[],
  spanOf: (item: T) => Span,
): Ordered<T> {
  const items = parts
    .flatMap((analysis, part) => of(analysis).map((item, index) => ({ item, part, index })))
    .sort(byStart(({ item }) => spanOf(item)))
  const places = new Map(items.map(({ part, index }, place) => [`${part} ${index}`, place]))
  return {
    items,
    indexOf: (part, index) => (index === null ? null : (places.get(`${part} ${index}`) ?? null)),
  }
}

function startOfQuotation({ parts }: AnalysedQuotation): Span {
  return parts[0]
}

function byStart<T>(spanOf: (item: T) => Span): (a: T, b: T) => number {
  return (a, b) => spanOf(a).start - spanOf(b).start || spanOf(b).end - spanOf(a).end
}
