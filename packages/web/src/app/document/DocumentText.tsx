/** The text of a document with what was found in it, paragraph by paragraph. Words are buttons for the mouse alone: the list beside is the way by key. */
import type { Analysis } from '@parley/core'
import { type MarkedLine, markLines } from '@parley/views'
import { memo, type ReactNode, useEffect, useMemo, useRef } from 'react'
import { Mark } from '../marks/symbols.tsx'
import { type SideOf, useSideOf } from '../sides/use-side-of.ts'
import { type Chosen, entityById } from './found.ts'
import { groupClaims } from './group-claims.ts'
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
  const sideOf = useSideOf(analysis.document.published?.slice(0, 10) ?? null)
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
        <Paragraph key={line.start} line={line} analysis={analysis} sideOf={sideOf} />
      ))}
    </article>
  )
}

/** Drawn once an analysis: what is chosen is marked over it (mark-chosen.ts), so that a long text is not drawn anew at each step. */
const Paragraph = memo(function Paragraph({
  line,
  analysis,
  sideOf,
}: {
  readonly line: MarkedLine<LayerMark>
  readonly analysis: Analysis
  readonly sideOf: SideOf
}) {
  return <p>{nest(line, analysis, sideOf)}</p>
})

/** The flat events of a line as nested elements. */
function nest({ events }: MarkedLine<LayerMark>, analysis: Analysis, sideOf: SideOf): ReactNode[] {
  const groups = groupClaims(events)
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
      const group = layer === 'claim' && event.isLast ? groups.get(item.index) : undefined
      const slot = layer === 'speaker' ? sideOf(speakerOf(analysis, item.index))?.slot : undefined
      const hue = slot === undefined ? '' : ` voice-${slot}`
      parent.push(
        <span
          key={key++}
          className={`layer-${layer}${hue}`}
          data-item={`${item.kind} ${item.index}`}
          data-address={address}
        >
          {group !== undefined && <Gutter analysis={analysis} claims={group} sideOf={sideOf} />}
          {inner}
        </span>,
      )
    }
  }
  return stack[0]
}

function speakerOf(analysis: Analysis, quotation: number) {
  return entityById(analysis, analysis.quotations[quotation].speakerId)
}

interface GutterProps {
  readonly analysis: Analysis
  /** Indices of claims that stand close together. */
  readonly claims: readonly number[]
  readonly sideOf: SideOf
}

/** In the margin beside claims: what is asserted, of which point, by which side. */
function Gutter({ analysis, claims, sideOf }: GutterProps) {
  return (
    <span className="gutter" aria-hidden="true">
      {claims.map(index => {
        const { assertion, stipulation, claimantId } = analysis.claims[index]
        const side = sideOf(entityById(analysis, claimantId))
        return (
          <span key={index} className={`status-${assertion}`}>
            <Mark name={assertion} /> {stipulation.slice(stipulation.lastIndexOf('/') + 1)}
            {side !== undefined && <i>{side.code}</i>}
          </span>
        )
      })}
    </span>
  )
}
