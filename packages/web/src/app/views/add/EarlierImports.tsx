/** Imports from before, the last first: when, what, by whom, what came of them. */
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { ImportAnswer } from '../../api/contract.ts'
import { Mark } from '../../marks/symbols.tsx'
import { formatDay } from '../../words/dates.ts'
import { describeImport } from './describe-import.ts'
import { isOver } from './use-imports.ts'

interface Props {
  readonly items: readonly ImportAnswer[]
  readonly chosen: string | null
  readonly onMore: (() => void) | null
}

export function EarlierImports({ items, chosen, onMore }: Props) {
  const { t, i18n } = useTranslation()
  return (
    <section className="section">
      <h2>{t('add.imports')}</h2>
      {items.length === 0 && <p className="mute">{t('add.noImports')}</p>}
      <ul className="import-list">
        {items.map(item => (
          <li key={item.id}>
            <Link to="/add" search={{ import: item.id }} aria-current={item.id === chosen ? 'true' : undefined}>
              {describeImport(item, t)}
            </Link>
            <span className="small mute">
              <span className="no-break">
                {formatDay(item.at, i18n.language)}, {clock(item.at)}
              </span>{' '}
              · {item.by}
            </span>
            <span className="small soft">
              {item.state !== 'done' && <b>{t(`add.state_${item.state}`)} </b>}
              {isOver(item) && item.state !== 'withdrawn' && t('add.documents', { count: item.documents })}
              {item.failed > 0 && (
                <>
                  {' · '}
                  <Mark name="failed" /> {t('add.failed', { count: item.failed })}
                </>
              )}
            </span>
          </li>
        ))}
      </ul>
      {onMore !== null && (
        <button type="button" className="button" onClick={onMore}>
          {t('matrix.more')}
        </button>
      )}
    </section>
  )
}

/** Hour and minute as they are here. */
function clock(instant: string): string {
  const at = new Date(instant)
  const two = (value: number) => String(value).padStart(2, '0')
  return `${two(at.getHours())}:${two(at.getMinutes())}`
}
