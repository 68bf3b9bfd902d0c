/** What happened when and what was said between; what is news, what is retold, what is only planned; from years to hours. */
import { getRouteApi } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { EVENT_FACETS, type EventAnswer, type EventFacetName } from '../../api/contract.ts'
import { EventMark } from '../../marks/EventMark.tsx'
import { type Names, useNames } from '../../names/use-names.ts'
import { SHOWN_IN_TIMELINE, type TimelineSearch } from '../../router.tsx'
import { DayRange } from '../../shell/DayRange.tsx'
import { Failed } from '../../shell/Failed.tsx'
import { Chips } from '../../shell/facets/Chips.tsx'
import { FacetPlace } from '../../shell/facets/FacetPlace.tsx'
import { Facets } from '../../shell/facets/Facets.tsx'
import { useRecord } from '../../shell/use-record.ts'
import { LeanChart } from './LeanChart.tsx'
import type { TimelineRow } from './merge-rows.ts'
import { TimelineTable } from './TimelineTable.tsx'
import { DAY, daysOf, instant, type Stretch, stretchOf } from './time-scale.ts'
import { useTimeline } from './use-timeline.ts'
import { ZoomTools } from './ZoomTools.tsx'
import './timeline.css'
import { Heading } from '../../shell/Heading.tsx'

const route = getRouteApi('/timeline')

export function TimelineView() {
  const { t } = useTranslation()
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const { rows, next, counts, isLoaded, error, more } = useTimeline(search)
  const newest = useRecord().data?.newest ?? null
  const { nameOf } = useNames()
  const set = (changes: Partial<TimelineSearch>, replace = true) =>
    navigate({ search: before => ({ ...before, ...changes }), replace, resetScroll: false })
  const look = (window: Stretch | null) => set(window === null ? { from: undefined, until: undefined } : daysOf(window))
  const { show, order, ...asked } = search
  const isFiltered = Object.values(asked).some(value => value !== undefined)
  const window = windowOf(rows, search)
  const choose = (facet: EventFacetName, values: readonly string[]) =>
    set({ [facet]: values.length === 0 ? undefined : values }, false)
  const words = (facet: EventFacetName, value: string, label: string | null): string => {
    if (facet === 'actor') return label ?? value
    return t(facet === 'told' ? `eventStatus.${value}` : `eventType.${value}`)
  }
  const chips = EVENT_FACETS.flatMap(facet => {
    const counted = counts?.facets.find(one => one.facet === facet)?.values ?? []
    const labelOf = (value: string) => counted.find(one => one.value === value)?.label ?? null
    return (search[facet] ?? []).map(value => ({ facet, value, name: words(facet, value, labelOf(value)) }))
  })
  return (
    <>
      <Heading title={t('timeline.title')} about={t('timeline.about')}>
        <Segments
          label={t('timeline.show')}
          values={['both', ...SHOWN_IN_TIMELINE]}
          chosen={show ?? 'both'}
          nameOf={value => t(`timeline.show_${value}`)}
          onChoose={value => set({ show: SHOWN_IN_TIMELINE.find(one => one === value) })}
        />
        <Segments
          label={t('timeline.order')}
          values={['happened', 'reported']}
          chosen={order ?? 'happened'}
          nameOf={value => t(`timeline.order_${value}`)}
          onChoose={value => set({ order: value === 'reported' ? value : undefined })}
        />
      </Heading>
      <div className="columns facet-columns">
        <FacetPlace label={t('facets.filters', { count: chips.length })}>
          {counts !== undefined && (
            <Facets
              counts={counts}
              chosen={search}
              titleOf={facet => t(`timeline.facet.${facet}`)}
              nameOf={words}
              markOf={(facet, value) => facet === 'told' && <ToldMark told={value} />}
              onChoose={choose}
            />
          )}
          {(counts !== undefined || error !== null) && (
            <fieldset className="facet between">
              <legend>{t('timeline.between')}</legend>
              <DayRange from={search.from} until={search.until} onDays={set} />
            </fieldset>
          )}
        </FacetPlace>
        <section aria-label={t('timeline.results')}>
          <div className="timeline-bar">
            {counts !== undefined && show !== 'statements' && (
              <span className="soft" role="status">
                {t(counts.isWhole ? 'timeline.total' : 'timeline.atLeast', { count: counts.total })}
              </span>
            )}
            {search.place !== undefined && (
              <span className="facts">
                {t('map.place')}: <b>{placeName(rows, search.place, nameOf)}</b>
              </span>
            )}
            <Chips
              chips={chips}
              onRemove={(facet, value) =>
                choose(
                  facet,
                  (search[facet] ?? []).filter(other => other !== value),
                )
              }
            />
            {isFiltered && (
              <button
                type="button"
                className="link small"
                onClick={() => navigate({ search: { show, order }, resetScroll: false })}
              >
                {t('statements.clear')}
              </button>
            )}
            {window !== null && (
              <ZoomTools
                window={window}
                isPart={search.from !== undefined || search.until !== undefined}
                onWindow={look}
              />
            )}
          </div>
          {error !== null && <Failed reason={error.message} />}
          {window !== null && <LeanChart rows={rows} window={window} onWindow={look} />}
          {isLoaded && rows.length === 0 && error === null && (
            <p className="note">{t(isFiltered ? 'timeline.none' : 'timeline.empty')}</p>
          )}
          {rows.length > 0 && (
            <TimelineTable
              rows={rows}
              newest={newest}
              isGrouped={order === undefined}
              onActor={actor => set({ actor: [actor] })}
            />
          )}
          {next !== null && (
            <button type="button" className="button" onClick={more}>
              {t('matrix.more')}
            </button>
          )}
        </section>
      </div>
    </>
  )
}

function ToldMark({ told }: { readonly told: string }) {
  const background = told === 'background'
  const status = told === 'news' || background ? 'occurred' : (told as EventAnswer['status'])
  return <EventMark event={{ status, background }} />
}

/** The days of the address; where it has none, from the first to the last day of what is shown; null where nothing has a day. */
function windowOf(rows: readonly TimelineRow[], { from, until }: TimelineSearch): Stretch | null {
  const stretches = rows
    .flatMap(row =>
      row.kind === 'event' ? [row.event.time, row.event.reported] : [row.statement.said, row.statement.published],
    )
    .flatMap(value => stretchOf(value) ?? [])
  const first = from !== undefined ? instant(from) : Math.min(...stretches.map(stretch => stretch.from))
  const last = until !== undefined ? instant(until) + DAY : Math.max(...stretches.map(stretch => stretch.until))
  return Number.isFinite(first) && Number.isFinite(last) && first < last ? { from: first, until: last } : null
}

/** What a place asked for by its id is called; its id where nothing fits. */
function placeName(rows: readonly TimelineRow[], asked: string, nameOf: Names['nameOf']): string {
  const event = rows.find(row => row.kind === 'event')?.event
  return event === undefined ? asked : nameOf(event.placeNames) || (event.place ?? asked)
}

interface SegmentsProps {
  readonly label: string
  readonly values: readonly string[]
  readonly chosen: string
  readonly nameOf: (value: string) => string
  readonly onChoose: (value: string) => void
}

function Segments({ label, values, chosen, nameOf, onChoose }: SegmentsProps) {
  return (
    <fieldset className="segments">
      <legend className="aloud">{label}</legend>
      {values.map(value => (
        <button key={value} type="button" aria-pressed={value === chosen} onClick={() => onChoose(value)}>
          {nameOf(value)}
        </button>
      ))}
    </fieldset>
  )
}
