/** What happens in short texts, line by line: who takes part, as what it is told, what is told twice. */
import { readGold, testGold } from '@parley/testkit'
import { expect } from 'vitest'
import { analyse } from './support/read.ts'

for (const language of ['ru', 'en']) {
  testGold(readGold(new URL(`../../../gold/${language}/events.txt`, import.meta.url)), line => {
    expect(eventsOf(line.text.replaceAll('\\n', '\n'), language)).toEqual(line.never ? [] : line.cells)
  })
}

/** `TYPE mode status [trigger]: actors → recipients · place`, what is not there left out. */
function eventsOf(text: string, language: string): string[] {
  const { entities, events } = analyse(text, null, language)
  const names = new Map(entities.map(({ id, name }) => [id, name]))
  const list = (ids: readonly string[]): string => ids.map(id => names.get(id)).join(', ')
  return events.map(({ type, mode, status, background, trigger, actors, recipients, place, quotation }) => {
    const marks = [type, mode, status, background ? 'background' : null, quotation === null ? null : 'quoted']
    const who = [list(actors), list(recipients)].filter(Boolean).join(' → ')
    const head = `${marks.filter(Boolean).join(' ')} [${text.slice(trigger.start, trigger.end)}]`
    return `${who === '' ? head : `${head}: ${who}`}${place === null ? '' : ` · ${names.get(place)}`}`
  })
}
