import { describe, expect, test } from 'vitest'
import { Automaton, makeLabels } from '../../core/src/words/automaton.ts'
import { AutomatonBuilder } from '../src/packing/automaton-builder.ts'

const ALPHABET = 'abcdefghijklmnopqrstuvwxyz'

/** Builds an automaton of words and their values the plain way, from a trie. */
function build(words: Readonly<Record<string, number>>): { units: Uint32Array; states: number } {
  const builder = new AutomatonBuilder()
  const down = (prefix: string): number => {
    const nexts = new Set(
      Object.keys(words).flatMap(word => (word.startsWith(prefix) ? word.slice(prefix.length, prefix.length + 1) : '')),
    )
    const letters = [...nexts].filter(letter => letter !== '').sort()
    const targets = letters.map(letter => down(prefix + letter))
    return builder.state(
      words[prefix] ?? -1,
      letters.map(letter => ALPHABET.indexOf(letter) + 1),
      targets,
    )
  }
  const root = down('')
  return { units: builder.finish(root), states: builder.stateCount }
}

describe('an automaton', () => {
  const words = { tap: 1, taps: 2, top: 1, tops: 2, stop: 7, a: 0 }
  const { units, states } = build(words)
  const automaton = new Automaton(units, makeLabels(ALPHABET))

  test('finds its words and nothing else', () => {
    for (const [word, value] of Object.entries(words)) expect(automaton.find(word), word).toBe(value)
    for (const word of ['', 't', 'to', 'topss', 'sto', 'stops', 'я', '\ud800'])
      expect(automaton.find(word), word).toBe(-1)
  })

  test('shares what words have in common at their ends', () => {
    // 19 letters; the ends -p, -ps of tap and top are one, stop has a value of its own.
    expect(states).toBe(10)
  })
})
