/** Words that change what a deed, a state or a breach asserts: verbs (`claims/operators`), nouns (`turns`), degrees, and words that silence a clause. */
import type { LanguagePack, TableRow } from '../kit.ts'
import type { Assertion } from '../status/assertion.ts'
import { PhraseTable } from '../words/phrases.ts'

/** What is spoken of: the duty being carried out, things being as it asks, an act against it. */
export type Aspect = 'deed' | 'state' | 'breach'

export interface Operator {
  /** `claims/operators/соблюдать`. */
  readonly row: string
  /**
   * phase: a thing takes its course · mode: it is meant, due or asked for · pact: it is agreed on · idle: no verb, it stands beside one ·
   * lack: it is still to come, and denies the verb it stands over · shift: it is moved; to a new date (its prepositions) it is planned ·
   * list: what it lists is as the sentence before says of all of it.
   */
  readonly kind: 'phase' | 'mode' | 'pact' | 'idle' | 'lack' | 'shift' | 'list'
  /** What is asserted of each aspect; same: what was asserted without it; null: nothing. */
  readonly plain: Readonly<Record<Aspect, Assertion | 'same' | null>>
  readonly negated: Readonly<Record<Aspect, Assertion | 'same' | null>>
  /** Prepositions (folded) under which a noun hangs on it. */
  readonly prepositions: readonly string[]
  /** Whether its subject says so. */
  readonly speaker: boolean
}

/** What becomes of an aspect by a noun it hangs on: another aspect, or at once what is asserted; null: nothing can be said. */
export type Turn = Readonly<Record<Aspect, Aspect | Assertion | null>>
/** measure: a noun that only measures («километр дорог»). */
export type Degree = 'part' | 'whole' | 'unfinished' | 'measure'
/** agreement: a noun for the agreement itself, near which a pact is told again, not claimed · given: before a breach that took place · moment: before a noun that only tells when or what about · company: before one whose verb tells what happens beside. */
export type Reach = 'sentence' | 'clause' | 'purpose' | 'instead' | 'agreement' | 'given' | 'moment' | 'company'

export interface ClaimOperators {
  readonly operators: PhraseTable<Operator>
  readonly turns: PhraseTable<Turn>
  readonly degrees: PhraseTable<Degree>
  readonly silences: PhraseTable<Reach>
}

export function compileOperators(pack: LanguagePack): ClaimOperators {
  const operators = new PhraseTable<Operator>(pack.keys)
  const turns = new PhraseTable<Turn>(pack.keys)
  const degrees = new PhraseTable<Degree>(pack.keys)
  const silences = new PhraseTable<Reach>(pack.keys)
  const each = (table: string, add: (row: TableRow, wording: string) => void): void => {
    for (const row of pack.table(`claims/${table}`)) for (const wording of row.wordings.split(', ')) add(row, wording)
  }
  each('operators', (row, wording) => operators.add(wording, readOperator(row, wording)))
  each('turns', (row, wording) => turns.add(wording, aspects(row, '') as Turn))
  each('degrees', (row, wording) => degrees.add(wording, row.degree as Degree))
  each('silences', (row, wording) => silences.add(wording, row.reach as Reach))
  return { operators, turns, degrees, silences }
}

function readOperator(row: TableRow, wording: string): Operator {
  return {
    row: `claims/operators/${wording.replaceAll('=', '')}`,
    kind: row.kind as Operator['kind'],
    plain: aspects(row, '') as Operator['plain'],
    negated: aspects(row, 'no-') as Operator['negated'],
    prepositions: row.takes.split(' ').filter(Boolean),
    speaker: row.speaker === 'yes',
  }
}

export function isAspect(cell: Aspect | Assertion): cell is Aspect {
  return cell === 'deed' || cell === 'state' || cell === 'breach'
}

function aspects(row: TableRow, prefix: string): Record<Aspect, string | null> {
  const cell = (aspect: Aspect): string | null => row[prefix + aspect] || null
  return { deed: cell('deed'), state: cell('state'), breach: cell('breach') }
}
