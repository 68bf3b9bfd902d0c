/** The words in their place; other words can be chosen with the mouse. */
import type { Span } from '@parley/core'
import { type ReactNode, useEffect, useRef } from 'react'
import type { CandidateInPlaceAnswer } from '../../api/contract.ts'

interface Props {
  readonly candidate: CandidateInPlaceAnswer
  readonly spans: readonly Span[]
  readonly onWords: (span: Span) => void
}

export function Passage({ candidate, spans, onWords }: Props) {
  const root = useRef<HTMLParagraphElement>(null)
  const { text, start } = candidate.passage
  const pieces: ReactNode[] = []
  let at = 0
  for (const span of spans) {
    const from = Math.max(0, span.start - start)
    const to = span.end - start
    pieces.push(...inParagraphs(text.slice(at, from), at), <mark key={`m${from}`}>{text.slice(from, to)}</mark>)
    at = to
  }
  pieces.push(...inParagraphs(text.slice(at), at))
  // biome-ignore lint/correctness/useExhaustiveDependencies: another candidate, other words to be seen
  useEffect(() => {
    root.current?.querySelector('mark')?.scrollIntoView({ block: 'nearest' })
  }, [candidate.key])
  return (
    <p
      ref={root}
      className="passage"
      lang={candidate.language ?? undefined}
      onMouseUp={() => {
        const chosen = chosenIn(root.current)
        if (chosen === null) return
        onWords({ start: start + chosen.start, end: start + chosen.end })
        getSelection()?.removeAllRanges()
      }}
    >
      {pieces}
    </p>
  )
}

/** Every character stays, so that places can be counted; what parts paragraphs is a gap. */
function inParagraphs(text: string, from: number): ReactNode[] {
  let at = from
  return text.split(/(\n+)/).map(piece => {
    const key = `p${at}`
    at += piece.length
    return piece.startsWith('\n') ? (
      <span key={key} className="paragraph-gap">
        {piece}
      </span>
    ) : (
      piece
    )
  })
}

/** What the reader has selected in an element, in UTF-16 code units of its text, without blanks around; null for nothing. */
function chosenIn(element: HTMLElement | null): Span | null {
  const selection = getSelection()
  if (element === null || selection === null || selection.isCollapsed || selection.rangeCount === 0) return null
  const range = selection.getRangeAt(0)
  if (!element.contains(range.startContainer) || !element.contains(range.endContainer)) return null
  const before = document.createRange()
  before.selectNodeContents(element)
  before.setEnd(range.startContainer, range.startOffset)
  const words = range.toString()
  const start = before.toString().length + words.length - words.trimStart().length
  const { length } = words.trim()
  return length === 0 ? null : { start, end: start + length }
}
