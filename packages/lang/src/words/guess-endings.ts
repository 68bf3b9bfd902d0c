/**
 * What a word no dictionary has may be, by its ending: counted over the dictionary itself, common words and places apart. An ending
 * is kept where it says something else than the shorter ending inside it, so the tables stay small.
 */
import * as grammar from '@parley/core/grammar'
import type { PackSection } from '../packing/container.ts'
import { EndingTrie } from '../packing/ending-trie.ts'
import { ListPool } from '../packing/list-pool.ts'
import type { Tag } from './grammemes.ts'
import type { Paradigms } from './paradigms.ts'

/** New words are nouns, adjectives, verbs and adverbs made from them; the other parts of speech are closed. */
const PRODUCTIVE =
  grammar.NOUN |
  grammar.ADJF |
  grammar.ADJS |
  grammar.COMP |
  grammar.VERB |
  grammar.INFN |
  grammar.PRTF |
  grammar.PRTS |
  grammar.GRND |
  grammar.ADVB
/** A paradigm with fewer words makes no new ones. */
const WORDS_AT_LEAST = 8
const LONGEST_ENDING = 5
/** Letters before the changing part that are looked at. */
const TAIL = 3
const COUNT_AT_LEAST = 10
/** Readings an ending may name, and the share one must have. */
const MOST_READINGS = 10
const SHARE_AT_LEAST = 0.03
/** Shares are told in so many steps: finer ones would only make more lists that differ. */
const STEPS = 32
/** How far shares must differ (half the sum of differences, 0..1) from those of the shorter ending. */
const DIFFERENCE = 0.25

/** Calls `found` with the first form and the paradigm of each word of a dictionary. */
export type EachLexeme = (found: (lemma: string, paradigm: number) => void) => void

interface Kind {
  /** Of the sections. */
  readonly name: string
  /** Whether a word's endings are counted, by the tag of its first form. */
  readonly has: (tag: Tag) => boolean
  /** Letters of the shortest ending kept. */
  readonly shortest: number
}

const SPECIAL = grammar.PROPER | grammar.ABBR | grammar.APRO | grammar.ANUM | grammar.FIXD
const COMMON: Kind = {
  name: 'endings',
  has: ({ pos, lex, prior }) => (pos & PRODUCTIVE) !== 0 && prior >= 1 && (lex & SPECIAL) === 0,
  shortest: 1,
}
/** Of a foreign place one letter says too little. */
const PLACES: Kind = {
  name: 'places',
  has: ({ pos, lex }) => (pos & grammar.NOUN) !== 0 && (lex & grammar.GEOX) !== 0,
  shortest: 2,
}

/**
 * Sections `endings/units`, `endings/lists` for common words, `places/…` for places: records (paradigm, form index, share in steps) of
 * each ending.
 */
export function compileEndings(
  eachLexeme: EachLexeme,
  paradigms: Paradigms,
  labels: ReadonlyMap<string, number>,
): PackSection[] {
  return [COMMON, PLACES].flatMap(kind => {
    const trie = new EndingTrie()
    keepTelling(countEndings(paradigms, countTails(eachLexeme, paradigms, kind)), '', null, kind.shortest, trie)
    const lists = new ListPool(3)
    return [
      { name: `${kind.name}/units`, u32: trie.finish(labels, lists) },
      { name: `${kind.name}/lists`, u16: lists.finish() },
    ]
  })
}

/** For each paradigm of the kind: last letters of its stems -> how many words. */
function countTails(eachLexeme: EachLexeme, paradigms: Paradigms, kind: Kind): Map<number, Map<string, number>> {
  const tails = new Map<number, Map<string, number>>()
  const sizes = new Map<number, number>()
  eachLexeme((lemma, paradigm) => {
    const tag = paradigms.tags[paradigms.forms(paradigm)[0].tag]
    if (!kind.has(tag)) return
    const stem = paradigms.stem(lemma, paradigm, 0)
    if (stem === null) return
    const own = tails.get(paradigm) ?? new Map<string, number>()
    tails.set(paradigm, own)
    const tail = stem.slice(-TAIL)
    own.set(tail, (own.get(tail) ?? 0) + 1)
    sizes.set(paradigm, (sizes.get(paradigm) ?? 0) + 1)
  })
  for (const [paradigm, size] of sizes) if (size < WORDS_AT_LEAST) tails.delete(paradigm)
  return tails
}

