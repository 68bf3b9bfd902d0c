/** Duties that something new was said of: the finding before and after, and the newest words. */
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { ask } from '../../api/client.ts'
import type { ClaimAnswer, DossierAnswer, Paged } from '../../api/contract.ts'
import { Status } from '../../marks/Status.tsx'
import { formatDay } from '../../words/dates.ts'
import { inLanguage } from '../../words/texts.ts'
import { dayNumber, isoDay } from '../matrix/days.ts'
import type { Voice } from '../matrix/matrix-model.ts'
import { VoiceCode } from '../matrix/VoiceCode.tsx'
import { BACK, type PlacedRow } from './overview-model.ts'

interface Props {
  readonly dossier: DossierAnswer
  readonly items: readonly PlacedRow[]
  readonly voices: readonly Voice[]
  readonly since: string
  /** Day of the last claim, or null. */
  readonly last: string | null
}

export function Changed({ dossier, items, voices, since, last }: Props) {
  const { t, i18n } = useTranslation()
  return (
    <section className="section">
      <h2>
        {t('overview.changed')} <span className="small mute">{t('overview.before')}</span>
      </h2>
      {items.length === 0 && (
        <p className="mute">
          {t('overview.nothing')}{' '}
          {last !== null && last <= since && (
            <>
              {t('overview.lastSaid', { day: formatDay(last, i18n.language) })}{' '}
              <Link to="/" search={{ since: isoDay(dayNumber(last) - BACK) }}>
                {t('overview.lookBack')}
              </Link>
            </>
          )}
        </p>
      )}
      <ul>
        {items.map(item => (
          <Change key={item.row.stipulation.id} dossier={dossier} item={item} voices={voices} since={since} />
        ))}
      </ul>
    </section>
  )
}

function Change({
  dossier,
  item,
  voices,
  since,
}: Omit<Props, 'items' | 'last'> & {
  readonly item: PlacedRow
}) {
  const { t, i18n } = useTranslation()
  const { language } = i18n
  const { stipulation, status, was, number } = item.row
  const claims = useQuery({
    queryKey: ['newest-claim', stipulation.id, since],
    queryFn: () =>
      ask<Paged<ClaimAnswer>>(`dossiers/${dossier.id}/claims`, { stipulation: stipulation.id, from: since }),
  })
  const claim = claims.data?.items[0]
  const voice = voices.find(({ id }) => id === claim?.voice)
  return (
    <li className="change">
      <span>
        <b>{number}</b> {inLanguage(stipulation.titles, language)}
      </span>
      <span>
        {was !== null && <span className="mute">{t(`status.${was}`)} → </span>}
        <Status name={status.finding} />
        {was === null && <span className="small mute change-note">{t('overview.unchanged')}</span>}
      </span>
      <div>
        {claim !== undefined && (
          <>
            <blockquote className="evidence" lang={claim.language ?? undefined}>
              {claim.words}
            </blockquote>
            <p className="facts">
              {voice !== undefined && <VoiceCode voice={voice} />}
              <span lang={claim.language ?? undefined}>{claim.claimant ?? claim.title}</span>
              <span>{claim.said === null ? t('why.undated') : formatDay(claim.said, language)}</span>
              <Link
                to="/matrix/$dossier/$agreement"
                params={{ dossier: dossier.id, agreement: item.agreement }}
                search={{ cell: `${number}.${claim.voice ?? 'other'}` }}
              >
                {t('overview.claimsOf')}
              </Link>
            </p>
          </>
        )}
      </div>
    </li>
  )
}
