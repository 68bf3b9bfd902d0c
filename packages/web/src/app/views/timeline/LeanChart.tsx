/**
 * Each event as a line from when it happened (above) to the day it was reported (below): upright is news, long and lean is retold, dashed is planned; a statement is a
 * thin tick. What is precise to a month, a day, an hour is a bar as long as that. Hidden from readers of the screen aloud: the table says the same.
 */
import { type KeyboardEvent, type PointerEvent, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { TimelineRow } from './merge-rows.ts'
import { type ChartLabel, LABEL_ROWS, placeLabels } from './place-labels.ts'
import { DAY, instantAt, moved, placeIn, type Stretch, stretchOf, ticksOf, zoomed } from './time-scale.ts'

/** Pixels between two rows of labels. */
const ROW = 15
const TOP = LABEL_ROWS * ROW + 18
const BOTTOM = TOP + 104
/** Percent of the width that a stretch takes before it is drawn as a bar, and that a drag takes before it is one. */
const SEEN = 0.6
/** Reports of one day that are drawn one above the other. */
const MOST_BARS = 6

interface Props {
  readonly rows: readonly TimelineRow[]
  readonly window: Stretch
  readonly onWindow: (window: Stretch) => void
}

export function LeanChart({ rows, window, onWindow }: Props) {
  const { t, i18n } = useTranslation()
  const { ref, picked, ...pointer } = useDrag(([a, b]) =>
    onWindow(wholeDays({ from: instantAt(window, a), until: instantAt(window, b) })),
  )
  const onKey = useKeys(window, onWindow)
  const at = (instant: number) => placeIn(window, instant)
  const drawn = rows.flatMap(row => {
    const happened = stretchOf(row.day !== null && row.kind === 'statement' ? row.day : timeOf(row))
    return happened === null || happened.until <= window.from || happened.from >= window.until
      ? []
      : [{ row, happened }]
  })
  const events = drawn.flatMap(({ row, happened }) => (row.kind === 'event' ? [{ event: row.event, happened }] : []))
  const labels = placeLabels(
    events.map(({ event, happened }) => ({ at: middleOf(happened, at), words: event.words.trim() })),
  )
  return (
    <figure className="lean-figure">
      {/* biome-ignore lint/a11y/useSemanticElements: no element is made for a chart that keys move */}
      <div
        className="lean-scroll"
        role="group"
        aria-label={t('timeline.zoom.chart')}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls and is moved by keys must be reached by key
        tabIndex={0}
        onKeyDown={onKey}
      >
        <svg ref={ref} className="lean" aria-hidden="true" {...pointer}>
          {picked !== null && (
            <rect
              className="picked"
              x={`${picked[0]}%`}
              width={`${picked[1] - picked[0]}%`}
              y={TOP - 8}
              height={BOTTOM - TOP + 16}
            />
          )}
          <line className="rail" x1="1%" x2="99%" y1={TOP} y2={TOP} />
          <line className="rail" x1="1%" x2="99%" y1={BOTTOM} y2={BOTTOM} />
          <text x="1%" y={TOP + 14}>
            {t('timeline.happened')}
          </text>
          <text x="1%" y={BOTTOM - 6}>
            {t('timeline.reportedRail')}
          </text>
          {labels.map((label, i) => (
            <Label key={`${events[i].event.document} ${events[i].event.index}`} label={label} />
          ))}
          {ticksOf(window, i18n.language).map(tick => (
            <g key={tick.at}>
              <line className="tick" x1={`${at(tick.at)}%`} x2={`${at(tick.at)}%`} y1={BOTTOM} y2={BOTTOM + 6} />
              <text x={`${at(tick.at)}%`} y={BOTTOM + 34} textAnchor="middle">
                {tick.label}
              </text>
            </g>
          ))}
          <svg className="lean-lines" aria-hidden="true">
            {drawn.map(({ row, happened }) => (
              <Lean key={keyOf(row)} row={row} happened={happened} at={at} />
            ))}
            <ReportBars rows={drawn.map(({ row }) => row)} at={at} />
          </svg>
        </svg>
      </div>
      <figcaption className="small mute">
        {t('timeline.chart')} {t('timeline.zoom.keys')}
      </figcaption>
    </figure>
  )
}

type At = (instant: number) => number

/** What happened, over its day, where there is room. */
function Label({ label }: { readonly label: ChartLabel }) {
  if (label.row === null) return null
  const y = (label.row + 1) * ROW - 4
  return (
    <g>
      <line className="leader" x1={`${label.at}%`} x2={`${label.at}%`} y1={y + 4} y2={TOP - 5} />
      <text className="label" x={`${label.at}%`} y={y} textAnchor={label.anchor}>
        {label.words}
      </text>
    </g>
  )
}

function Lean({ row, happened, at }: { readonly row: TimelineRow; readonly happened: Stretch; readonly at: At }) {
  const x = middleOf(happened, at)
  const told = stretchOf(reportedOf(row))
  const isLong = at(happened.until) - at(happened.from) > SEEN
  return (
    <g className={kindOf(row)}>
      {isLong && (
        <line className="span" x1={`${at(happened.from)}%`} x2={`${at(happened.until)}%`} y1={TOP - 6} y2={TOP - 6} />
      )}
      <line
        className="link-line"
        x1={`${x}%`}
        y1={TOP}
        x2={`${told === null ? x : middleOf(told, at)}%`}
        y2={told === null ? (TOP + BOTTOM) / 2 : BOTTOM}
      />
      {told === null && (
        <text x={`${x}%`} dx="5" y={(TOP + BOTTOM) / 2 + 4}>
          ?
        </text>
      )}
      {row.kind === 'event' ? (
        <rect className="happened" x={`${x}%`} y={TOP - 3.5} width="7" height="7" transform="translate(-3.5)" />
      ) : (
        <line className="happened" x1={`${x}%`} x2={`${x}%`} y1={TOP - 5} y2={TOP + 5} />
      )}
    </g>
  )
}

/** Under the day of the report a bar for each. */
function ReportBars({ rows, at }: { readonly rows: readonly TimelineRow[]; readonly at: At }) {
  const reports = rows.flatMap(row =>
    row.kind === 'event'
      ? row.event.reports.map(({ document, reported }) => ({ document, reported }))
      : [{ document: row.statement.document, reported: row.statement.published }],
  )
  const byDay = Map.groupBy(reports, ({ reported }) => reported?.slice(0, 10) ?? '')
  return [...byDay].map(([day, all]) => {
    const told = stretchOf(day)
    if (told === null) return null
    const count = Math.min(new Set(all.map(({ document }) => document)).size, MOST_BARS)
    const x = `${middleOf(told, at)}%`
    return <line key={day} className="report" x1={x} x2={x} y1={BOTTOM + 3} y2={BOTTOM + 2 + count * 3} />
  })
}

function middleOf({ from, until }: Stretch, at: At): number {
  return at((from + until) / 2)
}

function keyOf(row: TimelineRow): string {
  return row.kind === 'event' ? `${row.event.document} ${row.event.index}` : row.statement.key
}

function timeOf(row: TimelineRow): string | null {
  return row.kind === 'event' ? row.event.time : row.statement.said
}

function reportedOf(row: TimelineRow): string | null {
  return row.kind === 'event' ? row.event.reported : row.statement.published
}

function kindOf(row: TimelineRow): string {
  if (row.kind === 'statement') return 'statement'
  if (row.event.status === 'planned') return 'plan'
  return row.event.background ? 'back' : 'news'
}

function wholeDays({ from, until }: Stretch): Stretch {
  const first = Math.floor(from / DAY) * DAY
  return { from: first, until: Math.max(Math.ceil(until / DAY) * DAY, first + DAY) }
}

const KEYS: Readonly<Record<string, (window: Stretch) => Stretch | null>> = {
  '+': window => zoomed(window, 'in'),
  '=': window => zoomed(window, 'in'),
  '-': window => zoomed(window, 'out'),
  ArrowLeft: window => moved(window, 'earlier'),
  ArrowRight: window => moved(window, 'later'),
}

/** Keys that come quicker than the page is drawn each count from the one before. */
function useKeys(window: Stretch, onWindow: Props['onWindow']) {
  const latest = useRef(window)
  latest.current = window
  return (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const next = KEYS[event.key]?.(latest.current) ?? null
    if (next === null) return
    event.preventDefault()
    latest.current = next
    onWindow(next)
  }
}

/** A stretch drawn with the pointer, in percent of the width; fingers scroll instead. */
function useDrag(onDrawn: (stretch: readonly [from: number, until: number]) => void) {
  const ref = useRef<SVGSVGElement>(null)
  const [ends, setEnds] = useState<readonly [start: number, end: number] | null>(null)
  const percentOf = ({ clientX }: PointerEvent): number => {
    const { left, width } = ref.current!.getBoundingClientRect()
    return Math.min(Math.max(((clientX - left) / width) * 100, 0), 100)
  }
  const picked = ends === null ? null : ([Math.min(...ends), Math.max(...ends)] as const)
  return {
    ref,
    picked,
    onPointerDown(event: PointerEvent<SVGSVGElement>) {
      if (event.pointerType === 'touch' || event.button !== 0) return
      event.currentTarget.setPointerCapture(event.pointerId)
      setEnds([percentOf(event), percentOf(event)])
    },
    onPointerMove(event: PointerEvent) {
      if (ends !== null) setEnds([ends[0], percentOf(event)])
    },
    onPointerUp() {
      setEnds(null)
      if (picked !== null && picked[1] - picked[0] > SEEN) onDrawn(picked)
    },
    onPointerCancel: () => setEnds(null),
  }
}
