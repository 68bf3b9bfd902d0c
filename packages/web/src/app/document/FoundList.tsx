/** What was found, kind by kind: the way by key to every item of the text. */
import type { Analysis } from '@parley/core'
import { ENTITY_KINDS, entitiesOfKind, oneLine, quotedWords, speakerWords } from '@parley/views'
import { type KeyboardEvent, useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { EventMark } from '../marks/EventMark.tsx'
import { Status } from '../marks/Status.tsx'
import { SideCode } from '../sides/SideCode.tsx'
import { type SideOf, useSideOf } from '../sides/use-side-of.ts'
import { formatTime } from '../words/dates.ts'
import { addressOf, type Chosen, countOf, entityById, FOUND_KINDS, type FoundKind } from './found.ts'

interface Props {
  readonly analysis: Analysis
  readonly kind: FoundKind
  readonly onKind: (kind: FoundKind) => void
  readonly chosen: Chosen | null
  readonly onChoose: (item: Chosen) => void
}

export function FoundList({ analysis, kind, onKind, chosen, onChoose }: Props) {
  const { t } = useTranslation()
  const list = useRef<HTMLUListElement>(null)
  useEffect(() => {
    if (chosen?.kind === kind) list.current?.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest' })
  }, [chosen, kind])
  const items = itemsOf(analysis, kind)
  const sideOf = useSideOf(analysis.document.published?.slice(0, 10) ?? null)
  return (
    <section aria-label={t('found.label')}>
      <div className="segments" role="tablist" aria-label={t('found.label')} onKeyDown={event => stepTabs(event)}>
        {FOUND_KINDS.map(each => (
          <button
            key={each}
            type="button"
            role="tab"
            id={`tab-${each}`}
            aria-selected={each === kind}
            aria-controls="found-list"
            tabIndex={each === kind ? 0 : -1}
            onClick={() => onKind(each)}
          >
            {t(`found.${each}`)} <span className="count">{countOf(analysis, each)}</span>
          </button>
        ))}
      </div>
      <div id="found-list" role="tabpanel" aria-labelledby={`tab-${kind}`}>
        {items.length === 0 ? (
          <p className="mute found-none">{t('found.none')}</p>
        ) : (
          <ul className="found" ref={list} onKeyDown={event => stepItems(event)}>
            {items.map(item => (
              <li key={item.index}>
                <button
                  type="button"
                  aria-current={chosen?.kind === kind && chosen.index === item.index ? 'true' : undefined}
                  data-address={addressOf(analysis, item)}
                  onClick={() => onChoose(item)}
                >
                  <Item analysis={analysis} item={item} sideOf={sideOf} />
                </button>
              </li>
            ))}
          </ul>
        )}
      </div>
    </section>
  )
}

/** Names by kind, the most mentioned first; everything else in the order of the text. */
function itemsOf(analysis: Analysis, kind: FoundKind): Chosen[] {
  if (kind !== 'names') return Array.from({ length: countOf(analysis, kind) }, (_, index) => ({ kind, index }))
  const place = new Map(analysis.entities.map(({ id }, index) => [id, index]))
  return ENTITY_KINDS.flatMap(each => entitiesOfKind(analysis, each)).map(({ id }) => ({
    kind,
    index: place.get(id) as number,
  }))
}

interface ItemProps {
  readonly analysis: Analysis
  readonly item: Chosen
  readonly sideOf: SideOf
}

function Item({ analysis, item, sideOf }: ItemProps) {
  const { t, i18n } = useTranslation()
  const { text, document } = analysis
  switch (item.kind) {
    case 'quotations': {
      const quotation = analysis.quotations[item.index]
      const speaker = entityById(analysis, quotation.speakerId)
      const who = speaker?.name ?? speakerWords(analysis, quotation) ?? t('found.noSpeaker')
      return (
        <>
          <span className="who" title={who}>
            <SideCode side={sideOf(speaker)} />
            {who}
          </span>
          <span className="words" lang={document.language}>
            {quotation.kind === 'indirect' ? quotedWords(analysis, quotation) : `«${quotedWords(analysis, quotation)}»`}
          </span>
          <span className="kind">{t(`found.${quotation.kind}`)}</span>
        </>
      )
    }
    case 'claims': {
      const { assertion, stipulation, claimantId, words } = analysis.claims[item.index]
      const claimant = entityById(analysis, claimantId)
      const who = claimant?.name ?? t('found.own')
      return (
        <>
          <span className="who">
            {stipulation.slice(stipulation.lastIndexOf('/') + 1)} <Status name={assertion} />
          </span>
          <span className="words" lang={document.language}>
            {oneLine(text.slice(words.start, words.end))}
          </span>
          <span className="kind" title={who}>
            <SideCode side={sideOf(claimant)} />
            {who}
          </span>
        </>
      )
    }
    case 'events': {
      const event = analysis.events[item.index]
      const names = [...event.actors, ...event.recipients].map(id => entityById(analysis, id)?.name ?? '')
      return (
        <>
          <span className="who">
            <EventMark event={event} /> {event.time === null ? '' : formatTime(event.time, i18n)}
          </span>
          <span>
            <b className="words" lang={document.language}>
              {oneLine(text.slice(event.trigger.start, event.trigger.end))}
            </b>{' '}
            {names.filter(name => name !== '').join(', ')}
          </span>
          <span className="kind">{t(`eventType.${event.type}`)}</span>
        </>
      )
    }
    case 'times': {
      const time = analysis.times[item.index]
      return (
        <>
          <span className="who">{time.value === null ? t('why.open') : formatTime(time.value, i18n)}</span>
          <span className="words" lang={document.language}>
            {oneLine(text.slice(time.start, time.end))}
          </span>
          <span className="kind">{time.precision}</span>
        </>
      )
    }
    case 'names': {
      const entity = analysis.entities[item.index]
      return (
        <>
          <span className="who">{t(`kind.${entity.kind}`)}</span>
          <span className="words" lang={document.language}>
            {entity.name}
          </span>
          <span className="kind">{t('found.mentions', { count: entity.mentions.length })}</span>
        </>
      )
    }
  }
}

/** Arrows move between the tabs, as readers of the screen expect of them. */
function stepTabs(event: KeyboardEvent<HTMLElement>): void {
  const step = { ArrowLeft: -1, ArrowRight: 1 }[event.key]
  if (step === undefined) return
  const tabs = [...event.currentTarget.querySelectorAll('button')]
  const next = tabs[(tabs.indexOf(event.target as HTMLButtonElement) + step + tabs.length) % tabs.length]
  next.focus()
  next.click()
}

function stepItems(event: KeyboardEvent<HTMLElement>): void {
  const step = { ArrowUp: -1, ArrowDown: 1 }[event.key]
  if (step === undefined) return
  const buttons = [...event.currentTarget.querySelectorAll('button')]
  const next = buttons[buttons.indexOf((event.target as Element).closest('button') as HTMLButtonElement) + step]
  if (next === undefined) return
  event.preventDefault()
  next.focus()
  next.click()
}
