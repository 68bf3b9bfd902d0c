/** A quotation with all it takes to find it again: as text for a report, and as JSON for a program. Pure. */
import type { StatementAnswer } from '../../api/contract.ts'

/** What the text says in the reader's language. */
export interface CitationWords {
  readonly said: (day: string) => string
  readonly published: (day: string) => string
  readonly characters: (places: string, hash: string) => string
  readonly undated: string
  readonly noSpeaker: string
  /** Office of the speaker, or null. */
  readonly office: string | null
  /** Of the words' own language. */
  readonly quoted: (words: string) => string
}

export function plainCitation(statement: StatementAnswer, address: string, words: CitationWords): string {
  const { speaker, said, title, publisher, published, url, parts, sha256 } = statement
  const who = [speaker ?? words.noSpeaker, words.office].filter(part => part !== null).join(', ')
  const where = [title, publisher, published === null ? null : words.published(published.slice(0, 10)), url]
  const places = parts.map(({ start, end }) => `${start}–${end}`).join(', ')
  return [
    words.quoted(statement.words),
    `— ${who}, ${said === null ? words.undated : words.said(said)}`,
    `${where.filter(part => part !== null).join('. ')}.`,
    `${words.characters(places, sha256)}.`,
    address,
  ].join('\n')
}

/** Offsets are UTF-16 code units into the text with that hash, half-open. */
export function jsonCitation(statement: StatementAnswer, address: string): string {
  const { key, words, speaker, speakerRef, kind, act, said, title, publisher, published, url, language } = statement
  const { document, parts, sha256 } = statement
  const source = { document, title, publisher, published, url, language, sha256 }
  return JSON.stringify(
    { id: key, quote: words, kind, act, speaker, speakerRef, said, source, offsetUnit: 'utf-16', parts, address },
    null,
    1,
  )
}
