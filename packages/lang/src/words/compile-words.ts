/**
 * From the dictionary and the changes of the pack's own tables to the sections the core's lexicon reads.
 *
 * Sections (all numbers little-endian):
 *   words/alphabet   text: the letters of labels 1, 2, …
 *   words/units      u32: automaton (automaton-builder.ts) of all forms; a value is an index into words/lists
 *   words/lists      u16: count, then that many pairs (paradigm, form index)
 *   words/paradigms  u16: four numbers a form (suffix, tag, prefix, index of the form that is its lemma)
 *   words/starts     u32: first form of each paradigm in words/paradigms, and one past the last
 *   words/suffixes   JSON: strings;  words/prefixes likewise
 *   words/tags       u32: pos, agr, lex, flags of each tag (flags: bits 0-7 prior in 1/255, bit 8 by-form)
 *   shares/units     u32: automaton of the forms whose readings were counted in a corpus; a value indexes shares/lists
 *   shares/lists     u16: count, then that many pairs (tag, share in 1/65535)
 */
import { ANUM, GENDER, PATR } from '@parley/core/grammar'
import { AutomatonBuilder } from '../packing/automaton-builder.ts'
import type { PackSection } from '../packing/container.ts'
import type { Dawg } from '../packing/dawg.ts'
import { ListPool } from '../packing/list-pool.ts'
import type { Tag } from './grammemes.ts'
import { letterOf, type OpenCorpora, PAYLOAD, readPayload } from './opencorpora.ts'
import type { Paradigms } from './paradigms.ts'
import type { WordChanges, WordTrie } from './word-changes.ts'

const FLAG_SECONDARY = 1 << 8

/** A form, one of its tags (index into the paradigms' tags), and the tag's share among the form's uses, 0..1. */
export type TagShare = readonly [word: string, tag: number, share: number]

/** `dictionary`: the forms that `changes` is made to, or null when it holds all words itself. */
export function compileWords(
  dictionary: Dawg | null,
  shares: Iterable<TagShare>,
  paradigms: Paradigms,
  changes: WordChanges,
  labels: ReadonlyMap<string, number>,
): PackSection[] {
  const lists = new ListPool(2)
  const units = compileForms(dictionary, changes.root, labels, lists)
  const shareLists = new ListPool(2)
  const shareUnits = compileShares(shares, labels, shareLists)
  return [
    { name: 'words/alphabet', text: [...labels.keys()].join('') },
    { name: 'words/units', u32: units },
    { name: 'words/lists', u16: lists.finish() },
    ...paradigmSections(paradigms),
    { name: 'shares/units', u32: shareUnits },
    { name: 'shares/lists', u16: shareLists.finish() },
  ]
}

/** Labels of the letters that the words of the dictionary are written with: 1, 2, … in order of their code units. */
export function labelsOf(source: OpenCorpora): Map<string, number> {
  const letters = new Set<string>()
  const seen = new Set<number>([0])
  const stack = [0]
  while (stack.length > 0) {
    const node = stack.pop() as number
    for (let byte = source.words.firstByte(node); byte !== 0; ) {
      const child = source.words.follow(node, byte)
      if (byte !== PAYLOAD) {
        letters.add(letterOf(byte))
        if (!seen.has(child)) {
          seen.add(child)
          stack.push(child)
        }
      }
      byte = source.words.siblingByte(child)
    }
  }
  const sorted = [...letters].sort()
  if (sorted.length > 63) throw new RangeError(`an alphabet of ${sorted.length} letters; labels reach 63`)
  return new Map(sorted.map((letter, i) => [letter, i + 1]))
}

/** Walks dictionary and changes side by side; what the changes do not touch is built once for each node of the source. */
function compileForms(
  words: Dawg | null,
  changes: WordTrie,
  labels: ReadonlyMap<string, number>,
  lists: ListPool,
): Uint32Array {
  const builder = new AutomatonBuilder()
  const done = new Map<number, number>()
  const payloads = new Map<number, number[]>()

  const payload = (dictionary: Dawg, node: number): number[] => {
    let pairs = payloads.get(node)
    if (pairs === undefined) {
      pairs = []
      dictionary.walk(node, key => {
        const { paradigm, index } = readPayload(key)
        pairs?.push(paradigm, index)
      })
      payloads.set(node, pairs)
    }
    return pairs
  }

  const build = (node: number, trie: WordTrie | undefined): number => {
    if (trie === undefined) {
      const known = done.get(node)
      if (known !== undefined) return known
    }
    let pairs: readonly number[] = []
    const arrows: [label: number, target: number][] = []
    if (words !== null && node >= 0) {
      for (let byte = words.firstByte(node); byte !== 0; ) {
        const child = words.follow(node, byte)
        if (byte === PAYLOAD) pairs = payload(words, child)
        else {
          const letter = letterOf(byte)
          const target = build(child, trie?.next.get(letter))
          if (target !== NOTHING) arrows.push([labels.get(letter) as number, target])
        }
        byte = words.siblingByte(child)
      }
    }
    if (trie !== undefined) {
      pairs = trie.apply(pairs)
      for (const [letter, child] of trie.next) {
        const label = labels.get(letter) as number
        if (!arrows.some(arrow => arrow[0] === label)) {
          const target = build(-1, child)
          if (target !== NOTHING) arrows.push([label, target])
        }
      }
    }
    arrows.sort((a, b) => a[0] - b[0])
    const state =
      pairs.length === 0 && arrows.length === 0
        ? NOTHING
        : builder.state(
            pairs.length === 0 ? -1 : lists.id(pairs),
            arrows.map(arrow => arrow[0]),
            arrows.map(arrow => arrow[1]),
          )
    if (trie === undefined) done.set(node, state)
    return state
  }
  return builder.finish(build(words === null ? -1 : 0, changes))
}
/** No word goes this way. */
const NOTHING = -1

