/** How far an import is: a figure with its whole, a bar, what it is at; for those who listen, a sentence now and then. */
import type { TFunction } from 'i18next'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ImportAnswer } from '../../api/contract.ts'
import { isOver } from './use-imports.ts'

export function Progress({ item }: { readonly item: ImportAnswer }) {
  const { t, i18n } = useTranslation()
  const { state, stage, done, left, known, added, failed, rate, remaining } = item
  const isOn = state === 'running' || state === 'stopping'
  const all = left === null ? null : done + left
  const number = (value: number) => new Intl.NumberFormat(i18n.language).format(value)
  const parts = isOn
    ? [
        all === null
          ? t(`add.stage_${stage ?? 'begin'}`)
          : t(`add.stageOf_${stage ?? 'begin'}`, { count: all, all: number(all) }),
        failed > 0 && t('add.failed', { count: failed }),
        rate !== null && t('add.rate', { rate: number(rate < 10 ? Math.round(rate * 10) / 10 : Math.round(rate)) }),
        remaining !== null && timeLeft(remaining, t),
      ]
    : [
        state !== 'withdrawn' && state !== 'waiting' && t('add.documents', { count: item.documents }),
        added !== null && added !== item.documents && t('add.added', { count: added }),
        isOver(item) && item.unread > 0 && t('add.unread', { count: item.unread }),
        known !== null && known > 0 && t('add.known', { count: known }),
        failed > 0 && t('add.failed', { count: failed }),
        (state === 'done' || state === 'cancelled') && timeTaken(item, t),
      ]
  const said = parts.filter(part => part !== false)
  return (
    <div className="import-progress">
      <p className="figures">
        {isOn && stage !== null && stage !== 'group' && <span className="figure">{number(done)}</span>}
        {!isOn && <b>{t(`add.state_${state}`)}</b>}
        <span className="soft">{said.join(' · ')}</span>
      </p>
      {isOn && (
        <>
          <Bar done={done} left={left} failed={failed} label={`${number(done)} ${said[0] ?? ''}`} />
          <p className="small mute at">{item.item === null || item.item === '' ? ' ' : item.item}</p>
        </>
      )}
      <Announcement
        words={
          isOn ? `${number(done)} ${said.slice(0, 2).join(', ')}` : `${t(`add.state_${state}`)}. ${said.join(', ')}`
        }
        isNow={isOver(item)}
      />
    </div>
  )
}

/** false: nobody kept it. */
function timeTaken({ began, ended }: ImportAnswer, t: TFunction): string | false {
  if (began === null || ended === null) return false
  const seconds = Math.max(1, Math.round((Date.parse(ended) - Date.parse(began)) / 1000))
  return seconds < 60
    ? t('add.tookSeconds', { count: seconds })
    : t('add.tookMinutes', { count: Math.round(seconds / 60) })
}

function timeLeft(seconds: number, t: TFunction): string {
  if (seconds < 60) return t('add.secondsLeft', { count: Math.max(1, Math.ceil(seconds)) })
  return t('add.minutesLeft', { count: Math.ceil(seconds / 60) })
}

interface BarProps {
  readonly done: number
  /** null: nobody knows yet how much there is. */
  readonly left: number | null
  readonly failed: number
  readonly label: string
}

/** Done dark, failed with a mark above it, the rest pale: shapes before hues. */
function Bar({ done, left, failed, label }: BarProps) {
  const all = left === null ? null : done + left
  const bad = Math.min(failed, done)
  return (
    <div
      className="bar"
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      {...(all === null ? {} : { 'aria-valuenow': done, 'aria-valuemax': Math.max(1, all) })}
    >
      <span className="bar-done" style={{ flexGrow: all === null ? 0 : done - bad }} />
      {bad > 0 && all !== null && <span className="bar-failed" style={{ flexGrow: bad }} />}
      <span className="bar-left" style={{ flexGrow: all === null ? 1 : (left ?? 0) }} />
    </div>
  )
}

/** Milliseconds between two sentences. */
const EVERY = 10_000

/** Says the words at most every ten seconds, and at once when it is over. */
function Announcement({ words, isNow }: { readonly words: string; readonly isNow: boolean }) {
  const [said, setSaid] = useState('')
  const next = useRef(0)
  useEffect(() => {
    const wait = isNow ? 0 : Math.max(0, next.current - Date.now())
    const timer = setTimeout(() => {
      next.current = Date.now() + EVERY
      setSaid(words)
    }, wait)
    return () => clearTimeout(timer)
  }, [words, isNow])
  return (
    <p className="aloud" role="status">
      {said}
    </p>
  )
}
