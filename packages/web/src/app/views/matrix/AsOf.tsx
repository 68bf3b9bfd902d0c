/** The day the matrix stands as of: a slider over the density of claims, steps from day to day, an ISO field; and the day to compare with. */
import { useTranslation } from 'react-i18next'
import type { ClaimPoint } from '../../api/contract.ts'
import { DayField } from '../../shell/DayField.tsx'
import { formatDay } from '../../words/dates.ts'
import { type DayScale, dayNumber, isoDay } from './days.ts'

interface Changes {
  readonly asof?: string | undefined
  readonly since?: string | undefined
  readonly general?: 0 | undefined
}

interface Props {
  readonly scale: DayScale
  /** Days with a claim, rising. */
  readonly days: readonly string[]
  readonly points: readonly ClaimPoint[]
  readonly asOf: string
  readonly now: string
  readonly since: string | undefined
  readonly general: boolean
  readonly onChange: (changes: Changes) => void
}

export function AsOf({ scale, days, points, asOf, now, since, general, onChange }: Props) {
  const { t, i18n } = useTranslation()
  const go = (day: string) => onChange({ asof: day === now ? undefined : day })
  const earlier = days.findLast(day => day < asOf)
  const later = days.find(day => day > asOf)
  return (
    <section className="as-of" aria-label={t('matrix.asOf')}>
      <div className="as-of-controls">
        <span className="soft">{t('matrix.asOf')}</span> <b>{formatDay(asOf, i18n.language)}</b>
        <button
          type="button"
          className="button square"
          aria-label={t('matrix.earlier')}
          disabled={earlier === undefined}
          onClick={() => earlier !== undefined && go(earlier)}
        >
          ‹
        </button>
        <button
          type="button"
          className="button square"
          aria-label={t('matrix.later')}
          disabled={later === undefined}
          onClick={() => later !== undefined && go(later)}
        >
          ›
        </button>
        <DayField label={t('matrix.asOf')} value={asOf} onDay={day => go(day ?? now)} />
      </div>
      <div className="track">
        <Density scale={scale} points={points} asOf={asOf} since={since} />
        <input
          type="range"
          aria-label={t('matrix.asOf')}
          aria-valuetext={formatDay(asOf, i18n.language)}
          min={scale.first}
          max={scale.last}
          value={Math.min(dayNumber(asOf), scale.last)}
          onChange={event => go(isoDay(Number(event.target.value)))}
        />
      </div>
      <div className="as-of-controls">
        <span className="soft" aria-hidden="true">
          {t('matrix.since')}
        </span>
        <DayField label={t('matrix.since')} value={since ?? ''} onDay={day => onChange({ since: day })} />
        <label className="no-break">
          <input
            type="checkbox"
            checked={general}
            onChange={event => onChange({ general: event.target.checked ? undefined : 0 })}
          />{' '}
          {t('matrix.countGeneral')}
        </label>
      </div>
    </section>
  )
}

function Density({
  scale,
  points,
  asOf,
  since,
}: {
  readonly scale: DayScale
  readonly points: readonly ClaimPoint[]
  readonly asOf: string
  readonly since: string | undefined
}) {
  const perDay = new Map<string, number>()
  for (const { said, count } of points) if (said !== null) perDay.set(said, (perDay.get(said) ?? 0) + count)
  const most = Math.max(1, ...perDay.values())
  const x = (day: string) => `${scale.at(dayNumber(day))}%`
  // Years have thousands of days: one path for all, not a line for each.
  const path = (isShown: (day: string) => boolean) =>
    [...perDay]
      .filter(([day]) => isShown(day))
      .map(([day, count]) => `M${scale.at(dayNumber(day)).toFixed(3)} 26V${(23 - (20 * count) / most).toFixed(1)}`)
      .join('')
  return (
    <svg aria-hidden="true">
      <line className="rail" x1="2%" x2="98%" y1="28" y2="28" />
      <line className="past" x1="2%" x2={x(asOf)} y1="28" y2="28" />
      <svg viewBox="0 0 100 28" width="100%" height="28" preserveAspectRatio="none" aria-hidden="true">
        <path className="said" d={path(day => day <= asOf)} vectorEffect="non-scaling-stroke" />
        <path className="to-come" d={path(day => day > asOf)} vectorEffect="non-scaling-stroke" />
      </svg>
      {scale.years.map(year => (
        <g key={year}>
          <line className="tick" x1={`${scale.at(year)}%`} x2={`${scale.at(year)}%`} y1="28" y2="33" />
          <text x={`${scale.at(year)}%`} dx="4" y="42">
            {isoDay(year).slice(0, 4)}
          </text>
        </g>
      ))}
      {since !== undefined && <line className="compared" x1={x(since)} x2={x(since)} y1="2" y2="34" />}
      <line className="hand" x1={x(asOf)} x2={x(asOf)} y1="0" y2="34" />
      <svg x={x(asOf)} overflow="visible" aria-hidden="true">
        <rect className="grip" x="-6" y="22" width="12" height="12" rx="2" />
      </svg>
    </svg>
  )
}
