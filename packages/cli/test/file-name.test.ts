import { basename, win32 } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fileName } from '../src/file-name.ts'

test.each([
  ['karabakh-2020_1.a', 'karabakh-2020_1.a.json'],
  ['доклад', 'доклад.json'],
  ['a b', 'a%20b.json'],
  ['100%', '100%25.json'],
  ['https://example.org/a?b', 'https%3A%2F%2Fexample.org%2Fa%3Fb.json'],
  ['.', '%2E.json'],
  ['..', '%2E%2E.json'],
  ['...', '%2E%2E%2E.json'],
  ['con', '%63on.json'],
  ['LPT1.x', '%4CPT1.x.json'],
  ['console', 'console.json'],
  ['a\u0000b', 'a%00b.json'],
  ['😀', '%F0%9F%98%80.json'],
  ['\ud800', '%EF%BF%BD.json'],
])('%s -> %s', (id, name) => expect(fileName(id, '.json')).toBe(name))

test('no id leads out of the folder, and different ids have different names', () => {
  const anyId = fc.string({ unit: fc.constantFrom('.', '/', '\\', '%', '2', 'E', 'a', ':', ' ', 'я'), minLength: 1 })
  fc.assert(
    fc.property(anyId, anyId, (a, b) => {
      const name = fileName(a, '.json')
      expect(basename(name)).toBe(name)
      expect(win32.basename(name)).toBe(name)
      if (a !== b) expect(fileName(b, '.json')).not.toBe(name)
    }),
  )
})
