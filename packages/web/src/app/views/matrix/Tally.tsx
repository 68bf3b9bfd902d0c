/** How many duties stand how: each count is a filter. */
import type { Finding } from '@parley/core'
import { useTranslation } from 'react-i18next'
import { Status } from '../../marks/Status.tsx'
import { Mark } from '../../marks/symbols.tsx'
import type { Row } from './matrix-model.ts'

const FINDINGS: readonly Finding[] = [
  'contested',
  'breached',
  'halted',
  'not-begun',
  'planned',
  'progress',
  'fulfilled',
  'reported',
  'unknown',
]

export const ONLY = [...FINDINGS, 'overdue', 'changed'] as const
export type Only = (typeof ONLY)[number]

interface Props {
  readonly rows: readonly Row[]
  readonly only: Only | undefined
  readonly since: string | undefined
  readonly onOnly: (only: Only | undefined) => void
}

export function Tally({ rows, only, since, onOnly }: Props) {
  const { t } = useTranslation()
  const overdue = rows.filter(({ status }) => status.overdue).length
  const button = (name: Only, count: number, face: React.ReactNode) => (
    <button
      key={name}
      type="button"
      aria-pressed={only === name}
      onClick={() => onOnly(only === name ? undefined : name)}
    >
      {face} <b>{count}</b>
    </button>
  )
  return (
    <fieldset className="tally" aria-label={t('matrix.filter')}>
      {FINDINGS.map(name => {
        const count = rows.filter(({ status }) => status.finding === name).length
        return count === 0 && only !== name ? null : button(name, count, <Status name={name} />)
      })}
      {(overdue > 0 || only === 'overdue') &&
        button(
          'overdue',
          overdue,
          <span className="overdue">
            <Mark name="overdue" />
            {t('matrix.overdue')}
          </span>,
        )}
      {since !== undefined &&
        button('changed', rows.filter(({ was }) => was !== null).length, <span>{t('matrix.changed')}</span>)}
    </fieldset>
  )
}
