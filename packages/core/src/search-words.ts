/**
 * The words of a text as an index wants them: the lemma of each in the order of the text, so that «лачинского района» finds every case form.
 * Marks are no words: a phrase matches across a comma.
 */
import type { Analysis } from './analysis.ts'
import type { TextDocument } from './document.ts'
import type { Kit } from './kit.ts'
import type { Layers } from './layers.ts'
import { readDocument } from './read-document.ts'
import type { Span } from './span.ts'
import { splitTokens } from './text/split-tokens.ts'
import { KIND_LINK, KIND_MARK } from './text/tokens.ts'

/** Columns, one entry a word. */
export interface TextWords {
  /** UTF-16 code units. */
  readonly start: Int32Array
  readonly lemma: readonly string[]
  /** Number of the paragraph, from 0, rising. */
  readonly paragraph: Int32Array
}

/** Lower case, `ё` as `е`, letters and digits only: what words are compared by in an index; '' for one without any. */
export function foldWord(word: string): string {
  const lower = word.toLowerCase()
  return isPlain(lower) ? lower : lower.replaceAll('ё', 'е').replace(/[^\p{L}\p{N}]+/gu, '')
}

/** True for a word of Russian or Latin small letters that folding would leave as it is. */
function isPlain(lower: string): boolean {
  for (let i = 0; i < lower.length; i++) {
    const code = lower.charCodeAt(i)
    if (!((code >= 0x430 && code <= 0x44f) || (code >= 0x61 && code <= 0x7a))) return false
  }
  return true
}

/** The analysis, and the words it was made of. Throws RangeError when the kit has no pack for the language. */
export function readWithWords(document: TextDocument, kit: Kit): { analysis: Analysis; words: TextWords } {
  const words: TextWords[] = []
  const analysis = readDocument(document, kit, { onLayers: layers => words.push(wordsOf(layers)) })
  return { analysis, words: words.length === 1 ? words[0] : joinWords(words, document.text) }
}

/** The words of a document read in several languages, in the order of the text, its paragraphs numbered by its lines. */
function joinWords(parts: readonly TextWords[], text: string): TextWords {
  const words = parts
    .flatMap(({ start, lemma }) => lemma.map((word, i) => ({ start: start[i], word })))
    .sort((a, b) => a.start - b.start)
  let paragraph = 0
  return {
    start: Int32Array.from(words, ({ start }) => start),
    lemma: words.map(({ word }) => word),
    paragraph: Int32Array.from(words, ({ start }, i) => {
      if (i > 0 && text.slice(words[i - 1].start, start).includes('\n')) paragraph++
      return paragraph
    }),
  }
}

function wordsOf({ tokens, sentences, words }: Layers): TextWords {
  const start = new Int32Array(tokens.count)
  const paragraph = new Int32Array(tokens.count)
  const lemma: string[] = []
  for (let token = 0; token < tokens.count; token++) {
    const kind = tokens.kind[token]
    if (kind === KIND_MARK || kind === KIND_LINK) continue
    const folded = foldWord(words.chosen[token].lemma)
    if (folded === '') continue
    start[lemma.length] = tokens.start[token]
    paragraph[lemma.length] = sentences.paragraph[sentences.of[token]]
    lemma.push(folded)
  }
  return { start: start.subarray(0, lemma.length), paragraph: paragraph.subarray(0, lemma.length), lemma }
}

/**
 * What each word of a question may be in an index, in the order asked: all dictionary words of all its readings, in every language of the kit. A
 * form such as «стали» is two words; without context both are looked for.
 */
export function searchLemmas(question: string, kit: Kit): string[][] {
  const asked: Set<string>[] = []
  for (const pack of kit.packs.values()) {
    const tokens = splitTokens(question, pack.lexicon)
    let word = 0
    for (let token = 0; token < tokens.count; token++) {
      if (tokens.kind[token] === KIND_MARK || tokens.kind[token] === KIND_LINK) continue
      const lemmas = tokens.form[token].readings.map(reading => foldWord(reading.lemma)).filter(lemma => lemma !== '')
      if (lemmas.length === 0) continue
      asked[word] ??= new Set()
      for (const lemma of lemmas) asked[word].add(lemma)
      word++
    }
  }
  return asked.map(lemmas => [...lemmas].sort())
}

/** Where words of a question stand in a text, in any form: sorted, none twice. */
export function findAsked(text: string, question: string, kit: Kit): Span[] {
  const asked = new Set(searchLemmas(question, kit).flat())
  const found = new Map<number, Span>()
  for (const pack of kit.packs.values()) {
    const tokens = splitTokens(text, pack.lexicon)
    for (let token = 0; token < tokens.count; token++) {
      if (tokens.kind[token] === KIND_MARK || tokens.kind[token] === KIND_LINK) continue
      if (!tokens.form[token].readings.some(reading => asked.has(foldWord(reading.lemma)))) continue
      const start = tokens.start[token]
      found.set(start, { start, end: tokens.end[token] })
    }
  }
  return [...found.values()].sort((a, b) => a.start - b.start)
}
