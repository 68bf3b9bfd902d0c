/**
 * The pack's own names: given names the dictionary lacks are added to it; endings of surnames and patronymics become
 * rules for words no dictionary has. How a name declines is never written out: a row names a word that declines likewise.
 */

import {
  ABLT,
  ACCS,
  ANIM,
  DATV,
  FEMN,
  FIXD,
  GENDER,
  GENT,
  GIVEN,
  LOCT,
  MASC,
  NOMN,
  NOUN,
  OVERLAY,
  PATR,
  SING,
  SURN,
} from '@parley/core/grammar'
import type { PackSection } from '../packing/container.ts'
import { EndingTrie } from '../packing/ending-trie.ts'
import { ListPool } from '../packing/list-pool.ts'
import type { Table } from '../tables/tables.ts'
import { eachLexeme, lookUp } from '../words/opencorpora.ts'
import type { WordContext } from '../words/word-context.ts'

/** An ending of nominatives and the paradigms of words that end so. */
interface EndingRule {
  readonly ending: string
  readonly paradigms: readonly number[]
  readonly typical: boolean
  /** How often against other rules; 1 where the table does not say. */
  readonly share: number
}

const ANY = '*'

/** Adds names to `changes`; returns the sections of ending rules (see compile-words.ts for the notation). */
export function compileNames(context: WordContext, labels: ReadonlyMap<string, number>): PackSection[] {
  addGivenNames(context)
  addPatronymicWords(context)
  const surnames = readRules(context, 'names/surname-endings', SURN)
  addMissingSurnameForms(context, surnames)
  return [
    ...endingSections(
      context,
      'typical-surnames',
      surnames.filter(rule => rule.typical),
      labels,
    ),
    ...endingSections(
      context,
      'surnames',
      surnames.filter(rule => !rule.typical),
      labels,
    ),
    ...endingSections(context, 'patronymics', readRules(context, 'names/patronymics', PATR), labels),
  ]
}

function addGivenNames(context: WordContext): void {
  const names = context.tables.get('names/given')
  const endings = context.tables.get('names/given-endings')
  if (names === undefined || endings === undefined) return
  const rules = { m: new Map<string, number>(), f: new Map<string, number>() }
  for (const [row, line] of rowsOf(endings)) {
    const [paradigm] = likeParadigms(
      context,
      'names/given-endings',
      line,
      row.like,
      GIVEN,
      row.gender === 'm' ? MASC : 0,
    )
    if (paradigm === undefined) continue
    for (const ending of row.endings.split(' ')) rules[row.gender as 'm' | 'f'].set(ending, paradigm)
  }
  for (const [row, line] of rowsOf(names)) {
    const name = row.name.toLowerCase()
    const like =
      row.like === '' || row.like === undefined
        ? undefined
        : likeParadigms(context, 'names/given', line, row.like, GIVEN, 0)[0]
    const paradigm = like ?? longestEnding(rules[row.gender as 'm' | 'f'], name)
    if (paradigm === undefined || !addWord(context, name, paradigm)) {
      problem(context, 'names/given', line, 'no-ending', row.name, `no row of given-endings fits ${row.name}`)
    }
  }
}

function longestEnding(rules: ReadonlyMap<string, number>, name: string): number | undefined {
  for (let length = Math.min(4, name.length); length > 0; length--) {
    const paradigm = rules.get(name.slice(-length))
    if (paradigm !== undefined) return paradigm
  }
  return undefined
}

/** Adds all forms of a word, marked as the pack's own; false when the word is not of the paradigm's shape. */
function addWord({ paradigms, changes }: WordContext, lemma: string, like: number): boolean {
  const stem = paradigms.stem(lemma, like, 0)
  if (stem === null) return false
  const paradigm = paradigms.overlayOf(like)
  for (let index = 0; index < paradigms.forms(paradigm).length; index++) {
    changes.at(paradigms.spell(stem, paradigm, index)).add({ paradigm, index })
  }
  return true
}

/** «оглы», «кызы»: unchanging, in every case. */
function addPatronymicWords({ tables, paradigms, changes }: WordContext): void {
  const table = tables.get('names/patronymic-words')
  if (table === undefined) return
  for (const [row] of rowsOf(table)) {
    const gender = row.gender === 'm' ? MASC : FEMN
    const forms = [NOMN, GENT, DATV, ACCS, ABLT, LOCT].map(kase => ({
      suffix: paradigms.suffix(''),
      prefix: 0,
      tag: paradigms.tag({
        pos: NOUN,
        agr: kase | SING | gender | ANIM,
        lex: PATR | FIXD | OVERLAY,
        secondary: false,
        prior: 1,
      }),
    }))
    const paradigm = paradigms.add(forms)
    for (let index = 0; index < forms.length; index++) changes.at(row.form).add({ paradigm, index })
  }
}

