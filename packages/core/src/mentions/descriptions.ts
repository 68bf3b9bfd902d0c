/** The tables that say which nouns describe persons and bodies, compiled to matchers. */
import type { EntityKind } from '../analysis.ts'
import type { LanguagePack } from '../kit.ts'
import { PhraseTable } from '../words/phrases.ts'

export interface Title {
  readonly row: string
  /** One name for all wordings of one office. */
  readonly office: string
  readonly scope: readonly string[]
}

export interface Office {
  /** Wider offices that may stand for this one, nearest first. */
  readonly also: readonly string[]
  /** One holder for each country or body at a time. */
  readonly one: boolean
  /** A word for people of any office: «политик», «женщина». */
  readonly anyone: boolean
  /** Who holds it for a state or body speaks for it. */
  readonly speaks: boolean
  /** No office of public life: kin, friends, people by trade. */
  readonly private: boolean
}

export interface Body {
  readonly row: string
  readonly kind: EntityKind
  /** Wider nouns that may stand for it later: «издание» for a newspaper. */
  readonly also: readonly string[]
}

export interface Descriptions {
  readonly titles: PhraseTable<Title>
  readonly offices: ReadonlyMap<string, Office>
  readonly bodies: PhraseTable<Body>
  /** For each office those it may be called by and those that it may stand for. */
  readonly related: ReadonlyMap<string, readonly string[]>
}

export function compileDescriptions(pack: LanguagePack): Descriptions {
  const titles = new PhraseTable<Title>(pack.keys)
  for (const row of pack.table('titles')) {
    const scope = row.scope.split(' ').filter(word => word !== 'none' && word !== '')
    titles.add(row.wording, { row: `titles/${row.wording}`, office: row.office, scope })
  }
  const bodies = new PhraseTable<Body>(pack.keys)
  for (const row of pack.table('bodies')) {
    bodies.add(row.wording, {
      row: `bodies/${row.wording}`,
      kind: row.kind as EntityKind,
      also: (row.also ?? '').split(' ').filter(Boolean),
    })
  }
  const offices = new Map<string, Office>()
  for (const row of pack.table('offices')) {
    offices.set(row.office, {
      also: row.also.split(' ').filter(Boolean),
      one: row.one === 'yes',
      anyone: row.one === 'anyone',
      speaks: row.speaks === 'yes',
      private: row.life === 'private',
    })
  }
  const related = new Map<string, string[]>()
  for (const [office, { also }] of offices) {
    for (const wider of also) {
      related.set(office, [...(related.get(office) ?? []), wider])
      related.set(wider, [...(related.get(wider) ?? []), office])
    }
  }
  return { titles, offices, bodies, related }
}
