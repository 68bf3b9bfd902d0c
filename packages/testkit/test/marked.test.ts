import fc from 'fast-check'
import { expect, test } from 'vitest'
import { markOf, marksOf, parseMarked, printMarked } from '../src/marked.ts'

test('marks come with their label, their extent and without their braces', () => {
  const { text, marks } = parseMarked('{q1:«Мы готовы»}, — {c1:заявил} {s1:министр}.')
  expect(text).toBe('«Мы готовы», — заявил министр.')
  expect(marks.map(mark => [mark.label, text.slice(mark.start, mark.end)])).toEqual([
    ['q1', '«Мы готовы»'],
    ['c1', 'заявил'],
    ['s1', 'министр'],
  ])
  expect(markOf(marks, 'c1')?.start).toBe(15)
  expect(marksOf(marks, 's')).toHaveLength(1)
  expect(markOf(marks, 'c2')).toBeNull()
})

test('marks nest; the outer one comes first', () => {
  const { text, marks } = parseMarked('встретит {b:{a:его} коллегу}')
  expect(marks.map(mark => `${mark.label} ${text.slice(mark.start, mark.end)}`)).toEqual(['b его коллегу', 'a его'])
})

test('attributes, plain braces and line breaks', () => {
  const { text, marks } = parseMarked('{q kind=direct act=state:а\\{б\\}}\\nв\\|г')
  expect(text).toBe('а{б}\nв|г')
  expect(marks).toEqual([{ label: 'q', attributes: { kind: 'direct', act: 'state' }, start: 0, end: 4 }])
})

test.each([
  ['{q:а', 'column 1: `{` is never closed: {q:а'],
  ['а}', 'column 2: `}` closes nothing: а}'],
  ['а {б}', 'column 3: `{` without `label:`: а {б}'],
  ['{q:}', 'column 4: a mark around nothing: {q:}'],
  ['а\\', 'column 2: a lone backslash: а\\'],
])('a broken line %s says where', (line, message) => {
  expect(() => parseMarked(line)).toThrow(message)
})

test('what is printed is read back', () => {
  const word = fc.string({ unit: fc.constantFrom(...'аб {}|\\\n«'), maxLength: 6 })
  const tree: fc.Arbitrary<string> = fc.letrec<{ node: string }>(tie => ({
    node: fc.oneof(
      { depthSize: 'small' },
      word.map(text => printMarked(text, [])),
      fc.array(tie('node'), { minLength: 1, maxLength: 3 }).map(parts => `{a1 k=v:${parts.join('')}б}`),
    ),
  })).node
  fc.assert(
    fc.property(tree, line => {
      const { text, marks } = parseMarked(line)
      expect(printMarked(text, marks)).toBe(line)
    }),
  )
})