class Counts {
  readonly next = new Map<string, Counts>()
  total = 0
  /** Tag -> paradigm * FORMS + form index -> count. */
  readonly byTag = new Map<number, Map<number, number>>()
}
const FORMS = 1024

function countEndings(paradigms: Paradigms, tails: ReadonlyMap<number, ReadonlyMap<string, number>>): Counts {
  const root = new Counts()
  const ids = [...tails.keys()].sort((a, b) => a - b)
  for (const paradigm of ids) {
    for (const [index, form] of paradigms.forms(paradigm).entries()) {
      const tag = paradigms.tags[form.tag]
      if (form.prefix !== 0 || tag.secondary || (tag.pos & PRODUCTIVE) === 0) continue
      const suffix = paradigms.suffixes[form.suffix].replaceAll('ё', 'е')
      for (const [tail, count] of tails.get(paradigm) as ReadonlyMap<string, number>) {
        const spelled = tail.replaceAll('ё', 'е') + suffix
        let node = root
        for (let i = spelled.length - 1; i >= Math.max(0, spelled.length - LONGEST_ENDING); i--) {
          let next = node.next.get(spelled[i])
          if (next === undefined) {
            next = new Counts()
            node.next.set(spelled[i], next)
          }
          node = next
          // The changing part itself must lie inside the ending, or the stem would be cut wrongly.
          if (spelled.length - i < suffix.length) continue
          node.total += count
          const key = paradigm * FORMS + index
          const same = node.byTag.get(form.tag) ?? new Map<number, number>()
          node.byTag.set(form.tag, same)
          same.set(key, (same.get(key) ?? 0) + count)
        }
      }
    }
  }
  return root
}

type Shares = ReadonlyMap<number, { readonly key: number; readonly share: number }>

/** For each tag the most frequent way to come by it. */
function sharesOf(counts: Counts): Shares {
  const shares = [...counts.byTag].map(([tag, keys]) => {
    let best = -1
    let bestCount = 0
    let sum = 0
    for (const [key, count] of keys) {
      sum += count
      if (count > bestCount || (count === bestCount && key < best)) {
        best = key
        bestCount = count
      }
    }
    return { tag, key: best, share: sum / counts.total }
  })
  shares.sort((a, b) => b.share - a.share || a.tag - b.tag)
  const kept = shares.slice(0, MOST_READINGS).filter(({ share }) => share >= SHARE_AT_LEAST)
  return new Map(kept.map(({ tag, key, share }) => [tag, { key, share }]))
}

function keepTelling(counts: Counts, ending: string, shorter: Shares | null, shortest: number, trie: EndingTrie): void {
  let known = shorter
  if (ending.length >= shortest && counts.total >= COUNT_AT_LEAST) {
    const own = sharesOf(counts)
    if (own.size > 0 && (shorter === null || difference(own, shorter) > DIFFERENCE)) {
      for (const { key, share } of own.values()) {
        trie.add(ending, [Math.floor(key / FORMS), key % FORMS, Math.max(1, Math.round(share * STEPS))])
      }
      known = own
    }
  }
  for (const [letter, next] of counts.next) keepTelling(next, letter + ending, known, shortest, trie)
}

/** Readings that come by other paradigms differ wholly: the lemma would be another. */
function difference(a: Shares, b: Shares): number {
  let sum = 0
  for (const [tag, { key, share }] of a) {
    const other = b.get(tag)
    sum += other !== undefined && other.key === key ? Math.abs(share - other.share) : share
  }
  for (const [tag, { key, share }] of b) if (a.get(tag)?.key !== key) sum += share
  return sum / 2
}
