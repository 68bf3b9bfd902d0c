/** What was found, field by field; each can be put right. Below: what accepting and rejecting would do, and the buttons. */
import { ASSERTIONS, type Assertion } from '@parley/core'
import { useTranslation } from 'react-i18next'
import type { CandidateInPlaceAnswer, DossierAnswer } from '../../api/contract.ts'
import { Mark } from '../../marks/symbols.tsx'
import { DayField } from '../../shell/DayField.tsx'
import { formatDay } from '../../words/dates.ts'
import { inLanguage } from '../../words/texts.ts'
import type { Voice } from '../matrix/matrix-model.ts'
import { VoiceCode } from '../matrix/VoiceCode.tsx'
import type { Draft } from './draft.ts'
import type { Action } from './keys.ts'
import { Others } from './Others.tsx'

/** From done to undone, as the keys 1 to 6 count them. */
export const SAYS: readonly Assertion[] = [...ASSERTIONS].reverse()

interface Props {
  readonly candidate: CandidateInPlaceAnswer
  readonly draft: Draft
  readonly dossier: DossierAnswer | undefined
  readonly voices: readonly Voice[]
  readonly onDraft: (changes: Partial<Draft>) => void
  readonly act: (action: Action) => void
}

export function CandidateForm({ candidate, draft, dossier, voices, onDraft, act }: Props) {
  const { t, i18n } = useTranslation()
  const voice = voices.find(({ id }) => id === draft.voice)
  const isClaim = candidate.kind === 'claim'
  return (
    <>
      <Others review={candidate.review} />
      <div className="row">
        <label htmlFor="speaker">
          {t(isClaim ? 'review.who' : 'review.speaker')} <kbd>S</kbd>
        </label>
        <span>
          <span className="speaker">
            {voice !== undefined && <VoiceCode voice={voice} />}
            <Speaker candidate={candidate} draft={draft} onDraft={onDraft} />
          </span>
          {candidate.role !== null && draft.who === candidate.who && (
            <span className="small mute">
              {candidate.role.office} {t('matrix.sinceDay', { day: formatDay(candidate.role.since, i18n.language) })}
            </span>
          )}
        </span>
      </div>
      {isClaim && (
        <>
          <div className="row">
            <label htmlFor="point">
              {t('review.about')} <kbd>P</kbd>
            </label>
            <select
              id="point"
              className="field"
              value={draft.stipulation ?? ''}
              onKeyDown={leaveOnEnter}
              onChange={event => onDraft({ stipulation: event.target.value })}
            >
              {dossier?.agreements.map(({ id, titles, provisions }) => (
                <optgroup key={id} label={inLanguage(titles, i18n.language)}>
                  {provisions
                    .flatMap(({ stipulations }) => stipulations)
                    .map(stipulation => (
                      <option key={stipulation.id} value={stipulation.id}>
                        {stipulation.id.slice(id.length + 1)} {inLanguage(stipulation.titles, i18n.language)}
                      </option>
                    ))}
                </optgroup>
              ))}
            </select>
          </div>
          <fieldset>
            <legend className="mute">{t('review.says')}</legend>
            <div className="says">
              {SAYS.map((each, place) => (
                <button
                  key={each}
                  type="button"
                  className={`status-${each}`}
                  aria-pressed={draft.assertion === each}
                  onClick={() => act({ do: 'says', place })}
                >
                  <Mark name={each} />
                  {t(`status.${each}`)}
                  <kbd>{place + 1}</kbd>
                </button>
              ))}
            </div>
          </fieldset>
        </>
      )}
      <div className="row">
        <span>{t('why.said')}</span>
        <DayField label={t('why.said')} value={draft.said ?? ''} onDay={day => onDraft({ said: day ?? null })} />
      </div>
      <div className="row">
        <span>{t('review.words')}</span>
        <span className="edges">
          {(['start', 'end'] as const).map(edge => (
            <span key={edge} className="no-break">
              <button
                type="button"
                className="button square"
                aria-label={t(`review.${edge}Back`)}
                onClick={() => act({ do: 'move', edge, step: -1 })}
              >
                ‹
              </button>{' '}
              {t(`review.${edge}`)}{' '}
              <button
                type="button"
                className="button square"
                aria-label={t(`review.${edge}On`)}
                onClick={() => act({ do: 'move', edge, step: 1 })}
              >
                ›
              </button>
            </span>
          ))}
        </span>
      </div>
    </>
  )
}

interface SpeakerProps {
  readonly candidate: CandidateInPlaceAnswer
  readonly draft: Draft
  readonly onDraft: (changes: Partial<Draft>) => void
}

/** Everybody the document names is offered; another name can be written. */
function Speaker({ candidate, draft, onDraft }: SpeakerProps) {
  const { t } = useTranslation()
  return (
    <>
      <input
        id="speaker"
        className="field"
        list="speakers"
        lang={candidate.language ?? undefined}
        placeholder={t(candidate.kind === 'claim' ? 'found.own' : 'found.noSpeaker')}
        maxLength={200}
        value={draft.who ?? ''}
        onKeyDown={leaveOnEnter}
        onChange={event => {
          const name = event.target.value === '' ? null : event.target.value
          const known = candidate.speakers.find(speaker => speaker.name === name)
          const voice = name === candidate.who ? candidate.voice : (known?.voice ?? null)
          onDraft({ who: name, whoRef: known?.ref ?? null, voice })
        }}
      />
      <datalist id="speakers">
        {candidate.speakers.map(({ name }) => (
          <option key={name} value={name} />
        ))}
      </datalist>
    </>
  )
}

/** Back from a field to the keys. */
function leaveOnEnter(event: React.KeyboardEvent<HTMLElement>): void {
  if (event.key === 'Enter' || event.key === 'Escape') event.currentTarget.blur()
}
