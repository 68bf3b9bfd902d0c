/** Assessments of one duty with their reasons, and the form for one's own. */
import { ASSERTIONS, type Assertion } from '@parley/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { outbox } from '../../decisions/decisions.ts'
import { Status } from '../../marks/Status.tsx'
import { useReviewer } from '../../reviewer.ts'
import { useMay } from '../../session/use-session.ts'
import { DayField } from '../../shell/DayField.tsx'
import { formatDay } from '../../words/dates.ts'
import { NameForm } from '../review/NameForm.tsx'
import type { ShownAssessment } from './assessments.ts'

interface Props {
  readonly stipulation: string
  readonly asOf: string
  readonly assessments: readonly ShownAssessment[]
}

export function Assessments({ stipulation, asOf, assessments }: Props) {
  const { t, i18n } = useTranslation()
  const by = useReviewer()
  const may = useMay('edit')
  const about = { by, about: stipulation.slice(stipulation.lastIndexOf('/') + 1), language: null }
  return (
    <section className="assessments">
      <h3>{t('assess.title')}</h3>
      {assessments.length === 0 && <p className="mute">{t('assess.none')}</p>}
      {assessments.map(({ seq, by: author, status, on, why }) => (
        <div key={seq} className="assessment">
          <p>
            <Status name={status} /> <b>{author}</b> <span className="soft">{formatDay(on, i18n.language)}</span>
          </p>
          <p>{why}</p>
          {author === by && may && (
            <button
              type="button"
              className="link"
              onClick={() => outbox.put({ kind: 'undo', target: `decision/${seq}` }, about)}
            >
              {t('assess.withdraw')}
            </button>
          )}
        </div>
      ))}
      {may && (
        <details>
          <summary>{t('assess.own')}</summary>
          {by === '' ? (
            <NameForm name="" />
          ) : (
            <AssessForm
              asOf={asOf}
              onAssess={({ why, ...value }) =>
                outbox.put({ kind: 'assess', target: stipulation, value: { ...value, evidence: [] }, why }, about)
              }
            />
          )}
        </details>
      )}
    </section>
  )
}

interface Assessed {
  readonly status: Assertion
  readonly pam: number
  readonly on: string
  readonly why: string
}

function AssessForm({ asOf, onAssess }: { readonly asOf: string; readonly onAssess: (assessed: Assessed) => void }) {
  const { t } = useTranslation()
  const [status, setStatus] = useState<Assertion>('progress')
  const [degree, setDegree] = useState(1)
  const [on, setOn] = useState(asOf)
  const [why, setWhy] = useState('')
  const degrees = DEGREES[status]
  return (
    <form
      className="assess-form"
      onSubmit={event => {
        event.preventDefault()
        const pam = degrees.includes(degree) ? degree : degrees[0]
        onAssess({ status, pam, on, why })
        setWhy('')
      }}
    >
      <label>
        {t('assess.status')}{' '}
        <select className="field" value={status} onChange={event => setStatus(event.target.value as Assertion)}>
          {[...ASSERTIONS].reverse().map(each => (
            <option key={each} value={each}>
              {t(`status.${each}`)}
            </option>
          ))}
        </select>
      </label>
      {degrees.length > 1 && (
        <label>
          {t('assess.degree')}{' '}
          <select
            className="field"
            value={degrees.includes(degree) ? degree : degrees[0]}
            onChange={event => setDegree(Number(event.target.value))}
          >
            {degrees.map(each => (
              <option key={each}>{each}</option>
            ))}
          </select>
        </label>
      )}
      <span>
        <span aria-hidden="true">{t('assess.on')} </span>
        <DayField label={t('assess.on')} value={on} onDay={day => setOn(day ?? asOf)} />
      </span>
      <label className="reason">
        {t('assess.why')}
        <textarea
          className="field"
          required
          maxLength={4000}
          rows={3}
          value={why}
          onChange={event => setWhy(event.target.value)}
        />
      </label>
      <button type="submit" className="button main">
        {t('assess.keep')}
      </button>
    </form>
  )
}

/** Values of the Peace Accords Matrix' scale that a status may stand for, the usual first. */
const DEGREES: Readonly<Record<Assertion, readonly number[]>> = {
  fulfilled: [3],
  progress: [1, 2],
  planned: [0],
  'not-begun': [0],
  halted: [0, 1, 2],
  breached: [0, 1, 2],
}
