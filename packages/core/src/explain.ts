/** Why a document was read as it was, at one place: the words there, what was found, which rules spoke and which declined. */
import type { AnalysedEvent, AnalysedQuotation, AnalysedTime, Entity, EntityMention } from './analysis.ts'
import type { TextDocument } from './document.ts'
import type { Kit } from './kit.ts'
import type { Layers } from './layers.ts'
import { readDocument } from './read-document.ts'
import type { Span } from './span.ts'
import type { Tokens } from './text/tokens.ts'
import type { TraceNote } from './trace.ts'
import { grammarOf } from './words/describe-grammar.ts'

export interface ExplainedReading {
  readonly lemma: string
  /** Part of speech, case, number … in the words of the tag set. */
  readonly grammar: string
  readonly chosen: boolean
}

export interface Explanation {
  readonly offset: number
  readonly sentence: Span
  readonly word: (Span & { readonly readings: readonly ExplainedReading[] }) | null
  readonly entities: readonly { readonly entity: Entity; readonly mention: EntityMention }[]
  readonly quotations: readonly AnalysedQuotation[]
  readonly times: readonly AnalysedTime[]
  readonly events: readonly AnalysedEvent[]
  /** Notes of rules that looked at this sentence, in the order they spoke. */
  readonly notes: readonly TraceNote[]
}

/** Throws RangeError when `offset` (UTF-16 code units) is outside the text. */
export function explainAt(document: TextDocument, kit: Kit, offset: number): Explanation {
  if (offset < 0 || offset >= document.text.length)
    throw new RangeError(`offset ${offset} is outside the text (length ${document.text.length})`)
  const all: TraceNote[] = []
  const made: Layers[] = []
  const analysis = readDocument(document, kit, {
    trace: note => all.push(note),
    onLayers: layers => made.push(layers),
  })
  // Of several languages the one whose words stand there; the document's own comes last.
  const here = made.find(({ tokens }) => isIn(tokens, tokenBefore(tokens, offset), offset)) ?? made[made.length - 1]
  const { tokens, sentences, words } = here
  const at = tokenBefore(tokens, offset)
  const sentence = sentences.of[at] ?? 0
  const span: Span =
    tokens.count === 0
      ? { start: 0, end: document.text.length }
      : { start: tokens.start[sentences.from[sentence]], end: tokens.end[sentences.to[sentence] - 1] }
  const covers = ({ start, end }: Span) => offset >= start && offset < end
  const isWord = isIn(tokens, at, offset)
  return {
    offset,
    sentence: span,
    word: isWord
      ? {
          start: tokens.start[at],
          end: tokens.end[at],
          readings: tokens.form[at].readings.map((reading, i) => ({
            lemma: reading.lemma,
            grammar: grammarOf(reading),
            chosen: i === words.best[at],
          })),
        }
      : null,
    entities: analysis.entities.flatMap(entity => entity.mentions.filter(covers).map(mention => ({ entity, mention }))),
    quotations: analysis.quotations.filter(({ parts, cue, speaker }) =>
      [...parts, cue, speaker].some(part => part !== null && covers(part)),
    ),
    times: analysis.times.filter(covers),
    events: analysis.events.filter(({ trigger }) => covers(trigger)),
    notes: all.filter(note => note.start < span.end && span.start < note.end),
  }
}

/** The last token that begins at an offset or before it, or 0. */
function tokenBefore({ start, count }: Tokens, offset: number): number {
  let at = 0
  while (at + 1 < count && start[at + 1] <= offset) at++
  return at
}

function isIn({ start, end, count }: Tokens, token: number, offset: number): boolean {
  return count > 0 && offset >= start[token] && offset < end[token]
}
