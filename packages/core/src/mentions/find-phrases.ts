/** The phrases layer: the outermost noun phrases of a document, in order, each with the preposition that governs it. */
import { isOrdered } from '../language.ts'
import { type Layers, reading } from '../layers.ts'
import { compileClauseWords } from '../quotations/clause-words.ts'
import { opensQuote } from '../text/marks.ts'
import { KIND_MARK, KIND_NUMBER } from '../text/tokens.ts'
import { ADJECTIVAL, ADJF, ADVB, CASE, CONJ, NOUN, NPRO, NUMR, PRCL, PREP, PRTS, SBRD } from '../words/grammar.ts'
import type { PhraseTable } from '../words/phrases.ts'
import { type NounPhrase, nounPhraseAt } from './noun-phrase.ts'
import { isQuantity } from './quantity.ts'

export interface Phrase extends NounPhrase {
  /** Token of the preposition that governs the phrase, or -1. */
  readonly preposition: number
}

export interface Phrases {
  readonly all: readonly Phrase[]
  /** For each token the first phrase that begins at or after it (index into `all`); one entry more than tokens. */
  readonly next: Int32Array
}

export function findPhrases(layers: Layers): Phrases {
  const { tokens, sentences } = layers
  const { connector, quantity } = layers.pack.derive(compileClauseWords)
  const ordered = isOrdered(layers.pack)
  const all: Phrase[] = []
  for (let sentence = 0; sentence < sentences.count; sentence++) {
    const limit = sentences.to[sentence]
    let preposition = -1
    let at = sentences.from[sentence]
    while (at < limit) {
      const past = pastConnector(layers, connector, at, limit, 2)
      if (past > at) {
        preposition = -1
        at = past
        continue
      }
      // «in more than 100 towns», «up to 16 men», «over 20 men»: what only measures a number is no preposition.
      const measured = ordered ? pastConnector(layers, quantity, at, limit, 1) : at
      if (measured > at && measured < limit && isNumber(layers, measured)) {
        at = measured
        continue
      }
      const found = mayBegin(layers, at) ? phraseAt(layers, at, limit) : null
      if (found !== null) {
        if (preposition < 0 && at - 1 > sentences.from[sentence])
          preposition = sharedPreposition(layers, all.at(-1), found, at)
        all.push({ ...found, preposition })
        preposition = -1
        at = found.to
        continue
      }
      preposition = tokens.kind[at] !== KIND_MARK && (reading(layers, at).pos & PREP) !== 0 ? at : -1
      at++
    }
  }
  const next = new Int32Array(tokens.count + 1).fill(all.length)
  let index = all.length
  for (let token = tokens.count - 1; token >= 0; token--) {
    if (index > 0 && all[index - 1].from === token) index--
    next[token] = index
  }
  return { all, next }
}

/** Past a connector of at least so many words: in «между тем посол» no preposition governs the ambassador. */
function pastConnector(
  { tokens }: Layers,
  connector: PhraseTable<true>,
  at: number,
  limit: number,
  least: number,
): number {
  const form = tokens.form[at]
  if (form.keys.length === 0 || (form.pos & (PREP | CONJ | PRCL | ADVB | ADJF)) === 0) return at
  const found = connector.match(tokens.form, at, limit)
  return found === null || found.to < at + least ? at : found.to
}

function isNumber(layers: Layers, at: number): boolean {
  return layers.tokens.kind[at] === KIND_NUMBER || (reading(layers, at).pos & NUMR) !== 0
}

/** A number begins a phrase only where it counts: «62 % журналистов». */
function phraseAt(layers: Layers, at: number, limit: number): NounPhrase | null {
  const found = nounPhraseAt(layers, at, limit)
  if (found === null || isOrdered(layers.pack)) return found
  return layers.tokens.kind[at] === KIND_NUMBER && !isQuantity(found) ? null : found
}

/** «из Польши и Чехии»: the preposition governs what the conjunction adds. */
function sharedPreposition(layers: Layers, before: Phrase | undefined, found: NounPhrase, at: number): number {
  if (before === undefined || before.preposition < 0 || before.to !== at - 1) return -1
  // «в Израиле и Палестинской автономии»: of two places the second may be read as a genitive.
  const both = layers.nameOf[before.head] >= 0 && layers.nameOf[found.head] >= 0
  const cases = both ? layers.tokens.form[found.head].agr : found.agr
  if ((before.agr & cases & CASE) === 0) return -1
  const { pos, lex } = reading(layers, at - 1)
  return (pos & CONJ) !== 0 && (lex & SBRD) === 0 && layers.tokens.kind[at - 1] !== KIND_MARK ? before.preposition : -1
}

function mayBegin(layers: Layers, at: number): boolean {
  const { tokens } = layers
  if (tokens.kind[at] === KIND_MARK) return opensQuote(tokens.form[at])
  return (
    tokens.kind[at] === KIND_NUMBER ||
    layers.nameOf[at] >= 0 ||
    (tokens.form[at].pos & (NOUN | NPRO | ADJECTIVAL | NUMR)) !== 0 ||
    // «support to decommissioned fighters»
    (at > 0 &&
      isOrdered(layers.pack) &&
      (tokens.form[at].pos & PRTS) !== 0 &&
      (reading(layers, at - 1).pos & PREP) !== 0)
  )
}