/** The dictionary holds some surnames as a man's alone (песков); the rules say what a woman's and a family's forms are. */
function addMissingSurnameForms(context: WordContext, rules: readonly EndingRule[]): void {
  const { source, paradigms, changes } = context
  const known = new Map<string, number[]>()
  eachLexeme(source, (lemma, paradigm) => {
    if ((paradigms.tags[paradigms.forms(paradigm)[0].tag].lex & SURN) === 0) return
    const others = known.get(lemma)
    if (others === undefined) known.set(lemma, [paradigm])
    else others.push(paradigm)
  })
  for (const [lemma, own] of known) {
    const hasWomen = own.some(p => paradigms.forms(p).some(form => (paradigms.tags[form.tag].agr & GENDER) !== MASC))
    if (hasWomen) continue
    let rule: EndingRule | undefined
    for (const other of rules) {
      if (endsIn(lemma, other.ending) && (rule === undefined || other.ending.length > rule.ending.length)) rule = other
    }
    for (const paradigm of rule?.paradigms ?? []) {
      const stem = paradigms.stem(lemma, paradigm, 0)
      if (stem === null) continue
      for (let index = 0; index < paradigms.forms(paradigm).length; index++) {
        changes.at(paradigms.spell(stem, paradigm, index)).add({ paradigm, index })
      }
    }
  }
}

function endsIn(word: string, ending: string): boolean {
  return ending.startsWith(ANY) ? word.length >= ending.length && word.endsWith(ending.slice(1)) : word.endsWith(ending)
}

function readRules(context: WordContext, name: string, kind: number): EndingRule[] {
  const table = context.tables.get(name)
  if (table === undefined) return []
  const rules: EndingRule[] = []
  for (const [row, line] of rowsOf(table)) {
    const paradigms = likeParadigms(context, name, line, row.like, kind, 0)
    for (const ending of row.endings.split(' ')) {
      const bare = ending.replace(ANY, '')
      const fitting = paradigms.filter(paradigm => bare.endsWith(lemmaSuffix(context, paradigm)))
      if (fitting.length === paradigms.length)
        rules.push({ ending, paradigms, typical: row.typical === 'yes', share: Number(row.share ?? 1) })
      else
        problem(
          context,
          name,
          line,
          'wrong-like',
          `${ending} ${row.like}`,
          `${row.like} does not decline as words in ${bare}`,
        )
    }
  }
  return rules
}

function lemmaSuffix({ paradigms }: WordContext, paradigm: number): string {
  return paradigms.suffixes[paradigms.forms(paradigm)[0].suffix]
}

/**
 * Sections `<name>/units`, `<name>/lists`: records (paradigm, form index, share) of each ending of each form.
 */
function endingSections(
  context: WordContext,
  name: string,
  rules: readonly EndingRule[],
  labels: ReadonlyMap<string, number>,
): PackSection[] {
  const { paradigms } = context
  const trie = new EndingTrie()
  for (const { ending, paradigms: ids, share } of rules) {
    const bare = ending.replace(ANY, '')
    const firsts = ending.startsWith(ANY) ? [...labels.keys()] : ['']
    for (const paradigm of ids) {
      const base = bare.slice(0, bare.length - lemmaSuffix(context, paradigm).length)
      for (const [index, form] of paradigms.forms(paradigm).entries()) {
        const spelled = base + paradigms.suffixes[form.suffix]
        const spellings = spelled.includes('ё') ? [spelled, spelled.replaceAll('ё', 'е')] : [spelled]
        for (const spelling of spellings) {
          for (const first of firsts) trie.add(first + spelling, [paradigm, index, share])
        }
      }
    }
  }
  const lists = new ListPool(3)
  return [
    { name: `${name}/units`, u32: trie.finish(labels, lists) },
    { name: `${name}/lists`, u16: lists.finish() },
  ]
}

/** Paradigms of the words a row names as examples, of the wanted kind (and gender, where one is asked for). */
function likeParadigms(
  context: WordContext,
  table: string,
  line: number,
  like: string,
  kind: number,
  gender: number,
): number[] {
  const { source, paradigms } = context
  const found: number[] = []
  for (const word of like.split(' ')) {
    const entry = lookUp(source, word).find(({ paradigm, index }) => {
      const { lex, agr } = paradigms.tags[paradigms.forms(paradigm)[index].tag]
      return index === 0 && (lex & kind) !== 0 && (gender === 0 || (agr & gender) !== 0)
    })
    if (entry === undefined)
      problem(context, table, line, 'unknown-like', word, `the dictionary has no such name: ${word}`)
    else found.push(entry.paradigm)
  }
  return found
}

function* rowsOf(table: Table): Generator<[row: Record<string, string>, line: number]> {
  for (const [i, cells] of table.rows.entries()) {
    yield [Object.fromEntries(table.columns.map((column, c) => [column, cells[c]])), table.lines[i]]
  }
}

function problem(
  context: WordContext,
  table: string,
  line: number,
  code: string,
  excerpt: string,
  message: string,
): void {
  const hint = code.endsWith('like') ? 'name a word of the dictionary that declines in this way' : ''
  context.problems.push({ code: `lang/${code}`, file: context.pathOf(table), line, column: 1, excerpt, message, hint })
}
