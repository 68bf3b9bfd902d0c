/** Duties by voices: a real table, moved about in by arrows. */
import type { KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { DossierAnswer } from '../../api/contract.ts'
import { Status } from '../../marks/Status.tsx'
import { Mark } from '../../marks/symbols.tsx'
import { useNames } from '../../names/use-names.ts'
import { formatDay } from '../../words/dates.ts'
import { inLanguage } from '../../words/texts.ts'
import type { AssessmentsOf, ShownAssessment } from './assessments.ts'
import type { DayScale } from './days.ts'
import { MatrixCell } from './MatrixCell.tsx'
import type { Row, Voice } from './matrix-model.ts'
import { VoiceCode } from './VoiceCode.tsx'
import { useVoiceName } from './voice-name.ts'

interface Props {
  readonly dossier: DossierAnswer
  readonly rows: readonly Row[]
  readonly voices: readonly Voice[]
  readonly scale: DayScale
  readonly asOf: string
  readonly cell: string | undefined
  readonly assessmentsOf: AssessmentsOf
  readonly onCell: (cell: string | undefined) => void
}

export function MatrixTable({ dossier, rows, voices, scale, asOf, cell, assessmentsOf, onCell }: Props) {
  const { t, i18n } = useTranslation()
  const voiceName = useVoiceName()
  return (
    <table className="matrix" onKeyDown={event => moveByArrows(event, voices.length)}>
      <caption className="aloud">{t('matrix.caption', { day: formatDay(asOf, i18n.language) })}</caption>
      <colgroup>
        <col className="duty-column" />
        <col className="finding-column" />
        {voices.map(({ id }) => (
          <col key={id} />
        ))}
      </colgroup>
      <thead>
        <tr>
          <th scope="col">{t('matrix.duty')}</th>
          <th scope="col">{t('matrix.finding')}</th>
          {voices.map(voice => (
            <th key={voice.id} scope="col">
              <span className="standing">{t(`standing.${voice.standing}`)}</span>
              <span className="voice-name">
                <VoiceCode voice={voice} /> <span>{voiceName(voice)}</span>
              </span>
              <Axis scale={scale} />
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(row => (
          <tr key={row.stipulation.id} id={`point-${row.number}`}>
            <Duty dossier={dossier} row={row} />
            <FindingCell row={row} assessments={assessmentsOf(row.stipulation.id)} />
            {voices.map(voice => (
              <MatrixCell
                key={voice.id}
                row={row}
                voice={voice}
                scale={scale}
                asOf={asOf}
                open={cell === `${row.number}.${voice.id}`}
                onOpen={open => onCell(open ? `${row.number}.${voice.id}` : undefined)}
              />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Axis({ scale }: { readonly scale: DayScale }) {
  return (
    <svg className="axis" aria-hidden="true">
      {scale.years.map(year => (
        <g key={year}>
          <line x1={`${scale.at(year)}%`} x2={`${scale.at(year)}%`} y1="10" y2="14" />
          <text x={`${scale.at(year)}%`} y="8" textAnchor="middle">
            ’{new Date(year * 86_400_000).getUTCFullYear() % 100}
          </text>
        </g>
      ))}
    </svg>
  )
}

function Duty({ dossier, row }: { readonly dossier: DossierAnswer; readonly row: Row }) {
  const { t, i18n } = useTranslation()
  const { nameOf } = useNames()
  const { stipulation, status, number } = row
  const { language } = i18n
  const first = status.due === stipulation.due ? null : stipulation.due
  const bearers = stipulation.bearers.map(id => {
    const bearer = [...dossier.parties, ...dossier.bodies].find(item => item.id === id)
    return bearer === undefined ? id : nameOf(bearer.names)
  })
  return (
    <th scope="row">
      <span className="duty">
        <span className="number">{number}</span>
        <span>{inLanguage(stipulation.titles, language)}</span>
        <span className="duty-facts">
          <span>{bearers.join(', ')}</span>
          {stipulation.continuing && <span>{t('matrix.continuing')}</span>}
          {!stipulation.continuing && status.due !== null && (
            <span>
              {t('matrix.due', { day: formatDay(status.due, language) })}{' '}
              {first !== null && <s>{formatDay(first, language)}</s>}
            </span>
          )}
        </span>
      </span>
    </th>
  )
}

function FindingCell({ row, assessments }: { readonly row: Row; readonly assessments: readonly ShownAssessment[] }) {
  const { t, i18n } = useTranslation()
  const { status, was } = row
  const undated = status.cells.reduce((sum, cell) => sum + cell.undated.length, 0)
  const facts = [
    was === null ? null : t('matrix.was', { finding: t(`status.${was}`) }),
    t('matrix.voices', { count: status.voices }),
    status.general ? t('matrix.generalOnly') : null,
    undated === 0 ? null : t('matrix.undated', { count: undated }),
  ]
  return (
    <td className="finding">
      <Status name={status.finding} />
      {status.overdue && (
        <span className="overdue">
          <Mark name="overdue" />
          {t('matrix.overdue')}
        </span>
      )}
      <span className="finding-facts">{facts.filter(fact => fact !== null).join(' · ')}</span>
      {assessments.map(({ seq, by, status: assessed, on }) => (
        <span key={seq} className="assessed">
          <span className="aloud">{t('assess.title')}: </span>
          <Status name={assessed} /> {by}, <span className="no-break">{formatDay(on, i18n.language)}</span>
        </span>
      ))}
    </td>
  )
}

function moveByArrows(event: KeyboardEvent<HTMLElement>, columns: number): void {
  const step = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -columns, ArrowDown: columns }[event.key]
  if (step === undefined || !(event.target instanceof HTMLElement) || event.target.dataset.cell === undefined) return
  const cells = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-cell]')]
  const next = cells[cells.indexOf(event.target) + step]
  if (next === undefined) return
  event.preventDefault()
  next.focus()
}
