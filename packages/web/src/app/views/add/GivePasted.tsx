/** A box for a text or addresses. What it takes the words for, and what will be done, is said before anything is sent. */
import { type FormEvent, useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { tell } from '../../api/client.ts'
import type { ImportBegun } from '../../api/contract.ts'
import { useReviewer } from '../../reviewer.ts'
import { DayField } from '../../shell/DayField.tsx'
import { Failed } from '../../shell/Failed.tsx'
import { sendFiles } from './send-files.ts'
import { type Pasted, tellApart } from './told-apart.ts'

const NOTHING_KNOWN = { title: '', publisher: '', published: '', url: '' }

export function GivePasted({ onBegun }: { readonly onBegun: (id: string) => void }) {
  const { t } = useTranslation()
  const by = useReviewer()
  const [words, setWords] = useState('')
  const [known, setKnown] = useState(NOTHING_KNOWN)
  const [watch, setWatch] = useState(false)
  const [isSending, setSending] = useState(false)
  const [failure, setFailure] = useState<string | null>(null)
  const pasted = tellApart(words)

  const send = async (event: FormEvent) => {
    event.preventDefault()
    setSending(true)
    setFailure(null)
    try {
      const { id } = await give(pasted, words, { known, watch, by })
      setWords('')
      setKnown(NOTHING_KNOWN)
      setWatch(false)
      onBegun(id)
    } catch (error) {
      setFailure((error as Error).message)
    }
    setSending(false)
  }

  return (
    <form className="pasted" onSubmit={event => void send(event)}>
      <label className="small">
        {t('add.paste')}
        <textarea
          className="field"
          rows={3}
          value={words}
          placeholder={t('add.pasteHint')}
          onChange={event => setWords(event.target.value)}
        />
      </label>
      {pasted.what !== 'nothing' && (
        <>
          <p role="status">
            <ToldApart pasted={pasted} watch={watch} />
          </p>
          {pasted.what === 'text' && <Known known={known} onKnown={setKnown} />}
          {(pasted.what === 'addresses' || pasted.what === 'list-of-feeds') && (
            <label className="small watch">
              <input type="checkbox" checked={watch} onChange={event => setWatch(event.target.checked)} />
              {t(pasted.what === 'addresses' && !pasted.looksLikeFeed ? 'add.watchIfFeed' : 'add.watch')}
            </label>
          )}
          <p className="choices">
            <button type="submit" className="button main" disabled={isSending}>
              {t(pasted.what === 'addresses' ? 'add.fetch' : 'add.takeIn')}
            </button>
            <button type="button" className="button" onClick={() => setWords('')}>
              {t('add.letGo')}
            </button>
          </p>
        </>
      )}
      {failure !== null && <Failed reason={failure} />}
    </form>
  )
}

function ToldApart({ pasted, watch }: { readonly pasted: Pasted; readonly watch: boolean }) {
  const { t } = useTranslation()
  if (pasted.what === 'addresses') {
    const { addresses, looksLikeFeed } = pasted
    return (
      <>
        <b>{t(looksLikeFeed ? 'add.toldFeedAddress' : 'add.toldAddresses', { count: addresses.length })}</b>{' '}
        <span className="soft">{t(watch ? 'add.willWatch' : 'add.willFetch')}</span>
      </>
    )
  }
  return (
    <>
      <b>{t(`add.told_${pasted.what}`)}</b>{' '}
      {pasted.what === 'text' && <span className="soft">{t('add.characters', { count: pasted.characters })}</span>}
    </>
  )
}

interface KnownProps {
  readonly known: typeof NOTHING_KNOWN
  readonly onKnown: (known: typeof NOTHING_KNOWN) => void
}

/** What a text does not say of itself. */
function Known({ known, onKnown }: KnownProps) {
  const { t } = useTranslation()
  const id = useId()
  return (
    <div className="known">
      {(['title', 'publisher', 'url'] as const).map(name => (
        <label key={name} className="small" htmlFor={id + name}>
          {t(`add.known_${name}`)}
          <input
            id={id + name}
            className="field"
            type={name === 'url' ? 'url' : 'text'}
            placeholder={name === 'url' ? 'https://' : undefined}
            value={known[name]}
            onChange={event => onKnown({ ...known, [name]: event.target.value })}
          />
        </label>
      ))}
      <span className="small">
        <span aria-hidden="true">{t('add.known_published')}</span>
        <DayField
          label={t('add.known_published')}
          value={known.published}
          onDay={day => onKnown({ ...known, published: day ?? '' })}
        />
      </span>
    </div>
  )
}

interface Beside {
  readonly known: typeof NOTHING_KNOWN
  readonly watch: boolean
  readonly by: string
}

function give(pasted: Pasted, words: string, { known, watch, by }: Beside): Promise<ImportBegun> {
  const who = by === '' ? {} : { by }
  if (pasted.what === 'addresses')
    return tell<ImportBegun>('imports', { kind: 'addresses', addresses: pasted.addresses, watch, ...who })
  if (pasted.what === 'text') {
    const said = Object.fromEntries(Object.entries(known).filter(([, value]) => value.trim() !== ''))
    return tell<ImportBegun>('imports', { kind: 'text', text: words, ...said, ...who })
  }
  const name = `pasted${pasted.what === 'nothing' ? '' : pasted.ending}`
  const fields = { ...who, ...(watch ? { watch: 'true' } : {}) }
  return sendFiles([{ name, file: new File([words], name) }], fields, () => {}).done
}
