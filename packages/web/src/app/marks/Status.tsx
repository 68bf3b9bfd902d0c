/** A finding or an assertion: shape, word, hue. */
import { useTranslation } from 'react-i18next'
import { Mark, type MarkName } from './symbols.tsx'

export type StatusName =
  | 'fulfilled'
  | 'progress'
  | 'planned'
  | 'not-begun'
  | 'halted'
  | 'breached'
  | 'contested'
  | 'reported'
  | 'unknown'

export function Status({ name }: { readonly name: StatusName }) {
  const { t } = useTranslation()
  return (
    <span className={`status status-${name}`}>
      <Mark name={name satisfies MarkName} />
      {t(`status.${name}`)}
    </span>
  )
}
