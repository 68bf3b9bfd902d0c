/** Grammar bits in words, for people: «noun, genitive, singular, masculine». */
import type { Reading } from './form.ts'

const POS = [
  'noun',
  'adjective',
  'short adjective',
  'comparative',
  'verb',
  'infinitive',
  'participle',
  'short participle',
  'gerund',
  'numeral',
  'adverb',
  'pronoun',
  'predicative',
  'preposition',
  'conjunction',
  'particle',
  'interjection',
  'number',
  'foreign word',
  'mark',
]
const AGREEMENT = [
  'nominative',
  'genitive',
  'dative',
  'accusative',
  'instrumental',
  'prepositional',
  'singular',
  'plural',
  'masculine',
  'feminine',
  'neuter',
  'animate',
  'inanimate',
  'first person',
  'second person',
  'third person',
  'past',
  'present',
  'future',
  'imperative',
  'perfective',
  'imperfective',
  'passive',
  'transitive',
  'intransitive',
]
const LEXICAL = [
  'given name',
  'surname',
  'patronymic',
  'place name',
  'organisation name',
  'trade mark',
  'abbreviation',
  'initial',
  'indeclinable',
  'singular only',
  'plural only',
  'pronominal',
  'anaphoric',
  'ordinal',
  'guessed by ending',
  'from the name tables',
]

export function grammarOf(reading: Reading): string {
  return [...named(reading.pos, POS), ...named(reading.agr, AGREEMENT), ...named(reading.lex, LEXICAL)].join(', ')
}

function named(bits: number, names: readonly string[]): string[] {
  return names.filter((_, i) => (bits & (1 << i)) !== 0)
}
