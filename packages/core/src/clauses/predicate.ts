/** What a clause says: a predicate with its arguments, as far as a shallow reading goes. */
import type { Phrase } from '../mentions/find-phrases.ts'
import type { Reading } from '../words/form.ts'
import type { MarkRow, Modality, Phase } from './mark-words.ts'

/** short: short participle or adjective · participle: full, with the noun it goes with · predicative: нет, можно · noun: a verbal noun. */
export type PredicateKind = 'finite' | 'short' | 'infinitive' | 'gerund' | 'participle' | 'predicative' | 'noun'

/** A phrase with the way it hangs on its predicate. */
export interface Argument {
  readonly phrase: Phrase
  /** Case bits the phrase may have here; coordinated phrases have those all of them may have. */
  readonly cases: number
  /** Folded preposition, '' for none. */
  readonly preposition: string
  /** Number of the list it stands in («А, Б и В» are three arguments of one list). */
  readonly list: number
}

export interface Predicate {
  /** Token of the verb or noun. */
  readonly head: number
  /** First token of the verb with what helps it («has not yet been»); of a word alone its head. */
  readonly from: number
  readonly kind: PredicateKind
  readonly reading: Reading
  /** Of a verb; of an infinitive, gerund or noun that of what governs it; null where nothing tells. */
  readonly tense: 'past' | 'present' | 'future' | null
  readonly perfective: boolean
  readonly passive: boolean
  readonly negated: boolean
  readonly modalities: readonly Modality[]
  readonly phase: Phase | null
  /** The rows that told of negation, modality, phase and light verbs, nearest first. */
  readonly marks: readonly MarkRow[]
  /** Who or what does it: own, shared with a coordinated verb, of the governor, the noun of «который» or of a participle. Of a passive what it is done to. */
  readonly subjects: readonly Argument[]
  /** Where the subjects come from. */
  readonly subjectFrom: 'own' | 'shared' | 'governor' | 'antecedent' | 'none'
  /** Bare arguments that are no subject; their case says which. An instrumental beside a passive is its agent. */
  readonly objects: readonly Argument[]
  /** Arguments with a preposition. */
  readonly governed: readonly Argument[]
  /** The predicate whose infinitive, light verb's noun or gerund this is, or null. */
  readonly governor: Predicate | null
  /** Word that opens the clause («который», «если»), a token; -1 for none. */
  readonly opener: number
}
