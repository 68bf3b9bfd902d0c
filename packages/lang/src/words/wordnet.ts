/**
 * English words as npm packages carry them: `wink-lexicon` (WordNet's words, the fields their senses belong to, irregular forms),
 * `brill` (the tags of each form, the most frequent first), `compromise` (names). Reading them, nothing else.
 */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'

export type WordClass = 'noun' | 'verb' | 'adjective' | 'adverb'

export interface WordnetWord {
  readonly lemma: string
  readonly classes: ReadonlySet<WordClass>
  /** Whether a sense of the noun is a person (one of a few: a «contact» or «target» is hardly one), a place. */
  readonly person: boolean
  readonly place: boolean
  /** How many fields its senses belong to. */
  readonly fields: number
}

export interface EnglishData {
  readonly words: readonly WordnetWord[]
  /** Irregular form -> lemma. */
  readonly irregular: Readonly<Record<'noun' | 'verb' | 'adjective', ReadonlyMap<string, string>>>
  /** Tags of a form as spelled, the most frequent first. */
  readonly tagsOf: (form: string) => readonly string[]
  readonly taggedForms: readonly string[]
  /** Single-word names in lower case by what they are. */
  readonly names: readonly { readonly word: string; readonly tag: string }[]
  readonly versions: string
}

const ENGLISH_PACKAGES = ['wink-lexicon', 'brill', 'compromise'] as const

/** Files that decide what a pack of this dictionary holds, below `node_modules`. */
export const ENGLISH_FILES = ENGLISH_PACKAGES.map(name => `${name}/package.json`)

/** `modules`: the folder `node_modules`. Throws when a package is not there. */
export function readEnglishData(modules: string): EnglishData {
  const load = createRequire(join(modules, 'any.js'))
  const wink = (file: string): Record<string, unknown> => load(`wink-lexicon/src/${file}.js`)
  const { brill } = load('brill') as { brill: Record<string, string[]> }
  const versions = ENGLISH_PACKAGES.map(name => {
    const { version } = JSON.parse(readFileSync(join(modules, name, 'package.json'), 'utf8')) as { version: string }
    return `${name} ${version}`
  })
  return {
    words: readWords(
      wink('wn-words') as Record<string, number>,
      wink('wn-word-senses') as unknown as Record<number, number[]>,
      wink('wn-senses') as unknown as string[],
    ),
    irregular: {
      noun: mapOf(wink('wn-noun-exceptions')),
      verb: new Map([...mapOf(wink('wn-verb-exceptions')), ...mapOf(wink('irregular-verbs'))]),
      adjective: mapOf(wink('wn-adjective-exceptions')),
    },
    tagsOf: form => (Object.hasOwn(brill, form) ? brill[form] : []),
    taggedForms: Object.keys(brill),
    names: readNames(load('compromise')),
    versions: versions.join(', '),
  }
}

function mapOf(record: Record<string, unknown>): Map<string, string> {
  return new Map(Object.entries(record).map(([form, lemma]) => [form, String(lemma)]))
}

function readWords(
  indexes: Record<string, number>,
  fieldsOf: Record<number, number[]>,
  fieldNames: readonly string[],
): WordnetWord[] {
  const words: WordnetWord[] = []
  for (const [lemma, index] of Object.entries(indexes)) {
    const fields = (fieldsOf[index] ?? []).map(field => fieldNames[field])
    const classes = new Set<WordClass>()
    for (const field of fields) {
      const name = CLASS_OF[field.slice(0, field.indexOf('.'))]
      if (name !== undefined) classes.add(name)
    }
    words.push({
      lemma,
      classes,
      person: fields.includes('noun.person') && fields.filter(field => field.startsWith('noun.')).length <= FEW,
      place: fields.includes('noun.location'),
      fields: fields.length,
    })
  }
  return words
}

/** Fields of a noun among which a person is no chance. */
const FEW = 4

const CLASS_OF: Readonly<Record<string, WordClass>> = {
  noun: 'noun',
  verb: 'verb',
  adj: 'adjective',
  adv: 'adverb',
}

/** Tags of compromise's lexicon that name persons and places -> tags of penn-tags.ts. */
const NAME_TAGS: Readonly<Record<string, string>> = {
  MaleName: 'GIVENM',
  FemaleName: 'GIVENF',
  FirstName: 'GIVEN',
  LastName: 'SURNAME',
  City: 'PLACE',
  Country: 'PLACE',
  Region: 'PLACE',
}

interface Compromise {
  model(): { one: { lexicon: Record<string, string | string[]> } }
}

function readNames(module: unknown): { word: string; tag: string }[] {
  const nlp = ((module as { default?: Compromise }).default ?? module) as Compromise
  const names: { word: string; tag: string }[] = []
  for (const [word, tags] of Object.entries(nlp.model().one.lexicon)) {
    if (word.includes(' ')) continue
    for (const tag of [tags].flat()) if (NAME_TAGS[tag] !== undefined) names.push({ word, tag: NAME_TAGS[tag] })
  }
  return names
}
