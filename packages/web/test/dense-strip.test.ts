/** Strips of the matrix with more claims than marks can be told apart. */
import { expect, test } from 'vitest'
import { denseLines } from '../src/app/views/matrix/dense-strip.ts'

test('days beside each other are one stretch, each assertion a line on a level of its own', () => {
  const marks = [
    { assertion: 'progress', at: 50.2 },
    { assertion: 'progress', at: 10 },
    { assertion: 'progress', at: 10.6 },
    { assertion: 'breached', at: 100 },
    { assertion: 'progress', at: 10.1 },
  ] as const
  expect(denseLines(marks)).toEqual([
    { assertion: 'breached', path: 'M99.5 13H100' },
    { assertion: 'progress', path: 'M10 5H11M50 5H50.5' },
  ])
})

test('ten years of claims are a few hundred numbers', () => {
  const marks = Array.from({ length: 3650 }, (_, day) => ({ assertion: 'fulfilled', at: (100 * day) / 3650 }) as const)
  expect(denseLines(marks)).toEqual([{ assertion: 'fulfilled', path: 'M0 3H100' }])
  const every = marks.filter((_, day) => day % 37 === 0)
  expect(denseLines(every)[0].path.length).toBeLessThan(2000)
})
