import fc from 'fast-check'
import { expect, test } from 'vitest'
import { findJsonMistake } from '../src/formats/json-mistake.ts'
import { because } from '../src/reasons.ts'

test.each([
  ['{"id": "a",\n "text": }', 'line 2, column 10: expected a value, found "}"'],
  ['{"id": "a"', 'line 1, column 11: expected "," or "}", found the end'],
  ['{"id": "a" "text": "b"}', 'line 1, column 12: expected "," or "}", found "\\""'],
  ['{id: 1}', 'line 1, column 2: expected a name in double quotes, found "i"'],
  ['{"id" 1}', 'line 1, column 7: expected ":" after the name, found "1"'],
  ['["a", "b', 'line 1, column 9: expected a closing double quote, found the end'],
  ['"a\tb"', 'line 1, column 3: expected an escape such as \\n in place of a bare control character, found U+0009'],
  ['"\\x"', 'line 1, column 2: expected a lawful escape after "\\", found "\\\\"'],
  ['[1, 2] 3', 'line 1, column 8: expected nothing more after the value, found "3"'],
  ['[1,]', 'line 1, column 4: expected a value, found "]"'],
  ['{"a": 1,}', 'line 1, column 9: expected a name in double quotes, found "}"'],
  ['', 'line 1, column 1: expected a value, found the end'],
  ['01', 'line 1, column 2: expected nothing more after the value, found "1"'],
])('%j', (text, message) => {
  const mistake = findJsonMistake(text)
  expect(mistake && because('notJsonAt', { ...mistake })).toBe(`not JSON: ${message}`)
})

test('finds nothing in JSON', () => {
  fc.assert(fc.property(fc.json(), text => findJsonMistake(text) === null))
})

test('finds something wherever JSON.parse does', () => {
  const damaged = fc
    .tuple(fc.json(), fc.nat(), fc.constantFrom('', ',', '"', '}', '[', '\\', '\n'))
    .map(([json, at, put]) => {
      const cut = at % (json.length + 1)
      return json.slice(0, cut) + put + json.slice(cut + 1)
    })
  fc.assert(
    fc.property(damaged, text => {
      let parses = true
      try {
        JSON.parse(text)
      } catch {
        parses = false
      }
      expect(findJsonMistake(text) === null).toBe(parses)
    }),
    { numRuns: 2000 },
  )
})

test('takes any depth', () => {
  expect(findJsonMistake('['.repeat(1_000_000))).toMatchObject({ column: 1_000_001 })
})
