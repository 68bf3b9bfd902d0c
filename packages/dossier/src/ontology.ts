/** The closed lists of `ontology/`, as far as a dossier refers to them. Text in, values out; files are read in `read-files.ts`. */
import type { DutyKind } from '@parley/core'

export interface Ontology {
  readonly duties: ReadonlyMap<string, DutyKind>
  /** Provision types of the Peace Accords Matrix. */
  readonly pam: ReadonlySet<string>
  /** Office -> true where a state or body has one holder at a time. */
  readonly offices: ReadonlyMap<string, boolean>
}

/** Files of `ontology/` that the compiler needs. */
export const ONTOLOGY_TABLES = ['duties.tsv', 'event-types.tsv', 'offices.tsv', 'pam.tsv'] as const

/** `texts`: table -> its text. Throws RangeError where a list is missing or contradicts another: these lists are part of the program. */
export function makeOntology(texts: ReadonlyMap<string, string>): Ontology {
  const rows = (name: string) => {
    const text = texts.get(name)
    if (text === undefined) throw new RangeError(`ontology/${name} is missing`)
    return rowsOf(text)
  }
  const events = new Map(rows('event-types.tsv').map(row => [row.type, row.modes.split(' ')]))
  const pam = new Set(rows('pam.tsv').map(row => row.type))
  const eventList = (duty: string, cell: string): string[] =>
    cell.split(' ').filter(event => {
      const [type, mode] = event.split('/')
      if (event !== '' && (!events.has(type) || (mode !== undefined && !events.get(type)!.includes(mode)))) {
        throw new RangeError(`ontology/duties.tsv, ${duty}: '${event}' is no event type`)
      }
      return event !== ''
    })
  const duties = new Map<string, DutyKind>()
  for (const row of rows('duties.tsv')) {
    if (!pam.has(row.pam)) throw new RangeError(`ontology/duties.tsv, ${row.duty}: '${row.pam}' is no type of pam.tsv`)
    if (duties.has(row.duty)) throw new RangeError(`ontology/duties.tsv: ${row.duty} stands twice`)
    const speaksFor = eventList(row.duty, row.for)
    const speaksAgainst = eventList(row.duty, row.against)
    duties.set(row.duty, { id: row.duty, definition: row.definition, pam: row.pam, speaksFor, speaksAgainst })
  }
  return { duties, pam, offices: new Map(rows('offices.tsv').map(row => [row.office, row.one === 'yes'])) }
}

/** The first column of a table. */
export function namesIn(text: string): string[] {
  return rowsOf(text).map(row => Object.values(row)[0])
}

function rowsOf(text: string): Record<string, string>[] {
  const lines = text.split(/\r?\n/).filter(line => line.trim() !== '' && !line.startsWith('#'))
  const [header, ...rest] = lines.map(line => line.split('\t').map(cell => cell.trim()))
  return rest.map(cells => Object.fromEntries(header.map((name, i) => [name, cells[i] ?? ''])))
}
