/** Files dropped or chosen: what will be done with them is said first, then they are sent. */
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { UploadLimitsAnswer } from '../../api/contract.ts'
import { useReviewer } from '../../reviewer.ts'
import { Failed } from '../../shell/Failed.tsx'
import { bytesOf, NOTHING_PICKED, type Picked, pickChosen, pickDropped, together } from './picked-files.ts'
import { type Sending, sendFiles } from './send-files.ts'
import { sizeIn } from './size.ts'

interface Props {
  readonly limits: UploadLimitsAnswer
  readonly onBegun: (id: string) => void
}

export function GiveFiles({ limits, onBegun }: Props) {
  const { t, i18n } = useTranslation()
  const by = useReviewer()
  const files = useRef<HTMLInputElement>(null)
  const folder = useRef<HTMLInputElement>(null)
  const [picked, setPicked] = useState<Picked>(NOTHING_PICKED)
  const [isOver, setOver] = useState(false)
  const [sent, setSent] = useState<{ readonly bytes: number; readonly all: number } | null>(null)
  const [failure, setFailure] = useState<string | null>(null)
  const sending = useRef<Sending | null>(null)
  const size = (bytes: number) => sizeIn(bytes, i18n.language)

  const pick = (more: Picked) => {
    setFailure(null)
    setPicked(before => together(before, more))
  }
  const send = async () => {
    setFailure(null)
    setSent({ bytes: 0, all: bytesOf(picked) })
    sending.current = sendFiles(picked.files, by === '' ? {} : { by }, (bytes, all) => setSent({ bytes, all }))
    try {
      const { id } = await sending.current.done
      setPicked(NOTHING_PICKED)
      onBegun(id)
    } catch (error) {
      if ((error as Error).name !== 'AbortError') setFailure((error as Error).message)
    }
    setSent(null)
  }

  useEffect(() => {
    // A file let fall beside the zone would take the place of the page.
    const refuse = (event: DragEvent) => event.preventDefault()
    for (const name of ['dragover', 'drop'] as const) addEventListener(name, refuse)
    return () => {
      for (const name of ['dragover', 'drop'] as const) removeEventListener(name, refuse)
    }
  }, [])

  const tooMuch = whatIsTooMuch(picked, limits)
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the buttons inside do the same by keyboard
    <div
      className="drop"
      data-over={isOver}
      onDragOver={event => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={event => {
        if (!event.currentTarget.contains(event.relatedTarget as Node | null)) setOver(false)
      }}
      onDrop={event => {
        event.preventDefault()
        setOver(false)
        void pickDropped(event.dataTransfer, limits.endings).then(pick)
      }}
    >
      <h2 className="drop-title">{t('add.drop')}</h2>
      <p className="choices">
        <button type="button" className="button main" disabled={sent !== null} onClick={() => files.current?.click()}>
          {t('add.chooseFiles')}
        </button>
        <button type="button" className="button" disabled={sent !== null} onClick={() => folder.current?.click()}>
          {t('add.chooseFolder')}
        </button>
      </p>
      <input
        ref={files}
        type="file"
        multiple
        hidden
        aria-label={t('add.chooseFiles')}
        onChange={event => {
          if (event.target.files !== null) pick(pickChosen(event.target.files, limits.endings))
          event.target.value = ''
        }}
      />
      <input
        ref={folder}
        type="file"
        webkitdirectory=""
        hidden
        aria-label={t('add.chooseFolder')}
        onChange={event => {
          if (event.target.files !== null) pick(pickChosen(event.target.files, limits.endings))
          event.target.value = ''
        }}
      />
      <p className="small mute">{t('add.kinds', { size: size(limits.fileBytes) })}</p>
      {(picked.files.length > 0 || picked.passedOver > 0) && (
        <div className="plan" role="status">
          <p>
            <b>{t('add.files', { count: picked.files.length })}</b>
            <span className="soft">, {size(bytesOf(picked))}</span>
            {picked.passedOver > 0 && (
              <span className="soft"> · {t('add.passedOver', { count: picked.passedOver })}</span>
            )}
          </p>
          <ul className="small soft file-names">
            {picked.files.slice(0, SHOWN).map(({ name }, i) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: two may have one name, and none moves
              <li key={i}>{name}</li>
            ))}
            {picked.files.length > SHOWN && <li>{t('add.andMore', { count: picked.files.length - SHOWN })}</li>}
          </ul>
          {tooMuch !== null && (
            <Failed
              reason={t(`add.tooMuch_${tooMuch}`, {
                files: limits.files,
                size: size(limits[tooMuch === 'file' ? 'fileBytes' : 'bytes']),
              })}
            />
          )}
          {sent === null ? (
            <p className="choices">
              <button
                type="button"
                className="button main"
                disabled={tooMuch !== null || picked.files.length === 0}
                onClick={() => void send()}
              >
                {t('add.takeInFiles', { count: picked.files.length })}
              </button>
              <button type="button" className="button" onClick={() => setPicked(NOTHING_PICKED)}>
                {t('add.letGo')}
              </button>
            </p>
          ) : (
            <p className="choices">
              <span>{t('add.sending', { sent: size(sent.bytes), all: size(sent.all) })}</span>
              <button type="button" className="button" onClick={() => sending.current?.cancel()}>
                {t('add.cancel')}
              </button>
            </p>
          )}
        </div>
      )}
      {failure !== null && <Failed reason={failure} />}
    </div>
  )
}

const SHOWN = 5

type TooMuch = 'files' | 'file' | 'all'

function whatIsTooMuch(picked: Picked, limits: UploadLimitsAnswer): TooMuch | null {
  if (picked.files.length > limits.files) return 'files'
  if (picked.files.some(({ file }) => file.size > limits.fileBytes)) return 'file'
  return bytesOf(picked) > limits.bytes ? 'all' : null
}

declare module 'react' {
  interface InputHTMLAttributes<T> {
    /** The whole folder is chosen. */
    webkitdirectory?: string
  }
}
