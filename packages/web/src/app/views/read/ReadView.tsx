/** Read here: a pasted text and its analysis, without it leaving the browser. */
import { getRouteApi } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { DocumentText } from '../../document/DocumentText.tsx'
import { FoundList } from '../../document/FoundList.tsx'
import { addressOf, type Chosen, type FoundKind, itemAt } from '../../document/found.ts'
import { Why } from '../../document/Why.tsx'
import { storeDraft, storedDraft } from './draft.ts'
import { JsonText } from './JsonText.tsx'
import { type ReadingState, useReading } from './use-reading.ts'
import './read.css'
import { Heading } from '../../shell/Heading.tsx'

const route = getRouteApi('/read')

export function ReadView() {
  const { t } = useTranslation()
  const { published = '', language = 'ru', i, show } = route.useSearch()
  const navigate = route.useNavigate()
  const [text, setText] = useState(storedDraft)
  const [editing, setEditing] = useState(text === '')
  const isDay = published === '' || /^\d{4}-\d{2}-\d{2}$/.test(published)
  const state = useReading({ text, published: isDay ? published : '', language })
  const languages = state.at === 'no-reader' ? [] : state.languages

  const change = (next: string) => {
    setText(next)
    storeDraft(next)
  }
  const set = (changes: Partial<ReturnType<typeof route.useSearch>>) =>
    navigate({ search: before => ({ ...before, ...changes }), replace: true })

  const analysis = state.at === 'read' ? state.reading.analysis : null
  return (
    <>
      <Heading title={t('read.title')} about={t('read.about')}>
        <label className="small">
          {t('read.published')}{' '}
          <input
            className="field date"
            value={published}
            placeholder="2021-11-26"
            title={t('read.publishedHint')}
            aria-invalid={!isDay}
            onChange={event => set({ published: event.target.value || undefined })}
          />
        </label>
        {languages.length > 1 && (
          <label className="small">
            {t('read.language')}{' '}
            <select className="field" value={language} onChange={event => set({ language: event.target.value })}>
              {languages.map(code => (
                <option key={code}>{code}</option>
              ))}
            </select>
          </label>
        )}
        <button
          type="button"
          className="button"
          disabled={text === ''}
          onClick={() => {
            change('')
            setEditing(true)
            set({ i: undefined })
          }}
        >
          {t('read.clear')}
        </button>
      </Heading>
      {!isDay && (
        <p className="note" role="alert">
          {t('read.badDate', { date: published })}
        </p>
      )}
      <div className="columns read-columns">
        <section>
          {editing || analysis === null ? (
            <textarea
              className="paper"
              aria-label={t('read.text')}
              placeholder={t('read.paste')}
              value={text}
              lang={language}
              spellCheck={false}
              onChange={event => change(event.target.value)}
              onPaste={() => setEditing(false)}
            />
          ) : (
            <div className="paper">
              <DocumentText
                analysis={analysis}
                chosen={itemAt(analysis, i)}
                onChoose={item => set({ i: addressOf(analysis, item) })}
              />
            </div>
          )}
          <p className="facts" aria-live="polite">
            <Facts state={state} text={text} published={published} />
            {analysis !== null && (
              <button type="button" className="link" onClick={() => setEditing(!editing)}>
                {editing ? t('read.says') : t('read.edit')}
              </button>
            )}
          </p>
        </section>
        {analysis !== null && (
          <Says
            key={analysis.document.sha256}
            analysis={analysis}
            chosen={itemAt(analysis, i)}
            json={show === 'json'}
            onJson={json => set({ show: json ? 'json' : undefined })}
            onChoose={item => {
              setEditing(false)
              set({ i: addressOf(analysis, item) })
            }}
          />
        )}
      </div>
    </>
  )
}

function Facts({
  state,
  text,
  published,
}: {
  readonly state: ReadingState
  readonly text: string
  readonly published: string
}) {
  const { t } = useTranslation()
  if (state.at === 'no-reader') return <span role="alert">{t('read.noReader', { reason: state.reason })}</span>
  if (state.at === 'loading') return <span>{t('read.loading', { languages: state.languages.join(', ') })}</span>
  if (state.at === 'failed') return <span role="alert">{t('read.failed', { reason: state.reason })}</span>
  return (
    <>
      <span>{t('read.characters', { count: text.length })}</span>
      {state.at === 'read' && <span>{t('read.time', { ms: Math.max(1, Math.round(state.reading.took)) })}</span>}
      {published === '' && text !== '' && <span>{t('read.undated')}</span>}
    </>
  )
}

interface SaysProps {
  readonly analysis: Parameters<typeof FoundList>[0]['analysis']
  readonly chosen: Chosen | null
  readonly json: boolean
  readonly onJson: (json: boolean) => void
  readonly onChoose: (item: Chosen) => void
}

function Says({ analysis, chosen, json, onJson, onChoose }: SaysProps) {
  const { t } = useTranslation()
  const [kind, setKind] = useState<FoundKind>(chosen?.kind ?? 'quotations')
  useEffect(() => {
    if (chosen !== null) setKind(chosen.kind)
  }, [chosen?.kind, chosen])
  return (
    <section>
      <fieldset className="segments says" aria-label={t('read.show')}>
        <button type="button" aria-pressed={!json} onClick={() => onJson(false)}>
          {t('read.says')}
        </button>
        <button type="button" aria-pressed={json} onClick={() => onJson(true)}>
          {t('read.json')}
        </button>
      </fieldset>
      {json ? (
        <JsonText analysis={analysis} />
      ) : (
        <>
          <FoundList analysis={analysis} kind={kind} onKind={setKind} chosen={chosen} onChoose={onChoose} />
          <Why analysis={analysis} chosen={chosen} />
        </>
      )}
    </section>
  )
}
