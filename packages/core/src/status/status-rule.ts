/** The status rule as lines to be read: every cell and every row of the matrix names the line that decided it. */

export type CellLine =
  | 'cell/silent'
  | 'cell/undated'
  | 'cell/general'
  | 'cell/latest'
  | 'cell/most-advanced'
  | 'cell/same-day'
export type FindingLine =
  | 'finding/unknown'
  | 'finding/same-day'
  | 'finding/contested'
  | 'finding/reported'
  | 'finding/one-voice'
  | 'finding/agreed'
  | 'finding/least-advanced'
export type OverdueLine =
  | 'overdue/no-date'
  | 'overdue/not-yet'
  | 'overdue/continuing'
  | 'overdue/fulfilled'
  | 'overdue/press-fulfilled'
  | 'overdue/passed'

export interface RuleLine {
  readonly id: CellLine | FindingLine | OverdueLine
  readonly words: string
}

/** In each of the three parts the first line that fits decides. */
export const STATUS_RULE: readonly RuleLine[] = [
  { id: 'cell/silent', words: 'The voice said nothing up to that day, or nothing within the window: no cell.' },
  { id: 'cell/undated', words: 'Only undated claims: shown, not counted.' },
  {
    id: 'cell/same-day',
    words: 'On its latest day the voice contradicts itself: both claims stand, and the row is contested.',
  },
  { id: 'cell/general', words: 'Only sweeping claims on the whole agreement: the latest, in brackets.' },
  {
    id: 'cell/most-advanced',
    words: 'Several claims of its latest day that do not contradict each other: the most advanced.',
  },
  { id: 'cell/latest', words: 'The latest specific claim.' },
  { id: 'finding/unknown', words: 'No voice that counts has spoken: unknown.' },
  { id: 'finding/same-day', words: 'One voice contradicts itself on one day: contested.' },
  {
    id: 'finding/contested',
    words: 'One voice says fulfilled or progress, another not begun, halted or breached: contested.',
  },
  { id: 'finding/reported', words: 'Only the press has spoken: reported.' },
  { id: 'finding/one-voice', words: 'One voice alone: what it says.' },
  { id: 'finding/agreed', words: 'All voices say the same: that.' },
  {
    id: 'finding/least-advanced',
    words:
      'The voices do not contradict each other: the least advanced (breached, halted, not begun, planned, progress, fulfilled).',
  },
  { id: 'overdue/no-date', words: 'No due date was in force on that day: never overdue.' },
  { id: 'overdue/not-yet', words: 'The due date in force on that day has not passed.' },
  { id: 'overdue/continuing', words: 'A continuing duty is never overdue.' },
  { id: 'overdue/fulfilled', words: 'The finding is fulfilled: not overdue.' },
  {
    id: 'overdue/press-fulfilled',
    words: 'Only the press has spoken, and its latest claim is fulfilled: not overdue.',
  },
  { id: 'overdue/passed', words: 'The due date in force on that day has passed: overdue.' },
]
