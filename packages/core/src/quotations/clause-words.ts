/** The small words that order a sentence, by role, from the table `clauses`. */
import type { LanguagePack } from '../kit.ts'
import { PhraseTable } from '../words/phrases.ts'

const ROLES = [
  'subordinator',
  'relative',
  'coordinator',
  'connector',
  'after',
  'contrast',
  'partitive',
  'charge',
  'condition',
  'someone',
  'negation',
  'as',
  'back',
  'words',
  'that',
  'purpose',
  'quantity',
  'measure',
  'about',
  'agent',
  'question',
  'whether',
  'implying',
  'including',
  'asking',
  'intended',
  'indefinite',
  'possible',
  'undone',
] as const
export type ClauseRole = (typeof ROLES)[number]

export type ClauseWords = Readonly<Record<ClauseRole, PhraseTable<true>>>

export function compileClauseWords(pack: LanguagePack): ClauseWords {
  const tables = Object.fromEntries(ROLES.map(role => [role, new PhraseTable<true>(pack.keys)])) as Record<
    ClauseRole,
    PhraseTable<true>
  >
  for (const row of pack.table('clauses')) tables[row.role as ClauseRole].add(row.wording, true)
  return tables
}
