/** The first statements that fit, as words with their source, and the way to all of them. */
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { ask } from '../../api/client.ts'
import type { Paged, StatementAnswer } from '../../api/contract.ts'
import type { StatementSearch } from '../../router.tsx'
import { Failed } from '../../shell/Failed.tsx'
import { formatDay } from '../../words/dates.ts'

interface Props {
  readonly search: StatementSearch
  /** How many are shown here. */
  readonly shown?: number
  /** Said where there are none. */
  readonly empty?: string
}

export function StatementList({ search, shown = 5, empty }: Props) {
  const { t, i18n } = useTranslation()
  const found = useQuery({
    queryKey: ['statements', search, 'first'],
    queryFn: () => ask<Paged<StatementAnswer>>('statements', { ...search }),
  })
  if (found.error !== null) return <Failed reason={found.error.message} />
  if (found.data === undefined) return null
  const { items } = found.data
  if (items.length === 0 && empty !== undefined) return <p className="mute">{empty}</p>
  return (
    <>
      <ul className="edge-evidence">
        {items.slice(0, shown).map(item => {
          const day = item.said ?? item.reported
          return (
            <li key={`${item.document} ${item.index}`}>
              <blockquote className="evidence" lang={item.language ?? undefined}>
                {item.words}
              </blockquote>
              <span className="facts">
                <span lang={item.language ?? undefined}>{item.speaker ?? t('found.noSpeaker')}</span>
                <span>{day === null ? t('why.undated') : formatDay(day, i18n.language)}</span>
                <Link to="/source/$id" params={{ id: item.document }} search={{ i: `q${item.index}` }}>
                  {item.title}
                </Link>
              </span>
            </li>
          )
        })}
      </ul>
      {items.length > shown && (
        <Link to="/statements" search={search} className="small">
          {t('network.allStatements')}
        </Link>
      )}
    </>
  )
}
