/** People and bodies: who is who, who may speak for whom and since when, what they said, whom they met. */
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link, useParams } from '@tanstack/react-router'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { ask } from '../../api/client.ts'
import type { EventAnswer, Paged, PersonItem, SpeakersAnswer } from '../../api/contract.ts'
import { type Names, useNames } from '../../names/use-names.ts'
import { Failed } from '../../shell/Failed.tsx'
import { useProcess } from '../../shell/use-process.ts'
import { useRecord } from '../../shell/use-record.ts'
import { SideCode } from '../../sides/SideCode.tsx'
import { useSideOf } from '../../sides/use-side-of.ts'
import { formatDay } from '../../words/dates.ts'
import { MeetingTable } from './MeetingTable.tsx'
import { PeopleWays } from './PeopleWays.tsx'
import { PersonPanel } from './PersonPanel.tsx'
import { SpeakerTable } from './SpeakerTable.tsx'
import './people.css'
import { Heading } from '../../shell/Heading.tsx'

/** `other`: who speaks in the reports and is in no dossier. */
export const PEOPLE_KINDS = ['person', 'body', 'party', 'other'] as const
export type PeopleKind = (typeof PEOPLE_KINDS)[number]

const route = getRouteApi('/people')

export function PeopleView() {
  const { t } = useTranslation()
  const { kind: chosenKind } = route.useSearch()
  const { ref } = useParams({ strict: false }) as { readonly ref?: string }
  const record = useRecord()
  const dossier = useProcess()
  const people = useQuery({
    queryKey: ['people', dossier?.id],
    queryFn: () => ask<readonly PersonItem[]>(`dossiers/${dossier?.id}/people`),
    enabled: dossier !== undefined,
  })
  const speakers = useQuery({ queryKey: ['speakers'], queryFn: () => ask<SpeakersAnswer>('speakers') })
  const meetings = useQuery({
    queryKey: ['meetings'],
    queryFn: () => ask<Paged<EventAnswer>>('events', { type: 'CONSULT' }),
  })
  const { nameOf } = useNames()
  const { i18n } = useTranslation()
  const items = useMemo(() => inPlace(people.data ?? [], nameOf, i18n.language), [people.data, nameOf, i18n.language])
  const chosen = items.find(item => item.ref === ref)
  const isWithoutDossier = record.data !== undefined && dossier === undefined
  const kind = chosenKind ?? chosen?.kind ?? (isWithoutDossier ? 'other' : 'person')
  const countOf = (each: PeopleKind) =>
    each === 'other' ? speakers.data?.total : items.filter(item => item.kind === each).length
  return (
    <>
      <Heading title={t('people.title')} about={t('people.about')}>
        <PeopleWays />
        <nav className="segments kinds" aria-label={t('people.kinds')}>
          {PEOPLE_KINDS.map(each => (
            <Link key={each} to="/people" search={{ kind: each }} aria-current={each === kind ? 'true' : undefined}>
              {t(`people.kind.${each}`)} <span className="count">{countOf(each)}</span>
            </Link>
          ))}
        </nav>
      </Heading>
      {isWithoutDossier && <p className="note">{t('people.noDossier')}</p>}
      {people.error !== null && <Failed reason={people.error.message} />}
      {speakers.error !== null && <Failed reason={speakers.error.message} />}
      <div className="columns people-columns">
        {kind !== 'other' ? (
          <PeopleTable items={items.filter(item => item.kind === kind)} chosen={ref} kind={kind} />
        ) : (
          speakers.data !== undefined && <SpeakerTable speakers={speakers.data} />
        )}
        <div className="people-side">
          {ref !== undefined && dossier !== undefined && <PersonPanel key={ref} dossier={dossier.id} person={ref} />}
          {meetings.error !== null && <Failed reason={meetings.error.message} />}
          {meetings.data !== undefined && (
            <MeetingTable
              events={meetings.data.items}
              people={items}
              chosen={ref}
              hasMore={meetings.data.next !== null}
            />
          )}
        </div>
      </div>
    </>
  )
}

/** Those who are quoted most stand first, the others by the alphabet: no side does by being written down first. */
function inPlace(items: readonly PersonItem[], nameOf: Names['nameOf'], language: string): PersonItem[] {
  const { compare } = new Intl.Collator(language)
  return [...items].sort((a, b) => b.statements - a.statements || compare(nameOf(a.names), nameOf(b.names)))
}

interface TableProps {
  readonly items: readonly PersonItem[]
  readonly chosen: string | undefined
  readonly kind: PersonItem['kind']
}

function PeopleTable({ items, chosen, kind }: TableProps) {
  const { t, i18n } = useTranslation()
  const { nameOf } = useNames()
  const { language } = i18n
  const sideOf = useSideOf(null)
  return (
    <table className="table">
      <thead>
        <tr>
          <th scope="col">{t(`people.column.${kind}`)}</th>
          {kind === 'person' && <th scope="col">{t('people.role')}</th>}
          <th scope="col" className="number-column">
            {t('nav.statements')}
          </th>
        </tr>
      </thead>
      <tbody>
        {items.map(item => {
          const role = item.roles.at(-1)
          const own = nameOf(item.names)
          const others = [...new Set(item.names.map(({ text }) => text))].filter(text => text !== own)
          return (
            <tr key={item.ref} aria-selected={item.ref === chosen ? 'true' : undefined}>
              <th scope="row">
                <Link to="/people/$ref" params={{ ref: item.ref }} search={{}} resetScroll={false}>
                  <SideCode side={sideOf({ ref: item.ref })} />
                  <b>{own}</b>
                </Link>
                <span className="other-names">{others.slice(0, 3).join(' · ')}</span>
              </th>
              {kind === 'person' && (
                <td>
                  {role === undefined ? (
                    <span className="mute">{t('people.noRole')}</span>
                  ) : (
                    <>
                      {t(`office.${role.office}`, { defaultValue: role.office })}, {nameOf(role.holderNames)}
                      <span className="other-names">
                        {role.until === null
                          ? t('matrix.sinceDay', { day: formatDay(role.since, language) })
                          : `${formatDay(role.since, language)} – ${formatDay(role.until, language)}`}
                      </span>
                    </>
                  )}
                </td>
              )}
              <td className="number-column">
                {item.statements === 0 ? <span className="mute">·</span> : item.statements}
              </td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}
