/** The mentions layer: words that refer to someone or something. */
import type { EntityKind, MentionForm } from '../analysis.ts'
import type { TokenRange } from '../span.ts'
import type { Title } from './descriptions.ts'

export interface Mention extends TokenRange {
  /** Token of the head; of a name its first token. */
  readonly head: number
  readonly form: MentionForm
  readonly kind: EntityKind
  /** Case, number, gender and person bits the mention may have. */
  readonly agr: number
  /** Index of its name, or -1. */
  readonly name: number
  /** Base form (nominative) of the words. */
  readonly base: string
  /** What a description says: its office and what narrows it. */
  readonly title: Title | null
  readonly scope: Scope | null
  /** Index of the mention this one stands in apposition to («президент» -> «Иван Петров»), or -1. */
  readonly apposedTo: number
  readonly rule: string
}

/** A mention of which only what sets it apart is said: no name, title, scope or apposition unless given. */
export function makeMention(said: Omit<Mention, 'name' | 'title' | 'scope' | 'apposedTo'> & Partial<Mention>): Mention {
  const { from, to, head, form, kind, agr, base, rule } = said
  const { name = -1, title = null, scope = null, apposedTo = -1 } = said
  return { from, to, head, form, kind, agr, name, base, title, scope, apposedTo, rule }
}

/** What narrows a description: «президент РОССИИ», «РОССИЙСКИЙ лидер», «глава РАО». */
export interface Scope {
  /** ISO 3166 code of a country, or null. */
  readonly country: string | null
  /** Folded lemmas of the words that narrow it; empty when only a country does. */
  readonly words: readonly string[]
  /** First letters of all words that narrow it, the country's too: «РФС» for «Российского футбольного союза». */
  readonly initials: string
  /** Whether a name is among the words; a common noun alone («глава компании») may stand for a body named before. */
  readonly named: boolean
  /** «бывший», «экс-», «новый», «избранный»: the holder is not (yet) the one in office. */
  readonly former: boolean
}
