import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Mark, type MarkedLine, markLines } from '../src/index.ts'

/** Lines as `<a>…</a>`; an opening again shows as `<+a>`, a closing that goes on as `</+a>`. */
function show(text: string, lines: readonly MarkedLine<string>[]): string[] {
  return lines.map(line =>
    line.events
      .map(event => {
        if (event.type === 'text') return text.slice(event.start, event.end)
        return event.type === 'open'
          ? `<${event.isFirst ? '' : '+'}${event.value}>`
          : `</${event.isLast ? '' : '+'}${event.value}>`
      })
      .join(''),
  )
}

function mark(value: string, start: number, end: number, rank = 0): Mark<string> {
  return { value, start, end, rank }
}

test.each<[string, string, Mark<string>[], string[]]>([
  ['nested', 'abcdef', [mark('x', 1, 5), mark('y', 2, 3)], ['a<x>b<y>c</y>de</x>f']],
  ['crossing', 'abcdef', [mark('x', 0, 4), mark('y', 2, 6)], ['<x>ab<y>cd</+y></x><+y>ef</y>']],
  ['the same span: the lower rank outside', 'ab', [mark('x', 0, 2, 1), mark('y', 0, 2, 0)], ['<y><x>ab</x></y>']],
  ['side by side', 'abcd', [mark('x', 0, 2), mark('y', 2, 4)], ['<x>ab</x><y>cd</y>']],
  ['over lines', 'ab\n\ncd', [mark('x', 1, 5)], ['a<x>b</+x>', '<+x>c</x>d']],
  ['nothing to say on blank lines', ' \nab', [], ['ab']],
  ['empty marks are left out', 'ab', [mark('x', 1, 1)], ['ab']],
  ['no text', '', [], []],
])('%s', (_, text, marks, expected) => expect(show(text, markLines(text, marks))).toEqual(expected))

const LENGTH = 24
const anyMark = fc
  .tuple(fc.nat(LENGTH), fc.nat(LENGTH), fc.nat(3))
  .map(([a, b, rank]) => ({ start: Math.min(a, b), end: Math.max(a, b), rank, value: `${a}-${b}-${rank}` }))
const anyText = fc
  .array(fc.constantFrom('a', 'b', ' ', '\n'), { minLength: LENGTH, maxLength: LENGTH })
  .map(units => units.join(''))

test('whatever overlaps: lines nest, text is whole, each character is under its marks', () => {
  fc.assert(
    fc.property(anyText, fc.array(anyMark, { maxLength: 8 }), (text, marks) => {
      for (const line of markLines(text, marks)) {
        const open: string[] = []
        let at = line.start
        for (const event of line.events) {
          if (event.type === 'open') open.push(event.value)
          else if (event.type === 'close') expect(open.pop()).toBe(event.value)
          else {
            expect(event.start).toBe(at)
            at = event.end
            for (let unit = event.start; unit < event.end; unit++) {
              const over = marks.filter(({ start, end }) => start <= unit && unit < end).map(({ value }) => value)
              expect([...open].sort()).toEqual(over.sort())
            }
          }
        }
        expect(open).toEqual([])
        expect(at).toBe(line.end)
      }
    }),
    { numRuns: 500 },
  )
})
