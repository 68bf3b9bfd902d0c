/** Many reports out of few: each text again and again with other names, other numbers and another day, always the same for the same count. */
import type { TextDocument } from '@parley/core'

/**
 * One JSONL line for each. `texts`: what is varied. `passages`: what every second report tells besides, three of them each, as a paragraph at its end
 * (claims on an agreement, which general news has none of).
 */
export function* varyReports(
  texts: readonly TextDocument[],
  count: number,
  passages: readonly string[] = [],
): Generator<string> {
  const names = namesByEnding(texts)
  for (let i = 0; i < count; i++) {
    const { id, text } = texts[i % texts.length]
    const round = Math.floor(i / texts.length)
    const random = chance(i + 1)
    const body = round === 0 ? text : vary(text, names, random)
    const varied = passages.length > 0 && i % 2 === 0 ? `${body}\n\n${some(passages, random)}` : body
    const day = new Date(Date.UTC(2015, 0, 1 + (i % 3650))).toISOString().slice(0, 10)
    yield `${JSON.stringify({ id: `${id}-${round}`, text: varied, language: 'ru', published: day, publisher: `Outlet ${i % 40}` })}\n`
  }
}

/** A capital inside a sentence: rather a name. Its last two letters keep the case that the sentence asks for. */
const NAME = /(?<=[а-яё,] )[А-ЯЁ][а-яё]{3,}/g

function namesByEnding(texts: readonly TextDocument[]): Map<string, string[]> {
  const found = new Map<string, Set<string>>()
  for (const { text } of texts) {
    for (const [name] of text.matchAll(NAME)) {
      const ending = name.slice(-2)
      const names = found.get(ending) ?? new Set()
      found.set(ending, names.add(name))
    }
  }
  return new Map([...found].map(([ending, names]) => [ending, [...names].sort()]))
}

function vary(text: string, names: ReadonlyMap<string, readonly string[]>, random: () => number): string {
  const instead = new Map<string, string>()
  return text
    .replace(NAME, name => {
      const known = instead.get(name)
      if (known !== undefined) return known
      const others = names.get(name.slice(-2)) ?? [name]
      const other = others[Math.floor(random() * others.length)]
      instead.set(name, other)
      return other
    })
    .replace(/\b([1-9]|1\d|2[0-8])\b/g, () => String(1 + Math.floor(random() * 28)))
}

function some(passages: readonly string[], random: () => number): string {
  return Array.from({ length: 3 }, () => passages[Math.floor(random() * passages.length)]).join(' ')
}

/** A small generator of even numbers 0..1 (mulberry32). */
function chance(seed: number): () => number {
  let state = seed * 0x9e3779b1
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}
