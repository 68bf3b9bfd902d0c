/**
 * Each event as a line from the day it happened (above) to the day it was reported (below): upright is news, long and lean is retold, dashed
 * is planned. A month or a year is a bar as long as it is. Hidden from readers of the screen aloud: the table says the same.
 */
import { useTranslation } from 'react-i18next'
import type { EventAnswer } from '../../api/contract.ts'
import { type DayScale, dayNumber, dayScale, monthsOf } from '../matrix/days.ts'
import { type ChartLabel, LABEL_ROWS, placeLabels } from './place-labels.ts'

/** Pixels between two rows of labels. */
const ROW = 15
const TOP = LABEL_ROWS * ROW + 18
const BOTTOM = TOP + 104

export function LeanChart({ events }: { readonly events: readonly EventAnswer[] }) {
  const { t } = useTranslation()
  const days = events.flatMap(({ time, reported }) => [time, reported]).filter(day => isDay(day))
  if (days.length < 2) return null
  const sorted = [...days].sort() as string[]
  const scale = dayScale(sorted[0].slice(0, 10), (sorted.at(-1) as string).slice(0, 10))
  const dated = events.filter(({ time }) => isDay(time))
  const labels = placeLabels(
    dated.map(({ time, words }) => ({ at: scale.at(dayNumber(time as string)), words: words.trim() })),
  )
  return (
    <figure className="lean-figure">
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by key */}
      <div className="lean-scroll" tabIndex={0}>
        <svg className="lean" aria-hidden="true">
          <line className="rail" x1="1%" x2="99%" y1={TOP} y2={TOP} />
          <line className="rail" x1="1%" x2="99%" y1={BOTTOM} y2={BOTTOM} />
          <text x="1%" y={TOP + 14}>
            {t('timeline.happened')}
          </text>
          <text x="1%" y={BOTTOM - 6}>
            {t('timeline.reportedRail')}
          </text>
          {labels.map((label, i) => (
            <Label key={`${dated[i].document} ${dated[i].index}`} label={label} />
          ))}
          {monthsOf(scale).map(month => (
            <line
              key={month}
              className="tick"
              x1={`${scale.at(month)}%`}
              x2={`${scale.at(month)}%`}
              y1={BOTTOM}
              y2={BOTTOM + 3}
            />
          ))}
          {scale.years.map(year => (
            <g key={year}>
              <line className="tick" x1={`${scale.at(year)}%`} x2={`${scale.at(year)}%`} y1={BOTTOM} y2={BOTTOM + 6} />
              <text x={`${scale.at(year)}%`} y={BOTTOM + 18} textAnchor="middle">
                {new Date(year * 86_400_000).getUTCFullYear()}
              </text>
            </g>
          ))}
          {events.map(event => (
            <Lean key={`${event.document} ${event.index}`} event={event} scale={scale} />
          ))}
        </svg>
      </div>
      <figcaption className="small mute">{t('timeline.chart')}</figcaption>
    </figure>
  )
}

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

function Lean({ event, scale }: { readonly event: EventAnswer; readonly scale: DayScale }) {
  const { time, reported, background, status } = event
  if (!isDay(time)) return null
  const from = scale.at(dayNumber(time))
  const to = isDay(reported) ? scale.at(dayNumber(reported)) : null
  const kind = status === 'planned' ? 'plan' : background ? 'back' : 'news'
  const long = /^\d{4}(?:-\d{2})?$/.test(time)
  return (
    <g className={kind}>
      {long && <line className="span" x1={`${from}%`} x2={`${scale.at(endOf(time))}%`} y1={TOP - 6} y2={TOP - 6} />}
      <line
        className="link-line"
        x1={`${from}%`}
        y1={TOP}
        x2={`${to ?? from}%`}
        y2={to === null ? (TOP + BOTTOM) / 2 : BOTTOM}
      />
      {to === null && (
        <text x={`${from}%`} dx="5" y={(TOP + BOTTOM) / 2 + 4}>
          ?
        </text>
      )}
      <circle className="happened" cx={`${from}%`} cy={TOP} r="3" />
    </g>
  )
}

/** A value that begins with a year: a day, month or year, perhaps with a clock time. */
function isDay(value: string | null): value is string {
  return value !== null && /^\d{4}(?:-\d{2}(?:-\d{2})?)?(?:T|$)/.test(value)
}

/** The last day of a month or year. */
function endOf(time: string): number {
  const [year, month] = time.split('-').map(Number)
  const next =
    month === undefined
      ? `${year + 1}-01-01`
      : month === 12
        ? `${year + 1}-01-01`
        : `${year}-${String(month + 1).padStart(2, '0')}-01`
  return dayNumber(next) - 1
}
