/** Voices by the day they last said something of the agreements, the longest silent first. */
import { useTranslation } from 'react-i18next'
import type { ClaimPoint } from '../../api/contract.ts'
import { formatDay } from '../../words/dates.ts'
import type { Voice } from '../matrix/matrix-model.ts'
import { VoiceCode } from '../matrix/VoiceCode.tsx'
import { useVoiceName } from '../matrix/voice-name.ts'

export function Silent({
  voices,
  points,
}: {
  readonly voices: readonly Voice[]
  readonly points: readonly ClaimPoint[]
}) {
  const { t, i18n } = useTranslation()
  const voiceName = useVoiceName()
  const last = voices
    .map(voice => {
      const days = points
        .filter(point => point.voice === voice.id && point.said !== null)
        .map(point => point.said ?? '')
      return { voice, day: days.sort().at(-1) ?? null }
    })
    .sort((a, b) => ((a.day ?? '') < (b.day ?? '') ? -1 : 1))
  return (
    <section className="section">
      <h2>
        {t('overview.silent')} <span className="small mute">{t('overview.lastClaim')}</span>
      </h2>
      <ul className="lines">
        {last.map(({ voice, day }) => (
          <li key={voice.id}>
            <span>
              <VoiceCode voice={voice} /> {voiceName(voice)}
            </span>
            <span className="mute no-break">{day === null ? t('overview.never') : formatDay(day, i18n.language)}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}
