/** What waits, in order: a mark for what each says, struck through once decided. */
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { CandidateAnswer } from '../../api/contract.ts'
import { Mark as MarkShape } from '../../marks/symbols.tsx'
import type { Voice } from '../matrix/matrix-model.ts'
import { VoiceCode } from '../matrix/VoiceCode.tsx'
import type { Desk, Mark } from './use-desk.ts'

interface Props {
  readonly items: readonly CandidateAnswer[]
  readonly current: string | null
  readonly desk: Pick<Desk, 'marks' | 'unwritten'>
  readonly voices: readonly Voice[]
  readonly onGo: (key: string) => void
}

export function QueueList({ items, current, desk, voices, onGo }: Props) {
  const { t } = useTranslation()
  const list = useRef<HTMLElement>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: the list follows the current item
  useEffect(() => {
    list.current?.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest' })
  }, [current])
  return (
    <nav className="queue" aria-label={t('review.queue')} ref={list}>
      {items.map(item => {
        const mark = desk.marks.get(item.key)
        const voice = voices.find(({ id }) => id === item.voice)
        return (
          <button
            key={item.key}
            type="button"
            aria-current={item.key === current ? 'true' : undefined}
            onClick={() => onGo(item.key)}
          >
            {desk.unwritten.has(item.key) ? <MarkShape name="failed" /> : <CandidateMark item={item} mark={mark} />}
            <span className={mark === undefined || mark === 'later' ? 'what' : 'what done'}>
              <b>{numberOf(item)}</b>{' '}
              {item.assertion === null ? (item.who ?? t('found.noSpeaker')) : t(`status.${item.assertion}`)}
              {mark !== undefined && <span className="aloud"> {t(`review.mark.${mark}`)}</span>}
              {desk.unwritten.has(item.key) && <span className="aloud"> {t('unwritten.sign')}</span>}
            </span>
            {voice === undefined ? <span /> : <VoiceCode voice={voice} />}
            <span className="queue-words" lang={item.language ?? undefined}>
              {item.words}
            </span>
          </button>
        )
      })}
    </nav>
  )
}

function CandidateMark({ item, mark }: { readonly item: CandidateAnswer; readonly mark: Mark | undefined }) {
  if (mark === 'reject') return <MarkShape name="breached" />
  if (mark === 'accept' || mark === 'correct') return <MarkShape name="done" />
  if (item.assertion === null) return <MarkShape name="unknown" />
  return (
    <span className={`status status-${item.assertion}`}>
      <MarkShape name={item.assertion} />
    </span>
  )
}

/** The number of the point, as its agreement has it; '' for a quotation. */
export function numberOf({ stipulation }: Pick<CandidateAnswer, 'stipulation'>): string {
  return stipulation === null ? '' : stipulation.slice(stipulation.lastIndexOf('/') + 1)
}
