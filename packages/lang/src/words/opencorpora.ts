/**
 * The OpenCorpora dictionary as the npm package `az` carries it (`dicts/`, compiled in 2016 by pymorphy2 0.8).
 * Reading it, nothing else: what becomes of it is compile-words.ts.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Dawg } from '../packing/dawg.ts'

/** Separates a word from its payload in `words.dawg`. */
export const PAYLOAD = 1

export interface OpenCorpora {
  /** Word, PAYLOAD, then four bytes of seven bits each: paradigm (two), form index (two). */
  readonly words: Dawg
  /** `word:tag` -> share of the tag among the word's uses in the OpenCorpora corpus, in millionths. */
  readonly shares: Dawg
  /** Each: suffix ids, then tag ids, then prefix ids, one of each a form. */
  readonly paradigms: readonly Uint16Array[]
  readonly suffixes: readonly string[]
  readonly prefixes: readonly string[]
  readonly tags: readonly string[]
  readonly revision: string
}

export const DICTIONARY_FILES = [
  'words.dawg',
  'p_t_given_w.intdawg',
  'paradigms.array',
  'suffixes.json',
  'gramtab-opencorpora-int.json',
  'meta.json',
]

export function readOpenCorpora(folder: string): OpenCorpora {
  const json = (name: string) => JSON.parse(readFileSync(join(folder, name), 'utf8'))
  const meta = new Map<string, unknown>(json('meta.json'))
  const options = new Map(Object.entries(meta.get('compile_options') as Record<string, unknown>))
  return {
    words: new Dawg(readFileSync(join(folder, 'words.dawg'))),
    shares: new Dawg(readFileSync(join(folder, 'p_t_given_w.intdawg'))),
    paradigms: readParadigms(readFileSync(join(folder, 'paradigms.array'))),
    suffixes: json('suffixes.json'),
    prefixes: options.get('paradigm_prefixes') as string[],
    tags: json('gramtab-opencorpora-int.json'),
    revision: String(meta.get('source_revision')),
  }
}

function readParadigms(bytes: Uint8Array): Uint16Array[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const paradigms: Uint16Array[] = []
  let at = 2
  for (let left = view.getUint16(0, true); left > 0; left--) {
    const paradigm = new Uint16Array(view.getUint16(at, true))
    at += 2
    for (let i = 0; i < paradigm.length; i++, at += 2) paradigm[i] = view.getUint16(at, true)
    paradigms.push(paradigm)
  }
  return paradigms
}

/** The paradigm and form index that a payload key stands for. */
export function readPayload(key: readonly number[]): { paradigm: number; index: number } {
  return { paradigm: sevenBits(key[0], key[1]), index: sevenBits(key[2], key[3]) }
}

function sevenBits(high: number, low: number): number {
  return ((high ^ 1) << 6) + (low >> 1)
}

const decoder = new TextDecoder('windows-1251')
const LETTERS: readonly string[] = Array.from({ length: 256 }, (_, byte) => decoder.decode(new Uint8Array([byte])))
const BYTES: ReadonlyMap<string, number> = new Map(LETTERS.map((letter, byte) => [letter, byte]))

/** The character of a Windows-1251 byte. */
export function letterOf(byte: number): string {
  return LETTERS[byte]
}

/** The Windows-1251 byte of a character, or -1. */
export function byteOf(letter: string): number {
  return BYTES.get(letter) ?? -1
}

/** One way to read a form: a paradigm and which of its forms it is. */
export interface Entry {
  readonly paradigm: number
  readonly index: number
}

/** What the dictionary says of a lower-case form. */
export function lookUp(source: OpenCorpora, word: string): Entry[] {
  let node = 0
  for (const letter of word) {
    const byte = byteOf(letter)
    node = byte < 0 ? -1 : source.words.follow(node, byte)
    if (node < 0) return []
  }
  const payload = source.words.follow(node, PAYLOAD)
  const entries: Entry[] = []
  if (payload >= 0) source.words.walk(payload, key => entries.push(readPayload(key)))
  return entries
}

/** Calls `found` with the first form (lemma) and the paradigm of each word, in order of the lemma's bytes. */
export function eachLexeme(source: OpenCorpora, found: (lemma: string, paradigm: number) => void): void {
  const { words } = source
  const paradigmsAt = new Map<number, readonly number[]>()
  const firsts = (payload: number): readonly number[] => {
    let paradigms = paradigmsAt.get(payload)
    if (paradigms === undefined) {
      const list: number[] = []
      words.walk(payload, key => {
        const { paradigm, index } = readPayload(key)
        if (index === 0) list.push(paradigm)
      })
      paradigms = list
      paradigmsAt.set(payload, paradigms)
    }
    return paradigms
  }
  // Parts of the automaton that hold no lemma are many (endings of other forms): each is entered once.
  const barren = new Set<number>()
  const down = (node: number, word: string): boolean => {
    if (barren.has(node)) return false
    let fertile = false
    for (let byte = words.firstByte(node); byte !== 0; ) {
      const child = words.follow(node, byte)
      if (byte === PAYLOAD) {
        for (const paradigm of firsts(child)) {
          found(word, paradigm)
          fertile = true
        }
      } else if (down(child, word + LETTERS[byte])) fertile = true
      byte = words.siblingByte(child)
    }
    if (!fertile) barren.add(node)
    return fertile
  }
  down(0, '')
}
