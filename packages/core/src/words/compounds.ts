/**
 * Words written with hyphens, and words made of a known one by a beginning. Which part changes decides how the whole
 * inflects: вице-премьера (the last), Ростове-на-Дону (the first), города-героя (both).
 */
import type { TableRow } from '../kit.ts'
import type { Reading } from './form.ts'
import * as grammar from './grammar.ts'
import { unchanging, wrapped } from './readings-of.ts'
import { WordReading } from './word-reading.ts'

/** Readings of a part of a word; the same rules as for a whole word, hyphens aside. */
export type ReadPart = (spelling: string, lower: string) => readonly Reading[]

/** Readings of a part that pairs are made of: beyond the first few they are rare by-forms. */
const READINGS_OF_A_PART = 12
const LONGEST_PREFIX = 10
/** A shorter rest is hardly a word: перец is not пере + ц. */
const SHORTEST_REST = 4
/** Parts of speech that beginnings are put before. */
const PREFIXED = grammar.NOUN | grammar.ADJECTIVAL | grammar.ADJS | grammar.VERBAL | grammar.ADVB

export class Compounds {
  readonly #places: Readonly<Record<string, ReadonlySet<string>>>
  /** As texts may write them (е for ё) -> as the table does. */
  readonly #prefixes: ReadonlyMap<string, string>
  readonly #linking: ReadonlySet<string>

  constructor(elements: readonly TableRow[], prefixes: readonly TableRow[], linking: readonly string[]) {
    const places: Record<string, Set<string>> = {
      before: new Set(),
      after: new Set(),
      inside: new Set(),
      adverb: new Set(),
    }
    for (const { element, place } of elements) places[place]?.add(element)
    this.#places = places
    this.#prefixes = new Map(
      prefixes.flatMap(({ prefix }) => [
        [prefix.replaceAll('ё', 'е'), prefix],
        [prefix, prefix],
      ]),
    )
    this.#linking = new Set(linking)
  }

  /** Readings of a word with hyphens inside; [] when a part is empty. */
  hyphened(spelling: string, lower: string, readPart: ReadPart): WordReading[] {
    const parts = lower.split('-')
    if (parts.length > 4 || parts.some(part => part === '')) return []
    const written = spelling.split('-')
    // Lower-casing may change the length of a part (İ), never the hyphens.
    const read = (i: number): readonly Reading[] => readPart(written[i], parts[i])
    const first = parts[0]
    const last = parts[parts.length - 1]

    if (this.#places.after.has(last)) {
      const readings = readPart(written.slice(0, -1).join('-'), parts.slice(0, -1).join('-'))
      return readings.map(reading => wrapped(reading, '', `-${last}`))
    }
    if (parts.length > 2 && this.#places.inside.has(parts[1])) {
      const rest = `-${parts.slice(1).join('-')}`
      const heads = read(0).filter(reading => reading.pos === grammar.NOUN)
      if (heads.length > 0) return heads.map(reading => wrapped(reading, '', rest))
    }
    if (parts.length === 2 && this.#places.adverb.has(first)) {
      const adverb = this.#adverb(lower, read(1), readPart(`${written[1]}й`, `${last}й`))
      if (adverb !== null) return [adverb]
    }
    if (isNumber(last)) {
      const heads = readPart(written.slice(0, -1).join('-'), parts.slice(0, -1).join('-')).filter(
        reading => reading.pos === grammar.NOUN,
      )
      return heads.map(reading => wrapped(reading, '', `-${last}`))
    }
    const before = `${parts.slice(0, -1).join('-')}-`
    const tail = read(parts.length - 1)
    const unchangingHead = tail.map(reading => wrapped(reading, before, '', reading.weight * 0.4))
    if (this.#places.before.has(parts[parts.length - 2])) return unchangingHead
    const adjectives = unchangingHead.filter(reading => (reading.pos & (grammar.ADJF | grammar.ADJS)) !== 0)
    if (adjectives.length > 0 && this.#linking.has(parts[parts.length - 2].slice(-1))) return adjectives
    const head = parts.length === 2 ? read(0) : readPart(written.slice(0, -1).join('-'), parts.slice(0, -1).join('-'))
    return [...agreeing(head, tail), ...unchangingHead]
  }

  /** Readings of a word that begins with a known beginning and goes on as a word of the dictionary. */
  prefixed(lower: string, readRest: (rest: string) => readonly Reading[]): WordReading[] {
    for (let length = Math.min(LONGEST_PREFIX, lower.length - SHORTEST_REST); length > 1; length--) {
      const prefix = this.#prefixes.get(lower.slice(0, length))
      if (prefix === undefined) continue
      const rest = readRest(lower.slice(length)).filter(
        reading => (reading.pos & PREFIXED) !== 0 && (reading.lex & grammar.PROPER) === 0,
      )
      if (rest.length > 0) return rest.map(reading => wrapped(reading, prefix, ''))
    }
    return []
  }

  /** по-новому: of the dative of an adjective; по-армянски: of an adjective without its last letter. */
  #adverb(lower: string, tail: readonly Reading[], tailWithShortI: readonly Reading[]): WordReading | null {
    const isAdjective = (reading: Reading): boolean =>
      (reading.pos & grammar.ADJF) !== 0 && (reading.lex & grammar.GUESS) === 0
    const dative = tail.some(
      reading => isAdjective(reading) && (reading.agr & grammar.DATV) !== 0 && (reading.agr & grammar.SING) !== 0,
    )
    if (!dative && !tailWithShortI.some(isAdjective)) return null
    return unchanging(lower, grammar.ADVB, 0, 0)
  }
}

/** Both parts change and agree: gender and kind are those of the first. */
function agreeing(head: readonly Reading[], tail: readonly Reading[]): WordReading[] {
  const found: WordReading[] = []
  for (const a of head.slice(0, READINGS_OF_A_PART)) {
    if ((a.pos & (grammar.NOUN | grammar.ADJECTIVAL)) === 0) continue
    for (const b of tail.slice(0, READINGS_OF_A_PART)) {
      if (a.pos !== b.pos || (a.agr & b.agr & grammar.CASE) === 0 || (a.agr & b.agr & grammar.NUMBER) === 0) continue
      if (a.pos !== grammar.NOUN && !grammar.agrees(a.agr, b.agr)) continue
      const agr = (a.agr & ~(grammar.CASE | grammar.NUMBER)) | (a.agr & b.agr & (grammar.CASE | grammar.NUMBER))
      const lemma = `${a.lemma}-${b.lemma}`
      found.push(
        new WordReading(lemma, a.pos, agr, a.lex | b.lex, a.weight * b.weight, lemma, b.paradigm, b.index, [a, '-', b]),
      )
    }
  }
  return found
}

function isNumber(part: string): boolean {
  for (let i = 0; i < part.length; i++) if (part[i] < '0' || part[i] > '9') return false
  return true
}
