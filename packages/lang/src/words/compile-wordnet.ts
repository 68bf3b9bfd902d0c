/**
 * The words of a language whose dictionary is WordNet: each word inflected by the table `words/inflection` and the irregular
 * forms, its readings weighed by the order in which a tagged corpus shows them; words of the closed classes from the table
 * `words/closed`; names of persons and places.
 */
import type { Problem } from '@parley/core'
import type { CompiledWords } from '../compile-language.ts'
import { LAST } from '../packing/automaton-builder.ts'
import type { PackSection } from '../packing/container.ts'
import type { LanguageFiles } from '../tables/language-files.ts'
import { compileWords, type TagShare } from './compile-words.ts'
import { compileEndings } from './guess-endings.ts'
import { Inflection } from './inflect.ts'
import { Paradigms } from './paradigms.ts'
import { PENN_TAGS } from './penn-tags.ts'
import { WordChanges } from './word-changes.ts'
import { type EnglishData, readEnglishData, type WordClass, type WordnetWord } from './wordnet.ts'

/** Letters words are written with; a word with any other stays out. */
const ALPHABET = "abcdefghijklmnopqrstuvwxyz'-.&áàâäãåçéèêëíîïñóôöõøúûüšžčćł"
/** Share of the n-th tag against the one before it, the least one of a tag the tagged corpus shows, that of one it does not show. */
const STEP = 0.4
const SEEN = 0.03
const UNSEEN = 0.01
/** Classes without tags of their own, most frequent first. */
const USUAL = ['NN', 'NNA', 'NNS', 'NNAS', 'JJ', 'RB', 'VBD', 'VBN', 'VBZ', 'VBG', 'VB', 'VBP', 'JJR', 'JJS']

const PAST: readonly string[] = ['VBD', 'VBN']

/** One word of plain letters. */
const LETTERS = /^\p{Ll}+$/u

interface FormOf {
  readonly form: string
  readonly tag: string
}

/** `modules`: the folder `node_modules`. Throws when a dictionary is not installed. */
export function compileWordnet(files: LanguageFiles, modules: string, problems: Problem[]): CompiledWords {
  const data = readEnglishData(modules)
  const builder = new LexiconBuilder(data, files, problems)
  builder.addClosed()
  for (const word of data.words) builder.addWord(word)
  builder.addTagged()
  for (const { word, tag } of data.names) builder.addName(word, tag)
  builder.addPeoples()
  return {
    sections: builder.finish(),
    notice: [
      'Words: WordNet 3.1, (c) 2011 Princeton University, WordNet licence (https://wordnet.princeton.edu/license-and-commercial-use),',
      'as the npm package wink-lexicon carries it ((c) GRAYPE Systems Private Limited, MIT; with data of fnTBL, (c) Johns Hopkins University);',
      'tags of forms: the npm package brill ((c) Titus Wormer; lexicon of the Brill tagger, (c) 1993 MIT and University of Pennsylvania; MIT);',
      'names: the npm package compromise ((c) Spencer Kelly, MIT). Country names: Unicode CLDR (Unicode License v3).',
      `Compiled from ${data.versions}.`,
    ].join('\n'),
    licence: {
      name: 'WordNet 3.1 licence and MIT',
      url: 'https://wordnet.princeton.edu/license-and-commercial-use',
      source: 'https://wordnet.princeton.edu/',
    },
  }
}

class LexiconBuilder {
  readonly #data: EnglishData
  readonly #files: LanguageFiles
  readonly #problems: Problem[]
  readonly #paradigms: Paradigms
  readonly #tagIds: ReadonlyMap<string, number>
  readonly #changes = new WordChanges()
  readonly #paradigmIds = new Map<string, number>()
  readonly #lexemes: (readonly [lemma: string, paradigm: number])[] = []
  readonly #closed = new Set<string>()
  /** Tags each form has got. */
  readonly #tagsOf = new Map<string, Set<string>>()
  readonly #closedShares: TagShare[] = []
  readonly #inflection: Inflection
  readonly #nouns: ReadonlySet<string>
  /** Lemma -> its irregular forms, by class. */
  readonly #irregular: Readonly<Record<'noun' | 'verb' | 'adjective', ReadonlyMap<string, readonly string[]>>>