/** What the OpenCorpora corpus says of its forms. */
export function* sharesOf(source: OpenCorpora): Generator<TagShare> {
  const tagIds = new Map(source.tags.map((tag, id) => [tag, id]))
  const shares: TagShare[] = []
  source.shares.walk(0, (key, node) => {
    const text = key.map(letterOf).join('')
    const colon = text.lastIndexOf(':')
    const tag = tagIds.get(text.slice(colon + 1))
    if (tag !== undefined) shares.push([text.slice(0, colon), tag, source.shares.value(node) / 1e6])
  })
  yield* shares
}

function compileShares(told: Iterable<TagShare>, labels: ReadonlyMap<string, number>, lists: ListPool): Uint32Array {
  const shares = new Map<string, number[]>()
  for (const [word, tag, of] of told) {
    if ([...word].some(letter => !labels.has(letter))) continue
    const list = shares.get(word)
    const share = Math.round(of * 0xffff)
    if (list === undefined) shares.set(word, [tag, share])
    else list.push(tag, share)
  }
  const trie = new Map<string, ShareNode>()
  const root: ShareNode = { next: trie, list: null }
  for (const [word, list] of shares) {
    if (list.length === 2) continue // one tag: the share says nothing
    let node = root
    for (const letter of word) {
      let next = node.next.get(letter)
      if (next === undefined) {
        next = { next: new Map(), list: null }
        node.next.set(letter, next)
      }
      node = next
    }
    node.list = list
  }
  const builder = new AutomatonBuilder()
  const build = (node: ShareNode): number => {
    const arrows = [...node.next]
      .map(([letter, child]) => [labels.get(letter) as number, build(child)] as const)
      .sort((a, b) => a[0] - b[0])
    return builder.state(
      node.list === null ? -1 : lists.id(node.list),
      arrows.map(arrow => arrow[0]),
      arrows.map(arrow => arrow[1]),
    )
  }
  return builder.finish(build(root))
}

interface ShareNode {
  readonly next: Map<string, ShareNode>
  list: readonly number[] | null
}

function paradigmSections(paradigms: Paradigms): PackSection[] {
  const numbers: number[] = []
  const starts: number[] = [0]
  for (let p = 0; p < paradigms.count; p++) {
    for (const form of paradigms.forms(p)) {
      numbers.push(form.suffix, form.tag, form.prefix, lemmaOf(paradigms, p, paradigms.tags[form.tag]))
    }
    starts.push(numbers.length / 4)
  }
  const tags: number[] = []
  for (const tag of paradigms.tags) {
    tags.push(tag.pos, tag.agr, tag.lex, Math.round(tag.prior * 255) | (tag.secondary ? FLAG_SECONDARY : 0))
  }
  return [
    { name: 'words/paradigms', u16: Uint16Array.from(numbers) },
    { name: 'words/starts', u32: Uint32Array.from(starts) },
    { name: 'words/suffixes', json: paradigms.suffixes },
    { name: 'words/prefixes', json: paradigms.prefixes },
    { name: 'words/tags', u32: Uint32Array.from(tags) },
  ]
}

/**
 * A patronymic is a word of its own, though the dictionary keeps it among the forms of the father's name; so is an
 * ordinal («второй»), kept among those of the numeral.
 */
function lemmaOf(paradigms: Paradigms, paradigm: number, tag: Tag): number {
  const own = tag.lex & (PATR | ANUM)
  if (own === 0) return 0
  const gender = (tag.lex & PATR) !== 0 ? tag.agr & GENDER : 0
  return paradigms.forms(paradigm).findIndex(form => {
    const { lex, agr } = paradigms.tags[form.tag]
    return (lex & own) === own && (agr & gender) === gender
  })
}
