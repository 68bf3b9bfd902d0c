/** The text of a document with what was found in it, paragraph by paragraph. Words are buttons for the mouse alone: the list beside is the way by key. */
import type { Analysis } from '@parley/core'
import { type MarkedLine, markLines } from '@parley/views'
import { memo, type ReactNode, useEffect, useMemo, useRef } from 'react'
import { Mark } from '../marks/symbols.tsx'
import type { Chosen } from './found.ts'
import { type LayerMark, marksOf } from './layers.ts'
import { markChosen } from './mark-chosen.ts'

interface Props {
  readonly analysis: Analysis
  readonly chosen: Chosen | null
  readonly onChoose: (item: Chosen) => void
  /** Layers not shown, as class names `without-…`. */
  readonly hidden?: string
}

export function DocumentText({ analysis, chosen, onChoose, hidden = '' }: Props) {
  const root = useRef<HTMLElement>(null)
  const lines = useMemo(() => markLines(analysis.text, marksOf(analysis)), [analysis])
  useEffect(() => (root.current === null ? undefined : markChosen(root.current, analysis, chosen)), [analysis, chosen])
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: each item is a button in the list beside the text
    <article
      ref={root}
      className={`document ${hidden}`}
      lang={analysis.document.language}
      onClick={event => {
        const words = (event.target as Element).closest<HTMLElement>('[data-item]')
        if (words === null) return
        const [kind, index] = words.dataset.item!.split(' ')
        onChoose({ kind: kind as Chosen['kind'], index: Number(index) })
      }}
    >
      {lines.map(line => (
        <Paragraph key={line.start} line={line} analysis={analysis} />
      ))}
    </article>
  )
}

/** Drawn once an analysis: what is chosen is marked over it (mark-chosen.ts), so that a long text is not drawn anew at each step. */
const Paragraph = memo(function Paragraph({
  line,
  analysis,
}: {
  readonly line: MarkedLine<LayerMark>
  readonly analysis: Analysis
}) {
  return <p>{nest(line, analysis)}</p>
})

/** The flat events of a line as nested elements. */
function nest({ events }: MarkedLine<LayerMark>, analysis: Analysis): ReactNode[] {
  const stack: ReactNode[][] = [[]]
  let key = 0
  for (const event of events) {
    const top = stack[stack.length - 1]
    if (event.type === 'text') {
      top.push(
        <span key={key++} data-from={event.start}>
          {analysis.text.slice(event.start, event.end)}
        </span>,
      )
    } else if (event.type === 'open') stack.push([])
    else {
      const { layer, item, address } = event.value
      const inner = stack.pop() as ReactNode[]
      const parent = stack[stack.length - 1]
      parent.push(
        <span key={key++} className={`layer-${layer}`} data-item={`${item.kind} ${item.index}`} data-address={address}>
          {layer === 'claim' && event.isLast ? <GutterMark analysis={analysis} index={item.index} /> : null}
          {inner}
        </span>,
      )
    }
  }
  return stack[0]
}

/** In the margin beside a claim: what is asserted, of which point. */
function GutterMark({ analysis, index }: { readonly analysis: Analysis; readonly index: number }) {
  const { assertion, stipulation } = analysis.claims[index]
  return (
    <span className={`gutter status-${assertion}`} aria-hidden="true">
      <Mark name={assertion} /> {stipulation.slice(stipulation.lastIndexOf('/') + 1)}
    </span>
  )
}
