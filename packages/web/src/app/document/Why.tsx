/** Why an item was read: its words and offsets, who is meant and by which rule. */
import type { Analysis, Span } from '@parley/core'
import { oneLine } from '@parley/views'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Status } from '../marks/Status.tsx'
import { formatDay, formatTime } from '../words/dates.ts'
import { type Chosen, entityById, wordsOf } from './found.ts'

export function Why({ analysis, chosen }: { readonly analysis: Analysis; readonly chosen: Chosen | null }) {
  const { t } = useTranslation()
  if (chosen === null) return <p className="note">{t('why.choose')}</p>
  const offsets = wordsOf(analysis, chosen).slice(0, 3)
  return (
    <section className="why" aria-live="polite">
      <h2>{t('why.title')}</h2>
      <dl>{stepsOf(analysis, chosen)}</dl>
      <p className="facts">
        {offsets.map(({ start, end }) => (
          <span key={start}>{t('why.offsets', { start, end })}</span>
        ))}
      </p>
    </section>
  )
}

function stepsOf(analysis: Analysis, chosen: Chosen): ReactNode {
  switch (chosen.kind) {
    case 'quotations':
      return <QuotationSteps analysis={analysis} index={chosen.index} />
    case 'claims':
      return <ClaimSteps analysis={analysis} index={chosen.index} />
    case 'events':
      return <EventSteps analysis={analysis} index={chosen.index} />
    case 'times':
      return <TimeSteps analysis={analysis} index={chosen.index} />
    case 'names':
      return <NameSteps analysis={analysis} index={chosen.index} />
  }
}

interface StepsProps {
  readonly analysis: Analysis
  readonly index: number
}

function QuotationSteps({ analysis, index }: StepsProps) {
  const { t, i18n } = useTranslation()
  const { cue, speaker, speakerId, said, reported, rule } = analysis.quotations[index]
  const entity = entityById(analysis, speakerId)
  const mention =
    speaker === null ? null : entity?.mentions.find(({ start, end }) => start === speaker.start && end === speaker.end)
  const day = (date: string | null) => (date === null ? t('why.undated') : formatDay(date, i18n.language))
  return (
    <>
      <Step name={t('why.cue')}>{cue === null ? t('why.noCue') : <Words analysis={analysis} span={cue} />}</Step>
      {speaker !== null && (
        <Step name={t('why.speaker')}>
          <Words analysis={analysis} span={speaker} />
        </Step>
      )}
      <Step name={t('why.who')} rule={mention?.rule}>
        {entity === null ? t('found.noSpeaker') : <Name analysis={analysis} id={entity.id} />}
      </Step>
      <Step name={t('why.said')}>{day(said)}</Step>
      <Step name={t('why.reported')}>{day(reported)}</Step>
      <Step name={t('why.rule')}>{rule}</Step>
    </>
  )
}

function ClaimSteps({ analysis, index }: StepsProps) {
  const { t, i18n } = useTranslation()
  const { stipulation, assertion, claimantId, words, said, rule } = analysis.claims[index]
  return (
    <>
      <Step name={stipulation}>
        <Status name={assertion} />
      </Step>
      <Step name={t('why.who')}>
        {claimantId === null ? t('found.own') : <Name analysis={analysis} id={claimantId} />}
      </Step>
      <Step name={t('why.cue')}>
        <Words analysis={analysis} span={words} />
      </Step>
      <Step name={t('why.said')}>{said === null ? t('why.undated') : formatDay(said, i18n.language)}</Step>
      <Step name={t('why.rule')}>{rule}</Step>
    </>
  )
}

function EventSteps({ analysis, index }: StepsProps) {
  const { t, i18n } = useTranslation()
  const { type, mode, trigger, actors, recipients, time, rule } = analysis.events[index]
  return (
    <>
      <Step name={t(`eventType.${type}`)} rule={mode ?? undefined}>
        <Words analysis={analysis} span={trigger} />
      </Step>
      <Step name={t('why.who')}>
        {[...actors, ...recipients].map((id, i) => (
          <span key={id}>
            {i > 0 && ', '}
            <Name analysis={analysis} id={id} />
          </span>
        ))}
      </Step>
      {time !== null && <Step name={t('found.times')}>{formatTime(time, i18n)}</Step>}
      <Step name={t('why.rule')}>{rule}</Step>
    </>
  )
}

function TimeSteps({ analysis, index }: StepsProps) {
  const { t } = useTranslation()
  const time = analysis.times[index]
  return (
    <>
      <Step name={t('why.value')}>{time.value ?? t('why.open')}</Step>
      <Step name={t('why.precision')}>{time.precision}</Step>
      <Step name={t('why.rule')}>{time.rule}</Step>
    </>
  )
}

function NameSteps({ analysis, index }: StepsProps) {
  const { t } = useTranslation()
  const { name, aliases, mentions } = analysis.entities[index]
  const rules = new Map<string, number>()
  for (const { rule } of mentions) rules.set(rule, (rules.get(rule) ?? 0) + 1)
  return (
    <>
      <Step name={t('why.who')}>
        <span className="words" lang={analysis.document.language}>
          {name}
        </span>
      </Step>
      {aliases.length > 0 && (
        <Step name={t('why.alsoCalled')}>
          <span className="words" lang={analysis.document.language}>
            {aliases.join(', ')}
          </span>
        </Step>
      )}
      {[...rules].map(([rule, count]) => (
        <Step key={rule} name={t('why.rule')}>
          {rule} <span className="mute">× {count}</span>
        </Step>
      ))}
    </>
  )
}

function Step({
  name,
  rule,
  children,
}: {
  readonly name: string
  readonly rule?: string | undefined
  readonly children: ReactNode
}) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>
        {children} {rule !== undefined && <span className="mute">{rule}</span>}
      </dd>
    </div>
  )
}

function Words({ analysis, span }: { readonly analysis: Analysis; readonly span: Span }) {
  return (
    <span className="words" lang={analysis.document.language}>
      {oneLine(analysis.text.slice(span.start, span.end))}
    </span>
  )
}

function Name({ analysis, id }: { readonly analysis: Analysis; readonly id: string }) {
  return (
    <b className="words" lang={analysis.document.language}>
      {entityById(analysis, id)?.name}
    </b>
  )
}
