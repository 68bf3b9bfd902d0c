import { expect, test } from 'vitest'
import { parseGold } from '../src/gold-file.ts'
import { parsePieces, printPieces } from '../src/pieces.ts'

test('a line is a case; comments and empty lines are not', () => {
  const lines = parseGold('# заметка\n\nодин\tсвой текст\n? два\n! три\n? ! четыре\r\n', 'gold/ru/x.txt')
  expect(lines.map(({ line, text, cells, knownToFail, never }) => ({ line, text, cells, knownToFail, never }))).toEqual(
    [
      { line: 3, text: 'один', cells: ['свой текст'], knownToFail: false, never: false },
      { line: 4, text: 'два', cells: [], knownToFail: true, never: false },
      { line: 5, text: 'три', cells: [], knownToFail: false, never: true },
      { line: 6, text: 'четыре', cells: [], knownToFail: true, never: true },
    ],
  )
})

test('pieces between borders, gaps left out, and back', () => {
  const line = 'Он приехал 5 окт. в Прагу.| |Документ не подписан.\\n'
  const { text, pieces } = parsePieces(line)
  expect(pieces.map(({ start, end }) => text.slice(start, end))).toEqual([
    'Он приехал 5 окт. в Прагу.',
    'Документ не подписан.\n',
  ])
  expect(printPieces(text, pieces)).toBe(line)
})
