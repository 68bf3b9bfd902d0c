/** What the marks mean, in words, under the table. */
import { useTranslation } from 'react-i18next'
import { Status, type StatusName } from '../../marks/Status.tsx'
import { Mark } from '../../marks/symbols.tsx'

const MARKS: readonly StatusName[] = [
  'fulfilled',
  'progress',
  'planned',
  'not-begun',
  'halted',
  'breached',
  'contested',
  'reported',
]

export function Legend() {
  const { t } = useTranslation()
  return (
    <p className="legend">
      {MARKS.map(name => (
        <span key={name}>
          <Status name={name} /> {name === 'contested' || name === 'reported' ? t(`matrix.legend.${name}`) : ''}
        </span>
      ))}
      <span className="overdue">
        <Mark name="overdue" /> {t('matrix.legend.overdue')}
      </span>
      <span>
        <b>[ ]</b> {t('matrix.legend.general')}
      </span>
      <span>
        <b>?</b> {t('matrix.legend.undated')}
      </span>
      <span>
        <b>|</b> {t('matrix.legend.due')}
      </span>
    </p>
  )
}
