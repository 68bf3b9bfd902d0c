/** The tables of events (`events/<type>.tsv`) and their frames (`event-frames.tsv`), compiled to matchers. */
import type { LanguagePack, TableRow } from '../kit.ts'
import { PhraseTable } from '../words/phrases.ts'
import { WordingIndex } from '../words/wording-index.ts'

/** Where a participant stands: subject, object, dative, genitive, instrumental, adjective, possessive, or a preposition. */
export type Place = string

export interface Frame {
  /** All of these take part as actors. */
  readonly actor: readonly Place[]
  /** The first of these that is filled takes part as recipient. */
  readonly recipient: readonly Place[]
  /** Where no other is found: places of which only a place on the map takes part (`@in`). */
  readonly struck: readonly Place[]
  /** Whose words say where, besides a preposition of place. */
  readonly place: readonly Place[]
}

export interface EventPattern {
  /** `events/coerce/арестовать`. */
  readonly rule: string
  readonly type: string
  readonly mode: string | null
  readonly frame: Frame
  /** One of these words must stand among the arguments: each a lemma, with the preposition before it if it has one. */
  readonly with: readonly Companion[]
  /** None of these may. */
  readonly without: readonly Companion[]
  readonly needs: ReadonlySet<string>
  readonly isSpeechAct: boolean
}

/** `@in`: filled by a place on the map alone. */
export function isStruck(place: Place): boolean {
  return place.startsWith('@')
}

export interface Companion {
  readonly preposition: string
  /** `*`: any word; `@place`: the name of a place. */
  readonly lemma: string
  /** Key of the lemma in the pack, -1 for the two above. */
  readonly key: number
}

/** Types whose trigger may be a speech act that holds the deed asked for, promised or refused: the deed itself is not told then. */
const HOLDING = new Set(['REQUEST', 'REJECT', 'THREATEN', 'ACCUSE'])

export function compileEventPatterns(pack: LanguagePack): WordingIndex<EventPattern> {
  const frames = new Map<string, Frame>()
  for (const row of pack.table('event-frames')) {
    frames.set(row.frame, {
      actor: places(row.actor),
      recipient: places(row.recipient).filter(one => !isStruck(one)),
      struck: places(row.recipient).filter(isStruck),
      place: places(row.place),
    })
  }
  const rows: [string, EventPattern][] = []
  for (const { type } of pack.table('event-types')) {
    for (const row of pack.table(`events/${type.toLowerCase()}`))
      rows.push([row.wording, patternOf(pack, type, row, frames)])
  }
  return new WordingIndex(pack.keys, rows)
}

function patternOf(pack: LanguagePack, type: string, row: TableRow, frames: ReadonlyMap<string, Frame>): EventPattern {
  const frame = frames.get(row.frame)
  if (frame === undefined) throw new RangeError(`events/${type.toLowerCase()}: no frame ${row.frame}`)
  const mode = row.mode === '' ? null : row.mode
  return {
    rule: ruleOf(type, row),
    type,
    mode,
    frame,
    with: companions(pack, row.with),
    without: companions(pack, row.without),
    needs: new Set(words(row.needs ?? '')),
    isSpeechAct: HOLDING.has(type) || mode === 'promise',
  }
}

/** Words that hold an event's word and tell of none, from the table `idioms`: «heart attack», «walked out onto the terrace». */
export function compileIdioms(pack: LanguagePack): PhraseTable<true> {
  const table = new PhraseTable<true>(pack.keys)
  for (const row of pack.table('idioms')) table.add(row.wording, true)
  return table
}

/** How a row is named in results. */
export function ruleOf(type: string, row: TableRow): string {
  const rule = `events/${type.toLowerCase()}/${row.wording.replaceAll('=', '')}`
  return row.with ? `${rule} + ${row.with}` : rule
}

function companions(pack: LanguagePack, cell: string | undefined): Companion[] {
  return (cell ?? '')
    .split(',')
    .map(one => one.trim())
    .filter(Boolean)
    .map(one => companion(pack, one))
}

function companion(pack: LanguagePack, cell: string): Companion {
  const at = cell.indexOf(' ')
  const fold = (word: string): string => word.replaceAll('ё', 'е').replaceAll('_', ' ')
  const lemma = fold(cell.slice(at + 1))
  const isAny = lemma === '*' || lemma.startsWith('@')
  return { preposition: at < 0 ? '' : fold(cell.slice(0, at)), lemma, key: isAny ? -1 : pack.keys.key(lemma) }
}

/** `со_стороны` -> `со стороны`. */
function places(cell: string): Place[] {
  return words(cell).map(place => place.replaceAll('_', ' '))
}

function words(cell: string): string[] {
  return cell.split(' ').filter(Boolean)
}
