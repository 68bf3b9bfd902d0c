/** Who met whom, and whose statements name whom. The table is the truth, the drawing its summary; every edge opens what it rests on. */
import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useCallback, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ask } from '../../api/client.ts'
import type { ActorAnswer, NetworkAnswer } from '../../api/contract.ts'
import { useNames } from '../../names/use-names.ts'
import { DayRange } from '../../shell/DayRange.tsx'
import { Failed } from '../../shell/Failed.tsx'
import { useProcess } from '../../shell/use-process.ts'
import { useRecord } from '../../shell/use-record.ts'
import { useSides } from '../../sides/use-sides.ts'
import { formatTime } from '../../words/dates.ts'
import { PeopleWays } from '../people/PeopleWays.tsx'
import { Drawing, type NodeLook } from './Drawing.tsx'
import { MeetingEdges } from './MeetingEdges.tsx'
import { NamingEdges } from './NamingEdges.tsx'
import { pictureOf } from './network-model.ts'
import './network.css'
import { Heading } from '../../shell/Heading.tsx'

const route = getRouteApi('/people/network')
/** Edges drawn: more are no picture. */
const DRAWN = 24
/** Rows of the table at a time. */
const SHOWN = 30

export function NetworkView() {
  const { t } = useTranslation()
  const { kind = 'meetings', side, from, until, who } = route.useSearch()
  const navigate = route.useNavigate()
  const sides = useSides()
  const record = useRecord()
  const dossier = useProcess()
  const network = useQuery({
    queryKey: ['network', dossier?.id, kind, side, from, until],
    queryFn: () => ask<NetworkAnswer>(`dossiers/${dossier?.id}/network`, { kind, side, from, until }),
    enabled: dossier !== undefined,
    placeholderData: before => before,
  })
  const set = (changes: Partial<ReturnType<typeof route.useSearch>>) =>
    navigate({ search: before => ({ ...before, ...changes }), replace: true, resetScroll: false })
  const isFiltered = [side, from, until, who].some(value => value !== undefined)
  return (
    <>
      <Heading title={t('network.title')} about={t('network.about')}>
        <PeopleWays />
      </Heading>
      <div className="network-filters">
        <fieldset className="segments" aria-label={t('network.kind')}>
          {(['meetings', 'namings'] as const).map(each => (
            <button
              key={each}
              type="button"
              aria-pressed={each === kind}
              onClick={() => set({ kind: each === 'namings' ? each : undefined, edge: undefined })}
            >
              {t(`network.${each}`)}
            </button>
          ))}
        </fieldset>
        <label className="small">
          {t('network.side')}{' '}
          <select
            className="field"
            value={side ?? ''}
            onChange={event => set({ side: event.target.value === '' ? undefined : event.target.value })}
          >
            <option value="">{t('timeline.all')}</option>
            {sides.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        </label>
        <DayRange from={from} until={until} onDays={set} />
        {isFiltered && (
          <button
            type="button"
            className="button"
            onClick={() => navigate({ search: kind === 'namings' ? { kind } : {}, replace: true })}
          >
            {t('timeline.clear')}
          </button>
        )}
      </div>
      {record.data !== undefined && dossier === undefined && <p className="note">{t('people.noDossier')}</p>}
      {network.error !== null && <Failed reason={network.error.message} />}
      {network.data !== undefined && <Network network={network.data} isFiltered={isFiltered} />}
    </>
  )
}

function Network({ network, isFiltered }: { readonly network: NetworkAnswer; readonly isFiltered: boolean }) {
  const { t, i18n } = useTranslation()
  const { who, edge } = route.useSearch()
  const navigate = route.useNavigate()
  const { nameOf } = useNames()
  const sides = useSides()
  const isMeetings = network.namings.length === 0
  const actors = useMemo(() => new Map(network.actors.map(actor => [actor.key, actor])), [network])
  const nameOfActor = useCallback(
    (key: string): string => {
      const actor = actors.get(key)
      return actor === undefined ? key : nameOf(actor.names) || actor.name
    },
    [actors, nameOf],
  )
  const sideOf = useCallback((key: string) => sides.find(({ id }) => id === actors.get(key)?.side), [sides, actors])
  const meetings = useMemo(
    () => network.meetings.filter(({ present }) => who === undefined || present.includes(who)),
    [network, who],
  )
  const namings = useMemo(
    () => network.namings.filter(({ by, of }) => who === undefined || by === who || of === who),
    [network, who],
  )
  const [shown, setShown] = useState(SHOWN)
  const count = isMeetings ? meetings.length : namings.length
  const picture = useMemo(() => {
    const drawn = { ...network, meetings: meetings.slice(0, DRAWN), namings: namings.slice(0, DRAWN) }
    return pictureOf(
      drawn,
      sides.map(({ id }) => id),
    )
  }, [network, meetings, namings, sides])
  const chosen = useMemo(() => new Set(edge === undefined ? [] : [edge]), [edge])
  const lookOf = useCallback(
    (key: string): NodeLook => {
      const meeting = network.meetings.find(each => each.key === key)
      if (meeting !== undefined) {
        const { time, place, placeNames, status, background, evidence } = meeting
        const where = nameOf(placeNames) || place
        const when = time === null ? t('why.undated') : formatTime(time, i18n)
        const isPlain = status === 'occurred' && !background
        // Without day and place the words tell it from others.
        const words = time === null && where === null ? (evidence[0]?.words ?? null) : null
        const facts = [when, where, words, isPlain ? null : t(`eventStatus.${background ? 'background' : status}`)]
        return { label: facts.filter(fact => fact !== null).join(' · '), slot: null, isHollow: !isPlain }
      }
      const side = sideOf(key)
      const label = side === undefined ? nameOfActor(key) : `${side.code} ${nameOfActor(key)}`
      return { label, slot: side?.slot ?? null, isHollow: false }
    },
    [network, sideOf, nameOfActor, nameOf, t, i18n],
  )
  const set = (changes: { readonly who?: string | undefined; readonly edge?: string | undefined }) =>
    navigate({ search: before => ({ ...before, ...changes }), replace: true, resetScroll: false })
  const onEdge = (key: string) => set({ edge: key === edge ? undefined : key })
  if (picture.edges.length === 0) return <p className="note">{t(isFiltered ? 'timeline.none' : 'network.empty')}</p>
  return (
    <div className="columns network-columns">
      <figure className="section">
        <h2>{t('network.drawing')}</h2>
        <div className="network-heads small mute" aria-hidden="true">
          <span>{t(isMeetings ? 'network.present' : 'network.speaks')}</span>
          <span>{t(isMeetings ? 'network.meetings' : 'network.named')}</span>
        </div>
        <Drawing
          picture={picture}
          lookOf={lookOf}
          chosen={chosen}
          onMeeting={onEdge}
          who={isMeetings ? who : undefined}
          onActor={key => set({ who: key === who ? undefined : key, edge: undefined })}
        />
        <figcaption className="small mute">
          {t(isMeetings ? 'network.legendMeetings' : 'network.legendNamings')}
        </figcaption>
        {count > DRAWN && <p className="small mute">{t('network.drawn', { drawn: DRAWN, count })}</p>}
        {network.isCut && <p className="note">{t('network.cut')}</p>}
      </figure>
      <section className="section">
        <h2>
          {t(isMeetings ? 'network.meetings' : 'network.namings')}{' '}
          <span className="small mute">{t('network.shown', { count })}</span>
        </h2>
        <ActorFilter
          actors={network.actors}
          who={who}
          nameOf={nameOfActor}
          onWho={key => set({ who: key, edge: undefined })}
        />
        {isMeetings ? (
          <MeetingEdges
            meetings={meetings.slice(0, shown)}
            open={edge}
            onOpen={onEdge}
            nameOf={nameOfActor}
            sideOf={sideOf}
          />
        ) : (
          <NamingEdges
            namings={namings.slice(0, shown)}
            open={edge}
            onOpen={onEdge}
            nameOf={nameOfActor}
            sideOf={sideOf}
          />
        )}
        {count > shown && (
          <button type="button" className="button" onClick={() => setShown(before => before + SHOWN)}>
            {t('matrix.more')}
          </button>
        )}
      </section>
    </div>
  )
}

interface ActorFilterProps {
  readonly actors: readonly ActorAnswer[]
  readonly who: string | undefined
  readonly nameOf: (key: string) => string
  readonly onWho: (key: string | undefined) => void
}

function ActorFilter({ actors, who, nameOf, onWho }: ActorFilterProps) {
  const { t, i18n } = useTranslation()
  const { compare } = new Intl.Collator(i18n.language)
  const named = actors.map(({ key }) => ({ key, name: nameOf(key) })).sort((a, b) => compare(a.name, b.name))
  return (
    <label className="small network-who">
      {t('network.who')}{' '}
      <select
        className="field"
        value={who ?? ''}
        onChange={event => onWho(event.target.value === '' ? undefined : event.target.value)}
      >
        <option value="">{t('timeline.all')}</option>
        {named.map(({ key, name }) => (
          <option key={key} value={key}>
            {name}
          </option>
        ))}
      </select>
    </label>
  )
}
