/** One person or body: roles over time with their sources, what they said on what, the way to their words. */
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { ask } from '../../api/client.ts'
import type { PersonAnswer } from '../../api/contract.ts'
import { Status } from '../../marks/Status.tsx'
import { useNames } from '../../names/use-names.ts'
import { Failed } from '../../shell/Failed.tsx'
import { formatDay } from '../../words/dates.ts'

export function PersonPanel({ dossier, person: ref }: { readonly dossier: string; readonly person: string }) {
  const { t, i18n } = useTranslation()
  const { nameOf } = useNames()
  const { language } = i18n
  const person = useQuery({
    queryKey: ['person', dossier, ref],
    queryFn: () => ask<PersonAnswer>(`dossiers/${dossier}/people/${encodeURIComponent(ref)}`),
  })
  if (person.error !== null) return <Failed reason={person.error.message} />
  if (person.data === undefined) return null
  const { names, roles, said, statements } = person.data
  return (
    <section className="section person">
      <h2>{nameOf(names)}</h2>
      <p className="facts">
        {[...new Map(names.map(name => [name.text, name])).values()].map(({ lang, text }) => (
          <span key={text} lang={lang}>
            {text}
          </span>
        ))}
        <span>{ref}</span>
      </p>
      {roles.length > 0 && (
        <>
          <h3>{t('people.roles')}</h3>
          <ol className="roles">
            {roles.map(({ office, holder, holderNames, since, until, sourceTitle, sourceUrl }) => (
              <li key={`${office} ${holder} ${since}`}>
                <span className="no-break soft">
                  {formatDay(since, language)} – {until === null ? t('people.now') : formatDay(until, language)}
                </span>
                <span>
                  {t(`office.${office}`, { defaultValue: office })}, {nameOf(holderNames)}
                  <span className="other-names">
                    {sourceUrl === null ? (
                      sourceTitle
                    ) : (
                      <a href={sourceUrl} rel="noreferrer noopener" target="_blank">
                        {sourceTitle}
                      </a>
                    )}
                  </span>
                </span>
              </li>
            ))}
          </ol>
        </>
      )}
      <h3>{t('people.said')}</h3>
      {said.length === 0 && <p className="mute">{t('people.saidNothing')}</p>}
      <ul className="said">
        {said.map(({ stipulation, assertion, count, last }) => (
          <li key={`${stipulation} ${assertion}`}>
            <b>{stipulation.slice(stipulation.lastIndexOf('/') + 1)}</b> <Status name={assertion} />{' '}
            <Link to="/statements" search={{ by: ref, about: stipulation }}>
              {t('matrix.claims', { count })}
            </Link>
            {last !== null && <span className="mute"> · {formatDay(last, language)}</span>}
          </li>
        ))}
      </ul>
      {statements === 0 ? (
        <p className="mute">{t('people.statements', { count: 0 })}</p>
      ) : (
        <p>
          <Link to="/statements" search={{ by: ref }}>
            {t('people.statements', { count: statements })}
          </Link>
        </p>
      )}
    </section>
  )
}