  constructor(data: EnglishData, files: LanguageFiles, problems: Problem[]) {
    this.#data = data
    this.#files = files
    this.#problems = problems
    const tags = Object.keys(PENN_TAGS)
    this.#tagIds = new Map(tags.map((tag, id) => [tag, id]))
    this.#paradigms = new Paradigms(
      { paradigms: [], suffixes: [''], prefixes: [''], tags: tags.map(tag => PENN_TAGS[tag]) },
      grammeme => {
        throw new RangeError(`penn-tags.ts names an unknown grammeme: ${grammeme}`)
      },
    )
    const inflection = files.tables.get('words/inflection')
    if (inflection === undefined) throw new RangeError('the language has no table words/inflection')
    this.#inflection = new Inflection(inflection)
    this.#nouns = new Set(data.words.filter(word => word.classes.has('noun')).map(word => word.lemma))
    this.#irregular = {
      noun: turned(data.irregular.noun),
      verb: turned(data.irregular.verb),
      adjective: turned(data.irregular.adjective),
    }
  }

  /** Words whose readings the table gives; no other are added to them. */
  addClosed(): void {
    const table = this.#files.tables.get('words/closed')
    if (table === undefined) return
    const cell = (row: readonly string[], name: string): string => row[table.columns.indexOf(name)]
    for (const [i, row] of table.rows.entries()) {
      const [word, lemma, tag] = [cell(row, 'word'), cell(row, 'lemma'), cell(row, 'class')]
      if (this.#tagIds.has(tag)) {
        this.#closed.add(word)
        this.#add(lemma, [{ form: word, tag }])
        this.#closedShares.push([word, this.#tag(tag), Number(cell(row, 'share'))])
      } else {
        this.#problems.push({
          code: 'lang/unknown-class',
          file: this.#files.pathOf('words/closed'),
          line: table.lines[i],
          column: 1,
          excerpt: tag,
          message: `${tag} is no class of words`,
          hint: `one of: ${[...this.#tagIds.keys()].join(', ')}`,
        })
      }
    }
  }

  addWord(word: WordnetWord): void {
    const { lemma } = word
    // A sense that only stands with a capital names a place or a person: «Kabul».
    const tags = this.#data.tagsOf(lemma)
    if (tags.length === 0 && word.classes.has('noun') && (word.person || word.place)) {
      const capital = this.#data.tagsOf(lemma.charAt(0).toUpperCase() + lemma.slice(1))
      const named = capital.length > 0 && capital.every(tag => tag.startsWith('NNP'))
      if (named || (capital.length === 0 && word.place && word.fields === 1)) {
        this.addName(lemma, word.place ? 'PLACE' : 'SURNAME')
        return
      }
    }
    for (const wordClass of word.classes) {
      // «talks» is the plural of «talk», though the dictionary has both.
      if (wordClass === 'noun' && this.#isPlural(lemma) && this.#nouns.has(lemma.slice(0, -1))) continue
      this.#addClass(lemma, wordClass, word.person)
    }
  }

  #addClass(lemma: string, wordClass: WordClass, person: boolean): void {
    const forms: FormOf[] = []
    const regular = (tag: string): string => this.#inflection.form(wordClass, tag, lemma) ?? lemma
    if (wordClass === 'noun') {
      const singular = person ? 'NNA' : 'NN'
      const plural = person ? 'NNAS' : 'NNS'
      const irregular = this.#irregular.noun.get(lemma) ?? []
      if (!this.#isPlural(lemma)) forms.push({ form: lemma, tag: singular })
      else forms.push({ form: lemma, tag: plural })
      for (const form of irregular.length > 0 ? irregular : [regular('NNS')])
        if (form !== lemma) forms.push({ form, tag: plural })
    } else if (wordClass === 'verb') {
      forms.push({ form: lemma, tag: 'VB' }, { form: lemma, tag: 'VBP' }, { form: regular('VBZ'), tag: 'VBZ' })
      const irregular = (this.#irregular.verb.get(lemma) ?? []).filter(
        form => form !== lemma || lemma.endsWith('t') || lemma.endsWith('d'),
      )
      const ing = irregular.filter(form => form.endsWith('ing') && form.length > lemma.length)
      const past = irregular.filter(form => !ing.includes(form) && !(form.endsWith('s') && form === regular('VBZ')))
      for (const form of ing.length > 0 ? ing : [regular('VBG')]) forms.push({ form, tag: 'VBG' })
      // «burned» beside «burnt», where the corpus shows it.
      const usual = regular('VBD')
      const isShown = this.#data.tagsOf(usual).some(tag => PAST.includes(tag))
      if (past.length === 0 || (isShown && !past.includes(usual))) past.push(usual)
      for (const form of past) {
        const known = this.#data.tagsOf(form).filter(tag => tag === 'VBD' || tag === 'VBN')
        // «verified»: a form in -ed is past and participle, also where the corpus shows but one.
        const isOne = known.length > 0 && !form.endsWith('ed')
        for (const tag of isOne ? known : PAST) forms.push({ form, tag })
      }
    } else if (wordClass === 'adjective') {
      forms.push({ form: lemma, tag: 'JJ' })
      const irregular = this.#irregular.adjective.get(lemma) ?? []
      for (const tag of ['JJR', 'JJS']) {
        for (const form of [...irregular, regular(tag)])
          if (this.#data.tagsOf(form).includes(tag)) forms.push({ form, tag })
      }
    } else forms.push({ form: lemma, tag: 'RB' })
    this.#add(
      lemma,
      forms.filter(({ form }) => !this.#closed.has(form)),
    )
  }

  /** A noun that is a plural itself: «people», «police». */
  #isPlural(lemma: string): boolean {
    const tags = this.#data.tagsOf(lemma)
    return tags[0] === 'NNS' && !tags.includes('NN')
  }

  /** Forms the tagged corpus knows and WordNet does not. */
  addTagged(): void {
    for (const form of this.#data.taggedForms) {
      if (this.#closed.has(form) || this.#tagsOf.has(form) || !isPlain(form)) continue
      const tags = this.#data.tagsOf(form).filter(tag => OPEN_TAGS.has(tag))
      if (tags.length > 0) for (const tag of tags) this.#add(form, [{ form, tag }])
    }
  }

  /** Adjectives and people of the table `countries` that the dictionary lacks: «Sudanese», «Kazakhs». */
  addPeoples(): void {
    const table = this.#files.tables.get('countries')
    if (table === undefined) return
    const wordsIn = (row: readonly string[], name: string): string[] =>
      row[table.columns.indexOf(name)].split(',').map(word => word.trim().toLowerCase())
    for (const row of table.rows) {
      const names = wordsIn(row, 'names')
      const isMissing = (word: string, tag: string): boolean =>
        LETTERS.test(word) &&
        !names.includes(word) &&
        !this.#closed.has(word) &&
        this.#tagsOf.get(word)?.has(tag) !== true
      for (const word of wordsIn(row, 'adjectives'))
        if (isMissing(word, 'JJ')) this.#add(word, [{ form: word, tag: 'JJ' }])
      for (const word of wordsIn(row, 'demonyms')) {
        const forms: FormOf[] = isMissing(word, 'NNA') ? [{ form: word, tag: 'NNA' }] : []
        const plurals = word.endsWith('s') || word.endsWith('ese') ? [word] : this.#irregular.noun.get(word)
        for (const plural of plurals ?? [this.#inflection.form('noun', 'NNS', word) ?? word])
          if (isMissing(plural, 'NNAS')) forms.push({ form: plural, tag: 'NNAS' })
        this.#add(word, forms)
      }
    }
  }

  addName(word: string, tag: string): void {
    if (!this.#closed.has(word)) this.#add(word, [{ form: word, tag }])
  }

  #add(lemma: string, forms: readonly FormOf[]): void {
    const kept = forms.filter(
      ({ form }, i) => isWritable(form) && forms.findIndex(other => same(other, forms[i])) === i,
    )
    if (kept.length === 0 || !isWritable(lemma)) return
    // The first form of a paradigm is the lemma.
    const all = kept[0].form === lemma ? kept : [{ form: lemma, tag: kept[0].tag }, ...kept]
    let length = lemma.length
    for (const { form } of all) while (!form.startsWith(lemma.slice(0, length))) length--
    const stem = lemma.slice(0, length)
    const key = all.map(({ form, tag }) => `${form.slice(length)} ${tag}`).join(',')
    let paradigm = this.#paradigmIds.get(key)
    if (paradigm === undefined) {
      paradigm = this.#paradigms.add(
        all.map(({ form, tag }) => ({
          suffix: this.#paradigms.suffix(form.slice(stem.length)),
          tag: this.#tag(tag),
          prefix: 0,
        })),
      )
      this.#paradigmIds.set(key, paradigm)
    }
    this.#lexemes.push([lemma, paradigm])
    for (const [index, { form, tag }] of all.entries()) {
      if (all !== kept && index === 0) continue
      this.#changes.at(form).add({ paradigm, index })
      const tags = this.#tagsOf.get(form)
      if (tags === undefined) this.#tagsOf.set(form, new Set([tag]))
      else tags.add(tag)
    }
  }

  #tag(tag: string): number {
    return this.#tagIds.get(tag) as number
  }

  *#shares(): Generator<TagShare> {
    yield* this.#closedShares
    for (const [form, tags] of this.#tagsOf) {
      if (this.#closed.has(form) || tags.size < 2) continue
      const order = this.#data.tagsOf(form).flatMap(tag => [tag, `${tag}A`, tag === 'NNS' ? 'NNAS' : tag])
      const ranked = order.filter(tag => tags.has(tag))
      if (ranked.length === 0) ranked.push(...USUAL.filter(tag => tags.has(tag)))
      // The base form and the plain present are spelled alike: where one is seen the other is likely.
      for (const [a, b] of [
        ['VB', 'VBP'],
        ['VBP', 'VB'],
      ]) {
        if (ranked.includes(a) && tags.has(b) && !ranked.includes(b)) ranked.splice(ranked.indexOf(a) + 1, 0, b)
      }
      // A past and its participle are told apart by what stands around them, not by their number.
      const rankOf = (tag: string): number => {
        const own = ranked.indexOf(tag)
        const other = PAST.includes(tag) ? ranked.findIndex(held => PAST.includes(held)) : own
        if (own < 0) return PAST.includes(tag) && form.endsWith('ed') ? other : own
        return Math.min(own, other)
      }
      for (const tag of tags) {
        const rank = rankOf(tag)
        yield [form, this.#tag(tag), rank < 0 ? UNSEEN : Math.max(SEEN, STEP ** rank)]
      }
    }
  }

  finish(): PackSection[] {
    const labels = new Map([...ALPHABET].map((letter, i) => [letter, i + 1]))
    const lexemes = this.#lexemes
    return [
      ...['typical-surnames', 'surnames', 'patronymics'].flatMap(noEndings),
      ...compileEndings(
        found => {
          for (const [lemma, paradigm] of lexemes) found(lemma, paradigm)
        },
        this.#paradigms,
        labels,
      ),
      ...compileWords(null, this.#shares(), this.#paradigms, this.#changes, labels),
    ]
  }
}

/** Tags of words the corpus may add. */
const OPEN_TAGS = new Set(['NN', 'NNS', 'JJ', 'RB', 'VBN', 'VBD', 'VBG', 'JJR', 'JJS'])

function isWritable(word: string): boolean {
  return word !== '' && [...word].every(letter => ALPHABET.includes(letter))
}

/** Small letters with hyphens: no name, no number, no part of a sentence. */
function isPlain(form: string): boolean {
  return form.length > 2 && form === form.toLowerCase() && /^[a-z][a-z-]*[a-z]$/.test(form)
}

function same(a: FormOf, b: FormOf): boolean {
  return a.form === b.form && a.tag === b.tag
}

/** Form -> lemma as lemma -> forms. */
function turned(map: ReadonlyMap<string, string>): Map<string, string[]> {
  const forms = new Map<string, string[]>()
  for (const [form, lemma] of map) {
    const held = forms.get(lemma)
    if (held === undefined) forms.set(lemma, [form])
    else held.push(form)
  }
  return forms
}

function noEndings(name: string): PackSection[] {
  return [
    // A root whose one arrow no letter follows.
    { name: `${name}/units`, u32: Uint32Array.of(LAST | 63) },
    { name: `${name}/lists`, u16: new Uint16Array(0) },
  ]
}
