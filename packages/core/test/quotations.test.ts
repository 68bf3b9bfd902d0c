/** Quotations, line by line: what is said, which words introduce it, which words name the speaker. */
import { type GoldLine, type Mark, marksOf, parseMarked, readGold, testGold } from '@parley/testkit'
import { expect } from 'vitest'
import { analyse } from './support/read.ts'

for (const language of ['ru', 'en'])
  testGold(readGold(new URL(`../../../gold/${language}/quotations.txt`, import.meta.url)), line => {
    const { text, marks } = parseMarked(line.text)
    const { quotations } = analyse(text, null, language)
    const words = (span: { start: number; end: number } | null) =>
      span === null ? '-' : text.slice(span.start, span.end)
    const found = quotations.map(q => show(q.kind, q.parts.map(words), words(q.cue), words(q.speaker)))
    expect(found.sort()).toEqual(expected(line, text, marks).sort())
  })

function expected(line: GoldLine, text: string, marks: readonly Mark[]): string[] {
  if (line.never) return []
  const cut = (mark: Mark) => text.slice(mark.start, mark.end)
  const numbers = [...new Set(marksOf(marks, 'q').map(mark => mark.label.slice(1)))]
  return numbers.map(number => {
    const parts = marks.filter(mark => mark.label === `q${number}`)
    const one = (letter: string) => marks.filter(mark => mark.label === letter + number)
    // A quotation after another without a cue or speaker of its own takes those of the first.
    const cue = one('c')
    const speaker = one('s').length > 0 ? one('s') : marks.filter(mark => mark.label === 's1')
    const kind = parts[0].attributes.kind ?? 'indirect'
    const cueWords =
      cue.length === 2
        ? text.slice(cue[0].start, cue[1].end)
        : cue.map(cut).join(' ') || inherited(text, marks, parts[0])
    return show(kind, parts.map(cut), cueWords, speaker.map(cut)[0] ?? '-')
  })
}

/** Direct speech after a reported clause's colon shares its cue; after a full stop, or after a speaker's colon, there is none but the colon. */
function inherited(text: string, marks: readonly Mark[], part: Mark): string {
  const before = text.slice(0, part.start).trimEnd()
  if (![':', ': «', ':«', ': "'].some(ending => before.endsWith(ending))) return '-'
  const first = marks.find(mark => mark.label === 'c1')
  return first === undefined ? ':' : text.slice(first.start, first.end)
}

function show(kind: string, parts: readonly string[], cue: string, speaker: string): string {
  return `${kind} ${parts.map(part => `[${part}]`).join(' … ')} cue=${cue} speaker=${speaker}`
}
