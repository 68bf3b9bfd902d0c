/** The words of a language whose dictionary is OpenCorpora: its automaton, the language's own names, its patches. */
import type { Problem } from '@parley/core'
import type { CompiledWords } from '../compile-language.ts'
import { compileNames } from '../names/name-tables.ts'
import type { LanguageFiles } from '../tables/language-files.ts'
import { compileWords, labelsOf, sharesOf } from './compile-words.ts'
import { compileEndings } from './guess-endings.ts'
import { eachLexeme, type OpenCorpora, readOpenCorpora } from './opencorpora.ts'
import { Paradigms } from './paradigms.ts'
import { applyPatches } from './patches.ts'
import { WordChanges } from './word-changes.ts'
import type { WordContext } from './word-context.ts'

/** `dictionary`: the folder `az/dicts`. Mistakes of tables are pushed to `problems`. */
export function compileOpenCorpora(files: LanguageFiles, dictionary: string, problems: Problem[]): CompiledWords {
  const source = readOpenCorpora(dictionary)
  const paradigms = new Paradigms(source, () => {})
  const changes = new WordChanges()
  const labels = labelsOf(source)
  const context: WordContext = { source, paradigms, changes, problems, tables: files.tables, pathOf: files.pathOf }
  const names = compileNames(context, labels)
  if (problems.length === 0) applyPatches(context)
  return {
    sections:
      problems.length > 0
        ? []
        : [
            ...names,
            ...compileEndings(found => eachLexeme(source, found), paradigms, labels),
            ...compileWords(source.words, sharesOf(source), paradigms, changes, labels),
          ],
    notice: noticeOf(source),
    licence: {
      name: 'CC BY-SA 3.0',
      url: 'https://creativecommons.org/licenses/by-sa/3.0/',
      source: 'http://opencorpora.org/',
    },
  }
}

function noticeOf(dictionary: OpenCorpora): string {
  return [
    `Words: the OpenCorpora dictionary (http://opencorpora.org/), revision ${dictionary.revision}, (c) the OpenCorpora contributors,`,
    'licensed under Creative Commons Attribution-ShareAlike 3.0 (https://creativecommons.org/licenses/by-sa/3.0/),',
    'as compiled by pymorphy2 and packed in the npm package az; recompiled, corrected and enlarged here.',
    'This pack file is an adaptation and carries the same licence. Country names: Unicode CLDR (Unicode License v3).',
    "Models, if any, are trained on Universal Dependencies and BSNLP data (CC BY-SA 4.0): see the language's models/README.md.",
  ].join('\n')
}
