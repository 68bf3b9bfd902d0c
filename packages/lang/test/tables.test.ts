import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { openPack, type Problem, sortProblems } from '@parley/core'
import { describe, expect, test } from 'vitest'
import { checkReferences } from '../src/tables/check-references.ts'
import { listFiles, readLanguageFiles } from '../src/tables/language-files.ts'
import { SCHEMAS } from '../src/tables/schemas.ts'
import { readTable, type Table } from '../src/tables/tables.ts'

const root = fileURLToPath(new URL('../../../', import.meta.url))

/** Mistakes as `line:column code excerpt`. */
function mistakes(name: string, lines: readonly string[]): string[] {
  const problems: Problem[] = []
  readTable(name, `languages/xx/${name}.tsv`, lines.join('\n'), problems)
  return sortProblems(problems).map(({ line, column, code, excerpt }) => `${line}:${column} ${code} ${excerpt}`)
}

describe('reading a table', () => {
  test('rows and comments', () => {
    const problems: Problem[] = []
    const table = readTable('prefixes', 'f', '# why\nprefix\texample\n\nанти\tантивоенных\n', problems)
    expect(problems).toEqual([])
    expect(table).toMatchObject({ columns: ['prefix', 'example'], rows: [['анти', 'антивоенных']], lines: [4] })
  })

  test('all mistakes at once, each with its place', () => {
    expect(
      mistakes('prepositions', [
        'lemma\tcases\texample\tnote',
        'без\tgent\tбез условий',
        'в\tlocative accs\tв городе',
        '\tgent\tпример',
        'без\tgent\tбез слов',
        'при\tloct\tпри участии\t\tлишнее',
      ]),
    ).toEqual([
      '1:1 lang/unknown-column note',
      '3:3 lang/unknown-value locative',
      '4:1 lang/missing-cell gent\tпример',
      '5:1 lang/double-row без',
      '6:23 lang/too-many-cells лишнее',
    ])
  })

  test('an event of which nothing says when it is none', () => {
    const problems: Problem[] = []
    const header = 'wording\twith\twithout\tmode\tframe\tneeds\texample\tnever\tsource'
    const row = 'протестовать\t\t\t\topposes\tactor\tРабочие протестуют.\t\tParley'
    readTable('events/protest', 'f', `${header}\n${row}`, problems)
    expect(problems).toMatchObject([
      { code: 'lang/missing-cell', line: 2, column: 51, message: 'column never is empty' },
    ])
    expect(problems[0]?.hint).toMatch(/^expected: another sentence with the row's words/)
  })

  test('a column that is missing', () => {
    expect(mistakes('prefixes', ['prefix', 'анти'])).toEqual(['1:1 lang/missing-column prefix'])
  })

  test('an empty file', () => {
    expect(mistakes('prefixes', ['# nothing'])).toEqual(['1:1 lang/no-header '])
  })

  test('text that is not NFC', () => {
    expect(mistakes('prefixes', ['prefix\texample', 'маи\u0306\tпример'])[0]).toMatch(/^2:1 lang\/not-nfc/)
  })

  test('a cell that must stand in another table', () => {
    const problems: Problem[] = []
    const read = (name: string, text: string): Table => readTable(name, name, text, problems)
    const tables = new Map([
      ['acts', read('acts', 'act\tdefinition\nstate\tsays')],
      [
        'cues',
        read('cues', 'wording\tact\tframe\texample\tsource\nзаявить\tstates\tclause\tПосол заявил, что готов.\town'),
      ],
    ])
    checkReferences(tables, name => name, problems)
    expect(problems).toMatchObject([
      { code: 'lang/unknown-reference', file: 'cues', line: 2, column: 9, excerpt: 'states' },
    ])
  })
})

describe('the tables of the project', () => {
  const problems: Problem[] = []
  const files = readLanguageFiles(join(root, 'languages/ru'), 'languages/ru', join(root, 'ontology'), problems)

  test('have no mistakes', () => {
    expect(problems).toEqual([])
  })

  test('have a schema each, and each schema a table', () => {
    const english = readLanguageFiles(join(root, 'languages/en'), 'languages/en', join(root, 'ontology'), problems)
    const names = new Set([...files.tables.keys(), ...english.tables.keys()])
    expect(problems).toEqual([])
    expect([...names].sort()).toEqual(Object.keys(SCHEMAS).sort())
  })

  test('are files a spreadsheet opens: no carriage returns, a line end at the end', () => {
    for (const file of listFiles(join(root, 'languages/ru')).filter(name => name.endsWith('.tsv'))) {
      const text = readFileSync(join(root, 'languages/ru', file), 'utf8')
      expect(text, file).not.toContain('\r')
      expect(text.endsWith('\n'), file).toBe(true)
    }
  })

  test('name words as the dictionary does: a wording of other words never fires', () => {
    const pack = openPack(readFileSync(join(root, 'build/packs/ru.pack')))
    const strange: string[] = []
    for (const [name, schema] of Object.entries(SCHEMAS)) {
      for (const [column, rule] of Object.entries(schema.columns)) {
        if (rule.wording !== true || !files.tables.has(name)) continue
        for (const row of pack.table(name)) {
          for (const word of row[column].split(' ')) {
            if (word.startsWith('=') && word.length > 1) continue
            const key = pack.keys.key(word)
            // A name is one with a capital alone, an abbreviation in capitals.
            const spellings = [word, word[0].toUpperCase() + word.slice(1), word.toUpperCase()]
            if (spellings.some(spelling => pack.lexicon.form(spelling).keys.includes(key))) continue
            const form = pack.lexicon.form(word)
            const lemmas = [...new Set(form.readings.map(reading => reading.lemma))]
            strange.push(`${name}: ${row[column]} (${word} is a form of ${lemmas.join(', ')})`)
          }
        }
      }
    }
    expect(strange).toEqual([])
  })
})
