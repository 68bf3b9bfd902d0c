/** One voice on one duty: its latest claim, and under it a strip with all it said up to the day. */
import { type Assertion, dueOn, type StatusCell } from '@parley/core'
import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import type { ClaimPoint } from '../../api/contract.ts'
import { Status } from '../../marks/Status.tsx'
import { Mark } from '../../marks/symbols.tsx'
import { formatMonth } from '../../words/dates.ts'
import { type DayScale, dayNumber } from './days.ts'
import { denseLines, MOST_MARKS } from './dense-strip.ts'
import { cellOf, countOf, type Row, type Voice } from './matrix-model.ts'
import { VoiceCode } from './VoiceCode.tsx'
import { useVoiceName } from './voice-name.ts'

interface Props {
  readonly row: Row
  readonly voice: Voice
  readonly scale: DayScale
  readonly asOf: string
  readonly open: boolean
  readonly onOpen: (open: boolean) => void
}

export function MatrixCell({ row, voice, scale, asOf, open, onOpen }: Props) {
  const { t, i18n } = useTranslation()
  const voiceName = useVoiceName()
  const cell = cellOf(row, voice.id)
  const points = saidBy(row, voice.id, asOf)
  const count = countOf(points)
  return (
    <td className={count === 0 ? 'voice-cell empty' : 'voice-cell'} data-voice={voice.id}>
      <button
        type="button"
        className="cell"
        data-cell={`${row.number}.${voice.id}`}
        aria-expanded={open}
        tabIndex={count === 0 ? -1 : 0}
        onClick={() => onOpen(!open)}
      >
        <span className="aloud">
          {row.number} {voiceName(voice)}: {cell === null && t('matrix.silent')}
        </span>
        <span className="latest">
          <span className="beside-latest">
            <VoiceCode voice={voice} />
          </span>
          {cell === null ? (
            <span className="mute" aria-hidden="true">
              ·
            </span>
          ) : (
            <Latest cell={cell} />
          )}
          {cell?.said != null && <span className="month">{formatMonth(cell.said, i18n.language)}</span>}
        </span>
        <Strip row={row} voice={voice.id} scale={scale} asOf={asOf} />
        {count > 0 && <span className="aloud">; {t('matrix.claims', { count })}</span>}
      </button>
    </td>
  )
}

/** What a voice said up to a day, or undated. */
function saidBy({ points }: Row, voice: string, asOf: string): ClaimPoint[] {
  return points.filter(point => point.voice === voice && (point.said === null || point.said <= asOf))
}

function Latest({ cell }: { readonly cell: StatusCell<ClaimPoint> }) {
  const { t } = useTranslation()
  if (cell.sameDay) {
    return (
      <>
        {[...new Set(cell.claims.map(({ assertion }) => assertion))].map(assertion => (
          <span key={assertion} className={`status status-${assertion}`}>
            <Mark name={assertion} />
            <span className="aloud">{t(`status.${assertion}`)}</span>
          </span>
        ))}
        <span className="no-break">{t('matrix.sameDay')}</span>
      </>
    )
  }
  if (cell.assertion === null) {
    const assertion = cell.undated[0].assertion
    return (
      <span className="undated">
        <Status name={assertion} />?
      </span>
    )
  }
  const status = <Status name={cell.assertion} />
  return (
    <>
      {cell.general ? <span className="general">[{status}]</span> : status}
      {cell.undated.length > 0 && (
        <span className="month" title={t('matrix.undated', { count: countOf(cell.undated) })}>
          +{countOf(cell.undated)}?
        </span>
      )}
    </>
  )
}

/** From the signing to the day: one mark a claim, or lines where there are too many; a tick where the duty was due. Drawn again only when what it shows is another. */
const Strip = memo(function Strip({
  row,
  voice,
  scale,
  asOf,
}: {
  readonly row: Row
  readonly voice: string
  readonly scale: DayScale
  readonly asOf: string
}) {
  const points = saidBy(row, voice, asOf)
  const x = (day: string) => `${scale.at(dayNumber(day))}%`
  const { stipulation } = row
  const due = stipulation.continuing ? null : dueOn(stipulation, asOf)
  const first = stipulation.due === due || stipulation.continuing ? null : stipulation.due
  const all = oneMarkADay(points)
  // Of many the last day stands as a mark; those before it would hide each other.
  const isDense = all.length > MOST_MARKS
  const last = isDense ? all.reduce((latest, { said }) => (said > latest ? said : latest), '') : null
  const marks = last === null ? all : all.filter(({ said }) => said === last)
  return (
    <svg className={points.length === 0 ? 'strip silent' : 'strip'} aria-hidden="true">
      <line className="rail" x1={x(isoFirst(scale))} x2={x(asOf)} y1="8" y2="8" />
      {first !== null && <line className="due moved" x1={x(first)} x2={x(first)} y1="9" y2="15" />}
      {due !== null && <line className="due" x1={x(due)} x2={x(due)} y1="8" y2="15" />}
      {isDense && (
        <svg className="dense" viewBox="0 0 100 16" preserveAspectRatio="none" aria-hidden="true">
          {denseLines(all.map(({ said, assertion }) => ({ assertion, at: scale.at(dayNumber(said)) }))).map(
            ({ assertion, path }) => (
              <path key={assertion} className={`status-${assertion}`} d={path} vectorEffect="non-scaling-stroke" />
            ),
          )}
        </svg>
      )}
      {marks.map(({ said, assertion, general, shift }) => (
        <svg
          key={`${said} ${assertion} ${general}`}
          x={x(said)}
          overflow="visible"
          aria-hidden="true"
          className={`status-${assertion} point`}
        >
          <use href={`#mark-${assertion}`} x={shift - 5} y="3" width="10" height="10" />
          {general && <path d="M-6 3h-1.5v10H-6M6 3h1.5v10H6" fill="none" stroke="currentColor" />}
        </svg>
      ))}
    </svg>
  )
})

interface StripMark {
  readonly said: string
  readonly assertion: Assertion
  readonly general: boolean
  /** Pixels aside, where a day has several. */
  readonly shift: number
}

function oneMarkADay(points: readonly ClaimPoint[]): StripMark[] {
  const seen = new Map<string, number>()
  return points.flatMap(({ said, assertion, general }) => {
    if (said === null) return []
    const before = seen.get(said) ?? 0
    seen.set(said, before + 1)
    return [{ said, assertion, general, shift: 9 * before }]
  })
}

function isoFirst({ first }: DayScale): string {
  return new Date(first * 86_400_000).toISOString().slice(0, 10)
}
