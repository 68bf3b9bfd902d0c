/** Annotated documents as the namer sees them: layers and, for each token, the labels that the annotation allows. */
import type { LanguagePack } from '../../packages/core/src/kit.ts'
import { type ContextColumns, contextColumns } from '../../packages/core/src/names/context-features.ts'
import { ORGANISATION_BEGIN, OUTER_NONE, PERSON_BEGIN, PLACE_BEGIN } from '../../packages/core/src/names/name-labels.ts'
import type { Namer } from '../../packages/core/src/names/namer-model.ts'
import { splitSentences } from '../../packages/core/src/text/split-sentences.ts'
import { splitTokens } from '../../packages/core/src/text/split-tokens.ts'
import type { Sentences, Tokens } from '../../packages/core/src/text/tokens.ts'
import { chooseReadings } from '../../packages/core/src/words/choose-readings.ts'
import type { Words } from '../../packages/core/src/words/readings.ts'
import type { GoldDocument, GoldKind } from './corpus.ts'

export interface Example {
  readonly document: GoldDocument
  readonly tokens: Tokens
  readonly sentences: Sentences
  readonly words: Words
  readonly columns: ContextColumns
  /** Sets of labels a token may have, one bit a label, counted from the chain's first column. */
  readonly inner: Uint8Array
  readonly outer: Uint8Array
}

interface Stretch {
  readonly from: number
  readonly to: number
  readonly kind: GoldKind
  /** Not an organisation, a place or a person by our guidelines, whatever the corpus says: the labels are left open. */
  readonly open: boolean
}

const ANY_INNER = 0b11111
const ANY_OUTER = 0b111

export function makeExample(document: GoldDocument, pack: LanguagePack, kinds: Namer): Example {
  const tokens = splitTokens(document.text, pack.lexicon)
  const sentences = splitSentences(document.text, tokens, pack)
  const words = chooseReadings(tokens, sentences, pack)
  const inner = new Uint8Array(tokens.count).fill(1)
  const outer = new Uint8Array(tokens.count).fill(1)
  const stretches = alignNames(document, tokens).sort((a, b) => b.to - b.from - (a.to - a.from) || a.from - b.from)
  const isBsnlp = document.scheme === 'bsnlp'
  for (const stretch of stretches) {
    if (stretch.kind !== 'organisation' || !isFree(outer, stretch)) continue
    if (stretch.open) outer.fill(ANY_OUTER, stretch.from, stretch.to)
    else paint(outer, stretch, ORGANISATION_BEGIN - OUTER_NONE)
    // BSNLP marks the outer name alone: what stands inside it is unknown.
    if (isBsnlp) inner.fill(ANY_INNER, stretch.from, stretch.to)
  }
  // Of a person and a place in one another the person is kept, of two places the longer.
  for (const kind of ['person', 'place'] as const) {
    for (const stretch of stretches) {
      if (stretch.kind !== kind || (!isBsnlp && !isFree(inner, stretch))) continue
      paint(inner, stretch, kind === 'person' ? PERSON_BEGIN : PLACE_BEGIN)
    }
  }
  return { document, tokens, sentences, words, columns: contextColumns(tokens, sentences, words, kinds), inner, outer }
}

function isFree(labels: Uint8Array, { from, to }: Stretch): boolean {
  return labels.subarray(from, to).every(label => label === 1)
}

function paint(labels: Uint8Array, { from, to }: Stretch, begin: number): void {
  labels[from] = 1 << begin
  labels.fill(1 << (begin + 1), from + 1, to)
}

/** Names that begin and end with a token. BSNLP's mistakes of projection (prepositions, dashes, words in small letters) are left out. */
function alignNames(document: GoldDocument, tokens: Tokens): Stretch[] {
  const startsAt = new Map<number, number>()
  const endsAt = new Map<number, number>()
  for (let i = 0; i < tokens.count; i++) {
    startsAt.set(tokens.start[i], i)
    endsAt.set(tokens.end[i], i + 1)
  }
  const stretches: Stretch[] = []
  for (const { start, end, kind } of document.names) {
    const from = startsAt.get(start)
    const to = endsAt.get(end)
    if (from === undefined || to === undefined) continue
    const words = document.text.slice(start, end)
    if (document.scheme === 'bsnlp' && (!/\p{Lu}/u.test(words) || words.length === 1)) continue
    stretches.push({ from, to, kind, open: kind === 'organisation' && NO_ORGANISATION.test(words) })
  }
  return stretches
}

/** BSNLP's guidelines count diseases and vaccines of its COVID part among organisations; ours do not. */
const NO_ORGANISATION = /cov|ковид|sars|вирус|vac|вак/i
