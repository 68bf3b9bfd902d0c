/**
 * Mending the dictionary (patches.tsv). `drop` takes readings away: of one form, or of all forms of a word; `tags` narrows
 * them to those whose tag has all these grammemes. `add` gives all forms of a word, declined as `like` is.
 */
import { eachLexeme, lookUp } from './opencorpora.ts'
import type { WordContext } from './word-context.ts'

export function applyPatches(context: WordContext): void {
  const table = context.tables.get('patches')
  if (table === undefined) return
  const lexemes = paradigmsOf(
    context,
    new Set(table.rows.flatMap(row => [cell(table.columns, row, 'word'), cell(table.columns, row, 'like')])),
  )
  for (const [i, row] of table.rows.entries()) {
    const get = (column: string): string => cell(table.columns, row, column)
    const tags = get('tags') === '' ? [] : get('tags').split(' ')
    const done =
      get('do') === 'add'
        ? addWord(context, lexemes, get('word'), get('like'), tags)
        : get('of') === 'form'
          ? dropForm(context, get('word'), tags)
          : dropWord(context, lexemes, get('word'), tags)
    if (done) continue
    context.problems.push({
      code: 'lang/idle-patch',
      file: context.pathOf('patches'),
      line: table.lines[i],
      column: 1,
      excerpt: row.join(' '),
      message: 'the dictionary has nothing that this row speaks of',
      hint: 'tags are those of OpenCorpora: NOUN, masc, Surn; `like` is a word in its first form',
    })
  }
}

type Lexemes = ReadonlyMap<string, readonly number[]>

function cell(columns: readonly string[], row: readonly string[], column: string): string {
  return row[columns.indexOf(column)] ?? ''
}

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
