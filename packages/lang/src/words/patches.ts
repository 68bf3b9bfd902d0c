/**
 * Mending the dictionary (patches.tsv) and adding words to it (lemmas/new-words.tsv). `drop` takes readings away: of one form, or of all forms of a word; `tags` narrows
 * them to those whose tag has all these grammemes. `add` and a new word give all forms of a word, declined as `like` is.
 */
import { eachLexeme, lookUp } from './opencorpora.ts'
import type { WordContext } from './word-context.ts'

export function applyPatches(context: WordContext): void {
  const patches = rowsOf(context, 'patches')
  const newWords = rowsOf(context, 'lemmas/new-words')
  const lexemes = paradigmsOf(
    context,
    new Set([...patches, ...newWords].flatMap(({ cells }) => [cells.word, cells.like])),
  )
  for (const row of patches) {
    const { word, like } = row.cells
    const tags = row.cells.tags === '' ? [] : row.cells.tags.split(' ')
    const add = row.cells.do === 'add'
    const ofForm = row.cells.of === 'form'
    const done = add
      ? addWord(context, lexemes, word, like, tags)
      : ofForm
        ? dropForm(context, word, tags)
        : dropWord(context, lexemes, word, tags)
    if (!done)
      report(
        context,
        'patches',
        row,
        'tags are those of OpenCorpora: NOUN, masc, Surn; `like` is a word in its first form',
      )
  }
  for (const row of newWords) {
    if (!addWord(context, lexemes, row.cells.lemma, row.cells.like, [])) {
      report(
        context,
        'lemmas/new-words',
        row,
        '`like` is a word of the dictionary in its first form that ends as this one does',
      )
    }
  }
}

interface Row {
  readonly cells: Readonly<Record<string, string>>
  readonly line: number
}

function rowsOf({ tables }: WordContext, name: string): Row[] {
  const table = tables.get(name)
  if (table === undefined) return []
  return table.rows.map((row, i) => ({
    cells: Object.fromEntries(table.columns.map((column, c) => [column, row[c]])),
    line: table.lines[i],
  }))
}

function report({ problems, pathOf }: WordContext, table: string, { cells, line }: Row, hint: string): void {
  problems.push({
    code: 'lang/idle-patch',
    file: pathOf(table),
    line,
    column: 1,
    excerpt: Object.values(cells).filter(Boolean).join(' '),
    message: 'the dictionary has nothing that this row speaks of',
    hint,
  })
}

type Lexemes = ReadonlyMap<string, readonly number[]>

/** Paradigms of some words, by first form. */
function paradigmsOf({ source }: WordContext, words: ReadonlySet<string>): Lexemes {
  const found = new Map<string, number[]>()
  eachLexeme(source, (lemma, paradigm) => {
    if (!words.has(lemma)) return
    const known = found.get(lemma)
    if (known === undefined) found.set(lemma, [paradigm])
    else known.push(paradigm)
  })
  return found
}

function hasTags({ paradigms }: WordContext, paradigm: number, index: number, tags: readonly string[]): boolean {
  const own = paradigms.tagTexts[paradigms.forms(paradigm)[index].tag].split(/[ ,]/)
  return tags.every(tag => own.includes(tag))
}

function addWord(context: WordContext, lexemes: Lexemes, word: string, like: string, tags: readonly string[]): boolean {
  const { paradigms, changes } = context
  const paradigm = lexemes.get(like)?.find(id => hasTags(context, id, 0, tags))
  if (paradigm === undefined) return false
  const stem = paradigms.stem(word, paradigm, 0)
  if (stem === null) return false
  for (let index = 0; index < paradigms.forms(paradigm).length; index++) {
    changes.at(paradigms.spell(stem, paradigm, index)).add({ paradigm, index })
  }
  return true
}

function dropForm(context: WordContext, form: string, tags: readonly string[]): boolean {
  const fits = ({ paradigm, index }: { paradigm: number; index: number }): boolean =>
    hasTags(context, paradigm, index, tags)
  if (!lookUp(context.source, form).some(fits)) return false
  context.changes.at(form).drop(fits)
  return true
}

function dropWord(context: WordContext, lexemes: Lexemes, word: string, tags: readonly string[]): boolean {
  const { paradigms, changes } = context
  let dropped = false
  for (const paradigm of lexemes.get(word) ?? []) {
    const stem = paradigms.stem(word, paradigm, 0) ?? ''
    for (let index = 0; index < paradigms.forms(paradigm).length; index++) {
      if (!hasTags(context, paradigm, index, tags)) continue
      changes
        .at(paradigms.spell(stem, paradigm, index))
        .drop(entry => entry.paradigm === paradigm && entry.index === index)
      dropped = true
    }
  }
  return dropped
}
