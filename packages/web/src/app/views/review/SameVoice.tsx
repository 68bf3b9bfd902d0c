/** What else this voice said of this point. */
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { ask } from '../../api/client.ts'
import type { CandidateAnswer, ClaimAnswer, Paged } from '../../api/contract.ts'
import { Status } from '../../marks/Status.tsx'
import { formatDay } from '../../words/dates.ts'
import type { Draft } from './draft.ts'

const SHOWN = 5

interface Props {
  readonly candidate: CandidateAnswer
  readonly draft: Draft
  readonly dossier: string
}

export function SameVoice({ candidate, draft, dossier }: Props) {
  const { t, i18n } = useTranslation()
  const { stipulation, voice } = draft
  const claims = useQuery({
    queryKey: ['claims', dossier, stipulation, voice, 'all'],
    queryFn: () =>
      ask<Paged<ClaimAnswer>>(`dossiers/${dossier}/claims`, {
        stipulation: stipulation ?? undefined,
        voice: voice ?? 'other',
      }),
    enabled: stipulation !== null,
  })
  const others = claims.data?.items.filter(({ key }) => key !== candidate.key) ?? []
  if (claims.data === undefined) return null
  return (
    <section className="same-voice">
      <h2>{t('review.sameVoice')}</h2>
      {others.length === 0 && <p className="mute">{t('review.noOther')}</p>}
      <ul>
        {others.slice(0, SHOWN).map(({ key, document, index, assertion, said, words, language }) => (
          <li key={key}>
            <Status name={assertion} />{' '}
            <span className="soft">{said === null ? t('why.undated') : formatDay(said, i18n.language)}</span>{' '}
            <Link
              to="/source/$id"
              params={{ id: document }}
              search={{ i: `c${index}` }}
              className="words"
              lang={language ?? undefined}
            >
              {words}
            </Link>
          </li>
        ))}
      </ul>
    </section>
  )
}
